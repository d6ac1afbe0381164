/** Writing objectives and key results from the form, on the real spreadsheet with the file that is pushed. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { FormStart, KeyResultDraft, ObjectiveDraft, Refused, Saved } from '../../../src/app/api';
import en from '../../../src/report/messages/en.json';
import type { Host, SavedHost } from '../../../src/local/types';
import { act, FEW_ROWS, reopened, scores, setUpHost, fill } from '../workbook';
import { COMPANY } from '../checkIn/company';

let company: SavedHost;
let host: Host;
beforeAll(async () => {
  host = await setUpHost(FEW_ROWS);
  await fill(host, {
    ...COMPANY,
    Settings: [['key', 'value'], ['teams', 'Product; Sales']],
    KPIs: [['id', 'kpi', 'measure', 'target', 'current'], ['K1', 'Uptime', 'At least', 99, 99.5], ['K2', 'Orders a week', 'Increase', 50, '']],
    'Check-ins': [['at', 'key_result_id', 'value'], ['2026-10-05T10:00:00', 'O7.4', 3]],
    History: [['closed_on', 'cycle', 'id', 'objective_id'], ['2026-09-30', '2026-Q3', 'O5.1', 'O5']],
  });
  company = host.save();
}, 120_000);

const keyResult = (part: Partial<KeyResultDraft> = {}): KeyResultDraft => ({
  id: '', text: 'Orders rise from 10 to 60', owner: 'ben@example.com', measure: 'Increase', unit: '', start: '10', target: '60', weight: '', startDate: '', dueDate: '',
  plan: '', reading: 'last', source: 'CRM', kpi: '', ...part,
});
const draft = (part: Partial<ObjectiveDraft> = {}): ObjectiveDraft => ({
  id: '', text: 'Buying is a pleasure', team: 'Sales', level: 'Team', owner: 'ben@example.com', parent: 'O1', kind: 'Aspirational', priority: 'High',
  startDate: '2026-10-01', dueDate: '2026-12-31', keyResults: [keyResult()], ...part,
});
let refs = 0;
const send = (to: Host, one: ObjectiveDraft, ref = `ref-${(refs += 1)}`, base: ObjectiveDraft | null = null): Promise<Saved | Refused> =>
  to.call('formSave', [one, ref, base]) as Promise<Saved | Refused>;
const stored = async (to: Host, one: ObjectiveDraft, ref?: string): Promise<Saved['saved']> => ((await send(to, one, ref)) as Saved).saved;
const rowOf = (to: Host, sheet: string, id: string, a1 = 'A3:Q40'): unknown[] | undefined => to.values(sheet, a1).find((row) => row[0] === id);
const count = (to: Host, sheet: string): number => to.values(sheet, 'A3:A60').filter(([id]) => id !== '').length;

describe('a new objective', () => {
  test('is stored with its key results in one go, with ids above all that ever were', async () => {
    const saved = await stored(host, draft({ keyResults: [keyResult(), keyResult({ text: 'Calls fall', measure: 'Decrease', start: '1,200.5', target: '45%', weight: '2', dueDate: '2026-11-30', reading: 'sum' })] }));
    expect(saved).toMatchObject({ objectiveId: 'O8', keyResultIds: ['O8.1', 'O8.2'], place: { row: 5, column: 2 } });
    const [row, day] = [rowOf(host, 'Objectives', 'O8'), (cell: unknown) => (cell as Date).toISOString()];
    expect(row?.slice(0, 9)).toEqual(['O8', 'Buying is a pleasure', 'Team', 'Sales', 'ben@example.com', 'O1', 'Aspirational', 'High', '']);
    expect([day(row?.[9]), day(row?.[10])]).toEqual(['2026-09-30T22:00:00.000Z', '2026-12-30T23:00:00.000Z']); // midnights in Warsaw
    expect(rowOf(host, 'Key Results', 'O8.1')).toEqual(['O8.1', 'O8', 'Orders rise from 10 to 60', 'ben@example.com', 'Increase', '', 10, 60, '', '', '', '', '', '', 'last', 'CRM', '']);
    expect(rowOf(host, 'Key Results', 'O8.2')?.slice(4, 15)).toEqual(['Decrease', '', 1200.5, 0.45, '', '', 2, '', expect.any(Date), '', 'sum']);
    await host.settled();
    expect(await scores(host, 'Objectives')).toMatchObject({ O1: 0.5, O8: '' });
    expect(host.failures()).toEqual([]);
  });

  test('an empty line for the next key result is no key result; owners need not be addresses', async () => {
    const saved = await stored(host, draft({ owner: 'Ben from sales', keyResults: [keyResult(), keyResult({ text: '', owner: '', start: '', target: '', source: '' })] }));
    expect(saved.keyResultIds).toEqual([`${saved.objectiveId}.1`]);
    expect(rowOf(host, 'Objectives', saved.objectiveId)?.[4]).toBe('Ben from sales');
  });

  test.each(['=IMPORTXML("http://x","//a")', '+1', '@x', '-2+3', '<script>alert(1)</script>', '2026-01-01', 'ก'.repeat(5000)])('%.20s stays that text', async (text) => {
    const saved = await stored(host, draft({ text, team: text, keyResults: [keyResult({ text, unit: text, source: text })] }));
    const [objective, own] = [rowOf(host, 'Objectives', saved.objectiveId), rowOf(host, 'Key Results', `${saved.objectiveId}.1`)];
    expect([objective?.[1], objective?.[3], own?.[2], own?.[5], own?.[15]]).toEqual([text, text, text, text, text]);
    expect(host.formulas('Objectives', 'A3:L40').flat().filter((one) => one !== '')).toEqual([]);
  });

  test('twice with the same reference is there once, also after somebody has changed it meanwhile', async () => {
    const [before, once] = [count(host, 'Objectives'), await stored(host, draft(), 'same')];
    const row = host.values('Objectives', 'A3:A40').findIndex(([id]) => id === once.objectiveId) + 3;
    await host.type('Objectives', `D${row}`, 'Product');
    expect(await stored(host, draft(), 'same')).toEqual(once);
    expect(count(host, 'Objectives')).toBe(before + 1);
    expect(rowOf(host, 'Objectives', once.objectiveId)?.[3]).toBe('Product');
  });
});

describe('what cannot be stored is said at its field, and nothing is written', () => {
  test('only that blocks', async () => {
    const before = count(host, 'Objectives');
    const answer = (await send(host, draft({
      text: ' ', dueDate: '31.12.2026',
      keyResults: [
        keyResult({ text: '', weight: 'heavy' }), keyResult({ start: '', target: 'many' }), keyResult({ measure: '', start: 'x', target: '' }),
        keyResult({ measure: 'At least', start: '', target: '95' }), keyResult({ measure: 'Milestone', start: '', target: '' }), keyResult({ kpi: 'K9' }),
      ],
    }))) as Refused;
    expect(answer.refused).toEqual([
      { field: 'text', text: en['form.noText'] },
      { field: 'dueDate', text: en['form.notADay'].replace('{value}', '31.12.2026') },
      { field: 'keyResults.0.text', text: en['form.noText'] },
      { field: 'keyResults.0.weight', text: en['form.notANumber'].replace('{value}', 'heavy') },
      { field: 'keyResults.1.target', text: en['form.notANumber'].replace('{value}', 'many') },
      { field: 'keyResults.1.start', text: en['form.noStart'] },
      { field: 'keyResults.2.start', text: en['form.notANumber'].replace('{value}', 'x') },
      { field: 'keyResults.2.target', text: en['form.noTarget'] },
      { field: 'keyResults.5.kpi', text: en['form.noKpi'].replace('{id}', 'K9') },
    ]);
    expect(count(host, 'Objectives')).toBe(before);
  });

  test('an objective or a key result that somebody deleted meanwhile', async () => {
    const answer = (await send(host, draft({ id: 'O44', keyResults: [keyResult({ id: 'O44.1' })] }))) as Refused;
    expect(answer.refused.map(({ field }) => field)).toEqual(['id', 'keyResults.0.id']);
  });

  test('a text longer than a cell', async () => {
    expect(((await send(host, draft({ text: 'x'.repeat(50_001) }))) as Refused).refused.map(({ field }) => field)).toEqual(['text']);
  });
});

describe('an objective that is there', () => {
  test('is changed where the draft differs; formulas, other columns and other rows stay', async () => {
    const own = await reopened(company);
    await act(own, (book) => {
      const sheet = book.getSheetByName('Objectives')!;
      sheet.getRange('E3').setFormula('=IF(TRUE, "ana@example.com", "")');
      sheet.getRange('L3').setValue('my note');
      book.getSheetByName('Key Results')!.getRange('H3').setFormula('=SUM(99, 1)');
    });
    await own.settled();
    const { objectives } = (await own.call('formOpen', [])) as FormStart;
    const one = objectives[0]!;
    const asDraft = (item: (typeof one.keyResults)[number]): KeyResultDraft =>
      keyResult({ ...item, start: item.start === null ? '' : String(item.start), target: item.target === null ? '' : String(item.target), weight: '', source: '', kpi: '' });
    const others = own.values('Key Results', 'A4:Q9');
    const [first, ...rest] = one.keyResults.map(asDraft);
    const saved = await stored(own, draft({ ...one, text: 'Customers come back', keyResults: [{ ...first!, text: 'Renewals rise' }, ...rest, keyResult()] }));
    expect(saved).toMatchObject({ objectiveId: 'O1', keyResultIds: ['O1.1', 'O1.2', 'O1.3', 'O1.4', 'O1.5'] });
    await own.settled();
    expect(own.values('Objectives', 'A3:L3')[0]).toEqual(['O1', 'Customers come back', 'Company', 'Product', 'ana@example.com', '', '', '', '', '', '', 'my note']);
    expect([own.formulas('Objectives', 'E3'), own.formulas('Key Results', 'H3')]).toEqual([[['=IF(TRUE, "ana@example.com", "")']], [['=SUM(99, 1)']]]);
    expect(own.values('Key Results', 'C3')).toEqual([['Renewals rise']]);
    expect(own.values('Key Results', 'A4:Q9')).toEqual(others);
    expect(own.values('Key Results', 'A10:B10')).toEqual([['O1.5', 'O1']]);
  }, 60_000);

  test('a key result moves to another objective under its id, or is told to be gone', async () => {
    const own = await reopened(company);
    const { objectives } = (await own.call('formMove', ['O1.2', 'O2'])) as FormStart;
    expect(objectives.map(({ id, keyResults }) => [id, keyResults.map((one) => one.id)])).toEqual([['O1', ['O1.1', 'O1.3', 'O1.4']], ['O2', ['O1.2', 'O2.1', 'O2.2', 'O2.3']]]);
    await expect(own.call('formMove', ['O1.9', 'O2'])).rejects.toThrow(en['form.keyResultGone'].replace('{id}', 'O1.9'));
    await expect(own.call('formMove', ['O1.1', 'O9'])).rejects.toThrow(en['form.objectiveGone'].replace('{id}', 'O9'));
  }, 60_000);
});

describe('a key result measured by a KPI', () => {
  let own: Host;
  let id: string;
  beforeAll(async () => {
    own = await reopened(company);
    const saved = await stored(own, draft({ keyResults: [keyResult({ text: 'Uptime', measure: 'At least', start: '', target: '99', kpi: 'K1' }), keyResult({  kpi: 'K2' })] }));
    id = saved.objectiveId;
    await own.settled();
  }, 60_000);
  const current = (number: number): unknown => rowOf(own, 'Key Results', `${id}.${number}`)?.[8];

  test('shows its current value, a blank one as blank, and is scored by it', async () => {
    expect([current(1), current(2)]).toEqual([99.5, '']);
    expect(await scores(own, 'Key Results')).toMatchObject({ [`${id}.1`]: 1, [`${id}.2`]: '' });
    expect(own.values('KPIs', 'N3:N4')).toEqual([[`${id}.1`], [`${id}.2`]]);
    expect(own.failures()).toEqual([]);
  });

  test('is measured by none any more when that is chosen: its last value stays, and the KPI names it no longer', async () => {
    const free = await reopened(company);
    const measured = keyResult({ measure: 'At least', start: '', target: '99', kpi: 'K1' });
    const { objectiveId, keyResultIds: [keyResultId = ''] } = await stored(free, draft({ keyResults: [measured] }));
    const base = draft({ id: objectiveId, keyResults: [{ ...measured, id: keyResultId }] });
    expect(await send(free, { ...base, keyResults: [{ ...measured, id: keyResultId, kpi: '' }] }, 'free', base)).toHaveProperty('saved');
    const row = free.values('Key Results', 'A1:A40').findIndex(([cell]) => cell === keyResultId) + 1;
    expect([free.values('Key Results', `I${row}`), free.formulas('Key Results', `I${row}`), free.values('KPIs', 'N3')]).toEqual([[[99.5]], [['']], [['']]]);
  }, 60_000);

  test('follows the KPI through sorting, inserted rows and columns, a renamed tab; one that is gone shows as an error', async () => {
    await act(own, (book) => {
      const sheet = book.getSheetByName('KPIs')!;
      const [one, other] = sheet.getRange('A3:N4').getValues();
      sheet.getRange('A3:N4').setValues([other!, one!]);
      sheet.insertRowsBefore(3, 3);
      sheet.insertColumnsBefore(5, 2);
      sheet.setName('Kennzahlen');
    });
    await own.type('Kennzahlen', 'N6', 42); // the second KPI's current value, two columns further right
    await own.settled();
    expect([current(1), current(2)]).toEqual([99.5, 42]);
    await act(own, (book) => void book.getSheetByName('Kennzahlen')!.deleteRow(7));
    await own.settled();
    expect(current(1)).toBe('#N/A');
  }, 60_000);

  test('is known again by the form and in a check-in', async () => {
    const { objectives } = (await own.call('formOpen', [])) as FormStart;
    expect(objectives.find((one) => one.id === id)?.keyResults.map((one) => [one.isFormula, one.kpi])).toEqual([[true, 'K1'], [true, 'K2']]);
    const saved = await own.call('checkInSave', [{ keyResultId: `${id}.2`, value: '1', confidence: null, progress: '', blockers: '', day: '', ref: 'k' }]);
    expect(saved).toMatchObject({ saved: { current: 42, leftFormula: true } });
  });
});

test('the form begins with the cycle, teams, people, KPIs, limits and the tree', async () => {
  const own = await reopened(company);
  const start = (await own.call('formOpen', [])) as FormStart;
  expect(start).toMatchObject({
    language: 'en', me: 'ana@example.com', asOf: '2026-11-21', cycle: { name: '2026-Q4', start: '2026-10-01', end: '2026-12-31' }, teams: ['Product', 'Sales'],
    people: ['ana@example.com', 'ben@example.com'], kpis: [{ id: 'K1', text: 'Uptime' }, { id: 'K2', text: 'Orders a week' }], limits: { objectives: 5, keyResults: 5 }, statusLimits: { onTrackGap: 0.1, checkInDays: 14 }, decimalMark: '.',
  });
  expect(start.objectives[0]).toMatchObject({ id: 'O1', text: 'Customers stay with us', score: 0.5, level: 'Company', kind: 'Committed', place: { row: 3, column: 2 } });
  expect(start.objectives[0]?.keyResults.map(({ id, score, weight }) => [id, score, weight])).toEqual([['O1.1', 0.5, null], ['O1.2', 0.5, null], ['O1.3', null, null], ['O1.4', null, null]]);
}, 60_000);

test('in a sheet that is full, rows are added, and the name reaches them', async () => {
  const own = await reopened(company);
  await act(own, (book) => {
    const sheet = book.getSheetByName('Objectives')!;
    sheet.getRange(sheet.getMaxRows(), 2).setValue('typed into the last row');
  });
  const saved = await stored(own, draft());
  expect(saved.objectiveId).toBe('O8');
  const [last, rows] = await act(own, (book) => [book.getRangeByName('objectives_table')!.getLastRow(), book.getSheetByName('Objectives')!.getMaxRows()]);
  expect([last, saved.place.row]).toEqual([rows, rows - 200]);
  expect(((await own.call('formOpen', [])) as FormStart).objectives.map(({ id }) => id)).toEqual(['O1', 'O2', '', 'O8']);
}, 60_000);
