/** What the plan asks for on a day: straight lines, checkpoints, kinds, and the ends. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/model/day';
import { readPlan } from '../../src/model/plan';
import { expected } from '../../src/rules/expected';
import { day } from '../examples/okrs';

const scale = (text: string, start = 0, target = 100) => {
  const read = readPlan(text);
  if ('unreadable' in read) throw new Error(`This example has a plan that cannot be read: ${read.unreadable}`);
  return { plan: read.checkpoints, start, target };
};

describe('a straight line', () => {
  test.each([
    ['2025-12-31', 0],
    ['2026-01-01', 0],
    ['2026-01-02', 0.1],
    ['2026-01-06', 0.5],
    ['2026-01-10', 0.9],
    ['2026-01-11', 1],
    ['2026-03-01', 1],
  ])('from 1 to 11 January asks on %s for %d', (asOf, wanted) => {
    expect(expected(day('2026-01-01'), day('2026-01-11'), day(asOf), 'Committed')).toBe(wanted);
  });

  test.each([
    ['2025-12-31', 0],
    ['2026-01-06', 0.35],
    ['2026-01-11', 0.7],
    ['2026-03-01', 0.7],
  ])('asks an aspirational one on %s for %d', (asOf, wanted) => {
    expect(expected(day('2026-01-01'), day('2026-01-11'), day(asOf), 'Aspirational')).toBe(wanted);
  });

  test.each([
    ['2026-01-31', 0],
    ['2026-02-01', 1],
    ['2026-02-02', 1],
  ])('that begins and ends on 1 February asks on %s for %d', (asOf, wanted) => {
    expect(expected(day('2026-02-01'), day('2026-02-01'), day(asOf), 'Committed')).toBe(wanted);
  });
});

describe('a plan', () => {
  const from = day('2026-10-01');
  const due = day('2026-12-31');
  const along = (text: string, asOf: string, start = 0, target = 100, kind: 'Committed' | 'Aspirational' = 'Committed') =>
    expected(from, due, day(asOf), kind, scale(text, start, target));

  test.each([
    ['2026-10-01', 0],
    ['2026-10-16', 0.1],
    ['2026-10-31', 0.2],
    ['2026-11-15', 0.275],
    ['2026-11-30', 0.35],
    ['2026-12-31', 1],
  ])('bends the line through its checkpoints: %s asks for %d', (asOf, wanted) => {
    expect(along('2026-10-31: 20; 2026-11-30: 35', asOf)).toBeCloseTo(wanted, 12);
    expect(along('2026-11-30: 35; 2026-10-31: 20', asOf)).toBeCloseTo(wanted, 12);
  });

  test('goes from the last checkpoint straight to the due day', () => {
    expect(along('2026-11-30: 35', '2026-12-15')).toBeCloseTo(0.35 + (0.65 * 15) / 31, 12);
  });

  test('is read between start and target, so falling values rise in score', () => {
    expect(along('2026-10-31: 10', '2026-10-31', 12, 4)).toBe(0.25);
  });

  test('may ask for more and then less, and is held within 0..1', () => {
    expect(along('2026-10-31: 50; 2026-11-30: 20', '2026-11-30')).toBe(0.2);
    expect(along('2026-10-31: 150', '2026-10-31')).toBe(1);
    expect(along('2026-10-31: -50', '2026-10-31')).toBe(0);
  });

  test('asks for nothing before the start, even when it begins with a step back', () => {
    expect(along('2026-10-31: -50', '2026-09-15')).toBe(0);
    expect(along('2026-10-31: 50', '2026-09-15')).toBe(0);
  });

  test('asks an aspirational one for 0.7 of it', () => {
    expect(along('2026-10-31: 20', '2026-10-31', 0, 100, 'Aspirational')).toBe(0.14);
  });

  test.each(['2026-09-01: 80', '2026-10-01: 80', '2026-12-31: 20', '2027-02-01: 20', ''])('whose only checkpoint lies on an end or outside (%j) is the straight line', (text) => {
    for (const asOf of ['2026-09-30', '2026-10-01', '2026-10-02', '2026-11-15', '2026-12-30', '2026-12-31']) {
      expect(along(text, asOf)).toBe(expected(from, due, day(asOf), 'Committed'));
    }
  });

  test('between a start and a target that are equal is the straight line, since no value lies between them', () => {
    expect(along('2026-10-31: 20', '2026-11-15', 5, 5)).toBe(expected(from, due, day('2026-11-15'), 'Committed'));
  });
});

describe('what holds for all days', () => {
  const start = day('2026-01-01');
  const offset = fc.integer({ min: -400, max: 800 });
  const kind = fc.constantFrom('Committed' as const, 'Aspirational' as const);

  test('a day later never asks for less, and never for less than 0 or more than its kind allows', () => {
    fc.assert(
      fc.property(fc.nat(400), offset, fc.nat(30), kind, (length, asOf, later, which) => {
        const due = addDays(start, length);
        const [now, then] = [asOf, asOf + later].map((days) => expected(start, due, addDays(start, days), which));
        expect(now).toBeGreaterThanOrEqual(0);
        expect(then).toBeGreaterThanOrEqual(now ?? NaN);
        expect(then).toBeLessThanOrEqual(which === 'Aspirational' ? 0.7 : 1);
      }),
    );
  });

  test('checkpoints on the straight line change nothing', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 5 }), fc.nat(100), (days, asOf) => {
        const due = addDays(start, 100);
        const plan = [...days].sort((a, b) => a - b).map((days) => ({ day: addDays(start, days), value: days }));
        expect(expected(start, due, addDays(start, asOf), 'Committed', { plan, start: 0, target: 100 })).toBeCloseTo(asOf / 100, 9);
      }),
    );
  });
});
