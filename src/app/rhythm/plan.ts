/** What the settings say about the rhythm: schedules, recipients, and what of them cannot be read. */
import type { Audience, LocalMoment, Schedule } from '../../model/schedule';
import { readRecipients } from '../../rules/schedule/audience';
import { readSchedules, scheduleLine, type LineProblem } from '../../rules/schedule/line';
import { latestDue } from '../../rules/schedule/slots';
import type { Day } from '../../model/day';
import { isBlank, type Cells } from '../../rows/grid';
import { placeOfSetting } from '../settingRows';
import type { Ledger } from './ledger';

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
}

/** The slots that count now. A schedule that nobody has met before begins now: typed on Friday at 17:00, the Friday 16:00 before is not made up for. */
export function dueNow({ schedules }: Plan, ledger: Ledger, now: LocalMoment, cycleEnd: Day | undefined): DueSchedule[] {
  ledger.forgetAllBut(schedules.map(({ line }) => line));
  const due: DueSchedule[] = [];
  for (const { line, schedule } of schedules) {
    const after = ledger.servedUpTo(line);
    if (after === undefined) ledger.serve(line, now);
    else {
      const found = latestDue(schedule, after, now, cycleEnd === undefined ? [] : [cycleEnd]);
      if (found) due.push({ line, schedule, slot: found.slot });
    }
  }
  return due;
}
