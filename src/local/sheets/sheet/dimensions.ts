/** Rows and columns of a Sheet: how many, inserting, deleting, hiding, freezing and their sizes. */
import { BooleanNumber, Direction } from '@univerjs/core';
import {
  InsertColByRangeCommand, InsertRowByRangeCommand, RemoveColByRangeCommand, RemoveRowByRangeCommand, SetColHiddenMutation, SetColVisibleMutation,
  SetFrozenMutation, SetRowHiddenMutation, SetRowVisibleMutation, SetWorksheetColWidthMutation, SetWorksheetRowHeightMutation,
} from '@univerjs/sheets';
import type { Area } from '../a1';
import { changes, reads, writes } from '../objects';
import type { Member } from '../objects';
import type { Book } from '../book';
import { refuseProtected } from '../protection';

export interface SheetState {
  readonly book: Book;
  readonly sheetId: string;
}

/** Google's most cells in one spreadsheet. */
const MOST_CELLS = 10_000_000;

export function checkRoom(book: Book, added: number): void {
  const present = book.workbook.getSheets().reduce((sum, sheet) => sum + sheet.getRowCount() * sheet.getColumnCount(), 0);
  if (present + added > MOST_CELLS) {
    throw new Error(`This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`);
  }
}

type Along = 'row' | 'column';

/** An area of whole rows or columns; `first` counts from 0. */
function lines({ book, sheetId }: SheetState, along: Along, first: number, count: number): Area {
  const { rows, columns } = book.size(sheetId);
  return along === 'row'
    ? { startRow: first, endRow: first + count - 1, startColumn: 0, endColumn: columns - 1 }
    : { startRow: 0, endRow: rows - 1, startColumn: first, endColumn: first + count - 1 };
}

function checked(state: SheetState, along: Along, first: number, count: number): Area {
  const size = along === 'row' ? state.book.size(state.sheetId).rows : state.book.size(state.sheetId).columns;
  if (!Number.isInteger(first) || !Number.isInteger(count) || first < 1 || count < 1 || first + count - 1 > size) {
    throw new Error(`Those ${along}s are out of bounds.`);
  }
  return lines(state, along, first - 1, count);
}

/** `before` counts from 1 and may be one past the last. */
export function insert(state: SheetState, along: Along, before: number, count: number): void {
  const { book, sheetId } = state;
  const { rows, columns } = book.size(sheetId);
  const size = along === 'row' ? rows : columns;
  if (!Number.isInteger(before) || !Number.isInteger(count) || before < 1 || before > size + 1 || count < 1) {
    throw new Error(`Those ${along}s are out of bounds.`);
  }
  checkRoom(book, count * (along === 'row' ? columns : rows));
  const id = along === 'row' ? InsertRowByRangeCommand.id : InsertColByRangeCommand.id;
  const direction = along === 'row' ? (before > 1 ? Direction.DOWN : Direction.UP) : before > 1 ? Direction.RIGHT : Direction.LEFT;
  onScreen(state, () => book.run(id, { unitId: book.unitId, subUnitId: sheetId, range: lines(state, along, before - 1, count), direction }));
}

/** Univer moves formulas and names as if the rows and columns were those of the sheet on screen, whichever is named in the command. */
function onScreen({ book, sheetId }: SheetState, change: () => void): void {
  const before = book.activeSheetId;
  book.activateSheet(sheetId);
  try {
    change();
  } finally {
    book.activateSheet(before);
  }
}

