/** The as-of day follows the calendar of the spreadsheet, unless somebody has pinned it. */
import type { Day } from '../model/day';
import { recognise } from '../report/vocabulary';
import { readSettings } from '../rows/readSettings';
import { tableName } from './names';
import type { NamedCells } from './ports';
import { placeOfSetting } from './settingRows';

/** Sets the as-of day to today; true when it was another day. Without the named cells nothing is set up, and nothing happens. */
export function followCalendar(named: NamedCells, today: Day): boolean {
  const cells = named.read(tableName('settings'));
  if (!cells) return false;
  const { asOf, asOfPinned } = readSettings(cells, recognise).settings;
  if (asOfPinned || asOf === today) return false;
  // Found by its key and not by its name: who sorts the settings leaves the name behind.
  const place = placeOfSetting(cells, 'as_of');
  if (!place) return false;
  named.writeCell(tableName('settings'), place.row, place.column, today);
  return true;
}
