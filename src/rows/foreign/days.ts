/** Days as people write them: `31.12.2026`, `Dec 31, 2026`, `31 ธ.ค. 2569`, `ngày 31 tháng 12 năm 2026`, `Q4 2026`. */
import { addDays, toDay, type Day } from '../../model/day';
import { fold, westernDigits } from './source';
import { wholeMeaning } from './values';

/** Which of two small numbers is the day. */
export type Order = 'day first' | 'month first';

/** A day, a span such as a quarter, or a day that depends on the order of its numbers. */
export interface WrittenDay {
  readonly first?: Day;
  readonly last?: Day;
  readonly proves?: Order;
  readonly either?: Readonly<Record<Order, Day>>;
}

const BUDDHIST_YEARS_AHEAD = 543;
const FIRST_BUDDHIST_YEAR = 2443;
/** Two digits of a Buddhist year: 69 is 2569; as a year of ours it would be long past. */
const SHORT_BUDDHIST_FROM = 60;

/** A longer text is a sentence. */
const LONGEST_DAY = 50;

export const isThaiText = (text: string): boolean => /[\u0e00-\u0e7f]/.test(text);

/** Undefined for what is no day: `soon`, `31.02.2026`, `45`. In a Thai table `69` is 2569, which is 2026. */
export function writtenDay(text: string, inThaiTable = false): WrittenDay | undefined {
  if (text.length > LONGEST_DAY) return undefined;
  const digits = westernDigits(text.trim()).replace(/[T ]\d{1,2}:\d\d(?::\d\d)?.*$/, '');
  const isThai = inThaiTable || isThaiText(text);
  const year = (written: string): number => yearOf(written, isThai);
  return inNumbers(digits, year) ?? withNames(digits, year);
}

function inNumbers(text: string, year: (written: string) => number): WrittenDay | undefined {
  const plain = text.replace(/\s*r\.?$/i, '').replace(/\s+/g, '');
  const [, y, m = '', d = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain) ?? [];
  if (y !== undefined) return single(day(year(y), Number(m), Number(d)));
  const [, a = '', b = '', c] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)$/.exec(plain) ?? [];
  if (c === undefined) return undefined;
  const dayFirst = day(year(c), Number(b), Number(a));
  const monthFirst = day(year(c), Number(a), Number(b));
  if (dayFirst && monthFirst && dayFirst !== monthFirst) return { either: { 'day first': dayFirst, 'month first': monthFirst } };
  const only = dayFirst ?? monthFirst;
  if (!only) return undefined;
  return dayFirst === monthFirst ? single(only) : { first: only, last: only, proves: dayFirst ? 'day first' : 'month first' };
}

/** With a month's name, or a quarter's number. */
function withNames(text: string, year: (written: string) => number): WrittenDay | undefined {
  const plain = text.toLowerCase().replace(/(\d)(?:st|nd|rd|th)\b/g, '$1').replace(/พ\.ศ\.|ค\.ศ\.|ปี(?=\s*\d)|วันที่|(?<=\d)\s*r\.?$/g, ' ');
  const quarter = quarterIn(fold(plain), year);
  if (quarter) return quarter;
  const vietnamese = /^(?:ngay )?(?:(\d{1,2}) )?(?:thang|thg) (\d{1,2})(?: nam)? (\d{4}|\d\d)$/.exec(fold(plain));
  if (vietnamese) return ofMonth(vietnamese[1], Number(vietnamese[2]), year(vietnamese[3] ?? ''));
  const [, d1, name = '', d2, y] = /^(?:(\d{1,2})[\s.\-/]*)?(\p{L}[\p{L}\p{M}.]*?(?:\s\p{L}[\p{L}\p{M}.]*)?)[\s.\-/]*(?:(\d{1,2})[\s,]+)?,?[\s\-/]*(\d{4}|\d\d)$/u.exec(plain.replace(/^\p{L}+,\s*/u, '').trim()) ?? [];
  const month = y === undefined ? undefined : wholeMeaning('month', name);
  return month === undefined || (d1 !== undefined && d2 !== undefined) ? undefined : ofMonth(d1 ?? d2, Number(month), year(y ?? ''));
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** `q4 2026`, `2026 q4`, `iv kw 2026`, `quy 4 nam 2026`, `ไตรมาส 4 2569`. */
function quarterIn(folded: string, year: (written: string) => number): WrittenDay | undefined {
  const words = folded.replace(/([^\d\s])(\d)/g, '$1 $2').replace(/(\d)([^\d\s])/g, '$1 $2').replace(/ (?:nam|of|r)(?= |$)/g, '').split(' ');
  const named = words.findIndex((word) => wholeMeaning('quarter', word) !== undefined);
  if (words.length !== 3 || named < 0) return undefined;
  const rest = words.filter((_, index) => index !== named);
  const written = rest.find((word) => /^\d{4}$/.test(word));
  const number = rest.filter((word) => word !== written).map((word) => ROMAN[word] ?? (/^[1-4]$/.test(word) ? Number(word) : 0))[0] ?? 0;
  if (written === undefined || number === 0) return undefined;
  return span(day(year(written), number * 3 - 2, 1), number === 4 ? day(year(written) + 1, 1, 1) : day(year(written), number * 3 + 1, 1));
}

function ofMonth(written: string | undefined, month: number, year: number): WrittenDay | undefined {
  if (written !== undefined) return single(day(year, month, Number(written)));
  return span(day(year, month, 1), month === 12 ? day(year + 1, 1, 1) : day(year, month + 1, 1));
}

function yearOf(written: string, isThai: boolean): number {
  const number = Number(written);
  if (written.length === 4) return number >= FIRST_BUDDHIST_YEAR ? number - BUDDHIST_YEARS_AHEAD : number;
  if (number < SHORT_BUDDHIST_FROM) return 2000 + number;
  return isThai ? 2500 + number - BUDDHIST_YEARS_AHEAD : NaN; // 1969 or 2069: no day of an objective
}

function day(year: number, month: number, dayOfMonth: number): Day | undefined {
  return toDay(`${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`);
}

const single = (one: Day | undefined): WrittenDay | undefined => (one ? { first: one, last: one } : undefined);
const span = (first: Day | undefined, next: Day | undefined): WrittenDay | undefined => (first && next ? { first, last: addDays(next, -1) } : undefined);

/** In the United States and a few more places the month comes first. */
export function orderOfLocale(locale: string): Order {
  return ['en_US', 'en_PH', 'es_US', 'fil_PH', 'en_PR'].includes(locale.replace('-', '_')) || locale === 'en' ? 'month first' : 'day first';
}
