/** Half a year of hourly runs over both daylight-saving changes: every slot is served once, no mail goes out twice, and none is lost without being shown. */
import { describe, expect, test } from 'vitest';
import { Ledger } from '../../../src/app/rhythm/ledger';
import { openRhythm } from '../../../src/app/rhythm/panel';
import { serveHour } from '../../../src/app/rhythm/run';
import { countOf, type Slot } from '../../../src/app/rhythm/slot';
import { worldOf, type FaultTime, type World } from './fakeServices';

const HOUR = 3_600_000;
const PEOPLE = 60;
const LINES = ['remind: every week on friday at 16:00, from 2026-10-05, to owners', 'digest: every 2 weeks on monday at 10:00, from 2026-10-12, to stakeholders'];
const STAKEHOLDERS = Array.from({ length: 12 }, (_, i) => `stake${i}@example.com`);
const BEGIN = '2026-10-05T06:20:00Z';
/** Weeks from the first Friday on, 9 October, to the end of March; digests every second Monday from 12 October on. */
const FRIDAYS = 25;
const MONDAYS = 13;

function aWorld(people = PEOPLE): World {
  return worldOf(people, BEGIN, { schedules: LINES.join('\n'), recipients: STAKEHOLDERS.join('\n'), missed_reviews: 400 });
}

/** One run; what it throws Google writes into a list that nobody reads. */
function hour(world: World): void {
  try {
    world.run(serveHour);
  } catch (error) {
    if (!/^(Service error|Answer lost|Exceeded)/.test((error as Error).message)) throw error;
  }
}

function simulate(world: World, until = '2027-03-31T22:00:00Z', each: () => void = () => undefined): void {
  for (; world.instant < Date.parse(until); world.instant += HOUR) {
    hour(world);
    each();
  }
}

/** A mail is of the slot in whose week it came; with one reminder a week and a digest every second one, address and day tell them apart. */
const identity = (world: World): string[] => world.mails.map(({ to, subject, at }) => `${to} ${/wait/.test(subject) ? 'remind' : 'digest'} ${weekOf(at)}`);
const weekOf = (at: string): number => Math.floor((Date.parse(`${at.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 3) / 7);

function repeated(texts: readonly string[]): string[] {
  const seen = new Set<string>();
  return texts.filter((text) => seen.has(text) || !seen.add(text));
}

/** Every slot ever opened, by its key, with its counts as they were last. */
function slotBook(world: World): { readonly book: Map<string, { sent: number; shown: number; pending: number; skipped: number }>; readonly note: () => void } {
  const book = new Map<string, { sent: number; shown: number; pending: number; skipped: number }>();
  const of = (slot: Slot) => ({
    sent: slot.sent + countOf(slot, 'sent'), shown: countOf(slot, 'claimed', 'unsure', 'refused'), pending: countOf(slot, 'pending'), skipped: slot.skipped + countOf(slot, 'skipped'),
  });
  let last = '';
  const note = (): void => {
    const pages = [...world.properties].filter(([name]) => name.includes('page')).map(([, text]) => text).join();
    if (pages === last) return;
    last = pages;
    for (const slot of new Ledger({ read: () => Object.fromEntries(world.properties), write: () => undefined }).all()) book.set(slot.key, of(slot));
  };
  return { book, note };
}

describe('half a year in Warsaw, 60 owners, 12 stakeholders', () => {
  test('each slot is served once, in the hour that it names, also over both changes of the clock', () => {
    const world = aWorld();
    const { book, note } = slotBook(world);
    simulate(world, undefined, note);
    expect([...book.keys()].filter((key) => key.startsWith('remind'))).toHaveLength(FRIDAYS);
    expect([...book.keys()].filter((key) => key.startsWith('digest'))).toHaveLength(MONDAYS);
    expect(new Set([...book].map(([key, counts]) => `${key.split('@')[0]} ${JSON.stringify(counts)}`))).toEqual(
      new Set([`remind {"sent":${PEOPLE},"shown":0,"pending":0,"skipped":0}`, 'digest {"sent":12,"shown":0,"pending":0,"skipped":0}']),
    );
    expect(repeated(identity(world))).toEqual([]);
    expect(new Set(world.mails.map(({ at }) => at.slice(11, 16)))).toEqual(new Set(['16:20', '10:20']));
    expect(world.mails).toHaveLength(FRIDAYS * PEOPLE + MONDAYS * 12);
    expect(world.storedBytes()).toBeLessThan(20_000);
    const { trigger, unconfirmed } = world.run(openRhythm);
    expect([trigger.failures, trigger.lastError, unconfirmed]).toEqual([0, '', []]);
  });

  test.each([1, 2, 3, 4])('with faults at random (seed %i) no mail is sent twice, and every one that was not sent is shown', (seed) => {
    const world = aWorld(20);
    const { book, note } = slotBook(world);
    const random = generator(seed);
    const kinds: readonly FaultTime[] = ['before', 'after', 'onwards'];
    world.fault = () => (random() < 0.03 ? kinds[Math.floor(random() * 3)] : undefined);
    simulate(world, undefined, note);
    expect(repeated(identity(world))).toEqual([]);
    expect([...book.keys()].filter((key) => key.startsWith('remind'))).toHaveLength(FRIDAYS);
    expect([...book.keys()].filter((key) => key.startsWith('digest'))).toHaveLength(MONDAYS);
    let sent = 0;
    for (const [key, counts] of book) {
      expect(counts.sent + counts.shown + counts.skipped, key).toBe(key.startsWith('remind') ? 20 : 12);
      expect(counts.pending, key).toBe(0);
      sent += counts.sent;
    }
    expect(sent).toBeLessThanOrEqual(world.mails.length); // some of those in doubt did arrive
    expect(sent + [...book.values()].reduce((sum, { shown }) => sum + shown, 0)).toBeGreaterThanOrEqual(world.mails.length);
  });

  test.each(['before', 'after', 'onwards'] as const)('a fault %s each call of a run, one after another: nobody gets a mail twice, and at most ten are in doubt', (time) => {
    const friday = '2026-10-09T14:20:00Z';
    const ready = (): World => {
      const world = aWorld(23);
      hour(world);
      world.instant = Date.parse(friday);
      world.calls = 0;
      return world;
    };
    const whole = ready();
    hour(whole);
    expect(whole.mails).toHaveLength(23);
    for (let n = 1; n <= whole.calls; n += 1) {
      const world = ready();
      world.fault = (call) => (call === n ? time : undefined);
      hour(world);
      world.instant += HOUR;
      hour(world);
      hour(world);
      const { unconfirmed, recent } = world.run(openRhythm);
      const slot = recent.find(({ kind }) => kind === 'remind')!;
      expect(repeated(identity(world)), `call ${n}`).toEqual([]);
      expect(slot.sent + unconfirmed.length, `call ${n}`).toBe(23);
      expect(slot.pending, `call ${n}`).toBe(0);
      expect(unconfirmed.length, `call ${n}`).toBeLessThanOrEqual(10);
      const known = new Set([...unconfirmed.map(({ to }) => to), ...world.mails.map(({ to }) => to)]);
      expect(known.size, `call ${n}`).toBe(23);
    }
  });
});

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
