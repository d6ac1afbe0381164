/** Writes the dashboard anew from the tables: four reads, one page read for its filters, one page written. */
import type { Priority } from '../model/words';
import { PRIORITIES } from '../model/words';
import { dashboard, FILTER_COLUMNS, FILTER_ROW, PAGE_COLUMNS, PAGE_ROWS, type DashboardFilter } from '../report/dashboard';
import { recognise } from '../report/vocabulary';
import { isWordingCode } from '../rules/wording/advise';
import type { Cell, Cells } from '../rows/grid';
import { understand, type Book } from './book';
import { PAGE_NAME, tableName } from './names';
import type { NamedCells } from './ports';
import type { KeyedTable } from '../rows/columns';

/** The tables that the dashboard is made of; every further one costs two service calls. */
const READ: readonly KeyedTable[] = ['objectives', 'keyResults', 'settings', 'checkIns'];

/** False when the names are gone, too short or stretched by somebody's rows and columns, so that the structure has to be arranged first. */
export function refresh(named: NamedCells, now: Date): boolean {
  const cells = new Map<KeyedTable, Cells>();
  for (const table of READ) {
    const values = named.read(tableName(table));
    if (!values || endsInData(values)) return false;
    cells.set(table, values);
  }
  const page = named.read(PAGE_NAME);
  if (!page || page.length !== PAGE_ROWS || page[0]?.length !== PAGE_COLUMNS) return false;
  named.write(PAGE_NAME, pageOf(understand((table) => cells.get(table) ?? []), page, now));
  return true;
}

/** A name covers the rows there were when it was given; data in its last row may go on below. */
function endsInData(values: Cells): boolean {
  return (values[values.length - 1] ?? []).some((cell) => cell !== '');
}

export function pageOf(book: Book, present: Cells, now: Date): Cell[][] {
  const byRow = new Map<number, Book['findings']>();
  for (const finding of book.findings) {
    // How a key result is worded is no reason to attend to it before others.
    if (finding.table === 'keyResults' && !isWordingCode(finding.code)) byRow.set(finding.row, [...(byRow.get(finding.row) ?? []), finding]);
  }
  return dashboard({ ...book, filter: filterOn(present), findingsOf: (row) => byRow.get(row) ?? [], now });
}

function filterOn(page: Cells): DashboardFilter {
  const cell = (column: number): string => String(page[FILTER_ROW - 1]?.[column - 1] ?? '').trim();
  const priority = cell(FILTER_COLUMNS.priority);
  return {
    team: cell(FILTER_COLUMNS.team),
    owner: cell(FILTER_COLUMNS.owner),
    priority: (recognise(priority, PRIORITIES) as Priority | undefined) ?? priority,
  };
}
