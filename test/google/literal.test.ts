/** Text that the add-on writes stays text, whatever Google would read in it; days become dates. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { literal } from '../../src/google/literal';
import { newRef } from '../../sidebar/drafts';

describe('a text on its way into a cell', () => {
  test.each(['=1+1', '+1', '-2+3', '@x', "'quoted", '1.10', '12%', '$5', '(5)', '2/3', '1-2', '10:30', 'TRUE', 'false', 'Prawda', 'May 26', '26 May 2026', ' 7', '๑๒', 'O3.2'])(
    '%s is marked as text',
    (text) => expect(literal(text)).toBe(`'${text}`),
  );

  test.each(['Customers stay with us', 'Renewals rise from 0 to 100', '█████░░░░░ 50%', '▲ At risk', 'ana@example.com', ''])('%s is no figure and stays as it is', (text) => {
    expect(literal(text)).toBe(text);
  });

  test('an ISO day is meant to become a date', () => expect(literal('2026-12-31')).toBe('2026-12-31'));

  test('numbers, truth values and dates are cells already, and blank is blank', () => {
    const day = new Date(0);
    expect([literal(0), literal(false), literal(day), literal(null), literal(undefined)]).toEqual([0, false, day, '', '']);
  });

  test('the reference of a save is no figure, so that a check-in is appended in one call', () => {
    const refs = Array.from({ length: 500 }, newRef);
    expect(refs.filter((ref) => literal(ref) !== ref)).toEqual([]);
    expect(new Set(refs).size).toBe(refs.length);
  });

  test('nothing that begins like a formula ever reaches Google bare', () => {
    fc.assert(fc.property(fc.constantFrom(...'=+-@\''), fc.string(), (sign, rest) => literal(sign + rest) === `'${sign}${rest}`));
  });
});
