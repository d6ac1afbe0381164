/** The engine below the embedded host: it calculates, and tells when it has. */
import { expect, test } from 'vitest';
import { headlessEngine } from '../../../src/local/engine';
import { closeOpenRanges, reopenRanges } from '../../../src/local/formulas/openRanges';
import { open } from './open';

test('a formula and what depends on it have their values once settled() resolves, and waiting for nothing takes no time', async () => {
  const host = open();
  host.script((app) => { app.getActiveSheet!().getRange!('A1:C1').setValues!([[1, '=A1+1', '=B1+1']]); });
  await host.settled();
  expect(host.service.values('Sheet1', 'A1:C1')).toEqual([[1, 2, 3]]);
  const start = performance.now();
  for (let i = 0; i < 100; i += 1) await host.settled();
  expect(performance.now() - start).toBeLessThan(50);
});

test('several edits before and while a calculation runs are all in the result', async () => {
  const host = open();
  host.script((app) => { app.getActiveSheet!().getRange!('A1:B1').setValues!([[1, '=A1*10']]); });
  const first = host.settled();
  host.service.person.type('Sheet1', 'A1', 2);
  const second = host.settled();
  host.service.person.type('Sheet1', 'A1', 3);
  await Promise.all([first, second, host.settled()]);
  expect(host.service.values('Sheet1', 'B1')).toEqual([[30]]);
});

test('two engines in one process do not know each other’s functions', async () => {
  const one = open({ functions: { OKR_WHO: () => 'one' } });
  const two = open({ functions: { OKR_WHO: () => 'two' } });
  for (const host of [one, two]) host.script((app) => { app.getActiveSheet!().getRange!('A1').setFormula!('=OKR_WHO()'); });
  await Promise.all([one.settled(), two.settled()]);
  expect([one.service.values('Sheet1', 'A1'), two.service.values('Sheet1', 'A1')]).toEqual([[['one']], [['two']]]);
});

test('an engine starts with one empty sheet', () => {
  const engine = headlessEngine();
  expect(engine.api.getActiveWorkbook()!.getSheets().map((sheet) => [sheet.getSheetName(), sheet.getMaxRows(), sheet.getMaxColumns()])).toEqual([['Sheet1', 1000, 26]]);
  engine.dispose();
});

test('open ranges get a far last row and lose it again, text and sheet names excepted', () => {
  const cases: [string, string][] = [
    ['=F(A1:L)', '=F(A1:L1048576)'],
    ["=F('Key A1:B'!$A$3:$L, B2:B)", "=F('Key A1:B'!$A$3:$L1048576, B2:B1048576)"],
    ['=F(A:L, A1:B2, 2:3)', '=F(A:L, A1:B2, 2:3)'],
    ['="A1:B"&C1', '="A1:B"&C1'],
  ];
  for (const [google, univer] of cases) {
    expect(closeOpenRanges(google)).toBe(univer);
    expect(reopenRanges(univer)).toBe(google);
  }
  expect(reopenRanges('=F(A1:L1048579)')).toBe('=F(A1:L)');
});
