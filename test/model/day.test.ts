/** Calendar days: which texts name one, and arithmetic across months and leap years. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOfNumber, daysBetween, toDay } from '../../src/model/day';
import { day } from '../examples/okrs';

describe('which texts name a day', () => {
  test.each(['2026-01-01', '2026-12-31', '2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])('%s is a day', (text) => {
    expect(toDay(text)).toBe(text);
  });

  test.each(['2026-02-29', '2026-02-31', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01', '0999-12-31', '12026-01-01', '31.12.2026', '2026-1-1', '2026/01/01', ' 2026-01-01', '2026-01-01T00:00', '', 'tomorrow', '__proto__'])(
    '%j is no day',
    (text) => {
      expect(toDay(text)).toBeUndefined();
    },
  );
});

describe('counting days', () => {
  test.each([
    ['2026-10-01', '2026-10-31', 30],
    ['2026-02-28', '2026-03-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['1900-02-28', '1900-03-01', 1],
    ['2000-02-28', '2000-03-01', 2],
    ['2026-12-31', '2027-01-01', 1],
    ['2026-01-01', '2027-01-01', 365],
    ['2024-01-01', '2025-01-01', 366],
    ['2026-10-31', '2026-10-01', -30],
  ])('from %s to %s it is %i days', (from, to, days) => {
    expect(daysBetween(day(from), day(to))).toBe(days);
    expect(addDays(day(from), days)).toBe(to);
  });

  const anyDay = fc.integer({ min: -100_000, max: 500_000 }).map(dayOfNumber);

  test('adding the days between two days leads from one to the other', () => {
    fc.assert(fc.property(anyDay, anyDay, (from, to) => addDays(from, daysBetween(from, to)) === to));
  });

  test('text sorts as the days do, and every day reads back', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => a < b === daysBetween(a, b) > 0 && toDay(a) === a));
  });

  test('more different days than are remembered still count right', () => {
    const wrong = Array.from({ length: 12_000 }, (_, number) => number).filter((number) => daysBetween(day('1970-01-01'), dayOfNumber(number)) !== number);
    expect(wrong).toEqual([]);
  });
});
