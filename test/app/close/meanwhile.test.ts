/** What goes along with a row that goes on: people's own columns, and what is changed or added while the close runs. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Panel } from '../../../src/app/panel';
import type { CloseStart } from '../../../src/app/close/api';
import type { Host, SavedHost } from '../../../src/local/types';
import { act, reopened } from '../workbook';
import { begin, close, columnsOf, endingHost, formOf, REQUEST } from './company';

let ending: SavedHost;
let host: Host;
beforeAll(async () => {
  ending = (await endingHost()).save();
}, 120_000);
beforeEach(async () => {
  host = await reopened(ending);
}, 60_000);

/** Objectives get a sponsor among the columns of ours, key results a cost behind the computed ones: a value, a formula of the row, one of another row. */
const withOwnColumns = () =>
  act(host, (book) => {
    const objectives = book.getSheetByName('Objectives')!;
    objectives.insertColumnBefore(3);
    objectives.getRange('C1:C3').setValues([['sponsor'], ['Sponsor'], ['Zofia']]);
    const keyResults = book.getSheetByName('Key Results')!;
    const last = keyResults.getLastColumn() + 1;
    if (last > keyResults.getMaxColumns()) keyResults.insertColumnsAfter(keyResults.getMaxColumns(), 1);
    keyResults.getRange(2, last, 2, 1).setValues([['Cost'], [1200]]);
    keyResults.getRange(5, last).setFormula('=H5*2'); // O1.3: twice its target
    keyResults.getRange(7, last).setFormula('=H3+1'); // O2.1: what it means elsewhere nobody knows
    keyResults.getRange('H3').setFormula('=50*2');
    return last;
  });
const steps = async (count: number) => {
  for (let step = 0; step < count; step += 1) await host.call('closeStep', ['close-1']);
};
/** The own column of each key result, value and formula. */
const costs = (column: number) => act(host, (book, at) => book.getSheetByName('Key Results')!.getRange(3, at, 6, 1).getValues().map(([value], i) => [value, book.getSheetByName('Key Results')!.getRange(3 + i, at).getFormula()]), column);

describe('columns of people’s own', () => {
  test('go on with their rows: values, formulas of their own row, and what others showed', async () => {
    const column = await withOwnColumns();
    await host.settled();
    await close(host);
    expect(columnsOf(host, 'Objectives', 'id', 'sponsor')).toEqual([['O4', ''], ['O5', 'Zofia'], ['O6', '']]);
    expect(columnsOf(host, 'Key Results', 'id', 'target').slice(0, 3)).toEqual([['O4.1', 12], ['O5.1', 100], ['O5.2', 20]]);
    expect(await costs(column)).toEqual([['', ''], [1200, ''], [40, '=H5*2'], ['', ''], [101, ''], ['', '']]);
  });

  test('are told before the close where their formulas cannot go on, like those in columns of ours', async () => {
    await withOwnColumns();
    const { formulas } = (await host.call('closeOpen', [])) as CloseStart;
    expect(formulas.map(({ id, cell }) => [id, cell.replace(/[A-Z]+(?=\d)/, (letters) => (letters === 'H' ? 'H' : '·'))])).toEqual([['O1.1', 'Key Results H3'], ['O2.1', 'Key Results ·7']]);
  });
});

