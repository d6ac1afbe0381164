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
import { openSlot } from './opening';
import type { Services } from './ports';
import { markReview, startReview } from './review';
import { sendAll, type Outgoing } from './send';
import type { Entry, Slot } from './slot';

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
    const slot = known ?? openSlot(services, ledger, desk, { kind, at: desk.now, audience, lines: [], ref, ...(request.cycle ? { cycle: request.cycle } : {}) });
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
