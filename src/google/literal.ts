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
