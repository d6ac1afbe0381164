/** One time that mails go out, with everybody who is to get one and how far that is; kept as pages of text that fit into properties. */
import type { Day } from '../../model/day';
import type { LocalMoment, ScheduleKind } from '../../model/schedule';

/** Claimed: about to be sent. Unsure: Google failed while sending. Refused: Google took nothing. Skipped: there was nothing to tell any more. */
export type EntryState = 'pending' | 'claimed' | 'sent' | 'unsure' | 'refused' | 'skipped';

export interface Entry {
  readonly to: string;
  state: EntryState;
  reason: string;
}

export interface Slot {
  /** `digest@2026-11-23T10:00`, with `#` and a reference for one that was sent by hand. */
  readonly key: string;
  readonly kind: ScheduleKind;
  readonly at: LocalMoment;
  readonly byHand: boolean;
  /** Whom it is for, as in the lines of schedules; mails that wait are made anew for these. */
  readonly audience: readonly string[];
  /** The schedules that it serves, by what the ledger calls them. */
  readonly lines: readonly string[];
  readonly opened: Day;
  /** The day that a digest compares with. */
  readonly since: Day;
  /** The cycle that a report tells of, which may be closed by the time it is sent; '' for other mails. */
  readonly cycle: string;
  /** In the order in which they are sent. */
  entries: Entry[];
  /** Those who are done and no longer listed. */
  sent: number;
  skipped: number;
}

export const keyOfSlot = (kind: ScheduleKind, at: LocalMoment, ref = ''): string => `${kind}@${at}${ref === '' ? '' : `#${ref}`}`;

export const countOf = (slot: Slot, ...states: readonly EntryState[]): number => slot.entries.filter(({ state }) => states.includes(state)).length;

/** Those who still wait get none. */
export function skipPending(slot: Slot): void {
  for (const entry of slot.entries) if (entry.state === 'pending') entry.state = 'skipped';
}

/** Those who got theirs, or for whom there was none, leave only their number. */
export function shrink(slot: Slot): void {
  slot.sent += countOf(slot, 'sent');
  slot.skipped += countOf(slot, 'skipped');
  slot.entries = slot.entries.filter(({ state }) => state !== 'sent' && state !== 'skipped');
}

/** Google takes 9 kB for a value; somewhat less leaves room for what a page has besides its entries. */
const PAGE_BYTES = 8_500;
const LETTERS: Readonly<Record<EntryState, string>> = { pending: 'p', claimed: 'c', sent: 's', unsure: 'u', refused: 'r', skipped: 'x' };
const STATES = new Map((Object.keys(LETTERS) as EntryState[]).map((state) => [LETTERS[state], state]));

/** How it is, then the address with the number of its domain on the page: `pana@0`. A company's people share one, which is a quarter of what is stored. */
type StoredEntry = string | readonly [text: string, reason: string];

/** The first page has the head; audience and entries go on over as many pages as they need. `p` counts them, `d` are the domains of its entries. */
interface Page {
  readonly k: string;
  readonly p: number;
  readonly h?: readonly [lines: readonly string[], opened: Day, since: Day, sent: number, skipped: number, cycle?: string];
  readonly a: readonly string[];
  readonly d?: readonly string[];
  readonly e: readonly StoredEntry[];
}

export function pagesOf(slot: Slot): string[] {
  const pages: string[] = [];
  const { key: k, audience, lines, opened, since, sent, skipped, cycle } = slot;
  let [a, d, e]: [string[], string[], StoredEntry[]] = [[], [], []];
  let h: Page['h'] = cycle === '' ? [lines, opened, since, sent, skipped] : [lines, opened, since, sent, skipped, cycle];
  let bytes = sizeOf([k, h]);
  const turn = (): void => {
    pages.push(JSON.stringify({ k, p: pages.length, ...(h && { h }), a, ...(d.length > 0 && { d }), e } satisfies Page));
    [a, d, e, h, bytes] = [[], [], [], undefined, utf8Length(k)];
  };
  const fit = (size: number): void => {
    if (bytes + size > PAGE_BYTES) turn();
    bytes += size;
  };
  for (const text of audience) {
    fit(sizeOf(text));
    a.push(text);
  }
  for (const { to, state, reason } of slot.entries) {
    const at = to.lastIndexOf('@') + 1;
    const [local, domain] = [LETTERS[state] + to.slice(0, at), at === 0 ? to : to.slice(at)];
    fit(sizeOf(reason === '' ? local : [local, reason]) + DIGITS + (d.includes(domain) ? 0 : sizeOf(domain)));
    if (at > 0 && !d.includes(domain)) d.push(domain);
    const text = local + (at === 0 ? to : d.indexOf(domain));
    e.push(reason === '' ? text : [text, reason]);
  }
  turn();
  return pages;
}

/** What the number of a domain takes. */
const DIGITS = 3;
const sizeOf = (piece: unknown): number => utf8Length(JSON.stringify(piece)) + 1;

const readEntry = (stored: StoredEntry, domains: readonly string[]): Entry => {
  const [text, reason] = typeof stored === 'string' ? [stored, ''] : stored;
  const at = text.lastIndexOf('@') + 1;
  return { to: text.slice(1, at || undefined) + (at === 0 ? '' : (domains[Number(text.slice(at))] ?? '')), state: STATES.get(text.charAt(0)) ?? 'unsure', reason };
};

/** The slots on some pages, each with the names of its pages. */
export function slotsOn(values: Readonly<Record<string, string>>): { readonly slot: Slot; readonly names: readonly string[] }[] {
  const byKey = new Map<string, { page: Page; name: string }[]>();
  for (const [name, text] of Object.entries(values)) {
    const page = text === '' ? undefined : readPage(text);
    if (page) byKey.set(page.k, [...(byKey.get(page.k) ?? []), { page, name }]);
  }
  return [...byKey].map(([key, found]) => {
    found.sort((a, b) => a.page.p - b.page.p);
    const head = found.find(({ page }) => page.h)?.page.h ?? [[], key.slice(key.indexOf('@') + 1).slice(0, 10) as Day, '' as Day, 0, 0];
    const [lines, opened, since, sent, skipped, cycle = ''] = head;
    const audience = found.flatMap(({ page }) => page.a);
    const [kind = '', at = ''] = key.split('#')[0]?.split('@') ?? [];
    const entries = found.flatMap(({ page }) => page.e.map((stored) => readEntry(stored, page.d ?? [])));
    const slot: Slot = { key, kind: kind as ScheduleKind, at: at as LocalMoment, byHand: key.includes('#'), audience, lines, opened, since, cycle, entries, sent, skipped };
    return { slot, names: found.map(({ name }) => name) };
  });
}

function readPage(text: string): Page | undefined {
  try {
    const page = JSON.parse(text) as Partial<Page> | null;
    return typeof page?.k === 'string' && Array.isArray(page.a) && Array.isArray(page.e) ? (page as Page) : undefined;
  } catch {
    return undefined; // somebody else's text, or spoiled: what it said about single mails is lost, whatever happens here
  }
}

/** Bytes of a text as Google counts them: `é` is 2, `ไ` is 3, a pair of surrogates 4. */
export function utf8Length(text: string): number {
  if (!/[\u0080-\uffff]/.test(text)) return text.length;
  let bytes = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
