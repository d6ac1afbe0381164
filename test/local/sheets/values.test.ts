/** Google's facts about what cells hold: reading and writing values, text that is read as typed, formulas, blanks, errors. */
import { expect, test } from 'vitest';
import { OWNER, open } from './open';
import type { Loose, Opened } from './open';

const read = (host: Opened, a1: string) => host.service.values('Sheet1', a1);
const set = (host: Opened, a1: string, value: unknown) =>
  host.script((app) => { app.getActiveSheet!().getRange!(a1).setValue!(value); });
const fails = (host: Opened, code: (sheet: Loose) => unknown) =>
  expect(() => host.script((app) => { code(app.getActiveSheet!()); }));

test('values come back as they were set: numbers, booleans, text and dates', () => {
  const host = open();
  const day = new Date('2026-10-31T00:00:00+01:00');
  host.script((app) => {
    const range = app.getActiveSheet!().getRange!('A1:D1');
    range.setValues!([[1.5, true, 'text', day]]);
    expect(range.getValues!()).toEqual([[1.5, true, 'text', day]]);
    expect(range.getValues!()[0]![3]).toBeInstanceOf(Date);
  });
});

test('a blank cell reads as an empty text, and null, undefined and an empty text make a cell blank', () => {
  const host = open();
  for (const nothing of [null, undefined, '']) {
    set(host, 'B2', 'full');
    set(host, 'B2', nothing);
    expect(read(host, 'B2')).toEqual([['']]);
    host.script((app) => expect(app.getActiveSheet!().getRange!('B2').isBlank!()).toBe(true));
  }
});

test('a date is stored as a serial number in the time zone of the spreadsheet, with a date format', () => {
  const host = open({ timeZone: 'Asia/Bangkok' });
  set(host, 'A1', new Date('2026-01-01T17:00:00Z'));
  host.script((app) => {
    const cell = app.getActiveSheet!().getRange!('A1');
    expect(cell.getDisplayValue!()).toBe('1/2/2026');
    cell.setNumberFormat!('yyyy-mm-dd');
    expect(cell.getDisplayValue!()).toBe('2026-01-02');
    cell.setNumberFormat!('0');
    expect(cell.getValue!()).toBe(46024);
  });
});

test('dates keep their day on both sides of a change to summer time', () => {
  const host = open({ timeZone: 'Europe/Warsaw' });
  for (const day of ['2026-03-28T00:00:00+01:00', '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00']) {
    set(host, 'A1', new Date(day));
    expect(read(host, 'A1')[0]![0]).toEqual(new Date(day));
    host.script((app) => expect(app.getActiveSheet!().getRange!('A1').getDisplayValue!()).toBe(`${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}/2026`));
  }
});

test('text is read as it would be when typed', () => {
  const host = open();
  const typed: [string, unknown, string][] = [
    ['12', 12, '12'], ['-1.5', -1.5, '-1.5'], ['+1', 1, '1'], ['1,234.5', 1234.5, '1234.5'], ['12%', 0.12, '12%'], ['12.5%', 0.125, '12.50%'],
    ['TRUE', true, 'TRUE'], ['false', false, 'FALSE'], ['1e3', 1000, '1000'], ['1.2.3', '1.2.3', '1.2.3'], ['12 apples', '12 apples', '12 apples'],
    ['2026-02-31', '2026-02-31', '2026-02-31'], ['@home', '@home', '@home'], ["'=1+1", '=1+1', '=1+1'], ["'007", '007', '007'],
    ['$5', 5, '$5'], ['Infinity', 'Infinity', 'Infinity'], ['O3.2', 'O3.2', 'O3.2'],
  ];
  for (const [text, value, shown] of typed) {
    host.script((app) => {
      const cell = app.getActiveSheet!().getRange!('A1').clear!().setValue!(text);
      expect([text, cell.getValue!(), cell.getDisplayValue!()]).toEqual([text, value, shown]);
    });
  }
});

test('a typed day is a date whatever its notation, by the order of the locale', () => {
  const days: [string, string][] = [['en_US', '1/2/2026'], ['en_GB', '2/1/2026'], ['pl_PL', '2.01.2026'], ['vi_VN', '2/1/2026'], ['th_TH', '2/1/2026'], ['pl_PL', '2026-01-02'], ['en_US', 'Jan 2, 2026'], ['en_US', '2-Jan-2026']];
  for (const [locale, text] of days) {
    const host = open({ locale });
    set(host, 'A1', text);
    expect([locale, text, read(host, 'A1')[0]![0]]).toEqual([locale, text, new Date('2026-01-02T00:00:00+01:00')]);
  }
});

