/** What the actions need of a spreadsheet, in our words; src/google answers with Google's services, few calls each. */
import type { Day } from '../model/day';
import type { TableName } from '../model/finding';
import type { Language } from '../model/words';
import type { Cell } from '../rows/grid';
import type { Look, PageLook } from './look';

export interface SheetPort {
  readonly id: number;
  readonly name: string;
  /** Every cell with content, from A1; computed ones with their values. One call, whatever the size. */
  values(): Cell[][];
  /** The formulas of the label row, '' where there is none. */
  labelFormulas(): string[];
  /** Writes cells from a place on. Text stays text, whatever it begins with. */
  write(row: number, column: number, cells: readonly (readonly Cell[])[]): void;
  writeFormula(row: number, column: number, formula: string): void;
  /** Empties a rectangle of cells; a text of `notes` that is not '' is added to the note of its cell. */
  turnIntoNotes(row: number, column: number, notes: readonly (readonly string[])[]): void;
  /** Inserts an empty row above all others. */
  insertFirstRow(): void;
  /** Inserts an empty column left of `column`. */
  insertColumn(column: number): void;
  /** Makes sure that so many columns exist. */
  ensureColumns(columns: number): void;
  /** Makes sure that so many rows exist. */
  ensureRows(rows: number): void;
  /** Formats, widths, drop-downs, checks, status colours and the protection of the computed block. */
  dress(look: Look): void;
  dressPage(look: PageLook): void;
}

export interface WorkbookPort {
  /** All sheets in the order of their tabs. */
  sheets(): readonly SheetPort[];
  create(name: string, position: number): SheetPort;
  /** Gives a name to a range; an existing one of that name is moved. */
  nameRanges(ranges: readonly NamedRange[]): void;
  /** What the last setup remembered; nothing in a new workbook and in a copy. */
  remembered(): Memory;
  remember(memory: Memory): void;
  /** Selects a cell, so that the person sees it. */
  show(sheetId: number, row: number, column: number): boolean;
}

export interface Memory {
  /** The sheets by their ids; people may have renamed them. */
  readonly sheets: Readonly<Partial<Record<TableName, number>>>;
  /** There while a setup runs, and still there when the last one did not come to its end. */
  readonly unfinished?: Unfinished;
}

/** What a setup was about to make, so that the next one can finish it: a column that is there may not have its look yet. */
export interface Unfinished {
  readonly isFirst: boolean;
  readonly columns: Readonly<Partial<Record<TableName, readonly string[]>>>;
}

export interface NamedRange {
  readonly name: string;
  readonly sheet: SheetPort;
  /** Open to the last row when `rows` is left out. */
  readonly row: number;
  readonly column: number;
  readonly rows?: number;
  readonly columns: number;
}

/** Cells by the name of their range: two service calls each, however large. */
export interface NamedCells {
  /** Undefined when there is no such name. */
  read(name: string): Cell[][] | undefined;
  /** Writes over the whole range just read; text stays text. */
  write(name: string, cells: readonly (readonly Cell[])[]): void;
  /** Writes one cell of a range just read, counted from its corner as 1. */
  writeCell(name: string, row: number, column: number, cell: Cell): void;
  /** All tabs in their order. */
  tabs(): readonly TabCells[];
  /** The id of the sheet that a named range stands in. */
  sheetOf(name: string): number | undefined;
  /** The address of the spreadsheet. */
  url(): string;
}

/** A tab, asked by one call each. */
export interface TabCells {
  id(): number;
  /** The cells of the first row. */
  keys(): Cell[];
  values(): Cell[][];
}

/** The day and moment it is for the spreadsheet, and the language of the person at the keyboard. */
export interface Surroundings {
  readonly today: Day; // in the spreadsheet's time zone
  readonly now: Date;
  readonly language: Language;
}

/** Keeps two people from changing the structure at the same moment; throws when somebody else does not let go. */
export type Exclusively = <T>(body: () => T) => T;
