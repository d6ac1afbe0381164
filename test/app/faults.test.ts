/** Google's services fail now and then, at any call: whatever was cut off, running it again ends where a run without fault ends. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { SavedHost } from '../../src/local/types';
import type { State } from './state';
import { act, FEW_ROWS, openHost, reopened, smallHost, stateOf } from './workbook';

/** Sheet ids are random, and the page carries the moment of its refresh. */
const comparable = ({ sheets, names, remembered }: State) => ({
  names,
  remembered: Object.keys((JSON.parse(remembered ?? '{}') as { sheets: object }).sheets),
  unfinished: remembered?.includes('unfinished'),
  sheets: sheets.map((sheet) => (sheet.name === 'Dashboard' ? { ...sheet, values: sheet.values.length } : sheet)),
});

async function failing(host: Awaited<ReturnType<typeof openHost>>, n: number, functionName: string): Promise<boolean> {
  host.resetServiceCalls();
  host.failCall(n);
  return host.click(functionName).then(
    () => false,
    (error: Error) => error.message.includes('Service Spreadsheets failed'),
  );
}

describe('a first setup that is cut off', () => {
  let whole: State;
  let calls: number;
  beforeAll(async () => {
    const host = await openHost(FEW_ROWS);
    await host.open('LIMITED');
    host.resetServiceCalls();
    await host.click('setUpSpreadsheet');
    calls = host.serviceCallCount();
    whole = await stateOf(host);
  }, 30_000);

  /** Each number is the call that fails of the next run, so that one workbook is cut off again and again before it is whole. */
  const chains = [[1, 2, 3, 5, 8, 11, 14, 17, 20], [26, 31, 40, 55, 75], [0.2, 0.6], [0.9, 0.99]];

  test.each(chains.map((chain) => [chain]))('at call or share %j', async (chain) => {
    const host = await openHost(FEW_ROWS);
    await host.open('LIMITED');
    for (const n of chain) expect([n, await failing(host, n < 1 ? Math.floor(n * calls) : n, 'setUpSpreadsheet')]).toEqual([n, true]);
    await host.click('setUpSpreadsheet');
    expect(comparable(await stateOf(host))).toEqual(comparable(whole));
    expect(host.failures()).toEqual([]);
  }, 30_000);
});

describe('a check that is cut off', () => {
  let broken: SavedHost;
  let whole: State;
  let calls: number;
  beforeAll(async () => {
    const host = await smallHost();
    await act(host, (book) => {
      book.getSheetByName('Key Results')!.deleteColumn(5);
      book.getSheetByName('Objectives')!.getRange('N4').setValue('in the way');
      book.getSheetByName('Actions')!.getRange('A2:D2').clearContent();
      book.deleteSheet(book.getSheetByName('History')!);
    });
    await host.settled();
    broken = host.save();
    host.resetServiceCalls();
    await host.call('panelCheck', []);
    calls = host.serviceCallCount();
    whole = await stateOf(host);
  }, 30_000);

  test.each([[[30, 45, 60, 66, 70, 74, 78, 82, 86, 90, 94]], [[64, 68, 72, 76, 80, 84, 88, 92, 98, 102, 0.4]], [[0.7, 0.95]]])('at call or share %j', async (chain) => {
    const host = await reopened(broken, FEW_ROWS);
    for (const n of chain) {
      host.resetServiceCalls();
      host.failCall(n < 1 ? Math.floor(n * calls) : n);
      await expect(host.call('panelCheck', [])).rejects.toThrow('Service Spreadsheets failed');
    }
    await host.call('panelCheck', []);
    expect(comparable(await stateOf(host))).toEqual(comparable(whole));
  }, 30_000);
});
