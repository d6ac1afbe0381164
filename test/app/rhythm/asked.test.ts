/** What came before, for whom: the day that a digest compares with, whom a review asked and who let it pass, and how old things are. */
import { describe, expect, test } from 'vitest';
import { sendNow } from '../../../src/app/rhythm/byHand';
import { serveHour } from '../../../src/app/rhythm/run';
import { Ledger } from '../../../src/app/rhythm/ledger';
import { worldOf, type World } from './fakeServices';

const HOUR = 3_600_000;
const THURSDAY = '2026-10-08T06:20:00Z';

/** Served at the hours of these days at 16:20 in Warsaw. */
function served(world: World, days: readonly string[]): void {
  world.run(serveHour);
  for (const day of days) {
    world.instant = Date.parse(`${day}T16:20:00+02:00`);
    world.run(serveHour);
  }
}
const sinceOf = (world: World, part: string): string => world.run(({ store }) => new Ledger(store)).all().filter(({ key }) => key.includes(part)).pop()!.since;

describe('a digest compares with', () => {
  const WEEKLY = 'digest: every week on friday at 16:00, from 2026-10-05, to stakeholders';
  const FORTNIGHTLY = 'digest: every 2 weeks on friday at 15:00, from 2026-10-05, to boss@example.com';

  test('the one before of the same schedule', () => {
    const world = worldOf(1, THURSDAY, { schedules: `${WEEKLY}\n${FORTNIGHTLY}`, recipients: 's@example.com' });
    served(world, ['2026-10-09', '2026-10-16', '2026-10-23']);
    expect([sinceOf(world, 'digest@2026-10-23T16:00'), sinceOf(world, 'digest@2026-10-23T15:00'), sinceOf(world, 'digest@2026-10-09')]).toEqual(['2026-10-16', '2026-10-09', '2026-10-02']);
  });

  test('a scheduled one, also where somebody sent one by hand in between', () => {
    const world = worldOf(1, THURSDAY, { schedules: WEEKLY, recipients: 's@example.com' });
    served(world, ['2026-10-09']);
    world.instant = Date.parse('2026-10-14T12:00:00+02:00');
    world.run((services) => sendNow(services, { kind: 'digest', audience: ['stakeholders'] }, 'hand'));
    world.run((services) => sendNow(services, { kind: 'digest', audience: ['team Team 0'] }, 'team'));
    served(world, ['2026-10-16']);
    expect([sinceOf(world, '#hand'), sinceOf(world, '#team'), sinceOf(world, 'digest@2026-10-16T16:00')]).toEqual(['2026-10-09', '2026-10-07', '2026-10-09']);
  });
});

describe('reviews', () => {
  const OF_TEAM_0 = 'review: every week on friday at 16:00, from 2026-10-05, to team Team 0';

  test('of one team are none that the owners of others let pass', () => {
    const world = worldOf(2, THURSDAY, { schedules: OF_TEAM_0 });
    served(world, ['2026-10-09', '2026-10-16', '2026-10-23']);
    world.instant += HOUR;
    world.run((services) => sendNow(services, { kind: 'remind', audience: ['owners'] }, 'hand'));
    const escalations = world.mails.filter(({ to }) => to.startsWith('head')).map(({ to, text }) => [to, text.match(/O\d\.1/g)]);
    expect(escalations).toEqual([['head0@example.com', ['O0.1']], ['head0@example.com', ['O0.1']]]);
  });

  test('of one team do not ask the owners of others: a check-in before one is not older than the last time they were asked', () => {
    const world = worldOf(2, THURSDAY, { schedules: OF_TEAM_0, check_in_days: 6 });
    world.checkIn('O0.1', '2026-10-10T10:00:00');
    world.checkIn('O1.1', '2026-10-10T10:00:00');
    served(world, ['2026-10-09', '2026-10-16']);
    world.instant = Date.parse('2026-10-19T12:00:00+02:00'); // nine days later; team 0 was asked again on the 16th
    world.run((services) => sendNow(services, { kind: 'remind', audience: ['owners'] }, 'hand'));
    expect(world.mails.filter(({ at }) => at.startsWith('2026-10-19')).map(({ to }) => to)).toEqual(['owner0@example.com', 'owner1@example.com']);
    const later = worldOf(2, THURSDAY, { schedules: OF_TEAM_0.replace('every week', 'every 4 weeks'), check_in_days: 6 });
    served(later, ['2026-10-09']);
    later.checkIn('O0.1', '2026-10-10T10:00:00'); // answers the review of the 9th, good until the next one
    later.checkIn('O1.1', '2026-10-10T10:00:00'); // nobody had asked for it, and it is old by now
    later.instant = Date.parse('2026-10-19T12:00:00+02:00');
    later.run((services) => sendNow(services, { kind: 'remind', audience: ['owners'] }, 'hand'));
    expect(later.mails.filter(({ at }) => at.startsWith('2026-10-19')).map(({ to }) => to)).toEqual(['owner1@example.com']);
  });
});

describe('with a pinned as-of day', () => {
  test('a reminder is as old as the calendar says: what is due and how long ago are of the same day', () => {
    const world = worldOf(2, THURSDAY, { schedules: 'remind: every week on friday at 16:00, from 2026-10-05, to owners', as_of: '2026-10-01', as_of_pinned: 'yes' });
    world.checkIn('O0.1', '2026-09-25T10:00:00');
    world.checkIn('O0.1', '2026-10-02T10:00:00'); // after the pinned day
    world.checkIn('O1.1', '2026-10-07T10:00:00');
    served(world, ['2026-10-09']);
    expect(world.mails.map(({ to, text }) => [to, /\d+ days? ago/.exec(text)?.[0]])).toEqual([['owner0@example.com', '7 days ago']]);
  });
});
