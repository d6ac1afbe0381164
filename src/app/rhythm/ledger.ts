/** The books of what was sent: slots with their entries, how far each schedule is served, whose trigger runs, and how the last run went. */
import { daysBetween, type Day } from '../../model/day';
import { MOST_DAYS_AFTER, type LocalMoment } from '../../model/schedule';
import type { Store } from './ports';
import { countOf, pagesOf, shrink, slotsOn, utf8Length, type Slot } from './slot';

const PREFIX = 'okr-rhythm-';
const PAGE = `${PREFIX}page-`;
/** How far a schedule is served; a name each, so that whoever saves schedules and whoever serves them never write over each other. */
const SERVED = `${PREFIX}served-`;
const LEASE = `${PREFIX}lease`;
const RUN = `${PREFIX}run`;
const OWNERS = `${PREFIX}owners`;
const CYCLES = `${PREFIX}cycles`;

/** How the hourly runs went; '' and 0 for nothing. */
export interface RunNote {
  readonly at: string;
  readonly failures: number; // in a row
  readonly error: string; // of the last one
  /** Our notes may stand on cells. */
  readonly noted: boolean;
  /** Mails that waited or were in doubt until the books no longer kept them, and the day that the last of them went. */
  readonly lost: number;
  readonly lostOn: string;
}

const NEVER: RunNote = { at: '', failures: 0, error: '', noted: false, lost: 0, lostOn: '' };

/** A cycle that the settings named once, and its last day. */
export interface SeenCycle {
  readonly name: string;
  readonly end: Day;
}

/** Two days answer “did I get it?”; after two months nobody asks. */
const LISTED_DAYS = 2;
export const KEPT_DAYS = 60;
/** A report that is due on a day may go out so much later. */
const LATE_DAYS = 10;
/** Google keeps 500 kB for the document, and others keep something there too. */
const COMFORTABLE_BYTES = 300_000;
const MOST_BYTES = 430_000;

export class Ledger {
  /** What the store has, as far as we know; a text that was not confirmed is not in it. */
  private readonly stored: Map<string, string>;
  private readonly slots = new Map<string, Slot>();
  private readonly names = new Map<string, readonly string[]>();
  private readonly later = new Map<string, string>();

  constructor(private readonly store: Store) {
    this.stored = new Map(Object.entries(store.read()).filter(([name]) => name.startsWith(PREFIX)));
    const pages = [...this.stored].filter(([name]) => name.startsWith(PAGE));
    for (const { slot, names } of slotsOn(Object.fromEntries(pages))) {
      this.slots.set(slot.key, slot);
      this.names.set(slot.key, names);
    }
  }

  /** Oldest first. */
  all(): Slot[] {
    return [...this.slots.values()].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
  }

  slot(key: string): Slot | undefined {
    return this.slots.get(key);
  }

  /** False when there is no room for it, not even when all that is done shrinks to numbers. */
  put(slot: Slot): boolean {
    this.slots.set(slot.key, slot);
    if (this.shrinkTo(MOST_BYTES) <= MOST_BYTES) return true;
    this.slots.delete(slot.key);
    return false;
  }

  /** Undefined for a schedule that nobody has met yet. */
  servedUpTo(line: string): LocalMoment | undefined {
    return (this.served(line)[0] || undefined) as LocalMoment | undefined;
  }

  /** What slots call a schedule: the hash of its line, or of the one that it was edited from, so that mails which wait stay its own. */
  idOf(line: string): string {
    return this.served(line)[1] ?? hash(line);
  }

  private served(line: string): readonly string[] {
    return (this.later.get(SERVED + hash(line)) ?? this.stored.get(SERVED + hash(line)) ?? '').split(' ');
  }

  /** Stored with the end of the run, after the slots themselves: a run that breaks off finds them due again, and its slots there already. */
  serve(line: string, upTo: LocalMoment, id = this.idOf(line)): void {
    this.later.set(SERVED + hash(line), id === hash(line) ? upTo : `${upTo} ${id}`);
  }

  /** A schedule that nobody has met is served from now on; under another name where an edited one goes on under that of this very line. */
  begin(line: string, now: LocalMoment, id = hash(line)): void {
    const isTaken = [...this.stored, ...this.later].some(([name, text]) => name.startsWith(SERVED) && text.split(' ')[1] === id);
    this.serve(line, now, isTaken ? hash(line + now) : id);
  }

  /** When this schedule last had mails, as long as the books know. */
  lastSlot(id: string): LocalMoment | undefined {
    return this.all().filter((slot) => slot.lines.includes(id)).pop()?.at;
  }

  cycles(): readonly SeenCycle[] {
    return JSON.parse(this.later.get(CYCLES) ?? this.stored.get(CYCLES) ?? '[]') as SeenCycle[];
  }

  /** The cycles whose end can still be told of, the present one last. One that was renamed or that ends on another day is the same. */
  noteCycle({ name, end }: { readonly name: string; readonly end: Day | undefined }, today: Day): readonly SeenCycle[] {
    const others = this.cycles().filter((one) => one.name !== name && one.end !== end && daysBetween(one.end, today) <= MOST_DAYS_AFTER + LATE_DAYS);
    const cycles = end === undefined ? others : [...others, { name, end }];
    this.later.set(CYCLES, JSON.stringify(cycles));
    return cycles;
  }

