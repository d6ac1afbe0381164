/** A table somebody else made, as it came: its cells, and the text that people see in them. */
import { isBlank, type Cell } from '../grid';

/** A date is its ISO text. */
export type ForeignCell = Exclude<Cell, Date>;

/** A number that people see otherwise than its digits: 0.45 as `45%`, 1200 as `฿1,200.00`. */
export interface ShownNumber {
  readonly value: number;
  readonly shown: string;
}

export interface Source {
  /** The name of the sheet; '' for a pasted or uploaded table. */
  readonly name: string;
  readonly cells: readonly (readonly ForeignCell[])[];
  /** What is shown, which tells a percentage from a fraction; the text itself where it is text. */
  readonly shown: readonly (readonly string[])[];
}

export function sourceOfRows(rows: readonly (readonly (ForeignCell | ShownNumber)[])[], name = ''): Source {
  const cells = rows.map((row) => row.map((cell) => (isShown(cell) ? cell.value : cell)));
  const shown = rows.map((row) => row.map((cell) => (isShown(cell) ? cell.shown : plainText(cell))));
  return { name, cells, shown };
}

const isShown = (cell: ForeignCell | ShownNumber): cell is ShownNumber => typeof cell === 'object' && cell !== null;

export function widthOf({ cells }: Source): number {
  return cells.reduce((width, row) => Math.max(width, row.length), 0);
}

export function cellAt({ cells }: Source, row: number, column: number): ForeignCell {
  return cells[row]?.[column];
}

/** The text of a cell, without spaces around it; a number as it is shown. */
export function textAt({ cells, shown }: Source, row: number, column: number): string {
  const cell = cells[row]?.[column];
  if (isBlank(cell)) return '';
  const text = typeof cell === 'string' ? cell : (shown[row]?.[column] ?? plainText(cell));
  return text.replace(/\r\n?/g, '\n').trim();
}

const plainText = (cell: ForeignCell): string => (isBlank(cell) ? '' : String(cell));

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
