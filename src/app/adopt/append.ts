/** Appends rows to one of the add-on's sheets: below the last filled row, own columns only, so that columns of other people stay as they are. */
import { FIRST_DATA_ROW, TABLES } from '../../rows/columns';
import { dataRows, isBlank, readHeader, type Cell } from '../../rows/grid';
import type { Tab } from '../locate';
import type { AdoptPort } from './ports';

/** By column key; what is blank is left out. */
export type Fields = Readonly<Record<string, Cell>>;

export type Appendable = 'objectives' | 'keyResults';

/** The row of the sheet, counted from 1, below everything that people filled. */
export function rowBelow(table: Appendable, { values }: Tab): number {
  return FIRST_DATA_ROW + dataRows(values, readHeader(values, table), table);
}

/** The columns of the table by their keys, from 1. */
export function columnsIn(table: Appendable, { values }: Tab): ReadonlyMap<string, number> {
  const { at } = readHeader(values, table);
  return new Map(TABLES[table].filled.flatMap(({ key }): [string, number][] => (at.has(key) ? [[key, (at.get(key) ?? 0) + 1]] : [])));
}

/** Whether the rows from a place on hold nothing else than what is to be written there: nothing yet, or a part of it. */
export function isFreeFor(table: Appendable, tab: Tab, row: number, rows: readonly Fields[]): boolean {
  const columns = [...columnsIn(table, tab)];
  return rows.every((fields, index) => {
    const present = tab.values[row - 1 + index] ?? [];
    return columns.every(([key, column]) => isBlank(present[column - 1]) || (key !== 'id' && isAlike(present[column - 1], fields[key])));
  });
}

/** A day comes back as a date; that one stands where one is to be written is enough. */
const isAlike = (present: Cell, wanted: Cell): boolean => present === wanted || (typeof present === 'object' && typeof wanted === 'string' && wanted !== '');

/** One write per run of neighbouring columns, the one with the IDs last: rows that have their IDs are complete. */
export function append(table: Appendable, tab: Tab, port: AdoptPort, row: number, rows: readonly Fields[]): void {
  if (rows.length === 0) return;
  const columns = [...columnsIn(table, tab)].sort(([, a], [, b]) => a - b);
  const runs: (typeof columns)[] = [];
  for (const one of columns) {
    const run = runs[runs.length - 1];
    if (run && (run[run.length - 1]?.[1] ?? 0) + 1 === one[1]) run.push(one);
    else runs.push([one]);
  }
  const hasIds = (run: typeof columns): number => Number(run.some(([key]) => key === 'id'));
  runs.sort((a, b) => hasIds(a) - hasIds(b));
  tab.sheet.ensureRows(row - 1 + rows.length);
  for (const run of runs) port.write(tab.sheet.id, row, run[0]?.[1] ?? 1, rows.map((fields) => run.map(([key]) => fields[key] ?? '')));
}
