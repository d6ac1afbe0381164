/** What closing begins with, from the cycle that ends. */
import { expect, test } from 'vitest';
import type { FormStart } from '../../src/app/api';
import { newClosing, problemsOf } from '../../sidebar/close/closing';

const startOf = (name: string, start: string, end: string) => ({ cycle: { name, start, end } }) as FormStart;

test.each([
  ['2026-Q4', '2026-10-01', '2026-12-31', 'quarter', 1, { name: '2027-Q1', start: '2027-01-01', end: '2027-03-31' }],
  ['FY2027-Q3', '2026-10-01', '2026-12-31', 'quarter', 4, { name: 'FY2027-Q4', start: '2027-01-01', end: '2027-03-31' }],
  ['2026-H2', '2026-07-01', '2026-12-31', 'half', 1, { name: '2027-H1', start: '2027-01-01', end: '2027-06-30' }],
  ['FY2027', '2026-04-01', '2027-03-31', 'year', 4, { name: 'FY2028', start: '2027-04-01', end: '2028-03-31' }],
  ['Sprint', '2026-11-01', '2026-11-30', 'same', 1, { name: '', start: '2026-12-01', end: '2026-12-30' }],
] as const)('after %s, from %s to %s, comes one of the same kind', (name, start, end, length, firstMonth, next) => {
  expect(newClosing(startOf(name, start, end))).toMatchObject({ length, firstMonth, next });
});

test('a name that History has is told as taken, that of the cycle itself as not its own', () => {
  const cycle = { name: '2026-Q4', start: '2026-10-01', end: '2026-12-31' };
  const problems = (name: string) => problemsOf({ name, start: '2027-01-01', end: '2027-03-31' }, cycle, { cycles: [], names: ['2026-Q3', '2026-Q4'] });
  expect([problems(' 2026-Q3 '), problems('2026-Q4'), problems('2027-Q1')].map(({ name, isTaken }) => [name, isTaken])).toEqual([[true, true], [true, false], [false, false]]);
});
