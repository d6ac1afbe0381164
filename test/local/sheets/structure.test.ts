/** Google's facts about sheets, rows and columns, names, sharing and protections. */
import { expect, test } from 'vitest';
import { OWNER, open } from './open';
import type { Loose, Opened } from './open';

const fails = (host: Opened, code: (app: Loose) => unknown) => expect(() => host.script((app) => { code(app); }));
const names = (app: Loose) => (app.getActive!().getSheets!() as unknown as Loose[]).map((sheet) => sheet.getName!());

test('the first sheet has id 0 and 1000 rows by 26 columns; further ones get other whole numbers', () => {
  const host = open();
  host.script((app) => {
    const book = app.getActive!();
    const [first] = book.getSheets!() as unknown as Loose[];
    expect([first!.getSheetId!(), first!.getMaxRows!(), first!.getMaxColumns!(), first!.getName!()]).toEqual([0, 1000, 26, 'Sheet1']);
    const second = book.insertSheet!('Objectives');
    expect(Number.isInteger(second.getSheetId!())).toBe(true);
    expect(second.getSheetId!()).not.toBe(0);
    expect(book.getSheetById!(second.getSheetId!()).getName!()).toBe('Objectives');
    expect(book.getSheetById!(12345)).toBeNull();
    expect(book.getSheetByName!('objectives')).toBeNull();
    expect(book.getActiveSheet!().getName!()).toBe('Objectives');
    expect(book.insertSheet!().getName!()).toBe('Sheet3');
    expect(book.insertSheet!('First', 0).getIndex!()).toBe(1);
    expect(names(app)).toEqual(['First', 'Sheet1', 'Objectives', 'Sheet3']);
    book.moveActiveSheet!(2);
    expect(names(app)).toEqual(['Sheet1', 'First', 'Objectives', 'Sheet3']);
    expect(book.getNumSheets!()).toBe(4);
  });
});

test('two sheets cannot have one name, and the last visible sheet stays', () => {
  const host = open();
  fails(host, (app) => app.getActive!().insertSheet!('sheet1')).toThrow('A sheet with the name "sheet1" already exists. Please enter another name.');
  fails(host, (app) => app.getActive!().deleteSheet!(app.getActiveSheet!())).toThrow("You can't remove all the sheets in a document.");
  fails(host, (app) => app.getActiveSheet!().hideSheet!()).toThrow("You can't hide all the sheets in a document.");
});

test('a sheet can be renamed, hidden, coloured and deleted', () => {
  const host = open();
  host.script((app) => {
    const sheet = app.getActive!().insertSheet!('A');
    sheet.setName!('B').setTabColor!('#ff0000').hideSheet!();
    expect([sheet.getName!(), sheet.getTabColor!(), sheet.isSheetHidden!(), app.getActiveSheet!().getName!()]).toEqual(['B', '#ff0000', true, 'Sheet1']);
    sheet.showSheet!().setTabColor!(null).setHiddenGridlines!(true);
    expect([sheet.getTabColor!(), sheet.isSheetHidden!(), sheet.hasHiddenGridlines!()]).toEqual([null, false, true]);
    app.getActive!().deleteSheet!(sheet);
    expect(() => sheet.getName!()).toThrow(/not found/);
  });
});

