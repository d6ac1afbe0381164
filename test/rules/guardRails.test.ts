/** What an unhealthy KPI does to the key result that it is paired with: it is never shown as on track, and nothing else changes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/model/finding';
import { HEALTHS, STATUSES } from '../../src/model/words';
import { pictureOf } from '../../src/rules/changes';
import { guarded, guardsOf } from '../../src/rules/guardRails';
import { concludeKpis, type KpiConclusion } from '../../src/rules/kpis';
import { checkIn, concluded, day, keyResult, kpi, objective, scored, settings } from '../examples/okrs';

const paired = (health: KpiConclusion['health'], change: Parameters<typeof kpi>[0] = {}): KpiConclusion => ({ kpi: kpi({ linkedTo: 'O1.1', current: 80, ...change }), health, nextDue: undefined });

describe('a key result on track', () => {
  const onTrack = scored('O1', 0.6, { status: 'On track' });

  test('is at risk while its paired KPI is unhealthy, and says which one', () => {
    const findings = new Findings('keyResults');
    expect(guarded(onTrack, guardsOf([paired('Unhealthy')]), findings)).toEqual({ ...onTrack, status: 'At risk' });
    expect(findings.all()).toEqual([{ code: 'guardRail', table: 'keyResults', row: 3, column: 'status', facts: { kpi: 'K1' } }]);
  });

  test('is named after the text of a KPI that has no id', () => {
    const findings = new Findings('keyResults');
    guarded(onTrack, guardsOf([paired('Unhealthy', { id: '' })]), findings);
    expect(findings.all()[0]?.facts).toEqual({ kpi: 'Uptime' });
  });

  test.each(HEALTHS.filter((health) => health !== 'Unhealthy'))('stays on track with a KPI that is %s', (health) => {
    expect(guarded(onTrack, guardsOf([paired(health)]))).toBe(onTrack);
  });

  test.each([
    ['and target', { current: 50, target: 100, unit: 'stars' }],
    ['and unit', { current: 50, target: 99, unit: '%' }],
  ])('stays on track when the KPI shows its own value %s: the score judges that figure already', (_, change) => {
    const own = { ...onTrack, keyResult: { ...onTrack.keyResult, unit: '%' } };
    expect(guarded(own, guardsOf([paired('Unhealthy', change)]))).toBe(own);
  });

  test('is at risk also when an unhealthy KPI stands at the same number by chance', () => {
    expect(guarded(onTrack, guardsOf([paired('Unhealthy', { current: 50, target: 99, unit: '' })])).status).toBe('At risk');
  });

  test('does not mind the KPIs of others', () => {
    expect(guarded(onTrack, guardsOf([paired('Unhealthy', { linkedTo: 'O1.2' }), paired('Unhealthy', { linkedTo: '' })]))).toBe(onTrack);
  });
});

test('whatever the status, an unhealthy KPI only ever turns On track into At risk, and never the score', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STATUSES, undefined), fc.constantFrom(...HEALTHS), (status, health) => {
      const before = scored('O1', 0.6, { status });
      const after = guarded(before, guardsOf([paired(health)]));
      expect(after).toEqual({ ...before, status: status === 'On track' && health === 'Unhealthy' ? 'At risk' : status });
    }),
  );
});

describe('on an earlier day', () => {
  const objectives = [objective()];
  const keyResults = [keyResult({ current: 60 })];
  // O1.1 was checked in at 50 of 100 on 10 November, 41 days into 91: expected 0.45, on track by its score.
  const checkIns = [checkIn({ day: day('2026-11-10'), value: 50 })];
  const told = (kpis: readonly KpiConclusion[], log = checkIns) => ({
    objectives: concluded(objectives, []).conclusions, keyResults: keyResults.map((one) => ({ ...scored('O1', 0.6), keyResult: one })), checkIns: log, settings: settings(), kpis,
  });
  const statusThen = (kpis: readonly KpiConclusion[], log = checkIns) => pictureOf(day('2026-11-11'), told(kpis, log)).keyResults[0]?.status;

  test('a KPI counts as it was logged then: unhealthy at 80 of at least 99, healthy at 99.5', () => {
    const logged = (value: number) => [...checkIns, checkIn({ day: day('2026-11-11'), keyResultId: 'K1', value, row: 4 })];
    expect(statusThen([], logged(80))).toBe('On track');
    expect(statusThen([paired('Healthy', { current: 99.5 })], logged(80))).toBe('At risk');
    expect(statusThen([paired('Unhealthy')], logged(99.5))).toBe('On track');
  });

  test('a KPI that was not logged counts as it is now, so that nothing seems to have changed', () => {
    expect(statusThen([paired('Unhealthy')])).toBe('At risk');
  });
});

describe('a measurement', () => {
  const codes = (change: Parameters<typeof kpi>[0]): string[] => {
    const findings = new Findings('kpis');
    concludeKpis({ kpis: [kpi(change)], keyResults: undefined, settings: settings(), findings });
    return findings.all().map(({ code, facts }) => `${code} ${String(facts['day'])}`);
  };
  test.each([
    ['weekly, last on 8 November, is due on the 15th', { frequency: 'Weekly', measuredOn: day('2026-11-08') }, []],
    ['weekly, last on 7 November, was due on the 14th', { frequency: 'Weekly', measuredOn: day('2026-11-07') }, ['measurementOverdue 2026-11-14']],
    ['monthly, never done, was due on the first day', { measuredOn: undefined, from: day('2026-10-01') }, ['measurementOverdue 2026-10-01']],
    ['of a time frame that is over is due no more', { frequency: 'Weekly', measuredOn: day('2026-11-03'), to: day('2026-11-09') }, []],
  ] as const)('%s', (_name, change, wanted) => {
    expect(codes(change)).toEqual(wanted);
  });
});
