/** How long an objective may be, and how its letters are counted. */

/** About two lines in the sheet: an objective that nobody can say by heart is not remembered. */
export const LONGEST_OBJECTIVE = 100;

/** Letters as people count them: the vowel signs and tone marks above and below a Thai consonant are no letters of their own. */
export function charactersOf(text: string): number {
  return text.length <= LONGEST_OBJECTIVE ? text.length : text.normalize('NFC').replace(/\p{M}/gu, '').length;
}
