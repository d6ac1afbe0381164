/** The functions on the allow-list give in Univer what Google documents for them; anything else is refused by name. */
import { expect, test } from 'vitest';
import { SAME_IN_BOTH } from '../../../src/local/formulas/allowed';
import { open } from './open';

/** Over A1:A5 = 1, 2, '', 'x', TRUE. */
const KNOWN: Record<string, [string, unknown][]> = {
  ABS: [['=ABS(-2)', 2]],
  AND: [['=AND(TRUE, A1=1)', true], ['=AND(A1=2, TRUE)', false]],
  ARRAYFORMULA: [['=SUM(ARRAYFORMULA(A1:A2*2))', 6]],
  AVERAGE: [['=AVERAGE(A1:A4)', 1.5], ['=AVERAGE(C1:C4)', '#DIV/0!']],
  COUNT: [['=COUNT(A1:A4)', 2]],
  COUNTA: [['=COUNTA(A1:A5)', 4]],
  COUNTIF: [['=COUNTIF(A1:A5, ">1")', 1], ['=COUNTIF(A1:A5, "x")', 1]],
  IF: [['=IF(A1=1, "yes", "no")', 'yes'], ['=IF(A2=1, "yes", "no")', 'no']],
  INDEX: [['=INDEX(A1:A5, 2)', 2], ['=INDEX(A:A, 4)', 'x'], ['=IF(INDEX(A:A, 3)="", "blank", 0)', 'blank']],
  LEN: [['=LEN("four")', 4], ['=LEN(A3)', 0]],
  MATCH: [['=MATCH(2, A1:A5, 0)', 2], ['=MATCH("X", A:A, 0)', 4], ['=MATCH("y", A1:A5, 0)', '#N/A']],
  MAX: [['=MAX(A1:A4)', 2]],
  MIN: [['=MIN(A1:A4)', 1]],
  NOT: [['=NOT(FALSE)', true]],
  OR: [['=OR(FALSE, A1=1)', true]],
  ROUND: [['=ROUND(2.345, 2)', 2.35], ['=ROUND(-2.5, 0)', -3]],
  ROW: [['=ROW(A7)', 7]],
  SUM: [['=SUM(A1:A4)', 3], ['=SUM(A1:A)', 3]],
  SUMIF: [['=SUMIF(A1:A5, ">1", A1:A5)', 2]],
  TEXT: [['=TEXT(0.256, "0%")', '26%'], ['=TEXT(46023, "yyyy-mm-dd")', '2026-01-01']],
};

test('each function of the allow-list gives what Google gives', async () => {
  expect(Object.keys(KNOWN)).toEqual([...SAME_IN_BOTH]);
  const host = open();
  const all = Object.values(KNOWN).flat();
  host.script((app) => {
    const sheet = app.getActiveSheet!();
    sheet.getRange!('A1:A5').setValues!([[1], [2], [''], ['x'], [true]]);
    sheet.getRange!(1, 5, all.length, 1).setFormulas!(all.map(([formula]) => [formula]));
  });
  await host.settled();
  expect(all.map(([formula], i) => [formula, host.service.values('Sheet1', `E${i + 1}`)[0]![0]])).toEqual(all);
});

test('a script may use no other function, however it writes the formula; people may', async () => {
  const host = open({ functions: { OKR_BAR: () => 'bar' } });
  const write = (method: string, value: unknown) => () => host.script((app) => { app.getActiveSheet!().getRange!('A1')[method]!(value); });
  expect(write('setFormula', '=IF(TRUE, FILTER(B1:B2, C1:C2), "")')).toThrow('FILTER in a formula written by a script is not modelled by the embedded host');
  expect(write('setValue', '=query(B1:B2, "x")')).toThrow(/^QUERY in a formula/);
  expect(write('setFormulas', [['=HYPERLINK("http://x")']])).toThrow(/^HYPERLINK in a formula/);
  expect(write('setFormula', '=OKR_BAR("FILTER(")')).not.toThrow();
  host.service.person.type('Sheet1', 'A2', '=UPPER("typed")');
  await host.settled();
  expect(host.service.values('Sheet1', 'A1:A2')).toEqual([['bar'], ['TYPED']]);
});
