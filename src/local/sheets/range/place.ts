/** Where a Range is and where it leads: its corners, its name, its neighbours. */
import { areaName, isWithin } from '../a1';
import type { Area } from '../a1';
import type { Book } from '../book';
import { changes, reads } from '../objects';
import type { Member } from '../objects';

export interface RangeState {
  readonly book: Book;
  readonly sheetId: string;
  readonly area: Area;
}

const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

/** A range that lies on its sheet; Google's sentences otherwise. */
export function rangeAt(book: Book, sheetId: string, row: number, column: number, rows = 1, columns = 1): object {
  if (row < 1) throw new Error('The starting row of the range is too small.');
  if (column < 1) throw new Error('The starting column of the range is too small.');
  if (rows < 1) throw new Error('The number of rows in the range must be at least 1.');
  if (columns < 1) throw new Error('The number of columns in the range must be at least 1.');
  const [top, left, height, width] = [row, column, rows, columns].map(Math.trunc) as [number, number, number, number];
  const area = { startRow: top - 1, startColumn: left - 1, endRow: top + height - 2, endColumn: left + width - 2 };
  if (!isWithin(area, book.size(sheetId))) throw new Error(OUTSIDE);
  return book.objects.range({ sheetId, area });
}

/** A range made before its sheet became smaller may reach beyond it. */
export function checkOnSheet({ book, sheetId, area }: RangeState): void {
  if (!isWithin(area, book.size(sheetId))) throw new Error(OUTSIDE);
}

export const height = ({ area }: RangeState) => area.endRow - area.startRow + 1;
export const width = ({ area }: RangeState) => area.endColumn - area.startColumn + 1;

/** One thing per cell, rows first. */
export function eachCell<T>(range: RangeState, cell: (row: number, column: number) => T): T[][] {
  const { startRow, startColumn } = range.area;
  const [rows, columns] = [height(range), width(range)];
  const all = new Array<T[]>(rows);
  for (let r = 0; r < rows; r += 1) {
    const line = new Array<T>(columns);
    for (let c = 0; c < columns; c += 1) line[c] = cell(startRow + r, startColumn + c);
    all[r] = line;
  }
  return all;
}

export const placeMembers: Record<string, Member<RangeState>> = {
  getRow: reads(({ area }: RangeState) => area.startRow + 1),
  getColumn: reads(({ area }: RangeState) => area.startColumn + 1),
  getLastRow: reads(({ area }: RangeState) => area.endRow + 1),
  getLastColumn: reads(({ area }: RangeState) => area.endColumn + 1),
  getNumRows: reads(height),
  getNumColumns: reads(width),
  getHeight: reads(height),
  getWidth: reads(width),
  getA1Notation: reads(({ area }: RangeState) => areaName(area)),
  getSheet: reads(({ book, sheetId }: RangeState) => book.objects.sheet(sheetId)),
  getGridId: reads(({ sheetId }: RangeState) => Number(sheetId)),
  getCell: reads((range: RangeState, row: number, column: number) => {
    const { book, sheetId, area } = range;
    if (row < 1 || column < 1 || row > height(range) || column > width(range)) throw new Error('Cell reference out of range');
    return rangeAt(book, sheetId, area.startRow + row, area.startColumn + column);
  }, 'nn'),
  offset: reads((range: RangeState, rows: number, columns: number, numRows = height(range), numColumns = width(range)) => {
    const { book, sheetId, area } = range;
    return rangeAt(book, sheetId, area.startRow + 1 + rows, area.startColumn + 1 + columns, numRows, numColumns);
  }, 'nn', 'nnn', 'nnnn'),
  activate: changes((range: RangeState) => {
    checkOnSheet(range);
    range.book.activate(range);
  }),
};
