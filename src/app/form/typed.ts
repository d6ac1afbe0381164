/** What a person typed into a form, read as the spreadsheet would read it: numbers in its locale, shares of a milestone. */
import { isBlank, type Cell } from '../../rows/grid';
import { shareOfMilestone } from '../../rows/cells';
import type { Measure } from '../../model/words';

export type DecimalMark = '.' | ',';

/** Languages that write 1234,5; the rest of the world writes 1234.5. */
const COMMA = new Set(
  'pl vi de fr es it pt nl ru uk be cs sk hu ro bg hr sl sr bs mk sq el tr az kk ka hy da nb nn no sv fi is et lv lt id ca gl eu'.split(' '),
);
/** Countries that do it otherwise than the rest of their language. */
const POINT = new Set('es_MX es_US es_PR es_DO es_GT es_HN es_NI es_PA es_PE es_SV de_CH de_LI it_CH'.split(' '));

/** The mark before the decimals in a spreadsheet of this locale, such as `pl_PL` or `en`. */
export function decimalMarkOf(locale: string): DecimalMark {
  const [language = '', country = ''] = locale.split(/[_-]/);
  return COMMA.has(language.toLowerCase()) && !POINT.has(`${language.toLowerCase()}_${country.toUpperCase()}`) ? ',' : '.';
}

const THAI_ZERO = '๐'.charCodeAt(0);
const SIGN = /^[+\-\u2212\u2013]/;
const CURRENCY = /^(?:\p{Sc}|zł|PLN|THB|VND|EUR|USD|บาท)\s*|\s*(?:\p{Sc}|zł|PLN|THB|VND|EUR|USD|บาท|đ)$/giu;

/**
 * `1.234,5`, `45%`, `฿1,200`, `๑๒.๕`, `-3` as a number; undefined when it is none. A text that can be read in one way only is read so in every
 * locale (`12.5` cannot be thousands); the locale decides where both are possible: `1,234` is 1.234 in Poland and 1234 in Thailand.
 */
export function numberTyped(text: string, mark: DecimalMark, percent: 'share' | 'points' = 'share'): number | undefined {
  let rest = text.normalize('NFKC').replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO)).trim();
  const isNegative = /^[-\u2212\u2013]/.test(rest);
  rest = rest.replace(SIGN, '').trim().replace(CURRENCY, '');
  const isPercent = /%$/.test(rest);
  if (isPercent) rest = rest.slice(0, -1).trim();
  const plain = plainNumber(rest, mark);
  if (plain === undefined) return undefined;
  const size = isPercent && percent === 'share' ? Number((plain / 100).toPrecision(15)) : plain;
  return isNegative && size !== 0 ? -size : size;
}

/** Digits with marks and spaces between them; the result of it is not negative. */
function plainNumber(text: string, mark: DecimalMark): number | undefined {
  // Spaces and apostrophes only ever stand between thousands.
  const digits = /^\d{1,3}(?:[\s'’]\d{3})+(?![\d'’])/.test(text) ? text.replace(/[\s'’]/g, '') : text;
  if (!/^(?:\d[\d.,]*|[.,]\d+)$/.test(digits)) return undefined;
  const decimal = decimalIn(digits, mark);
  const grouping = decimal === '.' ? ',' : '.';
  const [whole = '', fraction, ...more] = digits.split(decimal);
  if (more.length > 0 || (fraction ?? '').includes(grouping)) return undefined;
  if (whole.includes(grouping) && !/^\d{1,3}(?:[.,]\d{3})+$/.test(whole)) return undefined;
  const number = Number(`${whole.split(grouping).join('') || '0'}.${fraction === undefined || fraction === '' ? '0' : fraction}`);
  return Number.isFinite(number) ? number : undefined;
}

/** Which of the two marks stands before the decimals. */
function decimalIn(digits: string, mark: DecimalMark): DecimalMark {
  const [points, commas] = [digits.split('.').length - 1, digits.split(',').length - 1];
  if (points > 0 && commas > 0) return digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ',';
  const [only, other]: [DecimalMark, DecimalMark] = points > 0 ? ['.', ','] : [',', '.'];
  if (points + commas > 1) return other; // 1.234.567: more than one can only be thousands
  if (points + commas === 0 || only === mark) return mark;
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? other : only;
}

/** A blank field is null. Undefined when the text is no number, or for a milestone no state of it. */
export function valueTyped(text: string, measure: Measure | undefined, mark: DecimalMark, percent: 'share' | 'points'): number | null | undefined {
  const trimmed = text.trim();
  if (isBlank(trimmed)) return null;
  if (measure !== 'Milestone') return numberTyped(trimmed, mark, percent);
  const cell: Cell = numberTyped(trimmed, mark) ?? trimmed;
  return shareOfMilestone(cell);
}

/** Whether 45% means 45: the unit says per cent, and the figures are counted in points and not in hundredths. */
export function percentIn(unit: string, ...figures: readonly (number | null | undefined)[]): 'share' | 'points' {
  const largest = Math.max(0, ...figures.map((figure) => Math.abs(figure ?? 0)));
  return unit.includes('%') && largest > LARGEST_SHARE ? 'points' : 'share';
}

/** Shares of more than 200 % are rare, and points of less than 2 too. */
const LARGEST_SHARE = 2;
