/** What the panel of mails and reminders concludes before it draws: typed examples, picked schedules, people, dates and what is in the way. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RhythmStart } from '../../src/app/rhythm/api';
import type { Day } from '../../src/model/day';
import { SCHEDULE_KINDS, WEEKDAYS, type LocalMoment, type LocalTime, type Recurrence, type Schedule } from '../../src/model/schedule';
import { LANGUAGES } from '../../src/model/words';
import { readScheduleLine, scheduleLine } from '../../src/rules/schedule/line';
import { GROUPS, readPeople, suggestionsOf, withPeople } from '../../sidebar/schedules/audience';
import { isSame, listOf, suggestionsFor } from '../../sidebar/schedules/list';
import { blankPicked, pickedOf, scheduleOf, withKind, type Picked } from '../../sidebar/schedules/picked';
import { hoursBetween, troubleOf } from '../../sidebar/schedules/trouble';
import { understand } from '../../sidebar/schedules/Typed';
import { speak } from '../../sidebar/speak';
import { DIGEST, fakeRhythm, NOW, REMIND } from './fakeRhythm';
import { ME } from './fakeServer';

const start = fakeRhythm('en', ME).start;
const now = NOW as LocalMoment;
const lineOf = (picked: Partial<Picked>, before?: string): unknown => {
  const made = scheduleOf({ ...blankPicked(), ...picked }, now, before);
  return 'schedule' in made ? scheduleLine(made.schedule) : made.problems;
};
const scheduleIn = (line: string): Schedule => {
  const read = readScheduleLine(line);
  if ('problem' in read) throw new Error(`${line} cannot be read.`);
  return read.schedule;
};

describe.each(LANGUAGES)('the examples below the field in %s', (language) => {
  const say = speak(language);
  test('are understood as what they say', () => {
    const lines = [say('example.remind'), say('example.digest')].map((text) => {
      const typed = understand(text, start, language);
      return 'schedule' in typed ? scheduleLine(typed.schedule) : `${text}: ${typed.problem.code} ${typed.problem.words}`;
    });
    expect(lines).toEqual(['remind: every week on friday at 16:00, from 2026-11-27, to owners', 'digest: every 2 weeks on monday at 10:00, from 2026-11-23, to stakeholders']);
  });

  test('every name that is suggested for an audience is understood', () => {
    const names = suggestionsOf(GROUPS, start.teams, start.people, language);
    expect(names).toHaveLength(GROUPS.length + start.teams.length + start.people.length);
    for (const name of names) expect(readPeople(name, GROUPS, start.teams, language), name).toMatchObject({ found: [expect.anything()], unknown: [] });
  });
});

describe('a schedule that is picked', () => {
  test('begins on the next day that fits; a first day that was chosen may put that off', () => {
    expect(lineOf({})).toBe('remind: every week on friday at 16:00, from 2026-11-27, to owners');
    expect(lineOf({ from: '2026-12-01' })).toBe('remind: every week on friday at 16:00, from 2026-12-04, to owners');
    expect(lineOf({ on: ['saturday'], time: '13:00' })).toContain('from 2026-11-28'); // today's 13:00 was five minutes ago
    expect(lineOf({ on: ['saturday'], time: '13:06', from: '2026-11-21' })).toContain('from 2026-11-21');
  });

  test('is refused field by field', () => {
    expect(lineOf({ on: [], every: '53', time: '', from: '2026-11-20', audience: [] })).toEqual({
      on: { code: 'weekday' },
      every: { code: 'number', least: 1, most: 52 },
      time: { code: 'time' },
      from: { code: 'past' },
      audience: { code: 'nobody' },
    });
    expect(lineOf({ rhythm: 'day', day: '32' })).toEqual({ day: { code: 'number', least: 1, most: 31 } });
    expect(lineOf({ kind: 'report', rhythm: 'cycle', daysAfter: 'x' })).toEqual({ daysAfter: { code: 'number', least: 0, most: 90 } });
  });

  test('for another kind is for whom it usually is, unless somebody was chosen who suits', () => {
    const digest = withKind(blankPicked(), 'digest');
    expect(digest.audience).toEqual(['stakeholders']);
    expect(withKind({ ...digest, audience: ['stakeholders', 'team Sales, th'] }, 'remind').audience).toEqual(['team Sales, th']);
    expect(withKind({ ...withKind(digest, 'report'), rhythm: 'cycle' }, 'digest').rhythm).toBe('last');
  });

  test('from any schedule gives back that schedule', () => {
    const weeks = fc.record({ every: fc.constant('week' as const), weeks: fc.integer({ min: 1, max: 52 }), on: fc.subarray([...WEEKDAYS], { minLength: 1 }) });
    const days = fc.record({ every: fc.constant('month' as const), months: fc.integer({ min: 1, max: 24 }), day: fc.integer({ min: 1, max: 31 }) });
    const nths = fc.record({ every: fc.constant('month' as const), months: fc.integer({ min: 1, max: 24 }), nth: fc.constantFrom('first', 'fourth', 'last'), weekday: fc.constantFrom(...WEEKDAYS) });
    const cycles = fc.record({ every: fc.constant('cycle' as const), daysAfter: fc.integer({ min: 0, max: 90 }) });
    const kinds = fc.constantFrom(...SCHEDULE_KINDS);
    fc.assert(
      fc.property(fc.oneof(weeks, days, nths, cycles), kinds, fc.constantFrom('2026-01-05', '2026-11-21', '2027-03-01'), (recurrence, kind, from) => {
        const schedule: Schedule = { kind, recurrence: recurrence as Recurrence, time: '09:30' as LocalTime, from: from as Day, audience: [{ who: 'team', team: 'Sales', language: 'th' }, { who: 'owners' }] };
        expect(scheduleOf(pickedOf(schedule), now, from)).toEqual({ schedule });
      }),
    );
  });
});

describe('people as typed', () => {
  const read = (text: string) => readPeople(text, ['owners'], ['Sales', 'Customer care'], 'en');
  test('one or many, with commas, semicolons or from a pasted column', () => {
    expect(read('a@x.com, b@x.com c@x.com').found).toHaveLength(3);
    expect(read('a@x.com, pl; customer CARE; team sales').found).toEqual([{ who: 'address', address: 'a@x.com', language: 'pl' }, { who: 'team', team: 'Customer care' }, { who: 'team', team: 'Sales' }]);
    expect(read('All owners').found).toEqual([{ who: 'owners' }]);
  });

  test('what is nobody is handed back, and keeps nobody else out', () => {
    expect(read('a@x.com nobody@ b@x.com; team Ghosts; stakeholders')).toEqual({ found: [{ who: 'address', address: 'a@x.com' }, { who: 'address', address: 'b@x.com' }], unknown: ['nobody@', 'team Ghosts', 'stakeholders'] });
  });

  test('nobody is added twice, and a language that was chosen stays', () => {
    expect(withPeople(['A@x.com, pl'], [{ who: 'address', address: 'a@X.com' }, { who: 'team', team: 'Sales' }, { who: 'team', team: 'sales' }])).toEqual(['A@x.com, pl', 'team Sales']);
  });
});

describe('the list', () => {
  const withLine = (line: string, servedUpTo: string): RhythmStart => ({ ...start, schedules: [{ line, servedUpTo }] });
  test('shows the next three dates, and for a report only those of the cycle that is known', () => {
    expect(listOf(withLine(REMIND, ''))[0]?.next).toEqual(['2026-11-27T16:00', '2026-12-04T16:00', '2026-12-11T16:00']);
    expect(listOf(withLine('report: 7 days after the end of the cycle at 09:30, from 2026-10-01, to owners', ''))[0]?.next).toEqual(['2027-01-07T09:30']);
  });

  test('tells what was served last with its mails; the minute in which a schedule was made is none', () => {
    const count = { slot: 'remind@2026-11-20T16:00', kind: 'remind', at: '2026-11-20T16:00', byHand: false, sent: 12, pending: 0, refused: 0, unsure: 0, skipped: 0 } as const;
    expect(listOf({ ...withLine(REMIND, '2026-11-20T16:00'), recent: [{ ...count, byHand: true }, count] })[0]?.last).toEqual({ at: '2026-11-20T16:00', count });
    expect(listOf(withLine(REMIND, '2026-11-20T16:00'))[0]?.last).toEqual({ at: '2026-11-20T16:00', count: undefined });
    expect(listOf(withLine(REMIND, NOW))[0]?.last).toBeUndefined();
  });

  test('suggests what is not scheduled yet', () => {
    expect(suggestionsFor(start).map(({ schedule }) => schedule.kind)).toEqual(['remind', 'digest']);
    expect(suggestionsFor(withLine(DIGEST, '')).map(({ schedule }) => schedule.kind)).toEqual(['remind']);
  });

  test('knows a schedule that is there already though it begins on another day, unless that means other weeks', () => {
    const later = (line: string, from: string) => scheduleIn(line.replace(/from [\d-]+/, `from ${from}`));
    expect(isSame(later(REMIND, '2026-11-27'), scheduleIn(REMIND), start)).toBe(true);
    expect(isSame(later(DIGEST, '2026-11-23'), scheduleIn(DIGEST), start)).toBe(true);
    expect(isSame(later(DIGEST, '2026-11-30'), scheduleIn(DIGEST), start)).toBe(false);
  });
});

describe('what is in the way', () => {
  const trouble = (trigger: Partial<RhythmStart['trigger']>) => troubleOf({ ...start, trigger: { ...start.trigger, ...trigger } });
  test('nothing, when all is well', () => {
    expect(trouble({})).toBeUndefined();
    expect(trouble({ on: true, mine: true, owner: ME, lastRun: '2026-11-21T10:06' })).toBeUndefined();
    expect(trouble({ on: true, owner: 'helen@example.com', authorized: false })).toBeUndefined(); // hers runs
  });

  test('lost authorization before all else, then a trigger that is gone, a failure, and silence', () => {
    expect(trouble({ on: true, mine: true, authorized: false, lastError: 'x' })).toBe('unauthorized');
    expect(trouble({ gone: true, owner: ME, lastError: 'x' })).toBe('gone');
    expect(trouble({ on: true, mine: true, failures: 2, lastError: 'x', lastRun: '2026-11-19T10:00' })).toBe('failing');
    expect(trouble({ on: true, mine: true, lastRun: '2026-11-21T10:04' })).toBe('silent');
  });

  test('hours are counted over midnight', () => {
    expect(hoursBetween('2026-11-20T23:30' as LocalMoment, '2026-11-21T01:00' as LocalMoment)).toBe(1.5);
  });
});
