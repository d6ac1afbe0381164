/** What closed cycles tell, by hand calculation; and that scores of past days do not depend on what came later. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/model/day';
import type { CheckIn } from '../../src/model/okr';
import type { PastRow } from '../../src/model/past';
import { DEFAULT_SETTINGS } from '../../src/model/settings';
import { chainsOf, disciplineOf, nextIdOf, pastCycles, pictureOn, scoreOf, teamLines, type Past } from '../../src/rules/past';
import { keyResult, objective, settings } from '../examples/okrs';

const day = (text: string): Day => text as Day;
const row = (id: string, part: Partial<PastRow> = {}): PastRow => ({
  row: 3, closedOn: day('2027-01-02'), cycle: '2026-Q4', id, objectiveId: id.split('.')[0] ?? '', text: '', team: 'Sales', score: undefined, cause: '', learning: '', nextStep: '',
  kind: 'Committed', start: 0, target: 100, final: undefined, unit: '', measure: 'Increase', reading: 'last', weight: 1, startDate: day('2026-10-01'), dueDate: day('2026-12-31'), win: '', ...part,
});
const checkIn = (keyResultId: string, on: string, value: number): CheckIn => ({ row: 3, day: day(on), at: `${on}T09:00:00`, keyResultId, value, confidence: undefined });

describe('a closed cycle', () => {
  const rows = [row('O1', { score: 0.9, weight: 2 }), row('O2', { score: 0.3 }), row('O3', { team: 'Service' }), row('O1.1', { score: 0.9 })];
  test('has the weighted mean of its objectives, also by team; one without a score is counted, not averaged', () => {
    const [cycle] = pastCycles(rows, [], 14);
    expect(cycle).toMatchObject({ name: '2026-Q4', score: 0.7, start: '2026-10-01', end: '2026-12-31', teams: [{ team: 'Sales', score: 0.7, objectives: 2 }, { team: 'Service', score: undefined, objectives: 1 }] });
  });

  test('has the discipline of its key results: 5 of 6 spans of 14 days; twice in one span is once, and the days left over ask for none', () => {
    const log = ['2026-10-01', '2026-10-14', '2026-10-15', '2026-11-11', '2026-11-12', '2026-12-20', '2026-12-30'].map((on) => checkIn('O1.1', on, 1));
    // Spans begin on 1 and 15 and 29 October, 12 and 26 November, 10 December; 24 December begins one of eight days.
    expect(disciplineOf([row('O1.1')], log, 14)).toBe(5 / 6);
    expect(disciplineOf([row('O1.1')], [], 14)).toBe(0);
    expect(disciplineOf([row('O1.1', { startDate: undefined })], log, 14)).toBeUndefined();
  });

  test('that was closed early asks for check-ins up to that day only', () => {
    expect(disciplineOf([row('O1.1', { closedOn: day('2026-10-28') })], [checkIn('O1.1', '2026-10-02', 1)], 14)).toBe(0.5);
  });
});

test('a team is followed over the cycles, with its own discipline: Sales from 0.3 to 0.9 and from 0 of 6 check-ins to 1 of 6', () => {
  const rows = [
    row('O1', { score: 0.3 }), row('O1.1'), row('O2', { score: 0.5, team: 'Once' }), row('O2.1', { objectiveId: 'O2', team: 'Once' }),
    row('O3', { score: 0.9, cycle: '2027-Q1' }), row('O3.1', { cycle: '2027-Q1' }),
  ];
  const cycles = pastCycles(rows, [checkIn('O3.1', '2026-10-02', 1), checkIn('O2.1', '2026-10-02', 1)], 14);
  expect(teamLines(cycles)).toEqual([{ team: 'Sales', cycles: [
    { cycle: '2026-Q4', team: 'Sales', score: 0.3, discipline: 0, objectives: 1 },
    { cycle: '2027-Q1', team: 'Sales', score: 0.9, discipline: 1 / 6, objectives: 1 },
  ] }]);
  expect(cycles[0]?.teams.map(({ team, discipline }) => [team, discipline])).toEqual([['Once', 1 / 6], ['Sales', 0]]);
});

test('an aim is followed from cycle to cycle by the arrow, in every language', () => {
  const rows = [row('O1', { nextStep: 'Keep → O4' }), row('O2', { nextStep: 'Drop' }), row('O4', { cycle: '2027-Q1', nextStep: 'ทำต่อ → O9' }), row('O9', { cycle: '2027-Q2' })];
  expect(chainsOf(rows).map((chain) => chain.map(({ id }) => id))).toEqual([['O1', 'O4', 'O9'], ['O2']]);
  expect(nextIdOf(row('O1', { nextStep: 'somebody wrote → twice → O5' }))).toBe('O5');
  expect(nextIdOf(row('O1', { nextStep: 'Reached' }))).toBe('');
});

describe('the score on a past day', () => {
  const past = { asOf: day('2027-03-01'), objectives: [], keyResults: [], archived: [], settings: DEFAULT_SETTINGS, closed: [row('O1'), row('O1.1'), row('O1.2', { start: 40, target: 20, reading: 'average' })] };
  test('is made of the check-ins up to it: 30 of 100, and the mean of 36 and 32 from 40 to 20', () => {
    const checkIns = [checkIn('O1.1', '2026-10-20', 30), checkIn('O1.2', '2026-10-20', 36), checkIn('O1.2', '2026-11-01', 32), checkIn('O1.1', '2026-11-15', 90)];
    expect(scoreOf(pictureOn(day('2026-11-10'), { ...past, checkIns }))).toBe(0.3); // (0.3 + 6 / 20) / 2
    expect(scoreOf(pictureOn(day('2026-10-19'), { ...past, checkIns }))).toBeUndefined();
    expect(pictureOn(day('2027-02-01'), { ...past, checkIns }).objectives).toEqual([]);
  });

  test('does not change by what came later', () => {
    const days = fc.integer({ min: 0, max: 90 });
    fc.assert(fc.property(fc.array(fc.tuple(days, fc.integer({ min: 0, max: 100 }))), days, (entries, at) => {
      const on = addDays(day('2026-10-01'), at);
      const log = entries.map(([offset, value]) => checkIn('O1.1', addDays(day('2026-10-01'), offset), value)).sort((a, b) => (a.day < b.day ? -1 : 1));
      const score = (checkIns: CheckIn[]) => scoreOf(pictureOn(on, { ...past, checkIns }));
      expect(score(log)).toBe(score(log.filter((one) => one.day <= on)));
    }));
  });
});

describe('the score on a day says the same as the dashboard and the history', () => {
  // Two key results of the new cycle: 40 of 100 in the sheet and 80 of 100, the second one never checked in. The dashboard has (0.4 + 0.8) / 2.
  const closed = [row('O1', { score: 0.5, nextStep: 'Keep → O2' }), row('O1.1', { score: 0.3 }), row('O1.2', { score: 0.7 })];
  const past: Past = {
    asOf: day('2027-01-20'), settings: settings({ asOf: day('2027-01-20'), cycleStart: day('2027-01-01'), cycleEnd: day('2027-03-31') }), archived: [], closed,
    objectives: [objective({ id: 'O2', startDate: undefined, dueDate: undefined })],
    keyResults: [['O2.1', 40], ['O2.2', 80]].map(([id, current]) => keyResult({ id: String(id), objectiveId: 'O2', current: Number(current), startDate: undefined, dueDate: undefined })),
    checkIns: [checkIn('O1.1', '2026-11-01', 20), checkIn('O2.1', '2027-01-10', 30)],
  };
  const on = (text: string, change: Partial<Past> = {}) => {
    const { isToday, closed: final, logged, ...picture } = pictureOn(day(text), { ...past, ...change });
    return { ids: picture.objectives.map((one) => one.objective.id), score: scoreOf(picture), isToday, final, logged };
  };

  test('on the as-of day it is the sheets as they are, checked in or not', () => {
    expect(on('2027-01-20')).toEqual({ ids: ['O2'], score: 0.6, isToday: true, final: 0, logged: { measured: 0, total: 0 } });
  });

  test('in between it is the log, and says how many key results that is', () => {
    expect(on('2027-01-19')).toEqual({ ids: ['O2'], score: 0.3, isToday: false, final: 0, logged: { measured: 1, total: 2 } });
    expect(on('2026-11-01')).toEqual({ ids: ['O1'], score: 0.2, isToday: false, final: 0, logged: { measured: 1, total: 2 } });
    expect(on('2026-10-31')).toMatchObject({ score: undefined, logged: { measured: 0, total: 2 } });
  });

  test('on the day of the close it is the final score, and the aim that goes on is not there twice; the day after it has gone on', () => {
    expect(on('2027-01-01')).toMatchObject({ ids: ['O1'], score: 0.2, final: 0, logged: { measured: 1, total: 2 } });
    expect(on('2027-01-02')).toEqual({ ids: ['O1'], score: 0.5, isToday: false, final: 1, logged: { measured: 0, total: 0 } });
    expect(on('2027-01-03')).toMatchObject({ ids: ['O2'], final: 0 });
  });

  test('so it is when both cycles are closed', () => {
    const later = { cycle: '2027-Q1', closedOn: day('2027-04-01'), startDate: day('2027-01-01'), dueDate: day('2027-03-31') };
    const both = { asOf: day('2027-05-01'), objectives: [], keyResults: [], closed: [...closed, row('O2', { ...later, score: 0.9 }), row('O2.1', { ...later, score: 0.9 })] };
    expect([on('2027-01-02', both).ids, on('2027-01-10', both), on('2027-04-01', both).score]).toMatchObject([['O1'], { ids: ['O2'], score: 0.3, logged: { measured: 1, total: 1 } }, 0.9]);
  });

  test('a cycle that was closed early keeps its final score to its last day, unless the next one has begun', () => {
    const early = closed.map((one) => ({ ...one, closedOn: day('2026-12-20') }));
    expect(['2026-12-20', '2026-12-31'].map((text) => on(text, { closed: early }).score)).toEqual([0.5, 0.5]);
    expect(on('2027-01-01', { closed: early }).ids).toEqual(['O2']);
    const begun = { closed: early, settings: { ...past.settings, cycleStart: day('2026-12-21') } };
    expect(['2026-12-20', '2026-12-21'].map((text) => on(text, begun).ids)).toEqual([['O1'], ['O2']]);
  });

  test('what was archived on the way counts until the day before', () => {
    const archived = { closed: [row('O1', { score: 0.5, closedOn: day('2026-11-20') }), row('O1.1', { score: 0.5, closedOn: day('2026-11-20') })].map((one, at) => ({ ...one, row: 3 + at })), archived: [3, 4] };
    expect([on('2026-11-19', archived).score, on('2026-11-20', archived).ids, on('2026-11-21', archived).ids]).toEqual([0.2, [], []]);
  });

  test('an objective that is over and still in the sheets counts on, as it does on the dashboard', () => {
    expect(on('2027-04-20', { asOf: day('2027-04-21') })).toMatchObject({ ids: ['O2'], score: 0.3 });
  });
});
