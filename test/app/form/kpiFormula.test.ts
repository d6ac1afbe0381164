/** The formula between a key result and its KPI: found by id in whole columns, and known again. */
import { expect, test } from 'vitest';
import { kpiColumns, kpiFormula, kpiIn } from '../../../src/app/form/kpiFormula';

const columns = kpiColumns('KPIs', { sheetId: 1, row: 1, column: 2 }, 1, 12);

test('names the columns of the sheet, wherever the table begins, and keeps blank blank', () => {
  expect(kpiFormula('K1', columns)).toBe('=IF(INDEX(KPIs!$M:$M, MATCH("K1", KPIs!$B:$B, 0))="", "", INDEX(KPIs!$M:$M, MATCH("K1", KPIs!$B:$B, 0)))');
  expect(kpiFormula('K1', kpiColumns("Ana's KPIs", { sheetId: 1, row: 1, column: 1 }, 1, 27))).toContain("INDEX('Ana''s KPIs'!$AA:$AA, MATCH(\"K1\", 'Ana''s KPIs'!$A:$A, 0))");
});

test.each(['K1', 'K-2.1', 'K "3"', 'K*', '?', 'a~b', 'ตัวชี้วัด 4', "it's"])('%s is known again in its formula', (id) => {
  for (const sheetName of ['KPIs', 'Ana "A" (x)', "It's"]) expect(kpiIn(kpiFormula(id, kpiColumns(sheetName, { sheetId: 1, row: 1, column: 1 }, 1, 12)))).toBe(id);
});

test.each(['', '=KPIs!L3', '=SUM(1,2)', '=INDEX(A:A, MATCH("K1", B:B, 0))', 'K1'])('%s is a formula of somebody else’s', (formula) => {
  expect(kpiIn(formula)).toBeUndefined();
});
