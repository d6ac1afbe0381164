/** Archiving, on the real spreadsheet, also with a fault on the way. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FormStart } from '../../../src/app/api';
import type { Panel } from '../../../src/app/panel';
import en from '../../../src/report/messages/en.json';
import type { Host, SavedHost } from '../../../src/local/types';
import { act, reopened, scores } from '../workbook';
import { companyHost, FORMULA } from '../checkIn/company';

let company: SavedHost;
let host: Host;
beforeAll(async () => {
  company = (await companyHost()).save();
}, 120_000);
beforeEach(async () => {
  host = await reopened(company);
}, 60_000);

const history = (): unknown[][] => host.values('History', 'A3:P20').filter((row) => row.some((cell) => cell !== ''));

describe('archiving', () => {
  test('takes an objective and its key results into the history; other rows, formulas and scores stay', async () => {
    const { objectives } = (await host.call('formArchive', ['O1'])) as FormStart;
    await host.settled();
    expect(objectives.map(({ id, keyResults }) => [id, keyResults.length])).toEqual([['O2', 3]]);
    expect(history().map((row) => row.slice(1))).toEqual([
      ['2026-Q4', 'Objective', 'O1', 'O1', 'Customers stay with us', 'Product', 'ana@example.com', 'Committed', '', '', '', 0.5, '', '', en['form.archived']],
      ['2026-Q4', 'Key result', 'O1.1', 'O1', 'Renewals rise from 0 to 100', 'Product', 'ana@example.com', 'Committed', 0, 100, 50, 0.5, '', '', en['form.archived']],
      ['2026-Q4', 'Key result', 'O1.2', 'O1', 'Complaints fall from 40 to 20', 'Product', 'ana@example.com', 'Committed', 40, 20, 30, 0.5, '', '', en['form.archived']],
      ['2026-Q4', 'Key result', 'O1.3', 'O1', 'Interviews held rise to 20', 'Product', 'ana@example.com', 'Committed', 0, 20, '', '', '', '', en['form.archived']],
      ['2026-Q4', 'Key result', 'O1.4', 'O1', 'Mean answer time falls from 9 to 3 hours', 'Product', 'ana@example.com', 'Committed', 9, 3, '', '', '', '', en['form.archived']],
    ]);
    expect((history()[0]?.[0] as Date).toISOString()).toBe('2026-11-20T23:00:00.000Z');
    expect(host.formulas('Key Results', 'I5')).toEqual([[FORMULA]]);
    expect(await scores(host, 'Key Results')).toEqual({ 'O2.1': '', 'O2.2': 0.2, 'O2.3': 0.3 });
    expect(host.failures()).toEqual([]);
  });

  test('of one key result leaves its objective; twice is as good as once; the id is not given again', async () => {
    await host.call('formArchive', ['O1.4']);
    await host.call('formArchive', ['O1.4']);
    expect(history().map((row) => row[3])).toEqual(['O1.4']);
    const keyResult = { id: '', text: 'New', owner: '', measure: 'Increase', unit: '', start: '0', target: '1', weight: '', startDate: '', dueDate: '', plan: '', reading: 'last', source: '', kpi: '' };
    const one = { id: 'O1', text: 'Customers stay with us', team: 'Product', level: 'Company', owner: 'ana@example.com', parent: '', kind: 'Committed', priority: '', startDate: '', dueDate: '', keyResults: [keyResult] };
    expect(await host.call('formSave', [one, 'after'])).toMatchObject({ saved: { keyResultIds: ['O1.5'] } });
  });

  test('leaves its check-ins in the log without a finding; those of an id that nobody ever had are told', async () => {
    await host.call('checkInSave', [{ keyResultId: 'O1.4', value: '8', confidence: null, progress: '', blockers: '', day: '', ref: 'before' }]);
    await act(host, (book) => void book.getSheetByName('Check-ins')!.getRange('A4:D4').setValues([['2026-11-20T10:00:00', 'O7.7', '', 5]]));
    await host.call('formArchive', ['O1.4']);
    const unknown = async (name: string): Promise<string[]> => ((await host.call(name, [])) as Panel).findings.filter(({ code }) => code === 'unknownKeyResult').map(({ cell }) => cell);
    expect(host.values('Check-ins', 'B3:B4')).toEqual([['O1.4'], ['O7.7']]);
    expect([await unknown('panelOpen'), await unknown('panelCheck')]).toEqual([['B4'], ['B4']]);
  });

  test('leaves what named it without an unknown ID; one that nobody ever had is told', async () => {
    await act(host, (book) => {
      book.getSheetByName('Objectives')!.getRange('A5:F6').setValues([['O3', 'Sales help', 'Team', 'Sales', 'ana@example.com', 'O1'], ['O4', 'Sales ask', 'Team', 'Sales', 'ana@example.com', 'O77']]);
      book.getSheetByName('Actions')!.getRange('A3:C4').setValues([['A1', 'O1.1', 'Call the ten largest'], ['A2', 'O7.7', 'Write to them']]);
    });
    expect(((await host.call('formOpen', [])) as FormStart).actions).toEqual(['O1.1', 'O7.7']);
    await host.call('formArchive', ['O1']);
    const unknown = ((await host.call('panelOpen', [])) as Panel).findings.filter(({ code }) => code === 'unknownParent' || code === 'unknownKeyResult');
    expect(unknown.map(({ sheet, cell }) => `${sheet} ${cell}`).sort()).toEqual(['Actions B4', 'Objectives F5']);
  });

  test('of what is not there says so', async () => {
    await expect(host.call('formArchive', ['O77'])).rejects.toThrow(en['form.gone'].replace('{id}', 'O77'));
    await expect(host.call('formArchive', [''])).rejects.toThrow(en['form.gone'].replace('{id}', ''));
  });
});

test('after a fault on the way, the same again leaves the rows once in the history and out of the tables', async () => {
  const others = host.values('Key Results', 'A7:H9');
  for (let n = 3; ; n += 3) { // every third call: opening the document again each time takes long
    const one = await reopened(company);
    one.resetServiceCalls();
    one.failCall(n);
    const failed = await one.call('formArchive', ['O1']).then(() => false, () => true);
    one.resetServiceCalls();
    if (failed) await one.call('formArchive', ['O1']);
    expect([n, one.values('History', 'A3:P20').filter((row) => row[3] !== '').map((row) => row[3])]).toEqual([n, ['O1', 'O1.1', 'O1.2', 'O1.3', 'O1.4']]);
    expect(one.values('Objectives', 'A3:A6')).toEqual([['O2'], [''], [''], ['']]);
    expect(one.values('Key Results', 'A3:H5')).toEqual(others);
    one.dispose();
    if (!failed) break;
  }
}, 300_000);
