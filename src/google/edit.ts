/** The edit trigger: finds out, by as few calls as possible, whether current values of key results were typed, and has them logged. */
import { logTypedTarget } from '../app/checkIn/targets';
import { logTyped } from '../app/checkIn/typedInSheet';
import { tableName } from '../app/names';
import { LABEL_ROW } from '../rows/columns';
import { keyOf, type Cell } from '../rows/grid';
import { alone } from './alone';
import { here } from './here';
import { openTables } from './rows';

/*
 * A run that does not get the lock in time throws, which Google lists among the executions and tells nobody. Nothing is lost by it: the typed value
 * stands in the sheet, and where the log makes another one of the last values the row has the finding `currentDiffers` until the next check-in
 * or until it is typed again. A key result that nobody ever checked in has no such value, and nothing but the missing row of the log.
 */

/** What of Google's event is relied upon; which of it is there depends on the edit and on the person's domain. */
export interface EditEvent {
  readonly range?: GoogleAppsScript.Spreadsheet.Range;
  readonly source?: GoogleAppsScript.Spreadsheet.Spreadsheet;
  readonly oldValue?: unknown; // of a single cell only
  readonly user?: { getEmail(): string };
}

export function logEdit(event: EditEvent | undefined): void {
  const { range, source } = event ?? {};
  const table = range && source?.getRangeByName(tableName('keyResults'));
  if (!table || range.getGridId() !== table.getGridId()) return;
  // Most edits are elsewhere in the sheet: only the keys above the edited columns are read to see that.
  const [first, count] = [range.getColumn(), range.getNumColumns()];
  const keys = (range.getSheet().getRange(table.getRow(), first, 1, count).getValues()[0] ?? []) as Cell[];
  const edited = keys.map(keyOf);
  const isTarget = keys.length === 1 && edited[0] === 'target' && event?.oldValue !== undefined;
  if (!isTarget && !edited.includes('current')) return;
  const row = range.getRow() - table.getRow() + 1;
  const skipped = Math.max(0, LABEL_ROW + 1 - row);
  const rows = range.getNumRows() - skipped;
  if (rows < 1) return;
  const author = event?.user?.getEmail() ?? '';
  if (isTarget) return alone(() => logTypedTarget(openTables(), here(), row, String(event.oldValue), author));
  alone(() => logTyped(openTables(), here(), { row: row + skipped, rows }, author));
}
