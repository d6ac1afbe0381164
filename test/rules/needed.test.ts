/** How much has to change per week, and when there is no pace to tell. */
import { expect, test } from 'vitest';
import { needed } from '../../src/rules/needed';
import { day } from '../examples/okrs';

test.each([
  [30, 100, '2026-12-31', '2026-11-26', 14],
  [6, 2, '2026-12-10', '2026-11-26', -2],
  [5, 5, '2026-12-31', '2026-11-26', 0],
  [0, 1, '2026-11-27', '2026-11-26', 7],
  [0.1, 0.3, '2026-12-03', '2026-11-26', 0.2],
  [0, 1, '2026-11-26', '2026-11-26', undefined],
  [0, 1, '2026-11-25', '2026-11-26', undefined],
  [-1.7e308, 1.7e308, '2026-12-31', '2026-11-26', undefined],
])('from %d to %d by %s, seen on %s, takes %s a week', (current, target, due, asOf, wanted) => {
  expect(needed(current, target, day(due), day(asOf))).toBe(wanted);
});
