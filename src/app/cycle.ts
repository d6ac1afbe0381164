/** The cycle that a day falls into when nobody has said otherwise: the calendar quarter. */
import { addDays, type Day } from '../model/day';

export interface Cycle {
  readonly name: string;
  readonly start: Day;
  readonly end: Day;
}

/** 2026-11-21 falls into 2026-Q4, from 2026-10-01 to 2026-12-31. */
export function quarterOf(day: Day): Cycle {
  const year = Number(day.slice(0, 4));
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  const firstOf = (index: number): Day => `${year + Math.floor(index / 4)}-${String((index % 4) * 3 + 1).padStart(2, '0')}-01` as Day;
  return { name: `${year}-Q${quarter + 1}`, start: firstOf(quarter), end: addDays(firstOf(quarter + 1), -1) };
}
