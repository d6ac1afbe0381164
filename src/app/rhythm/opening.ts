/** What is due becomes slots, with everybody who is to get a mail. */
import type { Audience, LocalMoment, ScheduleKind } from '../../model/schedule';
import { speak } from '../../report/onDemand';
import { audienceText, inOrder } from '../../rules/schedule/audience';
import { postOf, sinceDay } from './compose';
import type { Desk } from './desk';
import { hash, type Ledger } from './ledger';
import { addressKey } from './people';
import type { DueSchedule } from './plan';
import type { Services } from './ports';
import { KINDS_IN_ORDER } from './send';
import { countOf, keyOfSlot, type Entry, type Slot } from './slot';

/** Those in which somebody still waits. */
export const waiting = (ledger: Ledger): Slot[] => ledger.all().filter((slot) => countOf(slot, 'pending') > 0);

/** Schedules of one kind that fall on the same time are one slot, so that nobody gets two mails. */
export function openSlots(services: Services, ledger: Ledger, desk: Desk, due: readonly DueSchedule[]): void {
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
  readonly cycle?: string;
}

/**
 * A slot that is there already stays as it is. Whoever still waits for an older mail of the same schedule gets only this one, and first: with 3,000
 * recipients, 100 a day and a digest every week the second digest begins with the 701st. Whom another mail is about to ask is not asked twice.
 */
export function openSlot(services: Services, ledger: Ledger, desk: Desk, { kind, at, audience, lines, ref = '', cycle = desk.book.settings.cycleName }: NewSlot): Slot {
  const key = keyOfSlot(kind, at, ref);
  const known = ledger.slot(key);
  if (known) return known;
  const older = ledger.all();
  const slot: Slot = {
    key, kind, at, byHand: ref !== '', audience: inOrder(audience).map(audienceText).filter((text) => text.length <= LONGEST_NAME), lines, opened: desk.today, since: sinceDay(ledger, at, desk.today), cycle: kind === 'report' ? cycle : '',
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
