/** What a check-in costs of Google's services: the same few calls however many key results and check-ins there are. */
import { afterAll, expect, test } from 'vitest';
import type { CheckInStart } from '../../../src/app/api';
import { company } from '../../../bench/company';
import { newRef } from '../../../sidebar/drafts';
import type { Host } from '../../../src/local/types';
import { act, setUpHost } from '../workbook';
import { save } from './company';

const MOST_CALLS = 12;
let last: Host | undefined;
afterAll(() => last?.dispose());

/** A workbook of so many key results, each checked in once. */
async function workbook(rows: number): Promise<Host> {
  last?.dispose();
  const host = await setUpHost();
  const { keyResults, objectives } = company(rows);
  const log = keyResults.slice(2).map(([id], i) => [`2026-11-0${1 + (i % 9)}T10:00:00`, id, 'ana@example.com', i % 50, 3, '', '', `r${i}`]);
  const plain = (cells: typeof keyResults): unknown[][] => cells.slice(2).map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)));
  const tables = { Objectives: plain(objectives), 'Key Results': plain(keyResults), 'Check-ins': log };
  await act(host, (book, filled) => {
    for (const [name, cells] of Object.entries(filled as Record<string, unknown[][]>)) {
      const sheet = book.getSheetByName(name)!;
      const missing = cells.length + 210 - sheet.getMaxRows();
      if (missing > 0) sheet.insertRowsBefore(500, missing); // inside, so that names and formulas reach as far
      sheet.getRange(3, 1, cells.length, cells[0]!.length).setValues(cells);
    }
  }, tables);
  await host.settled();
  return (last = host);
}

test('a check-in takes at most 12 service calls, the same at 10 and at 10,000 key results', async () => {
  const counts: number[] = [];
  for (const rows of [10, 10_000]) {
    const host = await workbook(rows);
    const { known } = (await host.call('checkInOpen', [])) as CheckInStart;
    host.resetServiceCalls();
    const saved = await save(host, { keyResultId: 'O1.2', value: '1.234', confidence: 4, progress: 'Two large customers renewed', ref: newRef(), ...(known ? { known } : {}) });
    counts.push(host.serviceCallCount());
    expect(saved).toMatchObject({ current: 1.234, wasRepeated: false });
    expect(host.values('Check-ins', `B${rows + 3}:D${rows + 3}`)).toEqual([['O1.2', 'ana@example.com', 1.234]]);
  }
  expect(counts[0]).toBeLessThanOrEqual(MOST_CALLS);
  expect(counts[1]).toBe(counts[0]);
}, 180_000);
