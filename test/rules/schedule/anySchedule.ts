/** Any schedule at all, for the properties. */
import fc from 'fast-check';
import { dayOfNumber } from '../../../src/model/day';
import { NTHS, SCHEDULE_KINDS, WEEKDAYS, type Audience, type LocalTime, type Recurrence, type Schedule } from '../../../src/model/schedule';
import { LANGUAGES } from '../../../src/model/words';
import { inOrder, suits } from '../../../src/rules/schedule/audience';
import { mayRecur } from '../../../src/rules/schedule/line';

/** 1990 to 2089: years before and behind 2000, which is a leap year as 2100 is none. */
export const anyDay = fc.integer({ min: 7_305, max: 43_800 }).map(dayOfNumber);
export const anyTime = fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as LocalTime);

const weekday = fc.constantFrom(...WEEKDAYS);
export const weekly = fc.record({ every: fc.constant('week' as const), weeks: fc.integer({ min: 1, max: 52 }), on: fc.subarray([...WEEKDAYS], { minLength: 1 }) });
export const monthlyOnDay = fc.record({ every: fc.constant('month' as const), months: fc.integer({ min: 1, max: 24 }), day: fc.integer({ min: 1, max: 31 }) });
export const monthlyOnNth = fc.record({ every: fc.constant('month' as const), months: fc.integer({ min: 1, max: 24 }), nth: fc.constantFrom(...NTHS), weekday });
export const perCycle = fc.record({ every: fc.constant('cycle' as const), daysAfter: fc.nat(90) });
export const anyRecurrence: fc.Arbitrary<Recurrence> = fc.oneof(weekly, monthlyOnDay, monthlyOnNth, perCycle);

/** Names with whatever the codec itself uses. */
const teamName = fc.oneof(fc.constantFrom('Sales', 'Bán hàng', 'ทีมขาย', 'Sprzedaż', 'Cats, th', 'Dogs, -', 'team B', 'at 9:00, from 2026-01-01, to owners', 'stakeholders'), fc.string({ maxLength: 12 }))
  .map((name) => name.replace(/[;\s]+/g, ' ').trim()).filter((name) => name !== '');
const language = fc.option(fc.constantFrom(...LANGUAGES), { nil: undefined });
const spoken = (one: Audience, own: (typeof LANGUAGES)[number] | undefined): Audience => (own === undefined ? one : { ...one, language: own });
const audience: fc.Arbitrary<Audience> = fc.oneof(
  fc.tuple(fc.constantFrom('owners', 'objective owners', 'stakeholders'), language).map(([who, own]) => spoken({ who } as Audience, own)),
  fc.tuple(teamName, language).map(([team, own]) => spoken({ who: 'team', team }, own)),
  fc.tuple(fc.constantFrom('anna@x.com', 'o.brien+okr@mail.example.co', 'ławnik@przykład.pl'), language).map(([address, own]) => spoken({ who: 'address', address }, own)),
);

export const anySchedule: fc.Arbitrary<Schedule> = fc
  .record({ kind: fc.constantFrom(...SCHEDULE_KINDS), recurrence: anyRecurrence, time: anyTime, from: anyDay, audience: fc.array(audience, { minLength: 1, maxLength: 4 }) })
  .filter(({ kind, recurrence, audience: list }) => mayRecur(kind, recurrence) && list.every((one) => suits(one, kind)))
  .map((one) => ({ ...one, audience: inOrder(one.audience) }));
