/** Current values typed straight into the sheet are logged, as far as Google tells who and what; everything else is left alone at little cost. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { headlessEngine } from '../../../src/local/engine';
import en from '../../../src/report/messages/en.json';
import type { Host } from '../../../src/local/types';
import { act } from '../workbook';
import { companyHost, currentOf, log, reset, save } from './company';

const engine = headlessEngine();
let host: Host;
beforeAll(async () => {
  host = await companyHost({ engine });
}, 120_000);
beforeEach(() => reset(host));
const logged = (host: Host): unknown[][] => log(host).map((row) => [row[1], row[3], row[5]]);

describe('typing a current value', () => {
  test('is logged without an author, whom Google does not tell', async () => {
    await host.type('Key Results', 'I3', 55);
    expect(log(host)).toEqual([['2026-11-21T09:30:00', 'O1.1', '', 55, '', en['checkIn.typed'], '', '']]);
    expect(host.failures()).toEqual([]);
  });

  test('the same value again, an emptied cell, a formula, a word and a cell without id are not', async () => {
    await save(host, { value: '60' });
    await host.type('Key Results', 'I3', 60);
    await host.type('Key Results', 'I3', '');
    await host.type('Key Results', 'I3', '=30+32');
    await host.type('Key Results', 'I3', 'many');
    await host.type('Key Results', 'I30', 5);
    expect(logged(host)).toEqual([['O1.1', 60, '']]);
    expect(host.failures()).toEqual([]);
  });

  test('over a total logs the difference, so that the log adds up to what was typed', async () => {
    await save(host, { keyResultId: 'O1.3', value: '4' });
    await host.type('Key Results', 'I5', 10);
    expect(logged(host)[1]).toEqual(['O1.3', 6, en['checkIn.typed']]);
    await save(host, { keyResultId: 'O1.3', value: '1' });
    expect(currentOf(host, 'O1.3')[0]).toBe(11);
  });

  test('a check-in from the sidebar is not logged a second time', async () => {
    await save(host, { value: '60' });
    expect(log(host)).toHaveLength(1);
  });
});

test('the current value of a KPI is logged under its id each time it changes, and no finding calls that id unknown', async () => {
  await act(host, (book) => void book.getSheetByName('KPIs')!.getRange('A3:B3').setValues([['K1', 'Uptime in per cent']]));
  for (const value of [99.5, 99.5, 98]) await host.type('KPIs', 'L3', value);
  await host.type('KPIs', 'L3', '=90+1');
  expect(log(host).map((row) => [row[1], row[3], row[5]])).toEqual([['K1', 99.5, en['checkIn.typed']], ['K1', 98, en['checkIn.typed']]]);
  const panel = (await host.call('panelOpen', [])) as { readonly findings: readonly { readonly code: string; readonly sheet: string }[] };
  expect(panel.findings.filter(({ sheet }) => sheet === 'Check-ins')).toEqual([]);
  // Nobody has checked in a key result yet, so none of them is overdue.
  expect(panel.findings.filter(({ code }) => code === 'checkInOverdue')).toEqual([]);
  expect(host.failures()).toEqual([]);
});

test('elsewhere costs a handful of calls and logs nothing', async () => {
  const cost = async (sheet: string, a1: string): Promise<number> => {
    host.resetServiceCalls();
    await host.type(sheet, a1, 7);
    return host.serviceCallCount();
  };
  expect(await cost('Objectives', 'L3')).toBeLessThanOrEqual(7);
  expect(await cost('Dashboard', 'A20')).toBeLessThanOrEqual(10);
  expect(await cost('KPIs', 'G3')).toBeLessThanOrEqual(11);
  expect(await cost('Key Results', 'Q3')).toBeLessThanOrEqual(9);
  expect(await cost('Key Results', 'H2')).toBeLessThanOrEqual(12);
  expect(log(host)).toEqual([]);
  expect(host.failures()).toEqual([]);
});

test('a paste over several rows is read where it stands, since Google tells no values of it', async () => {
  const paste = engine.api.getActiveWorkbook()!.getSheetByName('Key Results')!.getRange('H2:J9');
  const wide = (values: (string | number)[]): (string | number)[][] => values.map((value) => [100, value, '']);
  paste.setValues(wide(['Now', 51, 30, 8, '', 1, 21, 4]));
  await host.settled();
  expect(logged(host).map(([id, value]) => [id, value])).toEqual([['O1.1', 51], ['O1.2', 30], ['O1.3', 8], ['O2.1', 1], ['O2.2', 21], ['O2.3', 4]]);
  paste.setValues(wide(['Now', 51, 31, 8, '', 1, 21, 4]));
  await host.settled();
  expect(logged(host).slice(6).map(([id, value]) => [id, value])).toEqual([['O1.2', 31]]);
  expect(host.failures()).toEqual([]);
});

test('an event without a place, as when the function is run by hand, does nothing', async () => {
  await host.call('onEdit', [{}]);
  expect(log(host)).toEqual([]);
});

test('nothing is set up, and the names are gone: nothing happens', async () => {
  await act(host, (book) => book.removeNamedRange('key_results_table'));
  await host.type('Key Results', 'I3', 55);
  expect(log(host)).toEqual([]);
  expect(host.failures()).toEqual([]);
});
