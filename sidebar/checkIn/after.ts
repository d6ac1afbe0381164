/** A key result as it stands right after a check-in, by the very rules of the sheet, without asking for everything anew. */
import type { CheckInSaved, CheckInStart, KeyResultItem } from '../../src/app/api';
import { daysBetween, toDay } from '../../src/model/day';
import { toScore } from '../../src/model/units';
import { needed } from '../../src/rules/needed';
import { status, statusWithoutPlan } from '../../src/rules/status';

/** 35 was At risk against an expected 0.56; 60 of 60 is Complete, and nothing is needed any more. What is expected depends on the days alone. */
export function afterCheckIn(item: KeyResultItem, saved: CheckInSaved['saved'], start: CheckInStart): KeyResultItem {
  const { current, confidence, lastCheckIn } = saved;
  const objective = start.objectives.find(({ id }) => id === item.objectiveId);
  const [asOf, due, last] = [toDay(start.asOf), toDay(item.dueDate || (objective?.dueDate ?? '')), toDay(lastCheckIn)];
  const score = saved.score === null ? undefined : toScore(saved.score);
  const daysSince = last && asOf ? Math.max(0, daysBetween(last, asOf)) : item.daysSince;
  const standing = {
    score,
    confidence: confidence ?? undefined,
    daysSinceCheckIn: daysSince ?? undefined,
    kind: objective?.kind ?? 'Committed',
    beforeStart: item.status === 'Not started',
    afterDue: asOf !== undefined && due !== undefined && asOf > due,
  };
  const now = item.expected === null ? statusWithoutPlan(score) : status({ ...standing, expected: item.expected }, start.thresholds);
  const isMissing = item.measure !== 'Milestone' && score !== undefined && score < 1 && current !== null && item.target !== null && asOf && due;
  const pace = isMissing ? needed(current, item.target ?? 0, due, asOf) : undefined;
  return { ...item, current, confidence, score: saved.score, status: now ?? '', needed: pace ?? null, lastCheckIn: lastCheckIn || item.lastCheckIn, daysSince };
}
