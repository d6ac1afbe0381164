/** What the cells of a column look like, to tell a goal in words from a goal in numbers. */
import { isBlank } from '../grid';
import { TABLES, type CellKind } from '../columns';
import type { AdoptKey } from './headings';
import { numbered } from './numbering';
import { written } from './numbers';
import { writtenDay } from './days';
import { cellAt, textAt, type Source } from './source';
import { choiceOf, lightOf, meaningOf, standsForNothing, wholeMeaning } from './values';

/** More rows would not change the impression. */
const ROWS_LOOKED_AT = 200;

export interface Content {
  readonly filled: number;
  /** The share of filled cells that a test holds for. */
  share(test: (text: string) => boolean, key: string): number;
}

export function contentOf(source: Source, column: number, from: number): Content {
  const texts: string[] = [];
  for (let row = from; row < source.cells.length && texts.length < ROWS_LOOKED_AT; row += 1) {
    if (isBlank(cellAt(source, row, column))) continue;
    const text = textAt(source, row, column);
    if (!standsForNothing(text)) texts.push(text);
  }
  const shares = new Map<string, number>();
  return {
    filled: texts.length,
    share: (test, key) => {
      const known = shares.get(key);
      if (known !== undefined) return known;
      const share = texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
      shares.set(key, share);
      return share;
    },
  };
}

const KINDS: ReadonlyMap<string, CellKind> = new Map(
  [...TABLES.objectives.filled, ...TABLES.keyResults.filled].map(({ key, kind }): [string, CellKind] => [key, kind]),
);

export const isNumberText = (text: string): boolean => written(text) !== undefined || /^(true|false)$/i.test(text) || wholeMeaning('status', text) === 'Complete';
const isDayText = (text: string): boolean => writtenDay(text, true) !== undefined;
const isLightText = (text: string): boolean => lightOf(text) !== undefined || wholeMeaning('status', text) !== undefined;

/** How well the cells suit a key: 1 they do, 0 nothing can be said, -2 they are something else. */
export function fit(key: AdoptKey, content: Content): number {
  if (content.filled === 0) return 0;
  const mostly = (test: (text: string) => boolean, name: string, least = 0.5): number => (content.share(test, name) >= least ? 1 : -2);
  const numbers = content.share((text) => isNumberText(text) && !isDayText(text), 'number');
  if (key === 'type') return mostly((text) => meaningOf('type', text) !== undefined, 'type', 0.8);
  if (key === 'status') return mostly((text) => written(text) === undefined, 'not a number', 0.7);
  if (key === 'score') return numbers >= 0.5 ? 1 : -2;
  if (key === 'confidence') return numbers >= 0.5 || content.share(isLightText, 'light') >= 0.5 ? 1 : -2;
  const kind = KINDS.get(key);
  if (kind === 'number' || kind === 'value' || kind === 'weight') return numbers >= 0.5 ? 1 : -2;
  if (kind === 'day') return mostly(isDayText, 'day');
  if (kind === 'choice') return mostly((text) => choiceOf(key, text) !== undefined, key);
  if (kind === 'id' || key === 'unit') return mostly((text) => text.length <= 24, 'short', 0.8);
  if (key === 'objective' || key === 'key_result' || key === 'text') return numbers >= 0.7 ? -2 : 1;
  return numbers >= 0.7 ? -1 : 0;
}

/** Whether a column mixes objectives and key results, told apart by their numbers: `O1 …`, `KR1.1 …`. */
export function mixesBoth(content: Content): boolean {
  const isOf = (kind: string) => content.share((text) => numbered(text)?.kind === kind, `numbered ${kind}`);
  return isOf('objective') > 0 && isOf('key_result') > 0 && isOf('objective') + isOf('key_result') >= 0.8;
}

/** Whether a column holds traffic lights or words that say the same. */
export const holdsLights = (content: Content): boolean => content.filled > 0 && content.share(isLightText, 'light') >= 0.5 && content.share((text) => lightOf(text) !== undefined, 'really light') > 0;

export const holdsAddresses = (content: Content): boolean => content.filled > 0 && content.share((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), 'address') >= 0.8;
