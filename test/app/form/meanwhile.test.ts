/** What others change in the sheet while a form is open, on the real spreadsheet: kept, or told at its field; nothing is lost on either side. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FormStart, KeyResultDraft, ObjectiveDraft, Refused, Saved } from '../../../src/app/api';
import en from '../../../src/report/messages/en.json';
import pl from '../../../src/report/messages/pl.json';
import th from '../../../src/report/messages/th.json';
import vi from '../../../src/report/messages/vi.json';
import type { Host, SavedHost } from '../../../src/local/types';
import { draftOf } from '../../../sidebar/write/draft';
import { act, FEW_ROWS, fill, reopened, setUpHost } from '../workbook';
import { COMPANY } from '../checkIn/company';

let company: SavedHost;
let host: Host;
let base: ObjectiveDraft;
beforeAll(async () => {
  const first = await setUpHost(FEW_ROWS);
  await fill(first, { ...COMPANY, KPIs: [['id', 'kpi', 'measure', 'target', 'current'], ['K1', 'Uptime', 'At least', 99, 99.5], ['K2', 'Orders a week', 'Increase', 50, 7]] });
  company = first.save();
}, 120_000);
beforeEach(async () => {
  host = await reopened(company);
  base = await opened();
}, 60_000);

/** What the sidebar has in its form when it opens the first objective. */
async function opened(): Promise<ObjectiveDraft> {
  const start = (await host.call('formOpen', [])) as FormStart;
  return draftOf(start.objectives[0]!, start.decimalMark ?? '.');
}
let refs = 0;
const save = (draft: ObjectiveDraft, from: ObjectiveDraft | null = base): Promise<Saved | Refused> => host.call('formSave', [draft, `m${(refs += 1)}`, from]) as Promise<Saved | Refused>;
/** The draft with one key result of it changed. */
const withKeyResult = (draft: ObjectiveDraft, id: string, part: Partial<KeyResultDraft>): ObjectiveDraft => ({
  ...draft, keyResults: draft.keyResults.map((one) => (one.id === id ? { ...one, ...part } : one)),
});
const refusedIn = async (answer: Promise<Saved | Refused>): Promise<Refused['refused']> => {
  const told = await answer;
  expect(told).toHaveProperty('refused');
  return (told as Refused).refused;
};
const changed = (value: string, say: Record<string, string> = en): string => say['form.changed']!.replace('{value}', value);

