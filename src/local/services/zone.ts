/** Wall-clock time in a named time zone, there and back. */

export interface WallTime {
  readonly year: number;
  readonly month: number; // 1..12
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    formatters.set(zone, found);
  }
  return found;
}

export function isZone(zone: string): boolean {
  try {
    formatter(zone);
    return true;
  } catch {
    return false; // the only thing that can be wrong here is the name
  }
}

export function wallTime(instant: number, zone: string): WallTime {
  const part = Object.fromEntries(formatter(zone).formatToParts(instant).map(({ type, value }) => [type, value]));
  const year = Number(part.year);
  return {
    year: part.era === 'BC' ? 1 - year : year,
    month: Number(part.month),
    day: Number(part.day),
    hour: Number(part.hour),
    minute: Number(part.minute),
    second: Number(part.second),
  };
}

/** Milliseconds that the zone's clocks are ahead of UTC at that instant. */
export function zoneOffset(instant: number, zone: string): number {
  const { year, month, day, hour, minute, second } = wallTime(instant, zone);
  return utc(year, month, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant at which the zone's clocks show this time. Of the two on the night that clocks go back it is the first;
 * a time that clocks jump over, such as 02:30 in spring, becomes the same distance behind the jump (03:30).
 */
export function instantAt(year: number, month: number, day: number, hour: number, minute: number, zone: string): number {
  const asUtc = utc(year, month, day, hour, minute, 0);
  const halfDay = 12 * 60 * 60 * 1000;
  const before = asUtc - zoneOffset(asUtc - halfDay, zone);
  const after = asUtc - zoneOffset(asUtc + halfDay, zone);
  const shown = [before, after].filter((instant) => instant + zoneOffset(instant, zone) === asUtc);
  return shown.length ? Math.min(...shown) : before;
}

/** Day 0 or day 32 are neighbours of the month, as with `Date.UTC`; years below 100 mean themselves. */
function utc(year: number, month: number, day: number, hour: number, minute: number, second: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second);
}
