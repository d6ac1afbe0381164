/** When a key result is due for a check-in: on the day of a review, in a reminder, and how many reviews its owner let pass. */
import { daysBetween, type Day } from '../model/day';
import type { CheckIn, KeyResult, Objective, Settings } from '../model/okr';
import { dayOf, type LocalMoment } from '../model/schedule';
import type { KeyResultConclusion } from './keyResults';

/** With 14 days: last checked in on 1 November it is due on the 16th, on the 15th not yet; never checked in, it is due from its start on. */
export function isDueOn(day: Day, last: Day | undefined, start: Day | undefined, checkInDays: number): boolean {
  return last === undefined ? start === undefined || start <= day : daysBetween(last, day) > checkInDays;
}

/** The workbook's part in it. */
export interface Reviewed {
  readonly objectives: readonly { readonly objective: Objective }[];
  readonly keyResults: readonly KeyResultConclusion[];
  /** In the order of their moments. */
  readonly checkIns: readonly CheckIn[];
  readonly settings: Settings;
}

/** A key result that is due, and how many of the reviews before it passed without a check-in though it was due at them. */
export interface DueKeyResult {
  readonly conclusion: KeyResultConclusion;
  readonly missed: number;
}

/** When an owner was asked last, and the days of the reviews that asked this owner before. */
export interface Asked {
  readonly last: LocalMoment | undefined;
  readonly reviews: readonly Day[];
}

/**
 * Due today are key results that have begun, are not complete and have no check-in within `checkInDays`, nor one since the last time that their owner
 * was asked: with 7 days and a review on the first Monday of each month, a check-in of the 10th is good until the next first Monday.
 * Missed: with 14 days, last checked in on 1 October, the reviews of 12, 19 and 26 October found it due twice. All of it goes by `today`, also where the
 * figures are those of a pinned day: a check-in after that day is one.
 */
export function dueKeyResults({ objectives, keyResults, checkIns, settings }: Reviewed, today: Day, askedOf: (owner: string) => Asked): DueKeyResult[] {
  const last = new Map<string, CheckIn>();
  for (const one of checkIns) if (one.day <= today) last.set(one.keyResultId, one);
  const byId = new Map(objectives.map(({ objective }) => [objective.id, objective]));
  const due: DueKeyResult[] = [];
  for (const conclusion of keyResults) {
    const { keyResult, status } = conclusion;
    if (keyResult.id === '' || status === 'Complete' || status === 'Not started') continue;
    const newest = last.get(keyResult.id);
    const start = startOf(keyResult, byId.get(keyResult.objectiveId), settings);
    const isDue = (day: Day): boolean => isDueOn(day, newest?.day, start, settings.checkInDays);
    const asked = askedOf(conclusion.owner);
    if (!isDue(today) || (newest && asked.last !== undefined && isSince(newest, asked.last))) continue;
    due.push({ conclusion: { ...conclusion, lastCheckIn: newest?.day }, missed: asked.reviews.filter(isDue).length });
  }
  return due;
}

const startOf = (keyResult: KeyResult, objective: Objective | undefined, settings: Settings): Day | undefined =>
  keyResult.startDate ?? objective?.startDate ?? settings.cycleStart;

/** On the day itself only a check-in that tells its hour by the spreadsheet's clock can be told to be earlier. */
function isSince({ day, at }: CheckIn, asked: LocalMoment): boolean {
  if (day !== dayOf(asked)) return day > dayOf(asked);
  return !/^\d{4}-\d\d-\d\dT\d\d:\d\d(?!.*Z)/.test(at) || at.slice(0, 16) >= asked;
}
