/** What people wrote along the way: notes of check-ins, rows of History. */
import { expect, test } from 'vitest';
import { recognise } from '../../src/report/vocabulary';
import { readHistory, readNotes } from '../../src/rows/readPast';
import { CHECK_IN, keysOf, sheet, type Row } from '../examples/sheets';

const notes = (rows: readonly Row[]) => readNotes(sheet('checkIns', rows), recognise);

test('check-ins with a word are notes, oldest first; those with numbers alone are none', () => {
  const rows = [{ ...CHECK_IN, progress: 'Later' }, CHECK_IN, { ...CHECK_IN, at: '2026-11-01T09:00:00', blockers: ' Sooner ' }];
  expect(notes(rows)).toEqual([
    { row: 5, day: '2026-11-01', keyResultId: 'O1.1', author: 'ana@example.com', progress: '', blockers: 'Sooner' },
    { row: 3, day: '2026-11-10', keyResultId: 'O1.1', author: 'ana@example.com', progress: 'Later', blockers: '' },
  ]);
});

test('a note without a day belongs to no day and is left out', () => {
  expect(notes([{ ...CHECK_IN, at: 'last week', progress: 'x' }])).toEqual([]);
});

test('a row of History is read by its keys, wherever they stand', () => {
  const row = { closed_on: '2026-12-31', cycle: '2026-Q4', id: 'O1.1', objective_id: 'O1', text: 'Renewals', team: 'Care', score: 0.5, cause: 'Late', learning: 'Begin early', next_step: 'Again' };
  expect(readHistory(sheet('history', [row], [...keysOf('history')].reverse()), recognise)).toEqual([
    { row: 3, closedOn: '2026-12-31', cycle: '2026-Q4', id: 'O1.1', objectiveId: 'O1', text: 'Renewals', team: 'Care', score: 0.5, cause: 'Late', learning: 'Begin early', nextStep: 'Again' },
  ]);
});
