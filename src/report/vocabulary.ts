/** Recognises the words of the closed lists in any of the four languages, and says them in one. */
import { LANGUAGES, type Health, type Language, type Status } from '../model/words';
import { messages, type MessageKey } from './generated/messages';
import { speak } from './messages';

type WordKey = Extract<MessageKey, `word.${string}`>;
export type Word = WordKey extends `word.${infer W}` ? W : never;

/** Says a word of a closed list, such as the measure `At least`, in a language. */
export function say(word: Word, language: Language): string {
  return speak(language)(`word.${word}` as WordKey);
}

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** What every spelling means, lower case; one spelling may mean several words, such as `No data`, so lists decide. */
function spellings(): ReadonlyMap<string, readonly string[]> {
  if (known) return known;
  const map = new Map<string, string[]>();
  for (const key of Object.keys(messages) as MessageKey[]) {
    if (!key.startsWith('word.')) continue;
    const word = key.slice('word.'.length);
    for (const spelling of [word, ...LANGUAGES.map((language) => say(word as Word, language))]) {
      const lower = spelling.normalize('NFC').toLowerCase();
      const words = map.get(lower) ?? [];
      if (!words.includes(word)) map.set(lower, [...words, word]);
    }
  }
  known = map;
  return map;
}

/** The canonical word for what a person wrote in any of the four languages, if it is one of `among`. */
export function recognise(text: string, among: readonly string[]): string | undefined {
  if (among.includes(text)) return text;
  return spellings().get(text.trim().normalize('NFC').toLowerCase())?.find((word) => among.includes(word));
}

/** A shape for each status, so that it can be told without colour and before the word is read. */
export const SYMBOLS: Readonly<Record<Status | Health, string>> = {
  Complete: '✔',
  'On track': '●',
  'At risk': '▲',
  'Off track': '■',
  'Not started': '◇',
  'No data': '–',
  Healthy: '●',
  Watch: '▲',
  Unhealthy: '■',
};

/** Symbol and word, as it stands in a status column: `▲ At risk`. */
export function badge(word: Status | Health, language: Language): string {
  return `${SYMBOLS[word]} ${say(word, language)}`;
}
