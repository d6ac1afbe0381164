/** What there is to tell to a reader: the workbook narrowed down to some teams, held against an earlier day. */
import type { Day } from '../../model/day';
import type { Finding } from '../../model/finding';
import type { CheckInNote } from '../../model/past';
import type { ActionConclusion } from '../../rules/actions';
import { compare, moveOf, type Comparison, type Move } from '../../rules/changes';
import type { KeyResultConclusion } from '../../rules/keyResults';
import type { KpiConclusion } from '../../rules/kpis';
import type { ObjectiveConclusion } from '../../rules/objectives';
import { needsAttention, overviewOf, type Attention, type Overview } from '../overview';
import type { MailBook } from './input';

export interface ChangedKeyResult {
  readonly now: KeyResultConclusion;
  readonly then: KeyResultConclusion;
}

export interface News {
  readonly book: MailBook;
  readonly teams: readonly string[];
  /** Those of the reader's teams, as all lists here. */
  readonly objectives: readonly ObjectiveConclusion[];
  readonly keyResults: readonly KeyResultConclusion[];
  readonly overview: Overview;
  readonly attention: readonly Attention[];
  readonly comparison: Comparison | undefined;
  readonly move: Move | undefined;
  /** Key results with both their states, in the order of the sheet; empty without a comparison. */
  readonly changes: readonly ChangedKeyResult[];
  readonly kpis: readonly KpiConclusion[];
  readonly actions: readonly ActionConclusion[];
  /** Newest first. */
  readonly notes: readonly CheckInNote[];
  /** Findings about key results whose last check-in is too long ago, the longest first. */
  readonly stale: readonly Finding[];
  /** What is wrong with whole sheets, and makes the scores doubtful. */
  readonly doubts: readonly Finding[];
}

export function newsOf(book: MailBook, since: Day | undefined, notes: readonly CheckInNote[], teams: readonly string[]): News {
  const everybody = teams.length === 0;
  const isMine = (one: ObjectiveConclusion): boolean => everybody || teams.includes(one.objective.team);
  const objectives = book.objectives.filter(isMine);
  const ids = new Set(objectives.map((one) => one.objective.id));
  const isOurs = (one: KeyResultConclusion): boolean => everybody || ids.has(one.keyResult.objectiveId);
  const keyResults = book.keyResults.filter(isOurs);
  const known = new Set(keyResults.map((one) => one.keyResult.id));
  const rows = new Set(keyResults.map((one) => one.keyResult.row));
  const comparison = since === undefined ? undefined : compare(book, since);
  const { asOf } = book.settings;
  return {
    book, teams, objectives, keyResults, comparison,
    overview: overviewOf(objectives, keyResults, book.settings),
    attention: needsAttention(keyResults),
    move: comparison && moveOf(comparison, isMine),
    changes: comparison ? changesIn(book.keyResults, comparison, isOurs) : [],
    kpis: book.kpis.filter(({ kpi, health }) => (health === 'Watch' || health === 'Unhealthy') && (everybody || teams.includes(kpi.team))),
    actions: book.actions.filter(({ action, overdue }) => overdue && (everybody || known.has(action.keyResultId))),
    notes: notes.filter(({ day, keyResultId }) => known.has(keyResultId) && (since === undefined || day > since) && (asOf === undefined || day <= asOf)).reverse(),
    stale: longestFirst(book.findings.filter(({ code, table, row }) => code === 'checkInOverdue' && table === 'keyResults' && rows.has(row))),
    doubts: book.findings.filter(({ code }) => code === 'missingAsOf' || code === 'missingColumn'),
  };
}

function changesIn(keyResults: readonly KeyResultConclusion[], { then }: Comparison, isOurs: (one: KeyResultConclusion) => boolean): ChangedKeyResult[] {
  return keyResults.flatMap((now, index) => {
    const before = then.keyResults[index];
    return before && isOurs(now) ? [{ now, then: before }] : [];
  });
}

function longestFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => Number(b.facts['count']) - Number(a.facts['count']));
}