describe('an edit in the middle of a close', () => {
  test.each([1, 2, 3, 4])('after %i steps is in History and in the row that goes on', async (count) => {
    await begin(host, REQUEST, 'close-1');
    await steps(count);
    await act(host, (book) => {
      book.getSheetByName('Objectives')!.getRange('B3').setValue('Customers love us');
      const keyResults = book.getSheetByName('Key Results')!;
      keyResults.getRange('H3').setValue(120); // O1.1: 50 of 120
      keyResults.getRange('I7').setValue(0.6); // O2.1, a milestone
      keyResults.getRange('Q6').setValue('measured by the hour'); // O1.4
    });
    await close(host);
    expect(columnsOf(host, 'Objectives', 'id', 'objective').find(([id]) => id === 'O5')).toEqual(['O5', 'Customers love us']);
    const rows = columnsOf(host, 'Key Results', 'id', 'target', 'current', 'note');
    expect([rows[1], rows[3], rows[4]]).toEqual([['O5.1', 120, '', ''], ['O5.3', 99, '', 'measured by the hour'], ['O6.1', '', 0.6, '']]);
    expect(columnsOf(host, 'History', 'id', 'text', 'target', 'final').filter(([id]) => ['O1', 'O1.1', 'O2.1'].includes(String(id)))).toEqual([
      ['O1', 'Customers love us', '', ''], ['O1.1', 'Renewals rise from 0 to 100', 120, 50], ['O2.1', 'The price list is public', '', 0.6],
    ]);
  });

  test('leaves alone what a check-in wrote into the new row', async () => {
    await begin(host, REQUEST, 'close-1');
    await steps(4);
    await host.call('checkInSave', [{ keyResultId: 'O5.1', value: '55', confidence: 4, progress: '', blockers: '', day: '', ref: 'early' }]);
    await act(host, (book) => void book.getSheetByName('Key Results')!.getRange('H3').setValue(120));
    await close(host);
    expect(columnsOf(host, 'Key Results', 'id', 'target', 'current', 'confidence').find(([id]) => id === 'O5.1')).toEqual(['O5.1', 120, 55, 4]);
  });

  test.each([0, 2, 4])('that adds a key result after %i steps: it ends and goes on with its objective, and is nobody’s orphan', async (count) => {
    await begin(host, REQUEST, 'close-1');
    await steps(count);
    await act(host, (book) => {
      const sheet = book.getSheetByName('Key Results')!;
      const row = sheet.getRange('A3:A40').getValues().findIndex(([id]) => id === '') + 3;
      sheet.getRange(row, 1, 1, 9).setValues([['O1.9', 'O1', 'Thanks received rise to 10', '', 'Increase', '', 0, 10, 4]]);
    });
    await close(host);
    expect(columnsOf(host, 'History', 'id', 'objective_id', 'final', 'next_step').find(([id]) => id === 'O1.9')).toEqual(['O1.9', 'O1', 4, 'Keep → O5.4']);
    const { objectives, orphans } = await formOf(host);
    expect(orphans).toEqual([]);
    expect(objectives.find(({ id }) => id === 'O5')?.keyResults.map(({ id, start }) => [id, start])).toEqual([['O5.1', 50], ['O5.2', 0], ['O5.3', 99.5], ['O5.4', 4]]);
  });

  test('that adds one without an ID is refused in a sentence, until it has one', async () => {
    await begin(host, REQUEST, 'close-1');
    await act(host, (book) => void book.getSheetByName('Key Results')!.getRange('B11:C11').setValues([['O1', 'Thanks received']]));
    await expect(close(host)).rejects.toThrow('have no ID');
    await act(host, (book) => void book.getSheetByName('Key Results')!.getRange('A11').setValue('O1.9'));
    expect(await close(host)).toMatchObject({ done: 6, of: 6 });
    expect((await formOf(host)).orphans).toEqual([]);
  });
});

test('an open action of what did not go on names no unknown key result, in the panel and in its row; one that nobody ever had is told', async () => {
  await act(host, (book) => void book.getSheetByName('Actions')!.getRange('A6:C6').setValues([['A4', 'O9.9', 'Nobody’s']]));
  await close(host);
  const told = ((await host.call('panelOpen', [])) as Panel).findings.filter(({ code }) => code === 'unknownKeyResult' || code === 'unknownLink');
  expect(told.map(({ cell }) => cell)).toEqual(['B6']);
  expect(host.values('Actions', 'K5:K6').map(([text]) => String(text).includes('O3.1') || String(text).includes('O9.9'))).toEqual([false, true]);
});
