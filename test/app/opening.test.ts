/** What happens when the document is opened or the add-on installed, under every authorization mode; and the as-of day that follows the calendar. */
import { beforeAll, describe, expect, test } from 'vitest';
import en from '../../src/report/messages/en.json';
import pl from '../../src/report/messages/pl.json';
import th from '../../src/report/messages/th.json';
import vi from '../../src/report/messages/vi.json';
import type { SavedHost } from '../../src/local/types';
import { act, codeOfToday, NOW, openHost, reopened, setUpHost, stateOf } from './workbook';

const DAY = 24 * 60 * 60 * 1000;
const later = (days: number) => () => Date.parse(NOW) + days * DAY;

describe('the menu', () => {
  test.each([['en', en], ['th', th], ['vi', vi], ['pl', pl], ['pl_PL', pl], ['de', en]] as const)('is in the language %s of the person', async (userLocale, say) => {
    const host = await openHost({ userLocale });
    await host.open('NONE');
    expect(host.failures()).toEqual([]);
    const items = [say['menu.setUp'], say['menu.openSidebar'], '', say['menu.refresh'], say['menu.check'], say['menu.close'], '', say['menu.help']];
    expect(host.menu().map(({ caption }) => caption)).toEqual(items);
    const functions = host.menu().flatMap(({ functionName }) => (functionName ? [functionName] : []));
    expect(functions).toEqual(['setUpSpreadsheet', 'openSidebar', 'refreshDashboard', 'checkSpreadsheet', 'closeCycle', 'showHelp']);
  });

  test('is all that an unauthorized opening makes: no service is called that touches a document', async () => {
    const host = await openHost();
    host.resetServiceCalls();
    await host.open('NONE');
    const types = Object.keys(host.serviceCalls()).map((name) => name.split('.')[0]);
    expect([...new Set(types)].sort()).toEqual(['Menu', 'Session', 'SpreadsheetApp', 'Ui']);
    expect(Object.keys(host.serviceCalls()).filter((name) => name.startsWith('SpreadsheetApp.'))).toEqual(['SpreadsheetApp.getUi']);
  });

  test('is there right after installing, and help explains itself', async () => {
    const host = await openHost();
    await host.install();
    expect(host.failures()).toEqual([]);
    await host.click('showHelp');
    expect(host.messages()).toEqual([{ kind: 'alert', title: en['help.title'], text: en['help.text'] }]);
    await host.click('openSidebar');
    expect(host.sidebar()?.title).toBe(en['sidebar.title']);
  });
});

describe('the as-of day', () => {
  let saved: SavedHost;
  beforeAll(async () => {
    saved = (await setUpHost()).save();
  }, 30_000);

  test('moves to today when the document is opened', async () => {
    const host = await reopened(saved, { now: later(9) });
    expect(host.failures()).toEqual([]);
    expect(host.values('Settings', 'B6')).toEqual([[new Date('2026-11-29T23:00:00Z')]]); // 30 November in Warsaw
  });

  test('is the day of the spreadsheet’s time zone, not of Greenwich', async () => {
    const host = await reopened(saved, { now: () => Date.parse('2026-11-30T23:30:00Z') });
    expect(host.values('Settings', 'B6')).toEqual([[new Date('2026-11-30T23:00:00Z')]]); // half past midnight of 1 December in Warsaw
  });

  test('stays where it was pinned, in any language, and moves when “no” is written', async () => {
    const host = await reopened(saved);
    for (const [pin, moves] of [['yes', false], ['tak', false], ['ใช่', false], ['nie', true]] as const) {
      await host.type('Settings', 'B6', '2026-10-15');
      await host.type('Settings', 'B7', pin);
      await host.open('LIMITED');
      expect([pin, host.values('Settings', 'B6')[0]?.[0]]).toEqual([pin, new Date(moves ? '2026-11-20T23:00:00Z' : '2026-10-14T22:00:00Z')]);
    }
    expect(host.failures()).toEqual([]);
  });

  test('is found by its key after somebody has sorted the settings, and no other setting is touched', async () => {
    const host = await reopened(saved);
    await act(host, (book) => {
      const range = book.getSheetByName('Settings')!.getRange('A3:C17');
      range.setValues(range.getValues().reverse());
    });
    const before = await stateOf(host);
    const settings = (state: typeof before) => new Map(state.sheets.find(({ name }) => name === 'Settings')?.values.map(([key, value]) => [key, value]));
    await host.type('Settings', 'B14', '2026-10-15');
    await host.open('LIMITED');
    const after = await stateOf(host);
    expect(host.failures()).toEqual([]);
    expect(settings(after)).toEqual(settings(before));
  });

  test('needs no write when it is today already, and nothing at all where nothing is set up', async () => {
    const host = await reopened(saved);
    host.resetServiceCalls();
    await host.open('LIMITED');
    expect(Object.keys(host.serviceCalls()).filter((name) => name.includes('set'))).toEqual([]);
    const empty = await openHost();
    await empty.open('LIMITED');
    expect(empty.failures()).toEqual([]);
    expect((await stateOf(empty)).sheets.map(({ name }) => name)).toEqual(['Sheet1']);
  });
});

test('no custom function calls a service', async () => {
  const code = (await codeOfToday()).replace('function onEdit(', 'function notOnEdit('); // which may, and is not what is counted here
  const host = await setUpHost({ code });
  host.resetServiceCalls();
  await host.type('Key Results', 'A3', 'O1.1');
  await host.type('Sheet1', 'A1', '=OKR_SCORE(0, 100, 25)');
  expect(host.customFunctionRuns()['OKR_SCORE']).toBe(1);
  expect(host.values('Sheet1', 'A1')).toEqual([[0.25]]);
  expect(host.serviceCalls()).toEqual({});
}, 30_000);
