/** In which order key results are checked in: what nobody has looked at for longest comes first. */
import type { KeyResultItem } from '../../src/app/api';

const age = ({ daysSince, status }: KeyResultItem): number => (status === 'Not started' ? -2 : status === 'Complete' ? -1 : (daysSince ?? Infinity));

/** Never checked in, then the oldest; what is complete or has not begun comes last. Equal ones stay in the sheet's order. */
export function oldestFirst(items: readonly KeyResultItem[]): KeyResultItem[] {
  return [...items].sort((a, b) => (age(a) === age(b) ? 0 : age(b) - age(a)));
}

/** The one to open after `id`: the next below that is not saved yet, then from the top. */
export function afterSaving(items: readonly KeyResultItem[], saved: ReadonlySet<string>, id: string): KeyResultItem | undefined {
  const at = items.findIndex((item) => item.id === id);
  return [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))].find((item) => !saved.has(item.id));
}
