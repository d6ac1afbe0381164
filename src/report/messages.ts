/** Speaks to people in the workbook's language: looks compiled messages up by key and fills in their arguments. */
import { toLanguage } from '../model/language';
import { LANGUAGES, type Language } from '../model/words';
import { messages, type MessageArgs, type MessageKey } from './generated/messages';

export type { Language } from '../model/words';
export type { MessageArgs, MessageKey } from './generated/messages';

/** Reads a language setting or a Google locale such as `pl_PL`; what is not one of ours is English. */
export function languageOf(text: unknown): Language {
  return (typeof text === 'string' ? toLanguage(text) : undefined) ?? 'en';
}

/** The names of the arguments that any of the keys needs. */
type Names<K extends MessageKey> = K extends MessageKey ? keyof MessageArgs[K] : never;
/** What serves every one of the keys, for callers that choose the key at run time. */
type ArgsOfAll<K extends MessageKey> = (K extends MessageKey ? (args: MessageArgs[K]) => void : never) extends (args: infer A) => void ? A : never;
export type Args<K extends MessageKey> = [Names<K>] extends [never] ? [] : [args: ArgsOfAll<K>];

export type Speak = <K extends MessageKey>(key: K, ...args: Args<K>) => string;

const speakers = new Map<Language, Speak>();

/** Gives the function that says a message in this language. */
export function speak(language: Language): Speak {
  let speaker = speakers.get(language);
  if (!speaker) {
    const column = LANGUAGES.indexOf(language); // the compiled tables keep this order
    speaker = (key, ...args) => {
      const text = messages[key][column] as string | ((args: unknown) => string);
      return typeof text === 'string' ? text : text(args[0]);
    };
    speakers.set(language, speaker);
  }
  return speaker;
}
