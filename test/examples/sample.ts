/** The sample company as cells and as an understood workbook, for tests that want a whole one. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { understand, type Book } from '../../src/app/book';
import type { CheckInNote } from '../../src/model/past';
import { recognise } from '../../src/report/vocabulary';
import { TABLES, type KeyedTable } from '../../src/rows/columns';
import type { Cell } from '../../src/rows/grid';
import { readNotes } from '../../src/rows/readPast';

type Table = Exclude<KeyedTable, 'history'>;
export type SampleCells = Readonly<Record<Table, Cell[][]>>;

const NAMES: readonly Table[] = ['objectives', 'keyResults', 'actions', 'kpis', 'checkIns', 'settings'];
/** Plain text in the workbook, so that O1.10 stays what it is. */
const TEXT = new Set(['id', 'objective_id', 'key_result_id', 'parent', 'depends_on', 'linked_to', 'ref']);

function read(table: Table): Cell[][] {
  const file = new URL(`../../sample/${TABLES[table].sheet}.csv`, import.meta.url);
  const [keys = [], ...rows] = Papa.parse<string[]>(readFileSync(file, 'utf8').trim()).data;
  const typed = (text: string, column: number): Cell => (TEXT.has(keys[column] ?? '') || !/^-?\d+(\.\d+)?$/.test(text) ? text : Number(text));
  return [keys, [...keys], ...rows.map((row) => row.map(typed))];
}

/** Read anew each time, so that a test may change them. */
export function sampleCells(): SampleCells {
  return Object.fromEntries(NAMES.map((table) => [table, read(table)])) as SampleCells;
}

/** The value of a setting in the cells. */
export function withSetting(cells: SampleCells, key: string, value: Cell): SampleCells {
  return { ...cells, settings: cells.settings.map((row) => (row[0] === key ? [key, value] : row)) };
}

export function understood(cells: SampleCells = sampleCells()): { readonly book: Book; readonly notes: readonly CheckInNote[] } {
  return { book: understand((table) => (table === 'history' ? [] : cells[table])), notes: readNotes(cells.checkIns, recognise) };
}
