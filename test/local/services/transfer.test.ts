/** What may cross google.script.run. */
import fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { transfer } from '../../../src/local/services/transfer';

class Money {
  amount = 1;
}

describe('google.script.run', () => {
  it.each([
    ['a date', new Date(0)],
    ['a date inside', { rows: [[1, new Date(0)]] }],
    ['a function', () => 1],
    ['a function inside', { f: () => 1 }],
    ['an object of a class', new Money()],
    ['a map', new Map()],
    ['a typed array', new Uint8Array(1)],
    ['a pattern', /x/],
    ['a symbol', Symbol('x')],
    ['a big integer', 1n],
    ['not-a-number', { score: NaN }],
    ['infinity', [Infinity]],
  ])('refuses %s', (_what, value) => {
    expect(() => transfer(value)).toThrow(/Failed due to illegal value in property/);
  });

  it('refuses a circle, and names the place', () => {
    const circle: Record<string, unknown> = {};
    circle.inner = [circle];
    expect(() => transfer(circle)).toThrow(/property: inner\.0 \(a circular reference/);
  });

  it('lets the same object stand in two places', () => {
    const shared = { a: 1 };
    expect(transfer([shared, shared])).toEqual([{ a: 1 }, { a: 1 }]);
  });

  it('turns undefined into null in arrays and alone, and leaves it out of objects', () => {
    expect(transfer([1, undefined, 3])).toEqual([1, null, 3]);
    expect(transfer(undefined)).toBeNull();
    expect(transfer({ a: undefined, b: 2 })).toEqual({ b: 2 });
    // eslint-disable-next-line no-sparse-arrays
    expect(transfer([1, , 3])).toEqual([1, null, 3]);
  });

  it('takes plain objects of another frame', () => {
    expect(transfer(runInNewContext('({ a: [1, { b: "x" }] })'))).toEqual({ a: [1, { b: 'x' }] });
    expect(() => transfer(runInNewContext('({ a: new Date(0) })'))).toThrow(/illegal value/);
  });

  it('copies JSON values deeply and exactly', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        const copy = transfer(plain);
        expect(copy).toEqual(plain);
        expect(JSON.stringify(copy)).toBe(JSON.stringify(plain));
        if (typeof plain === 'object' && plain !== null) expect(copy).not.toBe(plain);
      }),
    );
  });
});
