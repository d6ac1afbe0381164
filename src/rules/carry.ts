/** What goes on in the next cycle, and where it starts. */
import type { Measure, Reading } from '../model/words';

/** What of a key result decides; the sidebar has null and '' where the model has undefined. */
export interface Ended {
  readonly measure?: Measure | '' | undefined;
  readonly reading: Reading;
  readonly start?: number | null | undefined;
  readonly current?: number | null | undefined;
}

/**
 * A key result that has arrived is done: 0 to 100 that ended at 100 does not go on, and its start would be its target. What is to be held, such as
 * uptime of at least 99.5, is held in the next cycle too.
 */
export function goesOn(score: number | null | undefined, { measure }: Pick<Ended, 'measure'>): boolean {
  return (score ?? 0) < 1 || measure === 'At least' || measure === 'At most';
}

/**
 * The next cycle starts where this one ended: from 100 to 300 that ended at 220 goes from 220 to 300. Read as a sum it starts where it did, since its
 * check-ins are added up anew: 12 of 20 interviews are followed by 0 of 20. Without a current value nothing is known, so the start stays.
 */
export function nextStart({ measure, reading, start, current }: Ended): number | undefined {
  if (measure === 'Milestone') return undefined;
  return (reading === 'sum' ? start : (current ?? start)) ?? undefined;
}

/** A milestone has no start to remember by: four tenths done stay done. Every other value waits for its first check-in, since blank is not zero. */
export function nextCurrent({ measure, current }: Ended): number | undefined {
  return measure === 'Milestone' ? (current ?? undefined) : undefined;
}
