/** Which key results are due for a check-in, and how many reviews passed them by. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/model/day';
import { isDueOn } from '../../src/rules/review';

const day = (text: string): Day => text as Day;
const START = day('2026-10-01');

describe('with 14 days between check-ins, a key result', () => {
  test.each([
    ['checked in on 1 November is not due on the 15th', '2026-11-15', '2026-11-01', false],
    ['checked in on 1 November is due on the 16th', '2026-11-16', '2026-11-01', true],
    ['checked in on the day itself is not due', '2026-11-16', '2026-11-16', false],
    ['checked in after the day was not due on it', '2026-11-16', '2026-11-20', false],
    ['never checked in is due on its first day', '2026-10-01', undefined, true],
    ['never checked in is not due before it begins', '2026-09-30', undefined, false],
  ])('%s', (_, on, last, due) => {
    expect(isDueOn(day(on), last === undefined ? undefined : day(last), START, 14)).toBe(due);
  });

  test('without a start and without a check-in is always due', () => {
    expect(isDueOn(day('2020-01-01'), undefined, undefined, 14)).toBe(true);
  });

  test('that is due stays due until it is checked in', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.integer({ min: 1, max: 60 }), (last, on, days) => {
        const checkedIn = addDays(START, last);
        const isDue = (after: number): boolean => isDueOn(addDays(START, after), checkedIn, START, days);
        return !isDue(on) || isDue(on + 1);
      }),
    );
  });
});
