/** The schedules as the panel shows them: read, with their next dates and what was last served; and the two that most people need. */
import { dayOf, type LocalMoment, type LocalTime, type Recurrence, type Schedule, type ScheduleKind } from '../../src/model/schedule';
import { toDay } from '../../src/model/day';
import type { RhythmStart, SlotCount } from '../../src/app/rhythm/api';
import { readScheduleLine, scheduleLine } from '../../src/rules/schedule/line';
import { dueSlots, firstDay, slotsAfter } from '../../src/rules/schedule/slots';

const NEXT_DATES = 3;

export interface Listed {
  readonly line: string;
  readonly schedule: Schedule;
  readonly next: readonly LocalMoment[];
  /** The slot that was served last, with what became of its mails where that is still known. */
  readonly last: { readonly at: LocalMoment; readonly count: SlotCount | undefined } | undefined;
}

export function listOf(start: RhythmStart): Listed[] {
  return start.schedules.flatMap(({ line, servedUpTo }) => {
    const read = readScheduleLine(line);
    return 'schedule' in read ? [{ line, schedule: read.schedule, next: nextDates(read.schedule, start), last: lastOf(read.schedule, servedUpTo, start) }] : [];
  });
}

export const nextDates = (schedule: Schedule, start: RhythmStart): LocalMoment[] => slotsAfter(schedule, nowOf(start), NEXT_DATES, cycleEnds(start));

/** A schedule that was just made counts as served up to that minute, though nothing was sent then: only a slot of its own has been served. */
function lastOf(schedule: Schedule, servedUpTo: string, start: RhythmStart): Listed['last'] {
  if (servedUpTo === '') return undefined;
  const at = servedUpTo as LocalMoment;
  const isSlot = dueSlots(schedule, `${dayOf(at)}T` as LocalMoment, at, cycleEnds(start)).includes(at);
  return isSlot ? { at, count: start.recent.find((slot) => !slot.byHand && slot.kind === schedule.kind && slot.at === servedUpTo) } : undefined;
}

/** The same mails on the same days, though perhaps begun on another: every Friday from October on is every Friday from today on. */
export function isSame(one: Schedule, other: Schedule, start: RhythmStart): boolean {
  const dates = (schedule: Schedule): string => nextDates(schedule, start).join();
  return scheduleLine({ ...one, from: other.from }) === scheduleLine(other) && dates(one) === dates(other);
}

const cycleEnds = ({ cycle }: RhythmStart) => [...cycle.earlierEnds, cycle.end].flatMap((end) => toDay(end) ?? []);
export const nowOf = (start: RhythmStart): LocalMoment => start.now as LocalMoment;

/** “Remind all owners every Friday at 16:00” and “send the digest every other Monday at 10:00”: those of them whose kind is not scheduled yet. */
export function suggestionsFor(start: RhythmStart): Listed[] {
  const now = nowOf(start);
  const make = (kind: ScheduleKind, recurrence: Recurrence, time: LocalTime, who: 'owners' | 'stakeholders'): Schedule => ({ kind, recurrence, time, from: firstDay(recurrence, time, now), audience: [{ who }] });
  const both = [
    make('remind', { every: 'week', weeks: 1, on: ['friday'] }, '16:00' as LocalTime, 'owners'),
    make('digest', { every: 'week', weeks: 2, on: ['monday'] }, '10:00' as LocalTime, 'stakeholders'),
  ];
  const kinds = new Set(listOf(start).map(({ schedule }) => schedule.kind));
  return both.filter(({ kind }) => !kinds.has(kind)).map((schedule) => ({ line: scheduleLine(schedule), schedule, next: nextDates(schedule, start), last: undefined }));
}
