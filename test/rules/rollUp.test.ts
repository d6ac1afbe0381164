/** Weighted means, and the order in which a tree of supporters is rolled up. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toScore } from '../../src/model/units';
import { childrenFirst, WeightedMean } from '../../src/rules/rollUp';

const meanOf = (parts: readonly (readonly [number | undefined, number])[]): number | undefined => {
  const mean = new WeightedMean();
  for (const [score, weight] of parts) mean.add(score === undefined ? undefined : toScore(score), weight);
  return mean.value();
};

describe('a weighted mean', () => {
  test.each<[[number | undefined, number][], number | undefined]>([
    [[[1, 3], [0, 1]], 0.75],
    [[[1, 1], [undefined, 1]], 1],
    [[[0.5, 1], [1, 0]], 0.5],
    [[[0, 1]], 0],
    [[[0.4, 0]], undefined],
    [[[0.4, -1]], undefined],
    [[[0.4, NaN]], undefined],
    [[[undefined, 1]], undefined],
    [[], undefined],
    [[[0.1, 1], [0.2, 1], [0.3, 1]], 0.2],
    [[[1, 1e308], [0, 1e308]], 0.5],
    [[[0.5, 5e-324]], 0.5],
  ])('of %j (score, weight) is %s', (parts, wanted) => {
    expect(meanOf(parts)).toBe(wanted);
  });

  const part = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }).map(toScore), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }));

  test('lies between the least and the greatest score that weigh anything', () => {
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const mean = meanOf(parts);
        const scores = parts.filter(([, weight]) => weight > 0).map(([score]) => score);
        if (scores.length === 0) return mean === undefined;
        return mean !== undefined && mean >= Math.min(...scores) - 1e-9 && mean <= Math.max(...scores) + 1e-9;
      }),
    );
  });

  test('of equal scores is that score, whatever the weights', () => {
    fc.assert(fc.property(fc.array(part, { minLength: 1 }), fc.constantFrom(0, 0.1, 0.7, 1), (parts, score) => {
      fc.pre(parts.some(([, weight]) => weight > 0));
      expect(meanOf(parts.map(([, weight]) => [score, weight]))).toBe(score);
    }));
  });
});

describe('children before parents', () => {
  const arranged = (parents: number[]) => {
    const { order, circle } = childrenFirst(parents);
    return { order: [...order].sort(), circle: [...circle] };
  };

  test.each<[string, number[], number[], number[]]>([
    ['nobody', [], [], []],
    ['a chain', [1, 2, -1], [0, 1, 2], []],
    ['itself', [0], [], [0]],
    ['each other', [1, 0], [], [0, 1]],
    ['three in a circle', [1, 2, 0], [], [0, 1, 2]],
    ['a circle with a tree hanging on it', [0, 0, 1, -1], [1, 2, 3], [0]],
  ])('%s: who is in a circle is told from who leads into one', (_, parents, order, circle) => {
    expect(arranged(parents)).toEqual({ order, circle });
  });

  test('every child outside a circle comes before its parent, and each index comes once', () => {
    const parents = fc.nat(30).chain((count) => fc.array(fc.integer({ min: -1, max: Math.max(count - 1, -1) }), { minLength: count, maxLength: count }));
    fc.assert(
      fc.property(parents, (parents) => {
        const { order, circle } = childrenFirst(parents);
        expect([...order, ...circle].sort((a, b) => a - b)).toEqual(parents.map((_, index) => index));
        for (const child of order) {
          const parent = parents[child] ?? -1;
          if (parent >= 0 && !circle.has(parent)) expect(order.indexOf(child)).toBeLessThan(order.indexOf(parent));
        }
        for (const member of circle) expect(circle.has(parents[member] ?? -1)).toBe(true);
      }),
    );
  });
});
