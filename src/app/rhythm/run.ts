/** The hourly run, and sending by hand: what is due becomes slots with everybody who is to get a mail, and what waits is sent. */
import type { Audience, LocalMoment, ScheduleKind } from '../../model/schedule';
import { SCHEDULE_KINDS, dayOf } from '../../model/schedule';
import { speak } from '../../report/onDemand';
import { audienceText, inOrder } from '../../rules/schedule/audience';
import { followCalendar } from '../asOf';
import { openTable, todayOf } from '../form/tables';
import { readSettings } from '../../rows/readSettings';
import { recognise } from '../../report/vocabulary';
import { quoted } from '../form/limits';
import type { RhythmRequest, RhythmSent } from './api';
import { audienceIn, postOf, sinceDay } from './compose';
import { momentIn, openDesk, type Desk } from './desk';
import { hash, Ledger } from './ledger';
import { addressKey } from './people';
import { dueNow, readPlan, type DueSchedule } from './plan';
import type { Services } from './ports';
import { markReview, startReview } from './review';
import { KINDS_IN_ORDER, reasonOf, sendAll, type Outgoing } from './send';
import { countOf, keyOfSlot, type Entry, type Slot } from './slot';

/** Google ends every run after six minutes: whoever had the lease longer is no more. */
const LEASE_MILLISECONDS = 7 * 60_000;

/**
 * One at a time reads the books, sends and writes them; undefined when somebody does already. The document's lock is held only to find that out: people
 * save check-ins while mails go out.
 */