test('rows and columns are inserted, deleted, hidden, frozen and sized', () => {
  const host = open();
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    sheet.getRange!('A1:B2').setValues!([[1, 2], [3, 4]]);
    sheet.insertRowBefore!(1).insertColumnsBefore!(1, 2);
    expect([sheet.getRange!('C2').getValue!(), sheet.getMaxRows!(), sheet.getMaxColumns!()]).toEqual([1, 1001, 28]);
    sheet.deleteRow!(1).deleteColumns!(1, 2);
    expect(sheet.getRange!('A1:B2').getValues!()).toEqual([[1, 2], [3, 4]]);
    sheet.insertRowsAfter!(sheet.getMaxRows!(), 500);
    expect(sheet.getMaxRows!()).toBe(1500);
    sheet.hideRows!(1, 1);
    expect([sheet.isRowHiddenByUser!(1), sheet.isRowHiddenByUser!(2)]).toEqual([true, false]);
    sheet.showRows!(1);
    expect(sheet.isRowHiddenByUser!(1)).toBe(false);
    sheet.hideColumns!(3, 2);
    expect(sheet.isColumnHiddenByUser!(4)).toBe(true);
    sheet.setFrozenRows!(2);
    sheet.setFrozenColumns!(1);
    expect([sheet.getFrozenRows!(), sheet.getFrozenColumns!()]).toEqual([2, 1]);
    expect([sheet.getColumnWidth!(1), sheet.getRowHeight!(1)]).toEqual([100, 21]);
    sheet.setColumnWidths!(1, 2, 240).setRowHeight!(1, 40);
    expect([sheet.getColumnWidth!(2), sheet.getColumnWidth!(3), sheet.getRowHeight!(1)]).toEqual([240, 100, 40]);
  });
});

test('impossible rows and columns are refused', () => {
  const host = open();
  fails(host, (app) => app.getActiveSheet!().deleteRows!(999, 5)).toThrow('Those rows are out of bounds.');
  fails(host, (app) => app.getActiveSheet!().deleteRows!(1, 1000)).toThrow("You can't delete all the rows on the sheet.");
  fails(host, (app) => app.getActiveSheet!().insertRowsAfter!(1000, 400_000)).toThrow('This action would increase the number of cells in the workbook above the limit of 10000000 cells.');
  fails(host, (app) => app.getActiveSheet!().getRange!('A1', 2)).toThrow("The parameters (String,number) don't match the method signature for SpreadsheetApp.Sheet.getRange.");
  fails(host, (app) => app.getActiveSheet!().setFrozenRows!(1000)).toThrow("You can't freeze all visible rows on the sheet.");
});

test('named ranges are set, follow inserted rows and a new sheet name, and are removed', () => {
  const host = open();
  host.script((app) => {
    const book = app.getActive!();
    const sheet = book.getActiveSheet!().setName!('Key Results');
    book.setNamedRange!('as_of', sheet.getRange!('B2'));
    sheet.insertRowBefore!(1);
    sheet.setName!('KR 2026');
    const range = book.getRangeByName!('AS_OF');
    expect([range.getA1Notation!(), range.getSheet!().getName!()]).toEqual(['B3', 'KR 2026']);
    expect(book.getRange!('as_of').getA1Notation!()).toBe('B3');
    book.setNamedRange!('as_of', sheet.getRange!('C1:C4'));
    const [only, ...others] = book.getNamedRanges!() as unknown as Loose[];
    expect([only!.getName!(), only!.getRange!().getA1Notation!(), others.length]).toEqual(['as_of', 'C1:C4', 0]);
    only!.remove!();
    expect(book.getRangeByName!('as_of')).toBeNull();
  });
  fails(host, (app) => app.getActive!().setNamedRange!('not a name', app.getActiveSheet!().getRange!('A1'))).toThrow('The name "not a name" is not a valid range name.');
  fails(host, (app) => app.getActive!().removeNamedRange!('nothing')).toThrow('The named range nothing does not exist.');
});

