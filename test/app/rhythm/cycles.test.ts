/** Reports at or after the end of a cycle, also where the next one was opened meanwhile. */
import { expect, test } from 'vitest';
import { openRhythm } from '../../../src/app/rhythm/panel';
import { serveHour } from '../../../src/app/rhythm/run';
import { Ledger } from '../../../src/app/rhythm/ledger';
import { worldOf, type World } from './fakeServices';

const HOUR = 3_600_000;
const REPORT = 'report: 7 days after the end of the cycle at 09:00, from 2026-10-05, to stakeholders';

function until(world: World, moment: string): void {
  for (const end = Date.parse(moment); world.instant < end; world.instant += HOUR) world.run(serveHour);
}

/** Everything of 2026-H2 went into the history on 2 April, and 2027-H1 is open. */
function close(world: World): void {
  world.cells.history = [
    'closed_on cycle id objective_id text team owner score cause learning next_step'.split(' '),
    'closed_on cycle id objective_id text team owner score cause learning next_step'.split(' '),
    ['2027-04-02', '2026-H2', 'O0', 'O0', 'Region 0 stays with us', 'Team 0', 'head0@example.com', 0.7, '', '', ''],
    ['2027-04-02', '2026-H2', 'O0.1', 'O0', 'Renewals 0 rise', 'Team 0', 'owner0@example.com', 0.7, '', '', ''],
  ];
  world.setting('cycle_name', '2027-H1');
  world.setting('cycle_start', '2027-04-01');
  world.setting('cycle_end', '2027-09-30');
}

test('seven days after the end comes the report of the cycle that ended, though the next is open since the second', () => {
  const world = worldOf(2, '2027-03-30T06:20:00Z', { schedules: REPORT, recipients: 'boss@example.com' });
  until(world, '2027-04-02T10:00:00Z');
  close(world);
  until(world, '2027-04-05T10:00:00Z');
  expect(world.run(openRhythm).cycle).toMatchObject({ name: '2027-H1', end: '2027-09-30', earlierEnds: ['2027-03-31'] });
  until(world, '2027-04-20T10:00:00Z');
  expect(world.mails.map(({ at, subject }) => [at, subject])).toEqual([['2027-04-07T09:20:00', expect.stringMatching(/^2026-H2: final score 0\.70/)]]);
  until(world, '2027-07-30T10:00:00Z');
  expect(world.run(openRhythm).cycle.earlierEnds).toEqual([]);
  expect(world.mails).toHaveLength(1);
}, 60_000);

test('a cycle that is renamed or made longer is the same', () => {
  const world = worldOf(1, '2027-03-30T06:20:00Z', {});
  const cycles = (): unknown => (world.run(serveHour), world.run(({ store }) => new Ledger(store).cycles()));
  cycles();
  world.setting('cycle_name', 'Second half');
  expect(cycles()).toEqual([{ name: 'Second half', end: '2027-03-31' }]);
  world.setting('cycle_end', '2027-04-30');
  expect(cycles()).toEqual([{ name: 'Second half', end: '2027-04-30' }]);
});
