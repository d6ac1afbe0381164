/** A schedule as it is picked in a form: what its fields begin with, and the schedule that they make, or what is wrong at which field. */
import { toDay } from '../../src/model/day';
import { LAST_DAY, MOST_DAYS_AFTER, MOST_MONTHS, MOST_WEEKS, dayOf, toTime, type LocalMoment, type Nth, type Recurrence, type Schedule, type ScheduleKind, type Weekday } from '../../src/model/schedule';
import { audienceText, inOrder, readAudience, suits } from '../../src/rules/schedule/audience';
import { firstDay } from '../../src/rules/schedule/slots';
import { WEEKDAYS } from '../../src/model/schedule';

export const RHYTHMS = ['week', 'nth', 'day', 'last', 'cycle'] as const;
export type RhythmName = (typeof RHYTHMS)[number];

/** Numbers are kept as they were typed. */
export interface Picked {
  readonly kind: ScheduleKind;
  readonly rhythm: RhythmName;
  /** Every so many weeks or months. */
  readonly every: string;
  readonly on: readonly Weekday[];
  readonly nth: Nth;
  readonly weekday: Weekday;
  readonly day: string;
  readonly daysAfter: string;
  readonly time: string;
  /** '' for as soon as possible. */
  readonly from: string;
  /** As in a schedule's line: `owners`, `team Sales, th`. */
  readonly audience: readonly string[];
}

export type PickedField = 'every' | 'on' | 'day' | 'daysAfter' | 'time' | 'from' | 'audience';
/** What is wrong with a field: for numbers the least and the most. */
export type PickedProblem = { readonly code: 'number'; readonly least: number; readonly most: number } | { readonly code: 'weekday' | 'time' | 'date' | 'past' | 'nobody' };
export type PickedProblems = Partial<Readonly<Record<PickedField, PickedProblem>>>;

const USUAL_AUDIENCE: Readonly<Record<ScheduleKind, string>> = { remind: 'owners', review: 'owners', digest: 'stakeholders', report: 'stakeholders' };

export function blankPicked(): Picked {
  return { kind: 'remind', rhythm: 'week', every: '1', on: ['friday'], nth: 'first', weekday: 'monday', day: '1', daysAfter: '0', time: '16:00', from: '', audience: ['owners'] };
}

/** A schedule that exists, to be changed; its first day stays, since it says which weeks are meant. */
export function pickedOf({ kind, recurrence, time, from, audience }: Schedule): Picked {
  const both = { ...blankPicked(), kind, time, from, audience: inOrder(audience).map(audienceText) };
  switch (recurrence.every) {
    case 'week':
      return { ...both, rhythm: 'week', every: String(recurrence.weeks), on: recurrence.on };
    case 'month': {
      const every = String(recurrence.months);
      if ('nth' in recurrence) return { ...both, rhythm: 'nth', every, nth: recurrence.nth, weekday: recurrence.weekday };
      return recurrence.day === LAST_DAY ? { ...both, rhythm: 'last', every } : { ...both, rhythm: 'day', every, day: String(recurrence.day) };
    }
    case 'cycle':
      return { ...both, rhythm: 'cycle', daysAfter: String(recurrence.daysAfter) };
  }
}

/** Another kind is usually for others, and only a report can wait for the end of a cycle. */
export function withKind(picked: Picked, kind: ScheduleKind): Picked {
  const isUsual = picked.audience.length === 1 && picked.audience[0] === USUAL_AUDIENCE[picked.kind];
  const fitting = picked.audience.filter((text) => isFitting(text, kind));
  const rhythm = picked.rhythm === 'cycle' && kind !== 'report' ? 'last' : picked.rhythm;
  return { ...picked, kind, rhythm, audience: isUsual || fitting.length === 0 ? [USUAL_AUDIENCE[kind]] : fitting };
}

function isFitting(text: string, kind: ScheduleKind): boolean {
  const one = readAudience(text);
  return one !== undefined && suits(one, kind);
}

/** `before` is the first day of the schedule that is being changed: it may be over, a new one may not. */
export function scheduleOf(picked: Picked, now: LocalMoment, before = ''): { readonly schedule: Schedule } | { readonly problems: PickedProblems } {
  const problems: { -readonly [Field in PickedField]?: PickedProblem } = {};
  const recurrence = recurrenceOf(picked, problems);
  const time = toTime(picked.time);
  if (time === undefined) problems.time = { code: 'time' };
  const typed = toDay(picked.from);
  if (picked.from !== '' && typed === undefined) problems.from = { code: 'date' };
  if (typed !== undefined && typed !== before && typed < dayOf(now)) problems.from = { code: 'past' };
  const audience = inOrder(picked.audience.flatMap((text) => readAudience(text) ?? []));
  if (audience.length === 0) problems.audience = { code: 'nobody' };
  if (recurrence === undefined || time === undefined || Object.keys(problems).length > 0) return { problems };
  const begin = typed === undefined || typed <= dayOf(now) ? now : (`${typed}T` as LocalMoment); // before every time of that day
  const from = typed !== undefined && (typed === before || recurrence.every === 'cycle') ? typed : firstDay(recurrence, time, begin);
  return { schedule: { kind: picked.kind, recurrence, time, from, audience } };
}

function recurrenceOf({ rhythm, every, on, nth, weekday, day, daysAfter }: Picked, problems: { -readonly [Field in PickedField]?: PickedProblem }): Recurrence | undefined {
  const number = (field: 'every' | 'day' | 'daysAfter', text: string, least: number, most: number): number => {
    const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : -1;
    if (value < least || value > most) problems[field] = { code: 'number', least, most };
    return value;
  };
  if (rhythm === 'cycle') return { every: 'cycle', daysAfter: number('daysAfter', daysAfter, 0, MOST_DAYS_AFTER) };
  const times = number('every', every, 1, rhythm === 'week' ? MOST_WEEKS : MOST_MONTHS);
  if (rhythm === 'week') {
    if (on.length === 0) problems.on = { code: 'weekday' };
    return { every: 'week', weeks: times, on: WEEKDAYS.filter((one) => on.includes(one)) };
  }
  if (rhythm === 'nth') return { every: 'month', months: times, nth, weekday };
  return { every: 'month', months: times, day: rhythm === 'last' ? LAST_DAY : number('day', day, 1, LAST_DAY) };
}
