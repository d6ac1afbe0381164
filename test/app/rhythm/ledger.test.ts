/** The ledger's pages: they read back as they were, fit into properties, shrink with time, and never say the same mail twice. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../src/model/day';
import { addDays } from '../../../src/model/day';
import type { LocalMoment } from '../../../src/model/schedule';
import { hash, Ledger } from '../../../src/app/rhythm/ledger';
import { pagesOf, slotsOn, utf8Length, type Entry, type EntryState, type Slot } from '../../../src/app/rhythm/slot';

const STATES: readonly EntryState[] = ['pending', 'claimed', 'sent', 'unsure', 'refused', 'skipped'];
const OPENED = '2026-11-20' as Day;

function aSlot(entries: Entry[], key = 'digest@2026-11-20T10:00'): Slot {
  return {
    key, kind: 'digest', at: '2026-11-20T10:00' as LocalMoment, byHand: false, audience: ['stakeholders', 'team Café, th'], lines: ['a1'], opened: OPENED, since: '2026-11-13' as Day, cycle: '2026-Q4', entries, sent: 2, skipped: 1,
  };
}

/** Properties within Google's limits, which can be told to fail. */
class Properties {
  readonly values: Record<string, string> = {};
  writes = 0;
  failures = 0;
  read = (): Record<string, string> => ({ ...this.values });
  write = (values: Readonly<Record<string, string>>): void => {
    this.writes += 1;
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('No answer');
    }
    for (const text of Object.values(values)) if (Buffer.byteLength(text) > 9 * 1024) throw new Error('Argument too large: value');
    Object.assign(this.values, values);
  };
  bytes = (): number => Object.entries(this.values).reduce((sum, [name, text]) => sum + Buffer.byteLength(name) + Buffer.byteLength(text), 0);
}

const people = (count: number, state: EntryState = 'pending'): Entry[] => Array.from({ length: count }, (_, i) => ({ to: `somebody.with.a.long.name.${i}@example.com`, state, reason: '' }));

describe('pages', () => {
  const entry = fc.record({ to: fc.string({ unit: 'grapheme', maxLength: 60 }), state: fc.constantFrom(...STATES), reason: fc.string({ unit: 'grapheme', maxLength: 120 }) });

  test('whatever the addresses and reasons, each page fits into a property and all read back', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 300 }), (entries) => {
        const slot = aSlot(entries);
        const pages = pagesOf(slot);
        for (const page of pages) expect(Buffer.byteLength(page)).toBeLessThanOrEqual(9 * 1024);
        const shuffled = Object.fromEntries(pages.map((page, i) => [`p${i}`, page] as const).reverse());
        expect(slotsOn(shuffled).map((found) => found.slot)).toEqual([slot]);
      }),
      { numRuns: 60 },
    );
  });

  test('bytes are counted as UTF-8 has them', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => utf8Length(text) === Buffer.byteLength(text)));
  });
});

describe('the ledger', () => {
  test('writes only what changed, ten of three thousand in one call of one or two pages', () => {
    const store = new Properties();
    const ledger = new Ledger(store);
    ledger.put(aSlot(people(3000)));
    ledger.save();
    const before = { ...store.values };
    for (const one of ledger.all()[0]!.entries.slice(500, 510)) one.state = 'claimed';
    ledger.save();
    expect(store.writes).toBe(2);
    expect(Object.keys(store.values).filter((name) => store.values[name] !== before[name]).length).toBeLessThanOrEqual(2);
    expect(new Ledger(store).all()).toEqual(ledger.all());
  });

  test('a failed call is tried once more; after a second failure what was to be written is written by the next', () => {
    const store = new Properties();
    const ledger = new Ledger(store);
    store.failures = 1;
    ledger.put(aSlot(people(3)));
    ledger.save();
    expect(new Ledger(store).all()).toHaveLength(1);
    store.failures = 2;
    ledger.put({ ...aSlot(people(900), 'digest@2026-11-21T10:00'), at: '2026-11-21T10:00' as LocalMoment });
    expect(() => ledger.save()).toThrow('No answer');
    ledger.prune(addDays(OPENED, 5));
    ledger.save();
    expect(new Ledger(store).all()).toEqual(ledger.all());
  });

  test('done mails leave a number after two days and nothing after sixty; those in doubt keep their addresses until then', () => {
    const store = new Properties();
    const ledger = new Ledger(store);
    const doubtful: Entry = { to: 'x@example.com', state: 'claimed', reason: '' };
    ledger.put(aSlot([...people(500, 'sent'), ...people(4, 'skipped'), doubtful]));
    ledger.save();
    ledger.prune(addDays(OPENED, 1));
    expect(ledger.all()[0]!.entries).toHaveLength(505);
    ledger.prune(addDays(OPENED, 2));
    expect(ledger.all()[0]).toMatchObject({ entries: [doubtful], sent: 502, skipped: 5 });
    ledger.save();
    expect(store.bytes()).toBeLessThan(1000);
    ledger.prune(addDays(OPENED, 61));
    ledger.close();
    expect(new Ledger(store).all()).toEqual([]);
  });

  test('a year of daily mails to 3,000 people stays within 500 kB', () => {
    const store = new Properties();
    for (let day = 0; day < 365; day += 1) {
      const ledger = new Ledger(store);
      const today = addDays(OPENED, day);
      const slot = { ...aSlot(people(3000, 'sent'), `digest@${today}T10:00`), at: `${today}T10:00` as LocalMoment, opened: today, sent: 0, skipped: 0 };
      expect(ledger.put(slot)).toBe(true);
      ledger.prune(today);
      ledger.close();
      expect(store.bytes()).toBeLessThan(450_000);
    }
    const counts = new Ledger(store).all().map(({ sent, entries }) => sent + entries.length);
    expect(new Set(counts)).toEqual(new Set([3000]));
    expect(counts).toHaveLength(61);
  }, 60_000);

  test('there is no room for more than Google keeps, which is told and not tried', () => {
    const ledger = new Ledger(new Properties());
    expect(ledger.put(aSlot(people(20_000)))).toBe(false);
    expect(ledger.all()).toEqual([]);
  });

  test('a text that somebody spoiled is no slot, and keeps none of the others from being read', () => {
    const store = new Properties();
    const ledger = new Ledger(store);
    ledger.put(aSlot(people(1)));
    ledger.save();
    store.values['okr-rhythm-page-7'] = '{"k":';
    expect(new Ledger(store).all()).toHaveLength(1);
  });

  test('lines that differ have names that differ', () => {
    expect(new Set(Array.from({ length: 50_000 }, (_, i) => hash(`remind: every week on friday at 16:00, from 2026-11-27, to team ${i}`))).size).toBe(50_000);
  });
});
