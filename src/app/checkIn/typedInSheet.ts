/** Logs what people type into the column of current values of key results and KPIs, straight in the sheet, as far as Google tells who and what. */
import type { CheckIn, KeyResult } from '../../model/okr';
import { tidy } from '../../model/units';
import { speak } from '../../report/onDemand';
import { recognise } from '../../report/vocabulary';
import { agrees, currentFrom } from '../../rules/current';
import type { Cells } from '../../rows/grid';
import { readCheckIns, readKeyResults, readKpis } from '../../rows/read';
import { columnOf, workbookLanguage, type Here, type Tables } from '../form/tables';
import { appendOnce, type LogRow } from './log';

/** Rows that a person changed, counted from the corner of the table. */
export interface EditedRows {
  readonly row: number;
  readonly rows: number;
}

/** What both tables have; of a KPI the last value counts. */
type Measured = Pick<KeyResult, 'id' | 'row' | 'current' | 'reading'>;

const READERS = {
  keyResults: (cells: Cells): readonly Measured[] => readKeyResults(cells, recognise).rows,
  kpis: (cells: Cells): readonly Measured[] => readKpis(cells, recognise).rows.map(({ id, row, current }) => ({ id, row, current, reading: 'last' })),
} as const;

/** Answers how many rows were logged. Nothing is logged that the log says already, nor a cell that was emptied or holds a formula. */
export function logTyped(tables: Tables, here: Here, edited: EditedRows, author: string, table: keyof typeof READERS = 'keyResults'): number {
  const sheet = tables.open(table);
  const column = sheet && columnOf(sheet, table, 'current');
  if (!sheet || column === undefined) return 0;
  const isEdited = ({ row, id, current }: Measured): boolean => row >= edited.row && row < edited.row + edited.rows && id !== '' && current !== undefined;
  const all = READERS[table](sheet.values);
  const first = new Map<string, number>();
  for (const { id, row } of all) if (!first.has(id)) first.set(id, row);
  const rows = all.filter((one) => isEdited(one) && first.get(one.id) === one.row);
  const log = rows.length > 0 ? tables.open('checkIns') : undefined;
  if (!log) return 0;
  const formulas = sheet.formulas(edited.row, column, edited.rows, 1);
  const byId = groupById(readCheckIns(log.values, recognise).rows);
  const progress = speak(workbookLanguage(tables, here))('checkIn.typed');
  const logged: LogRow[] = [];
  for (const one of rows) {
    const value = (formulas[one.row - edited.row]?.[0] ?? '') === '' ? valueToLog(one, byId.get(one.id) ?? []) : undefined;
    if (value !== undefined) logged.push({ ref: '', at: here.now(), key_result_id: one.id, author, value, confidence: '', progress, blockers: '' });
  }
  appendOnce(log, logged);
  return logged.length;
}

function groupById(checkIns: readonly CheckIn[]): Map<string, CheckIn[]> {
  const byId = new Map<string, CheckIn[]>();
  for (const one of checkIns) byId.set(one.keyResultId, [...(byId.get(one.keyResultId) ?? []), one]);
  return byId;
}

/** Where the log is added up, what is new is the difference: 30 typed over a total of 20 is 10 more. */
function valueToLog({ current, reading }: Measured, own: readonly CheckIn[]): number | undefined {
  if (current === undefined) return undefined;
  const made = currentFrom(own, reading);
  // A mean is often typed rounded; otherwise every change is one.
  if (made !== undefined && (reading === 'average' ? agrees(current, made) : current === made)) return undefined;
  return reading === 'sum' ? tidy(current - (made ?? 0)) : current;
}