describe('a colleague changes the sheet while the form is open', () => {
  test('fields that were not touched in the form keep what the colleague wrote, the others are stored', async () => {
    await host.type('Objectives', 'D3', 'Sales');
    await host.type('Key Results', 'H3', 80);
    await host.type('Key Results', 'M4', '2026-11-30');
    expect(await save({ ...withKeyResult(base, 'O1.1', { text: 'Renewals rise' }), owner: 'ben@example.com' })).toHaveProperty('saved');
    expect(host.values('Objectives', 'B3:E3')).toEqual([['Customers stay with us', 'Company', 'Sales', 'ben@example.com']]);
    expect(host.values('Key Results', 'C3:H3')).toEqual([['Renewals rise', 'ana@example.com', 'Increase', '', 0, 80]]);
    expect(host.values('Key Results', 'M4')).toEqual([[new Date('2026-11-29T23:00:00Z')]]); // 30 November in Warsaw
  });

  test('a field that both changed is told at its place, with what the sheet says; nothing is written', async () => {
    await host.type('Objectives', 'B3', 'Customers love us');
    await host.type('Key Results', 'H4', 12.5);
    await host.type('Key Results', 'D3', '');
    const draft = withKeyResult(withKeyResult({ ...base, text: 'Customers come back', team: 'Care' }, 'O1.2', { target: '15' }), 'O1.1', { owner: 'ben@example.com' });
    expect(await refusedIn(save(draft))).toEqual([
      { field: 'text', text: changed('Customers love us'), now: 'Customers love us' },
      { field: 'keyResults.0.owner', text: en['form.emptied'], now: '' },
      { field: 'keyResults.1.target', text: changed('12.5'), now: '12.5' },
    ]);
    expect(host.values('Objectives', 'B3:D3')).toEqual([['Customers love us', 'Company', 'Product']]);
    expect(host.values('Key Results', 'H4')).toEqual([[12.5]]);
  });

  test('saved again with what the sheet says as its base, the person’s own goes through', async () => {
    await host.type('Objectives', 'B3', 'Customers love us');
    await host.type('Objectives', 'D3', 'Sales');
    const draft = { ...base, text: 'Customers come back' };
    const [told] = await refusedIn(save(draft));
    expect(await save(draft, { ...base, text: told!.now! })).toHaveProperty('saved');
    expect(host.values('Objectives', 'B3:D3')).toEqual([['Customers come back', 'Company', 'Sales']]);
  });

  test('changed once more in between, it is told once more', async () => {
    await host.type('Objectives', 'B3', 'Customers love us');
    const draft = { ...base, text: 'Customers come back' };
    const [told] = await refusedIn(save(draft));
    await host.type('Objectives', 'B3', 'Customers adore us');
    expect((await refusedIn(save(draft, { ...base, text: told!.now! })))[0]).toMatchObject({ field: 'text', now: 'Customers adore us' });
  });

  test('what both changed alike is no matter, and neither is another way to write the same', async () => {
    await host.type('Key Results', 'H3', 120);
    await host.type('Key Results', 'O3', 'last'); // blank counts as last
    expect(await save(withKeyResult(base, 'O1.1', { target: '120', weight: '1', reading: 'sum' }))).toHaveProperty('saved');
    expect(host.values('Key Results', 'H3:O3')[0]?.[0]).toBe(120);
    expect(host.values('Key Results', 'O3')).toEqual([['sum']]);
  });

  test('a cell that nobody can read as its field is told before it is replaced, and kept when the field is not touched', async () => {
    await host.type('Key Results', 'H3', 'many');
    base = await opened();
    const draft = withKeyResult(base, 'O1.1', { target: '70' });
    expect(base.keyResults[0]?.target).toBe('');
    const [told] = await refusedIn(save(draft));
    expect(told).toEqual({ field: 'keyResults.0.target', text: changed('many'), now: 'many' });
    expect(await save(draft, withKeyResult(base, 'O1.1', { target: told!.now! }))).toHaveProperty('saved');
    expect(host.values('Key Results', 'H3')).toEqual([[70]]);
  });

  test('a key result that a colleague moved, added or sorted elsewhere stays there', async () => {
    await host.call('formMove', ['O1.2', 'O2']);
    await act(host, (book) => void book.getSheetByName('Key Results')!.insertRowsBefore(3, 2));
    expect(await save(withKeyResult(base, 'O1.2', { text: 'Complaints fall' }))).toHaveProperty('saved');
    expect(host.values('Key Results', 'A6:C6')).toEqual([['O1.2', 'O2', 'Complaints fall']]);
    expect(host.values('Key Results', 'A3:C4').flat().join('')).toBe('');
  });
});

