/** A check-in from the sidebar, on the real spreadsheet with the file that is pushed: what is logged, what the key result shows then, what is refused. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CheckInEntry, CheckInStart } from '../../../src/app/api';
import en from '../../../src/report/messages/en.json';
import pl from '../../../src/report/messages/pl.json';
import type { Host, SavedHost } from '../../../src/local/types';
import { afterCheckIn } from '../../../sidebar/checkIn/after';
import { act, reopened } from '../workbook';
import { ANA, companyHost, currentOf, entry, FORMULA, log, refused, reset, save } from './company';

let company: SavedHost;
let host: Host;
beforeAll(async () => {
  host = await companyHost();
  company = host.save();
}, 120_000);
beforeEach(() => reset(host));

/** A document of its own, for tests that change its shape. */
const fresh = (): Promise<Host> => reopened(company);

describe('one check-in', () => {
  test('is a row of the log with moment, author and words, and sets current and confidence', async () => {
    const saved = await save(host, { value: '62', confidence: 4, progress: 'Two large renewals', blockers: 'Legal is slow', ref: 'once' });
    expect(saved).toEqual({ current: 62, score: 0.62, confidence: 4, lastCheckIn: '2026-11-21', wasRepeated: false, leftFormula: false });
    expect(log(host)).toEqual([['2026-11-21T09:30:00', 'O1.1', ANA, 62, 4, 'Two large renewals', 'Legal is slow', 'once']]);
    expect(currentOf(host, 'O1.1')).toEqual([62, 4]);
    expect(currentOf(host, 'O1.2')).toEqual([30, '']);
    expect(host.failures()).toEqual([]);
  });

  test('with a value alone leaves the confidence, with words alone leaves the value', async () => {
    await save(host, { value: '1', confidence: 2 });
    await save(host, { value: '3' });
    expect(currentOf(host, 'O1.1')).toEqual([3, 2]);
    expect(await save(host, { progress: 'Nothing moved' })).toMatchObject({ current: 3 });
    await save(host, { confidence: 5 });
    expect(currentOf(host, 'O1.1')).toEqual([3, 5]);
    expect(log(host)).toHaveLength(4);
  });

  test('twice with the same reference is one row, also when another one came between', async () => {
    await save(host, { value: '60', ref: 'same' });
    await save(host, { value: '70' });
    expect(await save(host, { value: '60', ref: 'same' })).toMatchObject({ wasRepeated: true, current: 70 });
    expect(log(host)).toHaveLength(2);
    expect(currentOf(host, 'O1.1')[0]).toBe(70);
  });

  test('back-dated keeps a later value current; of two on one day the one entered later counts', async () => {
    await save(host, { value: '60' });
    expect(await save(host, { value: '40', confidence: 1, day: '2026-11-10' })).toMatchObject({ current: 60, confidence: 1, lastCheckIn: '2026-11-21' });
    expect(currentOf(host, 'O1.1')).toEqual([60, 1]);
    await reset(host);
    await save(host, { value: '40', day: '2026-11-10' });
    await save(host, { value: '45', day: '2026-11-10' });
    await save(host, { value: '20', day: '2026-11-03' });
    expect(currentOf(host, 'O1.1')[0]).toBe(45);
    expect(log(host).map((row) => row[0])).toEqual(['2026-11-10T23:59:59', '2026-11-10T23:59:59', '2026-11-03T23:59:59']);
  });

  test('is added up or averaged where the key result says so', async () => {
    for (const value of ['4', '5', '7']) await save(host, { keyResultId: 'O1.3', value });
    for (const value of ['8', '5']) await save(host, { keyResultId: 'O1.4', value });
    expect([currentOf(host, 'O1.3')[0], currentOf(host, 'O1.4')[0]]).toEqual([16, 6.5]);
  });

  test('of a current value that is a formula is logged, and the formula stays', async () => {
    expect(await save(host, { keyResultId: 'O2.3', value: '9', confidence: 3 })).toEqual({ current: 3, score: 0.3, confidence: 3, lastCheckIn: '2026-11-21', wasRepeated: false, leftFormula: true });
    expect(host.formulas('Key Results', 'I9')).toEqual([[FORMULA]]);
    expect(currentOf(host, 'O2.3')).toEqual([3, 3]);
    expect(log(host)[0]?.[3]).toBe(9);
  });

  test('of a milestone takes words and shares, and a tick stays a tick', async () => {
    expect(await save(host, { keyResultId: 'O2.1', value: '40%' })).toMatchObject({ current: 0.4, score: 0.4 });
    await act(host, (book) => void book.getSheetByName('Key Results')!.getRange('I7').setValue(false));
    expect(await save(host, { keyResultId: 'O2.1', value: 'gotowe' })).toMatchObject({ score: 1 });
    expect(currentOf(host, 'O2.1')[0]).toBe(true);
  });

  test('counts per cent in points where the unit does', async () => {
    expect(await save(host, { keyResultId: 'O2.2', value: '35%' })).toMatchObject({ current: 35, score: 0.5 });
  });
});

