/** Sheet: its name and place among the others, its ranges, rules and protections. */
import { BooleanNumber } from '@univerjs/core';
import { SetTabColorMutation, SetWorksheetHideMutation, SetWorksheetNameCommand, ToggleGridlinesMutation } from '@univerjs/sheets';
import { enumeration } from '../../services/enumeration';
import { isWithin, readArea, splitSheetName } from '../a1';
import { Book } from '../book';
import { chartMembersOfSheet } from '../charts/chart';
import type { Place } from '../book';
import { conditionalRules, setConditionalRules } from '../conditional';
import { namesOf, placeOfName } from '../namedRange';
import { changes, kind, reads, writes } from '../objects';
import { protect, protectionsOf } from '../protection';
import { colour } from '../range/format';
import { rangeAt } from '../range/place';
import { Range } from '../range';
import { dimensionMembers, insert } from './dimensions';
import type { SheetState } from './dimensions';

export type { SheetState } from './dimensions';
export const SheetType = enumeration('SpreadsheetApp.SheetType', ['GRID', 'OBJECT', 'DATASOURCE']);

/** Reads A1 notation or a name, with or without a sheet's name in front; Google's sentence if there is no such range. */
export function findPlace(book: Book, text: string, sheetId: string): Place {
  const named = namesOf(book).find(({ name }) => name.toLowerCase() === text.toLowerCase());
  const place = named && placeOfName(book, named);
  if (place) return place;
  const { sheet, rest } = splitSheetName(text);
  const target = sheet === undefined ? sheetId : book.workbook.getSheetBySheetName(sheet)?.getSheetId();
  const area = target === undefined ? undefined : readArea(rest, book.size(target));
  if (target === undefined || !area || !isWithin(area, book.size(target))) throw new Error('Range not found');
  return { sheetId: target, area };
}

function rename({ book, sheetId }: SheetState, name: string): void {
  if (name === '') throw new Error('The sheet name cannot be empty.');
  if (name.length > 100) throw new Error('The sheet name is too long: it may have 100 characters at most.');
  const other = book.workbook.getSheets().find((sheet) => sheet.getName().toLowerCase() === name.toLowerCase());
  if (other && other.getSheetId() !== sheetId) throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
  if (book.sheet(sheetId).getName() !== name) book.run(SetWorksheetNameCommand.id, { unitId: book.unitId, subUnitId: sheetId, name });
}

function hide({ book, sheetId }: SheetState): void {
  const visible = book.workbook.getSheets().filter((sheet) => !sheet.isSheetHidden());
  if (visible.length === 1 && visible[0]!.getSheetId() === sheetId) throw new Error("You can't hide all the sheets in a document.");
  const wasActive = book.activeSheetId === sheetId;
  book.run(SetWorksheetHideMutation.id, { unitId: book.unitId, subUnitId: sheetId, hidden: BooleanNumber.TRUE });
  if (wasActive) book.activateSheet(visible.find((sheet) => sheet.getSheetId() !== sheetId)!.getSheetId());
}

function wholeSheet({ book, sheetId }: SheetState): object {
  const { rows, columns } = book.size(sheetId);
  return rangeAt(book, sheetId, 1, 1, rows, columns);
}

/** Google takes -1 for the number of rows or columns as up to the last one with content. */
function sheetValues({ book, sheetId }: SheetState, row: number, column: number, rows: number, columns: number): unknown {
  const last = book.extent(sheetId);
  const count = (given: number, first: number, end: number) => (given === -1 ? Math.max(1, end + 2 - first) : given);
  return Range.call(rangeAt(book, sheetId, row, column, count(rows, row, last.row), count(columns, column, last.column)), 'getValues', []);
}

function appendRow(state: SheetState, values: unknown[]): void {
  const { book, sheetId } = state;
  if (values.length === 0) throw new Error('The row to append has no cells.');
  const row = book.extent(sheetId).row + 2;
  const { rows, columns } = book.size(sheetId);
  if (row > rows) insert(state, 'row', rows + 1, row - rows);
  if (values.length > columns) insert(state, 'column', columns + 1, values.length - columns);
  inner(rangeAt(book, sheetId, row, 1, 1, values.length), 'setValues', [values]);
}

