/** The rhythm as it is pushed, on the embedded host: a half-year of slots, a fault at each service call, and what people do in between. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Host } from '../../../src/local/types';
import { act } from '../workbook';
import { begin, companyOf, DAY, HOUR, ownerOf, start, timedHost, type Timed } from './company';

const DAILY = 'remind: every week on monday, tuesday, wednesday, thursday, friday, saturday, sunday at 16:00, from 2026-10-01, to owners';

const since = (host: Host, count: number): string[] => host.outbox().slice(count).flatMap(({ to }) => to);

describe('half a year of slots over both changes of the clock, 60 owners', () => {
  test('every one is served once, and nobody gets two mails of one', async () => {
    const { host, at } = await timedHost(companyOf(60, [['check_in_days', 6]]), '2026-10-05T06:00:00Z');
    await begin(host, ['remind: every week on friday at 16:00, from 2026-10-05, to owners', 'digest: every 2 weeks on monday at 10:00, from 2026-10-12, to stakeholders'], ['boss@example.com, pl', 'team Team 1']);
    const [reminders, digests] = [[] as number[], [] as number[]];
    let sent = 0;
    // A run before each slot and two after it: 15:30 and 17:10 on Fridays, and on every second Monday 9:30 and 11:10, by the clock on the wall.
    for (let friday = Date.parse('2026-10-09T00:00:00Z'), week = 0; friday < Date.parse('2027-03-31T00:00:00Z'); friday += 7 * DAY, week += 1) {
      const offset = friday < Date.parse('2026-10-25T00:00:00Z') || friday > Date.parse('2027-03-28T00:00:00Z') ? 2 : 1;
      await at(friday + (17 - offset) * HOUR + 10 * 60_000);
      reminders.push(host.outbox().length - sent);
      sent = host.outbox().length;
      if (week % 2 > 0) continue;
      const monday = friday + 3 * DAY;
      await at(monday + (11 - (monday < Date.parse('2026-10-25T00:00:00Z') || monday > Date.parse('2027-03-28T00:00:00Z') ? 2 : 1)) * HOUR + 10 * 60_000);
      digests.push(host.outbox().length - sent);
      sent = host.outbox().length;
    }
    expect(reminders).toEqual(Array(25).fill(60));
    expect(digests).toEqual(Array(13).fill(17)); // the boss, 15 owners in the team and their head
    expect(host.failures()).toEqual([]);
    expect(await start(host)).toMatchObject({ unconfirmed: [], trigger: { failures: 0, lastError: '' } });
  }, 240_000);
});

describe('a fault at each service call of a run', () => {
  let timed: Timed;
  beforeAll(async () => {
    timed = await timedHost(companyOf(12, [['check_in_days', 1]]), '2026-10-05T06:00:00Z');
    await begin(timed.host, [DAILY]);
  }, 240_000);

  test('sends nobody a mail twice; whoever got none is shown as in doubt or gets theirs an hour later', async () => {
    const { host, at } = timed;
    let day = Date.parse('2026-10-06T14:10:00Z');
    await at(day);
    host.resetServiceCalls();
    await at((day += DAY));
    const calls = host.serviceCallCount();
    expect(calls).toBeGreaterThan(40);
    for (let n = 1; n <= calls; n += 1) {
      const time = (['before', 'after', 'onwards'] as const)[n % 3]!;
      const before = host.outbox().length;
      day += DAY;
      if (day >= Date.parse('2026-10-25T00:00:00Z') && day % DAY < 15 * HOUR) day += HOUR; // winter time
      host.resetServiceCalls();
      host.failCall(n, 'A bad day', time);
      await at(day);
      host.resetServiceCalls();
      await at(day + 125 * 60_000); // the next one keeps an hour's distance, in a minute of its own
      const got = since(host, before);
      expect(new Set(got).size, `call ${n} ${time}`).toBe(got.length);
      const { unconfirmed, recent } = await start(host);
      const doubtful = unconfirmed.filter(({ slot }) => slot === recent[0]!.slot).map(({ to }) => to);
      expect(new Set([...got, ...doubtful]).size, `call ${n} ${time}`).toBe(12);
      expect(recent[0]!.pending, `call ${n} ${time}`).toBe(0);
    }
  }, 240_000);
});

describe('people', () => {
  let timed: Timed;
  beforeAll(async () => {
    timed = await timedHost(companyOf(3), '2026-11-20T12:30:00Z');
  }, 240_000);

  test('send the summary from the menu after a question that says to how many', async () => {
    const { host } = timed;
    await host.click('sendSummaryNow');
    expect(host.messages().at(-1)!.text).toMatch(/^Nobody is set/);
    await host.call('rhythmSave', [[], ['boss@example.com', 'team Team 1']]);
    host.answerAlert('NO');
    await host.click('sendSummaryNow');
    expect(host.messages().at(-1)!.text).toBe('Send the summary to 3 recipients now?');
    expect(host.outbox()).toEqual([]);
    host.answerAlert('YES');
    await host.click('sendSummaryNow');
    expect(host.messages().at(-1)!.text).toBe('3 mails were sent.');
    expect(host.outbox().map(({ to, cc, bcc }) => [...to, ...cc, ...bcc])).toEqual([['boss@example.com'], [ownerOf(1)], ['head@example.com']]);
    expect(host.outbox()[0]!.htmlBody).toContain('#gid=');
  }, 60_000);

  test('see a review as a finding and a note on the cell; a check-in takes both away', async () => {
    const { host, at } = timed;
    await begin(host, ['review: every week on friday at 16:00, from 2026-11-20, to owners']);
    await act(host, (book) => void book.getSheetByName('Key Results')!.getRange('J3').setNote('Ask Eva first'));
    await at('2026-11-20T15:10:00Z');
    const notes = (): Promise<string[]> => act(host, (book) => book.getSheetByName('Key Results')!.getRange('J3:J5').getNotes().flat());
    expect(await notes()).toEqual([expect.stringMatching(/^Ask Eva first\n◷ In review since 2026-11-20/), expect.stringMatching(/^◷ In review/), expect.stringMatching(/^◷ In review/)]);
    const findings = (): string[] => host.values('Key Results', 'A3:Z5').map((row) => row.map(String).find((cell) => cell.includes('In review since')) ?? '');
    expect(findings().every((text) => text.includes('◇ In review since 2026-11-20'))).toBe(true);
    await host.call('checkInSave', [{ keyResultId: 'O0.1', value: '20', confidence: 4, progress: '', blockers: '', day: '', ref: 'r1' }]);
    await host.settled();
    expect(findings().map((text) => text === '')).toEqual([true, false, false]);
    await host.call('followSave', []);
    expect(await notes()).toEqual(['Ask Eva first', expect.stringMatching(/^◷ In review/), expect.stringMatching(/^◷ In review/)]);
    await host.call('checkInSave', [{ keyResultId: 'O1.1', value: '20', confidence: 4, progress: '', blockers: '', day: '', ref: 'r2' }]); // from a sidebar that was closed at once
    await at('2026-11-20T17:15:00Z');
    expect(await notes()).toEqual(['Ask Eva first', '', expect.stringMatching(/^◷ In review/)]);
    expect(host.failures()).toEqual([]);
  }, 60_000);

  test('are told when the key results are gone, and get their mails when they are back', async () => {
    const { host, at } = timed;
    await begin(host, ['remind: every week on saturday at 12:00, from 2026-11-20, to owners']);
    await act(host, (book) => book.removeNamedRange('key_results_table'));
    const before = host.outbox().length;
    await at('2026-11-21T11:10:00Z');
    expect((await host.call('rhythmOpen', []).catch((error: Error) => error.message))).toMatch(/set up/i);
    await host.click('setUpSpreadsheet');
    expect((await start(host)).trigger).toMatchObject({ failures: 1, lastError: expect.stringMatching(/set up/i) as string });
    await at('2026-11-21T13:15:00Z');
    expect(since(host, before)).toEqual([ownerOf(2)]); // the others have checked in
  }, 60_000);

  test('who took back the right to send are told, and others see who had it switched on', async () => {
    const { host, at } = timed;
    host.withhold('ana@example.com', ['script.send_mail']);
    await at('2026-11-22T11:10:00Z');
    host.setUser('ben@example.com');
    expect((await start(host)).trigger).toMatchObject({ on: true, mine: false, owner: 'ana@example.com', failures: 1, lastError: expect.stringMatching(/asked again/) as string });
    expect((await host.call('rhythmSwitch', [true]))).toMatchObject({ trigger: { mine: true, owner: 'ben@example.com', others: ['ana@example.com'] } });
    expect(host.triggers().map(({ user, functionName }) => [user, functionName])).toEqual([['ana@example.com', 'onHour'], ['ben@example.com', 'onHour']]);
  }, 60_000);
});
