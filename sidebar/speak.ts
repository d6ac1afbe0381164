/** The sidebar's own texts, in the workbook's language. */
import { speakers, type Speaker } from '../src/report/speaker';
import { messages, type MessageArgs } from './generated/messages';

export type Speak = Speaker<MessageArgs>;

export const speak = speakers<MessageArgs>(messages);
