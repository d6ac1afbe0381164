/** The current value that check-ins make, and when a typed one is the same. */
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/model/words';
import { agrees, currentFrom } from '../../src/rules/current';
import { checkIn } from '../examples/okrs';

describe('the current value that check-ins make', () => {
  const of = (values: (number | undefined)[], reading: Reading) => currentFrom(values.map((value) => checkIn({ value })), reading);

  test.each<[Reading, (number | undefined)[], number | undefined]>([
    ['last', [5, 7, 9], 9],
    ['sum', [5, 7, 9], 21],
    ['average', [5, 7, 9], 7],
    ['last', [5, undefined], 5],
    ['sum', [5, undefined, 2], 7],
    ['average', [5, undefined, 2], 3.5],
    ['sum', [0.1, 0.2], 0.3],
    ['last', [0], 0],
    ['sum', [-2, 2], 0],
    ['last', [undefined], undefined],
    ['sum', [], undefined],
    ['average', [], undefined],
  ])('%s of %j is %s', (reading, values, wanted) => {
    expect(of(values, reading)).toBe(wanted);
  });

  test.each([
    [6.67, 20 / 3, true],
    [6.6, 20 / 3, false],
    [6, 7, false],
    [0, 0, true],
    [0, 0.004, true],
    [0, 0.006, false],
    [1005, 1000, true],
    [1006, 1000, false],
    [-1005, -1000, true],
    [-1, 1, false],
  ])('%d typed by hand agrees with %d: %s', (typed, made, answer) => {
    expect(agrees(typed, made)).toBe(answer);
  });
});
