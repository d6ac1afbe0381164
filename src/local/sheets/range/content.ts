/** What a Range holds: reading and writing values and formulas. */
import type { ICellData } from '@univerjs/core';
import { AddWorksheetMergeMutation } from '@univerjs/sheets';
import { RemoveNoteMutation, SheetsNoteModel, UpdateNoteMutation } from '@univerjs/sheets-note';
import { refuseUnknownFunctions } from '../../formulas/allowed';
import { LOADING } from '../../formulas/customFunctions';
import { mismatch } from '../../services/signature';
import { overlap } from '../a1';
import type { CellChanges } from '../book';
import { BLANK, entryOf, patternFor } from '../entry';
import type { Entry } from '../entry';
import { changes, reads } from '../objects';
import type { Member } from '../objects';
import { displayOf, isBlankCell, valueOf } from '../values';
import { refuseInvalid } from '../validation/check';
import { refuseProtected } from '../protection';
import { checkOnSheet, eachCell, height, width } from './place';
import type { RangeState } from './place';

function values(range: RangeState): unknown[][] {
  checkOnSheet(range);
  const cells = range.book.cells(range.sheetId);
  const clock = range.book.clock();
  return eachCell(range, (row, column) => {
    const cell = cells.at(row, column);
    // A formula that was written just now has no value before the script ends; Google shows the same word meanwhile.
    if (cell && (cell.f || cell.si) && (cell.v === undefined || cell.v === null)) return LOADING;
    return valueOf(cell, typeof cell?.v === 'number' && cells.isDate(row, column), clock);
  });
}

function displayValues(range: RangeState): string[][] {
  checkOnSheet(range);
  const cells = range.book.cells(range.sheetId);
  return eachCell(range, (row, column) => displayOf(cells.at(row, column), cells.pattern(row, column)));
}

function formulas(range: RangeState): string[][] {
  checkOnSheet(range);
  const matrix = range.book.sheet(range.sheetId).getCellMatrix();
  return eachCell(range, (row, column) => matrix.getValue(row, column)?.f ?? '');
}

/** Refuses data of another shape than the range, in Google's words. */
export function checkShape(range: RangeState, data: readonly unknown[], method: string): asserts data is unknown[][] {
  if (data.some((row) => !Array.isArray(row))) throw mismatch(`SpreadsheetApp.Range.${method}`, [data]);
  const rows = data as unknown[][];
  if (rows.length !== height(range)) {
    throw new Error(`The number of rows in the data does not match the number of rows in the range. The data has ${rows.length} but the range has ${height(range)}.`);
  }
  for (const row of rows) {
    if (row.length !== width(range)) {
      throw new Error(`The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${width(range)}.`);
    }
  }
}

function setValues(range: RangeState, data: unknown[][]): void {
  const { book, sheetId, area } = range;
  const cells = book.cells(sheetId);
  const [reading, clock] = [book.reading(), book.clock()];
  const entries = data.map((line, r) =>
    line.map((value, c) => entryOf(value, cells.pattern(area.startRow + r, area.startColumn + c), reading, clock)));
  put(range, entries);
}

/** All writing of content passes here: rights, input checks and the allow-list of formulas first, then one change. */
function put(range: RangeState, entries: Entry[][]): void {
  checkOnSheet(range);
  const { book, sheetId, area } = range;
  refuseProtected(book, range);
  for (const line of entries) for (const { f } of line) if (f) refuseUnknownFunctions(f, book.customFunctions);
  refuseInvalid(book, range, entries);
  const cells = book.cells(sheetId);
  const cellValue: CellChanges = {};
  entries.forEach((line, r) => {
    const row: Record<number, ICellData | null> = (cellValue[area.startRow + r] = {});
    line.forEach((entry, c) => {
      row[area.startColumn + c] = cellOf(entry, cells.pattern(area.startRow + r, area.startColumn + c));
    });
  });
  book.write(sheetId, cellValue);
}

/** The change that makes a cell hold an entry, whatever it held before. */
export function cellOf(entry: Entry, present: string | undefined): ICellData {
  const pattern = patternFor(entry, present);
  return { v: entry.v, t: entry.t, f: entry.f ?? null, si: null, p: null, ...(pattern ? { s: { n: { pattern } } } : {}) };
}

function fill(range: RangeState, value: unknown): void {
  setValues(range, eachCell(range, () => value));
}

function formulaEntry(formula: string | null): Entry {
  if (formula === null || formula === '') return BLANK;
  return { ...BLANK, f: formula.startsWith('=') ? formula : `=${formula}` };
}

