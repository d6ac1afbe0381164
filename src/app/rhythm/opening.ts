/** What is due becomes slots, with everybody who is to get a mail. */
import type { Audience, LocalMoment, ScheduleKind } from '../../model/schedule';
import { speak } from '../../report/onDemand';
import { audienceText, inOrder } from '../../rules/schedule/audience';
import { postOf, sinceDay } from './compose';
import type { Desk } from './desk';
import type { Ledger } from './ledger';
import { addressKey } from './people';
import type { DueSchedule } from './plan';
import type { Services } from './ports';
import { KINDS_IN_ORDER } from './send';
import { countOf, keyOfSlot, type Entry, type Slot } from './slot';

/** Those in which somebody still waits. */
export const waiting = (ledger: Ledger): Slot[] => ledger.all().filter((slot) => countOf(slot, 'pending') > 0);

/** Schedules of one kind that fall on the same time are one slot, so that nobody gets two mails. One that finds no room keeps no other from going out, and stays due. */
export function openSlots(services: Services, ledger: Ledger, desk: Desk, due: readonly DueSchedule[], guarded: (body: () => void) => void): void {
  const byKey = new Map<string, DueSchedule[]>();
  for (const one of due) {
    const key = keyOfSlot(one.schedule.kind, one.slot);
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  const order = ([one]: readonly DueSchedule[]): number => (one ? KINDS_IN_ORDER.indexOf(one.schedule.kind) : 0);
  for (const together of [...byKey.values()].sort((a, b) => order(a) - order(b))) {
    const [first] = together;
    if (!first) continue;
    const { schedule: { kind }, slot: at, cycle } = first;
    guarded(() => {
      openSlot(services, ledger, desk, { kind, at, audience: together.flatMap(({ schedule }) => schedule.audience), lines: together.map(({ line }) => ledger.idOf(line)), ...(cycle !== undefined && { cycle }) });
      for (const { line, slot } of together) ledger.serve(line, slot);
    });
  }
}

/** Where mails of the same kind for the same people wait still. */
export function waitingAlike(ledger: Ledger, { kind, audience, cycle }: Pick<Slot, 'kind' | 'audience' | 'cycle'>): Slot[] {
  return waiting(ledger).filter((one) => one.kind === kind && one.cycle === cycle && one.audience.join('\n') === audience.join('\n'));
}

/** No team is called that much, and nothing longer would fit into a property. */
const LONGEST_NAME = 1_000;

interface NewSlot {
  readonly kind: ScheduleKind;
  readonly at: LocalMoment;
  readonly audience: readonly Audience[];
  readonly lines: readonly string[];
  readonly ref?: string;
  readonly cycle?: string;
}

/** As a slot has it. */
export const audienceOf = (audience: readonly Audience[]): string[] => inOrder(audience).map(audienceText).filter((text) => text.length <= LONGEST_NAME);

/**
 * A slot that is there already stays as it is. Whoever still waits for an older mail of the same schedule gets only this one, and first: with 3,000
 * recipients, 100 a day and a digest every week the second digest begins with the 701st. Whom another mail is about to ask is not asked twice, and
 * who sends by hand what some still wait for sends it to these once.
 */
export function openSlot(services: Services, ledger: Ledger, desk: Desk, { kind, at, audience: wanted, lines, ref = '', cycle: told = desk.book.settings.cycleName }: NewSlot): Slot {
  const key = keyOfSlot(kind, at, ref);
  const known = ledger.slot(key);
  if (known) return known;
  const [audience, cycle] = [audienceOf(wanted), kind === 'report' ? told : ''];
  const slot: Slot = {
    key, kind, at, audience, lines, cycle, byHand: ref !== '', opened: desk.today, since: sinceDay(ledger, { at, lines, audience }, desk.today),
    entries: [], sent: 0, skipped: 0,
  };
  const older = waiting(ledger).filter((one) => one.lines.some((line) => lines.includes(line)));
  const asking = waiting(ledger).filter((one) => !older.includes(one) && isQuestion(one) && isQuestion(slot));
  const asked = addressesOf([...asking, ...(slot.byHand ? waitingAlike(ledger, slot) : [])]);
  const people = postOf(desk, slot, ledger).people.filter(({ to }) => !asked.has(addressKey(to)));
  const late = addressesOf(older);
  const isLate = ({ to }: { readonly to: string }): boolean => late.has(addressKey(to));
  slot.entries = [...people.filter(isLate), ...people.filter((one) => !isLate(one))].map(({ to }): Entry => ({ to, state: 'pending', reason: '' }));
  const before = older.map(({ entries, skipped }) => ({ entries, skipped }));
  for (const one of older) supersede(one, slot);
  if (ledger.put(slot)) return slot;
  for (const [index, one] of older.entries()) Object.assign(one, before[index]);
  throw new Error(speak(services.here.language())('rhythm.full'));
}

const isQuestion = ({ kind }: Pick<Slot, 'kind'>): boolean => kind === 'remind' || kind === 'review';
const addressesOf = (slots: readonly Slot[]): Set<string> => new Set(slots.flatMap(({ entries }) => entries.filter(({ state }) => state === 'pending').map(({ to }) => addressKey(to))));

/** Who gets the newer mail instead leaves only a number. Where another schedule shares the older slot, the others go on waiting. */
function supersede(older: Slot, { lines, entries }: Slot): void {
  const isShared = older.lines.some((line) => !lines.includes(line));
  const newer = new Set(entries.map(({ to }) => addressKey(to)));
  const kept = older.entries.filter(({ state, to }) => state !== 'pending' || (isShared && !newer.has(addressKey(to))));
  [older.skipped, older.entries] = [older.skipped + older.entries.length - kept.length, kept];
}
