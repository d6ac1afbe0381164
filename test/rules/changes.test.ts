/** The workbook of an earlier day, told by its check-ins, and what moved since. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toScore } from '../../src/model/units';
import type { KeyResult } from '../../src/model/okr';
import { compare, moveOf, pictureOf } from '../../src/rules/changes';
import { keyResultConcluder } from '../../src/rules/keyResults';
import { checkIn, concluded, day, keyResult, objective, settings } from '../examples/okrs';

const everything = (): boolean => true;

/** A workbook whose key results are concluded for 15 November. */
function told(keyResults: readonly KeyResult[], checkIns = [checkIn({ day: day('2026-10-20'), value: 20 }), checkIn({ day: day('2026-11-10'), value: 50 })], goals = [objective()]) {
  const set = settings();
  const conclude = keyResultConcluder({ objectives: goals, checkIns, settings: set });
  const results = keyResults.map(conclude);
  return { objectives: concluded(goals, results).conclusions, keyResults: results, checkIns, settings: set };
}

describe('an earlier day', () => {
  const log = [checkIn({ day: day('2026-10-01'), value: 10 }), checkIn({ day: day('2026-11-01'), value: 30 }), checkIn({ day: day('2026-12-01'), value: 40 })];

  test.each([
    ['last', 0.3],
    ['sum', 0.4],
    ['average', 0.2],
  ] as const)('has the value that its check-ins make, read as %s', (reading, score) => {
    expect(pictureOf(day('2026-11-15'), told([keyResult({ reading })], log)).keyResults[0]?.score).toBe(score);
  });

  test('counts a check-in of that very day', () => {
    expect(pictureOf(day('2026-11-01'), told([keyResult()], log)).keyResults[0]?.score).toBe(0.3);
    expect(pictureOf(day('2026-10-31'), told([keyResult()], log)).keyResults[0]?.score).toBe(0.1);
  });

  test('has no score, which is not zero, before the first check-in', () => {
    const { keyResults, objectives } = pictureOf(day('2026-09-30'), told([keyResult()], log));
    expect([keyResults[0]?.score, objectives[0]?.score]).toEqual([undefined, undefined]);
  });

  test('is judged by its own plan: 0.1 on 31 October is 0.23 behind and At risk', () => {
    const [then] = pictureOf(day('2026-10-31'), told([keyResult()], log)).keyResults;
    expect(then).toMatchObject({ expected: toScore(30 / 91), status: 'At risk', lastCheckIn: '2026-10-01' });
  });

  test('has the confidence that was last given by then, and not that of today', () => {
    const sure = [checkIn({ day: day('2026-10-05'), value: 30, confidence: 2 }), checkIn({ day: day('2026-10-10'), value: 30 })];
    const then = (at: string) => pictureOf(day(at), told([keyResult({ confidence: 5 })], sure)).keyResults[0]?.keyResult.confidence;
    expect([then('2026-10-04'), then('2026-10-10')]).toEqual([undefined, 2]);
  });
});

describe('what moved', () => {
  test('from 0.2 to 0.5 when the check-ins say 20 and the sheet 50', () => {
    const comparison = compare(told([keyResult()]), day('2026-11-01'));
    expect(comparison && moveOf(comparison, everything)).toEqual({ from: 0.2, to: 0.5 });
    expect(comparison?.compared).toBe(1);
  });

  test('is held against like: a first value since then changes the score, but moved nothing', () => {
    const both = [checkIn({ day: day('2026-10-20'), value: 20 }), checkIn({ day: day('2026-11-10'), value: 40 }), checkIn({ day: day('2026-11-10'), keyResultId: 'O1.2', value: 90 })];
    const book = told([keyResult({ current: 40 }), keyResult({ row: 4, id: 'O1.2', current: 90 })], both);
    const comparison = compare(book, day('2026-11-01'));
    expect(book.objectives[0]?.score).toBe(0.65);
    expect(comparison && moveOf(comparison, everything)).toEqual({ from: 0.2, to: 0.4 });
    expect(comparison?.compared).toBe(1);
  });

  test('nor does a value that was taken away again', () => {
    const book = told([keyResult({ current: undefined })]);
    const comparison = compare(book, day('2026-11-01'));
    expect(comparison && moveOf(comparison, everything)).toBeUndefined();
  });

  test('can be asked of some objectives alone, with their weights', () => {
    const goals = [objective({ weight: 3 }), objective({ row: 4, id: 'O2', team: 'Sales' })];
    const log = [checkIn({ day: day('2026-10-20'), value: 20 }), checkIn({ day: day('2026-10-20'), keyResultId: 'O2.1', value: 60 })];
    const comparison = compare(told([keyResult({ current: 40 }), keyResult({ row: 4, id: 'O2.1', objectiveId: 'O2', current: 40 })], log, goals), day('2026-11-01'));
    if (!comparison) throw new Error('There is nothing to compare.');
    expect(moveOf(comparison, everything)).toEqual({ from: 0.3, to: 0.4 });
    expect(moveOf(comparison, (one) => one.objective.team === 'Sales')).toEqual({ from: 0.6, to: 0.4 });
  });

  test.each(['2026-11-15', '2026-12-01'])('is nothing since %s, which is not before the as-of day', (since) => {
    expect(compare(told([keyResult()]), day(since))).toBeUndefined();
  });

  test('is nothing for whoever has checked in nothing since, when the sheet shows what was checked in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 }), (values) => {
        const rows = values.map((current, index) => keyResult({ row: 3 + index, id: `O1.${index}`, current }));
        const log = rows.map(({ id, current }) => checkIn({ day: day('2026-10-10'), keyResultId: id, value: current }));
        const comparison = compare(told(rows, log), day('2026-11-01'));
        const move = comparison && moveOf(comparison, everything);
        expect(move?.from).toBe(move?.to);
        expect(comparison?.compared).toBe(values.length);
      }),
    );
  });
});
