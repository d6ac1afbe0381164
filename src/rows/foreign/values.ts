/** Words in cells that stand for a choice, a traffic light, a month: the words that the add-on itself shows, and what people write instead. */
import { KINDS, LEVELS, MEASURES, PRIORITIES, READINGS } from '../../model/words';
import { TRAFFIC_LIGHT } from '../cells';
import { fold } from './source';
import values from './values.json';

export type ValueList = keyof typeof values;

const known = new Map<ValueList, ReadonlyMap<string, string>>();

function wordsOf(list: ValueList): ReadonlyMap<string, string> {
  let words = known.get(list);
  if (!words) {
    const map = new Map<string, string>();
    for (const [meaning, spellings] of Object.entries(values[list])) {
      for (const spelling of spellings) if (!map.has(fold(spelling))) map.set(fold(spelling), meaning);
    }
    words = map;
    known.set(list, words);
  }
  return words;
}

/** What a text stands for in a list, with or without a symbol before it; undefined when it stands for nothing there. */
export function meaningOf(list: ValueList, text: string): string | undefined {
  const words = wordsOf(list);
  const folded = fold(text);
  const letters = folded.replace(/\p{S}/gu, '').trim();
  return words.get(folded) ?? words.get(letters) ?? words.get(folded.split(' ')[0] ?? '') ?? undefined;
}

/** What a whole text stands for; `high risk` is not `high`. */
export function wholeMeaning(list: ValueList, text: string): string | undefined {
  const words = wordsOf(list);
  const folded = fold(text);
  return words.get(folded) ?? words.get(folded.replace(/\p{S}/gu, '').trim());
}

const CHOICES: Readonly<Record<string, readonly string[]>> = { measure: MEASURES, level: LEVELS, priority: PRIORITIES, kind: KINDS, reading: READINGS };

/** The word of a closed list; undefined when the text is none of them. */
export function choiceOf(key: string, text: string): string | undefined {
  return CHOICES[key]?.includes(text) ? text : wholeMeaning(key as ValueList, text);
}

/** 1, 3 or 5 for a traffic light, or for a status word that says the same. */
export function lightOf(text: string): number | undefined {
  const light = wholeMeaning('light', text) ?? meaningOfSymbol(text);
  return light === undefined ? undefined : TRAFFIC_LIGHT[light];
}

function meaningOfSymbol(text: string): string | undefined {
  const [symbol = ''] = /\p{So}/u.exec(text) ?? [];
  return symbol === '' ? undefined : wordsOf('light').get(symbol);
}

/** `-`, `n/a`, `TBD` and the like: nothing has been entered. */
export function standsForNothing(text: string): boolean {
  return /^[-–—_.?…\s]*$/.test(text) || wholeMeaning('blank', text) !== undefined;
}
