/** Which days of the calendar a recurrence falls on. */
import { addDays, daysBetween, toDay, type Day } from '../../model/day';
import { NTHS, WEEKDAYS, type Recurrence, type Weekday } from '../../model/schedule';

/** A Monday, so that days and weeks counted from it begin the week as ISO 8601 does. */
const A_MONDAY = '1970-01-05' as Day;
/** No day after it is computed; texts of days have four digits for the year. */
const LAST_YEAR = 9999;

/** Friday for 2026-11-27. */
export function weekdayOf(day: Day): Weekday {
  return WEEKDAYS[remainder(daysBetween(A_MONDAY, day), 7)] as Weekday;
}

/**
 * The days of a recurrence from `from` on, in order, beginning at `since` to spare the walk; the phase is counted from `from`.
 * Every 2 weeks on Monday and Thursday from Thursday 2026-11-05: 5 November, then 16, 19 and 30 November. Ends are the last days of the cycles known.
 */
export function* daysOf(recurrence: Recurrence, from: Day, since: Day, cycleEnds: readonly Day[]): Generator<Day> {
  const begin = since > from ? since : from;
  const { every } = recurrence;
  const days = every === 'week' ? weekly(recurrence, from, begin) : every === 'month' ? monthly(recurrence, from, begin) : afterCycles(recurrence, cycleEnds);
  for (const day of days) if (day >= begin) yield day;
}

function* weekly({ weeks, on }: Recurrence & { every: 'week' }, from: Day, begin: Day): Generator<Day> {
  const week = (day: Day): number => Math.floor(daysBetween(A_MONDAY, day) / 7);
  const first = week(from);
  for (let at = first + Math.floor((week(begin) - first) / weeks) * weeks; on.length > 0; at += weeks) {
    for (const weekday of on) {
      const day = addDays(A_MONDAY, at * 7 + WEEKDAYS.indexOf(weekday));
      if (toDay(day) === undefined) return;
      yield day;
    }
  }
}

function* monthly(recurrence: Recurrence & { every: 'month' }, from: Day, begin: Day): Generator<Day> {
  const month = (day: Day): number => yearOf(day) * 12 + Number(day.slice(5, 7)) - 1;
  const first = month(from);
  for (let at = first + Math.floor((month(begin) - first) / recurrence.months) * recurrence.months; at < LAST_YEAR * 12; at += recurrence.months) {
    yield dayInMonth(recurrence, firstOf(at), firstOf(at + 1));
  }
}

/** Day 31 of February 2028 is the 29th; the last Friday of November 2026 the 27th. */
function dayInMonth(recurrence: Recurrence & { every: 'month' }, first: Day, next: Day): Day {
  if (!('nth' in recurrence)) return addDays(first, Math.min(recurrence.day, daysBetween(first, next)) - 1);
  const weekday = WEEKDAYS.indexOf(recurrence.weekday);
  if (recurrence.nth === 'last') return addDays(next, -1 - remainder(WEEKDAYS.indexOf(weekdayOf(next)) - 1 - weekday, 7));
  return addDays(first, remainder(weekday - WEEKDAYS.indexOf(weekdayOf(first)), 7) + 7 * NTHS.indexOf(recurrence.nth));
}

function afterCycles({ daysAfter }: Recurrence & { every: 'cycle' }, cycleEnds: readonly Day[]): Day[] {
  return [...new Set(cycleEnds)].sort().map((end) => addDays(end, daysAfter));
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));
/** Of a month counted from the year 0. */
const firstOf = (month: number): Day => `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01` as Day;
const remainder = (number: number, by: number): number => ((number % by) + by) % by;
