/** Days counted from the end of the cycle, in front of it or behind: "7 days after the end of the cycle", "หลังจบรอบ 7 วัน". */
import { MOST_DAYS_AFTER, MOST_MONTHS, MOST_WEEKS } from '../../../model/schedule';
import type { Marks } from './marks';
import type { Reading } from './reading';

/** "7 days after the end of the cycle", "a week after the cycle ends", "at the end of the cycle"; Thai may count behind it: "จบรอบแล้ว 7 วัน". */
export function cycleAt(reading: Reading, at: number, marks: Marks): void {
  if (cycleCountedBehind(reading, at, marks)) return;
  const back = (from: number): number => (reading.is(from, 'filler') && !reading.is(from, 'unit', 'dayMark', 'after', 'before') ? back(from - 1) : from);
  const link = back(at - 1);
  const [isBefore, isAfter] = [reading.is(link, 'before'), reading.is(link, 'after')];
  const unitAt = back(link - 1);
  const unit = !isBefore && !isAfter ? undefined : (reading.value(unitAt, 'unit') ?? (reading.is(unitAt, 'dayMark') ? 'day' : undefined));
  const number = unit === undefined ? undefined : reading.number(unitAt - 1);
  const begin = !isBefore && !isAfter ? at : unit === undefined ? link : number === undefined ? unitAt : unitAt - 1;
  const words = reading.quote(begin, at + 1);
  reading.take(begin, at + 1);
  const daysAfter = isAfter ? (number ?? 1) * (unit === 'week' ? 7 : 1) : 0;
  if (isBefore) reading.refuse('beforeCycleEnd', words);
  else if (isAfter && unit !== 'day' && unit !== 'week') reading.refuse('afterHowLong', words);
  else if (isAfter && isTooMany(daysAfter, 'day')) reading.refuse('badCount', words);
  else if (marks.cycle !== undefined) reading.refuse('twoRecurrences', `${marks.cycle.words} … ${words}`);
  marks.cycle = { words, daysAfter };
}

/** "หลังจบรอบ 7 วัน", "จบรอบแล้ว 7 วัน". */
function cycleCountedBehind(reading: Reading, at: number, marks: Marks): boolean {
  const link = reading.is(at - 1, 'filler') && !reading.is(at - 1, 'after') ? at - 2 : at - 1;
  const isAfter = reading.is(link, 'after');
  const over = reading.is(at + 1, 'over');
  const countAt = over ? at + 2 : at + 1;
  const [count, unit] = [reading.number(countAt), reading.value(countAt + 1, 'unit')];
  if ((!isAfter && !over) || count === undefined || (unit !== 'day' && unit !== 'week') || marks.cycle !== undefined) return false;
  // "7 days after the cycle ends 2 weeks …" says two counts; the words behind stay, and are not understood.
  if (isAfter && reading.number(link - 2) !== undefined) return false;
  const [from, to] = [isAfter ? link : at, countAt + 2];
  const words = reading.quote(from, to);
  reading.take(from, to);
  const daysAfter = count * (unit === 'week' ? 7 : 1);
  if (isTooMany(daysAfter, 'day')) reading.refuse('badCount', words);
  marks.cycle = { words, daysAfter };
  return true;
}

/** Counts that no calendar of ours goes up to. */
export function isTooMany(count: number, unit: 'week' | 'month' | 'day'): boolean {
  return count < 1 || count > (unit === 'week' ? MOST_WEEKS : unit === 'month' ? MOST_MONTHS : MOST_DAYS_AFTER);
}
