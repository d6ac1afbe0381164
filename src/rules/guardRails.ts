/** Guard-rails: a key result is not shown as on track while a KPI that is paired with it is unhealthy. */
import type { Findings } from '../model/finding';
import type { KeyResult, Kpi } from '../model/okr';
import type { KeyResultConclusion } from './keyResults';
import type { KpiConclusion } from './kpis';

/** The first unhealthy KPI of each key result, by the id that its row names. */
export type Guards = ReadonlyMap<string, Kpi>;

export function guardsOf(kpis: readonly KpiConclusion[]): Guards {
  const guards = new Map<string, Kpi>();
  for (const { kpi, health } of kpis) if (health === 'Unhealthy' && kpi.linkedTo !== '' && !guards.has(kpi.linkedTo)) guards.set(kpi.linkedTo, kpi);
  return guards;
}

/**
 * Orders rise as planned, 62 of 80, while the KPI “Orders that come back, at most 8 %” stands at 14: the key result is at risk, not on track, since
 * the number may have been bought with what the KPI watches. Only On track is lowered. A KPI that feeds the key result is the very figure that the
 * score judges already, and no guard-rail, or a key result could not be on track before its last day.
 */
export function guarded(one: KeyResultConclusion, guards: Guards, findings?: Findings): KeyResultConclusion {
  const { id, row } = one.keyResult;
  const kpi = one.status === 'On track' ? guards.get(id) : undefined;
  if (!kpi || feeds(kpi, one.keyResult)) return one;
  findings?.add('guardRail', row, 'status', { kpi: kpi.id === '' ? kpi.kpi : kpi.id });
  return { ...one, status: 'At risk' };
}

/**
 * Cells do not tell which formula they hold, so a KPI that feeds is known by saying the same: its value, and its target or its unit too. Stock of 106
 * days with 90 as the target in both is one figure; 50 orders beside 50 complaints are two.
 */
function feeds({ current, target, unit }: Kpi, keyResult: KeyResult): boolean {
  return current === keyResult.current && (target === keyResult.target || (unit !== '' && unit === keyResult.unit));
}