describe('what was typed', () => {
  test.each(['=IMPORTXML("http://x","//a")', '+1', '@x', '-2+3', "'quoted", '<img src=x onerror=alert(1)>', 'TRUE', '12/5', '2026-01-01', 'ก'.repeat(5000), 'two\nlines'])(
    '%.20s stays that text',
    async (text) => {
      await save(host, { value: '1', progress: text, blockers: text });
      expect(log(host)[0]?.slice(5, 7)).toEqual([text, text]);
      expect(host.formulas('Check-ins', 'A3:H3')).toEqual([['', '', '', '', '', '', '', '']]);
    },
  );

  test('stays text also in columns that somebody made automatic', async () => {
    const host = await fresh();
    await act(host, (book) => void book.getSheetByName('Check-ins')!.getRange('A3:H').setNumberFormat('General'));
    await save(host, { value: '1', progress: '=1+1', blockers: '12/5' });
    expect(log(host)[0]?.slice(5, 7)).toEqual(['=1+1', '12/5']);
    expect(host.formulas('Check-ins', 'F3:G3')).toEqual([['', '']]);
  });

  test.each([
    ['pl_PL', '1.234,5', 1234.5], ['pl_PL', '1 234,5', 1234.5], ['pl_PL', '1,234', 1.234], ['en_US', '1,234', 1234], ['vi_VN', '1.234', 1234],
    ['th_TH', '๑๒.๕', 12.5], ['th_TH', '฿1,200', 1200], ['en_US', '45%', 0.45], ['pl_PL', '−3', -3],
  ])('in %s %s is %d', async (locale, text, value) => {
    await act(host, (book, to) => void book.setSpreadsheetLocale(to as string), locale);
    expect(await save(host, { value: text })).toMatchObject({ current: value });
    expect(log(host)[0]?.[3]).toBe(value);
    await act(host, (book) => void book.setSpreadsheetLocale('en_US'));
  });
});

describe('what cannot be stored is said at its field, in the language of the workbook, and nothing is written', () => {
  test.each([
    [{ value: 'about 5' }, 'value', en['form.notANumber'].replace('{value}', 'about 5')],
    [{ value: '1.2.3' }, 'value', en['form.notANumber'].replace('{value}', '1.2.3')],
    [{ keyResultId: 'O2.1', value: 'soon' }, 'value', en['checkIn.notAShare'].replace('{value}', 'soon')],
    [{ value: '5', day: '31.12.2026' }, 'day', en['form.notADay'].replace('{value}', '31.12.2026')],
    [{ value: '5', day: '2026-11-22' }, 'day', en['checkIn.future']],
    [{ value: '5', confidence: 6 }, 'confidence', en['checkIn.confidence']],
    [{}, 'value', en['checkIn.nothing']],
    [{ keyResultId: 'O9.9', value: '5' }, 'keyResultId', en['checkIn.gone'].replace('{id}', 'O9.9')],
  ])('%j', async (part, field, text) => {
    expect(await refused(host, part)).toEqual([{ field, text }]);
    expect(log(host)).toEqual([]);
    expect(currentOf(host, 'O1.1')).toEqual([50, '']);
  });

  test('in Polish in a Polish workbook', async () => {
    const host = await fresh();
    await act(host, (book) => {
      const sheet = book.getSheetByName('Settings')!;
      const row = sheet.getDataRange().getValues().findIndex((cells) => cells[0] === 'language') + 1;
      sheet.getRange(row, 2).setValue('pl');
    });
    expect(await refused(host, {})).toEqual([{ field: 'value', text: pl['checkIn.nothing'] }]);
  });
});

