/** What is concluded about each objective: the roll-up of its key results and supporters, status, coverage and findings. */
import type { Findings } from '../model/finding';
import type { KeyResult, Objective, Settings } from '../model/okr';
import { tidy, type Score } from '../model/units';
import type { Status } from '../model/words';
import { Ids, OwnerCheck, checkSpan, isUsable, type Span } from './checks';
import { expected } from './expected';
import { firstById, type KeyResultConclusion } from './keyResults';
import { Mean, WeightedMean, childrenFirst } from './rollUp';
import { status, statusWithoutPlan, worst } from './status';
import { charactersOf, LONGEST_OBJECTIVE } from './wording/length';

export interface ObjectiveConclusion {
  readonly objective: Objective;
  readonly score: Score | undefined;
  readonly expected: Score | undefined;
  readonly status: Status | undefined;
  /** How many of what it is made of have a score, and how many there are. */
  readonly scored: number;
  readonly total: number;
  /** Weighted mean of the confidence of its key results, one digit. */
  readonly confidence: number | undefined;
}

export interface ObjectiveInput {
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResultConclusion[];
  readonly settings: Settings;
  readonly findings: Findings;
}

export function concludeObjectives(input: ObjectiveInput): ObjectiveConclusion[] {
  const { objectives, settings, findings } = input;
  const tree = new Tree(objectives, input.keyResults.map((one) => one.keyResult));
  const members = membersOf(objectives, input.keyResults);
  const scores = rollUpAll(tree, members, objectives, settings);
  const check = new ObjectiveCheck(input, tree);
  return objectives.map((objective, index) => {
    const own = members[index] ?? [];
    const span = { start: objective.startDate ?? settings.cycleStart, due: objective.dueDate ?? settings.cycleEnd };
    check.row(objective, index, own, span);
    const rolled = scores[index] ?? NOTHING;
    if (rolled.total > 0 && rolled.weightless) findings.add('allWeightsZero', objective.row, 'score');
    return { objective, ...rolled.conclusion, ...standing(objective, rolled.conclusion.score, own, span, settings), confidence: meanConfidence(own) };
  });
}

/** The conclusions of each objective's own key results; two rows with one id share nothing, the first has them all. */
function membersOf(objectives: readonly Objective[], keyResults: readonly KeyResultConclusion[]): KeyResultConclusion[][] {
  const indexes = new Map<string, number>();
  objectives.forEach(({ id }, index) => {
    if (id !== '' && !indexes.has(id)) indexes.set(id, index);
  });
  const members: KeyResultConclusion[][] = objectives.map(() => []);
  for (const one of keyResults) {
    const index = indexes.get(one.keyResult.objectiveId);
    if (index !== undefined) members[index]?.push(one);
  }
  return members;
}

interface RolledUp {
  readonly conclusion: { readonly score: Score | undefined; readonly scored: number; readonly total: number };
  readonly total: number;
  readonly weightless: boolean;
}

const NOTHING: RolledUp = { conclusion: { score: undefined, scored: 0, total: 0 }, total: 0, weightless: false };

/**
 * Scores from the leaves of the tree to its root. With `both`, an objective with a key result at 0.6 and a supporting objective at 0.8, each of
 * weight 1, has (0.6 + 0.8) / 2 = 0.7. Whoever has no supporters takes its key results, or with `supporting objectives` no leaf, and so nobody,
 * would have a score. Members of a circle support nobody, so nothing counts twice.
 */
function rollUpAll(tree: Tree, members: readonly KeyResultConclusion[][], objectives: readonly Objective[], settings: Settings): RolledUp[] {
  const takesKeyResults = settings.rollUp !== 'supporting objectives';
  const takesObjectives = settings.rollUp !== 'key results';
  const rolled: RolledUp[] = objectives.map(() => NOTHING);
  for (const index of [...tree.order, ...tree.circle]) {
    const parts: { score: Score | undefined; weight: number }[] = [];
    const supporters = tree.supporters[index] ?? [];
    if (takesKeyResults || supporters.length === 0) for (const one of members[index] ?? []) parts.push({ score: one.score, weight: one.keyResult.weight });
    if (takesObjectives) for (const child of supporters) parts.push({ score: rolled[child]?.conclusion.score, weight: objectives[child]?.weight ?? 1 });
    rolled[index] = rollUp(parts);
  }
  return rolled;
}

function rollUp(parts: readonly { readonly score: Score | undefined; readonly weight: number }[]): RolledUp {
  const mean = new WeightedMean();
  let scored = 0;
  for (const { score, weight } of parts) {
    mean.add(score, weight);
    if (score !== undefined) scored += 1;
  }
  return {
    conclusion: { score: mean.value(), scored, total: parts.length },
    total: parts.length,
    weightless: parts.every(({ weight }) => weight === 0),
  };
}

