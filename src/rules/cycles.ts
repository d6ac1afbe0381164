/** Cycles of the calendar and of a fiscal year, and whether two of them overlap. */
import { addDays, daysBetween, type Day } from '../model/day';

export interface CycleSpan {
  readonly name: string;
  readonly start: Day;
  readonly end: Day;
}

/** Months in a quarter, in a half-year and in a year. */
export type CycleMonths = 3 | 6 | 12;

const firstOfMonth = (month: number): Day => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as Day;

/**
 * The quarter, half-year or year that a day falls into, in a year that begins in month `first` (1 is January). 2026-11-21 falls into 2026-Q4, from
 * 2026-10-01 to 2026-12-31; in a fiscal year from April into FY2027-Q3, named by the year in which it ends; a whole year is 2026 or FY2027.
 */
export function cycleAt(day: Day, months: CycleMonths = 3, first = 1): CycleSpan {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const year = Math.floor((month - (first - 1)) / 12);
  const begin = year * 12 + first - 1;
  const index = Math.floor((month - begin) / months);
  const start = begin + index * months;
  const name = first === 1 ? String(year) : `FY${year + 1}`;
  return { name: months === 12 ? name : `${name}-${months === 3 ? 'Q' : 'H'}${index + 1}`, start: firstOfMonth(start), end: addDays(firstOfMonth(start + months), -1) };
}

/**
 * Which of these a cycle is: 2026-10-01 to 2026-12-31 named FY2027-Q3 is a quarter of a year from April; where the name says nothing, of the first
 * year that fits, from January. Undefined for free dates.
 */
export function cycleKind({ name, start, end }: CycleSpan): { readonly months: CycleMonths; readonly first: number } | undefined {
  const kinds = MONTHS.flatMap((months) => Array.from({ length: 12 }, (_, index) => ({ months, first: index + 1, cycle: cycleAt(start, months, index + 1) })));
  const fitting = kinds.filter(({ cycle }) => cycle.start === start && cycle.end === end);
  return fitting.find(({ cycle }) => cycle.name === name) ?? fitting[0];
}

const MONTHS: readonly CycleMonths[] = [3, 6, 12];

/** The first whole one after a day: after 2026-12-31 comes 2027-Q1; after 2026-12-15 too, so that no day belongs to two. */
export function cycleAfter(end: Day, months: CycleMonths = 3, first = 1): CycleSpan {
  const next = cycleAt(addDays(end, 1), months, first);
  return next.start > end ? next : cycleAt(addDays(next.end, 1), months, first);
}

/** As long as the one before, from the day after it: 2026-10-01 to 2026-11-15, 46 days, is followed by 2026-11-16 to 2026-12-31. */
export function sameLengthAfter({ start, end }: Pick<CycleSpan, 'start' | 'end'>): Pick<CycleSpan, 'start' | 'end'> {
  return { start: addDays(end, 1), end: addDays(end, 1 + daysBetween(start, end)) };
}

/** Both ends belong to a cycle: one that ends on 2026-12-31 and one that begins on that day share a day. */
export function overlap(one: Pick<CycleSpan, 'start' | 'end'>, other: Pick<CycleSpan, 'start' | 'end'>): boolean {
  return one.start <= other.end && other.start <= one.end;
}