function remove(state: SheetState, along: Along, first: number, count: number): void {
  const { book, sheetId } = state;
  const range = checked(state, along, first, count);
  refuseProtected(book, { sheetId, area: range });
  const { rows, columns } = book.size(sheetId);
  const frozen = frozenLines(state);
  if (count >= (along === 'row' ? rows - frozen.rows : columns - frozen.columns)) {
    if (count === (along === 'row' ? rows : columns)) throw new Error(`You can't delete all the ${along}s on the sheet.`);
    if (first > (along === 'row' ? frozen.rows : frozen.columns)) throw new Error(`Sorry, it is not possible to delete all non-frozen ${along}s.`);
  }
  const id = along === 'row' ? RemoveRowByRangeCommand.id : RemoveColByRangeCommand.id;
  onScreen(state, () => book.run(id, { unitId: book.unitId, subUnitId: sheetId, range }));
}

const VISIBILITY = {
  row: { hide: SetRowHiddenMutation.id, show: SetRowVisibleMutation.id },
  column: { hide: SetColHiddenMutation.id, show: SetColVisibleMutation.id },
};

function setVisible(state: SheetState, along: Along, how: 'hide' | 'show', first: number, count: number): void {
  const { book, sheetId } = state;
  book.run(VISIBILITY[along][how], { unitId: book.unitId, subUnitId: sheetId, ranges: [checked(state, along, first, count)] });
}

function frozenLines({ book, sheetId }: SheetState): { rows: number; columns: number } {
  const { xSplit, ySplit } = book.sheet(sheetId).getFreeze();
  return { rows: ySplit, columns: xSplit };
}

function freeze(state: SheetState, rows: number, columns: number): void {
  const { book, sheetId } = state;
  const size = book.size(sheetId);
  if (rows < 0 || columns < 0) throw new Error('The number of frozen rows or columns cannot be negative.');
  if (rows >= size.rows) throw new Error("You can't freeze all visible rows on the sheet.");
  if (columns >= size.columns) throw new Error("You can't freeze all visible columns on the sheet.");
  book.run(SetFrozenMutation.id, {
    unitId: book.unitId, subUnitId: sheetId, xSplit: columns, ySplit: rows, startRow: rows > 0 ? rows : -1, startColumn: columns > 0 ? columns : -1,
  });
}

/** Pixels. Google's new rows are 21 high and columns 100 wide. */
const DEFAULTS = { row: 21, column: 100 };

function setSize(state: SheetState, along: Along, first: number, count: number, pixels: number): void {
  const { book, sheetId } = state;
  if (!(pixels > 0)) throw new Error(`The ${along === 'row' ? 'height' : 'width'} must be more than 0.`);
  const ranges = [checked(state, along, first, count)];
  const at = { unitId: book.unitId, subUnitId: sheetId, ranges };
  if (along === 'row') book.run(SetWorksheetRowHeightMutation.id, { ...at, rowHeight: pixels });
  else book.run(SetWorksheetColWidthMutation.id, { ...at, colWidth: pixels });
}

function sizeOf(state: SheetState, along: Along, line: number): number {
  checked(state, along, line, 1);
  const { rowData, columnData } = state.book.sheet(state.sheetId).getConfig();
  return (along === 'row' ? rowData[line - 1]?.h : columnData[line - 1]?.w) ?? DEFAULTS[along];
}

/** The number of the first row or column of a Range, and how many it has. */
function spanOf({ book, sheetId }: SheetState, range: object, along: Along): [number, number] {
  const place = book.objects.placeOf(range);
  if (!place || place.sheetId !== sheetId) throw new Error('The range is not on this sheet.');
  const { startRow, endRow, startColumn, endColumn } = place.area;
  return along === 'row' ? [startRow + 1, endRow - startRow + 1] : [startColumn + 1, endColumn - startColumn + 1];
}

const hides = (along: Along, how: 'hide' | 'show'): Member<SheetState> =>
  writes((state: SheetState, first: number, count = 1) => setVisible(state, along, how, first, count), 'n', 'nn');
const hidesRange = (along: Along, how: 'hide' | 'show'): Member<SheetState> =>
  writes((state: SheetState, range: object) => setVisible(state, along, how, ...spanOf(state, range, along)), 'o');
