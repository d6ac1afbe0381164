/** Quarters, half-years, fiscal years and free lengths; every day belongs to exactly one cycle of a kind. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, type Day } from '../../src/model/day';
import { cycleAfter, cycleAt, cycleKind, overlap, sameLengthAfter, type CycleMonths } from '../../src/rules/cycles';

const day = (text: string): Day => text as Day;

describe('the cycle of a day', () => {
  test.each([
    ['2026-11-21', 3, 1, '2026-Q4', '2026-10-01', '2026-12-31'],
    ['2028-02-29', 3, 1, '2028-Q1', '2028-01-01', '2028-03-31'],
    ['2026-11-21', 6, 1, '2026-H2', '2026-07-01', '2026-12-31'],
    ['2026-11-21', 3, 4, 'FY2027-Q3', '2026-10-01', '2026-12-31'],
    ['2026-03-31', 3, 4, 'FY2026-Q4', '2026-01-01', '2026-03-31'],
    ['2026-11-21', 6, 10, 'FY2027-H1', '2026-10-01', '2027-03-31'],
    ['2026-01-31', 3, 2, 'FY2026-Q4', '2025-11-01', '2026-01-31'],
    ['2026-11-21', 12, 1, '2026', '2026-01-01', '2026-12-31'],
    ['2026-11-21', 12, 4, 'FY2027', '2026-04-01', '2027-03-31'],
  ] as const)('%s by %i months from month %i is %s', (text, months, first, name, start, end) => {
    expect(cycleAt(day(text), months, first)).toEqual({ name, start, end });
  });

  test('holds it, begins on the first of a month, and is followed by the next without a gap', () => {
    const months = fc.constantFrom<CycleMonths>(3, 6, 12);
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), months, fc.integer({ min: 1, max: 12 }), (offset, length, first) => {
      const on = addDays(day('1990-01-01'), offset);
      const cycle = cycleAt(on, length, first);
      expect(cycle.start <= on && on <= cycle.end && cycle.start.endsWith('-01')).toBe(true);
      const next = cycleAfter(cycle.end, length, first);
      expect(next.start).toBe(addDays(cycle.end, 1));
      expect(next.name).not.toBe(cycle.name);
    }));
  });
});

test.each([
  ['2026-Q4', '2026-10-01', '2026-12-31', 3, 1],
  ['FY2027-Q3', '2026-10-01', '2026-12-31', 3, 4],
  ['Winter', '2026-10-01', '2026-12-31', 3, 1],
  ['Winter', '2026-11-01', '2027-01-31', 3, 2],
  ['H2', '2026-07-01', '2026-12-31', 6, 1],
  ['FY2027-H1', '2026-10-01', '2027-03-31', 6, 10],
  ['2026', '2026-01-01', '2026-12-31', 12, 1],
  ['FY2027', '2026-04-01', '2027-03-31', 12, 4],
] as const)('%s from %s to %s is a cycle of %i months in a year from month %i', (name, start, end, months, first) => {
  expect(cycleKind({ name, start: day(start), end: day(end) })).toMatchObject({ months, first });
});

test('free dates are of no kind', () => {
  expect(cycleKind({ name: '2026-Q4', start: day('2026-10-01'), end: day('2026-12-15') })).toBeUndefined();
});

test('after a cycle that ends in the middle comes the next whole one, so that no day belongs to two', () => {
  expect(cycleAfter(day('2026-12-15'))).toEqual({ name: '2027-Q1', start: '2027-01-01', end: '2027-03-31' });
  expect(cycleAfter(day('2026-12-31')).name).toBe('2027-Q1');
});

test('as long as the one before: 46 days are followed by 46', () => {
  const next = sameLengthAfter({ start: day('2026-10-01'), end: day('2026-11-15') });
  expect(next).toEqual({ start: '2026-11-16', end: '2026-12-31' });
  expect(daysBetween(next.start, next.end)).toBe(45);
});

test('cycles that share one day overlap', () => {
  const first = { start: day('2026-10-01'), end: day('2026-12-31') };
  expect(overlap(first, { start: day('2026-12-31'), end: day('2027-03-31') })).toBe(true);
  expect(overlap(first, { start: day('2027-01-01'), end: day('2027-03-31') })).toBe(false);
  expect(overlap(first, { start: day('2026-11-01'), end: day('2026-11-02') })).toBe(true);
});
