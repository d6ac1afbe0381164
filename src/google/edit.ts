/** The edit trigger: finds out, by as few calls as possible, whether current values, a target or filters were typed; has the ones logged, the others obeyed. */
import { logTypedTarget } from '../app/checkIn/targets';
import { logTyped } from '../app/checkIn/typedInSheet';
import { PAGE_NAME, tableName } from '../app/names';
import { refresh } from '../app/refresh';
import { FILTER_ROW } from '../report/dashboard';
import { LABEL_ROW } from '../rows/columns';
import { keyOf, type Cell } from '../rows/grid';
import { alone } from './alone';
import { here } from './here';
import { openTables } from './rows';
import { openNamedCells } from './workbook';

type Range = GoogleAppsScript.Spreadsheet.Range;

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

/** Current values are logged like check-ins, those of key results and those of KPIs; a filter writes the dashboard anew. */
export function followEdit(event: EditEvent | undefined): void {
  const { range, source } = event ?? {};
  if (!range || !source) return;
  const sheetId = range.getGridId();
  const isIn = (name: string): Range | undefined => {
    const named = source.getRangeByName(name);
    return named?.getGridId() === sheetId ? named : undefined;
  };
  for (const table of ['keyResults', 'kpis'] as const) {
    const named = isIn(tableName(table));
    if (named) return logEdit(range, named, table, event ?? {});
  }
  const page = isIn(PAGE_NAME);
  if (!page) return;
  const row = range.getRow();
  const filters = page.getRow() + FILTER_ROW - 1;
  // Where the page has been stretched, a simple trigger may not put it right; the next refresh from the menu does.
  if (row <= filters && row + range.getNumRows() > filters) refresh(openNamedCells(), new Date());
}

function logEdit(range: Range, named: Range, table: 'keyResults' | 'kpis', { oldValue, user }: EditEvent): void {
  // Most edits are elsewhere in the sheet: only the keys above the edited columns are read to see that.
  const [first, count] = [range.getColumn(), range.getNumColumns()];
  const keys = (range.getSheet().getRange(named.getRow(), first, 1, count).getValues()[0] ?? []) as Cell[];
  const edited = keys.map(keyOf);
  const isTarget = table === 'keyResults' && keys.length === 1 && edited[0] === 'target' && oldValue !== undefined;
  if (!isTarget && !edited.includes('current')) return;
  const row = range.getRow() - named.getRow() + 1;
  const skipped = Math.max(0, LABEL_ROW + 1 - row);
  const rows = range.getNumRows() - skipped;
  if (rows < 1) return;
  const author = user?.getEmail() ?? '';
  if (isTarget) return alone(() => logTypedTarget(openTables(), here(), row, oldValue as string, author));
  alone(() => logTyped(openTables(), here(), { row: row + skipped, rows }, author, table));
}
