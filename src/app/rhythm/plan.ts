/** What the settings say about the rhythm: schedules, recipients, and what of them cannot be read. */
import { addDays } from '../../model/day';
import { dayOf, type Audience, type LocalMoment, type Schedule } from '../../model/schedule';
import { readRecipients } from '../../rules/schedule/audience';
import { readSchedules, scheduleLine, type LineProblem } from '../../rules/schedule/line';
import { latestDue } from '../../rules/schedule/slots';
import { isBlank, type Cells } from '../../rows/grid';
import { placeOfSetting } from '../settingRows';
import type { Ledger, SeenCycle } from './ledger';
import { countOf, skipPending, type Slot } from './slot';

export interface Plan {
  readonly schedules: readonly { readonly line: string; readonly schedule: Schedule }[];
  readonly problems: readonly (LineProblem & { readonly line: number })[];
  readonly recipients: readonly Audience[];
  readonly unreadable: readonly string[];
}

export function readPlan(settings: Cells): Plan {
  const { schedules, problems } = readSchedules(settingText(settings, 'schedules'));
  const byLine = new Map(schedules.map((schedule) => [scheduleLine(schedule), schedule]));
  return { schedules: [...byLine].map(([line, schedule]) => ({ line, schedule })), problems, ...readRecipients(settingText(settings, 'recipients')) };
}

export function settingText(settings: Cells, key: string): string {
  const cell = placeOfSetting(settings, key)?.cell;
  return isBlank(cell) ? '' : String(cell);
}

export interface DueSchedule {
  readonly line: string;
  readonly schedule: Schedule;
  readonly slot: LocalMoment;
  /** The cycle at whose end it is, for what comes once per cycle. */
  readonly cycle: string | undefined;
}

/**
 * The slots that count now. A schedule that nobody has met before begins now: typed on Friday at 17:00, the Friday 16:00 before is not made up for.
 * The ends of cycles that were closed count too: seven days after the end comes when the next cycle is open.
 */
export function dueNow(plan: Plan, ledger: Ledger, now: LocalMoment, cycles: readonly SeenCycle[]): DueSchedule[] {
  const { schedules } = plan;
  ledger.forgetAllBut(schedules.map(({ line }) => line));
  const due: DueSchedule[] = [];
  for (const { line, schedule } of schedules) {
    const after = ledger.servedUpTo(line);
    if (after === undefined) ledger.begin(line, now, orphanOf(schedule, plan, ledger));
    else {
      const found = latestDue(schedule, after, now, cycles.map(({ end }) => end));
      if (found) due.push({ line, schedule, slot: found.slot, cycle: cycleOf(schedule, found.slot, cycles) });
    }
  }
  return due;
}

function cycleOf({ recurrence }: Schedule, slot: LocalMoment, cycles: readonly SeenCycle[]): string | undefined {
  return recurrence.every === 'cycle' ? cycles.find(({ end }) => addDays(end, recurrence.daysAfter) === dayOf(slot))?.name : undefined;
}

/** A line that somebody changed in the cell itself goes on with what waits for the one before: the first of its kind that is no more. */
const orphanOf = ({ kind }: Schedule, plan: Plan, ledger: Ledger): string | undefined => orphans(plan, ledger).find((slot) => slot.kind === kind)?.lines[0];

/** Mails that still wait for a schedule which is no more are not sent. A line that cannot be read may be that schedule, so then nothing is given up. */
export function skipDeleted(plan: Plan, ledger: Ledger): void {
  if (plan.problems.length > 0) return;
  for (const slot of orphans(plan, ledger)) skipPending(slot);
}

function orphans({ schedules }: Plan, ledger: Ledger): Slot[] {
  const known = new Set(schedules.map(({ line }) => ledger.idOf(line)));
  return ledger.all().filter((slot) => !slot.byHand && countOf(slot, 'pending') > 0 && !slot.lines.some((id) => known.has(id)));
}
