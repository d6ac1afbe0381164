/** The first day of a schedule: "from 1 December 2026", "od 1.12", "từ ngày 1 tháng 12", "ตั้งแต่ 1 ธ.ค. 2569", "starting tomorrow". */
import { addDays, toDay, type Day } from '../../../model/day';
import { WEEKDAYS } from '../../../model/schedule';
import { weekdayOf } from '../days';
import type { Reading } from './reading';

interface Found {
  /** The days that could be meant; none when there is no such day. */
  readonly days: readonly Day[];
  readonly end: number;
}

/** In Thailand the year 2026 is 2569; no schedule begins so far ahead as that would be otherwise. */
const BUDDHIST = 543;

/** The day after "from", if there is one; days that are over, or are none, are problems. */
export function findFrom(reading: Reading, today: Day): Day | undefined {
  let from: Day | undefined;
  for (let at = 0; at < reading.count; at += 1) {
    if (reading.is(at, 'until')) refuseEnd(reading, at, today);
    if (!reading.is(at, 'from')) continue;
    const start = reading.skip(at + 1, 'dayMark', 'from');
    const weekday = reading.value(start, 'day');
    const found = dateAt(reading, weekday === undefined ? start : reading.skip(start + 1, 'dayMark'), today);
    // "from Monday to Friday" and "owners from Sales" are other things, "from two weeks on" is something that cannot be known.
    if (found === undefined) {
      if (reading.number(start) !== undefined || reading.is(start, 'unit', 'nth')) refuseDate(reading, at, start + 1);
      continue;
    }
    const words = reading.quote(start, found.end);
    reading.take(at, found.end);
    const [day, other] = found.days;
    if (day === undefined) reading.refuse('badDate', words);
    else if (other !== undefined) reading.refuse('dateUnclear', words, found.days);
    else if (weekday !== undefined && weekday !== weekdayOf(day)) reading.refuse('badDate', words);
    else if (day < today) reading.refuse('past', words, [day]);
    else if (from !== undefined && from !== day) reading.refuse('badDate', words);
    else from = day;
  }
  refuseOtherDates(reading, today);
  return from;
}

function refuseEnd(reading: Reading, at: number, today: Day): void {
  const end = dateAt(reading, reading.skip(at + 1, 'dayMark', 'unit'), today)?.end ?? at + 1;
  reading.refuse('noEnd', reading.quote(at, end));
  reading.take(at, end);
}

function refuseDate(reading: Reading, from: number, to: number): void {
  reading.refuse('badDate', reading.quote(from, to));
  reading.take(from, to);
}

/** A date without "from" in front would be a single day. */
function refuseOtherDates(reading: Reading, today: Day): void {
  for (let at = 0; at < reading.count; at += 1) {
    if (!reading.isFree(at)) continue;
    const isDate = reading.tokens[at]?.kind === 'date' || (reading.tokens[at]?.kind === 'number' && reading.is(at + 1, 'month')) || reading.is(at, 'once');
    if (!isDate) continue;
    const end = Math.max(dateAt(reading, at, today)?.end ?? 0, at + 1);
    reading.refuse('once', reading.quote(at, end));
    reading.take(at, end);
  }
}

/** The date that begins at a place, in whichever way the language writes it. */
function dateAt(reading: Reading, at: number, today: Day): Found | undefined {
  const token = reading.tokens[at];
  if (token === undefined || !reading.isFree(at)) return undefined;
  const once = reading.value(at, 'once');
  if (once === 'today' || once === 'tomorrow') return { days: [once === 'today' ? today : addDays(today, 1)], end: at + 1 };
  if (once === 'nextWeek' || once === 'nextMonth') return { days: [startOfNext(once, today)], end: at + 1 };
  const isDotted = token.kind === 'clock' && token.text.includes('.') && reading.language !== 'en';
  if (token.kind === 'date' || isDotted) return numeric(reading, at, today);
  const first = reading.number(at);
  const named = reading.value(first === undefined ? at : reading.skip(at + 1), 'month');
  if (named !== undefined) {
    const monthAt = first === undefined ? at : reading.skip(at + 1);
    const day = first ?? reading.number(at + 1);
    return day === undefined ? undefined : withYear(reading, (first === undefined ? at + 1 : monthAt) + 1, day, Number(named), today);
  }
  // 1 tháng 12
  const month = reading.language === 'vi' && reading.value(at + 1, 'unit') === 'month' ? reading.number(at + 2) : undefined;
  return first === undefined || month === undefined ? undefined : withYear(reading, at + 3, first, month, today);
}

/** On Saturday 2026-11-21 next week begins on Monday the 23rd, and next month on 1 December. */
function startOfNext(which: 'nextWeek' | 'nextMonth', today: Day): Day {
  if (which === 'nextWeek') return addDays(today, 7 - WEEKDAYS.indexOf(weekdayOf(today)));
  const [year = 0, month = 0] = today.split('-').map(Number);
  return days(1, (month % 12) + 1, month === 12 ? year + 1 : year)[0] ?? today;
}

/** 2026-12-01, 1/12/2026, 1.12. Day and month change places between England and America, so in English both are asked about. */
function numeric(reading: Reading, at: number, today: Day): Found {
  const parts = (reading.tokens[at]?.text ?? '').split(/[-/.]/);
  const [a = 0, b = 0, c] = parts.map(Number);
  if (parts[0]?.length === 4) return { days: days(c ?? 0, b, a), end: at + 1 };
  const read = (day: number, month: number): Found => (c === undefined ? withYear(reading, at + 1, day, month, today) : { days: days(day, month, gregorian(c)), end: at + 1 });
  const one = read(a, b);
  if (reading.language !== 'en' || a === b) return one;
  return { days: [...one.days, ...read(b, a).days].sort(), end: one.end };
}

/** A year behind it, or the next such day: on 21 November 2026, 1 December is that of 2026 and 1 March that of 2027. */
function withYear(reading: Reading, at: number, day: number, month: number, today: Day): Found {
  const yearAt = reading.is(at, 'year') ? at + 1 : at;
  const year = /^\d{4}$/.test(reading.tokens[yearAt]?.text ?? '') ? reading.number(yearAt) : undefined;
  if (year !== undefined) return { days: days(day, month, gregorian(year)), end: yearAt + (reading.is(yearAt + 1, 'year') ? 2 : 1) };
  const thisYear = Number(today.slice(0, 4));
  const next = [...days(day, month, thisYear), ...days(day, month, thisYear + 1)].find((one) => one >= today);
  return { days: next === undefined ? [] : [next], end: at };
}

const gregorian = (year: number): number => (year > 2400 ? year - BUDDHIST : year);

function days(day: number, month: number, year: number): Day[] {
  const found = toDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  return found === undefined ? [] : [found];
}
