/** A formula of people's own, as it is in another row; the numbers are those of rows. */
import { expect, test } from 'vitest';
import { movedFormula } from '../../../src/app/close/ownColumns';

test.each([
  ['=G3*2', '=G9*2'], ['=$G3*G$1+Rates!B2', '=$G9*G$1+Rates!B2'], ['="G2"&A3', '="G2"&A9'], ['=SUM(G:G)', '=SUM(G:G)'], ["='My G2'!A3", "='My G2'!A3"],
  ['=LOG10(G3)', '=LOG10(G9)'], ['=G2+1', undefined], ['=SUM(G3:G8)', undefined], ['=ArrayFormula(G3:G)', undefined],
])('%s of row 3 is %s in row 9', (formula, moved) => {
  expect(movedFormula(formula, 3, 9)).toBe(moved);
});
