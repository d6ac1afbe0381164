/** When a schedule is to be served: its slots, those that are due, and the one of them that still counts. */
import { addDays, type Day } from '../../model/day';
import { dayOf, momentOf, type LocalMoment, type Recurrence, type LocalTime, type Schedule } from '../../model/schedule';
import { daysOf } from './days';

/** What makes the slots; whom they are for plays no part. */
export type Rhythm = Pick<Schedule, 'recurrence' | 'time' | 'from'>;

/** A slot to serve now, and the older ones that it makes up for. */
export interface Due {
  readonly slot: LocalMoment;
  readonly skipped: readonly LocalMoment[];
}

/**
 * The next slots after a moment, at most `count`. `cycleEnds` are the last days of the cycles that are known, the open one and closed ones: a report
 * seven days after the end is still due when the next cycle has been opened on the third.
 */
export function slotsAfter(rhythm: Rhythm, after: LocalMoment, count: number, cycleEnds: readonly Day[] = []): LocalMoment[] {
  const slots: LocalMoment[] = [];
  if (count <= 0) return slots;
  for (const slot of walk(rhythm, after, cycleEnds)) {
    slots.push(slot);
    if (slots.length >= count) break;
  }
  return slots;
}

/** The slots after the last one served, up to now: with 16:00 on Fridays, served on the 13th, on the 27th at 16:00 those of the 20th and 27th. */
export function dueSlots(rhythm: Rhythm, after: LocalMoment, until: LocalMoment, cycleEnds: readonly Day[] = []): LocalMoment[] {
  const slots: LocalMoment[] = [];
  for (const slot of walk(rhythm, after, cycleEnds)) {
    if (slot > until) break;
    slots.push(slot);
  }
  return slots;
}

/** A missed week is caught up once, not three times: nobody wants three reminders of the same thing, so only the newest slot counts. */
export function latestDue(rhythm: Rhythm, after: LocalMoment, until: LocalMoment, cycleEnds: readonly Day[] = []): Due | undefined {
  const slots = dueSlots(rhythm, after, until, cycleEnds);
  const slot = slots[slots.length - 1];
  return slot === undefined ? undefined : { slot, skipped: slots.slice(0, -1) };
}

/**
 * The first day of a new schedule: the first one that fits and whose time is still to come. "Every other Monday at 10:00", made on Monday 23 November 2026
 * at 11:00, begins on the 30th, not two weeks later. Once per cycle: at once.
 */
export function firstDay(recurrence: Recurrence, time: LocalTime, now: LocalMoment): Day {
  const today = dayOf(now);
  const from = momentOf(today, time) > now ? today : addDays(today, 1);
  if (recurrence.every === 'cycle') return from;
  const [first] = slotsAfter({ recurrence: atOnce(recurrence), time, from }, now, 1);
  return first === undefined ? from : dayOf(first);
}

/** The same days with nothing left out between them, so that the first one that fits is found wherever the phase begins. */
function atOnce(recurrence: Recurrence): Recurrence {
  return recurrence.every === 'week' ? { ...recurrence, weeks: 1 } : recurrence.every === 'month' ? { ...recurrence, months: 1 } : recurrence;
}

function* walk({ recurrence, time, from }: Rhythm, after: LocalMoment, cycleEnds: readonly Day[]): Generator<LocalMoment> {
  for (const day of daysOf(recurrence, from, dayOf(after), cycleEnds)) {
    const slot = momentOf(day, time);
    if (slot > after) yield slot;
  }
}
