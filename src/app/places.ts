/** Where the columns of a table sheet stand: those of people by their keys, the computed block by its formula. */
import { TABLES, type KeyedTable } from '../rows/columns';
import { keyOf, type Cell } from '../rows/grid';
import { functionOf } from './formulas';

/** Where everything stands, columns counted from 1. */
export interface Places {
  readonly columnOf: ReadonlyMap<string, number>;
  /** The first computed column; 0 for a table that computes nothing. */
  readonly block: number;
  /** The last column that goes into formulas: everything left of the block, or the last key. */
  readonly lastInput: number;
}

/** Where the table's own columns and its computed block stand; `formulas` are those of the label row, as far as they are known. */
export function placesOf(table: KeyedTable, keyRow: readonly Cell[], formulas: readonly string[]): Places {
  const keys = keyRow.map(keyOf);
  const columnOf = new Map<string, number>();
  for (const { key } of TABLES[table].filled) if (keys.includes(key)) columnOf.set(key, keys.indexOf(key) + 1);
  const lastKey = Math.max(0, ...columnOf.values());
  if (TABLES[table].computed.length === 0) return { columnOf, block: 0, lastInput: lastKey };
  const block = blockOf(table, keys, formulas) ?? Math.max(lastKey, keys.length) + 1;
  return { columnOf, block, lastInput: block - 1 };
}

/** The block begins where its formula stands, else where its first key does, else where the first of its keys that are left does. */
function blockOf(table: KeyedTable, keys: readonly string[], formulas: readonly string[]): number | undefined {
  const formula = formulas.findIndex((text) => isFormulaOf(table, text));
  if (formula >= 1) return formula + 1;
  const filled = new Set<string>(TABLES[table].filled.map((column) => column.key));
  for (const { key } of TABLES[table].computed) {
    const index = filled.has(key) ? -1 : keys.indexOf(key);
    if (index >= 1) return index + 1;
  }
  return undefined;
}

/** The table's own function is called, whatever its ranges. */
export function isFormulaOf(table: KeyedTable, formula: string): boolean {
  return formula.replace(/\s/g, '').toUpperCase().startsWith(`=${functionOf(table)}(`);
}
