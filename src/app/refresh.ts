/** Writes the dashboard anew from the tables: a call for each of them and a few more, whatever their size. */
import { LEVELS, PRIORITIES } from '../model/words';
import { dashboard, FILTER_COLUMNS, FILTER_ROW, MARK_ROW, MOMENT, PAGE_COLUMNS, PAGE_ROWS, type DashboardFilter } from '../report/dashboard';
import type { Link } from '../report/mail/input';
import { recognise } from '../report/vocabulary';
import { isWordingCode } from '../rules/wording/advise';
import { dayOfDate } from '../rows/cells';
import type { KeyedTable } from '../rows/columns';
import { isDate, type Cell, type Cells } from '../rows/grid';
import { readSettings } from '../rows/readSettings';
import { understand, type Book } from './book';
import { closedBook } from './closedBook';
import { PAGE_NAME } from './names';
import type { NamedCells } from './ports';
import { textIn } from './textIn';
import { readNote, TableReader, type Whereabouts } from './whereabouts';

/** The tables that the dashboard of the current cycle is made of, and those without which there is none. */
const READ: readonly KeyedTable[] = ['objectives', 'keyResults', 'actions', 'kpis', 'checkIns'];
const NEEDED: readonly KeyedTable[] = ['objectives', 'keyResults', 'checkIns', 'settings'];

/**
 * False when the names are gone, too short or stretched by somebody's rows and columns, so that the structure has to be arranged first. A routine one is
 * asked for by nobody: the timer's, or what follows a save.
 */
export function refresh(named: NamedCells, now: Date, isRoutine = false): boolean {
  const page = named.read(PAGE_NAME);
  if (!page || page.length !== PAGE_ROWS || page[0]?.length !== PAGE_COLUMNS) return false;
  const reader = new TableReader(named, readNote(page[MARK_ROW - 1]?.[PAGE_COLUMNS - 1]));
  const settings = reader.read('settings');
  if (!settings) return false;
  const filter = filterOn(page, settings);
  const cells = new Map<KeyedTable, Cells>([['settings', settings]]);
  for (const table of filter.cycle === '' ? READ : (['history'] as const)) {
    const values = reader.read(table);
    if (!values && NEEDED.includes(table)) return false;
    cells.set(table, values ?? []);
  }
  const next = pageOf((table) => cells.get(table) ?? [], filter, { where: reader.whereabouts(), url: named.url(), now });
  // Most hours nothing has changed but the hour, and thousands of cells written anew are as many for the spreadsheet to work out again. It costs a call
  // more, which nobody waits for there.
  if (isRoutine && isSame(page, next)) named.writeCell(PAGE_NAME, MOMENT.row, MOMENT.column, now);
  else named.write(PAGE_NAME, next);
  return true;
}

/** But for the moment of the refresh. */
function isSame(page: Cells, next: Cells): boolean {
  const isMoment = (row: number, column: number): boolean => row === MOMENT.row - 1 && column === MOMENT.column - 1;
  return next.every((line, row) => line.every((cell, column) => isMoment(row, column) || isEqual(cell, page[row]?.[column])));
}

/** The days that charts draw are written as text, and read as days. */
const isEqual = (written: Cell, read: Cell): boolean => written === read || (isDate(read) && written === dayOfDate(read));

/** What only the spreadsheet and the clock can tell. */
export interface PageAround {
  readonly where: Whereabouts;
  readonly url: string;
  readonly now: Date;
}

export function pageOf(cellsOf: (table: KeyedTable) => Cells, filter: DashboardFilter, around: PageAround, known?: Book): Cell[][] {
  const { where, url, now } = around;
  const link: Link = (place) => {
    if (!place) return url;
    const id = place.table === 'dashboard' ? undefined : where.at[place.table]?.[1];
    return id === undefined ? '' : `${url}#gid=${id}&range=A${place.row}`;
  };
  const shared = { filter, link, now, mark: JSON.stringify(where) };
  if (filter.cycle !== '') return dashboard({ ...closedBook(cellsOf, filter.cycle), ...shared });
  const book = known ?? understand(cellsOf);
  const byRow = new Map<number, Book['findings']>();
  for (const finding of book.findings) {
    // How a key result is worded is no reason to attend to it before others.
    if (finding.table === 'keyResults' && !isWordingCode(finding.code)) byRow.set(finding.row, [...(byRow.get(finding.row) ?? []), finding]);
  }
  return dashboard({ ...book, ...shared, findingsOf: (row) => byRow.get(row) ?? [], noteOf: textIn(cellsOf('checkIns'), 'checkIns') });
}

/** What people chose; the words of lists in any language, and the current cycle as nothing chosen. */
export function filterOn(page: Cells, settings: Cells): DashboardFilter {
  const cell = (column: number): string => String(page[FILTER_ROW - 1]?.[column - 1] ?? '').trim();
  const word = (text: string, among: readonly string[]): string => recognise(text, among) ?? text;
  const cycle = cell(FILTER_COLUMNS.cycle);
  return {
    team: cell(FILTER_COLUMNS.team),
    owner: cell(FILTER_COLUMNS.owner),
    level: word(cell(FILTER_COLUMNS.level), LEVELS),
    priority: word(cell(FILTER_COLUMNS.priority), PRIORITIES),
    cycle: cycle === readSettings(settings, recognise).settings.cycleName ? '' : cycle,
  };
}