describe('while the form was open', () => {
  test('the row moved, the tab was renamed, a column was inserted: found by its id', async () => {
    const host = await fresh();
    await act(host, (book) => {
      const sheet = book.getSheetByName('Key Results')!;
      sheet.insertRowsBefore(3, 2);
      sheet.insertColumnsBefore(1, 1);
      sheet.insertColumnsBefore(10, 1); // between target and current
      book.getSheetByName('Check-ins')!.insertColumnsBefore(4, 1); // between the key result and the author's columns
      book.getSheetByName('Check-ins')!.setName('Dziennik');
    });
    expect(await save(host, { value: '61', confidence: 3, ref: 'moved' })).toMatchObject({ current: 61 });
    expect(host.values('Key Results', 'B5:L5')[0]).toEqual(['O1.1', 'O1', 'Renewals rise from 0 to 100', ANA, 'Increase', '', 0, 100, '', 61, 3]);
    expect(host.values('Dziennik', 'A3:I3')).toEqual([['2026-11-21T09:30:00', 'O1.1', ANA, '', 61, 3, '', '', 'moved']]);
  });

  test('the row was deleted: told, and nothing is logged; other key results are no concern', async () => {
    const host = await fresh();
    await act(host, (book) => void book.getSheetByName('Key Results')!.deleteRow(3));
    expect(await refused(host, { value: '61' })).toEqual([{ field: 'keyResultId', text: en['checkIn.gone'].replace('{id}', 'O1.1') }]);
    expect(log(host)).toEqual([]);
    expect(await save(host, { keyResultId: 'O1.2', value: '25' })).toMatchObject({ current: 25 });
  });

  test('the sheet is gone: a sentence says what to do', async () => {
    const host = await fresh();
    await act(host, (book) => book.deleteSheet(book.getSheetByName('Check-ins')!));
    await expect(host.call('checkInSave', [entry({ value: '1' })])).rejects.toThrow(en['error.notSetUp']);
    expect(currentOf(host, 'O1.1')).toEqual([50, '']);
  });

  test('somebody else saves: told to try again, and the same again is stored', async () => {
    host.holdLock('document', 60_000);
    await expect(host.call('checkInSave', [entry({ value: '61', ref: 'busy' })])).rejects.toThrow(en['error.busy']);
    expect(log(host)).toEqual([]);
    host.holdLock('document', 5_000); // let go within the time that a save waits
    await save(host, { value: '61', ref: 'busy' });
    expect(log(host)).toHaveLength(1);
  });

  test('two people at the same moment: both rows are there', async () => {
    const [one, other] = await Promise.all([host.call('checkInSave', [entry({ value: '61' })]), host.call('checkInSave', [entry({ keyResultId: 'O1.2', value: '25' })])]);
    expect([one, other]).toMatchObject([{ saved: { current: 61 } }, { saved: { current: 25 } }]);
    expect(log(host).map((row) => [row[1], row[3]])).toEqual([['O1.1', 61], ['O1.2', 25]]);
  });

  test('two people at the same moment about one key result, with what their sidebars know: both rows, and the one that came second is current', async () => {
    const { known } = (await host.call('checkInOpen', [])) as CheckInStart;
    const sent = (me: string, value: string): CheckInEntry => entry({ value, ...(known ? { known: { ...known, me } } : {}) });
    await Promise.all([host.call('checkInSave', [sent(ANA, '61')]), host.call('checkInSave', [sent('ben@example.com', '63')])]);
    expect(log(host).map((row) => row.slice(1, 4))).toEqual([['O1.1', ANA, 61], ['O1.1', 'ben@example.com', 63]]);
    expect(currentOf(host, 'O1.1')[0]).toBe(63);
  });
});

