/** Plans of checkpoints: what can be read, in which order, and which piece cannot. */
import { describe, expect, test } from 'vitest';
import { readPlan } from '../../src/model/plan';

describe('a plan', () => {
  test.each([
    ['2026-10-31: 20; 2026-11-30: 35', [['2026-10-31', 20], ['2026-11-30', 35]]],
    ['2026-11-30: 35; 2026-10-31: 20', [['2026-10-31', 20], ['2026-11-30', 35]]],
    ['2026-10-31:20', [['2026-10-31', 20]]],
    ['2026-10-31: 20\n2026-11-30: -3.5\n', [['2026-10-31', 20], ['2026-11-30', -3.5]]],
    ['2026-10-31: 20,5', [['2026-10-31', 20.5]]],
    [' ; ;', []],
    ['', []],
  ])('%j reads in the order of its days', (text, checkpoints) => {
    expect(readPlan(text)).toEqual({ checkpoints: checkpoints.map(([day, value]) => ({ day, value })) });
  });

  test.each([
    ['2026-10-31', '2026-10-31'],
    ['2026-10-31: ', '2026-10-31:'],
    ['2026-10-31: much', '2026-10-31: much'],
    ['2026-02-31: 5; 2026-03-31: 7', '2026-02-31: 5'],
    ['2026-10-31: 20; end: 3', 'end: 3'],
    ['2026-10-31: 20; 2026-10-31: 30', '2026-10-31: 30'],
    ['2026-10-31: Infinity', '2026-10-31: Infinity'],
    ['2026-10-31: 20 30', '2026-10-31: 20 30'],
  ])('%j names the piece %j that cannot be read', (text, unreadable) => {
    expect(readPlan(text)).toEqual({ unreadable });
  });
});
