/** What is concluded about each key result: score, expected value, status, pace and findings. */
import { daysBetween, type Day } from '../model/day';
import type { Findings } from '../model/finding';
import type { CheckIn, KeyResult, Objective, Settings } from '../model/okr';
import type { Score } from '../model/units';
import type { Kind, Status } from '../model/words';
import { Ids, OwnerCheck, checkSpan, isUsable, areSameTexts, type Span } from './checks';
import { agrees, currentFrom } from './current';
import { expected } from './expected';
import { FirstRows } from './firstRows';
import { needed } from './needed';
import { isDueOn } from './review';
import { measureContradicts, score } from './score';
import { status, statusWithoutPlan } from './status';

export interface KeyResultConclusion {
  readonly keyResult: KeyResult;
  /** Who answers for it: its own owner, or where that is blank its objective's; '' for nobody. */
  readonly owner: string;
  readonly score: Score | undefined;
  readonly expected: Score | undefined;
  /** Undefined when there is a score but no plan to hold it against. */
  readonly status: Status | undefined;
  readonly needed: number | undefined;
  readonly lastCheckIn: Day | undefined;
}

/** What key results are judged against. */
export interface KeyResultInput {
  readonly objectives: readonly Objective[];
  /** In the order of their days; undefined when the log was not handed over. */
  readonly checkIns: readonly CheckIn[] | undefined;
  readonly settings: Settings;
  /** About how many key results there will be, if known. */
  readonly count?: number;
  /** Where findings go; without it nothing is checked, for those who need the scores alone. */
  readonly findings?: Findings;
}

/** Gives the function that concludes about one key result after another, in the order of their rows. */
export function keyResultConcluder(input: KeyResultInput): (keyResult: KeyResult) => KeyResultConclusion {
  const { findings, settings } = input;
  const objectives = firstById(input.objectives);
  const log = input.checkIns && new CheckInLog(input.checkIns, settings.asOf);
  const check = findings && new KeyResultCheck(findings, input);
  let objective: Objective | undefined;
  return (keyResult) => {
    // The key results of an objective stand together, so most look-ups are of the one before.
    if (objective?.id !== keyResult.objectiveId) objective = objectives.get(keyResult.objectiveId);
    const span = spanOf(keyResult, objective, settings);
    const conclusion = conclude(keyResult, objective, span, log, settings);
    check?.row(keyResult, objective, span);
    if (findings && log && settings.asOf !== undefined) checkRhythm(conclusion, log, span.start, settings, findings);
    return conclusion;
  };
}

/** The first row that has an id counts; later ones are findings. */
export function firstById<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  const byId = new Map<string, Row>();
  for (const row of rows) if (row.id !== '' && !byId.has(row.id)) byId.set(row.id, row);
  return byId;
}

/** A blank day is taken over from the objective, then from the cycle. */
function spanOf(keyResult: KeyResult, objective: Objective | undefined, settings: Settings): Span {
  return {
    start: keyResult.startDate ?? objective?.startDate ?? settings.cycleStart,
    due: keyResult.dueDate ?? objective?.dueDate ?? settings.cycleEnd,
  };
}

function conclude(keyResult: KeyResult, objective: Objective | undefined, span: Span, log: CheckInLog | undefined, settings: Settings): KeyResultConclusion {
  const { asOf } = settings;
  const kind = objective?.kind ?? 'Committed';
  const own = keyResult.unreadable ? undefined : scoreOf(keyResult);
  const asked = asOf !== undefined && isUsable(span) ? expected(span.start, span.due, asOf, kind, planScale(keyResult)) : undefined;
  const lastCheckIn = log?.last(keyResult.id)?.day;
  return {
    keyResult,
    owner: keyResult.owner || (objective?.owner ?? ''),
    score: own,
    expected: asked,
    status: statusOf(keyResult, kind, own, asked, span, log, settings),
    needed: own !== undefined && own < 1 ? paceOf(keyResult, span, asOf) : undefined,
    lastCheckIn,
  };
}

function scoreOf({ start, target, current, measure }: KeyResult): Score | undefined {
  const answer = score(start, target, current, measure);
  return answer && 'score' in answer ? answer.score : undefined;
}

function planScale({ plan, start, target }: KeyResult) {
  return plan.length > 0 && start !== undefined && target !== undefined ? { plan, start, target } : undefined;
}

function paceOf({ measure, current, target }: KeyResult, { due }: Span, asOf: Day | undefined): number | undefined {
  if (measure === 'Milestone' || current === undefined || target === undefined || due === undefined || asOf === undefined) return undefined;
  return needed(current, target, due, asOf);
}

function statusOf(
  keyResult: KeyResult,
  kind: Kind,
  own: Score | undefined,
  asked: Score | undefined,
  span: Span,
  log: CheckInLog | undefined,
  settings: Settings,
): Status | undefined {
  const { asOf } = settings;
  if (asked === undefined || asOf === undefined || !isUsable(span)) return statusWithoutPlan(own);
  return status(
    {
      score: own,
      expected: asked,
      confidence: keyResult.confidence,
      daysSinceCheckIn: log?.daysSince(keyResult.id, span.start, asOf),
      kind,
      beforeStart: asOf < span.start,
      afterDue: asOf > span.due,
    },
    settings,
  );
}

