/** What is concluded about each action: what it waits for, and findings. Actions never count into a score. */
import type { Findings } from '../model/finding';
import type { Action, KeyResult, Settings } from '../model/okr';
import { Ids, OwnerCheck } from './checks';
import { firstById } from './keyResults';

export interface ActionConclusion {
  readonly action: Action;
  /** The ids of actions it depends on that are not done. */
  readonly waitsFor: readonly string[];
  readonly overdue: boolean;
}

export interface ActionInput {
  readonly actions: readonly Action[];
  readonly keyResults: readonly KeyResult[];
  readonly settings: Settings;
  readonly findings: Findings;
  /** Ids that History knows; what belongs to them was not mistyped. */
  readonly closed?: ReadonlySet<string>;
}

export function concludeActions({ actions, keyResults, settings, findings, closed }: ActionInput): ActionConclusion[] {
  const byId = firstById(actions);
  const keyResultsById = firstById(keyResults);
  const circle = membersOfCircles(byId);
  const ids = new Ids('Actions', 'Key Results');
  ids.takeElsewhere(keyResults);
  const owners = new OwnerCheck();
  return actions.map((action) => {
    ids.take(action.id, action.row, findings);
    owners.check(action.owner, action.row, findings);
    if (action.action === '') findings.add('noText', action.row, 'action');
    // What is done may belong to a key result of a cycle that was closed since.
    if (action.keyResultId !== '' && action.state !== 'Done' && !keyResultsById.has(action.keyResultId) && !closed?.has(action.keyResultId)) {
      findings.add('unknownKeyResult', action.row, 'key_result_id', { id: action.keyResultId });
    }
    for (const id of action.dependsOn) if (!byId.has(id)) findings.add('unknownDependency', action.row, 'depends_on', { id });
    if (circle.has(action.id)) findings.add('dependencyCycle', action.row, 'depends_on');
    return conclude(action, byId, settings, findings);
  });
}

function conclude(action: Action, byId: ReadonlyMap<string, Action>, settings: Settings, findings: Findings): ActionConclusion {
  const isDone = action.state === 'Done';
  const waitsFor = isDone ? [] : action.dependsOn.filter((id) => byId.has(id) && byId.get(id)?.state !== 'Done');
  if (waitsFor.length > 0) findings.add('actionWaiting', action.row, 'depends_on', { ids: waitsFor.join(', ') });
  const overdue = !isDone && settings.asOf !== undefined && action.dueDate !== undefined && action.dueDate < settings.asOf;
  if (overdue) findings.add('actionOverdue', action.row, 'due_date', { day: action.dueDate ?? '' });
  return { action, waitsFor, overdue };
}

/**
 * The ids that stand in a circle of dependencies, by taking away, again and again, what depends on nothing that is left and what nothing left depends on.
 * With A needs B, B needs C, C needs B: A goes, because nobody needs it; B and C stay.
 */
function membersOfCircles(byId: ReadonlyMap<string, Action>): ReadonlySet<string> {
  const needs = new Map<string, Set<string>>();
  for (const [id, action] of byId) needs.set(id, new Set(action.dependsOn.filter((other) => byId.has(other))));
  prune(needs);
  const neededBy = new Map<string, Set<string>>([...needs.keys()].map((id) => [id, new Set<string>()]));
  for (const [id, others] of needs) for (const other of others) neededBy.get(other)?.add(id);
  prune(neededBy);
  return new Set([...neededBy.keys()].filter((id) => needs.has(id)));
}

/** Removes entries whose set is empty, and them from all other sets, until every entry left leads to another one left. */
function prune(edges: Map<string, Set<string>>): void {
  const reversed = new Map<string, string[]>();
  for (const [id, others] of edges) for (const other of others) reversed.set(other, [...(reversed.get(other) ?? []), id]);
  const free = [...edges].filter(([, others]) => others.size === 0).map(([id]) => id);
  for (let next = free.pop(); next !== undefined; next = free.pop()) {
    edges.delete(next);
    for (const id of reversed.get(next) ?? []) {
      const others = edges.get(id);
      if (others?.delete(next) && others.size === 0) free.push(id);
    }
  }
}
