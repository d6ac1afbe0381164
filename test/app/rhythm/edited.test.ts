/** Schedules that are edited or deleted while mails wait, and what people decide about mails: not to be sent, arrived, once more. */
import { describe, expect, test } from 'vitest';
import { resend, sendNow } from '../../../src/app/rhythm/byHand';
import { cancelMails, openRhythm, previewRhythm, saveRhythm, settleMails } from '../../../src/app/rhythm/panel';
import { serveHour } from '../../../src/app/rhythm/run';
import { worldOf, type World } from './fakeServices';

const HOUR = 3_600_000;
const DIGEST = 'digest: every week on friday at 16:00, from 2026-10-05, to stakeholders';
const REMIND = 'remind: every week on friday at 16:00, from 2026-10-05, to owners';
const recipients = (count: number): string[] => Array.from({ length: count }, (_, i) => `s${i}@example.com`);
const to = (world: World): string[] => world.mails.map((mail) => mail.to);
const days = (world: World): string[] => world.mails.map(({ at }) => at.slice(0, 13));

/** Saved on Thursday the 8th; Friday the 9th is the first day. */
function withSchedule(people: number, lines: readonly string[] = [DIGEST]): World {
  const world = worldOf(3, '2026-10-08T06:20:00Z', { schedules: '', recipients: '' });
  save(world, lines, people);
  return world;
}

const save = (world: World, lines: readonly string[], people: number): unknown => world.run((services) => saveRhythm(services, lines, recipients(people)));

/** Hourly runs up to a moment by the clock in Warsaw in summer. */
function until(world: World, moment: string): void {
  for (const end = Date.parse(`${moment}:00+02:00`); world.instant < end; world.instant += HOUR) world.run(serveHour);
}

describe('a schedule that is edited', () => {
  test('goes to the new people at the time of the old one, also where it was due already', () => {
    const world = withSchedule(2);
    until(world, '2026-10-09T16:00'); // the run at 16:20 is still to come
    world.instant = Date.parse('2026-10-09T16:05:00+02:00');
    save(world, [DIGEST.replace('stakeholders', 'stakeholders; boss@example.com')], 2);
    world.instant = Date.parse('2026-10-09T16:20:00+02:00');
    until(world, '2026-10-10T00:00');
    expect(to(world)).toEqual(['s0@example.com', 's1@example.com', 'boss@example.com']);
  });

  test('to a later time of the day that was served is not served twice on it, and goes on at the new one', () => {
    const world = withSchedule(2);
    until(world, '2026-10-09T17:00');
    save(world, [DIGEST.replace('16:00', '18:00')], 2);
    until(world, '2026-10-17T00:00');
    expect(days(world)).toEqual(['2026-10-09T16', '2026-10-09T16', '2026-10-16T18', '2026-10-16T18']);
  });

  test('to a later time before it was served comes at that time', () => {
    const world = withSchedule(1);
    until(world, '2026-10-09T12:00');
    save(world, [DIGEST.replace('16:00', '18:00')], 1);
    until(world, '2026-10-10T00:00');
    expect(days(world)).toEqual(['2026-10-09T18']);
  });

  test('to other days makes up for none of them', () => {
    const world = withSchedule(1);
    until(world, '2026-10-15T12:00');
    save(world, [DIGEST.replace('friday', 'wednesday')], 1);
    until(world, '2026-10-22T00:00');
    expect(days(world)).toEqual(['2026-10-09T16', '2026-10-21T16']);
  });

  test('leaves those waiting who wait, and its next mail is theirs first', () => {
    const world = withSchedule(300);
    world.quota = 10;
    until(world, '2026-10-10T12:00');
    save(world, [DIGEST.replace('16:00', '17:00')], 300);
    until(world, '2026-10-16T17:00');
    const before = world.mails.length;
    expect(before).toBeGreaterThanOrEqual(70);
    until(world, '2026-10-17T18:00');
    expect(to(world).slice(before)[0]).toBe(`s${before}@example.com`);
    const { recent } = world.run(openRhythm);
    expect(recent.map(({ at, pending }) => [at, pending === 0])).toEqual([['2026-10-16T17:00', false], ['2026-10-09T16:00', true]]);
    expect(new Set(to(world)).size).toBe(world.mails.length);
  });

  test('in the cell itself keeps its waiting mails too', () => {
    const world = withSchedule(30);
    world.quota = 10;
    until(world, '2026-10-09T18:00');
    world.setting('schedules', DIGEST.replace('16:00', '17:00'));
    until(world, '2026-10-11T18:00');
    expect(new Set(to(world)).size).toBe(30);
  });

  test('in the cell itself so that it cannot be read leaves waiting who waits', () => {
    const world = withSchedule(30);
    world.quota = 10;
    until(world, '2026-10-09T18:00');
    world.setting('schedules', DIGEST.replace('every week', 'evry week'));
    until(world, '2026-10-11T18:00');
    expect(new Set(to(world)).size).toBe(30);
  });

  test('and the same line made anew are two: what waits for one is not taken for the other’s', () => {
    const world = withSchedule(30);
    world.quota = 10;
    until(world, '2026-10-09T18:00');
    save(world, [DIGEST.replace('16:00', '17:00')], 30);
    save(world, [DIGEST.replace('16:00', '17:00'), DIGEST], 30);
    save(world, [DIGEST], 30);
    until(world, '2026-10-09T23:00');
    expect(world.run(openRhythm).recent).toMatchObject([{ sent: 10, pending: 0, skipped: 20 }]);
  });
});

