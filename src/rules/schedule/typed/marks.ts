/** What a text says of days and intervals, piece by piece, before anything is concluded from it. */
import { LAST_DAY, WEEKDAYS, type Weekday } from '../../../model/schedule';
import { cycleAt, isTooMany } from './cycle';
import type { Reading } from './reading';
import { weekdayAt } from './weekdays';

interface Mark {
  /** As typed. */
  readonly words: string;
}

export interface Marks {
  cycle: (Mark & { readonly daysAfter: number }) | undefined;
  /** Days of the month. */
  readonly days: (Mark & { readonly day: number; readonly hasEvery: boolean })[];
  /** "First Monday"; a number may also be meant as an interval. Counted: "every other", "co trzeci", which is one for sure. */
  readonly nths: (Mark & { readonly nth: number | 'last'; readonly weekday: Weekday; readonly hasEvery: boolean; readonly isCounted: boolean })[];
  readonly weekdays: (Mark & { readonly weekday: Weekday; readonly hasEvery: boolean })[];
  /** The lists that the weekdays stand in: "Monday and Thursday" is one, "every Friday … on Monday" are two. */
  readonly lists: Mark[];
  readonly intervals: (Mark & { readonly count: number; readonly unit: 'week' | 'month' })[];
  /** "Of the month". */
  hasMonth: boolean;
  /** Something about days was said that cannot be. */
  isRefused: boolean;
}

type Nth = Marks['nths'][number]['nth'];

export function findMarks(reading: Reading): Marks {
  const marks: Marks = { cycle: undefined, days: [], nths: [], weekdays: [], lists: [], intervals: [], hasMonth: false, isRefused: false };
  const problems = reading.problems.length;
  for (let at = 0; at < reading.count; at += 1) if (reading.is(at, 'cycleEnd')) cycleAt(reading, at, marks);
  for (let at = 0; at < reading.count; at += 1) if (reading.is(at, 'twofold')) refuseTwofold(reading, at);
  for (let at = 0; at < reading.count; ) {
    const end = intervalAt(reading, at, marks) ?? nthAt(reading, at, marks) ?? dayAt(reading, at, marks) ?? weekdayAt(reading, at, marks);
    at = Math.max(at + 1, end ?? 0);
  }
  marks.isRefused = reading.problems.length > problems;
  return marks;
}

function refuseTwofold(reading: Reading, at: number): void {
  reading.refuse('biweekly', reading.quote(at));
  reading.take(at);
}

/** "Every 2 weeks", "co drugi tydzień", "2 tuần một lần", "monthly", "ทุกเดือน"; "of the month" is no interval. */
function intervalAt(reading: Reading, at: number, marks: Marks): number | undefined {
  const each = reading.value(at, 'each');
  if (each !== undefined) return addInterval(reading, at, at + 1, Number(each.charAt(0)), each.slice(1) as 'week' | 'month', marks);
  const hasEvery = reading.is(at, 'every');
  let next = hasEvery ? reading.skip(at + 1) : at;
  const ordinal = hasEvery ? reading.value(next, 'nth') : undefined;
  const count = reading.is(next, 'other') && hasEvery ? 2 : ordinal !== undefined && ordinal !== 'last' ? Number(ordinal) : reading.number(next);
  if (hasEvery && reading.is(next, 'other') && reading.is(next + 1, 'day')) {
    marks.nths.push({ nth: 2, weekday: reading.value(next + 1, 'day') as Weekday, hasEvery, isCounted: true, words: reading.quote(at, next + 2) });
    reading.take(at, next + 2);
    return next + 2;
  }
  if (count !== undefined) next += 1;
  const unit = reading.value(next, 'unit');
  if (unit === undefined || (!hasEvery && count === undefined && unit !== 'quarter')) {
    if (unit === 'month') takeMonth(reading, at, marks);
    return undefined;
  }
  const end = next + 1;
  const words = reading.quote(at, end);
  if (unit === 'week' || unit === 'month') return addInterval(reading, at, end, count ?? 1, unit, marks);
  if (unit === 'day' && count === undefined) {
    // "Every day"; but "mỗi ngày thứ Sáu" is every Friday, "mỗi ngày 15" every 15th, and "ทุกวันสุดท้ายของเดือน" every last one.
    if (reading.is(next + 1, 'day', 'order', 'nth') || reading.number(next + 1) !== undefined) return undefined;
    reading.take(at, end);
    marks.lists.push({ words });
    for (const weekday of WEEKDAYS) marks.weekdays.push({ weekday, hasEvery, words });
    return end;
  }
  reading.take(at, end);
  reading.refuse(unit === 'quarter' ? 'quarter' : 'unit', words);
  return end;
}

function addInterval(reading: Reading, from: number, to: number, count: number, unit: 'week' | 'month', marks: Marks): number {
  const words = reading.quote(from, to);
  reading.take(from, to);
  if (isTooMany(count, unit)) reading.refuse('badCount', words);
  else if (!marks.intervals.some((one) => one.count === count && one.unit === unit)) marks.intervals.push({ words, count, unit });
  return to;
}

