/** The warning that appears before somebody types over the computed columns; it is found again by its description. */
import type { Look } from '../app/look';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function protectBlock(sheet: Sheet, { column, columns, description, formerDescriptions }: NonNullable<Look['block']>): void {
  const range = sheet.getRange(1, column, sheet.getMaxRows(), columns);
  const present = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).filter((one) => formerDescriptions.includes(one.getDescription()));
  const [first, ...others] = present;
  others.forEach((one) => one.remove());
  // The owner may have locked it: then it stays locked, and whoever may not change it finds it as it is.
  if (first && !first.canEdit()) return;
  const protection = first ? first.setRange(range) : range.protect().setWarningOnly(true);
  protection.setDescription(description);
}
