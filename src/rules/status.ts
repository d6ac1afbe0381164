/** Which of the six statuses a score deserves on a day. */
import type { Score } from '../model/units';
import { toScore } from '../model/units';
import type { Kind, Status } from '../model/words';
import { ASPIRATIONAL_SHARE } from './expected';

/** How far the score may lie below the expected one. Peers use 0.05 to 0.25 for the first and 0.10 to 0.40 for the second. */
export const ON_TRACK_GAP = 0.1;
export const AT_RISK_GAP = 0.25;

/** Two weeks: users ask to see what was not touched for that long. */
export const CHECK_IN_DAYS = 14;

/** Confidence at or below this lowers On track: red is 1, yellow is 3. */
export const LOW_CONFIDENCE = 2;

export interface Standing {
  readonly score: Score | undefined;
  readonly expected: number;
  readonly confidence?: number | undefined;
  readonly daysSinceCheckIn?: number | undefined;
  readonly kind?: Kind;
  /** The as-of day lies before the start. */
  readonly beforeStart?: boolean;
  /** The as-of day lies after the due day. */
  readonly afterDue?: boolean;
}

export interface Thresholds {
  readonly onTrackGap: number;
  readonly atRiskGap: number;
  readonly checkInDays: number;
}

export const THRESHOLDS: Thresholds = { onTrackGap: ON_TRACK_GAP, atRiskGap: AT_RISK_GAP, checkInDays: CHECK_IN_DAYS };

/**
 * The gap is score minus expected: 0.45 against 0.50 is -0.05 and On track, 0.30 is -0.20 and At risk, 0.20 is -0.30 and Off track; the
 * thresholds themselves still belong to the better side. Complete is 1, or 0.7 once the due day of an aspirational one has passed.
 * Confidence of 1 or 2, or a check-in longer ago than allowed, lowers On track to At risk and never raises anything: an old number never looks green.
 */
export function status(standing: Standing, thresholds: Thresholds = THRESHOLDS): Status {
  const { score, expected } = standing;
  if (score !== undefined && score >= wholeScore(standing)) return 'Complete';
  if (standing.beforeStart) return 'Not started';
  if (score === undefined) return 'No data';
  // How far it is behind, as a share held within 0..1 and without decimal noise; being ahead counts as 0.
  const behind = toScore(expected - score);
  if (behind > thresholds.atRiskGap) return 'Off track';
  if (behind > thresholds.onTrackGap) return 'At risk';
  return isDoubted(standing, thresholds) ? 'At risk' : 'On track';
}

/** Without days there is no plan to hold a score against: only what is whole or missing can be told. */
export function statusWithoutPlan(score: Score | undefined): Status | undefined {
  if (score === undefined) return 'No data';
  return score >= 1 ? 'Complete' : undefined;
}

function wholeScore({ kind, afterDue }: Standing): number {
  return kind === 'Aspirational' && afterDue ? ASPIRATIONAL_SHARE : 1;
}

function isDoubted({ confidence, daysSinceCheckIn }: Standing, { checkInDays }: Thresholds): boolean {
  return (confidence !== undefined && confidence <= LOW_CONFIDENCE) || (daysSinceCheckIn !== undefined && daysSinceCheckIn > checkInDays);
}

/** From best to worst, for an objective that takes the status of its worst key result; what has no data or has not begun says nothing. */
const SEVERITY: readonly Status[] = ['Complete', 'On track', 'At risk', 'Off track'];

/** On track, Off track, No data gives Off track; nothing that says anything gives undefined. */
export function worst(statuses: readonly Status[]): Status | undefined {
  const rank = Math.max(-1, ...statuses.map((one) => SEVERITY.indexOf(one)));
  return SEVERITY[rank];
}
