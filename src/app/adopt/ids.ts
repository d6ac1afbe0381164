/** IDs for what is copied: the source's own where they are plain and free, else new ones that nothing in the workbook ever had. */
import { IdGiver, usedIds, type Highest } from '../ids';
import type { Tabs } from '../locate';
import type { FoundObjective } from './found';
import { isPlainId } from './numbering';

const same = (id: string): string => id.trim().toLowerCase();

/** Every ID that the workbook knows, also those that only a check-in or the history still names; in small letters, to compare. */
export function takenIds(tabs: Tabs): ReadonlySet<string> {
  return new Set([...usedIds((table) => tabs.get(table)?.values ?? [])].map(same));
}

/** What the numbering of one copy depends on; the same for every try of it. */
export interface Numbering {
  readonly keepsSource: boolean;
  /** The number of the first new objective. */
  readonly next: number;
}

/** `given` are the numbers of earlier runs, so that a row which left no trace keeps its ID to itself. */
export function numberingFor(objectives: readonly FoundObjective[], taken: ReadonlySet<string>, given: Highest): Numbering {
  const own = [...keepable(objectives)];
  const next = Number(new IdGiver([...taken, ...own], given).objective().slice(1));
  return { keepsSource: !own.some((id) => taken.has(id)), next };
}

export interface Ids {
  readonly objectives: readonly string[];
  readonly keyResults: readonly (readonly string[])[];
  /** How many IDs of the source were not kept. */
  readonly replaced: number;
  /** The highest numbers among them. */
  readonly newest: Highest;
}

/** In the order of the objectives; `O7`, and `O7.1` for its first key result. */
export function giveIds(objectives: readonly FoundObjective[], numbering: Numbering, taken: ReadonlySet<string>, before: Highest): Ids {
  const kept = numbering.keepsSource ? keepable(objectives) : new Set<string>();
  const giver = new IdGiver([...taken, ...kept], before);
  let { next } = numbering;
  let replaced = 0;
  const given = objectives.map((objective) => {
    if (objective.existing !== undefined) return objective.existing;
    if (kept.has(same(objective.sourceId))) return objective.sourceId;
    replaced += objective.sourceId === '' ? 0 : 1;
    return `O${next++}`;
  });
  const keyResults = objectives.map(({ keyResults: all }, index) =>
    all.map(({ sourceId }) => {
      if (kept.has(same(sourceId)) && !taken.has(same(sourceId))) return sourceId;
      replaced += sourceId === '' ? 0 : 1;
      return giver.keyResult(given[index] ?? '');
    }),
  );
  return { objectives: given, keyResults, replaced, newest: highestOf(objectives, given, next - 1, giver) };
}

/** What has to be remembered of the numbers given: key results of new objectives say themselves how far they go. */
function highestOf(objectives: readonly FoundObjective[], ids: readonly string[], last: number, giver: IdGiver): Highest {
  const known = new Set(objectives.flatMap(({ existing }, index) => (existing === undefined ? [] : [`${ids[index] ?? ''}.`])));
  return { O: last, ...Object.fromEntries(Object.entries(giver.newest()).filter(([prefix]) => known.has(prefix))) };
}

/** IDs of the source that are plain and stand there once. */
function keepable(objectives: readonly FoundObjective[]): ReadonlySet<string> {
  const ids = objectives.flatMap((objective) => [...(objective.existing === undefined ? [objective.sourceId] : []), ...objective.keyResults.map(({ sourceId }) => sourceId)]);
  const times = new Map<string, number>();
  for (const id of ids) times.set(same(id), (times.get(same(id)) ?? 0) + 1);
  return new Set(ids.filter((id) => isPlainId(id) && times.get(same(id)) === 1).map(same));
}
