/** Speaks to people in the workbook's language, with the texts that formulas, menu and dashboard need; for all others see onDemand.ts. */
import { toLanguage } from '../model/language';
import type { Language } from '../model/words';
import { messages, type MessageArgs } from './generated/messages';
import { speakers, type Speaker } from './speaker';

export type { MessageArgs, MessageKey } from './generated/messages';

/** Reads a language setting or a Google locale such as `pl_PL`; what is not one of ours is English. */
export function languageOf(text: unknown): Language {
  return (typeof text === 'string' ? toLanguage(text) : undefined) ?? 'en';
}

export type Speak = Speaker<MessageArgs>;

/** Gives the function that says a message in this language. */
export const speak: (language: Language) => Speak = speakers<MessageArgs>(messages);
