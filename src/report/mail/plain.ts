/** People's text on its way into a mail: one line of visible characters, and no longer than anybody reads there. */

/** Line breaks, control characters, halves of characters, and marks that turn the direction of what follows. */
const UNSEEN = /[^\S\u00a0]+|[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

export function oneLine(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();
}

/** `Stock on hand falls` held to 10 is `Stock on…`: at most so many characters, the dots included, and no half of one. */
export function short(text: string, most: number): string {
  const line = oneLine(text.slice(0, 4 * most + 100)); // ten thousand spaces in front are not worth the wait
  if (line.length <= most) return line;
  return `${oneLine(line.slice(0, most - 1))}…`;
}

/** A sentence beside other facts begins small, as they do: `no check-in for 31 days`; `KPI K1 …` stays as it is. */
export function inLine(sentence: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;
}

/** A mail program shows some 60 characters of a subject, Google takes 250. */
const LONGEST_SUBJECT = 150;

export function subjectLine(text: string): string {
  return short(text, LONGEST_SUBJECT);
}

/** The part of an address before the @, which people know each other by. */
export function nameOf(owner: string): string {
  return short(owner.replace(/@[^@]*$/, ''), 40);
}
