/** The score that the plan asks for on a day. */
import { daysBetween, type Day } from '../model/day';
import type { Checkpoint } from '../model/okr';
import { toScore, type Score } from '../model/units';
import type { Kind } from '../model/words';

/** An aspirational objective is well done at 0.7 (re:Work: 0.6 to 0.7 is the sweet spot), so its plan asks for 0.7 on the last day. */
export const ASPIRATIONAL_SHARE = 0.7;

/** The way a plan's values are read: 20 between start 0 and target 100 is the share 0.2. */
export interface PlanScale {
  readonly plan: readonly Checkpoint[];
  readonly start: number;
  readonly target: number;
}

/**
 * 0 before the start, 1 from the due day on, between them by whole days: from 1 to 11 January, 6 January is 5 / 10 = 0.5.
 * With checkpoints the line bends through them: from 1 October to 31 December and 0 to 100, `2026-10-31: 20` makes 31 October
 * 0.2 and 15 October 14 / 30 * 0.2 = 0.093. Aspirational asks for 0.7 of all that.
 */
export function expected(start: Day, due: Day, asOf: Day, kind: Kind, scale?: PlanScale): Score {
  const share = kind === 'Aspirational' ? ASPIRATIONAL_SHARE : 1;
  return toScore(share * toScore(shareOfPlan(start, due, asOf, scale)));
}

function shareOfPlan(start: Day, due: Day, asOf: Day, scale: PlanScale | undefined): number {
  if (asOf >= due) return 1;
  if (asOf <= start) return 0;
  let from = start;
  let reached = 0;
  for (const { day, value } of scale && scale.start !== scale.target ? scale.plan : []) {
    if (day <= from || day >= due) continue; // start and due day have their shares already
    const share = (value - scale!.start) / (scale!.target - scale!.start);
    if (asOf <= day) return between(from, reached, day, share, asOf);
    from = day;
    reached = share;
  }
  return between(from, reached, due, 1, asOf);
}

function between(from: Day, low: number, to: Day, high: number, asOf: Day): number {
  return low + ((high - low) * daysBetween(from, asOf)) / daysBetween(from, to);
}
