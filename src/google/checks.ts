/** Drop-downs and input checks. All of them only warn: what somebody types is kept, and the findings say what is wrong with it. */
import type { ColumnLook, InputCheck } from '../app/look';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

export function applyCheck(range: Range, { check, checkHelp }: Pick<ColumnLook, 'check' | 'checkHelp'>): void {
  if (!check) return;
  const builder = build(check).setAllowInvalid(true).setHelpText(checkHelp);
  range.setDataValidation(builder.build());
}

function build(check: InputCheck): Builder {
  const builder = SpreadsheetApp.newDataValidation();
  switch (check.kind) {
    case 'list':
      return builder.requireValueInList([...check.values], true);
    case 'ids': {
      const sheet = SpreadsheetApp.getActive().getSheetById(check.sheetId);
      if (!sheet) throw new Error(`There is no sheet with the id ${check.sheetId}.`);
      return builder.requireValueInRange(sheet.getRange(3, check.column, sheet.getMaxRows() - 2, 1), true);
    }
    case 'email':
      return builder.requireTextIsEmail();
    case 'day':
      return builder.requireDate();
    case 'number':
      return builder.requireNumberBetween(check.least, check.most);
  }
}
