/** What the first two rows of a table sheet should be, given what they are: missing columns and keys, labels, what is in the way of the spill. */
import type { Language } from '../model/words';
import { LANGUAGES } from '../model/words';
import { labelOf } from '../report/labels';
import { LABEL_ROW, TABLES, type KeyedTable } from '../rows/columns';
import { dayOfDate } from '../rows/cells';
import { columnName, isBlank, isDate, keyOf, type Cell, type Cells } from '../rows/grid';

export { columnName };

/** Keys that are missing, each with the column it has to be inserted at, in the order to insert them. */
export function missingColumns(table: KeyedTable, keyRow: readonly Cell[]): { readonly key: string; readonly column: number }[] {
  const keys = keyRow.map(keyOf);
  const missing: { key: string; column: number }[] = [];
  TABLES[table].filled.forEach(({ key }, index) => {
    if (keys.includes(key)) return;
    const before = TABLES[table].filled.slice(0, index).map((column) => keys.indexOf(column.key));
    const at = Math.max(-1, ...before) + 1;
    keys.splice(at, 0, key);
    missing.push({ key, column: at + 1 });
  });
  return missing;
}

/** Whether a text is the label of a column in any of our languages. */
export function isLabelOf(key: string, text: Cell): boolean {
  return typeof text === 'string' && LANGUAGES.some((language) => text === labelOf(key, language) || text.startsWith(`${labelOf(key, language)}: `));
}

/** Keys that are gone from row 1 while their labels are still there, by the index of their column. */
export function keysByLabel(table: KeyedTable, values: Cells): ReadonlyMap<number, string> {
  const keys = (values[0] ?? []).map(keyOf);
  const found = new Map<number, string>();
  const labels = values[LABEL_ROW - 1] ?? [];
  for (const { key } of TABLES[table].filled) {
    if (keys.includes(key)) continue;
    const index = labels.findIndex((label, i) => (keys[i] ?? '') === '' && !found.has(i) && isLabelOf(key, label));
    if (index >= 0) found.set(index, key);
  }
  return found;
}

/** As many labels as this in row 1 are no coincidence: somebody deleted the row of keys above them. */
const LABELS_THAT_TELL = 3;

/** Whether the labels stand where the keys should be. A key is a label too in some language, so only what is no key counts. */
export function labelsStandFirst(table: KeyedTable, values: Cells): boolean {
  const first = values[0] ?? [];
  return TABLES[table].filled.filter(({ key }) => !first.includes(key) && first.some((cell) => isLabelOf(key, cell))).length >= LABELS_THAT_TELL;
}

/** The label a cell should have, or undefined when what stands there is somebody's own word and stays. */
export function labelFor(key: string, present: Cell, language: Language): string | undefined {
  const wanted = labelOf(key, language);
  if (present === wanted) return undefined;
  const isOurs = isBlank(present) || LANGUAGES.some((other) => labelOf(key, other) === present);
  return isOurs ? wanted : undefined;
}

/** The whole sheet from row 1, open to its last row: `'Key Results'!A1:Q`. */
export function wholeSheet(sheetName: string, lastColumn: number, firstColumn = 1): string {
  return `${quoteSheet(sheetName)}!${columnName(firstColumn)}1:${columnName(lastColumn)}`;
}

function quoteSheet(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

/** Formulas that differ only in spaces and quotes, or in naming the sheet that they stand in, do the same. */
export function sameFormula(a: string, b: string, sheetName: string): boolean {
  const plain = (text: string) => text.replace(/['\s$]/g, '').toUpperCase().replace(/;/g, ',');
  const own = `${plain(sheetName)}!`;
  return plain(a).split(own).join('') === plain(b).split(own).join('');
}

/**
 * What stands in the way of the spill, as a rectangle from the label row on with the text of each cell; undefined when nothing does.
 * `typedOver` is what stands in the place of the formula itself.
 */
export function obstacles(values: Cells, block: number, columns: number, typedOver = ''): string[][] | undefined {
  const texts: string[][] = [];
  for (let row = LABEL_ROW; row <= values.length; row += 1) {
    const cells = (values[row - 1] ?? []).slice(block - 1, block - 1 + columns);
    texts.push(Array.from({ length: columns }, (_, i) => (row === LABEL_ROW && i === 0 ? typedOver : textOf(cells[i]))));
  }
  return texts.some((row) => row.some((text) => text !== '')) ? texts : undefined;
}

/** A cell as a person would read it. */
export function textOf(cell: Cell): string {
  if (isBlank(cell)) return '';
  return isDate(cell) ? (dayOfDate(cell) ?? '') : String(cell);
}
