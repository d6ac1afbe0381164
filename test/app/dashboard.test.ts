/** The dashboard: plain values under people's filters, written with few service calls, whatever the size of the workbook. */
import { beforeAll, describe, expect, test } from 'vitest';
import en from '../../src/report/messages/en.json';
import type { Host } from '../../src/local/types';
import { act, openHost, smallHost } from './workbook';

/** The cells of the row whose first cell begins with a text. */
const rowOf = (page: unknown[][], first: string): unknown[] => page.find(([cell]) => String(cell).startsWith(first)) ?? [];
const pageOf = (host: Host): unknown[][] => host.values('Dashboard', 'A1:L420');

/** Objectives with four key results each, written by people before anything is set up; there is room below the rows. */
async function company(keyResults: number): Promise<Host> {
  const host = await openHost();
  await act(host, (book, count) => {
    const write = (name: string, rows: unknown[][]) => {
      const sheet = book.insertSheet(name);
      if (rows.length > 700) sheet.insertRowsAfter(1000, rows.length - 700);
      sheet.getRange(1, 1, rows.length, rows[0]!.length).setValues(rows);
    };
    const numbers = Array.from({ length: count }, (_, i) => i);
    write('Objectives', [['id', 'objective', 'team'], ['', '', ''], ...numbers.filter((i) => i % 4 === 0).map((i) => [`B${i / 4}`, `Objective ${i}`, `Team ${i % 7}`])]);
    write('Key Results', [
      ['id', 'objective_id', 'key_result', 'start', 'target', 'current'], ['', '', '', '', '', ''],
      ...numbers.map((i) => [`B${Math.floor(i / 4)}.${i % 4}`, `B${Math.floor(i / 4)}`, `Metric ${i} rises from 0 to 100`, 0, 100, i % 101]),
    ]);
  }, keyResults);
  await host.open('LIMITED');
  return host;
}

async function callsOf(host: Host, functionName: string): Promise<Record<string, number>> {
  host.resetServiceCalls();
  await host.click(functionName);
  expect(host.failures()).toEqual([]);
  return host.serviceCalls();
}
const sum = (calls: Record<string, number>): number => Object.values(calls).reduce((a, b) => a + b, 0);

describe('refreshing', () => {
  let host: Host;
  beforeAll(async () => {
    host = await smallHost();
    await host.click('refreshDashboard');
  }, 60_000);

  test('writes plain values: figures, teams, what needs attention, objectives', () => {
    const page = pageOf(host);
    expect(host.formulas('Dashboard', 'A1:L420').flat().filter((text) => text !== '')).toEqual([]);
    expect(page[0]?.[0]).toBe(en['dashboard.title']);
    expect(rowOf(page, en['dashboard.score']).slice(2, 7)).toEqual([0.75, expect.closeTo(0.5604, 3), '2 of 3', '', 40]);
    expect(rowOf(page, 'Product').slice(2, 3)).toEqual([0.75]);
    expect(rowOf(page, en['dashboard.byStatus']).slice(4, 6)).toEqual(['✔ Complete', '● On track']);
    expect(page[10]?.slice(4, 10)).toEqual([1, 1, 0, 0, 0, 1]);
    expect(rowOf(page, 'O1').slice(0, 6)).toEqual(['O1', 'Customers stay with us', 0.75, expect.any(Number), '● On track', 'ana@example.com']);
  });

  test.each([
    ['team', 'A5', 'Sales', ['O2'], 'O1'],
    ['owner', 'B5', 'ana@example.com', ['O1'], 'O2'],
    ['priority', 'E5', 'Low', ['O2'], 'O1'],
    ['priority in another language', 'E5', 'Wysoki', ['O1'], 'O2'],
  ] as const)('keeps to the filter by %s, and keeps the filter', async (_name, cell, value, there, gone) => {
    await host.type('Dashboard', cell, value);
    await host.click('refreshDashboard');
    const page = pageOf(host);
    for (const id of there) expect(rowOf(page, id)).not.toEqual([]);
    expect(rowOf(page, gone)).toEqual([]);
    expect(['High', value]).toContain(host.values('Dashboard', cell)[0]?.[0]);
    await host.type('Dashboard', cell, '');
  });

  test('works after somebody has stretched the page, and after the names were deleted', async () => {
    await act(host, (book) => void book.getSheetByName('Dashboard')!.insertColumnsBefore(3, 1));
    await host.click('refreshDashboard');
    expect(rowOf(pageOf(host), en['dashboard.score'])[2]).toBe(0.75);
    await act(host, (book) => book.getNamedRanges().forEach((name) => name.remove()));
    await host.type('Key Results', 'I3', 100);
    await host.click('refreshDashboard');
    expect(rowOf(pageOf(host), en['dashboard.score'])[2]).toBe(1);
    expect(sum(await callsOf(host, 'refreshDashboard'))).toBeLessThanOrEqual(12); // the names are back
    expect(host.failures()).toEqual([]);
  }, 30_000);
});

test('as many service calls at 10 as at 10,000 key results: at most 12 for a refresh, and the same for a setup', async () => {
  const [small, large] = [await company(10), await company(10_000)];
  expect(await callsOf(large, 'setUpSpreadsheet')).toEqual(await callsOf(small, 'setUpSpreadsheet'));
  const refresh = await callsOf(small, 'refreshDashboard');
  expect(sum(refresh)).toBeLessThanOrEqual(12);
  expect(await callsOf(large, 'refreshDashboard')).toEqual(refresh);
  expect(rowOf(pageOf(large), en['dashboard.score'])[4]).toBe('10000 of 10000');
}, 120_000);
