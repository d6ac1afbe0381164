/** What the forms need of a spreadsheet: tables as the ranges of their names show them, and who asks when. src/google answers. */
import type { Day } from '../../model/day';
import type { Language } from '../../model/words';
import { languageOf } from '../../report/messages';
import { speak } from '../../report/onDemand';
import { FIRST_DATA_ROW, TABLES, type KeyedTable } from '../../rows/columns';
import { dataRows, isBlank, readHeader, type Cell } from '../../rows/grid';
import { placeOfSetting } from '../settingRows';
import type { Place } from '../api';

/** One table, read when it is opened. Rows and columns are counted from its corner as 1, so row 3 is the first of data. */
export interface TableRows {
  readonly values: Cell[][];
  /** Makes its own rows when it is written to below all that is there. */
  readonly growsByItself?: boolean;
  /** Where the corner stands; three calls, for those who have to show a cell. */
  corner(): Place;
  sheetName(): string;
  /** The formulas of a rectangle, '' where there is none. */
  formulas(row: number, column: number, rows: number, columns: number): string[][];
  /** Writes cells from a place on. Text stays text, whatever it begins with; an ISO day becomes a date. A formula that is not '' stands in place of its cell. */
  write(row: number, column: number, cells: readonly (readonly Cell[])[], formulas?: readonly (readonly string[])[]): void;
  writeFormula(row: number, column: number, formula: string): void;
  /** The same rows with all columns of the sheet, those behind the computed ones too; read anew. */
  wide(): TableRows;
  /** Inserts empty rows above the last row of the range, so that everything which reaches there reaches further. */
  addRows(count: number): void;
  deleteRows(row: number, count: number): void;
}

export interface Tables {
  /** Reads the table anew; undefined when there is no range of its name. */
  open(table: KeyedTable): TableRows | undefined;
}

/** Who asks, when and where; each is asked of Google only when it is needed. */
export interface Here {
  /** The moment as ISO text in the spreadsheet's time zone, without a zone: `2026-11-21T16:05:00`. */
  now(): string;
  /** E-mail of the person, '' when Google does not tell. */
  me(): string;
  timeZone(): string;
  locale(): string;
  /** Of the person at the keyboard. */
  language(): Language;
}

export const todayOf = (here: Here): Day => here.now().slice(0, 10) as Day;

/** The table, or a sentence that says what to do when it is not there. */
export function openTable(tables: Tables, table: KeyedTable, here: Here): TableRows {
  const rows = tables.open(table);
  if (!rows || TABLES[table].essential.some((key) => !readHeader(rows.values, table).at.has(key))) throw new Error(speak(here.language())('error.notSetUp'));
  return rows;
}

/** The language that the workbook is set to. */
export function workbookLanguage(tables: Tables, here: Here): Language {
  const said = placeOfSetting(tables.open('settings')?.values ?? [], 'language')?.cell;
  return said === undefined || said === '' ? here.language() : languageOf(said);
}

/** The column of a key, counted from 1; undefined when the table has none. */
export function columnOf(rows: TableRows, table: KeyedTable, key: string): number | undefined {
  const index = readHeader(rows.values, table).at.get(key);
  return index === undefined ? undefined : index + 1;
}

/** The first row below all that people filled. */
export function freeRow(rows: TableRows, table: KeyedTable): number {
  return FIRST_DATA_ROW + dataRows(rows.values, readHeader(rows.values, table), table);
}

/** Rows to come when a table is full; the same number as a setup keeps. */
const SPARE_ROWS = 200;

/** Makes sure that so many rows are free from `row` on, with one more below them for the next to be inserted above. */
export function makeRoom(rows: TableRows, row: number, count: number): void {
  const last = row + count - 1;
  if (last >= rows.values.length && !rows.growsByItself) rows.addRows(SPARE_ROWS + last - rows.values.length);
}

/** Cells of one row by their keys. */
export type RowCells = Readonly<Record<string, Cell>>;

/** A piece of a row whose columns stand side by side. */
export interface Run {
  readonly column: number;
  readonly keys: readonly string[];
}

/** The columns of some keys as pieces to be written in one go each; keys that the table does not have are left out. */
export function runsOf(rows: TableRows, table: KeyedTable, keys: readonly string[]): Run[] {
  const placed = keys.map((key) => ({ key, column: columnOf(rows, table, key) })).filter((one): one is { key: string; column: number } => one.column !== undefined);
  placed.sort((a, b) => a.column - b.column);
  const runs: { column: number; keys: string[] }[] = [];
  for (const { key, column } of placed) {
    const last = runs[runs.length - 1];
    if (last && last.column + last.keys.length === column) last.keys.push(key);
    else runs.push({ column, keys: [key] });
  }
  return runs;
}

/**
 * Writes whole rows, one below the other, a piece of columns at a time; all rows have the same keys. The piece with the key that a row is known by
 * comes first, so that rows which a fault left unfinished are found and finished by the next try.
 */
export function writeRows(rows: TableRows, table: KeyedTable, row: number, cells: readonly RowCells[], knownBy: string): void {
  const [first] = cells;
  if (!first) return;
  makeRoom(rows, row, cells.length);
  const runs = runsOf(rows, table, Object.keys(first)).sort((a, b) => Number(b.keys.includes(knownBy)) - Number(a.keys.includes(knownBy)));
  for (const run of runs) rows.write(row, run.column, cells.map((one) => run.keys.map((key) => one[key])));
}

/** Brings what was read up to what was written. */
export function follow(rows: TableRows, table: KeyedTable, row: number, written: readonly RowCells[]): void {
  const { at } = readHeader(rows.values, table);
  written.forEach((cells, index) => {
    while (rows.values.length < row + index) rows.values.push([]);
    const line = rows.values[row + index - 1];
    for (const [key, cell] of Object.entries(cells)) {
      const column = at.get(key);
      if (line && column !== undefined) line[column] = cell;
    }
  });
}

/** The row of each id; the first one counts. */
export function rowsById(rows: TableRows, table: KeyedTable): Map<string, number> {
  const column = readHeader(rows.values, table).at.get('id');
  const byId = new Map<string, number>();
  rows.values.forEach((row, index) => {
    const cell = column === undefined || index < FIRST_DATA_ROW - 1 ? '' : row[column];
    const id = isBlank(cell) ? '' : String(cell).trim();
    if (id !== '' && !byId.has(id)) byId.set(id, index + 1);
  });
  return byId;
}
