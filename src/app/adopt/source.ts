/** A table somebody else made, as it came: its cells, and the text that people see in them. */
import { dayOfDate } from '../../rows/cells';
import { isBlank, isDate, type Cell, type Cells } from '../../rows/grid';

export interface Source {
  /** The name of the sheet; '' for a pasted or uploaded table. */
  readonly name: string;
  readonly cells: Cells;
  /** What is shown, which tells a percentage from a fraction; the text itself where it is text. */
  readonly shown: readonly (readonly string[])[];
}

export function sourceOfRows(rows: Cells, name = ''): Source {
  return { name, cells: rows, shown: rows.map((row) => row.map(plainText)) };
}

export function widthOf({ cells }: Source): number {
  return cells.reduce((width, row) => Math.max(width, row.length), 0);
}

export function cellAt({ cells }: Source, row: number, column: number): Cell {
  return cells[row]?.[column];
}

/** The text of a cell, without spaces around it; a number or a date as it is shown. */
export function textAt({ cells, shown }: Source, row: number, column: number): string {
  const cell = cells[row]?.[column];
  if (isBlank(cell)) return '';
  const text = typeof cell === 'string' ? cell : isDate(cell) ? plainText(cell) : (shown[row]?.[column] ?? plainText(cell));
  return text.replace(/\r\n?/g, '\n').trim();
}

function plainText(cell: Cell): string {
  if (isBlank(cell)) return '';
  return isDate(cell) ? (dayOfDate(cell) ?? '') : String(cell);
}

/** Rows without any content say nothing. */
export function isEmptyRow({ cells }: Source, row: number): boolean {
  return (cells[row] ?? []).every(isBlank);
}

/** Words to compare: small letters, no accents of Latin letters, one space between words; symbols such as 🔴 and ≥ stay. */
export function fold(text: string): string {
  return westernDigits(text.toLowerCase().replace(/đ/g, 'd').replace(/ł/g, 'l'))
    .normalize('NFD')
    .replace(/[\u0300-\u036f\ufe0f]/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}\p{S}%]+/gu, ' ')
    .trim();
}

/** Thai digits ๐ to ๙ as 0 to 9. */
export function westernDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}
