/** Days as people say them, in mails and in the sidebar; cells keep the ISO form, which sorts and computes. */
import type { Day } from '../model/day';
import type { Language } from '../model/words';
import { weekdayOf } from '../rules/schedule/days';
import { messages, type MessageArgs } from './generated/days/messages';
import { speakers } from './speaker';

const speak = speakers<MessageArgs>(messages);

/** “Fri 27 Nov 2026”, “pt. 27 lis 2026”; the years are those of the cells. */
export function sayDay(day: Day, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)));
  return speak(language)('date', { weekday: weekdayOf(day), day: date, month, year });
}