/** As KPIs get them: their values are logged too, which does not mean that somebody checks in key results. */
const KPI_ID = /^K\d+$/i;

/** The check-ins of each key result up to the as-of day. */
export class CheckInLog {
  private readonly byKeyResult = new Map<string, CheckIn[]>();
  private readonly changedLater = new Set<string>();
  private isUsed = false;

  constructor(checkIns: readonly CheckIn[], asOf: Day | undefined) {
    for (const checkIn of checkIns) {
      this.isUsed ||= !KPI_ID.test(checkIn.keyResultId) && !(asOf !== undefined && checkIn.day > asOf);
      if (asOf !== undefined && checkIn.day > asOf) this.changedLater.add(checkIn.keyResultId);
      else if (this.byKeyResult.has(checkIn.keyResultId)) this.byKeyResult.get(checkIn.keyResultId)?.push(checkIn);
      else this.byKeyResult.set(checkIn.keyResultId, [checkIn]);
    }
  }

  of(id: string): readonly CheckIn[] {
    return this.byKeyResult.get(id) ?? [];
  }

  last(id: string): CheckIn | undefined {
    const own = this.byKeyResult.get(id);
    return own?.[own.length - 1];
  }

  /** Whether a check-in after the as-of day may have changed the current value that the sheet shows now. */
  hasLater(id: string): boolean {
    return this.changedLater.has(id);
  }

  /** Days since the last check-in, or since the start when there was none; undefined while nobody in the workbook checks in at all. */
  daysSince(id: string, start: Day | undefined, asOf: Day): number | undefined {
    if (!this.isUsed && !this.byKeyResult.has(id)) return undefined;
    const since = this.last(id)?.day ?? start;
    return since === undefined ? undefined : daysBetween(since, asOf);
  }
}

function checkRhythm(conclusion: KeyResultConclusion, log: CheckInLog, start: Day | undefined, settings: Settings, findings: Findings): void {
  const { keyResult } = conclusion;
  const days = log.daysSince(keyResult.id, start, settings.asOf as Day);
  const isOver = conclusion.status === 'Complete' || conclusion.status === 'Not started';
  if (!isOver && days !== undefined && days > settings.checkInDays) findings.add('checkInOverdue', keyResult.row, 'last_check_in', { count: days });
  const { reviewStarted: day, checkInDays } = settings;
  const mayBeDue = !isOver && day !== undefined && day <= (settings.asOf as Day);
  if (mayBeDue && isDueOn(day, conclusion.lastCheckIn, start, checkInDays)) findings.add('inReview', keyResult.row, 'confidence', { day });
  const made = log.hasLater(keyResult.id) || keyResult.unreadable ? undefined : currentFrom(log.of(keyResult.id), keyResult.reading);
  if (made === undefined) return;
  if (keyResult.current === undefined) findings.add('currentMissing', keyResult.row, 'current', { made });
  else if (!agrees(keyResult.current, made)) findings.add('currentDiffers', keyResult.row, 'current', { current: keyResult.current, made });
}

/** The checks of one key result that need no conclusion. */
class KeyResultCheck {
  private readonly ids: Ids;
  private readonly owners = new OwnerCheck();
  private readonly texts: FirstRows;
  private readonly settings: Settings;

  constructor(
    private readonly findings: Findings,
    { objectives, settings, count = 0 }: KeyResultInput,
  ) {
    this.settings = settings;
    this.texts = new FirstRows(count, areSameTexts);
    this.ids = new Ids('Key Results', 'Objectives', count + objectives.length);
    this.ids.takeElsewhere(objectives);
  }

  row(keyResult: KeyResult, objective: Objective | undefined, span: Span): void {
    const { findings, settings } = this;
    this.ids.take(keyResult.id, keyResult.row, findings);
    // Blank is no fault where the objective has an owner; what is wrong with that one is told at the objective.
    if (keyResult.owner !== '' || !objective?.owner) this.owners.check(keyResult.owner, keyResult.row, findings);
    this.links(keyResult, objective);
    this.numbers(keyResult);
    checkSpan(keyResult, span, keyResult.row, settings, findings);
  }

  private links({ row, objectiveId, keyResult }: KeyResult, objective: Objective | undefined): void {
    const { findings } = this;
    if (objectiveId === '') findings.add('noObjective', row, 'objective_id');
    else if (!objective) findings.add('unknownObjective', row, 'objective_id', { id: objectiveId });
    if (keyResult === '') {
      findings.add('noText', row, 'key_result');
      return;
    }
    const before = this.texts.take(keyResult, row);
    if (before !== undefined) findings.add('sameKeyResult', row, 'key_result', { row: before });
  }

  private numbers({ row, measure, start, target, unreadable }: KeyResult): void {
    const { findings } = this;
    if (unreadable || measure === 'Milestone') return;
    if (target === undefined) findings.add('missingTarget', row, 'target');
    if (measure === 'At least' || measure === 'At most') return;
    if (start === undefined) findings.add('missingStart', row, 'start');
    else if (start === target) findings.add('startEqualsTarget', row, 'target', { value: start });
    else if (measureContradicts(start, target, measure)) {
      findings.add('measureContradicts', row, 'measure', { measure: measure ?? '', start, target: target ?? '' });
    }
  }
}