test('rows and columns of a sheet that is not on screen move the names and formulas of that sheet, and no others', () => {
  const host = open();
  host.script((app) => {
    const book = app.getActive!();
    const shown = book.getActiveSheet!();
    const other = book.insertSheet!('Other');
    for (const [name, sheet] of [['here', shown], ['there', other]] as const) book.setNamedRange!(name, sheet.getRange!('B5:C9'));
    shown.getRange!('A1').setFormula!('=SUM(B5:C9)');
    shown.getRange!('A2').setFormula!('=SUM(Other!B5:C9)');
    shown.activate!();
    const places = (): unknown => ['here', 'there'].map((name) => [book.getRangeByName!(name).getSheet!().getName!(), book.getRangeByName!(name).getA1Notation!()].join('!'));
    const formulas = (): unknown => shown.getRange!('A1:A2').getFormulas!();
    other.deleteRows!(1, 2);
    expect([places(), formulas()]).toEqual([['Sheet1!B5:C9', 'Other!B3:C7'], [['=SUM(B5:C9)'], ['=SUM(Other!B3:C7)']]]);
    other.deleteRow!(4);
    other.insertRowsBefore!(1, 3);
    expect([places(), formulas()]).toEqual([['Sheet1!B5:C9', 'Other!B6:C9'], [['=SUM(B5:C9)'], ['=SUM(Other!B6:C9)']]]);
    other.deleteColumn!(1);
    expect([places(), formulas()]).toEqual([['Sheet1!B5:C9', 'Other!A6:B9'], [['=SUM(B5:C9)'], ['=SUM(Other!A6:B9)']]]);
    expect(book.getActiveSheet!().getName!()).toBe('Sheet1');
  });
});

test('a range of another sheet is found by its A1 notation', () => {
  const host = open();
  host.script((app) => {
    const book = app.getActive!();
    book.insertSheet!("Bob's KRs");
    const range = book.getRange!("'Bob''s KRs'!B2:C3");
    expect([range.getSheet!().getName!(), range.getA1Notation!()]).toEqual(["Bob's KRs", 'B2:C3']);
    expect(book.getRange!('Sheet1!A1').getSheet!().getSheetId!()).toBe(0);
  });
  fails(host, (app) => app.getActive!().getRange!('Nowhere!A1')).toThrow('Range not found');
});

test('activating shows a place, and the active range is read back', () => {
  const host = open();
  expect(host.service.shown()).toBeNull();
  host.script((app) => {
    const other = app.getActive!().insertSheet!('Other');
    app.getActive!().setActiveSheet!(app.getActive!().getSheetByName!('Sheet1'));
    other.getRange!('C4:D5').activate!();
    expect([app.getActiveSheet!().getName!(), app.getActiveRange!().getA1Notation!(), app.getCurrentCell!().getA1Notation!()]).toEqual(['Other', 'C4:D5', 'C4']);
  });
  expect(host.service.shown()).toEqual({ sheet: 'Other', a1: 'C4:D5' });
});

test('a protection that only warns stops no script, whoever runs it', () => {
  const user = { email: OWNER };
  const host = open({ user });
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    const protection = sheet.getRange!('A1:B2').protect!().setDescription!('computed').setWarningOnly!(true);
    expect([protection.getDescription!(), protection.isWarningOnly!(), protection.getRange!().getA1Notation!(), protection.getProtectionType!()])
      .toEqual(['computed', true, 'A1:B2', app.ProtectionType!.RANGE]);
    expect(sheet.getProtections!(app.ProtectionType!.RANGE)).toHaveLength(1);
    expect(sheet.getProtections!(app.ProtectionType!.SHEET)).toHaveLength(0);
  });
  user.email = 'editor@example.com';
  host.script((app) => { app.getActiveSheet!().getRange!('A1').setValue!(1); });
  expect(host.service.values('Sheet1', 'A1')).toEqual([[1]]);
});

test('a real protection stops editors who are not named, lets the owner pass, and moves with its cells', () => {
  const user = { email: OWNER };
  const host = open({ user });
  host.script((app) => {
    app.getActive!().addEditors!(['ed@example.com', 'may@example.com']);
    const protection = app.getActiveSheet!().getRange!('B2:B3').protect!();
    expect((protection.getEditors!() as unknown as Loose[]).map((editor) => editor.getEmail!())).toEqual([OWNER, 'ed@example.com', 'may@example.com']);
    protection.removeEditors!(['ed@example.com', OWNER]);
    app.getActiveSheet!().insertRowsBefore!(1, 1);
    expect(protection.getRange!().getA1Notation!()).toBe('B3:B4');
  });
  const write = (app: Loose) => app.getActiveSheet!().getRange!('A3:B3').setValues!([[1, 2]]);
  user.email = 'ed@example.com';
  fails(host, write).toThrow(/protected cell or object/);
  expect(() => host.service.person.type('Sheet1', 'B3', 1)).toThrow(/protected cell or object/);
  for (user.email of ['may@example.com', OWNER]) host.script((app) => { write(app); });
});

