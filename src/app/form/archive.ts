/** Takes an objective with its key results, or one key result, out of the tables and into the history. */
import type { Day } from '../../model/day';
import { LANGUAGES } from '../../model/words';
import { speak } from '../../report/onDemand';
import type { KeyResultConclusion } from '../../rules/keyResults';
import type { ObjectiveConclusion } from '../../rules/objectives';
import { FIRST_DATA_ROW } from '../../rows/columns';
import { readHeader, type Cells } from '../../rows/grid';
import { keyResultRow, objectiveRow, type Ended } from './historyRows';
import { openBook, textOf, type Opened } from './items';
import { refuseLocked, type Lock } from '../share/lock';
import { quoted } from './limits';
import { freeRow, openTable, writeRows, type Here, type TableRows, type Tables } from './tables';

/**
 * The history is written before anything is deleted, and the objective's own row is the last to go. So a fault at any call loses nothing, and the
 * same again finds what is left to do: rows that the history has already are not written twice.
 */
export function archive(tables: Tables, here: Here, lock: Lock, id: string): void {
  const opened = openBook(tables, here);
  const { objective, keyResults } = rowsToArchive(opened, id);
  const history = openTable(tables, 'history', here);
  const say = speak(opened.book.settings.language);
  if (!objective && keyResults.length === 0) {
    if (archivedIds(history.values, undefined).has(id)) return;
    throw new Error(say('form.gone', { id: quoted(id) }));
  }
  refuseLocked(lock, here);
  const known = archivedIds(history.values, opened.asOf);
  const ended: Ended = { closedOn: opened.asOf, settings: opened.book.settings, nextStep: say('form.archived') };
  const rows = [...(objective ? [objectiveRow(objective, ended)] : []), ...keyResults.map((one) => keyResultRow(one, objectiveOf(one, opened), ended))];
  writeRows(history, 'history', freeRow(history, 'history'), rows.filter((row) => !known.has(String(row['id']))), 'id');
  deleteAll(opened.keyResults, keyResults.map((one) => one.keyResult.row));
  if (objective) deleteAll(opened.objectives, [objective.objective.row]);
}

function rowsToArchive({ book }: Opened, id: string): { objective: ObjectiveConclusion | undefined; keyResults: KeyResultConclusion[] } {
  const objective = id === '' ? undefined : book.objectives.find((one) => one.objective.id === id);
  if (objective) return { objective, keyResults: book.keyResults.filter((one) => one.keyResult.objectiveId === id) };
  const keyResult = id === '' ? undefined : book.keyResults.find((one) => one.keyResult.id === id);
  return { objective: undefined, keyResults: keyResult ? [keyResult] : [] };
}

/** Ids that the history has as archived, on a day or at all. */
function archivedIds(cells: Cells, on: Day | undefined): Set<string> {
  const { at } = readHeader(cells, 'history');
  const text = (row: Cells[number], key: string): string => textOf(row[at.get(key) ?? -1]);
  const words: readonly string[] = LANGUAGES.map((language) => speak(language)('form.archived'));
  const rows = cells.slice(FIRST_DATA_ROW - 1).filter((row) => words.includes(text(row, 'next_step')) && (on === undefined || text(row, 'closed_on') === on));
  return new Set(rows.map((row) => text(row, 'id')));
}

const objectiveOf = ({ keyResult }: KeyResultConclusion, { book }: Opened) => book.objectives.find((one) => one.objective.id === keyResult.objectiveId)?.objective;

/** From the last row up, so that the others keep their numbers meanwhile; neighbours at once. False when more than so many calls were needed. */
export function deleteAll(table: TableRows, rows: readonly number[], most = Infinity): boolean {
  const sorted = [...rows].sort((a, b) => b - a);
  for (let i = 0, calls = 0; i < sorted.length; calls += 1) {
    if (calls === most) return false;
    let count = 1;
    while (sorted[i + count] === (sorted[i] as number) - count) count += 1;
    table.deleteRows(sorted[i + count - 1] as number, count);
    i += count;
  }
  return true;
}