function takeMonth(reading: Reading, at: number, marks: Marks): void {
  marks.hasMonth = true;
  reading.take(at);
}

/** "First Monday", "last day"; in Thai and Vietnamese the other way round: "วันจันทร์แรก", "thứ Hai lần thứ 2", "ngày cuối cùng". */
function nthAt(reading: Reading, at: number, marks: Marks): number | undefined {
  const hasEvery = reading.hasEveryBefore(at);
  const before = orderAt(reading, at);
  if (before !== undefined) {
    const next = reading.skip(before.end);
    const weekday = reading.value(next, 'day');
    if (weekday !== undefined) return addNth(reading, at, next + 1, before.nth, weekday, hasEvery, marks);
    if (reading.value(before.end, 'unit') === 'day' || reading.is(before.end, 'dayMark')) return addDay(reading, at, before.end + 1, before.nth, hasEvery, marks);
    return undefined;
  }
  const weekday = reading.value(at, 'day');
  // "Thứ Sáu cuối tháng", "วันศุกร์สิ้นเดือน": the last Friday of the month.
  if (weekday !== undefined && reading.is(at + 1, 'monthEnd') && reading.isUnparted(at, at + 1)) {
    marks.hasMonth = true;
    return addNth(reading, at, at + 2, 'last', weekday, hasEvery, marks);
  }
  const behind = orderAt(reading, at + 1);
  if (behind === undefined) return undefined;
  if (weekday !== undefined) return addNth(reading, at, behind.end, behind.nth, weekday, hasEvery, marks);
  return reading.value(at, 'unit') === 'day' ? addDay(reading, at, behind.end, behind.nth, hasEvery, marks) : undefined;
}

/** "Second", "2nd", "lần thứ 2", "ที่ 2". */
function orderAt(reading: Reading, at: number): { readonly nth: Nth; readonly end: number } | undefined {
  const word = reading.value(at, 'nth');
  if (word !== undefined) return { nth: word === 'last' ? 'last' : Number(word), end: at + 1 };
  const number = reading.is(at, 'order') ? reading.number(at + 1) : undefined;
  if (number !== undefined) return { nth: number, end: at + 2 };
  return reading.tokens[at]?.kind === 'number' && /\D/.test(reading.tokens[at]?.text ?? '') && reading.isFree(at) ? { nth: reading.number(at) ?? 0, end: at + 1 } : undefined;
}

function addNth(reading: Reading, from: number, to: number, nth: Nth, weekday: string, hasEvery: boolean, marks: Marks): number {
  const every = reading.everyBefore(from);
  const isCounted = every !== undefined && reading.tokens[every]?.text === 'co';
  // "The first Friday" is asked about without its "every", which says nothing of which one.
  marks.nths.push({ nth, weekday: weekday as Weekday, hasEvery, isCounted, words: reading.quote(nth === 1 ? from : (every ?? from), to) });
  reading.take(from, to);
  return to;
}

function addDay(reading: Reading, from: number, to: number, nth: Nth, hasEvery: boolean, marks: Marks): number {
  const words = reading.quote(from, to);
  reading.take(from, to);
  const day = nth === 'last' ? LAST_DAY : nth;
  if (isDayOfMonth(day)) marks.days.push({ day, hasEvery, words });
  else reading.refuse('badCount', words);
  return to;
}

/** "The 15th", "day 15", "15. dnia", "piętnastego", "ngày 15", "วันที่ 15", "month end". */
function dayAt(reading: Reading, at: number, marks: Marks): number | undefined {
  if (reading.is(at, 'monthEnd')) {
    marks.hasMonth = true;
    return addDay(reading, at, at + 1, 'last', false, marks);
  }
  const marked = reading.is(at, 'dayMark') ? reading.number(at + 1) : undefined;
  if (marked !== undefined) return addDay(reading, at, at + 2, marked, reading.hasEveryBefore(at), marks);
  const named = reading.value(at, 'monthDay');
  if (named !== undefined && !reading.is(at - 1, 'from')) {
    const [from, to] = [reading.is(at - 1, 'dayMark') ? at - 1 : at, reading.is(at + 1, 'dayMark') ? at + 2 : at + 1];
    return addDay(reading, from, to, Number(named), reading.hasEveryBefore(from), marks);
  }
  const number = reading.tokens[at]?.kind === 'number' ? reading.number(at) : undefined;
  if (number === undefined) return undefined;
  if (reading.is(at + 1, 'dayMark')) return addDay(reading, at, at + 2, number, reading.hasEveryBefore(at), marks);
  // Polish leaves the point out: "co miesiąc 15", "15 każdego miesiąca".
  const isBare = reading.language === 'pl' && !reading.is(at + 1, 'unit') &&
    (reading.was(at - 1, 'unit', 'month') || (reading.is(at + 1, 'every') && reading.value(at + 2, 'unit') === 'month'));
  const isOrdinal = isBare || /\D/.test(reading.tokens[at]?.text ?? '');
  return isOrdinal ? addDay(reading, at, at + 1, number, reading.hasEveryBefore(at), marks) : undefined;
}

const isDayOfMonth = (day: number): boolean => day >= 1 && day <= LAST_DAY;
