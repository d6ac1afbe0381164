/** Health of KPIs at the edges of the watch band, and the day of the next measurement. */
import { describe, expect, test } from 'vitest';
import type { Frequency, Measure } from '../../src/model/words';
import { kpiHealth } from '../../src/rules/kpi';
import { addMonths, nextDue } from '../../src/rules/kpis';
import { day } from '../examples/okrs';

const _ = undefined;

describe('health', () => {
  test.each<[Measure | undefined, number | undefined, number | undefined, string]>([
    ['At least', 95, 95, 'Healthy'],
    ['At least', 95, 94.9, 'Watch'],
    ['At least', 95, 85.5, 'Watch'],
    ['At least', 95, 85.4, 'Unhealthy'],
    [_, 95, 96, 'Healthy'],
    [_, 95, 80, 'Unhealthy'],
    ['Increase', 95, 90, 'Watch'],
    ['At most', 2, 2, 'Healthy'],
    ['At most', 2, 2.2, 'Watch'],
    ['At most', 2, 2.21, 'Unhealthy'],
    ['Decrease', 2, 1, 'Healthy'],
    ['At least', 0.3, 0.27, 'Watch'],
    ['At least', 0.3, 0.1 + 0.2, 'Healthy'],
    ['At most', 0, 0, 'Healthy'],
    ['At most', 0, 1, 'Unhealthy'],
    ['At least', -10, -11, 'Watch'],
    ['At least', -10, -11.1, 'Unhealthy'],
    ['At least', 1e308, -1e308, 'Unhealthy'],
    ['At least', 95, _, 'No data'],
    ['At least', _, 5, 'No data'],
    ['Milestone', _, 1, 'Healthy'],
    ['Milestone', _, 0.9, 'Unhealthy'],
    ['Milestone', _, _, 'No data'],
  ])('%s, target %s, current %s: %s', (measure, target, current, health) => {
    expect(kpiHealth(measure, target, current)).toBe(health);
  });

  test('the watch band is a setting', () => {
    expect(kpiHealth('At least', 100, 96, 0.05)).toBe('Watch');
    expect(kpiHealth('At least', 100, 94, 0.05)).toBe('Unhealthy');
    expect(kpiHealth('At least', 100, 99.9, 0)).toBe('Unhealthy');
  });
});

describe('the next measurement', () => {
  test.each<[string | undefined, Frequency | undefined, string | undefined]>([
    ['2026-11-01', 'Daily', '2026-11-02'],
    ['2026-12-31', 'Daily', '2027-01-01'],
    ['2026-02-25', 'Weekly', '2026-03-04'],
    ['2026-01-31', 'Monthly', '2026-02-28'],
    ['2024-01-31', 'Monthly', '2024-02-29'],
    ['2026-02-28', 'Monthly', '2026-03-28'],
    ['2026-03-31', 'Monthly', '2026-04-30'],
    ['2026-12-15', 'Monthly', '2027-01-15'],
    ['2026-11-30', 'Quarterly', '2027-02-28'],
    ['2026-05-31', 'Quarterly', '2026-08-31'],
    ['2024-02-29', 'Yearly', '2025-02-28'],
    ['2026-11-01', undefined, undefined],
    [undefined, 'Monthly', '2026-01-01'],
    [undefined, undefined, undefined],
  ])('after %s, %s, is on %s', (measuredOn, frequency, wanted) => {
    expect(nextDue({ measuredOn: measuredOn === undefined ? undefined : day(measuredOn), frequency, from: day('2026-01-01') })).toBe(wanted);
  });

  test('never measured and without a time frame it is nowhere', () => {
    expect(nextDue({ measuredOn: undefined, frequency: 'Monthly', from: undefined })).toBeUndefined();
  });

  test.each([
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-11-30', 1, '2026-12-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-12-31', 0, '2026-12-31'],
    ['2026-11-30', 13, '2027-12-30'],
  ])('%s and %i months more is %s', (from, months, wanted) => {
    expect(addMonths(day(from), months)).toBe(wanted);
  });
});
