/** Dates in cells: Google's serial day numbers are wall-clock time in the spreadsheet's time zone. */

const DAY = 86_400_000;
/** Serial 0, 30 December 1899, as if the wall clock were UTC. */
const EPOCH = Date.UTC(1899, 11, 30);
const QUARTER_HOUR = 900_000;

/** Turns instants into serials and back in one time zone. */
export interface WallClock {
  readonly timeZone: string;
  toDate(serial: number): Date;
  toSerial(date: Date): number;
}

export function wallClock(timeZone: string): WallClock {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  const offsets = new Map<number, number>();

  /** Milliseconds that the wall clock is ahead of UTC at an instant; zones change at quarters of an hour at the most. */
  function offsetAt(instant: number): number {
    const quarter = Math.floor(instant / QUARTER_HOUR);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      const shown: Record<string, number> = {};
      for (const { type, value } of parts.formatToParts(quarter * QUARTER_HOUR)) shown[type] = Number(value);
      const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
      offset = Date.UTC(year, month - 1, day, hour, minute, second) - quarter * QUARTER_HOUR;
      offsets.set(quarter, offset);
    }
    return offset;
  }

  return {
    timeZone,
    toDate(serial) {
      // Serials are fractions of days; rounding to milliseconds takes the noise out of them.
      const wall = EPOCH + Math.round(serial * DAY);
      const first = wall - offsetAt(wall);
      return new Date(wall - offsetAt(first));
    },
    toSerial(date) {
      const instant = date.getTime();
      return (instant + offsetAt(instant) - EPOCH) / DAY;
    },
  };
}

/** A day as a serial, with no time zone in it; months count from 1. Undefined if there is no such day. */
export function daySerial(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  if (back.getUTCFullYear() !== year || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return undefined;
  return (time - EPOCH) / DAY;
}

/** Whether a number format shows a date, a time or both; text in quotes, brackets and after a backslash does not count. */
export function isDatePattern(pattern: string | undefined): boolean {
  if (!pattern || pattern === 'General' || pattern === '@') return false;
  const known = dateLike.get(pattern);
  if (known !== undefined) return known;
  const letters = pattern
    .split(';')[0]!
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/General/gi, '');
  const answer = /[ymdhs]/i.test(letters) && !/[0#?]/.test(letters.replace(/[.,]0+/g, ''));
  dateLike.set(pattern, answer);
  return answer;
}

const dateLike = new Map<string, boolean>();
