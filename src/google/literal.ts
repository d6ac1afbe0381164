/** Cells on their way into the grid: text that Google would read as something else is written so that it stays text. */
import type { Cell } from '../rows/grid';

/** Google takes it for a formula, or swallows its first sign. */
const SIGN = /^[=+\-@']/;
/** Google may take it for a number, an amount, a date or a time: it begins with a digit, or with one word and then a digit, such as `May 2026`. */
const FIGURE = /^[\s\p{Sc}(.,]*(?:[\p{L}\p{M}.]{1,12}[\s,.\-/]*)?\p{Nd}/u;
/** No number or date is longer. */
const LONGEST_FIGURE = 40;
const TRUTH = /^\s*(?:true|false|prawda|fałsz)\s*$/i;
/** The one text that is meant to be read: in every locale an ISO day becomes a date. */
const ISO_DAY = /^\d{4}-\d\d-\d\d$/;

/** `=1+1`, the id `1.10` and the name `May 26` stay what they are; `2026-12-31` becomes a date. */
export function literal(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell ?? '';
  const isRead = SIGN.test(cell) || TRUTH.test(cell) || (cell.length <= LONGEST_FIGURE && FIGURE.test(cell) && !ISO_DAY.test(cell));
  return isRead ? `'${cell}` : cell;
}

export function literals(cells: readonly (readonly Cell[])[]): Cell[][] {
  return cells.map((row) => row.map(literal));
}

const PLAIN_TEXT = '@';
/** Ids as we give them, and moments: what Google may make of them elsewhere is read the same. */
const OWN_TEXT = /^(?:[OAK]|KR)\d+(?:\.\d+)*$|^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?$/;

/**
 * Whether Google might take a text for something else. In a column of plain text every text stays as it is, and a quote in front would stay too;
 * elsewhere the quote is needed. Which it is has to be asked, but only for such texts.
 */
export function mayBeRead(cell: Cell): boolean {
  return typeof cell === 'string' && !OWN_TEXT.test(cell) && literal(cell) !== cell && !isProse(cell);
}

/** Three words or more are no number and no date, whatever digits are among them; a sign in front still makes a formula. */
function isProse(text: string): boolean {
  return !/^[=+\-@']/.test(text) && (text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0) > 2;
}

/** Writes cells so that text stays that text, in a column of plain text and elsewhere: one call, and one more where the formats have to be asked for. */
export function writeTo(range: GoogleAppsScript.Spreadsheet.Range, cells: readonly (readonly Cell[])[], meant?: readonly (readonly string[])[]): void {
  const formats = cells.some((line) => line.some(mayBeRead)) ? range.getNumberFormats() : undefined;
  range.setValues(cells.map((line, i) => line.map((cell, j) => meant?.[i]?.[j] || (formats && formats[i]?.[j] !== PLAIN_TEXT ? literal(cell) : (cell ?? '')))));
}
