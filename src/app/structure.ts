/** What the first two rows of a table sheet should be, given what they are: missing columns, labels, the spilling formula. */
import type { Language } from '../model/words';
import { LANGUAGES } from '../model/words';
import { labelOf } from '../report/labels';
import { LABEL_ROW, TABLES, type KeyedTable } from '../rows/columns';
import { isBlank, keyOf, type Cell } from '../rows/grid';

/** Where everything stands, columns counted from 1. */
export interface Places {
  readonly columnOf: ReadonlyMap<string, number>;
  /** The first computed column; 0 for a table that computes nothing. */
  readonly block: number;
  /** The last column that goes into formulas: everything left of the block, or the last key. */
  readonly lastInput: number;
}

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

/** Where the block of computed columns begins: where its first key stands, else behind everything. */
export function placesOf(table: KeyedTable, keyRow: readonly Cell[], width: number): Places {
  const keys = keyRow.map(keyOf);
  const { filled, computed } = TABLES[table];
  const columnOf = new Map<string, number>();
  for (const { key } of filled) if (keys.includes(key)) columnOf.set(key, keys.indexOf(key) + 1);
  const lastKey = Math.max(0, ...columnOf.values());
  const [first] = computed;
  if (!first) return { columnOf, block: 0, lastInput: lastKey };
  const known = keys.findIndex((key, index) => key === first.key && index >= 1);
  const block = known >= 0 ? known + 1 : Math.max(lastKey, width) + 1;
  return { columnOf, block, lastInput: block - 1 };
}

/** The label a cell should have, or undefined when what stands there is somebody's own word and stays. */
export function labelFor(key: string, present: Cell, language: Language): string | undefined {
  const wanted = labelOf(key, language);
  if (present === wanted) return undefined;
  const isOurs = isBlank(present) || LANGUAGES.some((other) => labelOf(key, other) === present);
  return isOurs ? wanted : undefined;
}

/** Column 1 is A, 27 is AA. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** The whole sheet from row 1, open to its last row: `'Key Results'!A1:Q`. */
export function wholeSheet(sheetName: string, lastColumn: number): string {
  return `${quoteSheet(sheetName)}!A1:${columnName(lastColumn)}`;
}

function quoteSheet(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

/** Formulas that differ only in spaces and quotes do the same. */
export function sameFormula(a: string, b: string): boolean {
  const plain = (formula: string) => formula.replace(/['\s$]/g, '').toUpperCase().replace(/;/g, ',');
  return plain(a) === plain(b);
}

/**
 * What stands in the way of the spill, as a rectangle from the label row on with the text of each cell, the formula's own cell left out;
 * undefined when nothing does.
 */
export function obstacles(values: readonly (readonly Cell[])[], block: number, columns: number): string[][] | undefined {
  const texts: string[][] = [];
  for (let row = LABEL_ROW; row <= values.length; row += 1) {
    const cells = (values[row - 1] ?? []).slice(block - 1, block - 1 + columns);
    texts.push(Array.from({ length: columns }, (_, i) => (isBlank(cells[i]) || (row === LABEL_ROW && i === 0) ? '' : String(cells[i]))));
  }
  return texts.some((row) => row.some((text) => text !== '')) ? texts : undefined;
}
