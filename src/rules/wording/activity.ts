/** Texts that tell what is done instead of what comes of it: "Launch the site", "Hold 5 workshops", "5 workshops held". */
import type { Facts } from '../../model/finding';
import type { WordingCode } from './advise';
import type { Reading } from './read';

/** A broken rule and the words for its sentence; its severity belongs to the code. */
export interface Found {
  readonly code: WordingCode;
  readonly facts: Facts;
}

/** How many words behind a finished task may follow: "held by the end of November 2026". */
const TAIL = 6;

/** Where the word stands that makes the text an activity; -1 when it is none. */
export function activityAt(reading: Reading): number {
  const first = reading.first();
  if (reading.is(first, 'task', 'make')) return first;
  if (reading.is(first, 'either') && isVerbAt(reading, first)) return first;
  return doneAt(reading);
}

/** "Call 30 customers" and "train the team", but not "call answer time": after a verb come a number, a small word or the thing that is made. */
function isVerbAt(reading: Reading, at: number): boolean {
  const next = reading.tokens[at + 1];
  return next?.kind === 'number' || reading.is(at + 1, 'filler', 'number', 'hold', 'thing');
}

/** A finished task at the end, where at most a date follows: "the new shop launched by June". */
function doneAt(reading: Reading): number {
  const { tokens } = reading;
  for (let i = tokens.length - 1; i > 0 && i >= tokens.length - TAIL; i -= 1) {
    if (reading.is(i, 'done')) return i;
    const token = tokens[i];
    const isTail = token?.kind !== 'word' || reading.is(i, 'filler', 'month', 'yearBefore', 'label') || /\d/.test(token.text);
    if (!isTail) return -1;
  }
  return -1;
}
