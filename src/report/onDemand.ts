/**
 * Speaks with all texts, also those that are said only when a person or a trigger does something: help, questions, repairs, mails. They would be
 * half of Code.js, which Google loads for every cell that calculates; so they lie in a file of their own, read when the first one is needed.
 */
import { LANGUAGES, type Language } from '../model/words';
import { messages, type MessageArgs, type MessageKey } from './generated/messages';
import type { OnDemandArgs } from './generated/onDemand';
import { oneEach, speaker, type Speaker, type Text } from './speaker';

type AllArgs = MessageArgs & OnDemandArgs;
export type SpeakAll = Speaker<AllArgs>;
export type AnyKey = keyof AllArgs;

/** The texts of one language, by key. */
export type Texts = { readonly [K in keyof OnDemandArgs]: Text };

let read: (() => Readonly<Record<Language, Texts>>) | undefined;
let texts: Readonly<Record<Language, Texts>> | undefined;

/** Says where the texts come from. Whoever starts the program does this once: main.ts for Google, the setup of the tests for Node. */
export function textsComeFrom(source: () => Readonly<Record<Language, Texts>>): void {
  read = source;
}

/** Gives the function that says any message in this language. */
export const speak: (language: Language) => SpeakAll = oneEach((language) => {
  const column = LANGUAGES.indexOf(language);
  return speaker<AllArgs>((key) => (isBasic(key) ? messages[key][column] : textsIn(language)[key]) as Text, language);
});

const isBasic = (key: AnyKey): key is MessageKey => Object.prototype.hasOwnProperty.call(messages, key);

function textsIn(language: Language): Texts {
  if (!read) throw new Error('Nobody has said where the texts come from.');
  texts ??= read();
  return texts[language];
}
