/** How the hourly trigger stands: what to tell, the most pressing first, and what can be done about it. */
import { toDay, daysBetween } from '../../src/model/day';
import { dayOf, timeOf, type LocalMoment } from '../../src/model/schedule';
import type { RhythmStart } from '../../src/app/rhythm/api';

/** What is to be told besides on or off. */
export type Trouble = 'unauthorized' | 'gone' | 'failing' | 'silent';

/** Hourly runs come at a random minute and now and then late; after this many hours without one something is wrong. */
const SILENT_HOURS = 3;

export function troubleOf({ trigger, now }: RhythmStart): Trouble | undefined {
  const { on, mine, gone, authorized, lastError, lastRun } = trigger;
  if (!authorized && (mine || !on)) return 'unauthorized';
  if (gone) return 'gone';
  if (lastError !== '') return 'failing';
  return on && lastRun !== '' && hoursBetween(lastRun as LocalMoment, now as LocalMoment) >= SILENT_HOURS ? 'silent' : undefined;
}

/** By the spreadsheet's clock: a change to summer time makes an hour of difference, which plays no part here. */
export function hoursBetween(earlier: LocalMoment, later: LocalMoment): number {
  const [first, last] = [toDay(dayOf(earlier)), toDay(dayOf(later))];
  return first === undefined || last === undefined ? 0 : daysBetween(first, last) * 24 + hours(later) - hours(earlier);
}

const hours = (moment: LocalMoment): number => Number(timeOf(moment).slice(0, 2)) + Number(timeOf(moment).slice(3, 5)) / 60;