test('a protected sheet has holes where everybody may write', () => {
  const user = { email: OWNER };
  const host = open({ user });
  host.script((app) => {
    app.getActive!().addEditor!('ed@example.com');
    const sheet = app.getActiveSheet!();
    const protection = sheet.protect!();
    protection.removeEditor!('ed@example.com').setUnprotectedRanges!([sheet.getRange!('A1:A9')]);
    expect((protection.getUnprotectedRanges!() as unknown as Loose[]).map((range) => range.getA1Notation!())).toEqual(['A1:A9']);
    sheet.protect!();
    expect(sheet.getProtections!(app.ProtectionType!.SHEET)).toHaveLength(1);
  });
  user.email = 'ed@example.com';
  host.script((app) => { app.getActiveSheet!().getRange!('A2').setValue!('mine'); });
  fails(host, (app) => app.getActiveSheet!().getRange!('A9:A10').setValue!('mine')).toThrow(/protected cell or object/);
  host.script((app) => expect(app.getActive!().getProtections!(app.ProtectionType!.SHEET)[0]!.canEdit!()).toBe(false));
});

test('sharing adds and removes people; an editor is no viewer, and viewers cannot write', () => {
  const user = { email: OWNER };
  const host = open({ user });
  const people = (list: Loose) => (list as unknown as Loose[]).map((one) => one.getEmail!());
  host.script((app) => {
    const book = app.getActive!();
    book.addViewers!(['v@example.com', 'e@example.com']).addEditor!('e@example.com');
    expect(people(book.getViewers!())).toEqual(['v@example.com']);
    expect(people(book.getEditors!())).toEqual([OWNER, 'e@example.com']);
    expect(book.getOwner!().getEmail!()).toBe(OWNER);
    expect(() => book.addViewer!('not an address')).toThrow('Invalid email: not an address');
    expect(() => book.addEditors!(['new@example.com', 'not an address'])).toThrow('Invalid email: not an address');
    expect(people(book.getEditors!())).toEqual([OWNER, 'e@example.com']); // nobody is added by half
    expect(() => book.removeEditor!(OWNER)).toThrow('The owner of a spreadsheet cannot be removed.');
  });
  user.email = 'v@example.com';
  fails(host, (app) => app.getActive!().addEditor!('v@example.com')).toThrow('You do not have permission to perform that action.');
  fails(host, (app) => app.getActiveSheet!().getRange!('A1').setValue!(1)).toThrow('You do not have permission to perform that action.');
  user.email = OWNER;
  host.script((app) => { app.getActive!().removeViewer!('v@example.com'); });
  user.email = 'v@example.com';
  host.script((app) => { app.getActiveSheet!().getRange!('A1').setValue!(1); });
});

test('what a mode forbids is refused: no reading before the add-on is used, no writing in a custom function, no sharing in a simple trigger', () => {
  const host = open();
  expect(() => host.script((app) => app.getActiveSheet!(), 'NONE')).toThrow('You do not have permission to call SpreadsheetApp.getActiveSheet (authorization mode NONE).');
  expect(() => host.script((app) => app.getActiveSheet!().getRange!('A1').setValue!(1), 'CUSTOM_FUNCTION')).toThrow(/Range.setValue/);
  expect(host.script((app) => app.getActiveSheet!().getRange!('A1').getValue!(), 'CUSTOM_FUNCTION')).toBe('');
  expect(() => host.script((app) => app.getActive!().addViewer!('a@example.com'), 'LIMITED')).toThrow(/Spreadsheet.addViewer/);
  expect(() => host.script((app) => app.getUi!(), 'NONE')).not.toThrow();
});

