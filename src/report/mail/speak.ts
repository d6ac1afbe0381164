/** The texts of mails and summaries, in one language; the one place that knows where their catalogue is. */
import type { Language } from '../../model/words';
import { messages, type MessageArgs } from '../generated/mail/messages';
import { speakers, type Speaker } from '../speaker';

export type SpeakMail = Speaker<MessageArgs>;

/** Gives the function that says a text of a mail in this language. */
export const speakMail: (language: Language) => SpeakMail = speakers<MessageArgs>(messages);
