/** Objectives as a tree by what they support, and what a filter finds. */
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

/** What a filter finds in an objective: the objective itself, and those of its key results that have the owner and the status that are asked for. */
export interface Hit {
  readonly isItself: boolean;
  readonly keyResults: ReadonlySet<string>;
}

/** An objective fits when it, or for owner and status one of its key results, has what is asked for. */
export function hitOf(item: ObjectiveItem, filter: Filter, cycle: Span): Hit | undefined {
  if (filter.team !== '' && item.team !== filter.team) return undefined;
  if (filter.priority !== '' && item.priority !== filter.priority) return undefined;
  if (filter.cycle !== '' && filter.cycle !== cycleOf(item, cycle)) return undefined;
  const has = (one: { readonly responsible: string; readonly status: Status | '' }): boolean =>
    (filter.owner === '' || one.responsible === filter.owner) && (filter.status === '' || one.status === filter.status);
  const isAsked = filter.owner !== '' || filter.status !== '';
  const keyResults = new Set(isAsked ? item.keyResults.filter(has).map(({ id }) => id) : []);
  const isItself = has({ responsible: item.owner, status: item.status });
  return isItself || keyResults.size > 0 ? { isItself, keyResults } : undefined;
}

export const fits = (item: ObjectiveItem, filter: Filter, cycle: Span): boolean => hitOf(item, filter, cycle) !== undefined;

/** How many objectives fit themselves, and how many key results do. */
export function countHits(items: readonly ObjectiveItem[], filter: Filter, cycle: Span): { readonly objectives: number; readonly keyResults: number } {
  const hits = items.flatMap((item) => hitOf(item, filter, cycle) ?? []);
  return { objectives: hits.filter(({ isItself }) => isItself).length, keyResults: hits.reduce((sum, { keyResults }) => sum + keyResults.size, 0) };
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

function put(lists: Map<ObjectiveItem, ObjectiveItem[]>, key: ObjectiveItem, item: ObjectiveItem): void {
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

/** What there is to filter by. */
export function choices(items: readonly ObjectiveItem[]): { readonly teams: string[]; readonly owners: string[] } {
  const sorted = (names: readonly string[]) => [...new Set(names)].filter(Boolean).sort((a, b) => a.localeCompare(b));
  return { teams: sorted(items.map(({ team }) => team)), owners: sorted(items.flatMap(({ owner, keyResults }) => [owner, ...keyResults.map((one) => one.responsible)])) };
}
