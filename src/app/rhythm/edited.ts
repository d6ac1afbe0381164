/** A schedule that somebody edits goes on: how far it is served, and the mails that wait for it. */
import { dayOf, momentOf, type LocalMoment, type LocalTime } from '../../model/schedule';
import { latestDue } from '../../rules/schedule/slots';
import type { Ledger } from './ledger';
import type { Plan } from './plan';

type Line = Plan['schedules'][number];

/** Lines that are gone and lines that are new are the same schedule edited, kind by kind in their order; what else is new begins now. */
export function carryOver(ledger: Ledger, before: readonly Line[], after: readonly Line[], now: LocalMoment): void {
  const gone = before.filter(({ line }) => !after.some((one) => one.line === line));
  for (const one of after) {
    if (ledger.servedUpTo(one.line) !== undefined) continue;
    const at = gone.findIndex(({ schedule: { kind } }) => kind === one.schedule.kind);
    const [old] = at < 0 ? [] : gone.splice(at, 1);
    const upTo = old && servedUpTo(ledger, old, one, now);
    if (old && upTo !== undefined) ledger.serve(one.line, upTo, ledger.idOf(old.line));
    else ledger.begin(one.line, now);
  }
}

const LAST_MINUTE = '23:59' as LocalTime;

/**
 * Served on Friday 27 at 16:00 and moved to 18:00 on that Friday, it is served up to the end of the day: nobody gets it twice. Moved to 18:00 on the Thursday
 * before, it is served up to the 20th, and so due on the 27th. Moved to Wednesdays on that Thursday, it does not make up for Wednesday and begins
 * now, unless one of its own times is due already and waits for the hourly run.
 */
function servedUpTo(ledger: Ledger, old: Line, { schedule }: Line, now: LocalMoment): LocalMoment | undefined {
  const noted = ledger.servedUpTo(old.line);
  if (noted === undefined) return undefined;
  const last = ledger.lastSlot(ledger.idOf(old.line)); // a run that is under way notes how far it came only at its end
  const upTo = last !== undefined && last > noted ? last : noted;
  const isSameDays = JSON.stringify(schedule.recurrence) === JSON.stringify(old.schedule.recurrence);
  if (isSameDays && schedule.time === old.schedule.time) return upTo;
  const kept = last !== undefined && dayOf(last) === dayOf(upTo) ? momentOf(dayOf(upTo), LAST_MINUTE) : upTo;
  return isSameDays || kept > now || latestDue(old.schedule, upTo, now) ? kept : now;
}
