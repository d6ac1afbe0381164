/** Whether a health figure is where it should be. */
import { reaches } from '../model/units';
import type { Health, Measure } from '../model/words';

/** A KPI that misses its target by no more than this share of it is watched, not yet unhealthy. */
export const WATCH_BAND = 0.1;

/**
 * Healthy once the target is reached, Watch while it is missed by at most a tenth of it, else Unhealthy: at least 95 with 90 is a miss of 5, within
 * 9.5, so Watch; 80 is Unhealthy. At most (and Decrease) looks the other way; a milestone is healthy when done. No measure reads as At least.
 */
export function kpiHealth(measure: Measure | undefined, target: number | undefined, current: number | undefined, band = WATCH_BAND): Health {
  if (current === undefined) return 'No data';
  if (measure === 'Milestone') return current >= 1 ? 'Healthy' : 'Unhealthy';
  if (target === undefined) return 'No data';
  const sign = measure === 'At most' || measure === 'Decrease' ? -1 : 1;
  if (reaches(sign * current, sign * target)) return 'Healthy';
  return reaches(sign * current + band * Math.abs(target), sign * target) ? 'Watch' : 'Unhealthy';
}
