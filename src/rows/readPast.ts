/** What people wrote along the way, read apart from the numbers, so that the formulas need not carry the texts. */
import type { Day } from '../model/day';
import type { CheckInNote, ClosedRow, PastRow } from '../model/past';
import { KINDS, MEASURES, READINGS } from '../model/words';
import type { Vocabulary } from './cells';
import type { Cells } from './grid';
import { readTable, type ReadRow } from './read';

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
  return readTable(cells, 'history', vocabulary, closedRow).rows;
}

const closedRow: ReadRow<ClosedRow> = (reader, row) => ({
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
});

/** The same with everything that stands in them. */
export function readPast(cells: Cells, vocabulary: Vocabulary): readonly PastRow[] {
  return readTable(cells, 'history', vocabulary, (reader, row) => ({
    ...closedRow(reader, row),
    kind: reader.choice('kind', KINDS),
    start: reader.number('start'),
    target: reader.number('target'),
    final: reader.number('final'),
    unit: reader.text('unit'),
    measure: reader.choice('measure', MEASURES),
    reading: reader.choice('reading', READINGS),
    weight: reader.weight(),
    startDate: reader.day('start_date'),
    dueDate: reader.day('due_date'),
    win: reader.text('win'),
  })).rows;
}

/** Rows of the log that are no check-ins, with the references that say what they are. */
export function readMarks(cells: Cells, vocabulary: Vocabulary, isMeant: (ref: string) => boolean): { readonly day: Day; readonly keyResultId: string; readonly author: string; readonly ref: string }[] {
  const { rows } = readTable(cells, 'checkIns', vocabulary, (reader) => ({ day: reader.day('at'), keyResultId: reader.text('key_result_id'), author: reader.text('author'), ref: reader.text('ref') }));
  return rows.flatMap(({ day, ...row }) => (day !== undefined && isMeant(row.ref) ? [{ day, ...row }] : []));
}