test('numbers are typed with a comma where the locale has one', () => {
  const host = open({ locale: 'pl_PL' });
  set(host, 'A1', '1 234,5');
  set(host, 'A2', '12,5%');
  set(host, 'A3', '1.5');
  expect(read(host, 'A1:A2')).toEqual([[1234.5], [0.125]]);
  expect(read(host, 'A3')[0]![0]).not.toBe(1.5);
});

test('in a cell with the plain text format everything stays text', () => {
  const host = open();
  host.script((app) => {
    const range = app.getActiveSheet!().getRange!('A1:A4').setNumberFormat!('@');
    range.setValues!([['=1+1'], ['12%'], ['1/2/2026'], ['TRUE']]);
    expect(range.getValues!()).toEqual([['=1+1'], ['12%'], ['1/2/2026'], ['TRUE']]);
    expect(range.getFormulas!()).toEqual([[''], [''], [''], ['']]);
  });
});

test('text that starts with = is a formula, and so is + or - before something that is no number', () => {
  const host = open({ functions: { OKR_BAR: () => '' } });
  host.script((app) => {
    const range = app.getActiveSheet!().getRange!('A1:A3');
    range.setValues!([['=SUM(B1:B2)'], ['+B1'], ['-work']]);
    expect(range.getFormulas!()).toEqual([['=SUM(B1:B2)'], ['=+B1'], ['=-work']]);
  });
});

test('a leading apostrophe makes text and is not part of the value', async () => {
  const host = open();
  set(host, 'A1', "'=HYPERLINK(\"x\")");
  await host.settled();
  expect(read(host, 'A1')).toEqual([['=HYPERLINK("x")']]);
  expect(host.service.formulas('Sheet1', 'A1')).toEqual([['']]);
});

test('a cell holds at most 50,000 characters', () => {
  const host = open();
  set(host, 'A1', 'x'.repeat(50_000));
  fails(host, (sheet) => sheet.getRange!('A1').setValue!('x'.repeat(50_001))).toThrow('Your input contains more than the maximum of 50000 characters in a single cell.');
});

test('data of another shape than the range is refused with both sizes', () => {
  const host = open();
  fails(host, (sheet) => sheet.getRange!('A1:B2').setValues!([[1, 2]])).toThrow('The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.');
  fails(host, (sheet) => sheet.getRange!('A1:B2').setValues!([[1, 2], [3]])).toThrow('The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.');
  fails(host, (sheet) => sheet.getRange!('A1').setValues!([1])).toThrow("The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.");
  fails(host, (sheet) => sheet.getRange!('A1').setValues!('x')).toThrow("The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.");
  expect(read(host, 'A1:B2')).toEqual([['', ''], ['', '']]);
});

test('ranges outside the sheet are refused', () => {
  const host = open();
  fails(host, (sheet) => sheet.getRange!(0, 1)).toThrow('The starting row of the range is too small.');
  fails(host, (sheet) => sheet.getRange!(1, 1, 0, 1)).toThrow('The number of rows in the range must be at least 1.');
  fails(host, (sheet) => sheet.getRange!(1, 27)).toThrow('The coordinates of the range are outside the dimensions of the sheet.');
  fails(host, (sheet) => sheet.getRange!('A1:B1001')).toThrow('Range not found');
  fails(host, (sheet) => sheet.getRange!('nothing')).toThrow('Range not found');
});

test('a range knows its place, its neighbours and its cells', () => {
  const host = open();
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    const range = sheet.getRange!(2, 3, 4, 2);
    expect([range.getA1Notation!(), range.getRow!(), range.getColumn!(), range.getNumRows!(), range.getNumColumns!(), range.getLastRow!(), range.getLastColumn!()])
      .toEqual(['C2:D5', 2, 3, 4, 2, 5, 4]);
    expect(range.offset!(1, -1).getA1Notation!()).toBe('B3:C6');
    expect(range.offset!(0, 0, 1, 1).getA1Notation!()).toBe('C2');
    expect(range.getCell!(4, 2).getA1Notation!()).toBe('D5');
    expect(sheet.getRange!('B:B').getA1Notation!()).toBe('B1:B1000');
    expect(sheet.getRange!('C3:C').getNumRows!()).toBe(998);
    expect(range.getSheet!().getName!()).toBe('Sheet1');
  });
});

test('an unmodelled member throws with its name, and each call is counted under its name', () => {
  const host = open();
  host.gate.resetCalls();
  fails(host, (sheet) => sheet.getRange!('A1').getRichTextValue!()).toThrow('Range.getRichTextValue is not modelled by the embedded host.');
  host.script((app) => { app.getActiveSheet!().getRange!('A1').setValue!(1).setValue!(2); });
  expect(host.gate.calls()).toEqual({ 'Range.setValue': 2, 'Sheet.getRange': 2, 'SpreadsheetApp.getActiveSheet': 2 });
});

