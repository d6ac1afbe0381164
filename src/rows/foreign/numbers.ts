/** Numbers as people write them: `1.234,5`, `1,234.5`, `45%`, `฿๑,๒๐๐`, `≥ 90 days`, `1,2 mln`. */
import { tidy } from '../../model/units';
import { meaningOf } from './values';
import { westernDigits } from './source';

/** The sign between whole numbers and fractions. */
export type Mark = '.' | ',';

/** A number taken apart; what its digits mean may depend on the mark that the column uses. */
export interface Written {
  /** Set when the digits can be read in one way only. */
  readonly value?: number;
  /** The decimal mark that the number proves, by how it is written. */
  readonly proves?: Mark;
  /** Both readings of a number such as `1.234`. */
  readonly either?: Readonly<Record<Mark, number>>;
  readonly isPercent: boolean;
  /** What stands behind or before the digits: `days`, `zł`. */
  readonly unit: string;
  readonly comparison: '' | 'At least' | 'At most';
}

const SPACES = /[\u00a0\u2007\u2009\u202f\s]+/g;
const SHAPE = /^(≥|>=|>|≤|<=|<)?\s*([-+])?\s*(\p{Sc}|[A-Z]{3}(?=[\s\d-]))?\s*([-+])?\s*(\d(?:[\d .,'’]*\d)?|[.,]\d+)\s*([^\d]*)$/u;
const LONGEST_UNIT = 24;
/** A longer text is a sentence. */
const LONGEST_NUMBER = 60;

/** Undefined for what is no number: `about 40`, `10-20`, `3/10`. */
export function written(text: string): Written | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const plain = westernDigits(text).replace(SPACES, ' ').replace(/[−–]/g, '-').trim();
  const brackets = /^\((.*)\)$/.exec(plain)?.[1]; // as accountants write what is negative
  const [all, comparison = '', sign = '', before = '', signAfter = '', digits = '', after = ''] = SHAPE.exec(brackets ?? plain) ?? [];
  if (all === undefined || (sign !== '' && signAfter !== '')) return undefined;
  const body = read(digits);
  const behind = unitOf(after.trim());
  if (!body || !behind) return undefined;
  const factor = behind.scale * (sign === '-' || signAfter === '-' || brackets !== undefined ? -1 : 1);
  const times = (value: number) => tidy(value * factor);
  return {
    ...(body.value === undefined ? {} : { value: times(body.value) }),
    ...(body.proves === undefined ? {} : { proves: body.proves }),
    ...(body.either === undefined ? {} : { either: { '.': times(body.either['.']), ',': times(body.either[',']) } }),
    isPercent: behind.isPercent,
    unit: behind.isPercent ? '%' : behind.unit || before,
    comparison: comparison === '' ? '' : /[≥>]/.test(comparison) ? 'At least' : 'At most',
  };
}

type Digits = Pick<Written, 'value' | 'proves' | 'either'>;

/** Digits with their marks. Groups of three hold thousands apart; a mark before any other number of digits is a decimal one. */
function read(digits: string): Digits | undefined {
  const grouped = /^\d{1,3}(?:([ '’])\d{3})(?:\1\d{3})*(?:[.,]\d+)?$/.test(digits);
  if (/[ '’]/.test(digits) && !grouped) return undefined;
  const text = digits.replace(/[ '’]/g, '');
  const marks = text.replace(/\d/g, '');
  if (marks === '') return { value: Number(text) };
  const last = marks[marks.length - 1] as Mark;
  const place = text.lastIndexOf(last);
  const [whole, fraction] = [text.slice(0, place), text.slice(place + 1)];
  const asDecimal = (): number => Number(`${whole.replace(/[.,]/g, '')}.${fraction}`);
  if (marks.length === 1) {
    const isAmbiguous = !grouped && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
    if (!isAmbiguous) return { value: asDecimal(), proves: last };
    const thousands = Number(whole + fraction);
    return { either: last === '.' ? { '.': asDecimal(), ',': thousands } : { ',': asDecimal(), '.': thousands } };
  }
  if (marks.split('').every((mark) => mark === last)) {
    return /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(text) ? { value: Number(text.replace(/[.,]/g, '')), proves: last === '.' ? ',' : '.' } : undefined;
  }
  const isGrouped = marks.indexOf(last) === marks.length - 1 && /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(whole);
  return isGrouped ? { value: asDecimal(), proves: last } : undefined;
}

function unitOf(text: string): { readonly scale: number; readonly unit: string; readonly isPercent: boolean } | undefined {
  if (text.length > LONGEST_UNIT) return undefined;
  if (text === '') return { scale: 1, unit: '', isPercent: false };
  if (meaningOf('percent', text) !== undefined) return { scale: 1, unit: '', isPercent: true };
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(text) ?? [];
  const scale = word === 'M' ? '1000000' : meaningOf('scale', word);
  if (scale !== undefined) return { scale: Number(scale), unit: rest, isPercent: false };
  return /^[\p{L}\p{Sc}][\p{L}\p{M}\p{Sc}\s./²³°-]*$/u.test(text) ? { scale: 1, unit: text, isPercent: false } : undefined;
}

/** Languages that write a decimal comma, as far as Google's locales go; the countries beside them do not. */
const COMMA = new Set('az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk lt lv mk nb nl nn no pl pt ro ru sk sl sq sr sv tr uk uz vi'.split(' '));
const POINT = new Set(['de_CH', 'de_LI', 'it_CH', 'es_MX', 'es_US', 'es_PR', 'es_GT', 'es_HN', 'es_NI', 'es_PA', 'es_PE', 'es_SV', 'es_DO']);

/** The decimal mark of a spreadsheet's locale such as `pl_PL`. */
export function markOfLocale(locale: string): Mark {
  const name = locale.replace('-', '_');
  return COMMA.has(name.split('_')[0] ?? '') && !POINT.has(name) ? ',' : '.';
}
