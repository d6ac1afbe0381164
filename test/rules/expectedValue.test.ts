/** The value that the plan asks for by now. */
import { expect, test } from 'vitest';
import type { KeyResult } from '../../src/model/okr';
import { toScore } from '../../src/model/units';
import { expectedValue } from '../../src/rules/expectedValue';
import { keyResult } from '../examples/okrs';

test.each<[string, Partial<KeyResult>, number, number | undefined]>([
  ['half of the way from 41 to 55 is 48', { start: 41, target: 55 }, 0.5, 48],
  ['a falling figure falls: from 118 to 90 with a quarter gone is 111', { start: 118, target: 90, measure: 'Decrease' }, 0.25, 111],
  ['a limit to hold has no way', { start: 90, target: 97, measure: 'At least' }, 0.5, undefined],
  ['a milestone has none either', { start: undefined, target: undefined, measure: 'Milestone' }, 0.5, undefined],
  ['without a start nobody can say', { start: undefined }, 0.5, undefined],
  ['numbers near the end of all numbers have none', { start: -1.7e308, target: 1.7e308 }, 0.5, undefined],
])('%s', (_, change, expected, value) => {
  expect(expectedValue({ keyResult: keyResult(change), expected: toScore(expected) })).toBe(value);
});

test('without a plan there is no such value', () => {
  expect(expectedValue({ keyResult: keyResult(), expected: undefined })).toBeUndefined();
});
