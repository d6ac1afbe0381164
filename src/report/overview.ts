/** The figures that stand first on the dashboard, in the sidebar and in mails: overall score, coverage, counts, days left. */
import { daysBetween } from '../model/day';
import type { Settings } from '../model/okr';
import { toScore, type Score } from '../model/units';
import { STATUSES, type Status } from '../model/words';
import type { KeyResultConclusion } from '../rules/keyResults';
import type { ObjectiveConclusion } from '../rules/objectives';
import { WeightedMean } from '../rules/rollUp';

export interface Overview {
  /** Weighted mean of the objectives that have a score. */
  readonly score: Score | undefined;
  /** The same mean over what their plans ask for, so that the two can be held against each other. */
  readonly expected: Score | undefined;
  readonly scored: number;
  readonly total: number;
  readonly counts: Readonly<Record<Status, number>>;
  /** Undefined without a last day of the cycle; 0 from that day on. */
  readonly daysLeft: number | undefined;
}

export function overviewOf(objectives: readonly ObjectiveConclusion[], keyResults: readonly KeyResultConclusion[], settings: Settings): Overview {
  const score = new WeightedMean();
  const expected = new WeightedMean();
  for (const one of objectives) {
    score.add(one.score, one.objective.weight);
    if (one.score !== undefined) expected.add(one.expected, one.objective.weight);
  }
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  for (const { status } of keyResults) if (status !== undefined) counts[status] += 1;
  const { asOf, cycleEnd } = settings;
  return {
    score: score.value(),
    expected: expected.value(),
    scored: keyResults.filter((one) => one.score !== undefined).length,
    total: keyResults.length,
    counts,
    daysLeft: asOf === undefined || cycleEnd === undefined ? undefined : Math.max(0, daysBetween(asOf, cycleEnd)),
  };
}

/** How many key results ought to be checked in, and how many of them are up to date. */
export interface Discipline {
  readonly upToDate: number;
  readonly due: number;
}

/**
 * With check-ins due every 14 days and 20 November as the as-of day: checked in on the 6th is up to date, on the 5th is not, never is not. What is
 * complete or has not begun asks for no check-in and counts in neither number.
 */
export function disciplineOf(keyResults: readonly KeyResultConclusion[], { asOf, checkInDays }: Settings): Discipline {
  if (asOf === undefined) return { upToDate: 0, due: 0 };
  const due = keyResults.filter(({ status }) => status !== 'Complete' && status !== 'Not started');
  const isUpToDate = ({ lastCheckIn }: KeyResultConclusion): boolean => lastCheckIn !== undefined && daysBetween(lastCheckIn, asOf) <= checkInDays;
  return { upToDate: due.filter(isUpToDate).length, due: due.length };
}

export interface TeamScore {
  readonly team: string; // '' for objectives of no team
  readonly score: Score | undefined;
  readonly objectives: number;
}

/** Weighted mean of each team's objectives, best first, those without a score last. */
export function scoreByTeam(objectives: readonly ObjectiveConclusion[]): TeamScore[] {
  const teams = new Map<string, { mean: WeightedMean; count: number }>();
  for (const { objective, score } of objectives) {
    const team = teams.get(objective.team) ?? { mean: new WeightedMean(), count: 0 };
    team.mean.add(score, objective.weight);
    team.count += 1;
    teams.set(objective.team, team);
  }
  return [...teams]
    .map(([team, { mean, count }]) => ({ team, score: mean.value(), objectives: count }))
    .sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.team < b.team ? -1 : 1));
}

export interface Attention {
  readonly conclusion: KeyResultConclusion;
  /** How far the score lies behind the expected one. */
  readonly behind: Score;
}

/** Key results that are off track or at risk, off track first and then by how far they are behind. */
export function needsAttention(keyResults: readonly KeyResultConclusion[]): Attention[] {
  return keyResults
    .filter((one) => one.status === 'Off track' || one.status === 'At risk')
    .map((conclusion) => ({ conclusion, behind: toScore((conclusion.expected ?? 0) - (conclusion.score ?? 0)) }))
    .sort((a, b) => rank(a) - rank(b) || b.behind - a.behind || a.conclusion.keyResult.row - b.conclusion.keyResult.row);
}

const rank = ({ conclusion }: Attention): number => (conclusion.status === 'Off track' ? 0 : 1);
