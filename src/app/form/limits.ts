/** How long a text may be, and how much of one a sentence quotes. */

/** Google's most characters in a cell. */
export const LONGEST_CELL = 50_000;

const LONGEST_QUOTATION = 40;

export function quoted(text: string): string {
  return text.length > LONGEST_QUOTATION ? `${text.slice(0, LONGEST_QUOTATION - 1)}…` : text;
}
