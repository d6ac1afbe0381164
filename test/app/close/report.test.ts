/** The report of a close by mail: made from the history, so that it tells of the cycle that ended, however late it is sent. */
import { beforeAll, expect, test } from 'vitest';
import type { RhythmSent } from '../../../src/app/rhythm/api';
import type { CloseProgress, CloseStart } from '../../../src/app/close/api';
import type { Host, SavedHost } from '../../../src/local/types';
import { FEW_ROWS, fill, reopened } from '../workbook';
import { begin, close, endingHost, REQUEST } from './company';

let ending: SavedHost;
beforeAll(async () => {
  const host = await endingHost();
  await fill(host, { Settings: [['key', 'value'], ['recipients', 'board@example.com\neva@example.com, pl']] });
  ending = host.save();
}, 120_000);

const WANTED = { ...REQUEST, report: true };
const send = async (host: Host, ref: string): Promise<RhythmSent> => (await host.call('rhythmSend', [{ kind: 'report', audience: ['stakeholders'], cycle: '2026-Q4' }, ref])) as RhythmSent;
test('whoever goes on with an interrupted close learns that a report was asked for', async () => {
  const host = await reopened(ending, FEW_ROWS);
  expect(await begin(host, WANTED, 'cut')).toMatchObject({ done: 0, report: true });
  expect((await host.call('closeStep', ['cut'])) as CloseProgress).toMatchObject({ done: 1, report: true });
  expect((await host.call('closeOpen', [])) as CloseStart).toMatchObject({ pending: { done: 1, report: true } });
});

test('tells the scores, readings and learnings of the cycle that ended, to each in their language, once', async () => {
  const host = await reopened(ending, FEW_ROWS);
  await close(host, WANTED, 'whole');
  expect(await send(host, 'report whole')).toMatchObject({ sent: 2, pending: 0 });
  expect(await send(host, 'report whole')).toMatchObject({ sent: 2 });
  const [eva, board] = host.outbox();
  expect(host.outbox().map(({ to }) => to)).toEqual([['eva@example.com'], ['board@example.com']]);
  expect([board?.subject, eva?.subject]).toEqual(['2026-Q4: final score 0.48, 0 of 3 objectives reached', '2026-Q4: wynik końcowy 0,48, osiągnięte cele: 0 z 3']);
  expect(board?.body).toMatch(/aspirational: 0\.7 was expected, 0\.30 short of it/); // O2: 0.4
  expect(board?.body).toContain('from 0 to 50 · target 100'); // O1.1
  expect(board?.body).toContain('Too few people: two were ill');
  expect(board?.body).not.toContain('A company that lasts'); // it goes on, and is not closed
});

test('waits for tomorrow’s quota, and still tells of the cycle that ended', async () => {
  const host = await reopened(ending, { ...FEW_ROWS, mailQuota: 1 });
  await close(host, WANTED, 'whole');
  expect(await send(host, 'report whole')).toMatchObject({ sent: 1, pending: 1 });
  await host.call('rhythmSwitch', [true]);
  await host.advance(26 * 3_600_000);
  expect(host.outbox().map(({ subject }) => subject)).toEqual(['2026-Q4: wynik końcowy 0,48, osiągnięte cele: 0 z 3', '2026-Q4: final score 0.48, 0 of 3 objectives reached']);
}, 60_000);
