/** The dashboard: plain values under people's filters, written with few service calls, whatever the size of the workbook. */
import { beforeAll, describe, expect, test } from 'vitest';
import en from '../../src/report/messages/en.json';
import type { Host, SavedHost } from '../../src/local/types';
import { act, openHost, reopened, smallHost } from './workbook';

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

test('the hourly run writes the moment alone where nothing else is different, and the page where something is', async () => {
  const host = await smallHost();
  await host.click('refreshDashboard');
  await host.advance(3_600_000);
  const written = async (): Promise<string[]> => {
    host.resetServiceCalls();
    await host.call('followSave', []);
    return Object.keys(host.serviceCalls()).map((name) => name.split('.').pop() ?? '').filter((name) => name.startsWith('setValue'));
  };
  expect(await written()).toEqual(['setValue']);
  expect((pageOf(host)[1]?.[9] as Date).toISOString()).toBe(new Date(host.now()).toISOString());
  await host.type('Key Results', 'I3', 60);
  await host.settled();
  expect(await written()).toEqual(['setValues']);
}, 60_000);

test('as many service calls at 10 as at 10,000 key results: at most 12 for a refresh, and the same for a setup', async () => {
  const [small, large] = [await company(10), await company(10_000)];
  expect(await callsOf(large, 'setUpSpreadsheet')).toEqual(await callsOf(small, 'setUpSpreadsheet'));
  const refresh = await callsOf(small, 'refreshDashboard');
  expect(sum(refresh)).toBeLessThanOrEqual(12);
  expect(await callsOf(large, 'refreshDashboard')).toEqual(refresh);
  expect(rowOf(pageOf(large), en['dashboard.score'])[4]).toBe('10000 of 10000');
}, 120_000);

describe('what people do to the dashboard', () => {
  let whole: SavedHost;
  beforeAll(async () => {
    const host = await smallHost();
    await act(host, (book) => {
      const page = book.getSheetByName('Dashboard')!;
      page.getRange('B2').setNote('Ask Ben');
      page.getRange('M3:M4').setValues([['Mine'], [42]]);
      page.insertChart(page.newChart().asPieChart().setTitle('Mine').addRange(page.getRange('M3:M4')).setPosition(60, 2, 0, 0).build());
    });
    whole = host.save();
  }, 60_000);
  const titles = (host: Host): unknown[] => host.charts().filter(({ sheet }) => sheet === 'Dashboard').map(({ type, options }) => [type, options['title']]);
  const OURS = [['BAR', undefined], ['LINE', undefined], ['LINE', undefined]];

  test('a filter is obeyed when it is typed, and other cells cost no refresh', async () => {
    const host = await reopened(whole);
    await host.type('Dashboard', 'A5', 'Sales');
    expect([rowOf(pageOf(host), 'O1'), rowOf(pageOf(host), 'O2')[0]]).toEqual([[], 'O2']);
    await host.type('Dashboard', 'A5', '');
    expect(rowOf(pageOf(host), 'O1')[0]).toBe('O1');
    await act(host, (book) => void book.getSheetByName('Dashboard')!.getRange('A1').setValue('Our page'));
    await host.type('Dashboard', 'M9', 'x');
    expect(pageOf(host)[0]?.[0]).toBe('Our page');
    expect(host.failures()).toEqual([]);
  }, 30_000);

  test('their charts, notes and cells survive, and ours are made once', async () => {
    const host = await reopened(whole);
    expect(titles(host)).toEqual([...OURS, ['PIE', 'Mine']]);
    await host.click('refreshDashboard');
    await host.click('setUpSpreadsheet');
    expect(titles(host)).toEqual([...OURS, ['PIE', 'Mine']]);
    expect(host.values('Dashboard', 'M3:M4')).toEqual([['Mine'], [42]]);
    expect(await act(host, (book) => book.getSheetByName('Dashboard')!.getRange('B2').getNote())).toBe('Ask Ben');
  }, 30_000);

  test('a chart of ours that they took away stays away', async () => {
    const host = await reopened(whole);
    await act(host, (book) => {
      const page = book.getSheetByName('Dashboard')!;
      page.removeChart(page.getCharts()[0]!);
    });
    await host.click('setUpSpreadsheet');
    expect(titles(host)).toEqual([...OURS.slice(1), ['PIE', 'Mine']]);
  }, 30_000);

  test('a dashboard that they deleted is made again, with its charts', async () => {
    const host = await reopened(whole);
    await act(host, (book) => book.deleteSheet(book.getSheetByName('Dashboard')!));
    await host.click('refreshDashboard');
    expect(titles(host)).toEqual(OURS);
    expect(rowOf(pageOf(host), en['dashboard.score'])[2]).toBe(0.75);
    expect(host.failures()).toEqual([]);
  }, 30_000);

  test.each<[string, (book: GoogleAppsScript.Spreadsheet.Spreadsheet) => void]>([
    ['tabs in another order', (book) => {
      book.setActiveSheet(book.getSheetByName('KPIs')!);
      book.moveActiveSheet(1);
    }],
    ['a tab more', (book) => void book.insertSheet('Notes', 0)],
    ['a copy of a table', (book) => {
      const rows = book.getSheetByName('Key Results')!.getRange('A1:Q5').getValues() as unknown[][];
      book.insertSheet('Copy of Key Results', 0).getRange('A1:Q5').setValues(rows);
    }],
    ['tabs renamed', (book) => void book.getSheetByName('Key Results')!.setName('Results')],
  ])('with %s the right tables are read, and the next time with few calls again', async (name, change) => {
    const host = await reopened(whole);
    await act(host, change);
    await host.type(name === 'tabs renamed' ? 'Results' : 'Key Results', 'I3', 100);
    await host.click('refreshDashboard');
    expect(rowOf(pageOf(host), en['dashboard.score'])[2]).toBe(1);
    // Of a table that has a copy, the name alone says which one is meant: that costs a call more.
    expect(sum(await callsOf(host, 'refreshDashboard'))).toBeLessThanOrEqual(name.startsWith('a copy') ? 13 : 12);
    await host.type(name === 'tabs renamed' ? 'Results' : 'Key Results', 'I3', 50);
    await host.click('refreshDashboard');
    expect(rowOf(pageOf(host), en['dashboard.score'])[2]).toBe(0.75);
  }, 30_000);

  test('a fault at any call of a refresh leaves nothing that the next one does not put right', async () => {
    const host = await reopened(whole);
    await host.type('Key Results', 'I3', 75);
    host.resetServiceCalls();
    await host.click('refreshDashboard');
    const [calls, wanted] = [host.serviceCallCount(), pageOf(host)];
    await act(host, (book) => void book.getSheetByName('Dashboard')!.getRange('A8:C8').setValues([['old', '', 0.1]]));
    for (let n = 1; n <= calls; n += 1) {
      host.resetServiceCalls();
      host.failCall(n);
      await expect(host.click('refreshDashboard')).rejects.toThrow('Service Spreadsheets failed');
      expect(pageOf(host)[7]?.[0]).toBe('old');
    }
    await host.click('refreshDashboard');
    expect(pageOf(host)).toEqual(wanted);
  }, 60_000);
});
