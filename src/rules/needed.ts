/** How much has to change per week from now on. */
import { daysBetween, type Day } from '../model/day';
import { tidy } from '../model/units';

const DAYS_PER_WEEK = 7;

/** From 30 to 100 with 35 days left is 70 in 5 weeks: 14 a week. From the due day on no time is left, so there is no pace: undefined. */
export function needed(current: number, target: number, due: Day, asOf: Day): number | undefined {
  const days = daysBetween(asOf, due);
  const pace = ((target - current) * DAYS_PER_WEEK) / days;
  return days > 0 && Number.isFinite(pace) ? tidy(pace) : undefined; // values near the end of the numbers overflow
}
