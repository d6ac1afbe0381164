/** The functions that a formula written by a script may use here: those known to mean the same in Google and in Univer. */

/** Checked one by one in test/local/sheets/allowed.test.ts. */
export const SAME_IN_BOTH: ReadonlySet<string> = new Set([
  'ABS', 'AND', 'ARRAYFORMULA', 'AVERAGE', 'COUNT', 'COUNTA', 'COUNTIF', 'IF', 'INDEX', 'LEN', 'MATCH', 'MAX', 'MIN', 'NOT', 'OR', 'ROUND', 'ROW', 'SUM', 'SUMIF', 'TEXT',
]);

const NAME = /([A-Za-z_][A-Za-z0-9_.]*)\s*\(/g;

/** Throws with the name of the first function that is neither a custom function nor known to be the same. */
export function refuseUnknownFunctions(formula: string, custom: ReadonlySet<string>): void {
  const code = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '""');
  for (const [, name = ''] of code.matchAll(NAME)) {
    const upper = name.toUpperCase();
    if (!SAME_IN_BOTH.has(upper) && !custom.has(upper)) {
      throw new Error(`${upper} in a formula written by a script is not modelled by the embedded host: ${formula}`);
    }
  }
}
