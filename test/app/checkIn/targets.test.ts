/** Targets that are moved after the start leave a trace: in the form and typed into a cell; before the start they are planning. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { CheckInStart, FormStart, ObjectiveDraft } from '../../../src/app/api';
import type { HistoryStart } from '../../../src/app/history/api';
import type { Host, SavedHost } from '../../../src/local/types';
import { draftOf } from '../../../sidebar/write/draft';
import { act, reopened } from '../workbook';
import { ANA, companyHost, log } from './company';

let company: SavedHost;
let host: Host;
beforeAll(async () => {
  company = (await companyHost()).save();
}, 120_000);
beforeEach(async () => {
  host = await reopened(company);
}, 60_000);

const moved = async () => ((await host.call('historyOpen', [])) as HistoryStart).moved;
const lastCheckIn = async (id: string) => ((await host.call('checkInOpen', [])) as CheckInStart).all.find((one) => one.id === id)?.lastCheckIn;

async function saveTarget(target: string, ref: string): Promise<void> {
  const { objectives } = (await host.call('formOpen', [])) as FormStart;
  const base = draftOf(objectives[0]!, '.');
  const draft: ObjectiveDraft = { ...base, keyResults: base.keyResults.map((one) => (one.id === 'O1.1' ? { ...one, target } : one)) };
  expect(await host.call('formSave', [draft, ref, base])).toHaveProperty('saved');
}

test('changed in the form: who, when, from what to what; it is no check-in', async () => {
  await saveTarget('80', 'ref-1');
  expect(await moved()).toEqual([{ day: '2026-11-21', keyResultId: 'O1.1', author: ANA, from: 100, to: 80 }]);
  expect(log(host).map((row) => [row[1], row[3], row[5]])).toEqual([['O1.1', '', 'Target changed from 100 to 80']]);
  expect(await lastCheckIn('O1.1')).toBe('');
  expect(await host.call('checkInHistory', ['O1.1'])).toEqual([]);
});

test('saved again with the same target, nothing is logged; changed there and back, both ways are', async () => {
  await saveTarget('80', 'ref-1');
  await saveTarget('80', 'ref-2');
  await saveTarget('100', 'ref-3');
  await saveTarget('80', 'ref-4');
  expect((await moved()).map(({ from, to }) => [from, to])).toEqual([[100, 80], [80, 100], [100, 80]]);
});

test('with a fault at any call of the save, the move is logged once', async () => {
  for (let n = 1; ; n += 1) {
    await saveTarget('100', `back-${n}`);
    const before = (await moved()).length;
    const { objectives } = (await host.call('formOpen', [])) as FormStart;
    const base = draftOf(objectives[0]!, '.');
    const draft: ObjectiveDraft = { ...base, keyResults: base.keyResults.map((one) => (one.id === 'O1.1' ? { ...one, target: '80' } : one)) };
    host.resetServiceCalls();
    host.failCall(n);
    const failed = await host.call('formSave', [draft, `there-${n}`, base]).then(() => false, () => true);
    host.resetServiceCalls();
    await host.call('formSave', [draft, `there-${n}`, base]);
    expect([n, (await moved()).length]).toEqual([n, before + 1]);
    if (!failed) break;
  }
}, 300_000);

test('typed into the cell: from what Google says stood there; by whom it may keep to itself', async () => {
  await host.type('Key Results', 'H3', 120);
  expect(await moved()).toEqual([{ day: '2026-11-21', keyResultId: 'O1.1', author: '', from: 100, to: 120 }]);
  await host.type('Key Results', 'H3', 120);
  await host.type('Key Results', 'H3', '');
  await host.type('Key Results', 'H3', 90); // from nothing: that is a first target
  expect(await moved()).toHaveLength(1);
  expect(host.failures()).toEqual([]);
});

test('before the start, of the key result or of the cycle, it is planning and leaves no trace', async () => {
  await act(host, (book) => void book.getSheetByName('Key Results')!.getRange('L3').setValue('2026-12-01'));
  await host.type('Key Results', 'H3', 120);
  await saveTarget('80', 'ref-1');
  expect(await moved()).toEqual([]);
});
