/** Closing a cycle on the real spreadsheet: what is written, what goes on, what stays, and what a second try changes. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CloseStart } from '../../../src/app/close/api';
import type { Host, SavedHost } from '../../../src/local/types';
import { entry, save } from '../checkIn/company';
import { act, reopened, stateOf } from '../workbook';
import { ANA, begin, close, columnsOf, endingHost, formOf, Q1, Q4, REQUEST, rowsOf, setting } from './company';

let ending: SavedHost;
let host: Host;
beforeAll(async () => {
  ending = (await endingHost()).save();
}, 120_000);
beforeEach(async () => {
  host = await reopened(ending);
}, 60_000);

describe('the close', () => {
  test('writes every objective and key result into History as it ended, with what people said', async () => {
    await close(host);
    expect(columnsOf(host, 'History', 'cycle', 'type', 'id', 'team', 'final', 'score', 'next_step')).toEqual([
      ['2026-Q4', 'Objective', 'O1', 'Product', '', 0.775, 'Keep → O5'], // (0.5 + 1 + 0.6 + 1) / 4
      ['2026-Q4', 'Objective', 'O2', 'Sales', '', 0.4, 'Change → O6'],
      ['2026-Q4', 'Objective', 'O3', 'Sales', '', 0.25, 'Drop'],
      ['2026-Q4', 'Key result', 'O1.1', 'Product', 50, 0.5, 'Keep → O5.1'],
      ['2026-Q4', 'Key result', 'O1.2', 'Product', 20, 1, 'Reached'],
      ['2026-Q4', 'Key result', 'O1.3', 'Product', 12, 0.6, 'Keep → O5.2'],
      ['2026-Q4', 'Key result', 'O1.4', 'Product', 99.5, 1, 'Keep → O5.3'],
      ['2026-Q4', 'Key result', 'O2.1', 'Sales', 0.4, 0.4, 'Change → O6.1'],
      ['2026-Q4', 'Key result', 'O2.2', 'Sales', '', '', 'Change → O6.2'],
      ['2026-Q4', 'Key result', 'O3.1', 'Sales', 15, 0.25, 'Drop'],
    ]);
    const said = columnsOf(host, 'History', 'id', 'cause', 'helped', 'learning', 'win').filter((row) => row.slice(1).some((text) => text !== ''));
    expect(said).toEqual([
      ['O1', '', '', '', 'Complaints halved'],
      ['O2', '', '', '=HYPERLINK("x") stays text', ''],
      ['O1.1', 'Too few people: two were ill', 'The new price', 'Ask earlier', ''],
    ]);
    expect(columnsOf(host, 'History', 'id', 'closed_on', 'measure', 'reading', 'weight', 'start_date', 'due_date')[3]).toEqual(['O1.1', '2026-11-21', 'Increase', 'last', 1, '2026-10-01', '2026-12-31']);
  });

  test('carries over under new ids: it starts where it ended, a sum starts anew, a milestone keeps its share, what was reached does not go on', async () => {
    await close(host);
    expect(columnsOf(host, 'Objectives', 'id', 'objective', 'parent', 'start_date', 'due_date', 'note')).toEqual([
      ['O4', 'A company that lasts', 'O6', '2026-01-01', '2027-12-31', ''],
      ['O5', 'Customers stay with us', 'O4', '2027-01-01', '2027-03-31', '=1+1 is a note'],
      ['O6', 'We are easy to buy from', 'O5.1', '', '', ''],
    ]);
    expect(columnsOf(host, 'Key Results', 'id', 'objective_id', 'start', 'target', 'current', 'confidence', 'reading', 'plan', 'source')).toEqual([
      ['O4.1', 'O4', 3, 12, 9, '', '', '', ''],
      ['O5.1', 'O5', 50, 100, '', '', '', '', 'CRM'],
      ['O5.2', 'O5', 0, 20, '', '', 'sum', '', ''],
      ['O5.3', 'O5', 99.5, 99, '', '', '', '', ''],
      ['O6.1', 'O6', '', '', 0.4, '', '', '', ''],
      ['O6.2', 'O6', 10, 60, '', '', '', '', ''],
    ]);
    expect(columnsOf(host, 'Actions', 'id', 'key_result_id')).toEqual([['A1', 'O5.1'], ['A2', 'O1.1'], ['A3', 'O3.1']]);
    expect(columnsOf(host, 'KPIs', 'id', 'linked_to')).toEqual([['K1', 'O5.3']]);
    expect(['cycle_name', 'cycle_start', 'cycle_end'].map((key) => setting(host, key))).toEqual(['2027-Q1', '2027-01-01', '2027-03-31']);
    expect(host.failures()).toEqual([]);
  });

  test('once more changes nothing, with the same reference and with another', async () => {
    const progress = await close(host);
    const before = await stateOf(host);
    expect(await close(host)).toEqual(progress);
    await expect(begin(host, REQUEST, 'close-2')).rejects.toThrow('is in the cycle “2027-Q1” by now');
    expect(await stateOf(host)).toEqual(before);
    expect(await host.call('closeOpen', [])).toMatchObject({ pending: null, cycles: [Q4], names: ['2026-Q4'], openActions: ['O5.1', 'O3.1'] });
  });

  test('that was left in the middle is shown to whoever opens it next, and no other one begins', async () => {
    await begin(host, REQUEST, 'close-1');
    await host.call('closeStep', ['close-1']);
    host.setUser('ben@example.com');
    const { pending } = (await host.call('closeOpen', [])) as CloseStart;
    expect(pending).toMatchObject({ ref: 'close-1', cycle: Q4, next: Q1, done: 1, of: 6 });
    await expect(begin(host, REQUEST, 'close-2')).rejects.toThrow('was interrupted');
    expect(await close(host)).toMatchObject({ done: 6, of: 6 });
    expect(rowsOf(host, 'History')).toHaveLength(10);
  });

  test.each([
    ['a first day after the last', { ...Q1, end: '2026-12-01' }, 'needs a short name of its own'],
    ['a day that does not exist', { ...Q1, end: '2027-02-31' }, 'needs a short name of its own'],
    ['no name', { ...Q1, name: ' ' }, 'needs a short name of its own'],
    ['the name of the one before', { ...Q1, name: Q4.name }, 'needs a short name of its own'],
  ])('refuses a next cycle with %s, and nothing is written', async (_, next, sentence) => {
    const before = await stateOf(host);
    await expect(begin(host, { ...REQUEST, next }, 'x')).rejects.toThrow(sentence);
    expect(await stateOf(host)).toEqual(before);
    expect(((await host.call('closeOpen', [])) as CloseStart).pending).toBeNull();
  });

  test('refuses rows without an id or with one that is there twice', async () => {
    await act(host, (book) => void book.getSheetByName('Key Results')!.getRange('A4').setValue('O1.1'));
    await expect(begin(host, REQUEST, 'x')).rejects.toThrow('have no ID, or one that is used twice');
  });

  test('leaves alone an objective that somebody wrote meanwhile, and never gives an id twice', async () => {
    await begin(host, REQUEST, 'close-1');
    const keyResult = { id: '', text: 'Mails answered within a day rise from 40 to 80', owner: '', measure: 'Increase', unit: '', start: '40', target: '80', weight: '', startDate: '', dueDate: '', plan: '', reading: 'last', source: '', kpi: '' };
    await host.call('formSave', [{ id: '', text: 'Be easy to reach', team: 'Service', level: 'Team', owner: ANA, parent: '', kind: 'Committed', priority: '', startDate: '', dueDate: '', keyResults: [keyResult] }, 'meanwhile', null]);
    await close(host);
    const { objectives } = await formOf(host);
    expect(objectives.map(({ id, text, keyResults }) => [id, text, keyResults.map((one) => one.id)])).toEqual([
      ['O4', 'A company that lasts', ['O4.1']],
      ['O7', 'Be easy to reach', ['O7.1']],
      ['O5', 'Customers stay with us', ['O5.1', 'O5.2', 'O5.3']],
      ['O6', 'We are easy to buy from', ['O6.1', 'O6.2']],
    ]);
  });
});

describe('a check-in in the middle of a close', () => {
  test.each([0, 1, 2, 3, 4])('saved after %i steps is in the log and in History, and the next cycle starts where it left off', async (steps) => {
    await begin(host, REQUEST, 'close-1');
    for (let step = 0; step < steps; step += 1) await host.call('closeStep', ['close-1']);
    await save(host, { keyResultId: 'O1.1', value: '70', confidence: 4 });
    await close(host);
    const logged = columnsOf(host, 'Check-ins', 'key_result_id', 'value');
    expect(logged).toEqual([['O1.1', 70]]);
    expect(columnsOf(host, 'History', 'id', 'final', 'score').find(([id]) => id === 'O1.1')).toEqual(['O1.1', 70, 0.7]);
    expect(columnsOf(host, 'History', 'id', 'final', 'score').find(([id]) => id === 'O1')).toEqual(['O1', '', 0.825]); // (0.7 + 1 + 0.6 + 1) / 4
    expect(columnsOf(host, 'Key Results', 'id', 'start').find(([id]) => id === 'O5.1')).toEqual(['O5.1', 70]);
  });

  test('that comes after it is refused in a sentence, and nothing of it is written', async () => {
    await close(host);
    const before = await stateOf(host);
    expect(await host.call('checkInSave', [entry({ keyResultId: 'O1.1', value: '70' })])).toMatchObject({ refused: [{ field: 'keyResultId' }] });
    expect(await stateOf(host)).toEqual(before);
  });
});