function clearContent(range: RangeState): void {
  put(range, eachCell(range, () => BLANK));
}

function clearFormat(range: RangeState): void {
  checkOnSheet(range);
  refuseProtected(range.book, range);
  const matrix = range.book.sheet(range.sheetId).getCellMatrix();
  const cellValue: CellChanges = {};
  eachCell(range, (row, column) => {
    if (matrix.getValue(row, column)?.s) (cellValue[row] ??= {})[column] = { s: null };
  });
  range.book.paint(range.sheetId, cellValue);
}

function merge(range: RangeState): void {
  checkOnSheet(range);
  refuseProtected(range.book, range);
  const { book, sheetId, area } = range;
  for (const other of book.sheet(sheetId).getMergeData()) {
    const shared = overlap(other, area);
    if (shared) throw new Error('You must select all cells in a merged range to merge or unmerge them.');
  }
  if (height(range) === 1 && width(range) === 1) return;
  const kept = book.cells(sheetId);
  const cellValue: CellChanges = {};
  eachCell(range, (row, column) => {
    const corner = row === area.startRow && column === area.startColumn;
    if (!corner && !isBlankCell(kept.at(row, column))) (cellValue[row] ??= {})[column] = cellOf(BLANK, undefined);
  });
  book.write(sheetId, cellValue);
  book.run(AddWorksheetMergeMutation.id, { unitId: book.unitId, subUnitId: sheetId, ranges: [{ ...area }] });
}

function notes(range: RangeState): string[][] {
  const model = range.book.injector.get(SheetsNoteModel);
  return eachCell(range, (row, col) => model.getNote(range.book.unitId, range.sheetId, { row, col })?.note ?? '');
}

function setNote({ book, sheetId }: RangeState, row: number, col: number, note: unknown): void {
  const at = { unitId: book.unitId, sheetId, row, col };
  const present = book.injector.get(SheetsNoteModel).getNote(book.unitId, sheetId, { row, col });
  if (note === present?.note) return;
  if (typeof note === 'string' && note !== '') book.run(UpdateNoteMutation.id, { ...at, note: { width: 216, height: 92, ...present, row, col, note } });
  else if (present) book.run(RemoveNoteMutation.id, at);
}

function fillNotes(range: RangeState, note: string | null): void {
  checkOnSheet(range);
  refuseProtected(range.book, range);
  eachCell(range, (row, column) => setNote(range, row, column, note));
}

const first = <T>(rows: T[][]) => rows[0]![0]!;

export const contentMembers: Record<string, Member<RangeState>> = {
  getValues: reads(values),
  getValue: reads((range: RangeState) => values(range)[0]![0]),
  setValues: changes((range: RangeState, data: unknown[]) => {
    checkShape(range, data, 'setValues');
    setValues(range, data);
  }, 'a'),
  setValue: changes(fill, 'v'),
  getDisplayValues: reads(displayValues),
  getDisplayValue: reads((range: RangeState) => first(displayValues(range))),
  getFormulas: reads(formulas),
  getFormula: reads((range: RangeState) => first(formulas(range))),
  setFormula: changes((range: RangeState, formula: string | null) => put(range, eachCell(range, () => formulaEntry(formula))), '(s)'),
  setFormulas: changes((range: RangeState, data: unknown[]) => {
    checkShape(range, data, 'setFormulas');
    put(range, data.map((line) => line.map((formula) => formulaEntry(formula as string | null))));
  }, 'a'),
  isBlank: reads((range: RangeState) => {
    const cells = range.book.cells(range.sheetId);
    return eachCell(range, (row, column) => isBlankCell(cells.at(row, column))).every((line) => line.every(Boolean));
  }),
  clear: changes((range: RangeState) => {
    clearContent(range);
    clearFormat(range);
  }),
  clearContent: changes(clearContent),
  clearFormat: changes(clearFormat),
  merge: changes(merge),
  getNotes: reads(notes),
  getNote: reads((range: RangeState) => first(notes(range))),
  setNote: changes(fillNotes, '(s)'),
  clearNote: changes((range: RangeState) => fillNotes(range, null)),
  setNotes: changes((range: RangeState, data: unknown[]) => {
    checkShape(range, data, 'setNotes');
    checkOnSheet(range);
    refuseProtected(range.book, range);
    data.forEach((line, r) => line.forEach((note, c) => setNote(range, range.area.startRow + r, range.area.startColumn + c, note)));
  }, 'a'),
};
