/** When a clock trigger runs: Google picks a minute within the hour once, and keeps it. */
import { instantAt, wallTime } from './zone';

/** `minute` is the one that was picked; in an hour it may lie outside 0..59 when `nearMinute` asked for the hour's edge. */
export type Schedule =
  | { readonly every: 'hours'; readonly n: number; readonly minute: number }
  | { readonly every: 'days'; readonly n: number; readonly hour: number; readonly minute: number }
  | { readonly every: 'weeks'; readonly n: number; readonly weekday: number; readonly hour: number; readonly minute: number } // Monday is 1, Sunday 7
  | { readonly every: 'month'; readonly day: number; readonly hour: number; readonly minute: number }
  | { readonly every: 'once'; readonly at: number };

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;

/** The first run of a trigger made at `created`; a single run whose time has gone by runs as soon as it can. */
export function firstRun(schedule: Schedule, zone: string, created: number): number {
  switch (schedule.every) {
    case 'once':
      return Math.max(schedule.at, created);
    case 'hours': {
      const thisHour = Math.floor(created / HOUR) * HOUR + schedule.minute * MINUTE;
      return thisHour > created ? thisHour : thisHour + HOUR;
    }
    default:
      return dailyRun(schedule, zone, created, 0);
  }
}

/** The run after the one that was due at `due`; nothing after a single run. */
export function followingRun(schedule: Schedule, zone: string, due: number): number | null {
  switch (schedule.every) {
    case 'once':
      return null;
    case 'hours':
      return due + schedule.n * HOUR;
    case 'days':
      return dailyRun(schedule, zone, due, schedule.n);
    case 'weeks':
      return dailyRun(schedule, zone, due, 7 * schedule.n);
    case 'month':
      return dailyRun(schedule, zone, due, 1);
  }
}

type Daily = Extract<Schedule, { every: 'days' | 'weeks' | 'month' }>;

/** The first time after `from`, at least `skip` days later by the calendar, on a day that suits the schedule. */
function dailyRun(schedule: Daily, zone: string, from: number, skip: number): number {
  const { year, month, day } = wallTime(from, zone);
  for (let ahead = skip; ; ahead += 1) {
    const date = new Date(Date.UTC(year, month - 1, day + ahead));
    if (!suits(schedule, date)) continue;
    const run = instantAt(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), schedule.hour, schedule.minute, zone);
    if (run > from) return run;
  }
}

function suits(schedule: Daily, date: Date): boolean {
  if (schedule.every === 'weeks') return (date.getUTCDay() || 7) === schedule.weekday;
  if (schedule.every === 'month') return date.getUTCDate() === schedule.day;
  return true;
}
