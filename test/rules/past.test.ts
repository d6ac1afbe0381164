/** What closed cycles tell, by hand calculation; and that scores of past days do not depend on what came later. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/model/day';
import type { CheckIn } from '../../src/model/okr';
import type { PastRow } from '../../src/model/past';
import { DEFAULT_SETTINGS } from '../../src/model/settings';
import { chainsOf, disciplineOf, nextIdOf, pastCycles, pictureOn, scoreOf } from '../../src/rules/past';

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

test('an aim is followed from cycle to cycle by the arrow, in every language', () => {
  const rows = [row('O1', { nextStep: 'Keep → O4' }), row('O2', { nextStep: 'Drop' }), row('O4', { cycle: '2027-Q1', nextStep: 'ทำต่อ → O9' }), row('O9', { cycle: '2027-Q2' })];
  expect(chainsOf(rows).map((chain) => chain.map(({ id }) => id))).toEqual([['O1', 'O4', 'O9'], ['O2']]);
  expect(nextIdOf(row('O1', { nextStep: 'somebody wrote → twice → O5' }))).toBe('O5');
  expect(nextIdOf(row('O1', { nextStep: 'Reached' }))).toBe('');
});

describe('the score on a past day', () => {
  const past = { objectives: [], keyResults: [], settings: DEFAULT_SETTINGS, closed: [row('O1'), row('O1.1'), row('O1.2', { start: 40, target: 20, reading: 'average' })] };
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
