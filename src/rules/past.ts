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
  readonly teams: readonly PastTeam[];
  readonly objectives: readonly PastRow[];
}

export interface PastTeam {
  readonly team: string; // '' for objectives of no team
  readonly score: Score | undefined;
  readonly discipline: number | undefined;
  readonly objectives: number;
}

/** An objective has itself as its objective. */
export const isObjective = ({ id, objectiveId }: PastRow): boolean => id === objectiveId;

/** In the order in which they were closed. */
export function pastCycles(rows: readonly PastRow[], checkIns: readonly CheckIn[], every: number): PastCycle[] {
  const byName = new Map<string, PastRow[]>();
  for (const row of rows) byName.set(row.cycle, [...(byName.get(row.cycle) ?? []), row]);
  return [...byName].map(([name, own]) => {
    const objectives = own.filter(isObjective);
    const keyResults = own.filter((row) => !isObjective(row));
    const teamOf = new Map(objectives.map(({ id, team }) => [id, team]));
    const days = own.flatMap(({ startDate, dueDate }) => (startDate && dueDate ? [startDate, dueDate] : [])).sort();
    const teams = [...new Set(objectives.map(({ team }) => team))].sort();
    return {
      name, objectives, start: days[0], end: days[days.length - 1],
      score: meanOf(objectives),
      discipline: disciplineOf(keyResults, checkIns, every),
      teams: teams.map((team) => {
        const goals = objectives.filter((one) => one.team === team);
        const discipline = disciplineOf(keyResults.filter(({ objectiveId }) => teamOf.get(objectiveId) === team), checkIns, every);
        return { team, score: meanOf(goals), discipline, objectives: goals.length };
      }),
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

/** A team as it did in the cycles it took part in, in the order in which they were closed. */
export interface TeamLine {
  readonly team: string;
  readonly cycles: readonly (PastTeam & { readonly cycle: string })[];
}

/** Teams that were there in more than one cycle, by name; one cycle alone says nothing that the cycle itself does not. */
export function teamLines(cycles: readonly PastCycle[]): TeamLine[] {
  const byTeam = new Map<string, (PastTeam & { readonly cycle: string })[]>();
  for (const { name, teams } of cycles) for (const one of teams) byTeam.set(one.team, [...(byTeam.get(one.team) ?? []), { ...one, cycle: name }]);
  return [...byTeam].filter(([, own]) => own.length > 1).map(([team, own]) => ({ team, cycles: own })).sort((a, b) => (a.team < b.team ? -1 : 1));
}

export interface Past {
  /** The day that the sheets are computed for. */
  readonly asOf: Day;
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  readonly checkIns: readonly CheckIn[];
  readonly closed: readonly PastRow[];
  /** Rows of `closed` that left the sheets before their cycle ended. */
  readonly archived: readonly number[];
  readonly settings: Settings;
}

export interface DayPicture extends Picture {
  /** The sheets as they are: the as-of day itself. */
  readonly isToday: boolean;
  /** Objectives whose final scores are those of the history. */
  readonly closed: number;
  /** Of what the log has to tell: key results that ran, and those with a value checked in by then; the others count as not measured. */
  readonly logged: { readonly measured: number; readonly total: number };
}

/**
 * The score on a day, as the dashboard and History have it where they have one: on the as-of day the sheets as they are, from the day of the close on the
 * final scores, and on all other days what ran then with the check-ins up to it. With 40 of 100 in the sheet, 30 checked in on 1 November and a close at
 * 0.5 on 2 January: 0.3 on 1 November, 0.5 on 2 January, and 0.4 on the as-of day of the next cycle, checked in or not.
 * Targets, weights and days are the last ones known. Of a closed objective without a final score nothing but its own key results is known.
 */
export function pictureOn(day: Day, past: Past): DayPicture {
  if (day === past.asOf) return { ...concludedOn(day, past.objectives, past.keyResults, past), isToday: true, closed: 0, logged: { measured: 0, total: 0 } };
  const { live, closed } = runningOn(day, past);
  const ended = new Map(closed.filter(({ closedOn }) => closedOn !== undefined && closedOn <= day).map((row) => [row.id, row]));
  const goals = [...live.objectives, ...closed.filter(isObjective).map(objectiveOf)];
  const parts = [...live.keyResults, ...closed.filter((row) => !isObjective(row)).map(keyResultOf)];
  const then = pictureOf(day, { ...concludedOn(day, goals, parts, past), checkIns: past.checkIns, settings: past.settings });
  const final = <One extends { readonly score: Score | undefined }>(one: One, id: string): One => {
    const row = ended.get(id);
    return row ? { ...one, score: row.score as Score | undefined } : one;
  };
  const told = then.keyResults.filter(({ keyResult }) => !ended.has(keyResult.id));
  return {
    objectives: then.objectives.map((one) => final(one, one.objective.id)),
    keyResults: then.keyResults.map((one) => final(one, one.keyResult.id)),
    isToday: false,
    closed: [...ended.values()].filter(isObjective).length,
    logged: { measured: told.filter(({ keyResult }) => keyResult.current !== undefined).length, total: told.length },
  };
}

function concludedOn(day: Day, objectives: readonly Objective[], keyResults: readonly KeyResult[], past: Past): Picture {
  const settings = { ...past.settings, asOf: day };
  const concluded = keyResults.map(keyResultConcluder({ objectives, checkIns: past.checkIns, settings }));
  return { keyResults: concluded, objectives: concludeObjectives({ objectives, keyResults: concluded, settings, findings: new Findings('objectives') }) };
}

/**
 * What is still in the sheets and had begun, over or not, and what was closed since. An aim that was closed on 2 January and goes on under a new id from 1 January is
 * one aim: until the close it is the old one.
 */
function runningOn(day: Day, past: Past) {
  const { cycleStart } = past.settings;
  const spans = past.closed.filter((row) => (row.startDate ?? '9999') <= day && isClosedRowOn(day, row, past));
  const next = new Set(spans.filter(isObjective).map(nextIdOf).filter((id) => id !== ''));
  const began = (start: Day | undefined): boolean => (start ?? cycleStart ?? day) <= day;
  const byId = new Map(past.objectives.map((one) => [one.id, one]));
  return {
    closed: spans.filter((row) => !next.has(row.objectiveId)),
    live: {
      objectives: past.objectives.filter((one) => !next.has(one.id) && began(one.startDate)),
      keyResults: past.keyResults.filter((one) => !next.has(one.objectiveId) && began(one.startDate ?? byId.get(one.objectiveId)?.startDate)),
    },
  };
}

/** To the day of its close, late or not; closed early, to its last day, unless a later cycle has begun. What was archived on the way is gone on that day. */
function isClosedRowOn(day: Day, row: PastRow, { closed, objectives, archived, settings }: Past): boolean {
  const { closedOn, dueDate } = row;
  if (closedOn === undefined) return day <= (dueDate ?? '');
  if (day < closedOn) return true;
  if (archived.includes(row.row)) return false;
  if (day === closedOn) return true;
  if (day > (dueDate ?? '')) return false;
  const isLater = (start: Day | undefined): boolean => start !== undefined && start > (row.startDate ?? '9999') && start <= day;
  return !objectives.some((one) => isLater(one.startDate ?? settings.cycleStart)) && !closed.some((one) => one.cycle !== row.cycle && isLater(one.startDate));
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
