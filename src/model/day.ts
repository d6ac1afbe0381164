/** Calendar days as `yyyy-mm-dd` text, and whole-day arithmetic on them; no clock and no time zone. */

/** A day that exists in the calendar, such as `2026-11-30`. Text compares and sorts as the days do. */
export type Day = string & { readonly day: unique symbol };

const MILLISECONDS_PER_DAY = 86_400_000;

/** Days that a table holds repeat row after row, so their numbers are remembered; this many at most. */
const REMEMBERED_DAYS = 5_000;
const numbers = new Map<string, number>();
const texts = new Map<number, Day>();

/** The day a text names, or undefined: `2026-02-31` and `31.12.2026` name none. */
export function toDay(text: string): Day | undefined {
  return Number.isNaN(numberOf(text)) ? undefined : (text as Day);
}

/** How many days `to` lies after `from`; negative when it lies before. 2026-10-01 to 2026-10-31 is 30. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(numberOf(day) + days);
}

/** The day with this number, counted from 1970-01-01 as 0. */
export function dayOfNumber(number: number): Day {
  const known = texts.get(number);
  if (known !== undefined) return known;
  const text = new Date(number * MILLISECONDS_PER_DAY).toISOString().slice(0, 10) as Day;
  if (texts.size >= REMEMBERED_DAYS) texts.clear();
  texts.set(number, text);
  return text;
}

/** Days since 1970-01-01, or NaN when the text names no day. */
function numberOf(text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  const number = /^[1-9]\d{3}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) / MILLISECONDS_PER_DAY : NaN;
  // Some engines roll 31 February over into March; a day that exists comes back as it went in.
  const exists = !Number.isNaN(number) && new Date(number * MILLISECONDS_PER_DAY).toISOString().startsWith(text);
  const answer = exists ? number : NaN;
  if (numbers.size >= REMEMBERED_DAYS) numbers.clear();
  numbers.set(text, answer);
  return answer;
}
