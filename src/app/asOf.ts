/** The as-of day follows the calendar of the spreadsheet, unless somebody has pinned it. */
import type { Day } from '../model/day';
import { recognise } from '../report/vocabulary';
import { isBlank, keyOf, type Cell, type Cells } from '../rows/grid';
import { readHeader } from '../rows/grid';
import { readSettings } from '../rows/readSettings';
import { AS_OF_NAME, tableName } from './names';
import type { NamedCells } from './ports';

/** Sets the as-of day to today; true when it was another day. Without the named cells nothing is set up, and nothing happens. */
export function followCalendar(named: NamedCells, today: Day): boolean {
  const cells = named.read(tableName('settings'));
  if (!cells || isPinned(cells) || readSettings(cells, recognise).settings.asOf === today) return false;
  if (!named.read(AS_OF_NAME)) return false;
  named.write(AS_OF_NAME, [[today]]);
  return true;
}

const NO: ReadonlySet<string> = new Set(['no', 'false', '0', 'nie', 'không', 'ไม่']);

function isPinned(cells: Cells): boolean {
  const { at } = readHeader(cells, 'settings');
  const row = cells.find((cell) => keyOf(cell[at.get('key') ?? 0]) === 'as_of_pinned');
  const pin: Cell = row?.[at.get('value') ?? 1];
  return !isBlank(pin) && !NO.has(String(pin).trim().toLowerCase());
}
