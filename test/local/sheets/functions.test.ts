/** Custom functions as Google runs them: their arguments, their results, and how often they run. */
import { expect, test } from 'vitest';
import { open } from './open';
import type { Opened } from './open';

/** A spreadsheet whose OKR_SEE keeps the arguments of its last call. */
function seeing(setting: Parameters<typeof open>[0] = {}) {
  const calls: unknown[][] = [];
  const host = open({ ...setting, functions: { ...setting.functions, OKR_SEE: (...args: unknown[]) => { calls.push(args); return 'seen'; } } });
  return { host, calls };
}

async function formula(host: Opened, a1: string, text: string): Promise<unknown> {
  host.script((app) => { app.getActiveSheet!().getRange!(a1).setFormula!(text); });
  await host.settled();
  return host.service.values('Sheet1', a1)[0]![0];
}

const put = (host: Opened, a1: string, values: unknown[][]) =>
  host.script((app) => { app.getActiveSheet!().getRange!(a1).setValues!(values); });

test('one cell arrives as a scalar, a range as rows, also when it has one row', async () => {
  const { host, calls } = seeing();
  put(host, 'A1:B2', [[1, 'x'], [true, 2]]);
  await formula(host, 'D1', '=OKR_SEE(A1, A1:B1, A1:A2, "text", 5, TRUE)');
  expect(calls).toEqual([[1, [[1, 'x']], [[1], [true]], 'text', 5, true]]);
});

test('blank cells arrive as empty text, a skipped argument as undefined', async () => {
  const { host, calls } = seeing();
  await formula(host, 'D1', '=OKR_SEE(A1, , A1:A2)');
  expect(calls).toEqual([['', undefined, [[''], ['']]]]);
});

test('dates arrive as dates of the spreadsheet time zone, per cents as fractions, errors as their text', async () => {
  const { host, calls } = seeing({ timeZone: 'Asia/Ho_Chi_Minh' });
  put(host, 'A1:A2', [['2026-01-02'], ['12%']]);
  host.script((app) => { app.getActiveSheet!().getRange!('A3').setFormula!('=1/0'); });
  await formula(host, 'D1', '=OKR_SEE(A1, A1:A3)');
  const day = new Date('2026-01-02T00:00:00+07:00');
  expect(calls.at(-1)).toEqual([day, [[day], [0.12], ['#DIV/0!']]]);
});

test('an open range ends after its last filled row, wherever it starts, and grows with the sheet', async () => {
  const { host, calls } = seeing();
  put(host, 'A1:B4', [[1, ''], [2, 'x'], ['', ''], ['', '']]);
  await formula(host, 'D1', '=OKR_SEE(A1:B, A2:B, A:A)');
  expect(calls.at(-1)).toEqual([[[1, ''], [2, 'x']], [[2, 'x']], [[1], [2]]]);
  host.script((app) => {
    app.getActiveSheet!().insertRowsAfter!(1000, 5);
    app.getActiveSheet!().getRange!('A1005').setValue!('end');
  });
  await host.settled();
  expect((calls.at(-1)![0] as unknown[][]).length).toBe(1005);
  expect(host.service.formulas('Sheet1', 'D1')).toEqual([['=OKR_SEE(A1:B, A2:B, A:A)']]);
});

test('references follow inserted rows and columns and keep their open end', async () => {
  const { host } = seeing();
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    sheet.getRange!('H1').setFormula!('=OKR_SEE(B3:D, $C$1:D, B1:D9)');
    sheet.insertColumnsAfter!(2, 1);
    sheet.insertRowsBefore!(2, 2);
    expect(sheet.getRange!('I1').getFormula!()).toBe('=OKR_SEE(B5:E, $D$1:E, B1:E11)');
    sheet.deleteRows!(2, 1);
    expect(sheet.getRange!('I1').getFormula!()).toBe('=OKR_SEE(B4:E, $D$1:E, B1:E10)');
  });
  await host.settled();
});