/** Calls another member without counting it: for Google it is part of the same call. */
function inner(object: object, method: string, ...args: unknown[]): void {
  Range.call(object, method, args);
}

export const Sheet = kind<SheetState>('Sheet', {
  ...dimensionMembers,
  ...chartMembersOfSheet,
  getSheetId: reads(({ sheetId }: SheetState) => Book.sheetNumber(sheetId)),
  getName: reads(({ book, sheetId }: SheetState) => book.sheet(sheetId).getName()),
  getSheetName: reads(({ book, sheetId }: SheetState) => book.sheet(sheetId).getName()),
  setName: changes(rename, 's'),
  getIndex: reads(({ book, sheetId }: SheetState) => book.workbook.getSheets().findIndex((sheet) => sheet.getSheetId() === sheetId) + 1),
  getParent: reads(({ book }: SheetState) => book.objects.spreadsheet()),
  getType: reads(() => SheetType.GRID),
  getDataRange: reads(({ book, sheetId }: SheetState) => {
    const { row, column } = book.extent(sheetId);
    return rangeAt(book, sheetId, 1, 1, Math.max(1, row + 1), Math.max(1, column + 1));
  }),
  getRange: reads(({ book, sheetId }: SheetState, row: number | string, column?: number, rows?: number, columns?: number) =>
    typeof row === 'string' ? book.objects.range(findPlace(book, row, sheetId)) : rangeAt(book, sheetId, row, column!, rows, columns),
  's', 'nn', 'nnn', 'nnnn'),
  getSheetValues: reads(sheetValues, 'nnnn'),
  appendRow: changes(appendRow, 'a'),
  activate: changes(({ book, sheetId }: SheetState) => book.activate({ sheetId, area: book.beside.active.get(sheetId) ?? CORNER })),
  hideSheet: changes(hide),
  showSheet: changes(({ book, sheetId }: SheetState) =>
    book.run(SetWorksheetHideMutation.id, { unitId: book.unitId, subUnitId: sheetId, hidden: BooleanNumber.FALSE })),
  isSheetHidden: reads(({ book, sheetId }: SheetState) => book.sheet(sheetId).isSheetHidden() === BooleanNumber.TRUE),
  getTabColor: reads(({ book, sheetId }: SheetState) => book.sheet(sheetId).getTabColor() || null),
  setTabColor: changes(({ book, sheetId }: SheetState, color: string | null) =>
    book.run(SetTabColorMutation.id, { unitId: book.unitId, subUnitId: sheetId, color: colour(color) ?? '' }), '(s)'),
  setHiddenGridlines: changes(({ book, sheetId }: SheetState, hidden: boolean) =>
    book.run(ToggleGridlinesMutation.id, { unitId: book.unitId, subUnitId: sheetId, showGridlines: hidden ? BooleanNumber.FALSE : BooleanNumber.TRUE }), 'b'),
  hasHiddenGridlines: reads(({ book, sheetId }: SheetState) => book.sheet(sheetId).getConfig().showGridlines === BooleanNumber.FALSE),
  clear: changes((state: SheetState) => inner(wholeSheet(state), 'clear')),
  clearContents: changes((state: SheetState) => inner(wholeSheet(state), 'clearContent')),
  clearFormats: changes((state: SheetState) => inner(wholeSheet(state), 'clearFormat')),
  getConditionalFormatRules: reads(({ book, sheetId }: SheetState) => conditionalRules(book, sheetId)),
  setConditionalFormatRules: writes(({ book, sheetId }: SheetState, rules: unknown[]) => setConditionalRules(book, sheetId, rules), 'a'),
  clearConditionalFormatRules: writes(({ book, sheetId }: SheetState) => setConditionalRules(book, sheetId, [])),
  protect: writes(({ book, sheetId }: SheetState) => protect(book, 'SHEET', sheetId, undefined)),
  getProtections: reads(({ book, sheetId }: SheetState, type: object) => protectionsOf(book, type, sheetId), 'o'),
  getNamedRanges: reads(({ book, sheetId }: SheetState) =>
    namesOf(book).filter((name) => placeOfName(book, name)?.sheetId === sheetId).map((name) => book.objects.namedRange(name.id))),
});

const CORNER = { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 };
