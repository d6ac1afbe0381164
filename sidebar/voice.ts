/** How the sidebar talks: its texts, the words of the closed lists and numbers, in the workbook's language. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Kind, Language, Level, Measure, Priority, Reading, Status, Frequency } from '../src/model/words';
import { speak, type Speak } from './speak';

export type Word = Kind | Level | Measure | Priority | Reading | Status | Frequency;

export interface Voice {
  readonly language: Language;
  readonly say: Speak;
  readonly word: (word: Word) => string;
  /** A value of a key result: `1,690` or `46.5`. */
  readonly number: (value: number) => string;
  /** A score always has two decimals: `0.70`. */
  readonly score: (value: number) => string;
}

const voices = new Map<Language, Voice>();

export function voiceOf(language: Language): Voice {
  const known = voices.get(language);
  if (known) return known;
  const say = speak(language);
  const values = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const small = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });
  const scores = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const voice: Voice = {
    language,
    say,
    word: (word) => say(`word.${word}`),
    number: (value) => (value !== 0 && Math.abs(value) < 0.1 ? small : values).format(value),
    score: (value) => scores.format(value),
  };
  voices.set(language, voice);
  return voice;
}

export const VoiceContext = createContext<Voice>(voiceOf('en'));

export const useVoice = (): Voice => useContext(VoiceContext);
