/** Sending by hand: now, or once more. */
import { SCHEDULE_KINDS, type Audience, type ScheduleKind } from '../../model/schedule';
import { speak } from '../../report/onDemand';
import { quoted } from '../form/limits';
import { openTable, todayOf } from '../form/tables';
import type { RhythmRequest, RhythmSent } from './api';
import { audienceIn, postOf } from './compose';
import { openDesk } from './desk';
import { withLedger } from './lease';
import type { Ledger } from './ledger';
import { openSlot, waitingAlike } from './opening';
import type { Services } from './ports';
import { markReview, startReview } from './review';
import { sendAll, type Outgoing } from './send';
import { skipPending, type Entry, type Slot } from './slot';

/** “Send now”: once per reference, whatever becomes of the answer. First to those who still wait for the same. */
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
    const slot = known ?? openSlot(services, ledger, desk, { kind, at: desk.now, audience, lines: [], ref, ...(request.cycle ? { cycle: request.cycle } : {}) });
    const first = waitingAlike(ledger, slot).filter((one) => one !== slot);
    const waiting = first.map((one): Outgoing => ({ slot: one, post: postOf(desk, one, ledger), only: new Set(one.entries.filter(({ state }) => state === 'pending')) }));
    return sendSlots(services, ledger, [...waiting, { slot, post: postOf(desk, slot, ledger) }], began);
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

/** Mails in doubt that somebody knows to have arrived. */
export function settle(services: Services, keys: readonly string[]): void {
  const wanted = new Set(keys);
  orBusy(services, (ledger) => {
    for (const slot of ledger.all()) {
      for (const entry of slot.entries) if (isInDoubt(entry) && wanted.has(mailKey(slot, entry))) [entry.state, entry.reason] = ['sent', ''];
    }
  });
}

/** Nobody who still waits for a mail of this slot gets one. */
export function cancel(services: Services, slotKey: string): void {
  orBusy(services, (ledger) => {
    const slot = ledger.slot(slotKey);
    if (slot) skipPending(slot);
  });
}

export const mailKey = (slot: Slot, { to }: Entry): string => `${slot.key}|${to}`;
const isInDoubt = ({ state }: Entry): boolean => state === 'claimed' || state === 'unsure';
export const isUnconfirmed = (entry: Entry): boolean => isInDoubt(entry) || entry.state === 'refused';

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
