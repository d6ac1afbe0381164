/** A formula of people's own, as it is in another row; the numbers are those of rows. */
import { expect, test } from 'vitest';
import { carryOwnColumns, movedFormula } from '../../../src/app/close/ownColumns';
import type { TableRows } from '../../../src/app/form/tables';

test.each([
  ['=G3*2', '=G9*2'], ['=$G3*G$1+Rates!B2', '=$G9*G$1+Rates!B2'], ['="G2"&A3', '="G2"&A9'], ['=SUM(G:G)', '=SUM(G:G)'], ["='My G2'!A3", "='My G2'!A3"],
  ['=LOG10(G3)', '=LOG10(G9)'], ['=G2+1', undefined], ['=SUM(G3:G8)', undefined], ['=ArrayFormula(G3:G)', undefined],
])('%s of row 3 is %s in row 9', (formula, moved) => {
  expect(movedFormula(formula, 3, 9)).toBe(moved);
});

test.each([
  ['nothing', '', [3]],
  ['a formula over it', '=ARRAYFORMULA(A2:A)', []],
  ['the formula of the block, whose keys somebody took away', '=OKR_OBJECTIVES(A1:B)', []],
])('a column with %s is written or left alone', (_, formula, written) => {
  const columns: number[] = [];
  const table = {
    values: [['id', 'objective', ''], ['', '', ''], ['O1', 'Old', 'x'], ['O5', 'New', '']],
    corner: () => ({ sheetId: 1, row: 1, column: 1 }),
    formulas: () => [['', '', ''], ['', '', formula], ['', '', ''], ['', '', '']],
    write: (_row: number, column: number) => void columns.push(column),
  } as unknown as TableRows;
  carryOwnColumns(table, 'objectives', [{ id: 'O1', of: '', step: 'keep', next: 'O5', notes: {} }]);
  expect(columns).toEqual(written);
});
