/** The open spreadsheet, asked for once in a run: every run loads the script anew. */

let asked: GoogleAppsScript.Spreadsheet.Spreadsheet | undefined;

export function activeSpreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  return (asked ??= SpreadsheetApp.getActive());
}
