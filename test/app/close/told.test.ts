/** What closing tells before it begins, refuses in a sentence of ours, remembers for whoever finishes it, and renews on the dashboard. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CloseStart } from '../../../src/app/close/api';
import type { Host, SavedHost } from '../../../src/local/types';
import { act, reopened, stateOf } from '../workbook';
import { begin, close, endingHost, Q1, REQUEST, rowsOf } from './company';

let ending: SavedHost;
let host: Host;
beforeAll(async () => {
  ending = (await endingHost()).save();
}, 120_000);
beforeEach(async () => {
  host = await reopened(ending);
}, 60_000);
const opened = async () => (await host.call('closeOpen', [])) as CloseStart;

test('cells without an ID, and both of an ID that is there twice, are told before anything else', async () => {
  expect((await opened()).doubtful).toEqual([]);
  await act(host, (book) => {
    book.getSheetByName('Key Results')!.getRange('A4').setValue('O1.1');
    book.getSheetByName('Key Results')!.getRange('A6').setValue('');
    book.getSheetByName('Objectives')!.getRange('A5').setValue('O2');
  });
  const { doubtful } = await opened();
  expect(doubtful.map(({ cell }) => cell).sort()).toEqual(['Key Results A3', 'Key Results A4', 'Key Results A6', 'Objectives A4', 'Objectives A5']);
  const { sheetId, row, column } = doubtful.find(({ cell }) => cell === 'Key Results A6')!.place;
  expect([sheetId, row, column]).toEqual([await act(host, (book) => book.getSheetByName('Key Results')!.getSheetId()), 6, 1]);
});

test('open actions are told by their key results, done ones are not', async () => {
  expect((await opened()).openActions).toEqual(['O1.1', 'O3.1']);
});

test('the next cycle cannot have the name of one in History', async () => {
  await close(host);
  const next = { cycle: Q1, objectives: [{ id: 'O5', step: 'keep' as const }], keyResults: [], report: false };
  expect((await opened()).names).toEqual(['2026-Q4']);
  const before = await stateOf(host);
  await expect(begin(host, { ...next, next: { name: ' 2026-Q4', start: '2027-04-01', end: '2027-06-30' } }, 'close-2')).rejects.toThrow('History has a cycle named “2026-Q4” already');
  expect(await stateOf(host)).toEqual(before);
  expect(await begin(host, { ...next, next: { name: '2027-Q2', start: '2027-04-01', end: '2027-06-30' } }, 'close-2')).toMatchObject({ done: 0 });
});

test('whoever finishes an interrupted close learns which examples were chosen and what is to be changed; afterwards only the newest close is known so well', async () => {
  await begin(host, { ...REQUEST, examples: ['repairs', 'answers'] }, 'close-1');
  await host.call('closeStep', ['close-1']);
  host.setUser('ben@example.com');
  expect((await opened()).pending).toMatchObject({ ref: 'close-1', examples: ['repairs', 'answers'], changing: ['O2'] });
  const done = await close(host);
  expect(done).toMatchObject({ done: 6, examples: ['repairs', 'answers'], changing: ['O2'] });
  expect(await host.call('closeStep', ['close-1'])).toEqual(done); // the answer may have been lost
});

test('the dashboard’s list of cycles has the new one and the closed one after the last step, and not before', async () => {
  const listed = () =>
    act(host, (book) => {
      const page = book.getSheetByName('Dashboard')!;
      const rules = page.getRange(1, 1, page.getMaxRows(), page.getMaxColumns()).getDataValidations().flat();
      return rules.flatMap((rule) => (rule && String(rule.getCriteriaType()) === 'VALUE_IN_LIST' ? [rule.getCriteriaValues()[0] as string[]] : [])).filter((names) => names.some((name) => name.startsWith('20')));
    });
  await begin(host, REQUEST, 'close-1');
  for (let step = 0; step < 5; step += 1) await host.call('closeStep', ['close-1']);
  expect(await listed()).toEqual([['2026-Q4']]);
  await host.call('closeStep', ['close-1']);
  expect(await listed()).toEqual([['2027-Q1', '2026-Q4']]);
});

describe('in a workbook whose structure the owner has locked', () => {
  beforeEach(async () => {
    await host.call('shareChange', [{ addViewers: [], addEditors: ['ben@example.com'], removeViewers: [], removeEditors: [] }]);
  });

  test('an editor’s close and archive are refused in our words before anything is written, and the owner’s are not', async () => {
    await host.call('shareLock', [true]);
    const before = [rowsOf(host, 'Objectives'), rowsOf(host, 'Key Results'), rowsOf(host, 'History')];
    host.setUser('ben@example.com');
    await expect(begin(host, REQUEST, 'close-1')).rejects.toThrow('The owner has locked the structure');
    await expect(host.call('formArchive', ['O3'])).rejects.toThrow('The owner has locked the structure');
    expect((await opened()).pending).toBeNull();
    expect([rowsOf(host, 'Objectives'), rowsOf(host, 'Key Results'), rowsOf(host, 'History')]).toEqual(before);
    host.setUser('ana@example.com');
    expect(await close(host)).toMatchObject({ done: 6 });
  });

  test('an editor who goes on with the owner’s close is told so before rows are taken away, and the owner can finish it', async () => {
    await host.call('shareLock', [true]);
    await begin(host, REQUEST, 'close-1');
    host.setUser('ben@example.com');
    await expect(close(host)).rejects.toThrow('The owner has locked the structure');
    expect(rowsOf(host, 'Key Results').map(({ id }) => id)).toContain('O1.1');
    host.setUser('ana@example.com');
    expect(await close(host)).toMatchObject({ done: 6 });
  });

  test('that only warns, everybody can close', async () => {
    host.setUser('ben@example.com');
    expect(await close(host)).toMatchObject({ done: 6 });
  });
});
