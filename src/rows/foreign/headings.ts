/** What the heading of a column can mean, by the word lists of the four languages. */
import { LANGUAGES, type Language } from '../../model/words';
import headers from './headers.json';
import { fold } from './source';

export type AdoptKey = keyof typeof headers;
export const ADOPT_KEYS = Object.keys(headers) as readonly AdoptKey[];

/** A longer text is no heading. */
const LONGEST_HEADING = 60;
/** A shorter word, such as `to` or `do`, counts only when it is the whole heading. */
const SHORTEST_INSIDE = 4;
/** How sure a heading makes: the whole of it is in the lists, or a part of it. */
export const WHOLE = 3;
const PART = 1;

interface Phrase {
  readonly text: string;
  readonly keys: readonly AdoptKey[];
}

let lists: ReadonlyMap<Language, readonly Phrase[]> | undefined;

function phrases(): ReadonlyMap<Language, readonly Phrase[]> {
  lists ??= new Map(LANGUAGES.map((language) => [language, phrasesOf(language)]));
  return lists;
}

function phrasesOf(language: Language): Phrase[] {
  const keys = new Map<string, AdoptKey[]>();
  for (const key of ADOPT_KEYS) {
    for (const text of headers[key][language].map(fold)) keys.set(text, [...(keys.get(text) ?? []), key]);
  }
  return [...keys].map(([text, all]) => ({ text, keys: all }));
}

/** Keys that a heading may stand for, with how sure it makes: `Właściciel celu` is an owner, `Goal` an objective or a target. */
export function meanings(heading: string): ReadonlyMap<AdoptKey, number> {
  const found = new Map<AdoptKey, number>();
  if (heading.length > LONGEST_HEADING) return found;
  const folded = fold(heading);
  const bare = fold(heading.replace(/[([{].*?[)\]}]/g, ' ')).replace(/\s*\d+$/, '');
  const text = bare === '' ? folded : bare;
  if (text === '') return found;
  const note = (keys: readonly AdoptKey[], weight: number) => keys.forEach((key) => found.set(key, Math.max(weight, found.get(key) ?? 0)));
  for (const list of phrases().values()) for (const { text: phrase, keys } of list) if (phrase === text || phrase === folded) note(keys, WHOLE);
  if (found.size > 0) return found;
  for (const [language, list] of phrases()) {
    const head = headOf(text, list, language);
    if (head) note(head.keys, PART + head.text.length / text.length);
  }
  return found;
}

/** The word that the others only describe: the last one in English (`key result owner`), the first one in the other languages. */
function headOf(text: string, list: readonly Phrase[], language: Language): Phrase | undefined {
  let best: { readonly phrase: Phrase; readonly place: number } | undefined;
  for (const phrase of list) {
    if (phrase.text.length < SHORTEST_INSIDE) continue;
    const start = language === 'en' ? lastPlace(text, phrase.text) : firstPlace(text, phrase.text);
    if (start < 0) continue;
    const place = language === 'en' ? -(start + phrase.text.length) : start;
    const isBetter = !best || place < best.place || (place === best.place && phrase.text.length > best.phrase.text.length);
    if (isBetter) best = { phrase, place };
  }
  return best?.phrase;
}

/** Thai writes no spaces between words, so there a word may stand anywhere. */
const isThai = (text: string): boolean => /[\u0e00-\u0e7f]/.test(text);

function firstPlace(text: string, phrase: string): number {
  return isThai(phrase) ? text.indexOf(phrase) : ` ${text} `.indexOf(` ${phrase} `);
}

function lastPlace(text: string, phrase: string): number {
  return ` ${text} `.lastIndexOf(` ${phrase} `);
}

/** Whose column it is when a sheet has two of a kind: `Objective owner` beside `KR owner`. */
export function sideOf(heading: string): 'objective' | 'key_result' | undefined {
  const padded = ` ${fold(heading)} `;
  const names = (words: readonly string[]) => words.some((word) => padded.includes(isThai(word) ? word : ` ${fold(word)} `));
  if (names(KEY_RESULT_WORDS)) return 'key_result';
  return names(OBJECTIVE_WORDS) ? 'objective' : undefined;
}

const KEY_RESULT_WORDS = ['kr', 'krs', 'key result', 'key results', 'rezultatu', 'rezultat', 'kết quả', 'ผลลัพธ์'];
const OBJECTIVE_WORDS = ['o', 'objective', 'goal', 'celu', 'cel', 'mục tiêu', 'วัตถุประสงค์', 'เป้าหมาย'];
