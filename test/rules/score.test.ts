/** The score of a key result by each of the five measures, and what holds for all numbers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEASURES, type Measure } from '../../src/model/words';
import { measureContradicts, score } from '../../src/rules/score';

const _ = undefined;
const valueOf = (start: number | undefined, target: number | undefined, current: number | undefined, measure?: Measure): number => {
  const answer = score(start, target, current, measure);
  if (!answer || !('score' in answer)) throw new Error('There is no score in this example.');
  return answer.score;
};

describe('on the way from start to target', () => {
  test.each([
    [0, 100, 50, 0.5],
    [0, 20, 21, 1],
    [0, 100, -17, 0],
    [72, 60, 66, 0.5],
    [72, 60, 80, 0],
    [72, 60, 59, 1],
    [-10, 10, 0, 0.5],
    [-10, -20, -15, 0.5],
    [0, 0.3, 0.1 + 0.2, 1],
    [0, 1e-9, 5e-10, 0.5],
    [0, 1e12, 5e11, 0.5],
    [0, 1e300, 5e299, 0.5],
    [1e15, 1e15 + 4, 1e15 + 1, 0.25],
    [0, 3, 1, 0.333333333333],
  ])('from %d to %d with %d the score is %d', (start, target, current, wanted) => {
    for (const measure of [_, 'Increase', 'Decrease'] as const) expect(valueOf(start, target, current, measure)).toBe(wanted);
  });

  test.each([
    [5, 5, 5, 1],
    [5, 5, 6, 1],
    [5, 5, 4, 0],
    [0, 0, 0, 1],
    [-5, -5, -6, 0],
    [0.3, 0.3, 0.1 + 0.2, 1],
  ])('start %d equal to target %d with %d is %d: reached or not', (start, target, current, wanted) => {
    expect(valueOf(start, target, current)).toBe(wanted);
  });
});

describe('limits', () => {
  test.each<[Measure, number | undefined, number, number, number]>([
    ['At least', _, 95, 95, 1],
    ['At least', _, 95, 96, 1],
    ['At least', _, 95, 94.5, 0],
    ['At least', 90, 95, 94, 0.8],
    ['At least', 90, 95, 89, 0],
    ['At least', 95, 95, 94, 0],
    ['At least', 99, 95, 94, 0],
    ['At least', _, 0.3, 0.1 + 0.2, 1],
    ['At most', _, 2, 2, 1],
    ['At most', _, 2, 1, 1],
    ['At most', _, 2, 2.1, 0],
    ['At most', 10, 2, 6, 0.5],
    ['At most', 10, 2, 11, 0],
    ['At most', 1, 2, 3, 0],
    ['At most', _, 0.3, 0.1 + 0.2, 1],
    ['At most', _, -5, -5, 1],
    ['At most', _, 0, 0, 1],
  ])('%s from %s, limit %d, with %d is %d', (measure, start, target, current, wanted) => {
    expect(valueOf(start, target, current, measure)).toBe(wanted);
  });
});

describe('milestones and blanks', () => {
  test.each([
    [1, 1],
    [0.5, 0.5],
    [0, 0],
  ])('a milestone that is %d done scores %d, whatever start and target say', (share, wanted) => {
    expect(valueOf(_, _, share, 'Milestone')).toBe(wanted);
    expect(valueOf(9, 9, share, 'Milestone')).toBe(wanted);
  });

  test.each([_, ...MEASURES])('blank is not zero: without a current value %s has no score', (measure) => {
    expect(score(0, 100, _, measure)).toBeUndefined();
  });

  test.each<[number | undefined, number | undefined, Measure | undefined, string]>([
    [_, 100, _, 'missingStart'],
    [_, 100, 'Increase', 'missingStart'],
    [_, 100, 'Decrease', 'missingStart'],
    [0, _, 'Increase', 'missingTarget'],
    [0, _, 'At least', 'missingTarget'],
    [_, _, 'At most', 'missingTarget'],
    [_, _, _, 'missingTarget'],
  ])('with start %s and target %s, %s says %s and never assumes 0', (start, target, measure, gap) => {
    expect(score(start, target, 5, measure)).toEqual({ gap });
  });
});

test.each<[number | undefined, number | undefined, Measure | undefined, boolean]>([
  [72, 60, 'Increase', true],
  [60, 72, 'Decrease', true],
  [60, 72, 'Increase', false],
  [72, 60, 'Decrease', false],
  [5, 5, 'Increase', false],
  [72, 60, _, false],
  [72, 60, 'At least', false],
  [_, 60, 'Increase', false],
  [72, _, 'Increase', false],
])('from %s to %s, measure %s contradicts the numbers: %s', (start, target, measure, answer) => {
  expect(measureContradicts(start, target, measure)).toBe(answer);
});

describe('what holds for all numbers', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });
  const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const way = fc.constantFrom<Measure | undefined>(_, 'Increase', 'Decrease', 'At least', 'At most');

  test('a score lies within 0..1', () => {
    fc.assert(
      fc.property(number, number, number, way, (start, target, current, measure) => {
        const value = valueOf(start, target, current, measure);
        return value >= 0 && value <= 1 && !Object.is(value, -0);
      }),
    );
  });

  test('one more step towards the target never lowers the score', () => {
    fc.assert(
      fc.property(whole, whole, whole, fc.nat(1000), way, (start, target, current, step, measure) => {
        const upwards = measure === 'At least' ? true : measure === 'At most' ? false : target >= start;
        expect(valueOf(start, target, current + (upwards ? step : -step), measure)).toBeGreaterThanOrEqual(valueOf(start, target, current, measure));
      }),
    );
  });

  test('the unit does not matter: ten times or a hundredth of all values scores the same, and seen in a mirror too', () => {
    fc.assert(
      fc.property(whole, whole, whole, fc.constantFrom(10, 0.01, 1e6, 0.5), (start, target, current, factor) => {
        for (const measure of [_, 'At least', 'At most'] as const) {
          expect(valueOf(start * factor, target * factor, current * factor, measure)).toBeCloseTo(valueOf(start, target, current, measure), 9);
        }
        if (start !== target) expect(valueOf(-start, -target, -current)).toBe(valueOf(start, target, current));
        expect(valueOf(-start, -target, -current, 'At most')).toBe(valueOf(start, target, current, 'At least'));
      }),
    );
  });

  test('at the start the score is 0, at the target 1, half way 0.5', () => {
    fc.assert(
      fc.property(whole, whole, (start, target) => {
        fc.pre(start !== target);
        expect([start, (start + target) / 2, target].map((current) => valueOf(start, target, current))).toEqual([0, 0.5, 1]);
      }),
    );
  });
});
