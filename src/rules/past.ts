/** What closed cycles tell: average scores by team, discipline, objectives from cycle to cycle, and the score on any past day. */
import { addDays, daysBetween, type Day } from '../model/day';
import { Findings } from '../model/finding';
import type { CheckIn, KeyResult, Objective, Settings } from '../model/okr';
import type { PastRow } from '../model/past';
import type { Score } from '../model/units';
import { pictureOf, type Picture } from './changes';
import { keyResultConcluder } from './keyResults';
import { concludeObjectives } from './objectives';
import { WeightedMean } from './rollUp';

export interface PastCycle {
  readonly name: string;
  readonly start: Day | undefined;
  readonly end: Day | undefined;
  readonly score: Score | undefined;
  /** Share of the check-ins that were due. */
  readonly discipline: number | undefined;
  readonly teams: readonly { readonly team: string; readonly score: Score | undefined; readonly objectives: number }[];
  readonly objectives: readonly PastRow[];
}

/** An objective has itself as its objective. */
export const isObjective = ({ id, objectiveId }: PastRow): boolean => id === objectiveId;

/** In the order in which they were closed. */
export function pastCycles(rows: readonly PastRow[], checkIns: readonly CheckIn[], every: number): PastCycle[] {
  const byName = new Map<string, PastRow[]>();
  for (const row of rows) byName.set(row.cycle, [...(byName.get(row.cycle) ?? []), row]);
  return [...byName].map(([name, own]) => {
    const objectives = own.filter(isObjective);
    const days = own.flatMap(({ startDate, dueDate }) => (startDate && dueDate ? [startDate, dueDate] : [])).sort();
    const teams = [...new Set(objectives.map(({ team }) => team))].sort();
    return {
      name, objectives, start: days[0], end: days[days.length - 1],
      score: meanOf(objectives),
      discipline: disciplineOf(own.filter((row) => !isObjective(row)), checkIns, every),
      teams: teams.map((team) => ({ team, score: meanOf(objectives.filter((one) => one.team === team)), objectives: objectives.filter((one) => one.team === team).length })),
    };
  });
}

/** Weighted, of those that have a score: 0.9 of weight 2 and 0.3 make (1.8 + 0.3) / 3 = 0.7. */
function meanOf(rows: readonly PastRow[]): Score | undefined {
  const mean = new WeightedMean();
  for (const { score, weight } of rows) mean.add(score as Score | undefined, weight);
  return mean.value();
}

type Rhythm = Pick<PastRow, 'id' | 'startDate' | 'dueDate' | 'closedOn'>;

/**
 * A check-in is due in every span of `every` days from the start to the due day or the close, whichever comes first; a span that is cut short asks for
 * none. 2026-10-01 to 2026-12-31 has 92 days and six spans of 14; with check-ins in five of them, discipline is 5 / 6. Twice in one span counts once.
 */
export function disciplineOf(rows: readonly Rhythm[], checkIns: readonly CheckIn[], every: number): number | undefined {
  const days = new Map<string, Day[]>();
  for (const { keyResultId, day } of checkIns) days.set(keyResultId, [...(days.get(keyResultId) ?? []), day]);
  let [due, done] = [0, 0];
  for (const { id, startDate, dueDate, closedOn } of rows) {
    if (!startDate || !dueDate) continue;
    const end = closedOn && closedOn < dueDate ? closedOn : dueDate;
    const spans = Math.floor((daysBetween(startDate, end) + 1) / every);
    const kept = new Set((days.get(id) ?? []).map((day) => Math.floor(daysBetween(startDate, day) / every)).filter((span) => span >= 0 && span < spans));
    due += Math.max(0, spans);
    done += kept.size;
  }
  return due === 0 ? undefined : done / due;
}

/** The id under which a closed row goes on, from `Keep → O7`; '' when it does not. */
export const nextIdOf = ({ nextStep }: Pick<PastRow, 'nextStep'>): string => / → (\S+)$/.exec(nextStep)?.[1] ?? '';

/** Objectives from cycle to cycle, in the order of their beginnings: each chain is one aim under its ids. */
export function chainsOf(rows: readonly PastRow[]): PastRow[][] {
  const chains: PastRow[][] = [];
  const waiting = new Map<string, PastRow[]>();
  for (const row of rows.filter(isObjective)) {
    const chain = waiting.get(row.id) ?? [];
    if (chain.length === 0) chains.push(chain);
    chain.push(row);
    waiting.delete(row.id);
    if (nextIdOf(row) !== '') waiting.set(nextIdOf(row), chain);
  }
  return chains;
}

export interface Past {
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  readonly checkIns: readonly CheckIn[];
  readonly closed: readonly PastRow[];
  readonly settings: Settings;
}

/**
 * The score on a past day, recomputed from the log: what ran on that day, whether it is still in the tables or was closed since, with the check-ins up to
 * then. Targets, weights and days are the last ones known. A closed objective is made of its own key results; whom it supported is not kept.
 */
export function pictureOn(day: Day, past: Past): Picture {
  const running = past.closed.filter((row) => (row.startDate ?? '9999') <= day && day <= (row.dueDate ?? '') && (row.closedOn === undefined || day <= row.closedOn));
  const began = (start: Day | undefined, due: Day | undefined): boolean => (start ?? past.settings.cycleStart ?? day) <= day && day <= (due ?? past.settings.cycleEnd ?? day);
  const byId = new Map(past.objectives.map((one) => [one.id, one]));
  const objectives = [...past.objectives.filter((one) => began(one.startDate, one.dueDate)), ...running.filter(isObjective).map(objectiveOf)];
  const keyResults = [
    ...past.keyResults.filter((one) => {
      const objective = byId.get(one.objectiveId);
      return began(one.startDate ?? objective?.startDate, one.dueDate ?? objective?.dueDate);
    }),
    ...running.filter((row) => !isObjective(row)).map(keyResultOf),
  ];
  const settings = { ...past.settings, asOf: day };
  const conclude = keyResultConcluder({ objectives, checkIns: past.checkIns, settings });
  const concluded = keyResults.map(conclude);
  const told = { keyResults: concluded, objectives: concludeObjectives({ objectives, keyResults: concluded, settings, findings: new Findings('objectives') }) };
  return pictureOf(day, { ...told, checkIns: past.checkIns, settings });
}

/** Of all that ran on a day. */
export function scoreOf({ objectives }: Picture): Score | undefined {
  const mean = new WeightedMean();
  for (const { score, objective } of objectives) mean.add(score, objective.weight);
  return mean.value();
}

function objectiveOf({ row, id, text, team, kind, weight, startDate, dueDate }: PastRow): Objective {
  return { row, id, objective: text, level: undefined, team, owner: '', parent: '', kind: kind ?? 'Committed', priority: undefined, weight, startDate, dueDate };
}

function keyResultOf({ row, id, objectiveId, text, measure, start, target, final, reading, weight, startDate, dueDate }: PastRow): KeyResult {
  return {
    row, id, objectiveId, keyResult: text, owner: '', measure, unit: '', start, target, current: final, unreadable: false, confidence: undefined, weight, startDate, dueDate,
    plan: [], reading: reading ?? 'last',
  };
}

/** Days to choose from are at most yesterday. */
export const dayBefore = (day: Day): Day => addDays(day, -1);