const hidden = (along: Along): Member<SheetState> => reads((state: SheetState, line: number) => {
  const { rowData, columnData } = state.book.sheet(state.sheetId).getConfig();
  return (along === 'row' ? rowData : columnData)[line - 1]?.hd === BooleanNumber.TRUE;
}, 'n');

export const dimensionMembers: Record<string, Member<SheetState>> = {
  getMaxRows: reads(({ book, sheetId }: SheetState) => book.size(sheetId).rows),
  getMaxColumns: reads(({ book, sheetId }: SheetState) => book.size(sheetId).columns),
  getLastRow: reads(({ book, sheetId }: SheetState) => book.extent(sheetId).row + 1),
  getLastColumn: reads(({ book, sheetId }: SheetState) => book.extent(sheetId).column + 1),
  insertRowsAfter: changes((s: SheetState, row: number, count: number) => insert(s, 'row', row + 1, count), 'nn'),
  insertRowsBefore: changes((s: SheetState, row: number, count: number) => insert(s, 'row', row, count), 'nn'),
  insertRowAfter: changes((s: SheetState, row: number) => insert(s, 'row', row + 1, 1), 'n'),
  insertRowBefore: changes((s: SheetState, row: number) => insert(s, 'row', row, 1), 'n'),
  insertColumnsAfter: changes((s: SheetState, column: number, count: number) => insert(s, 'column', column + 1, count), 'nn'),
  insertColumnsBefore: changes((s: SheetState, column: number, count: number) => insert(s, 'column', column, count), 'nn'),
  insertColumnAfter: changes((s: SheetState, column: number) => insert(s, 'column', column + 1, 1), 'n'),
  insertColumnBefore: changes((s: SheetState, column: number) => insert(s, 'column', column, 1), 'n'),
  deleteRow: changes((s: SheetState, row: number) => remove(s, 'row', row, 1), 'n'),
  deleteRows: writes((s: SheetState, row: number, count: number) => remove(s, 'row', row, count), 'nn'),
  deleteColumn: changes((s: SheetState, column: number) => remove(s, 'column', column, 1), 'n'),
  deleteColumns: writes((s: SheetState, column: number, count: number) => remove(s, 'column', column, count), 'nn'),
  hideRows: hides('row', 'hide'),
  showRows: hides('row', 'show'),
  hideColumns: hides('column', 'hide'),
  showColumns: hides('column', 'show'),
  hideRow: hidesRange('row', 'hide'),
  unhideRow: hidesRange('row', 'show'),
  hideColumn: hidesRange('column', 'hide'),
  unhideColumn: hidesRange('column', 'show'),
  isRowHiddenByUser: hidden('row'),
  isColumnHiddenByUser: hidden('column'),
  getFrozenRows: reads((s: SheetState) => frozenLines(s).rows),
  getFrozenColumns: reads((s: SheetState) => frozenLines(s).columns),
  setFrozenRows: writes((s: SheetState, rows: number) => freeze(s, rows, frozenLines(s).columns), 'n'),
  setFrozenColumns: writes((s: SheetState, columns: number) => freeze(s, frozenLines(s).rows, columns), 'n'),
  getColumnWidth: reads((s: SheetState, column: number) => sizeOf(s, 'column', column), 'n'),
  getRowHeight: reads((s: SheetState, row: number) => sizeOf(s, 'row', row), 'n'),
  setColumnWidth: changes((s: SheetState, column: number, pixels: number) => setSize(s, 'column', column, 1, pixels), 'nn'),
  setColumnWidths: changes((s: SheetState, column: number, count: number, pixels: number) => setSize(s, 'column', column, count, pixels), 'nnn'),
  setRowHeight: changes((s: SheetState, row: number, pixels: number) => setSize(s, 'row', row, 1, pixels), 'nn'),
  setRowHeights: changes((s: SheetState, row: number, count: number, pixels: number) => setSize(s, 'row', row, count, pixels), 'nnn'),
};
