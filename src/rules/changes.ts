/** The workbook as it stood on an earlier day, told by its check-ins, and how today compares with it. */
import type { Day } from '../model/day';
import { Findings } from '../model/finding';
import type { CheckIn, Settings } from '../model/okr';
import type { Score } from '../model/units';
import { currentFrom } from './current';
import { guarded, guardsOf } from './guardRails';
import { keyResultConcluder, type KeyResultConclusion } from './keyResults';
import { kpiHealth } from './kpi';
import type { KpiConclusion } from './kpis';
import { concludeObjectives, type ObjectiveConclusion } from './objectives';
import { WeightedMean } from './rollUp';

/** The scored rows of one day, in the order of the sheets. */
export interface Picture {
  readonly objectives: readonly ObjectiveConclusion[];
  readonly keyResults: readonly KeyResultConclusion[];
}

export interface Told extends Picture {
  /** In the order of their moments. */
  readonly checkIns: readonly CheckIn[];
  readonly settings: Settings;
  /** Those that may be guard-rails of key results. */
  readonly kpis?: readonly KpiConclusion[];
}

export interface Comparison {
  readonly since: Day;
  /** The day as its check-ins tell it. */
  readonly then: Picture;
  /** The same two days, without the key results that have a score on only one of them. */
  readonly same: { readonly then: Picture; readonly now: Picture };
  /** How many key results have a score on both days. */
  readonly compared: number;
}

/**
 * A current value is what the check-ins up to that day make by the key result's reading, the confidence is the last one given by then: with
 * values 10 on 1 October, 30 on 1 November and 40 on 1 December, 15 November has 30 as `last`, 40 as `sum` and 20 as `average`. From 0 to 100
 * read as `last` that is a score of 0.3. A key result without a check-in by then had no score that anybody knows, which is not zero.
 * Starts, targets, weights and days are those of today: what was asked for may have changed, but only today's plan is in the sheets.
 */
export function pictureOf(day: Day, { objectives, keyResults, checkIns, settings, kpis = [] }: Told): Picture {
  const known = checkIns.filter((checkIn) => checkIn.day <= day);
  const byKeyResult = new Map<string, CheckIn[]>();
  for (const checkIn of known) {
    const own = byKeyResult.get(checkIn.keyResultId);
    if (own) own.push(checkIn);
    else byKeyResult.set(checkIn.keyResultId, [checkIn]);
  }
  const goals = objectives.map((one) => one.objective);
  const settingsThen = { ...settings, asOf: day };
  const conclude = keyResultConcluder({ objectives: goals, checkIns: known, settings: settingsThen });
  const guards = guardsOf(kpis.map((one) => healthThen(one, byKeyResult.get(one.kpi.id) ?? [], settings)));
  const concluded = keyResults.map(({ keyResult }) => {
    const own = byKeyResult.get(keyResult.id) ?? [];
    const confidence = own.reduce<number | undefined>((last, checkIn) => checkIn.confidence ?? last, undefined);
    return guarded(conclude({ ...keyResult, current: currentFrom(own, keyResult.reading), confidence }), guards);
  });
  return rolledUp(objectives, concluded, settingsThen);
}

/** A KPI whose value of that day was not logged is taken as it is now: nobody can say since when. */
function healthThen(now: KpiConclusion, logged: readonly CheckIn[], settings: Settings): KpiConclusion {
  const current = currentFrom(logged, 'last');
  if (current === undefined || now.kpi.unreadable) return now;
  const kpi = { ...now.kpi, current };
  return { ...now, kpi, health: kpiHealth(kpi.measure, kpi.target, current, settings.kpiWatchBand) };
}

/**
 * Only like is held against like: with one key result at 0.2 then and 0.4 now, and a second one that got its first value of 0.9 in between, the
 * objective has gone from 0.2 to 0.4 and not to 0.65. Undefined when the day is not before the as-of day.
 */
export function compare(now: Told, since: Day): Comparison | undefined {
  const { asOf } = now.settings;
  if (asOf === undefined || since >= asOf) return undefined;
  const then = pictureOf(since, now);
  const isOnBoth = now.keyResults.map((one, index) => one.score !== undefined && then.keyResults[index]?.score !== undefined);
  const restricted = (picture: Picture, settings: Settings): Picture => {
    const keyResults = picture.keyResults.map((one, index) => (isOnBoth[index] ? one : { ...one, score: undefined }));
    return rolledUp(now.objectives, keyResults, settings);
  };
  return {
    since,
    then,
    same: { then: restricted(then, { ...now.settings, asOf: since }), now: restricted(now, now.settings) },
    compared: isOnBoth.filter(Boolean).length,
  };
}

/** What was wrong with the rows is told by the workbook itself, so the findings of this pass go nowhere. */
function rolledUp(objectives: readonly ObjectiveConclusion[], keyResults: readonly KeyResultConclusion[], settings: Settings): Picture {
  const goals = objectives.map((one) => one.objective);
  return { objectives: concludeObjectives({ objectives: goals, keyResults, settings, findings: new Findings('objectives') }), keyResults };
}

/** From which score to which. */
export interface Move {
  readonly from: Score;
  readonly to: Score;
}

/** How the weighted mean of some objectives moved; undefined when none of them can be compared. */
export function moveOf({ same }: Comparison, isMeant: (one: ObjectiveConclusion) => boolean): Move | undefined {
  const mean = (picture: Picture): Score | undefined => {
    const score = new WeightedMean();
    for (const one of picture.objectives) if (isMeant(one)) score.add(one.score, one.objective.weight);
    return score.value();
  };
  const [from, to] = [mean(same.then), mean(same.now)];
  return from === undefined || to === undefined ? undefined : { from, to };
}