test('a reference to a renamed sheet follows, to a deleted one is #REF!, to an unknown one too', async () => {
  const { host } = seeing();
  host.script((app) => {
    const book = app.getActive!();
    const home = book.getActiveSheet!();
    const other = book.insertSheet!('Key Results');
    home.getRange!('A1').setFormula!("=OKR_SEE('Key Results'!A1:B)");
    home.getRange!('A2').setFormula!('=OKR_SEE(Nowhere!A1:B)');
    other.setName!('KRs 2026');
    expect(home.getRange!('A1').getFormula!()).toBe("=OKR_SEE('KRs 2026'!A1:B)");
  });
  await host.settled();
  expect(host.service.values('Sheet1', 'A1:A2')).toEqual([['seen'], ['#REF!']]);
  host.script((app) => app.getActive!().deleteSheet!(app.getActive!().getSheetByName!('KRs 2026')));
  await host.settled();
  expect(host.service.values('Sheet1', 'A1')).toEqual([['#REF!']]);
});

test('results spill; blanks of all kinds are empty, dates become serial numbers', async () => {
  const host = open({ functions: { OKR_ROWS: () => [[1, null, undefined], ['', true, new Date('2026-01-01T00:00:00+01:00')]] } });
  await formula(host, 'B2', '=OKR_ROWS()');
  expect(host.service.values('Sheet1', 'B2:D3')).toEqual([[1, '', ''], ['', true, 46023]]);
});

test('a spilled date shows as a date where the cell has a date format', async () => {
  const host = open({ functions: { OKR_ROWS: () => [['at'], [new Date('2026-01-01T00:00:00+01:00')]] } });
  host.script((app) => { app.getActiveSheet!().getRange!('A1:A2').setNumberFormat!('yyyy-mm-dd'); });
  await formula(host, 'A1', '=OKR_ROWS()');
  host.script((app) => expect(app.getActiveSheet!().getRange!('A1:A2').getDisplayValues!()).toEqual([['at'], ['2026-01-01']]));
});

test('a spill stops at content in its way: #REF!, nothing is overwritten, and it comes back when the way is free', async () => {
  const host = open({ functions: { OKR_ROWS: () => [[1], [2], [3]] } });
  put(host, 'A3', [['mine']]);
  expect(await formula(host, 'A1', '=OKR_ROWS()')).toBe('#REF!');
  expect(host.service.values('Sheet1', 'A1:A3')).toEqual([['#REF!'], [''], ['mine']]);
  host.service.person.type('Sheet1', 'A3', '');
  await host.settled();
  expect(host.service.values('Sheet1', 'A1:A3')).toEqual([[1], [2], [3]]);
});

test('a smaller result leaves nothing behind of a larger one', async () => {
  const host = open({ functions: { OKR_TIMES: (n: number) => Array.from({ length: n }, (_, i) => [i + 1]) } });
  put(host, 'B1', [[3]]);
  await formula(host, 'A1', '=OKR_TIMES(B1)');
  expect(host.service.values('Sheet1', 'A1:A3')).toEqual([[1], [2], [3]]);
  put(host, 'B1', [[2]]);
  await host.settled();
  expect(host.service.values('Sheet1', 'A1:A3')).toEqual([[1], [2], ['']]);
});

test('a thrown error shows as #ERROR! and its message can be read', async () => {
  const host = open({ functions: { OKR_FAIL: (value: unknown) => { if (value === 1) throw new Error('The start is missing.'); return 'fine'; } } });
  put(host, 'B1', [[1]]);
  expect(await formula(host, 'A1', '=OKR_FAIL(B1)')).toBe('#ERROR!');
  expect(host.functions.errorAt('0', 0, 0)).toBe('The start is missing.');
  put(host, 'B1', [[2]]);
  await host.settled();
  expect(host.service.values('Sheet1', 'A1')).toEqual([['fine']]);
  expect(host.functions.errorAt('0', 0, 0)).toBeUndefined();
});

