/** What needs somebody's eye first, and why: off track before at risk, the largest gap first, then what has no value. */
import type { FormStart, KeyResultItem, ObjectiveItem } from '../../src/app/api';

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

/** A gap this small is no reason by itself; it is the add-on's usual limit for "on track". */
const SMALL_GAP = 0.1;
const LOW_CONFIDENCE = 2;

/** Only those that a status calls for; at most so many. */
export function needAttention({ objectives }: Pick<FormStart, 'objectives'>, most: number): Attention[] {
  const found = objectives.flatMap((objective) =>
    objective.keyResults.flatMap((item) => {
      const reason = reasonOf(item);
      return reason ? [{ item, objective, reason }] : [];
    }),
  );
  return found.sort((a, b) => urgency(b) - urgency(a)).slice(0, most);
}

/** Off track is always for its gap; at risk may also come from low confidence or from an old check-in. */
function reasonOf({ status, score, expected, confidence, daysSince }: KeyResultItem): Reason | undefined {
  if (status === 'No data') return { why: 'noValue' };
  if (status !== 'Off track' && status !== 'At risk') return undefined;
  const gap = score === null || expected === null ? 0 : expected - score;
  if (status === 'Off track' || gap > SMALL_GAP) return { why: 'behind', gap };
  if (confidence !== null && confidence <= LOW_CONFIDENCE) return { why: 'unsure', confidence };
  return daysSince === null ? { why: 'behind', gap } : { why: 'old', days: daysSince };
}

const RANK = { 'Off track': 2, 'At risk': 1 } as const;

/** Status before gap: a rank counts more than any gap, which is at most 1. */
function urgency({ item, reason }: Attention): number {
  const rank = item.status === 'Off track' || item.status === 'At risk' ? RANK[item.status] : 0;
  return rank * 2 + (reason.why === 'behind' ? reason.gap : 0);
}
