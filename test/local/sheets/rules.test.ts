/** Google's facts about input checks and conditional formats, and what people type into checked cells. */
import { AddConditionalRuleMutation, CFRuleType, CFValueType, ConditionalFormattingService } from '@univerjs/sheets-conditional-formatting';
import { AddSheetDataValidationCommand } from '@univerjs/sheets-data-validation';
import { expect, test } from 'vitest';
import { open } from './open';
import type { Loose, Opened } from './open';

const REFUSED = 'The data you entered in cell A1 violates the data validation rules set on this cell.';

/** Puts a rejecting rule on A1:A9. */
function check(host: Opened, rule: (builder: Loose, app: Loose) => Loose): void {
  host.script((app) => { app.getActiveSheet!().getRange!('A1:A9').setDataValidation!(rule(app.newDataValidation!().setAllowInvalid!(false), app).build!()); });
}
const write = (host: Opened, value: unknown) => host.script((app) => { app.getActiveSheet!().getRange!('A1').setValue!(value); });

test('a rejecting rule stops scripts and people with Google’s sentence; blanks pass', () => {
  const day = (text: string) => new Date(`${text}T00:00:00+01:00`);
  const cases: [string, (builder: Loose, app: Loose) => Loose, unknown[], unknown[]][] = [
    ['list', (b) => b.requireValueInList!(['Increase', 'At least', 3]), ['Increase', 3, '3', ''], ['increase', 'Else', true]],
    ['number between', (b) => b.requireNumberBetween!(0, 5), [0, 5, '2.5', null], [-1, 6, 'x', true, day('2026-01-01')]],
    ['at least', (b) => b.requireNumberGreaterThanOrEqualTo!(0), [0, 7], [-0.1, 'x']],
    ['more than', (b) => b.requireNumberGreaterThan!(0), [1], [0]],
    ['at most', (b) => b.requireNumberLessThanOrEqualTo!(1), [1], [1.1]],
    ['date', (b) => b.requireDate!(), [day('2026-01-01'), '1/2/2026', ''], [5, 'soon', '31/31/2026']],
    ['date from', (b) => b.requireDateOnOrAfter!(day('2026-01-01')), [day('2026-01-01'), '2026-05-01'], ['2025-12-31']],
    ['date between', (b) => b.requireDateBetween!(day('2026-01-01'), day('2026-01-31')), ['2026-01-31'], ['2026-02-01']],
    ['checkbox', (b) => b.requireCheckbox!(), [true, 'FALSE'], ['yes', 1]],
    ['named checkbox', (b) => b.requireCheckbox!('yes', 'no'), ['yes', 'no'], ['maybe', true]],
    ['mail', (b) => b.requireTextIsEmail!(), ['a@example.com'], ['a@example', 'somebody']],
    ['text', (b) => b.requireTextContains!('KR'), ['the KRs'], ['nothing']],
  ];
  for (const [name, rule, good, bad] of cases) {
    const host = open();
    check(host, rule);
    for (const value of good) expect(() => write(host, value), `${name}: ${String(value)}`).not.toThrow();
    for (const value of bad) {
      host.script((app) => { app.getActiveSheet!().getRange!('A1').clear!(); }); // a number in a cell with a date format would be a date
      expect(() => write(host, value), `${name}: ${String(value)}`).toThrow(REFUSED);
      if (value !== null) expect(() => host.service.person.type('Sheet1', 'A1', value as string), `${name}: ${String(value)}`).toThrow(REFUSED);
    }
  }
});

test('a list may come from a range, and follows it', () => {
  const host = open();
  host.script((app) => {
    const book = app.getActive!();
    const sheet = book.getActiveSheet!();
    const settings = book.insertSheet!('Settings');
    settings.getRange!('B2:B4').setValues!([['Sales'], ['Ops'], ['']]);
    sheet.getRange!('A1:A9').setDataValidation!(app.newDataValidation!().requireValueInRange!(settings.getRange!('B2:B4'), true).setAllowInvalid!(false).build!());
    settings.insertRowBefore!(1);
    const [range, shown] = sheet.getRange!('A1').getDataValidation!().getCriteriaValues!() as unknown as [Loose, unknown];
    expect([range.getSheet!().getName!(), range.getA1Notation!(), shown]).toEqual(['Settings', 'B3:B5', true]);
    sheet.activate!();
    settings.insertRowBefore!(1).setName!('The settings');
  });
  const { resources } = host.service.save().workbook;
  expect(resources!.find(({ name }) => name === 'SHEET_DATA_VALIDATION_PLUGIN')!.data).toContain(`"='The settings'!B4:B6"`);
  host.script((app) => { app.getActive!().getSheetByName!('Sheet1').getRange!('A1').setValue!('Ops'); });
  expect(() => host.service.person.type('Sheet1', 'A1', 'Other')).toThrow(REFUSED);
});

