/** The hourly run: follows the calendar, finds what is due, sends what waits, and notes how it went. */
import { dayOf } from '../../model/schedule';
import { speak } from '../../report/onDemand';
import { recognise } from '../../report/vocabulary';
import { readSettings } from '../../rows/readSettings';
import { followCalendar } from '../asOf';
import { openTable, todayOf } from '../form/tables';
import { postOf } from './compose';
import { momentIn, openDesk, type Desk } from './desk';
import { withLedger } from './lease';
import { KEPT_DAYS, Ledger } from './ledger';
import { openSlots, waiting } from './opening';
import { dueNow, readPlan, skipDeleted } from './plan';
import type { Services } from './ports';
import { markReview, startReview } from './review';
import { reasonOf, sendAll, type Outgoing } from './send';
import { keyOfSlot } from './slot';

/** The trigger's run. What goes wrong is noted where the sidebar shows it, and thrown, so that Google's list of executions has it too. */
export function serveHour(services: Services): void {
  const { store, triggers, here } = services;
  let isNoted = false;
  try {
    if (!triggers.isAuthorized()) throw new Error(speak(here.language())('rhythm.noAuthorization'));
    withLedger(services, (ledger) => serve(services, ledger), (ledger, error) => {
      noteFailure(ledger, error);
      isNoted = true;
    });
  } catch (error) {
    if (!isNoted) {
      const ledger = new Ledger(store);
      noteFailure(ledger, error);
      ledger.saveBeside();
    }
    throw error;
  }
}

function noteFailure(ledger: Ledger, error: unknown): void {
  ledger.noteRun({ failures: ledger.run().failures + 1, error: reasonOf(error) });
}

function serve(services: Services, ledger: Ledger): void {
  const { named, tables, triggers, here, clock } = services;
  const [began, now] = [clock(), momentIn(here.now())];
  if (ledger.owners().length === 0) ledger.setOwners([triggers.runsAs()]); // a trigger that nobody has noted
  followCalendar(named, todayOf(here));
  const settings = openTable(tables, 'settings', here);
  const plan = readPlan(settings.values);
  const { cycleName: name, cycleEnd: end } = readSettings(settings.values, recognise).settings;
  const due = dueNow(plan, ledger, now, ledger.noteCycle({ name, end }, dayOf(now)));
  skipDeleted(plan, ledger);
  const problems: string[] = [];
  const lost = ledger.prune(dayOf(now)); // first, since what is due now needs the room
  if (lost > 0) problems.push(speak(here.language())('rhythm.lost', { count: lost, days: KEPT_DAYS }));
  const begins = due.some(({ schedule: { kind }, slot }) => kind === 'review' && !ledger.slot(keyOfSlot(kind, slot)));
  const { noted } = ledger.run();
  if (begins) guarded(problems, () => startReview(services, settings, dayOf(now)));
  let desk: Desk | undefined;
  if (due.length > 0 || noted || waiting(ledger).length > 0) {
    desk = openDesk(services, settings);
    openSlots(services, ledger, desk, due, (body) => guarded(problems, body));
  }
  if (desk && (begins || noted)) {
    const marked = desk;
    ledger.noteRun({ noted: true });
    guarded(problems, () => ledger.noteRun({ noted: markReview(services.notes, marked) }));
  }
  guarded(problems, () => refreshed(services));
  if (desk) {
    const read = desk;
    const outgoing = waiting(ledger).map((slot): Outgoing => ({ slot, post: postOf(read, slot, ledger) }));
    const stopped = sendAll(services, ledger, outgoing, began);
    if (stopped !== '') problems.push(stopped);
  }
  ledger.prune(dayOf(now));
  ledger.noteRun({ at: now, failures: problems.length === 0 ? 0 : ledger.run().failures + 1, error: problems.join(' · ') });
}

/** What keeps no mail from being sent is told all the same. */
function guarded(problems: string[], body: () => void): void {
  try {
    body();
  } catch (error) {
    problems.push(reasonOf(error));
  }
}

function refreshed({ refresh, here }: Services): void {
  if (!refresh()) throw new Error(speak(here.language())('rhythm.dashboard'));
}
