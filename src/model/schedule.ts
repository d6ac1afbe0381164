/** What a schedule is: what is done, for whom, on which days of the calendar, and at which time of the wall clock. */
import type { Day } from './day';
import type { Language } from './words';

/** Remind owners, start the review, send the digest, send the report at the close of a cycle. */
export const SCHEDULE_KINDS = ['remind', 'review', 'digest', 'report'] as const;
export type ScheduleKind = (typeof SCHEDULE_KINDS)[number];

/** A week begins on Monday, as ISO 8601 has it; "every 2 weeks" counts such weeks. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const NTHS = ['first', 'second', 'third', 'fourth', 'last'] as const;
export type Nth = (typeof NTHS)[number];

/** A time of the day as the spreadsheet's clock shows it, such as `16:00`. */
export type LocalTime = string & { readonly localTime: unique symbol };

/**
 * A moment as the spreadsheet's clock and calendar show it, such as `2026-11-27T16:00`; text compares as the moments do. There is no time zone in it
 * and none is computed with: the server asks Google what the clock shows now, and a slot is due when its text is not greater. So a time that
 * a daylight-saving change leaves out (02:30 when the clock goes from 02:00 to 03:00) is served as soon as the clock has passed it, and
 * one that comes twice is served once, because whoever keeps the books knows the slot by its text.
 */
export type LocalMoment = string & { readonly localMoment: unique symbol };

/** Which days: in weeks, in months, or once per cycle. */
export type Recurrence =
  /** Every `weeks` weeks on these weekdays, in the week's order; counted from the week of the schedule's first day. */
  | { readonly every: 'week'; readonly weeks: number; readonly on: readonly Weekday[] }
  /** Every `months` months, counted from the month of the first day. A month without that day has it on its last: 31 is always the last day of the month. */
  | { readonly every: 'month'; readonly months: number; readonly day: number }
  /** Every `months` months on the first to fourth or the last such weekday. */
  | { readonly every: 'month'; readonly months: number; readonly nth: Nth; readonly weekday: Weekday }
  /** Once per cycle: this many days after its last day, 0 on that day itself. Only for the report. */
  | { readonly every: 'cycle'; readonly daysAfter: number };

export const MOST_WEEKS = 52;
export const MOST_MONTHS = 24;
export const MOST_DAYS_AFTER = 90;
export const LAST_DAY = 31;

/**
 * Whom it is for; a language where it should not be the workbook's. Reminders and reviews are about the key results of these people, digests and
 * reports go to them. `stakeholders` are those in the setting `recipients`; a team is all owners in it.
 */
export type Audience = { readonly language?: Language } & (
  | { readonly who: 'owners' | 'objective owners' | 'stakeholders' }
  | { readonly who: 'team'; readonly team: string }
  | { readonly who: 'address'; readonly address: string }
);

export interface Schedule {
  readonly kind: ScheduleKind;
  readonly recurrence: Recurrence;
  readonly time: LocalTime;
  /** The first day that it may be served on. */
  readonly from: Day;
  /** Those with a language of their own first; nobody twice. */
  readonly audience: readonly Audience[];
}

/** `9:05` as it may be typed into a cell is `09:05`; undefined for a time that no clock shows. */
export function toTime(text: string): LocalTime | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d\d)$/.exec(text) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? (`${hour.padStart(2, '0')}:${minute}` as LocalTime) : undefined;
}

export const momentOf = (day: Day, time: LocalTime): LocalMoment => `${day}T${time}` as unknown as LocalMoment;

export const dayOf = (moment: LocalMoment): Day => moment.slice(0, 10) as Day;
export const timeOf = (moment: LocalMoment): LocalTime => moment.slice(11, 16) as LocalTime;
