/** The six statuses: thresholds exactly at their edges, doubt, days, kinds and the order of the rules. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toScore } from '../../src/model/units';
import { STATUSES } from '../../src/model/words';
import { status, THRESHOLDS, worst, type Standing } from '../../src/rules/status';

const standing = (score: number | undefined, expected: number, change: Partial<Standing> = {}) =>
  status({ score: score === undefined ? undefined : toScore(score), expected, ...change });

describe('the gap between score and expected', () => {
  test.each([
    [0.5, 0.5, 'On track'],
    [0.9, 0.5, 'On track'],
    [0.4, 0.5, 'On track'],
    [0.399999, 0.5, 'At risk'],
    [0.2, 0.3, 'On track'],
    [0.8, 0.9, 'On track'],
    [0.3, 0.5, 'At risk'],
    [0.25, 0.5, 'At risk'],
    [0.45, 0.7, 'At risk'],
    [0.05, 0.3, 'At risk'],
    [0.249999, 0.5, 'Off track'],
    [0, 0.5, 'Off track'],
    [0, 0, 'On track'],
    [0.999, 1, 'On track'],
    [1, 0.5, 'Complete'],
    [1, 0, 'Complete'],
  ])('%d against %d is %s', (score, expected, wanted) => {
    expect(standing(score, expected)).toBe(wanted);
  });

  test('of exactly 0.10 is on track and of exactly 0.25 at risk, wherever decimal noise would push it over', () => {
    const hundredths = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
    expect(hundredths(0, 90).filter((score) => standing(score / 100, (score + 10) / 100) !== 'On track')).toEqual([]);
    expect(hundredths(0, 75).filter((score) => standing(score / 100, (score + 25) / 100) !== 'At risk')).toEqual([]);
  });

  test('its thresholds are settings, and belong to the better side', () => {
    const thresholds = { ...THRESHOLDS, onTrackGap: 0.05, atRiskGap: 0.2 };
    const at = (score: number) => status({ score: toScore(score), expected: 0.5 }, thresholds);
    expect([0.45, 0.449, 0.3, 0.299].map(at)).toEqual(['On track', 'At risk', 'At risk', 'Off track']);
  });
});

describe('doubt', () => {
  test.each([
    [{ confidence: 1 }, 'At risk'],
    [{ confidence: 2 }, 'At risk'],
    [{ confidence: 2.1 }, 'On track'],
    [{ confidence: 3 }, 'On track'],
    [{ daysSinceCheckIn: 14 }, 'On track'],
    [{ daysSinceCheckIn: 15 }, 'At risk'],
    [{ confidence: 5, daysSinceCheckIn: 15 }, 'At risk'],
  ])('%o makes of On track: %s', (change, wanted) => {
    expect(standing(0.6, 0.5, change)).toBe(wanted);
  });

  test('lowers nothing else and raises nothing', () => {
    const doubts: Partial<Standing>[] = [{}, { confidence: 1 }, { confidence: 5 }, { daysSinceCheckIn: 99 }];
    expect(doubts.map((doubt) => standing(0.1, 0.5, doubt))).toEqual(Array(4).fill('Off track'));
    expect(doubts.map((doubt) => standing(0.3, 0.5, doubt))).toEqual(Array(4).fill('At risk'));
    expect(doubts.map((doubt) => standing(1, 0.5, doubt))).toEqual(Array(4).fill('Complete'));
    expect(doubts.map((doubt) => standing(undefined, 0.5, doubt))).toEqual(Array(4).fill('No data'));
  });
});

describe('days and kinds', () => {
  test.each<[number | undefined, Partial<Standing>, string]>([
    [undefined, {}, 'No data'],
    [undefined, { beforeStart: true }, 'Not started'],
    [0.3, { beforeStart: true }, 'Not started'],
    [1, { beforeStart: true }, 'Complete'],
    [0.7, { kind: 'Aspirational', afterDue: true }, 'Complete'],
    [0.699, { kind: 'Aspirational', afterDue: true }, 'On track'],
    [0.7, { kind: 'Aspirational', afterDue: false }, 'On track'],
    [1, { kind: 'Aspirational', afterDue: false }, 'Complete'],
    [0.7, { kind: 'Committed', afterDue: true }, 'On track'],
    [0.7, { kind: 'Aspirational', afterDue: true, confidence: 1, daysSinceCheckIn: 90 }, 'Complete'],
  ])('score %s with %o is %s', (score, change, wanted) => {
    expect(standing(score, 0.7, change)).toBe(wanted);
  });
});

test.each([
  [['On track', 'Off track', 'No data'], 'Off track'],
  [['Complete', 'At risk', 'On track'], 'At risk'],
  [['Complete', 'On track'], 'On track'],
  [['Complete', 'Not started'], 'Complete'],
  [['No data', 'Not started'], undefined],
  [[], undefined],
] as const)('the worst of %j is %s', (statuses, wanted) => {
  expect(worst(statuses)).toBe(wanted);
});

test('more score never makes a worse status', () => {
  const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
  const circumstances = fc.record({ confidence: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }), kind: fc.constantFrom('Committed' as const, 'Aspirational' as const), afterDue: fc.boolean() });
  fc.assert(
    fc.property(share, share, share, circumstances, (a, b, expected, change) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)].map((score) => STATUSES.indexOf(standing(score, expected, change)));
      expect(high).toBeLessThanOrEqual(low ?? NaN);
    }),
  );
});
