/** When the books are full: mails go on, what finds no room is told and tried again, and nobody is lost without being shown. */
import { describe, expect, test } from 'vitest';
import type { LocalMoment } from '../../../src/model/schedule';
import type { Day } from '../../../src/model/day';
import { Ledger } from '../../../src/app/rhythm/ledger';
import { openRhythm } from '../../../src/app/rhythm/panel';
import { serveHour } from '../../../src/app/rhythm/run';
import type { Slot } from '../../../src/app/rhythm/slot';
import { worldOf, type World } from './fakeServices';

const HOUR = 3_600_000;
const MONDAY = 'digest: every week on monday at 10:00, from 2026-10-05, to stakeholders';
const THURSDAY = 'digest: every week on thursday at 10:00, from 2026-10-05, to stakeholders';
const FRIDAY = 'remind: every week on friday at 16:00, from 2026-10-05, to owners';
const PEOPLE = 3000;

/** Fifty letters each, at nine companies. */
const longAddress = (i: number): string => `${`stakeholder.${i}.withalongname`.padEnd(29, 'e').slice(0, 29)}@company${i % 9}.example.com`;

/** Pages that somebody else filled. */
function crowded(world: World, people: number): void {
  const slot: Slot = {
    key: 'report@2026-10-01T10:00#old', kind: 'report', at: '2026-10-01T10:00' as LocalMoment, byHand: true, audience: ['stakeholders'], lines: [], opened: '2026-10-01' as Day, since: '' as Day, cycle: '', sent: 0, skipped: 0,
    entries: Array.from({ length: people }, (_, i) => ({ to: `${'x'.repeat(40)}${i}@example.com`, state: 'refused', reason: '' })),
  };
  world.run(({ store }) => {
    const ledger = new Ledger(store);
    expect(ledger.put(slot)).toBe(true);
    ledger.save();
  });
}

describe('3,000 stakeholders with addresses of fifty letters, 100 mails a day', () => {
  test('get two digests a week beside the reminders, week after week, within 500 kB', () => {
    const addresses = Array.from({ length: PEOPLE }, (_, i) => longAddress(i));
    expect([new Set(addresses).size, new Set(addresses.map(({ length }) => length))]).toEqual([PEOPLE, new Set([50])]);
    const world = worldOf(5, '2026-10-04T06:20:00Z', { schedules: [MONDAY, THURSDAY, FRIDAY].join('\n'), recipients: addresses.join('\n') });
    const perDay = new Map<string, number>();
    const slots = new Set<string>();
    for (let run = 0; run < 42 * 8; run += 1) {
      world.run(serveHour);
      world.instant += 3 * HOUR;
      expect(world.storedBytes()).toBeLessThan(500_000);
    }
    for (const { at } of world.mails) perDay.set(at.slice(0, 10), (perDay.get(at.slice(0, 10)) ?? 0) + 1);
    expect([...perDay.keys()]).toHaveLength(41); // every day from the first Monday on
    expect(world.mails.length).toBeGreaterThan(39 * 100);
    const { recent, trigger } = world.run(openRhythm);
    for (const one of recent) {
      slots.add(one.slot);
      if (one.kind === 'digest') expect(one.sent + one.pending + one.skipped + one.unsure + one.refused, one.slot).toBe(PEOPLE);
      else expect(one, one.slot).toMatchObject({ pending: 0 });
    }
    expect([...slots].filter((key) => key.startsWith('digest'))).toHaveLength(12);
    expect([...slots].filter((key) => key.startsWith('remind'))).toHaveLength(6);
    expect(trigger).toMatchObject({ failures: 0, lastError: '' });
  }, 200_000);
});

describe('a slot that finds no room', () => {
  test('is told, leaves what waits as it is, keeps no other from going out, and goes out as soon as there is some', () => {
    const world = worldOf(5, '2026-10-04T06:20:00Z', { schedules: [MONDAY, FRIDAY].join('\n'), recipients: Array.from({ length: 2000 }, (_, i) => longAddress(i)).join('\n') });
    world.run(serveHour);
    crowded(world, 8000);
    world.instant = Date.parse('2026-10-09T14:20:00Z'); // Friday; Monday's digest was not served
    world.run(serveHour);
    expect(new Set(world.mails.map(({ to }) => to))).toEqual(new Set([0, 1, 2, 3, 4].map((i) => `owner${i}@example.com`)));
    expect(world.run(openRhythm).trigger).toMatchObject({ failures: 1, lastError: expect.stringMatching(/too many recipients/) as string });
    world.instant += HOUR;
    world.run(serveHour);
    expect(world.run(openRhythm).trigger.failures).toBe(2);
    for (const [name, text] of world.properties) if (text.includes('report@')) world.properties.set(name, '');
    world.instant += HOUR;
    world.run(serveHour);
    const { recent, trigger } = world.run(openRhythm);
    expect(recent.find(({ kind }) => kind === 'digest')).toMatchObject({ at: '2026-10-05T10:00', sent: 95, pending: 1905 });
    expect(trigger).toMatchObject({ failures: 0, lastError: '' });
  });

  test('takes nothing from those who wait for the one before', () => {
    const world = worldOf(1, '2026-10-04T06:20:00Z', { schedules: MONDAY, recipients: Array.from({ length: 200 }, (_, i) => longAddress(i)).join('\n') });
    world.quota = 1;
    world.run(serveHour);
    world.instant = Date.parse('2026-10-05T08:20:00Z');
    world.run(serveHour);
    crowded(world, 7700);
    world.setting('recipients', Array.from({ length: 3000 }, (_, i) => longAddress(i)).join('\n'));
    world.instant = Date.parse('2026-10-12T08:20:00Z');
    world.run(serveHour);
    const { recent, trigger } = world.run(openRhythm);
    expect(trigger.lastError).toMatch(/too many recipients/);
    expect(recent.find(({ kind }) => kind === 'digest')).toMatchObject({ at: '2026-10-05T10:00', sent: 2, pending: 198 });
  });
});

describe('what is too old to be kept', () => {
  test('is told with its number when somebody still waited for it or it was in doubt', () => {
    const world = worldOf(3, '2026-10-08T06:20:00Z', { schedules: FRIDAY });
    world.run(serveHour);
    world.instant = Date.parse('2026-10-09T14:20:00Z');
    world.fault = (_, name) => (name === 'mail.send' ? 'before' : undefined);
    world.run(serveHour);
    world.fault = () => undefined;
    world.setting('schedules', '');
    expect(world.run(openRhythm)).toMatchObject({ lost: 0, lostOn: '', unconfirmed: [{}, {}, {}] });
    world.instant = Date.parse('2026-12-09T14:20:00Z');
    world.run(serveHour);
    expect(world.run(openRhythm)).toMatchObject({ unconfirmed: [], lost: 3, lostOn: '2026-12-09', trigger: { failures: 2, lastError: '3 mails that waited or could not be confirmed for 60 days are no longer kept.' } });
    world.instant += HOUR;
    world.run(serveHour);
    expect(world.run(openRhythm)).toMatchObject({ lost: 3, trigger: { failures: 0, lastError: '' } });
  });
});
