/** The sentence that works a score out: its numbers, worked out again, give the score. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measure } from '../../src/model/words';
import { explain } from '../../src/report/explain';
import { score } from '../../src/rules/score';

const _ = undefined;
const explained = (start: number | undefined, target: number | undefined, current: number | undefined, measure?: Measure) => {
  const answer = score(start, target, current, measure);
  const value = answer && 'score' in answer ? answer.score : undefined;
  return { value, sentence: explain({ start, target, current, measure }, value) };
};

test.each<[number | undefined, number | undefined, number | undefined, Measure | undefined, string]>([
  [72, 60, 66, _, '(66 - 72) / (60 - 72) = -6 / (-12) = 0.5: current 66 has come 50% of the way from 72 to 60.'],
  [0, 20, 21, _, '(21 - 0) / (20 - 0) = 21 / 20 = 1.05, held at 1: current 21 has passed the target 20.'],
  [-5, 20, -10, _, '(-10 - (-5)) / (20 - (-5)) = -5 / 25 = -0.2, held at 0: current -10 lies behind the start -5.'],
  [0.1, 0.3, 0.2, _, '(0.2 - 0.1) / (0.3 - 0.1) = 0.1 / 0.2 = 0.5: current 0.2 has come 50% of the way from 0.1 to 0.3.'],
  [0, 3, 3, _, '(3 - 0) / (3 - 0) = 3 / 3 = 1: current 3 has come 100% of the way from 0 to 3.'],
  [0, 10_000, 9_999, _, '(9999 - 0) / (10000 - 0) = 9999 / 10000 = 0.9999: current 9999 has come 99.9% of the way from 0 to 10000.'],
  [0, 1_000_000_000_002, 1_000_000_000_001, _, '(1000000000001 - 0) / (1000000000002 - 0) = 1000000000001 / 1000000000002 = 0.999999999999: current 1000000000001 has come 99.9% of the way from 0 to 1000000000002.'],
  [5, 5, 5, _, 'Start and target are both 5 and current 5 has reached it, so the score is 1.'],
  [5, 5, 4, _, 'Start and target are both 5 and current 4 has not reached it, so the score is 0.'],
  [_, 95, 96, 'At least', 'Current 96 is at least 95, so the score is 1.'],
  [_, 95, 94, 'At least', 'Current 94 is not at least 95, and no start on the wrong side tells how far it has come, so the score is 0.'],
  [1, 2, 3, 'At most', 'Current 3 is not at most 2, and no start on the wrong side tells how far it has come, so the score is 0.'],
  [10, 2, 6, 'At most', 'Current 6 is not yet at most 2: (6 - 10) / (2 - 10) = -4 / (-8) = 0.5: current 6 has come 50% of the way from 10 to 2.'],
  [_, _, 0.5, 'Milestone', 'The milestone is 50% done, so the score is 0.5.'],
  [0, 100, _, _, 'There is no current value yet, so there is no score; blank is not counted as zero.'],
])('from %s to %s with %s (%s) it says: %5$s', (start, target, current, measure, sentence) => {
  expect(explained(start, target, current, measure).sentence).toBe(sentence);
});

describe('for all numbers', () => {
  const number = fc.oneof(
    fc.integer({ min: -1000, max: 1000 }),
    fc.integer({ min: -100_000, max: 100_000 }).map((hundredths) => hundredths / 100),
    fc.double({ min: -1e15, max: 1e15, noNaN: true }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  const way = fc.constantFrom<Measure | undefined>(_, 'Increase', 'Decrease', 'At least', 'At most');
  const n = String.raw`(-?[\d.]+(?:e[+-]?\d+)?)`;
  const working = new RegExp(String.raw`\(${n} - \(?${n}\)?\) / \(${n} - \(?${n}\)?\) = ${n} / \(?${n}\)? = ${n}`);

  test('what the sentence works out is the score', () => {
    fc.assert(
      fc.property(number, number, number, way, (start, target, current, measure) => {
        const { value, sentence } = explained(start, target, current, measure);
        expect(sentence).not.toMatch(/NaN|Infinity|undefined/);
        const numbers = working.exec(sentence)?.slice(1).map(Number);
        if (!numbers) {
          expect(sentence).toContain(`the score is ${String(value)}.`);
          return;
        }
        const [now = NaN, from = NaN, to = NaN, , , , result = NaN] = numbers;
        expect(Math.min(Math.max(result, 0), 1)).toBeCloseTo(value ?? NaN, 12);
        fc.pre(Math.abs(to - from) > 1e-3 * Math.max(Math.abs(to), Math.abs(from))); // fifteen digits leave no room for less
        expect(Math.min(Math.max((now - from) / (to - from), 0), 1)).toBeCloseTo(value ?? NaN, 9);
      }),
    );
  });
});
