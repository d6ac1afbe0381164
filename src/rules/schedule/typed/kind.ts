/** What is to be done: remind, start the review, send the digest or the report at the close of a cycle. */
import type { Recurrence, ScheduleKind } from '../../../model/schedule';
import type { Reading } from './reading';

export function findKind(reading: Reading, recurrence: Recurrence | undefined): ScheduleKind | undefined {
  const kinds = new Map<ScheduleKind, string>();
  const maybe = new Map<string, string>();
  for (let at = 0; at < reading.count; at += 1) {
    const [sure, unsure] = [reading.value(at, 'kind'), reading.value(at, 'maybe')];
    if (sure !== undefined && !kinds.has(sure as ScheduleKind)) kinds.set(sure as ScheduleKind, reading.quote(at));
    if (unsure !== undefined) maybe.set(unsure, reading.quote(at));
    if (sure !== undefined || unsure !== undefined) reading.take(at);
  }
  const [one, two] = [...kinds.keys()];
  if (two !== undefined) reading.refuse('twoKinds', [...kinds.values()].join(' … '), [...kinds.keys()]);
  if (one !== undefined) return two === undefined ? one : undefined;
  // "Review every Friday" can only be its start; a report at the end of the cycle is the one that closes it, any other may be a digest.
  if (maybe.has('review') && maybe.size === 1) return 'review';
  if (maybe.size === 1 && recurrence?.every === 'cycle') return 'report';
  if (maybe.size > 0) reading.refuse('kindUnclear', [...maybe.values()].join(' … '), maybe.has('review') ? ['review', 'digest', 'report'] : ['digest', 'report']);
  else reading.refuse('noKind', '', ['remind', 'review', 'digest', 'report']);
  return undefined;
}
