/** What needs somebody's eye first, and why: off track before at risk, the largest gap first, then what has no value. */
import type { FormStart, KeyResultItem, ObjectiveItem } from '../../src/app/api';
import { toScore } from '../../src/model/units';
import { LOW_CONFIDENCE } from '../../src/rules/status';

export type Reason =
  | { readonly why: 'behind'; readonly gap: number }
  | { readonly why: 'unsure'; readonly confidence: number }
  | { readonly why: 'old'; readonly days: number }
  | { readonly why: 'noValue' };

export interface Attention {
  readonly item: KeyResultItem;
  readonly objective: ObjectiveItem;
  readonly reason: Reason;
}

type Limits = FormStart['statusLimits'];

/** Only those that a status calls for; at most so many. */
export function needAttention({ objectives, statusLimits }: Pick<FormStart, 'objectives' | 'statusLimits'>, most: number): Attention[] {
  const found = objectives.flatMap((objective) =>
    objective.keyResults.flatMap((item) => {
      const reason = reasonOf(item, statusLimits);
      return reason ? [{ item, objective, reason }] : [];
    }),
  );
  return found.sort((a, b) => urgency(b) - urgency(a)).slice(0, most);
}

/**
 * Off track is always for its gap; at risk may also come from low confidence or from an old check-in, by the limits of the settings: with a gap of
 * 0.08 it is behind where on_track_gap is 0.05, and there for another reason where it is 0.10.
 */
function reasonOf({ status, score, expected, confidence, daysSince }: KeyResultItem, { onTrackGap, checkInDays }: Limits): Reason | undefined {
  if (status === 'No data') return { why: 'noValue' };
  if (status !== 'Off track' && status !== 'At risk') return undefined;
  const gap = score === null || expected === null ? 0 : toScore(expected - score);
  if (status === 'Off track' || gap > onTrackGap) return { why: 'behind', gap };
  if (confidence !== null && confidence <= LOW_CONFIDENCE) return { why: 'unsure', confidence };
  return daysSince !== null && daysSince > checkInDays ? { why: 'old', days: daysSince } : { why: 'behind', gap };
}

const RANK = { 'Off track': 2, 'At risk': 1 } as const;

/** Status before gap: a rank counts more than any gap, which is at most 1. */
function urgency({ item, reason }: Attention): number {
  const rank = item.status === 'Off track' || item.status === 'At risk' ? RANK[item.status] : 0;
  return rank * 2 + (reason.why === 'behind' ? reason.gap : 0);
}