  /** Schedules that are no more are forgotten: one that comes back begins anew. */
  forgetAllBut(lines: readonly string[]): void {
    const known = new Set(lines.map((line) => SERVED + hash(line)));
    for (const [name, text] of this.stored) if (name.startsWith(SERVED) && text !== '' && !known.has(name)) this.later.set(name, '');
  }

  run(): RunNote {
    return { ...NEVER, ...(JSON.parse(this.later.get(RUN) ?? this.stored.get(RUN) ?? '{}') as Partial<RunNote>) };
  }

  noteRun(note: Partial<RunNote>): void {
    this.later.set(RUN, JSON.stringify({ ...this.run(), ...note }));
  }

  /** Whose triggers run, the last one to switch it on last. */
  owners(): readonly string[] {
    return JSON.parse(this.later.get(OWNERS) ?? this.stored.get(OWNERS) ?? '[]') as string[];
  }

  setOwners(owners: readonly string[]): void {
    this.later.set(OWNERS, JSON.stringify(owners));
  }

  /** Until when somebody sends, in milliseconds since 1970; 0 for nobody. */
  lease(): number {
    return Number(this.stored.get(LEASE) ?? 0);
  }

  setLease(until: number): void {
    this.write({ [LEASE]: String(until) });
  }

  /** Slots whose state changed, in one call. */
  save(): void {
    this.write(this.changedPages());
  }

  /** All that is left to write; whoever had the lease gives it back. */
  close(): void {
    this.write({ ...this.changedPages(), ...Object.fromEntries(this.later), [LEASE]: '0' });
  }

  /** For those who write without a lease: none of what they write is a slot. */
  saveBeside(): void {
    this.write(Object.fromEntries(this.later));
  }

  /**
   * What is done shrinks to numbers, then goes; first of all the oldest, when there is too much. What waits or could not be confirmed keeps its addresses
   * until it goes too: answers how many such mails went.
   */
  prune(today: Day): number {
    let lost = 0;
    for (const slot of this.slots.values()) {
      const age = daysBetween(slot.opened, today);
      if (age > KEPT_DAYS) {
        lost += countOf(slot, 'pending', 'claimed', 'unsure', 'refused');
        this.slots.delete(slot.key);
      } else if (age >= LISTED_DAYS) shrink(slot);
    }
    this.shrinkTo(COMFORTABLE_BYTES);
    const { lost: before, lostOn } = this.run();
    if (lost > 0) this.noteRun({ lost: lostOn !== '' && daysBetween(lostOn as Day, today) <= KEPT_DAYS ? before + lost : lost, lostOn: today });
    return lost;
  }

  /** Answers the bytes that are left. */
  private shrinkTo(most: number): number {
    let bytes = [...this.slots.values()].reduce((sum, slot) => sum + bytesOf(slot), 0);
    for (const slot of this.all()) {
      if (bytes <= most) break;
      bytes -= bytesOf(slot);
      shrink(slot);
      bytes += bytesOf(slot);
    }
    return bytes;
  }

  /** Pages are never deleted, which would cost a call each: emptied ones are used again. */
  private changedPages(): Record<string, string> {
    const pages = new Map([...this.slots].map(([key, slot]) => [key, pagesOf(slot)]));
    const wanted: Record<string, string> = {};
    const isTaken = new Set<string>();
    for (const [key, names] of this.names) for (const name of names.slice(0, pages.get(key)?.length ?? 0)) isTaken.add(name);
    const free = freeNames(isTaken);
    for (const name of this.stored.keys()) if (name.startsWith(PAGE)) wanted[name] = '';
    for (const [key, texts] of pages) {
      const kept = (this.names.get(key) ?? []).slice(0, texts.length);
      const names = texts.map((_, index) => kept[index] ?? (free.next().value as string));
      texts.forEach((text, index) => (wanted[names[index] as string] = text));
      this.names.set(key, names);
    }
    for (const key of this.names.keys()) if (!pages.has(key)) this.names.delete(key);
    return wanted;
  }

  /** Only what differs from what is stored. A second try after a failure: the same texts again change nothing, and a mail less is left in doubt. */
  private write(wanted: Readonly<Record<string, string>>): void {
    const changed = Object.entries(wanted).filter(([name, text]) => (this.stored.get(name) ?? '') !== text);
    if (changed.length === 0) return;
    const values = Object.fromEntries(changed);
    try {
      this.store.write(values);
    } catch {
      this.store.write(values);
    }
    for (const [name, text] of changed) this.stored.set(name, text);
  }
}

function* freeNames(isTaken: ReadonlySet<string>): Generator<string> {
  for (let number = 1; ; number += 1) if (!isTaken.has(`${PAGE}${number}`)) yield `${PAGE}${number}`;
}

const bytesOf = (slot: Slot): number => pagesOf(slot).reduce((sum, page) => sum + utf8Length(page) + PAGE.length + 4, 0);

/** Short enough for a name; two lines out of a million share one in a hundred million cases. */
export function hash(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i += 1) {
    a = Math.imul(a ^ text.charCodeAt(i), 2654435761);
    b = Math.imul(b ^ text.charCodeAt(i), 1597334677);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