describe('the sheet is another one by the time of saving', () => {
  const blank: KeyResultDraft = { id: '', text: 'Visits rise', owner: '', measure: 'Increase', unit: '', start: '0', target: '9', weight: '', startDate: '', dueDate: '', plan: '', reading: 'last', source: '', kpi: '' };

  test('tabs renamed, columns and rows inserted: everything is found', async () => {
    await act(host, (book) => {
      const [objectives, keyResults] = ['Objectives', 'Key Results'].map((name) => book.getSheetByName(name)!);
      objectives!.setName('Cele').insertColumnsBefore(2, 1);
      keyResults!.setName('Wyniki').insertRowsBefore(3, 2);
    });
    expect(await save({ ...withKeyResult(base, 'O1.1', { target: '90' }), text: 'Customers come back' })).toHaveProperty('saved');
    expect(host.values('Cele', 'A3:C3')).toEqual([['O1', '', 'Customers come back']]);
    expect([host.values('Wyniki', 'A5'), host.values('Wyniki', 'H5')]).toEqual([[['O1.1']], [[90]]]);
  });

  test('rows deleted by somebody else: told at the objective and at the key result, and nothing is written', async () => {
    await act(host, (book) => {
      book.getSheetByName('Objectives')!.deleteRow(3);
      book.getSheetByName('Key Results')!.deleteRow(4);
    });
    const [objectives, keyResults] = [host.values('Objectives', 'A3:L5'), host.values('Key Results', 'A3:Q12')];
    const draft = { ...withKeyResult(base, 'O1.2', { target: '15' }), text: 'Customers come back', keyResults: [...base.keyResults, blank] };
    expect(await refusedIn(save(draft))).toEqual([
      { field: 'id', text: en['form.objectiveGone'].replace('{id}', 'O1') },
      { field: 'keyResults.1.id', text: en['form.keyResultGone'].replace('{id}', 'O1.2') },
    ]);
    expect([host.values('Objectives', 'A3:L5'), host.values('Key Results', 'A3:Q12')]).toEqual([objectives, keyResults]);
  });

  test('somebody else is saving: told to try again, nothing is written, and the same again is stored once', async () => {
    const draft = { ...base, text: 'Customers come back', keyResults: [...base.keyResults, blank] };
    const again = (): Promise<unknown> => host.call('formSave', [draft, 'busy', base]);
    host.holdLock('document', 60_000);
    await expect(again()).rejects.toThrow(en['error.busy']);
    expect(host.values('Objectives', 'B3')).toEqual([['Customers stay with us']]);
    host.holdLock('document', 5_000); // let go within the time that a save waits
    expect(await again()).toMatchObject({ saved: { keyResultIds: ['O1.1', 'O1.2', 'O1.3', 'O1.4', 'O1.5'] } });
    expect(await again()).toMatchObject({ saved: { keyResultIds: ['O1.1', 'O1.2', 'O1.3', 'O1.4', 'O1.5'] } });
    expect(host.values('Key Results', 'A3:A20').flat().filter((id) => id !== '')).toEqual(['O1.1', 'O1.2', 'O1.3', 'O1.4', 'O2.1', 'O2.2', 'O2.3', 'O1.5']);
  });

  test('two people at the same moment: two new objectives have two ids, and two changes of one objective are both there', async () => {
    const fresh = (text: string): ObjectiveDraft => ({ ...base, id: '', text, keyResults: [{ ...blank, text }] });
    const ids = (await Promise.all([save(fresh('One'), null), save(fresh('Other'), null)])).map((answer) => (answer as Saved).saved.objectiveId);
    expect(ids).toEqual(['O3', 'O4']);
    expect(host.values('Key Results', 'A10:C11')).toEqual([['O3.1', 'O3', 'One'], ['O4.1', 'O4', 'Other']]);
    expect(await Promise.all([save({ ...base, team: 'Sales' }), save({ ...base, owner: 'ben@example.com' })])).toMatchObject([{ saved: {} }, { saved: {} }]);
    expect(host.values('Objectives', 'D3:E3')).toEqual([['Sales', 'ben@example.com']]);
  });
});

describe('the KPI that measures a key result', () => {
  test('chosen by a colleague stays when the form has not touched it, and is told when it has', async () => {
    await save(withKeyResult(base, 'O1.1', { kpi: 'K1' }));
    expect(await save({ ...base, text: 'Customers come back' })).toHaveProperty('saved');
    expect(host.formulas('Key Results', 'I3')[0]?.[0]).toContain('MATCH("K1"');
    const draft = withKeyResult(base, 'O1.1', { kpi: 'K2' });
    const [told] = await refusedIn(save(draft));
    expect(told).toEqual({ field: 'keyResults.0.kpi', text: changed('K1'), now: 'K1' });
    expect(await save(draft, withKeyResult(base, 'O1.1', { kpi: 'K1' }))).toHaveProperty('saved');
    expect(host.formulas('Key Results', 'I3')[0]?.[0]).toContain('MATCH("K2"');
  });

  test('is left alone where somebody put a number in its place', async () => {
    await save(withKeyResult(base, 'O1.1', { kpi: 'K1' }));
    base = await opened();
    await host.type('Key Results', 'I3', 55);
    expect(await save({ ...base, text: 'Customers come back' })).toHaveProperty('saved');
    expect(host.values('Key Results', 'I3')).toEqual([[55]]);
    expect(host.formulas('Key Results', 'I3')).toEqual([['']]);
  });
});

test.each([['en', en], ['th', th], ['vi', vi], ['pl', pl]] as const)('the sentence is in the language %s of the workbook, and numbers are written as it is typed there', async (language, say) => {
  await act(host, (book, to) => {
    const sheet = book.getSheetByName('Settings')!;
    const row = sheet.getDataRange().getValues().findIndex((cells) => cells[0] === 'language') + 1;
    sheet.getRange(row, 2).setValue(to as string);
    if (to === 'pl') book.setSpreadsheetLocale('pl_PL');
  }, language);
  await act(host, (book) => void book.getSheetByName('Key Results')!.getRange('H3').setValue(62.5));
  const [told] = await refusedIn(save(withKeyResult(base, 'O1.1', { target: '70' })));
  expect(told?.text).toBe(changed(language === 'pl' ? '62,5' : '62.5', say));
});
