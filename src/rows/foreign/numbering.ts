/** Numbers that people write before a text: `O1: Grow`, `KR 1.2 – NPS rises`, `2) Hire`; and what they say about the row. */
import { fold, westernDigits } from './source';
import { wholeMeaning } from './values';

export interface Numbered {
  readonly kind: 'objective' | 'key_result' | undefined;
  /** `O1` or `KR1.2`; '' for a bare number. */
  readonly id: string;
  readonly rest: string;
  /** `1.2` as written, in western digits. */
  readonly number: string;
  /** A colon, a dot or a dash after the number says that it is no part of the sentence. */
  readonly isSetOff: boolean;
}

const NUMBERED = /^\s*([\p{L}\p{M}][\p{L}\p{M} ]{0,24}?)?\s*[#.]?\s*([\d๐-๙]+(?:\.[\d๐-๙]+)*)(\s*[:.)]\s*|\s*[-–—]\s+|\s+)(\S[\s\S]*)$/u;

/** Undefined when the text begins with no number of that kind: `Grow`, `Top 10 of the world`. */
export function numbered(text: string): Numbered | undefined {
  const [, word = '', number = '', separator = '', rest = ''] = NUMBERED.exec(text) ?? [];
  if (number === '' || /^\d/.test(rest)) return undefined; // 1.5 and 10-20 are figures
  const kind = word === '' ? undefined : (wholeMeaning('type', word.replace(/ที่$/, '')) as Numbered['kind']);
  if (word !== '' && kind === undefined) return undefined;
  const id = kind === undefined ? '' : `${kind === 'objective' ? 'O' : 'KR'}${westernDigits(number)}`;
  return { kind, id, rest, number: westernDigits(number), isSetOff: separator.trim() !== '' };
}

/** The numbers taken off the texts of one kind: each that is set off, or all of them when every text has one. */
export function numberingOf(texts: readonly string[]): (text: string) => { readonly text: string; readonly id: string } {
  const read = texts.map(numbered);
  const isEverywhere = texts.length > 1 && read.every((one) => one !== undefined) && (read.every((one) => one?.kind !== undefined) || goOn(read.map((one) => one?.number ?? '')));
  const ids = read.map((one) => one?.id ?? '');
  const areTelling = ids.every((id) => id !== '') && new Set(ids).size === new Set(texts.map(fold)).size;
  return (text) => {
    const one = numbered(text);
    if (!one || !(isEverywhere || one.isSetOff)) return { text, id: '' };
    return { text: one.rest, id: areTelling ? one.id : '' };
  };
}

/** Each number follows the one before it, or begins anew; `10 shops` and `3 days` do not. */
function goOn(numbers: readonly string[]): boolean {
  const last = numbers.map((number) => Number(number.split('.').pop()));
  return last.every((number, index) => number === 1 || number === (last[index - 1] ?? 0) + 1);
}