test('a volatile argument leaves the cell loading for ever, also through a cell that is volatile itself', async () => {
  const { host, calls } = seeing();
  host.service.person.type('Sheet1', 'A1', '=TODAY()');
  host.service.person.type('Sheet1', 'B1', '=OKR_SEE(NOW())');
  host.service.person.type('Sheet1', 'B2', '=OKR_SEE(A1)');
  host.service.person.type('Sheet1', 'B3', '=OKR_SEE(A1:A2)');
  await host.settled();
  expect(host.service.values('Sheet1', 'B1:B3')).toEqual([['Loading...'], ['Loading...'], ['Loading...']]);
  expect(calls).toEqual([]);
});

test('a function runs once per edit of its arguments and not at all for other edits', async () => {
  const { host } = seeing();
  put(host, 'A1:A3', [[1], [2], [3]]);
  await formula(host, 'C1', '=OKR_SEE(A1:A)');
  host.functions.resetRuns();
  host.service.person.type('Sheet1', 'A2', 5);
  await host.settled();
  host.service.person.type('Sheet1', 'F9', 5);
  await host.settled();
  host.script((app) => { app.getActiveSheet!().getRange!('A1:C9').setBackground!('red'); });
  await host.settled();
  expect(host.functions.runs()).toEqual({ OKR_SEE: 1 });
});

test('several tables that read each other run once each per edit', async () => {
  const host = open({ functions: { OKR_ONE: (rows: unknown[][]) => rows, OKR_TWO: (rows: unknown[][], more: unknown[][]) => [...rows, ...more] } });
  put(host, 'A1:A2', [[1], [2]]);
  host.script((app) => {
    app.getActiveSheet!().getRange!('C1').setFormula!('=OKR_ONE(A1:A)');
    app.getActiveSheet!().getRange!('E1').setFormula!('=OKR_TWO(A1:A, C1:C)');
  });
  await host.settled();
  expect(host.service.values('Sheet1', 'E1:E4')).toEqual([[1], [2], [1], [2]]);
  host.functions.resetRuns();
  host.service.person.type('Sheet1', 'A1', 7);
  await host.settled();
  expect(host.service.values('Sheet1', 'E1:E4')).toEqual([[7], [2], [7], [2]]);
  expect(host.functions.runs().OKR_ONE).toBe(1);
});

test('a result that a cell cannot show is an error, and so is a number without end', async () => {
  const host = open({ functions: { OKR_ODD: (kind: string) => (kind === 'object' ? { a: 1 } : kind === 'nan' ? NaN : []) } });
  expect(await formula(host, 'A1', '=OKR_ODD("object")')).toBe('#ERROR!');
  expect(await formula(host, 'A2', '=OKR_ODD("nan")')).toBe('#NUM!');
  expect(await formula(host, 'A3', '=OKR_ODD("empty")')).toBe('');
});

test('other formulas can read a spilled cell and a text result', async () => {
  const host = open({ functions: { OKR_ROWS: () => [['a', 0.5], ['b', 0.25]] } });
  await formula(host, 'A1', '=OKR_ROWS()');
  expect(await formula(host, 'D1', '=SUM(B1:B)')).toBe(0.75);
});

test('ten thousand rows are calculated in well under two seconds', async () => {
  const host = open({ functions: { OKR_BIG: (rows: unknown[][]) => rows.map((row) => row.slice(0, 9)) } });
  host.script((app) => { app.getActiveSheet!().insertRowsAfter!(1000, 9000).insertColumnsAfter!(26, 10); });
  put(host, 'A1:R10000', Array.from({ length: 10_000 }, (_, i) => Array.from({ length: 18 }, (_, j) => (j % 2 ? `text ${i} ${j}` : i + j))));
  await formula(host, 'T1', '=OKR_BIG(A1:R)');
  const start = performance.now();
  host.service.person.type('Sheet1', 'A5', 77);
  await host.settled();
  expect(host.service.values('Sheet1', 'T5')).toEqual([[77]]);
  expect(performance.now() - start).toBeLessThan(2000);
});