test('the last free row of the log is kept for inserting above it, so that the name covers every check-in', async () => {
  const host = await fresh();
  await act(host, (book) => {
    const sheet = book.getSheetByName('Check-ins')!;
    const rows = sheet.getMaxRows() - 3; // all but the last
    sheet.getRange(3, 1, rows, 4).setValues(Array.from({ length: rows }, () => ['2026-11-01T10:00:00', 'O1.2', 'x@example.com', 30]));
  });
  const rowsBefore = await act(host, (book) => book.getSheetByName('Check-ins')!.getMaxRows());
  await save(host, { value: '61' });
  await save(host, { value: '62' });
  const [rows, name, last] = await act(host, (book) => {
    const sheet = book.getSheetByName('Check-ins')!;
    return [sheet.getMaxRows(), book.getRangeByName('check_ins_table')!.getLastRow(), sheet.getRange(sheet.getLastRow(), 1, 1, 4).getValues()[0]!.slice(1, 4)];
  });
  expect(rows).toBeGreaterThan(rowsBefore);
  expect(name).toBe(rows);
  expect(last).toEqual(['O1.1', ANA, 62]);
  expect(currentOf(host, 'O1.1')[0]).toBe(62);
});

test('the panel begins with my key results, what is asked of them, and what need not be asked again', async () => {
  const before = (await host.call('checkInOpen', [])) as CheckInStart;
  const saved = await save(host, { value: '60', confidence: 4, day: '2026-11-11' });
  await host.settled();
  const start = (await host.call('checkInOpen', [])) as CheckInStart;
  expect(afterCheckIn(before.mine[0]!, saved, before)).toEqual(start.mine[0]); // what the sidebar concludes by itself is what the sheet says
  expect(start).toMatchObject({ language: 'en', me: ANA, asOf: '2026-11-21', known: { me: ANA, timeZone: 'Europe/Warsaw', locale: 'en_US', checkIns: expect.any(Number) } });
  expect(start.mine.map(({ id }) => id)).toEqual(['O1.1', 'O1.2', 'O1.3', 'O1.4']);
  expect(start.mine[3]).toMatchObject({ owner: '', responsible: ANA }); // blank is the owner of the objective
  expect(start.all).toHaveLength(7);
  expect(start.mine[0]).toMatchObject({ current: 60, confidence: 4, score: 0.6, lastCheckIn: '2026-11-11', daysSince: 10, isFormula: false, place: { row: 3, column: 3 } });
  expect(start.mine[0]?.needed).toBeGreaterThan(0);
  expect(start.all.find(({ id }) => id === 'O2.3')).toMatchObject({ isFormula: true, current: 3 });
  expect(await host.call('checkInHistory', ['O1.1'])).toEqual([{ at: '2026-11-11T23:59:59', author: ANA, value: 60, confidence: 4, progress: '', blockers: '' }]);
});

test('with what the sidebar knows it is the same, whatever the text, the formats and the columns', async () => {
  const host = await fresh();
  const { known } = (await host.call('checkInOpen', [])) as CheckInStart;
  await save(host, { value: '61', confidence: 4, progress: 'Signed', ref: 'a', ...(known ? { known } : {}) });
  await act(host, (book) => void book.getSheetByName('Check-ins')!.getRange('A4:H').setNumberFormat('General'));
  await save(host, { value: '62', progress: '=1+1', blockers: '12/5', ref: 'b', ...(known ? { known } : {}) });
  await act(host, (book) => void book.getSheetByName('Check-ins')!.insertColumnsBefore(4, 1));
  await save(host, { value: '63', progress: '-2+3', ref: 'c', ...(known ? { known } : {}) });
  await save(host, { value: '64', ref: 'd', ...(known ? { known: { ...known, checkIns: 1 } } : {}) });
  expect(host.values('Check-ins', 'B3:I6')).toEqual([
    ['O1.1', ANA, '', 61, 4, 'Signed', '', 'a'], ['O1.1', ANA, '', 62, '', '=1+1', '12/5', 'b'], ['O1.1', ANA, '', 63, '', '-2+3', '', 'c'], ['O1.1', ANA, '', 64, '', '', '', 'd'],
  ]);
  expect(host.formulas('Check-ins', 'A3:I6').flat().join('')).toBe('');
  expect(currentOf(host, 'O1.1')[0]).toBe(64);
}, 60_000);