test('locale and time zone are the spreadsheet’s own, and unknown ones are refused', () => {
  const host = open({ timeZone: 'Asia/Bangkok', locale: 'th_TH' });
  host.script((app) => {
    const book = app.getActive!();
    expect([book.getSpreadsheetTimeZone!(), book.getSpreadsheetLocale!(), book.getName!()]).toEqual(['Asia/Bangkok', 'th_TH', 'OKRs']);
    book.setSpreadsheetTimeZone!('Europe/Warsaw');
    book.setSpreadsheetLocale!('pl_PL');
    expect([book.getSpreadsheetTimeZone!(), book.getSpreadsheetLocale!()]).toEqual(['Europe/Warsaw', 'pl_PL']);
    expect(String(book.getUrl!())).toContain(String(book.getId!()));
  });
  fails(host, (app) => app.getActive!().setSpreadsheetTimeZone!('Mars/Olympus')).toThrow('Invalid argument: timezone');
});

test('a toast is told to the host', () => {
  const host = open();
  host.script((app) => { app.getActive!().toast!('Done.', 'OKRs'); });
  expect(host.messages).toEqual([{ kind: 'toast', title: 'OKRs', text: 'Done.' }]);
});

test('a saved spreadsheet opens again with everything in it', async () => {
  const functions = { OKR_ROWS: (rows: unknown[][]) => rows };
  const host = open({ functions });
  host.script((app) => {
    const book = app.getActive!();
    const sheet = book.getActiveSheet!();
    sheet.getRange!('A1:A2').setValues!([[1], [new Date('2026-01-01T00:00:00+01:00')]]).setBackground!('#ff0000').setNote!('look');
    sheet.getRange!('C1').setFormula!('=OKR_ROWS(A1:A)');
    sheet.getRange!('A1:A9').setDataValidation!(app.newDataValidation!().requireNumberBetween!(0, 5).setHelpText!('0 to 5').build!());
    sheet.setConditionalFormatRules!([app.newConditionalFormatRule!().whenTextContains!('risk').setBackground!('#ffcc00').setRanges!([sheet.getRange!('B1:B9')]).build!()]);
    sheet.getRange!('C1:C9').protect!().setWarningOnly!(true).setDescription!('computed');
    book.setNamedRange!('as_of', sheet.getRange!('A2'));
    book.addViewer!('v@example.com');
    book.insertSheet!('Second').setFrozenRows!(2);
    sheet.getRange!('B5').activate!();
  });
  await host.settled();
  const saved = JSON.parse(JSON.stringify(host.service.save())) as ReturnType<typeof host.service.save>;
  const again = open({ functions, saved });
  await again.settled();
  expect(again.service.values('Sheet1', 'C1:C2')).toEqual([[1], [46023]]);
  again.script((app) => {
    const book = app.getActive!();
    const sheet = book.getSheetByName!('Sheet1');
    const rule = sheet.getRange!('A5').getDataValidation!();
    expect([rule.getCriteriaType!(), rule.getCriteriaValues!(), rule.getHelpText!()]).toEqual([app.DataValidationCriteria!.NUMBER_BETWEEN, [0, 5], '0 to 5']);
    expect(sheet.getConditionalFormatRules!()).toHaveLength(1);
    expect(sheet.getProtections!(app.ProtectionType!.RANGE)[0]!.getDescription!()).toBe('computed');
    expect([sheet.getRange!('A1').getBackground!(), sheet.getRange!('A1').getNote!(), book.getRangeByName!('as_of').getA1Notation!()]).toEqual(['#ff0000', 'look', 'A2']);
    expect([book.getViewers!()[0]!.getEmail!(), book.getSheetByName!('Second').getFrozenRows!(), app.getActiveRange!().getA1Notation!()]).toEqual(['v@example.com', 2, 'B5']);
    expect(sheet.getRange!('A2').getValue!()).toEqual(new Date('2026-01-01T00:00:00+01:00'));
  });
  again.service.person.type('Sheet1', 'A1', 4);
  await again.settled();
  expect(again.service.values('Sheet1', 'C1')).toEqual([[4]]);
});
