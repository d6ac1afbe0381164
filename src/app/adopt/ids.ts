/** IDs for what is copied: the source's own where they are plain and free, else new ones that nothing in the workbook ever had. */
import { keepable, sameId } from '../../rows/sourceIds';
import type { AdoptedObjective } from '../api';
import { IdGiver, usedIds, type Highest } from '../ids';
import type { Tabs } from '../locate';

/** Every ID that the workbook knows, also those that only a check-in or the history still names; in small letters, to compare. */
export function takenIds(tabs: Tabs): ReadonlySet<string> {
  return new Set([...usedIds((table) => tabs.get(table)?.values ?? [])].map(sameId));
}

/** What the numbering of one copy depends on; the same for every try of it. */
export interface Numbering {
  readonly keepsSource: boolean;
  /** The number of the first new objective. */
  readonly next: number;
}

/** `given` are the numbers of earlier runs, so that a row which left no trace keeps its ID to itself. */
export function numberingFor(objectives: readonly AdoptedObjective[], taken: ReadonlySet<string>, given: Highest): Numbering {
  const own = [...keepable(objectives)];
  const next = Number(new IdGiver([...taken, ...own], given).objective().slice(1));
  return { keepsSource: !own.some((id) => taken.has(id)), next };
}

export interface Ids {
  readonly objectives: readonly string[];
  readonly keyResults: readonly (readonly string[])[];
  /** The highest numbers among them. */
  readonly newest: Highest;
}

/** In the order of the objectives; `O7`, and `O7.1` for its first key result. */
export function giveIds(objectives: readonly AdoptedObjective[], numbering: Numbering, taken: ReadonlySet<string>, before: Highest): Ids {
  const kept = numbering.keepsSource ? keepable(objectives) : new Set<string>();
  const giver = new IdGiver([...taken, ...kept], before);
  let { next } = numbering;
  const given = objectives.map((objective) => {
    if (objective.existing !== undefined) return objective.existing;
    if (kept.has(sameId(objective.sourceId))) return objective.sourceId;
    return `O${next++}`;
  });
  const keyResults = objectives.map(({ keyResults: all }, index) =>
    all.map(({ sourceId }) => (kept.has(sameId(sourceId)) && !taken.has(sameId(sourceId)) ? sourceId : giver.keyResult(given[index] ?? ''))),
  );
  return { objectives: given, keyResults, newest: highestOf(objectives, given, next - 1, giver) };
}

/** What has to be remembered of the numbers given: key results of new objectives say themselves how far they go. */
function highestOf(objectives: readonly AdoptedObjective[], ids: readonly string[], last: number, giver: IdGiver): Highest {
  const known = new Set(objectives.flatMap(({ existing }, index) => (existing === undefined ? [] : [`${ids[index] ?? ''}.`])));
  return { O: last, ...Object.fromEntries(Object.entries(giver.newest()).filter(([prefix]) => known.has(prefix))) };
}