describe('mails that wait', () => {
  test('for a schedule that was deleted are not sent, and counted', () => {
    const world = withSchedule(30);
    world.quota = 10;
    until(world, '2026-10-09T18:00');
    save(world, [REMIND], 30);
    until(world, '2026-10-12T18:00');
    expect(world.mails).toHaveLength(10);
    expect(world.run(openRhythm).recent).toMatchObject([{ kind: 'digest', sent: 10, pending: 0, skipped: 20 }]);
  });

  test('are not sent when somebody says so', () => {
    const world = withSchedule(30);
    world.quota = 10;
    until(world, '2026-10-09T18:00');
    const { recent: [slot] } = world.run(openRhythm);
    expect(slot).toMatchObject({ pending: 20 });
    expect(world.run((services) => cancelMails(services, slot!.slot)).recent).toMatchObject([{ sent: 10, pending: 0, skipped: 20 }]);
    until(world, '2026-10-12T18:00');
    expect(world.mails).toHaveLength(10);
  });

  test('are listed however many came after', () => {
    const world = withSchedule(1);
    world.quota = 0;
    until(world, '2026-10-09T18:00');
    for (let i = 0; i < 25; i += 1) {
      world.instant += 60_000;
      world.run((services) => sendNow(services, { kind: 'remind', audience: ['team Nobody'] }, `r${i}`));
    }
    expect(world.run(openRhythm).recent.filter(({ pending }) => pending > 0)).toMatchObject([{ kind: 'digest', pending: 1 }]);
  });

  test('go out first when the same is sent by hand, and are the only ones of these people', () => {
    const world = withSchedule(4);
    world.quota = 1;
    until(world, '2026-10-09T17:00');
    const request = { kind: 'digest', audience: ['stakeholders'] } as const;
    expect(world.run((services) => previewRhythm(services, request))).toMatchObject({ count: 4, waiting: 3 });
    expect(world.run((services) => previewRhythm(services, { kind: 'digest', audience: ['owners'] }))).toMatchObject({ waiting: 0 });
    world.quota = 3;
    expect(world.run((services) => sendNow(services, request, 'one'))).toEqual({ sent: 2, pending: 2, refused: 0, unsure: 0 });
    expect(to(world)).toEqual(['s0@example.com', 's1@example.com', 's2@example.com']);
    world.quota = 100;
    until(world, '2026-10-09T19:00');
    expect(to(world)).toEqual(['s0@example.com', 's1@example.com', 's2@example.com', 's3@example.com', 's0@example.com']);
  });
});

describe('mails in doubt', () => {
  const doubtful = (): World => {
    const world = withSchedule(3);
    world.fault = (_, name) => (name === 'mail.send' ? 'after' : undefined);
    until(world, '2026-10-09T17:00');
    world.fault = () => undefined;
    return world;
  };

  test('are settled by who knows that they arrived: sent, and not in doubt', () => {
    const world = doubtful();
    const [first, second] = world.run(openRhythm).unconfirmed;
    const after = world.run((services) => settleMails(services, [first!.key]));
    expect(after.unconfirmed.map(({ to: who }) => who)).toEqual(['s1@example.com', 's2@example.com']);
    expect(after.recent).toMatchObject([{ sent: 1, unsure: 2 }]);
    world.run((services) => resend(services, [first!.key, second!.key]));
    expect(to(world).slice(3)).toEqual(['s1@example.com']);
  });

  test('that were refused cannot have arrived', () => {
    const world = withSchedule(1);
    until(world, '2026-10-09T16:00');
    world.instant = Date.parse('2026-10-09T16:20:00+02:00');
    world.run((services) => serveHour({ ...services, mail: { ...services.mail, send: () => { throw new Error('Invalid email: s0@example.com'); } } }));
    const [only] = world.run(openRhythm).unconfirmed;
    expect(world.run((services) => settleMails(services, [only!.key])).unconfirmed).toMatchObject([{ state: 'refused' }]);
  });
});