function standing(objective: Objective, score: Score | undefined, own: readonly KeyResultConclusion[], span: Span, settings: Settings) {
  const { asOf } = settings;
  const { kind } = objective;
  if (asOf === undefined || !isUsable(span)) return { expected: undefined, status: statusWithoutPlan(score) };
  const asked = expected(span.start, span.due, asOf, kind);
  const ownStatus = status({ score, expected: asked, kind, beforeStart: asOf < span.start, afterDue: asOf > span.due }, settings);
  if (settings.objectiveStatus === 'own score' || ownStatus === 'Not started') return { expected: asked, status: ownStatus };
  const statuses = own.map((one) => one.status).filter((one): one is Status => one !== undefined);
  return { expected: asked, status: worst(statuses) ?? ownStatus };
}

function meanConfidence(own: readonly KeyResultConclusion[]): number | undefined {
  const mean = new Mean();
  for (const { keyResult } of own) mean.add(keyResult.confidence, keyResult.weight);
  const confidence = mean.value();
  return confidence === undefined ? undefined : tidy(Math.round(confidence * 10) / 10);
}

/** Who supports whom: a parent is an objective, or a key result and through it that one's objective. */
class Tree {
  readonly parents: readonly number[];
  readonly order: readonly number[];
  readonly circle: ReadonlySet<number>;
  /** Who supports each one; members of a circle support nobody. */
  readonly supporters: readonly (readonly number[])[];

  constructor(objectives: readonly Objective[], keyResults: readonly KeyResult[]) {
    const indexes = new Map<string, number>();
    objectives.forEach(({ id }, index) => {
      if (id !== '' && !indexes.has(id)) indexes.set(id, index);
    });
    const keyResultsById = firstById(keyResults);
    this.parents = objectives.map(({ parent }) => {
      if (parent === '') return -1;
      return indexes.get(parent) ?? indexes.get(keyResultsById.get(parent)?.objectiveId ?? '') ?? -1;
    });
    const { order, circle } = childrenFirst(this.parents);
    this.order = order;
    this.circle = circle;
    const supporters: number[][] = objectives.map(() => []);
    this.parents.forEach((parent, child) => {
      if (!circle.has(child)) supporters[parent]?.push(child);
    });
    this.supporters = supporters;
  }

  knowsParentOf(index: number): boolean {
    return (this.parents[index] ?? -1) >= 0;
  }
}

class ObjectiveCheck {
  private readonly ids = new Ids('Objectives');
  private readonly owners = new OwnerCheck();
  private readonly perTeam = new Map<string, number>();

  constructor(
    private readonly input: ObjectiveInput,
    private readonly tree: Tree,
  ) {}

  row(objective: Objective, index: number, own: readonly KeyResultConclusion[], span: Span): void {
    const { findings, settings } = this.input;
    this.ids.take(objective.id, objective.row, findings);
    this.owners.check(objective.owner, objective.row, findings);
    if (objective.objective === '') findings.add('noText', objective.row, 'objective');
    else if (charactersOf(objective.objective) > LONGEST_OBJECTIVE) {
      findings.add('objectiveTooLong', objective.row, 'objective', { count: charactersOf(objective.objective), limit: LONGEST_OBJECTIVE });
    }
    this.parent(objective, index);
    this.size(objective, own.length, index);
    this.team(objective);
    checkSpan(objective, span, objective.row, settings, findings);
    // Its key results take over what counts here, so it is told once.
    if (objective.dueDate === undefined && span.due !== undefined) findings.add('dueFromCycle', objective.row, 'due_date', { day: span.due });
  }

  private parent({ row, parent, level }: Objective, index: number): void {
    const { findings } = this.input;
    if (parent === '' && level === 'Team') findings.add('teamSupportsNothing', row, 'parent');
    if (parent !== '' && !this.tree.knowsParentOf(index)) findings.add('unknownParent', row, 'parent', { id: parent });
    if (this.tree.circle.has(index)) findings.add('parentCycle', row, 'parent', { id: parent });
  }

  private size({ row }: Objective, count: number, index: number): void {
    const { findings, settings } = this.input;
    const limit = settings.maxKeyResults;
    const needsKeyResults = settings.rollUp !== 'supporting objectives' || this.tree.supporters[index]?.length === 0;
    if (count === 0 && needsKeyResults) findings.add('noKeyResults', row);
    else if (count === 1) findings.add('oneKeyResult', row);
    else if (count > limit) findings.add('tooManyKeyResults', row, '', { count, limit });
    else if (count >= limit - 1 && count >= 2) findings.add('manyKeyResults', row, '', { count, limit });
  }

  /** The objective that goes past the limit has the finding, not its team mates. */
  private team({ row, team }: Objective): void {
    if (team === '') return;
    const { findings, settings } = this.input;
    const limit = settings.maxObjectives;
    const count = (this.perTeam.get(team) ?? 0) + 1;
    this.perTeam.set(team, count);
    if (count > limit) findings.add('tooManyObjectives', row, 'team', { count, limit, team });
    else if (count >= limit - 1 && count >= 2) findings.add('manyObjectives', row, 'team', { count, limit, team });
  }
}
