/** How far a key result is, 0 to 1, by its measure. */
import type { Measure } from '../model/words';
import { reaches, toScore, type Score } from '../model/units';

/** What keeps a key result from having a score although it has a current value. */
export type ScoreGap = 'missingStart' | 'missingTarget';

export type ScoreAnswer = { readonly score: Score } | { readonly gap: ScoreGap } | undefined;

/**
 * The score of one key result; `undefined` without a current value, because blank is not zero.
 *
 * Increase, Decrease or no measure: the way gone from start to target, (current - start) / (target - start), held within 0..1.
 * From 72 down to 60 with 66 reached that is (66 - 72) / (60 - 72) = -6 / -12 = 0.5, so a falling metric needs no rule of its own.
 * Start equal to target leaves no way to go: 1 once current has reached it, else 0.
 *
 * At least / At most: 1 once reached, the target itself included (95 of at least 95 is 1). Not reached, and with a start on the wrong
 * side: the way gone, at least 95 from 90 with 94 reached is 4 / 5 = 0.8. Without such a start there is no way to measure: 0.
 *
 * Milestone: current is already a share of the whole, 0 to 1.
 *
 * Peers that count from 0 when the start is blank show 89 % for a churn of 1.8 against a target of 1.6; here a blank start gives no score.
 */
export function score(
  start: number | undefined,
  target: number | undefined,
  current: number | undefined,
  measure: Measure | undefined,
): ScoreAnswer {
  if (current === undefined) return undefined;
  if (measure === 'Milestone') return { score: toScore(current) };
  if (target === undefined) return { gap: 'missingTarget' };
  if (measure === 'At least' || measure === 'At most') return { score: limitScore(start, target, current, measure) };
  if (start === undefined) return { gap: 'missingStart' };
  return { score: wayGone(start, target, current) };
}

function wayGone(start: number, target: number, current: number): Score {
  if (start === target) return toScore(reaches(current, target) ? 1 : 0);
  return toScore((current - start) / (target - start));
}

function limitScore(start: number | undefined, target: number, current: number, measure: 'At least' | 'At most'): Score {
  // At most is At least seen in a mirror.
  const sign = measure === 'At least' ? 1 : -1;
  if (reaches(sign * current, sign * target)) return toScore(1);
  const startsOnWrongSide = start !== undefined && sign * start < sign * target;
  return startsOnWrongSide ? wayGone(start, target, current) : toScore(0);
}

/** Whether the measure says the opposite of the numbers: `Increase` from 72 to 60 does, `Decrease` from 60 to 72 too. */
export function measureContradicts(start: number | undefined, target: number | undefined, measure: Measure | undefined): boolean {
  if (start === undefined || target === undefined) return false;
  return (measure === 'Increase' && target < start) || (measure === 'Decrease' && target > start);
}
