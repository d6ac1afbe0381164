/** Java's date patterns, as Utilities.formatDate takes them, in a named time zone and in English. */
import { wallTime, zoneOffset, type WallTime } from './zone';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export function formatDate(instant: number, zone: string, pattern: string): string {
  const time = wallTime(instant, zone);
  // A run of one letter, a quoted text ('' is a quote), or anything else as it is.
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*|'/g, (token, quoted: string | undefined, letter: string | undefined) => {
    if (token === "''") return "'";
    if (quoted !== undefined) return quoted.replace(/''/g, "'");
    if (letter === undefined) throw new Error(`Illegal date pattern: unterminated quote in ${pattern}`);
    return field(letter, token.length, time, instant, zone);
  });
}

function field(letter: string, width: number, time: WallTime, instant: number, zone: string): string {
  const digits = (n: number): string => String(n).padStart(width, '0');
  const weekday = new Date(Date.UTC(time.year, time.month - 1, time.day)).getUTCDay();
  switch (letter) {
    case 'y':
      return width === 2 ? String(time.year % 100).padStart(2, '0') : digits(time.year);
    case 'M':
      return width >= 3 ? named(MONTHS[time.month - 1]!, width) : digits(time.month);
    case 'd':
      return digits(time.day);
    case 'H':
      return digits(time.hour);
    case 'k':
      return digits(time.hour || 24);
    case 'h':
      return digits(time.hour % 12 || 12);
    case 'K':
      return digits(time.hour % 12);
    case 'm':
      return digits(time.minute);
    case 's':
      return digits(time.second);
    case 'S':
      return digits(((instant % 1000) + 1000) % 1000);
    case 'a':
      return time.hour < 12 ? 'AM' : 'PM';
    case 'E':
      return named(DAYS[weekday]!, width);
    case 'u':
      return digits(weekday || 7);
    case 'Z':
      return offset(instant, zone, '');
    case 'X':
      return isoOffset(instant, zone, width);
    default:
      throw new Error(`The date pattern letter ${letter} is not modelled by the embedded host.`);
  }
}

const named = (name: string, width: number): string => (width >= 4 ? name : name.slice(0, 3));

function offset(instant: number, zone: string, separator: string): string {
  const minutes = Math.round(zoneOffset(instant, zone) / 60_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}${separator}${two(Math.abs(minutes) % 60)}`;
}

function isoOffset(instant: number, zone: string, width: number): string {
  const text = offset(instant, zone, width >= 3 ? ':' : '');
  if (/^\+00:?00$/.test(text)) return 'Z';
  return width === 1 ? text.slice(0, 3) : text;
}
