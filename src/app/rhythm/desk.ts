/** Everything that mails are made from, read once in a run: the workbook understood, what people wrote, where links lead. */
import type { Day } from '../../model/day';
import type { CheckInNote, ClosedRow } from '../../model/past';
import { dayOf, type LocalMoment } from '../../model/schedule';
import type { Link } from '../../report/mail/input';
import { recognise } from '../../report/vocabulary';
import type { KeyedTable } from '../../rows/columns';
import type { Cells } from '../../rows/grid';
import { readHistory, readNotes } from '../../rows/readPast';
import { understand, type Book } from '../book';
import { closedBook } from '../closedBook';
import { openTable, type TableRows } from '../form/tables';
import type { Place } from '../api';
import { readPlan, type Plan } from './plan';
import type { Services } from './ports';

export interface Desk {
  readonly book: Book;
  readonly plan: Plan;
  readonly now: LocalMoment;
  readonly today: Day;
  readonly link: Link;
  readonly notes: () => readonly CheckInNote[];
  readonly history: () => readonly ClosedRow[];
  /** A cycle that is closed already, as it ended; undefined when the history does not know it. */
  readonly closed: (cycle: string) => ReturnType<typeof closedBook> | undefined;
  readonly keyResults: TableRows;
}

/** Without these there is nothing to tell; a sheet that was deleted is told in a sentence. */
const NEEDED = ['objectives', 'keyResults', 'checkIns'] as const;
const TOLD = ['actions', 'kpis', 'history'] as const;

export function openDesk({ tables, here, url }: Services, settings: TableRows): Desk {
  const now = momentIn(here.now());
  const opened = new Map<KeyedTable, TableRows>([['settings', settings]]);
  for (const table of NEEDED) opened.set(table, openTable(tables, table, here));
  for (const table of TOLD) {
    const rows = tables.open(table);
    if (rows) opened.set(table, rows);
  }
  const cellsOf = (table: KeyedTable): Cells => opened.get(table)?.values ?? [];
  const book = understand(cellsOf);
  return {
    book, now,
    today: dayOf(now),
    plan: readPlan(settings.values),
    link: linkTo(opened, url),
    notes: once(() => readNotes(cellsOf('checkIns'), recognise)),
    history: once(() => readHistory(cellsOf('history'), recognise)),
    closed: (cycle) => orNone(closedBook(cellsOf, cycle)),
    keyResults: opened.get('keyResults') as TableRows,
  };
}

const orNone = (book: ReturnType<typeof closedBook>) => (book.objectives.length > 0 ? book : undefined);

export const momentIn = (now: string): LocalMoment => now.slice(0, 16) as LocalMoment;

/** The spreadsheet, or a row of it; where a sheet begins is asked once. */
function linkTo(opened: ReadonlyMap<KeyedTable, TableRows>, url: () => string): Link {
  const address = once(url);
  const corners = new Map<KeyedTable, Place>();
  return (place) => {
    if (place === undefined || place.table === 'dashboard') return address();
    const corner = corners.get(place.table) ?? opened.get(place.table)?.corner();
    if (!corner) return address();
    corners.set(place.table, corner);
    return `${address()}#gid=${corner.sheetId}&range=A${corner.row + place.row - 1}`;
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
