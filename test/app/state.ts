/** Reads a whole workbook as plain data, so that two can be compared; runs inside the host, as a script. */

export interface SheetState {
  readonly name: string;
  readonly size: readonly number[];
  readonly values: unknown[][];
  readonly formulas: string[][];
  readonly notes: string[][];
  readonly formats: string[][];
  readonly checks: unknown[][];
  readonly looks: unknown;
  readonly rules: unknown[];
  readonly protections: unknown[];
  readonly widths: number[];
  readonly hiddenRows: number[];
  readonly hiddenColumns: number[];
  readonly frozen: readonly number[];
  readonly tabColor: string | null;
}

export interface State {
  readonly sheets: readonly SheetState[];
  readonly names: readonly string[];
  readonly remembered: string | null;
}

/** Formats and checks of the first and the last row of data stand for all rows between. */
export function readState(
  book: GoogleAppsScript.Spreadsheet.Spreadsheet,
  _: unknown,
  app: GoogleAppsScript.Spreadsheet.SpreadsheetApp,
  properties: GoogleAppsScript.Properties.PropertiesService,
): State {
  const plain = (value: unknown): unknown => {
    if (Object.prototype.toString.call(value) === '[object Date]') return (value as Date).toISOString();
    if (Array.isArray(value)) return value.map(plain);
    if (value !== null && typeof value === 'object') {
      const range = value as GoogleAppsScript.Spreadsheet.Range;
      return `${range.getSheet().getName()}!${range.getA1Notation()}`;
    }
    return value;
  };
  const upTo = (count: number): number[] => Array.from({ length: count }, (_item, index) => index + 1);
  const sheets = book.getSheets().map((sheet) => {
    const data = sheet.getDataRange();
    const [rows, columns] = [sheet.getMaxRows(), Math.min(sheet.getMaxColumns(), 40)];
    const lines = [3, rows].filter((row) => row <= rows).map((row) => sheet.getRange(row, 1, 1, columns));
    const head = sheet.getRange(1, 1, Math.min(3, rows), columns);
    return {
      name: sheet.getName(),
      size: [rows, sheet.getMaxColumns()],
      values: plain(data.getValues()) as unknown[][],
      formulas: data.getFormulas(),
      notes: data.getNotes(),
      formats: lines.map((line) => line.getNumberFormats()[0] ?? []),
      checks: lines.map((line) =>
        (line.getDataValidations()[0] ?? []).map((rule) =>
          rule ? [String(rule.getCriteriaType()), plain(rule.getCriteriaValues()), rule.getAllowInvalid(), rule.getHelpText()] : null,
        ),
      ),
      looks: [head.getBackgrounds(), head.getFontWeights(), head.getFontSizes(), head.getHorizontalAlignments(), head.getWraps()],
      rules: sheet.getConditionalFormatRules().map((rule) => {
        const condition = rule.getBooleanCondition();
        return [rule.getRanges().map((range) => range.getA1Notation()), String(condition?.getCriteriaType()), plain(condition?.getCriteriaValues()), condition?.getBold() ?? null];
      }),
      protections: sheet.getProtections(app.ProtectionType.RANGE).map((one) => [one.getDescription(), one.getRange().getA1Notation(), one.isWarningOnly()]),
      widths: upTo(columns).map((column) => sheet.getColumnWidth(column)),
      hiddenRows: upTo(5).filter((row) => row <= rows && sheet.isRowHiddenByUser(row)),
      hiddenColumns: upTo(columns).filter((column) => sheet.isColumnHiddenByUser(column)),
      frozen: [sheet.getFrozenRows(), sheet.getFrozenColumns()],
      tabColor: (sheet as unknown as { getTabColor(): string | null }).getTabColor(),
    };
  });
  return {
    sheets,
    names: book.getNamedRanges().map((named) => `${named.getName()} ${plain(named.getRange()) as string}`).sort(),
    remembered: properties.getDocumentProperties().getProperty('okr-sheets'),
  };
}
