/** Schedules in words: one sentence that says what was understood, days and moments, and what is wrong with a text; the sidebar's own catalogue. */
import type { Day } from '../model/day';
import { dayOf, LAST_DAY, timeOf, type Audience, type LocalMoment, type LocalTime, type Recurrence, type Schedule, type ScheduleKind } from '../model/schedule';
import type { Language } from '../model/words';
import { inOrder } from '../rules/schedule/audience';
import { readRecurrence, type LineProblem } from '../rules/schedule/line';
import { firstDay } from '../rules/schedule/slots';
import type { TypedProblem } from '../rules/schedule/typed/reading';
import { sayDay } from './day';
import { messages, type MessageArgs } from './generated/schedule/messages';
import { speakers, type Speaker } from './speaker';

export { sayDay } from './day';

const speak = speakers<MessageArgs>(messages);
type Say = Speaker<MessageArgs>;

const EXAMPLE_LINE = 'remind: every week on friday at 16:00, from 2026-11-27, to owners';

/**
 * “Every other Monday at 10:00, starting Mon 30 Nov 2026, send the digest to the stakeholders.” The start is said where it is not simply the next
 * day that fits.
 */
export function describeSchedule(schedule: Schedule, language: Language, today: Day): string {
  const say = speak(language);
  const { recurrence, time, from } = schedule;
  const parts = { when: sayRecurrence(recurrence, language), time: sayTime(time, language), what: sayWhat(schedule, language) };
  const next = firstDay(recurrence, time, `${today}T` as LocalMoment);
  // Every n weeks the first day tells which weeks.
  const counts = (recurrence.every === 'week' && recurrence.weeks > 1) || (recurrence.every === 'month' && recurrence.months > 1);
  const sentence = counts || from > next ? say('sentence.from', { ...parts, date: sayDay(from, language) }) : say('sentence', parts);
  return spaced(sentence.charAt(0).toUpperCase() + sentence.slice(1), language);
}

/** “every other Monday” and the like, to stand within a sentence. */
export function sayRecurrence(recurrence: Recurrence, language: Language): string {
  const say = speak(language);
  switch (recurrence.every) {
    case 'week': {
      const { weeks, on } = recurrence;
      const [first, second] = on;
      if (weeks === 1 && on.length === 7) return say('when.everyDay');
      if (first !== undefined && second === undefined && weeks <= 2) return say(weeks === 1 ? 'when.everyOne' : 'when.everyOther', { weekday: first });
      const days = listed(on.map((weekday, at) => say(at === 0 ? 'day.on' : 'day.name', { weekday })), say);
      return weeks === 1 ? say('when.weekly', { days }) : say('when.weeks', { weeks, days });
    }
    case 'month': {
      const { months } = recurrence;
      if ('nth' in recurrence) return say('when.nth', { months, nth: recurrence.nth, weekday: recurrence.weekday });
      return recurrence.day === LAST_DAY ? say('when.lastDay', { months }) : say('when.day', { months, day: String(recurrence.day) });
    }
    case 'cycle':
      return recurrence.daysAfter === 0 ? say('when.cycleEnd') : say('when.afterCycle', { days: recurrence.daysAfter });
  }
}

/** What happens in a month that is too short; '' when every month has the day. */
export function noteOnRecurrence(recurrence: Recurrence, language: Language): string {
  const day = recurrence.every === 'month' && 'day' in recurrence ? recurrence.day : 0;
  return day > 28 && day < LAST_DAY ? speak(language)('note.shortMonth', { day }) : '';
}

/** “send the digest to anna@x.com in Polish and team Sales”, without its days. */
function sayWhat({ kind, audience }: Schedule, language: Language): string {
  const say = speak(language);
  return say(`what.${kind}`, { people: listed(inOrder(audience).map((one) => sayAudience(one, kind, say)), say) });
}

/** Polish declines: reminded is somebody in the dative, everything else goes to somebody in the genitive. */
function sayAudience(one: Audience, kind: ScheduleKind, say: Say): string {
  const sayTeam = (team: string): string => say(kind === 'remind' ? 'reminded.team' : 'people.team', { team });
  const who = one.who === 'address' ? one.address : one.who === 'team' ? sayTeam(one.team) : sayGroup(one.who, kind, say);
  return one.language === undefined ? who : say('spoken', { who, language: one.language });
}

function sayGroup(who: 'owners' | 'objective owners' | 'stakeholders', kind: ScheduleKind | undefined, say: Say): string {
  const isReminded = kind === 'remind';
  if (who === 'owners') return say(isReminded ? 'reminded.owners' : 'people.owners');
  return who === 'stakeholders' ? say('people.stakeholders') : say(isReminded ? 'reminded.objectiveOwners' : 'people.objectiveOwners');
}

/** Poles write 8:30; small hours keep their zero, which tells them from the afternoon. */
const sayTime = (time: LocalTime, language: Language): string => (language === 'pl' && time >= '07:00' ? time.replace(/^0/, '') : time);

/** “Fri 27 Nov 2026, 16:00”: a slot. */
export const sayMoment = (moment: LocalMoment, language: Language): string => speak(language)('moment', { date: sayDay(dayOf(moment), language), time: sayTime(timeOf(moment), language) });

/** What is wrong with a typed text, and what could be meant. */
export function problemText({ code, words, could }: TypedProblem, language: Language): string {
  const say = speak(language) as unknown as (key: `typed.${TypedProblem['code']}`, facts: object) => string;
  const shown = could.map((one) => sayPossible(one, code, language)).join(code !== 'nthUnclear' ? ', ' : language === 'pl' ? '”, „' : '”, “');
  return spaced(say(`typed.${code}`, { words, could: shown === '' ? 'none' : shown }), language);
}

function sayPossible(one: string, code: TypedProblem['code'], language: Language): string {
  const say = speak(language);
  if (code === 'unknownTeam' || code === 'whichTeam') return one;
  const recurrence = code === 'nthUnclear' ? readRecurrence(one) : undefined;
  if (recurrence !== undefined) return sayRecurrence(recurrence, language);
  if (code === 'dateUnclear') return sayDay(one as Day, language);
  if (one === 'remind' || one === 'review' || one === 'digest' || one === 'report') return say(`kind.${one}`);
  return one === 'owners' || one === 'objective owners' || one === 'stakeholders' ? sayGroup(one, undefined, say) : one;
}

/** What is wrong with a line of the setting `schedules`. */
export function lineProblemText({ part, text }: LineProblem, language: Language): string {
  return part === 'line' ? speak(language)('line.line', { text, example: EXAMPLE_LINE }) : speak(language)(`line.${part}`, { text });
}

function listed(items: readonly string[], say: Say): string {
  const [last = ''] = items.slice(-1);
  return items.length < 2 ? last : say('list.two', { first: items.slice(0, -1).reduce((first, next) => say('list.more', { first, next })), last });
}

/** Thai has no spaces between its words, but some around those of other scripts. */
function spaced(text: string, language: Language): string {
  return language === 'th' ? text.replace(/([ก-๎])(?=[\p{Script=Latin}\d])/gu, '$1 ').replace(/([\p{Script=Latin}\d])(?=[ก-๎])/gu, '$1 ') : text;
}
