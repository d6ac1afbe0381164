/** What people wrote along the way, read apart from the numbers, so that the formulas need not carry the texts. */
import type { CheckInNote, ClosedRow } from '../model/past';
import type { Vocabulary } from './cells';
import type { Cells } from './grid';
import { readTable } from './read';

/** The check-ins in which somebody wrote something, oldest day first. */
export function readNotes(cells: Cells, vocabulary: Vocabulary): CheckInNote[] {
  const { rows } = readTable(cells, 'checkIns', vocabulary, (reader, row) => ({
    row,
    day: reader.day('at'),
    keyResultId: reader.text('key_result_id'),
    author: reader.text('author'),
    progress: reader.text('progress'),
    blockers: reader.text('blockers'),
  }));
  const told = rows.filter((one): one is CheckInNote => one.day !== undefined && (one.progress !== '' || one.blockers !== ''));
  return told.sort((a, b) => (a.day === b.day ? a.row - b.row : a.day < b.day ? -1 : 1));
}

/** The rows of History, in their order. */
export function readHistory(cells: Cells, vocabulary: Vocabulary): readonly ClosedRow[] {
  return readTable(cells, 'history', vocabulary, (reader, row) => ({
    row,
    closedOn: reader.day('closed_on'),
    cycle: reader.text('cycle'),
    id: reader.text('id'),
    objectiveId: reader.text('objective_id'),
    text: reader.text('text'),
    team: reader.text('team'),
    score: reader.number('score'),
    cause: reader.text('cause'),
    learning: reader.text('learning'),
    nextStep: reader.text('next_step'),
  })).rows;
}
