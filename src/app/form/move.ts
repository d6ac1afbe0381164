/** Moves a key result to another objective; its id stays, since check-ins and actions name it. */
import { speak } from '../../report/onDemand';
import { quoted } from './limits';
import { changeRow } from './save';
import { openTable, rowsById, workbookLanguage, type Here, type Tables } from './tables';

export function moveKeyResult(tables: Tables, here: Here, keyResultId: string, objectiveId: string): void {
  const keyResults = openTable(tables, 'keyResults', here);
  const row = rowsById(keyResults, 'keyResults').get(keyResultId);
  const isThere = rowsById(openTable(tables, 'objectives', here), 'objectives').has(objectiveId);
  if (row !== undefined && isThere) {
    changeRow(keyResults, 'keyResults', row, { objective_id: objectiveId });
    return;
  }
  const say = speak(workbookLanguage(tables, here));
  throw new Error(row === undefined ? say('form.keyResultGone', { id: quoted(keyResultId) }) : say('form.objectiveGone', { id: quoted(objectiveId) }));
}
