/** Numbers that were worked out are told as finely as people gave theirs. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asPrecise } from '../../src/rules/asPrecise';

test.each<[number, readonly (number | null | undefined)[], 0 | 1, number]>([
  [1607.69, [1150, 2000, 1690], 0, 1608], [103.333333, [1150, 2000, 1690], 1, 103.3], [5.561, [4.1, 6, 5.4], 0, 5.6], [-0.266667, [6.5, 3, 3.8], 1, -0.27],
  [27.923, [21, 30, 25.5], 0, 27.9], [0.04, [0, 3, 2], 1, 0.04], [0.3, [0, 1, undefined], 0, 0.3], [-0.4, [9, 2, null], 0, -0.4], [0, [0, 3, 0], 1, 0], [0.0000012345, [1e-7, 1, 0], 0, 0.0000012345],
  [1e22, [0, 1e22, 5], 0, 1e22],
])('%j beside %j with %j digits more is %j', (value, given, more, told) => {
  expect(asPrecise(value, given, more)).toBe(told);
});

test('nothing that is something becomes nothing, and nothing moves by more than half of its last digit', () => {
  const number = fc.integer({ min: -1e6, max: 1e6 }).map((one) => one / 100);
  fc.assert(
    fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.array(number, { maxLength: 3 }), fc.constantFrom<0 | 1>(0, 1), (value, given, more) => {
      const told = asPrecise(value, given, more);
      expect(told === 0).toBe(value === 0);
      expect(Math.abs(told - value)).toBeLessThanOrEqual(0.5 + 1e-6);
    }),
  );
});
