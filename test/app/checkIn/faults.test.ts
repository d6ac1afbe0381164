/** A fault at each service call of a check-in, then the same save again: one row and the right values, whatever had been written before. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { CheckInEntry, CheckInStart } from '../../../src/app/api';
import type { Host, SavedHost } from '../../../src/local/types';
import { act, reopened } from '../workbook';
import { companyHost, currentOf, entry, reset } from './company';

let company: SavedHost;
let apart: SavedHost; // the columns of the log do not stand side by side
beforeAll(async () => {
  const host = await companyHost();
  company = host.save();
  await act(host, (book) => void book.getSheetByName('Check-ins')!.insertColumnsBefore(4, 1)); // left of the author
  apart = host.save();
}, 240_000);

async function callsOf(saved: SavedHost, sent: CheckInEntry): Promise<number> {
  const host = await reopened(saved);
  host.resetServiceCalls();
  await host.call('checkInSave', [sent]);
  return host.serviceCallCount();
}

/** Every call fails once, the n-th in the n-th run; answers what people see after the second try. */
async function faults(saved: SavedHost, sent: CheckInEntry, look: (host: Host) => unknown): Promise<unknown[]> {
  const count = await callsOf(saved, sent);
  expect(count).toBeGreaterThan(8);
  const host = await reopened(saved);
  const seen: unknown[] = [];
  for (let n = 1; n <= count; n += 1) {
    const again = { ...sent, ref: `fault-${n}` };
    host.resetServiceCalls();
    host.failCall(n);
    await expect(host.call('checkInSave', [again])).rejects.toThrow('Service Spreadsheets failed');
    host.resetServiceCalls();
    expect(await host.call('checkInSave', [again])).toHaveProperty('saved');
    const rows = host.values('Check-ins', 'A3:I60').filter((row) => row.includes(`fault-${n}`));
    seen.push([rows.length, rows[0]?.filter((cell) => cell !== '' && cell !== `fault-${n}`), look(host)]);
    await reset(host); // the same start for the next
  }
  return seen;
}

describe('after a fault at each call', () => {
  const sent = entry({ value: '62', confidence: 4, progress: 'Signed' });
  const row = ['2026-11-21T09:30:00', 'O1.1', 'ana@example.com', 62, 4, 'Signed'];

  test('there is one row, and current and confidence are right', async () => {
    const seen = await faults(company, sent, (host) => currentOf(host, 'O1.1'));
    expect(seen).toEqual(seen.map(() => [1, row, [62, 4]]));
  }, 240_000);

  test('also with what the sidebar knows, and with columns of people’s own in between', async () => {
    const known = ((await (await reopened(company)).call('checkInOpen', [])) as CheckInStart).known!;
    const seen = [...(await faults(company, { ...sent, known }, (host) => currentOf(host, 'O1.1'))), ...(await faults(apart, sent, (host) => currentOf(host, 'O1.1')))];
    expect(seen).toEqual(seen.map(() => [1, row, [62, 4]]));
  }, 240_000);

  test('a total counts the value once', async () => {
    const seen = await faults(company, entry({ keyResultId: 'O1.3', value: '4' }), (host) => currentOf(host, 'O1.3')[0]);
    expect(seen.map((one) => (one as unknown[])[2])).toEqual(seen.map(() => 4));
  }, 240_000);
});