test('a write with one bad cell changes nothing', () => {
  const host = open();
  check(host, (b) => b.requireNumberBetween!(0, 5));
  expect(() => host.script((app) => { app.getActiveSheet!().getRange!('A1:B2').setValues!([[1, 'x'], [9, 'y']]); })).toThrow('The data you entered in cell A2 violates');
  expect(host.service.values('Sheet1', 'A1:B2')).toEqual([['', ''], ['', '']]);
});

test('a rule that allows invalid data only warns', () => {
  const host = open();
  host.script((app) => { app.getActiveSheet!().getRange!('A1').setDataValidation!(app.newDataValidation!().requireNumberBetween!(0, 5).build!()); });
  write(host, 77);
  host.service.person.type('Sheet1', 'A1', 'text');
  expect(host.service.values('Sheet1', 'A1')).toEqual([['text']]);
});

test('rules are read back per cell, replaced in part and cleared', () => {
  const host = open();
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    const criteria = app.DataValidationCriteria!;
    sheet.getRange!('A1:A9').setDataValidation!(app.newDataValidation!().requireValueInList!(['a', 'b'], false).setHelpText!('a or b').build!());
    sheet.getRange!('A3').setDataValidation!(app.newDataValidation!().requireCheckbox!().build!());
    const types = (sheet.getRange!('A2:B4').getDataValidations!() as unknown as (Loose | null)[][]).map((row) => row.map((rule) => rule && rule.getCriteriaType!()));
    expect(types).toEqual([[criteria.VALUE_IN_LIST, null], [criteria.CHECKBOX, null], [criteria.VALUE_IN_LIST, null]]);
    const rule = sheet.getRange!('A9').getDataValidation!();
    expect([rule.getCriteriaValues!(), rule.getHelpText!(), rule.getAllowInvalid!()]).toEqual([[['a', 'b'], false], 'a or b', true]);
    const stricter = rule.copy!().setAllowInvalid!(false).build!();
    sheet.getRange!('B1').setDataValidation!(stricter);
    expect([sheet.getRange!('B1').getDataValidation!().getAllowInvalid!(), rule.getAllowInvalid!()]).toEqual([false, true]);
    sheet.insertRowBefore!(1);
    expect(sheet.getRange!('A4').getDataValidation!().getCriteriaType!()).toBe(criteria.CHECKBOX);
    sheet.getRange!('A1:B10').clearDataValidations!();
    expect(sheet.getRange!('A4').getDataValidation!()).toBeNull();
  });
});

test('a rule that a person made in the grid is read in Google’s terms', () => {
  const host = open();
  host.service.book.commands.syncExecuteCommand(AddSheetDataValidationCommand.id, {
    unitId: host.service.book.unitId, subUnitId: '0',
    rule: { uid: 'u1', type: 'decimal', operator: 'between', formula1: '1', formula2: '5', errorStyle: 1, ranges: [{ startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 }] },
  });
  host.script((app) => {
    const rule = app.getActiveSheet!().getRange!('A1').getDataValidation!();
    expect([rule.getCriteriaType!(), rule.getCriteriaValues!(), rule.getAllowInvalid!()]).toEqual([app.DataValidationCriteria!.NUMBER_BETWEEN, [1, 5], false]);
  });
  expect(() => write(host, 6)).toThrow(REFUSED);
});

const backgroundAt = (host: Opened, row: number, column: number) => {
  const service = host.engine.univer.__getInjector().get(ConditionalFormattingService);
  return service.composeStyle(host.service.book.unitId, '0', row, column)?.style?.bg?.rgb;
};

test('conditional formats are kept in Google’s order, the first that is true shows, and a list replaces the former one', () => {
  const host = open();
  const rule = (app: Loose, text: string, color: string) =>
    app.newConditionalFormatRule!().whenTextContains!(text).setBackground!(color).setBold!(true).setRanges!([app.getActiveSheet!().getRange!('A1:A9')]).build!();
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    sheet.getRange!('A1').setValue!('At risk');
    sheet.setConditionalFormatRules!([rule(app, 'risk', '#ffcc00'), rule(app, 'At', '#ff0000')]);
    const [first, second] = sheet.getConditionalFormatRules!() as unknown as Loose[];
    const condition = first!.getBooleanCondition!();
    expect([condition.getCriteriaType!(), condition.getCriteriaValues!(), condition.getBackground!(), condition.getBold!(), condition.getItalic!()])
      .toEqual([app.BooleanCriteria!.TEXT_CONTAINS, ['risk'], '#ffcc00', true, null]);
    expect(second!.getBooleanCondition!().getCriteriaValues!()).toEqual(['At']);
    expect(first!.getRanges!()[0]!.getA1Notation!()).toBe('A1:A9');
  });
  expect(backgroundAt(host, 0, 0)).toBe('#ffcc00');
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    sheet.setConditionalFormatRules!((sheet.getConditionalFormatRules!() as unknown as Loose[]).slice(1));
    expect(sheet.getConditionalFormatRules!()).toHaveLength(1);
    sheet.clearConditionalFormatRules!();
    expect(sheet.getConditionalFormatRules!()).toHaveLength(0);
  });
});

