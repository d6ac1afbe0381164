/** Objectives as a tree by what they support, or below their team and owner; and the filters over both. */
import type { FormStart, ObjectiveItem } from '../../src/app/api';
import { LEVELS, type Priority, type Status } from '../../src/model/words';

export interface Branch {
  readonly item: ObjectiveItem;
  readonly below: readonly Branch[];
}

/** Seen from the cycle of the settings. */
export const CYCLES = ['this', 'earlier', 'later'] as const;
export type Cycle = (typeof CYCLES)[number];

export interface Filter {
  readonly team: string;
  readonly owner: string;
  readonly priority: Priority | '';
  readonly status: Status | '';
  readonly cycle: Cycle | '';
}

export const NO_FILTER: Filter = { team: '', owner: '', priority: '', status: '', cycle: '' };

type Span = Pick<FormStart['cycle'], 'start' | 'end'>;

/** An objective fits when it, or for owner and status one of its key results, has what is asked for. */
export function fits(item: ObjectiveItem, filter: Filter, cycle: Span): boolean {
  const { team, owner, priority, status, keyResults } = item;
  if (filter.team !== '' && team !== filter.team) return false;
  if (filter.priority !== '' && priority !== filter.priority) return false;
  if (filter.cycle !== '' && filter.cycle !== cycleOf(item, cycle)) return false;
  const both = [{ responsible: owner, status }, ...keyResults];
  return both.some((one) => (filter.owner === '' || one.responsible === filter.owner) && (filter.status === '' || one.status === filter.status));
}

/**
 * By the days of an objective; those it does not say are the cycle's. Seen from a cycle of October to December, one that ends on 30 September is an
 * earlier one, one that begins on 1 January a later one, and everything else is of this cycle, also what lasts all year.
 */
function cycleOf({ startDate, dueDate }: ObjectiveItem, { start, end }: Span): Cycle {
  if ((dueDate || end) < start) return 'earlier';
  return (startDate || start) > end ? 'later' : 'this';
}

/**
 * Company on top, below each what supports it. Those that support nothing known stand on top as well, and one of each circle does, so that
 * everything is shown once whatever the parents say.
 */
export function treeOf(items: readonly ObjectiveItem[]): Branch[] {
  const byId = new Map<string, ObjectiveItem>();
  for (const item of items) {
    byId.set(item.id, item);
    for (const { id } of item.keyResults) byId.set(id, item);
  }
  const below = new Map<ObjectiveItem, ObjectiveItem[]>();
  const tops: ObjectiveItem[] = [];
  for (const item of items) {
    const parent = byId.get(item.parent);
    if (parent && parent !== item) put(below, parent, item);
    else tops.push(item);
  }
  const shown = new Set<ObjectiveItem>();
  const grow = (item: ObjectiveItem): Branch => {
    shown.add(item);
    return { item, below: (below.get(item) ?? []).filter((one) => !shown.has(one)).map(grow) };
  };
  const branches = byLevel(tops).map(grow);
  for (const item of items) if (!shown.has(item)) branches.push(grow(item));
  return branches;
}

function put<K>(lists: Map<K, ObjectiveItem[]>, key: K, item: ObjectiveItem): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

const rank = ({ level }: ObjectiveItem): number => (level === '' ? LEVELS.length : LEVELS.indexOf(level));
const byLevel = (items: readonly ObjectiveItem[]): ObjectiveItem[] => [...items].sort((a, b) => rank(a) - rank(b));

/** Keeps what fits and what is above it, so that one sees where it belongs. */
export function pruned(branches: readonly Branch[], filter: Filter, cycle: Span): Branch[] {
  return branches.flatMap(({ item, below }) => {
    const kept = pruned(below, filter, cycle);
    return kept.length > 0 || fits(item, filter, cycle) ? [{ item, below: kept }] : [];
  });
}

export interface Group {
  readonly name: string;
  readonly people: readonly { readonly name: string; readonly items: readonly ObjectiveItem[] }[];
}

/** By team, then by owner; '' is the name of what has none, and comes last. */
export function byTeam(items: readonly ObjectiveItem[], filter: Filter, cycle: Span): Group[] {
  const kept = items.filter((item) => fits(item, filter, cycle));
  return grouped(kept, ({ team }) => team).map(([name, inTeam]) => ({ name, people: grouped(inTeam, ({ owner }) => owner).map(([owner, own]) => ({ name: owner, items: own })) }));
}

function grouped(items: readonly ObjectiveItem[], nameOf: (item: ObjectiveItem) => string): [string, ObjectiveItem[]][] {
  const groups = new Map<string, ObjectiveItem[]>();
  for (const item of items) put(groups, nameOf(item), item);
  return [...groups].sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b));
}

/** What there is to filter by. */
export function choices(items: readonly ObjectiveItem[]): { readonly teams: string[]; readonly owners: string[] } {
  const sorted = (names: readonly string[]) => [...new Set(names)].filter(Boolean).sort((a, b) => a.localeCompare(b));
  return { teams: sorted(items.map(({ team }) => team)), owners: sorted(items.flatMap(({ owner, keyResults }) => [owner, ...keyResults.map((one) => one.responsible)])) };
}
