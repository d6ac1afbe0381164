/** What becomes of a value that is typed or set: text is read as Google reads typing, in the spreadsheet's locale. */
import { CellValueType } from '@univerjs/core';
import { daySerial, isDatePattern } from './clock';
import type { WallClock } from './clock';

/** A cell's new content; `pattern` is a number format that goes with it unless the cell has one. */
export interface Entry {
  readonly v: string | number | null;
  readonly t: CellValueType | null;
  readonly f?: string;
  readonly pattern?: string;
}

export const BLANK: Entry = { v: null, t: null };
const text = (v: string): Entry => ({ v, t: CellValueType.STRING });
const number = (v: number, pattern?: string): Entry => ({ v, t: CellValueType.NUMBER, ...(pattern ? { pattern } : {}) });

/** What is different from one locale to the next, of the little that is needed to read typing. */
export interface Reading {
  readonly decimalComma: boolean;
  readonly dayFirst: boolean;
  readonly datePattern: string;
}

export function readingOf(locale: string): Reading {
  const language = locale.split(/[_-]/)[0]!;
  if (locale === 'en_US') return { decimalComma: false, dayFirst: false, datePattern: 'M/d/yyyy' };
  if (language === 'pl') return { decimalComma: true, dayFirst: true, datePattern: 'd.MM.yyyy' };
  if (language === 'vi') return { decimalComma: true, dayFirst: true, datePattern: 'dd/MM/yyyy' };
  if (language === 'th' || language === 'en') return { decimalComma: false, dayFirst: true, datePattern: 'd/M/yyyy' };
  throw new Error(`The embedded host does not know how numbers and dates are typed in the locale ${locale}.`);
}

/** Google's most characters in a cell. */
const LONGEST = 50_000;

export function entryOf(value: unknown, pattern: string | undefined, reading: Reading, clock: WallClock): Entry {
  if (value === null || value === undefined || value === '') return BLANK;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return text('#NUM!');
    return number(value);
  }
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw new Error('Invalid Date');
    const serial = clock.toSerial(value);
    return number(serial, Number.isInteger(serial) ? reading.datePattern : `${reading.datePattern} H:mm:ss`);
  }
  if (typeof value !== 'string') throw new Error(`A cell cannot hold ${typeof value}.`);
  if (value.length > LONGEST) throw new Error(`Your input contains more than the maximum of ${LONGEST} characters in a single cell.`);
  return typed(value, pattern, reading);
}

/**
 * Reads text as if it were typed. In a cell formatted as plain text (`@`) it stays as it is. Otherwise `=` makes a
 * formula, and so do `+` and `-` before something that is no number; a leading `'` forces text and is not part of it.
 */
function typed(value: string, pattern: string | undefined, reading: Reading): Entry {
  if (pattern === '@') return { v: value, t: CellValueType.FORCE_STRING };
  if (value.startsWith("'")) return { v: value.slice(1), t: CellValueType.FORCE_STRING };
  if (value.startsWith('=') && value.length > 1) return { v: null, t: null, f: value };
  const trimmed = value.trim();
  if (/^(true|false)$/i.test(trimmed)) return { v: /^true$/i.test(trimmed) ? 1 : 0, t: CellValueType.BOOLEAN };
  const read = readNumber(trimmed, reading) ?? readDate(trimmed, reading);
  if (read) return read;
  if (/^[+-]./.test(value)) return { v: null, t: null, f: `=${value}` };
  return text(value);
}

const CURRENCY = /^([+-]?)(\$|€|£|zł|฿|₫)\s?|\s?(\$|€|£|zł|฿|₫)$/;

function readNumber(trimmed: string, { decimalComma }: Reading): Entry | undefined {
  const currency = CURRENCY.exec(trimmed);
  const percent = trimmed.endsWith('%');
  let digits = percent ? trimmed.slice(0, -1).trimEnd() : currency ? trimmed.replace(CURRENCY, '$1') : trimmed;
  const grouped = decimalComma ? /^[+-]?\d{1,3}(?:[ .\u00a0]\d{3})+(?:,\d*)?$/ : /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
  if (grouped.test(digits)) digits = digits.replace(decimalComma ? /[ .\u00a0]/g : /,/g, '');
  const single = decimalComma ? /^[+-]?(?:\d+,?\d*|,\d+)(?:e[+-]?\d+)?$/i : /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
  if (!single.test(digits)) return undefined;
  const value = Number(digits.replace(',', '.'));
  if (!Number.isFinite(value)) return undefined;
  const decimals = /[.,]\d/.test(digits);
  if (percent) return number(Number((value / 100).toPrecision(15)), decimals ? '0.00%' : '0%');
  if (currency) return number(value, `${currency[2] ?? ''}#,##0${decimals ? '.00' : ''}${currency[3] ? ` "${currency[3]}"` : ''}`);
  return number(value);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = /^(.*?)(?:(?:^|[ T])(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?$/;

function readDate(trimmed: string, reading: Reading): Entry | undefined {
  const [, dayText = '', hour, minute, second] = TIME.exec(trimmed) ?? [];
  const time = hour === undefined ? 0 : (Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0)) / 86_400;
  if (hour !== undefined && (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) >= 60)) return undefined;
  if (dayText === '') return hour === undefined ? undefined : number(time, second === undefined ? 'H:mm' : 'H:mm:ss');
  const day = readDay(dayText.trim(), reading);
  if (!day) return undefined;
  return number(day.serial + time, hour === undefined ? day.pattern : `${day.pattern} H:mm:ss`);
}

function readDay(dayText: string, { dayFirst, datePattern }: Reading): { serial: number; pattern: string } | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(dayText);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]), 'yyyy-mm-dd');
  const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})$/.exec(dayText);
  if (numeric) {
    const [one, two] = [Number(numeric[1]), Number(numeric[3])];
    // With points the day always comes first, and a US locale knows no points.
    if (numeric[2] === '.' && !dayFirst) return undefined;
    return day(fullYear(numeric[4]!), dayFirst ? two : one, dayFirst ? one : two, datePattern);
  }
  const named = /^(\d{1,2})[ -]([a-z]{3,9})[ -](\d{4})$/i.exec(dayText) ?? undefined;
  if (named) return day(Number(named[3]), monthNumber(named[2]!), Number(named[1]), 'd-mmm-yyyy');
  const american = /^([a-z]{3,9}) (\d{1,2}), (\d{4})$/i.exec(dayText);
  return american ? day(Number(american[3]), monthNumber(american[1]!), Number(american[2]), 'mmm d, yyyy') : undefined;
}

function day(year: number, month: number, dayOfMonth: number, pattern: string) {
  const serial = daySerial(year, month, dayOfMonth);
  return serial === undefined ? undefined : { serial, pattern };
}

const fullYear = (digits: string) => (digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 50 ? 2000 : 1900));
const MONTH_NAMES = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const monthNumber = (name: string) =>
  MONTH_NAMES.findIndex((month, i) => month === name.toLowerCase() || MONTHS[i] === name.toLowerCase()) + 1;

/** Whether an entry's own number format applies in a cell that has this one: only where the cell has none, or no date for a date. */
export function patternFor(entry: Entry, present: string | undefined): string | undefined {
  if (!entry.pattern) return undefined;
  if (!present || present === 'General') return entry.pattern;
  return isDatePattern(entry.pattern) && !isDatePattern(present) ? entry.pattern : undefined;
}
