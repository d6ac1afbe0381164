/** Numbers with units: scores are held within 0..1, decimal noise goes, nothing is minus zero. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reaches, tidy, toScore } from '../../src/model/units';

describe('a score', () => {
  test.each([
    [0.5, 0.5],
    [1.2, 1],
    [-0.2, 0],
    [-0, 0],
    [NaN, 0],
    [Infinity, 1],
    [-Infinity, 0],
    [0.1 + 0.2, 0.3],
    [1 - 1e-16, 1],
    [1e-20, 0],
    [0.999999, 0.999999],
  ])('made of %d is %d', (value, score) => {
    expect(toScore(value)).toBe(score);
  });

  test('of any number lies within 0..1 and is not minus zero', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const score = toScore(value);
        return score >= 0 && score <= 1 && !Object.is(score, -0);
      }),
    );
  });
});

describe('reaching a value', () => {
  test.each([
    [95, 95, true],
    [94.999, 95, false],
    [0.3, 0.1 + 0.2, true],
    [-5, -5, true],
    [-5.1, -5, false],
    [-1e-9, 0, false],
    [1e12 - 1, 1e12 + 1, false],
  ])('%d reaches %d: %s', (a, b, answer) => {
    expect(reaches(a, b)).toBe(answer);
  });
});

describe('a tidy number', () => {
  test.each([
    [0.1 + 0.2, 0.3],
    [-0, 0],
    [14, 14],
    [-0.5, -0.5],
    [1e-9, 1e-9],
  ])('%d becomes %d', (value, tidied) => {
    expect(tidy(value)).toBe(tidied);
  });

  test('a whole number has no decimal noise, so all its digits stay: 1,234,567,890,123 dong', () => {
    expect(tidy(1_234_567_890_123)).toBe(1_234_567_890_123);
    expect(tidy(Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER);
  });
});
