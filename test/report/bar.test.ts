/** The text progress bar: as wide as asked for, and never fuller than the score. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toScore } from '../../src/model/units';
import { bar } from '../../src/report/bar';

test.each([
  [0, 10, '░░░░░░░░░░ 0%'],
  [0.004, 10, '█░░░░░░░░░ 1%'],
  [0.5, 10, '█████░░░░░ 50%'],
  [0.55, 4, '██░░ 55%'],
  [0.996, 10, '█████████░ 99%'],
  [1, 10, '██████████ 100%'],
  [0.5, 1, '░ 50%'],
  [0.999, 1, '░ 99%'],
  [1, 1, '█ 100%'],
])('%d in a width of %i is %s', (score, width, text) => {
  expect(bar(toScore(score), width)).toBe(text);
});

test('is exactly as wide as asked for, full only at 1 and empty only at 0', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }).map(toScore), fc.integer({ min: 2, max: 100 }), (score, width) => {
      const [cells = '', percent = ''] = bar(score, width).split(' ');
      expect(cells).toHaveLength(width);
      expect([!cells.includes('░'), !cells.includes('█')]).toEqual([score === 1, score === 0]);
      expect([percent === '100%', percent === '0%']).toEqual([score === 1, score === 0]);
    }),
  );
});