test('the last row and column are those with content; formats alone do not count', () => {
  const host = open();
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    expect([sheet.getLastRow!(), sheet.getLastColumn!(), sheet.getDataRange!().getA1Notation!()]).toEqual([0, 0, 'A1']);
    sheet.getRange!('E9').setBackground!('red');
    sheet.getRange!('B3').setValue!('x');
    expect([sheet.getLastRow!(), sheet.getLastColumn!(), sheet.getDataRange!().getA1Notation!()]).toEqual([3, 2, 'A1:B3']);
    sheet.appendRow!(['next', 1]);
    expect(sheet.getRange!('A4:B4').getValues!()).toEqual([['next', 1]]);
  });
});

test('clearing content keeps the format, clearing the format keeps the content', () => {
  const host = open();
  host.script((app) => {
    const cell = app.getActiveSheet!().getRange!('A1').setValue!(0.5).setNumberFormat!('0%').setBackground!('#ff0000');
    cell.clearContent!();
    expect([cell.getValue!(), cell.getNumberFormat!(), cell.getBackground!()]).toEqual(['', '0%', '#ff0000']);
    cell.setValue!(1).clearFormat!();
    expect([cell.getValue!(), cell.getNumberFormat!(), cell.getBackground!()]).toEqual([1, '0.###############', '#ffffff']);
  });
});

test('merging keeps the top left value only', () => {
  const host = open();
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    sheet.getRange!('A1:B2').setValues!([[1, 2], [3, 4]]).merge!();
    expect(sheet.getRange!('A1:B2').getValues!()).toEqual([[1, ''], ['', '']]);
  });
  fails(host, (sheet) => sheet.getRange!('B2:C3').merge!()).toThrow('You must select all cells in a merged range to merge or unmerge them.');
});

test('looks are read back as they were set', () => {
  const host = open();
  host.script((app) => {
    const range = app.getActiveSheet!().getRange!('A1:B1');
    range.setBackgrounds!([['#f00', null]]).setFontColor!('#00ff00').setFontWeight!('bold').setFontSize!(12).setFontStyle!('italic').setHorizontalAlignment!('center').setVerticalAlignment!('middle').setWrap!(true);
    expect(range.getBackgrounds!()).toEqual([['#ff0000', '#ffffff']]);
    expect(range.getFontWeights!()).toEqual([['bold', 'bold']]);
    expect([range.getFontSize!(), range.getFontStyle!(), range.getHorizontalAlignment!(), range.getVerticalAlignment!(), range.getWrap!()]).toEqual([12, 'italic', 'center', 'middle', true]);
    range.setFontWeight!(null).setBackground!(null).setWrapStrategy!(app.WrapStrategy!.CLIP);
    expect([range.getBackground!(), range.getFontWeight!(), range.getWrapStrategy!()]).toEqual(['#ffffff', 'normal', app.WrapStrategy!.CLIP]);
    range.setBorder!(true, null, true, null, false, false, '#cccccc', app.BorderStyle!.SOLID);
  });
  fails(host, (sheet) => sheet.getRange!('A1').setFontWeight!('heavy')).toThrow('Invalid argument: fontWeight');
});

test('notes are set, read and removed', () => {
  const host = open();
  host.script((app) => {
    const range = app.getActiveSheet!().getRange!('A1:B1');
    range.setNotes!([['one', '']]);
    expect(range.getNotes!()).toEqual([['one', '']]);
    range.setNote!(null);
    expect(range.getNotes!()).toEqual([['', '']]);
    range.setNote!('both').clearNote!();
    expect(range.getNotes!()).toEqual([['', '']]);
    expect(() => range.setNotes!([['one']])).toThrow(/number of columns/);
  });
});

test('a note on a protected cell is for those who may edit it', () => {
  const user = { email: OWNER };
  const host = open({ user });
  host.script((app) => {
    app.getActive!().addEditor!('e@example.com');
    app.getActiveSheet!().getRange!('A1').setNote!('mine').protect!().removeEditors!(['e@example.com']);
  });
  user.email = 'e@example.com';
  fails(host, (sheet) => sheet.getRange!('A1').setNote!('yours')).toThrow(/protected cell/);
  fails(host, (sheet) => sheet.getRange!('A1:B1').clearNote!()).toThrow(/protected cell/);
  fails(host, (sheet) => sheet.getRange!('A1').setNotes!([['yours']])).toThrow(/protected cell/);
  host.script((app) => expect(app.getActiveSheet!().getRange!('A1').getNote!()).toBe('mine'));
});