test('a rule of another kind that a person made comes back and survives being passed along', () => {
  const host = open();
  const scale = { type: CFRuleType.colorScale, config: [{ index: 0, color: '#fff', value: { type: CFValueType.min } }, { index: 1, color: '#0f0', value: { type: CFValueType.max } }] };
  host.service.book.commands.syncExecuteCommand(AddConditionalRuleMutation.id, {
    unitId: host.service.book.unitId, subUnitId: '0', rule: { cfId: 'person', stopIfTrue: false, rule: scale, ranges: [{ startRow: 0, endRow: 8, startColumn: 0, endColumn: 0 }] },
  });
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    const mine = app.newConditionalFormatRule!().whenFormulaSatisfied!('=$A1="x"').setFontColor!('red').setRanges!([sheet.getRange!('B1:B9')]).build!();
    sheet.setConditionalFormatRules!([...(sheet.getConditionalFormatRules!() as unknown as Loose[]), mine]);
    const [foreign, own] = sheet.getConditionalFormatRules!() as unknown as Loose[];
    expect(foreign!.getBooleanCondition!()).toBeNull();
    expect(foreign!.getGradientCondition!()).not.toBeNull();
    expect(own!.getBooleanCondition!().getCriteriaValues!()).toEqual(['=$A1="x"']);
  });
  const snapshot = JSON.stringify(host.service.save().workbook.resources);
  expect(snapshot).toContain('colorScale');
  expect(snapshot).toContain('person');
});

test('conditional formats see spilled cells, and follow them when they change', async () => {
  const host = open({ functions: { OKR_ECHO: (rows: unknown[][]) => rows } });
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    sheet.getRange!('F1:F2').setValues!([['label'], ['At risk']]);
    sheet.getRange!('A1').setFormula!('=OKR_ECHO(F1:F2)');
    sheet.setConditionalFormatRules!([app.newConditionalFormatRule!().whenTextContains!('risk').setBackground!('#ffcc00').setRanges!([sheet.getRange!('A1:A9')]).build!()]);
  });
  await host.settled();
  expect(backgroundAt(host, 1, 0)).toBe('#ffcc00');
  expect(backgroundAt(host, 0, 0)).toBeUndefined();
  host.service.person.type('Sheet1', 'F2', 'On track');
  await host.settled();
  await expect.poll(() => backgroundAt(host, 1, 0)).toBeUndefined();
});

test('a rule needs a condition and ranges of its own sheet', () => {
  const host = open();
  const attempt = (code: (app: Loose) => unknown) => expect(() => host.script((app) => { code(app); }));
  attempt((app) => app.newConditionalFormatRule!().setRanges!([app.getActiveSheet!().getRange!('A1')]).build!()).toThrow('A conditional format rule needs a condition.');
  attempt((app) => app.newConditionalFormatRule!().whenCellEmpty!().build!()).toThrow('must be applied to at least one range');
  attempt((app) => {
    const sheet = app.getActiveSheet!();
    const rule = app.newConditionalFormatRule!().whenCellEmpty!().setRanges!([sheet.getRange!('A1')]).build!();
    app.getActive!().insertSheet!('B').setConditionalFormatRules!([rule]);
  }).toThrow('Conditional format rule cannot reference a different sheet.');
});

test('a person’s edits are heard with their place; single cells with their values; a script’s writes are not heard', async () => {
  const host = open({ functions: { OKR_ECHO: (rows: unknown[][]) => rows } });
  host.script((app) => { app.getActiveSheet!().getRange!('A1:B2').setValues!([[1, 2], [3, 4]]).setBackground!('red'); });
  host.script((app) => { app.getActiveSheet!().getRange!('D1').setFormula!('=OKR_ECHO(A1:B2)'); });
  await host.settled();
  expect(host.edits).toEqual([]);
  host.service.person.type('Sheet1', 'B2', '12%');
  host.service.person.type('Sheet1', 'B2', '');
  host.engine.api.getActiveWorkbook()!.getActiveSheet().getRange('A1:B1').setValues([[7, 8]]);
  await host.settled();
  const place = { sheetId: 0, row: 2, column: 2, rows: 1, columns: 1 };
  expect(host.edits).toEqual([
    { ...place, value: '0.12', oldValue: '4' },
    { ...place, oldValue: '0.12' },
    { ...place, row: 1, column: 1, columns: 2 },
  ]);
});