function withLedger<T>({ store, alone, clock }: Services, body: (ledger: Ledger) => T, note: (ledger: Ledger, error: unknown) => void = () => undefined): { readonly answer: T } | undefined {
  const ledger = alone(() => {
    const read = new Ledger(store);
    if (read.lease() > clock()) return undefined;
    read.setLease(clock() + LEASE_MILLISECONDS);
    return read;
  });
  if (!ledger) return undefined;
  try {
    const answer = body(ledger);
    ledger.close();
    return { answer };
  } catch (error) {
    note(ledger, error);
    ledger.close(); // what was sent is confirmed all the same
    throw error;
  }
}

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
  const due = dueNow(readPlan(settings.values), ledger, now, readSettings(settings.values, recognise).settings.cycleEnd);
  const problems: string[] = [];
  const begins = due.some(({ schedule: { kind }, slot }) => kind === 'review' && !ledger.slot(keyOfSlot(kind, slot)));
  const { noted } = ledger.run();
  if (begins) guarded(problems, () => startReview(services, settings, dayOf(now)));
  let desk: Desk | undefined;
  if (due.length > 0 || noted || waiting(ledger).length > 0) {
    desk = openDesk(services, settings);
    openSlots(services, ledger, desk, due);
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

const waiting = (ledger: Ledger): Slot[] => ledger.all().filter((slot) => countOf(slot, 'pending') > 0);

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

/** Schedules of one kind that fall on the same time are one slot, so that nobody gets two mails. */
function openSlots(services: Services, ledger: Ledger, desk: Desk, due: readonly DueSchedule[]): void {
  const byKey = new Map<string, DueSchedule[]>();
  for (const one of due) {
    const key = keyOfSlot(one.schedule.kind, one.slot);
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  const order = ([one]: readonly DueSchedule[]): number => (one ? KINDS_IN_ORDER.indexOf(one.schedule.kind) : 0);
  for (const together of [...byKey.values()].sort((a, b) => order(a) - order(b))) {
    const [first] = together;
    if (first) openSlot(services, ledger, desk, { kind: first.schedule.kind, at: first.slot, audience: together.flatMap(({ schedule }) => schedule.audience), lines: together.map(({ line }) => hash(line)) });
    for (const { line, slot } of together) ledger.serve(line, slot);
  }
}

/** No team is called that much, and nothing longer would fit into a property. */
const LONGEST_NAME = 1_000;

interface NewSlot {
  readonly kind: ScheduleKind;
  readonly at: LocalMoment;
  readonly audience: readonly Audience[];
  readonly lines: readonly string[];
  readonly ref?: string;
}

/**
 * A slot that is there already stays as it is. Whoever still waits for an older mail of the same schedule gets only this one, and first: with 3,000
 * recipients, 100 a day and a digest every week the second digest begins with the 701st. Whom another mail is about to ask is not asked twice.
 */
function openSlot(services: Services, ledger: Ledger, desk: Desk, { kind, at, audience, lines, ref = '' }: NewSlot): Slot {
  const key = keyOfSlot(kind, at, ref);
  const known = ledger.slot(key);
  if (known) return known;
  const older = ledger.all();
  const slot: Slot = {
    key, kind, at, byHand: ref !== '', audience: inOrder(audience).map(audienceText).filter((text) => text.length <= LONGEST_NAME), lines, opened: desk.today, since: sinceDay(ledger, at, desk.today),
    entries: [], sent: 0, skipped: 0,
  };
  const late = new Set<string>();
  for (const entry of older.filter((one) => one.lines.some((line) => lines.includes(line))).flatMap((one) => one.entries)) {
    if (entry.state !== 'pending') continue;
    entry.state = 'skipped';
    late.add(addressKey(entry.to));
  }
  const asking = kind === 'remind' || kind === 'review' ? waiting(ledger).filter((one) => one.kind === 'remind' || one.kind === 'review') : [];
  const asked = new Set(asking.flatMap(({ entries }) => entries.filter(({ state }) => state === 'pending').map(({ to }) => addressKey(to))));
  const people = postOf(desk, slot, ledger).people.filter(({ to }) => !asked.has(addressKey(to)));
  const isLate = ({ to }: { readonly to: string }): boolean => late.has(addressKey(to));
  slot.entries = [...people.filter(isLate), ...people.filter((one) => !isLate(one))].map(({ to }): Entry => ({ to, state: 'pending', reason: '' }));
  if (!ledger.put(slot)) throw new Error(speak(services.here.language())('rhythm.full'));
  return slot;
}

/** “Send now”: once per reference, whatever becomes of the answer. */
export function sendNow(services: Services, request: RhythmRequest, ref: string): RhythmSent {
  const { tables, here, clock } = services;
  const began = clock();
  return orBusy(services, (ledger) => {
    const known = ledger.all().find((slot) => slot.key.endsWith(`#${ref}`));
    const settings = openTable(tables, 'settings', here);
    const { kind, audience } = readRequest(services, request);
    if (kind === 'review' && !known) startReview(services, settings, todayOf(here));
    const desk = openDesk(services, settings);
    if (kind === 'review') ledger.noteRun({ noted: markReview(services.notes, desk) });
    const slot = known ?? openSlot(services, ledger, desk, { kind, at: desk.now, audience, lines: [], ref });
    return sendSlots(services, ledger, [{ slot, post: postOf(desk, slot, ledger) }], began);
  });
}

/** Mails that were not confirmed, once more, by the hand of somebody who has looked whether they arrived. */
export function resend(services: Services, keys: readonly string[]): RhythmSent {
  const { tables, here, clock } = services;
  const began = clock();
  return orBusy(services, (ledger) => {
    const desk = openDesk(services, openTable(tables, 'settings', here));
    const outgoing: Outgoing[] = [];
    for (const slot of ledger.all()) {
      const only = new Set(slot.entries.filter((entry) => isUnconfirmed(entry) && keys.includes(mailKey(slot, entry))));
      for (const entry of only) entry.state = 'pending';
      if (only.size > 0) outgoing.push({ slot, post: postOf(desk, slot, ledger), only });
    }
    return sendSlots(services, ledger, outgoing, began);
  });
}

export const mailKey = (slot: Slot, { to }: Entry): string => `${slot.key}|${to}`;
export const isUnconfirmed = ({ state }: Entry): boolean => state === 'claimed' || state === 'unsure' || state === 'refused';

function sendSlots(services: Services, ledger: Ledger, outgoing: readonly Outgoing[], began: number): RhythmSent {
  sendAll(services, ledger, outgoing, began);
  const entries = outgoing.flatMap(({ slot, only }) => slot.entries.filter((entry) => !only || only.has(entry)));
  const count = (state: Entry['state']): number => entries.filter((entry) => entry.state === state).length;
  return { sent: count('sent'), pending: count('pending'), refused: count('refused'), unsure: count('unsure') + count('claimed') };
}

function orBusy<T>(services: Services, body: (ledger: Ledger) => T): T {
  const done = withLedger(services, body);
  if (!done) throw new Error(speak(services.here.language())('rhythm.busy'));
  return done.answer;
}

/** What the sidebar asks for, as it may also have been written by hand. */
export function readRequest({ here }: Pick<Services, 'here'>, { kind, audience }: RhythmRequest): { readonly kind: ScheduleKind; readonly audience: readonly Audience[] } {
  const say = speak(here.language());
  if (!SCHEDULE_KINDS.includes(kind)) throw new Error(say('rhythm.badKind', { text: quoted(String(kind)) }));
  for (const text of audience) if (audienceIn([text]).length === 0) throw new Error(say('rhythm.badRecipient', { text: quoted(text) }));
  return { kind, audience: audienceIn(audience) };
}

