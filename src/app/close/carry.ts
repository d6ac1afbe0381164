/** Writes what goes on under its new ids: days and start of the next cycle, everything else as people wrote it. */
import { nextCurrent, nextStart } from '../../rules/carry';
import { FIRST_DATA_ROW, TABLES, type KeyedTable } from '../../rows/columns';
import { isBlank, readHeader, type Cell } from '../../rows/grid';
import { kpiIn } from '../form/kpiFormula';
import { measureByKpis } from '../form/measure';
import { columnOf, openTable, rowsById, type RowCells, type TableRows } from '../form/tables';
import { openBook, textOf } from '../form/items';
import { ensureRows } from './ensure';
import { carryOwnColumns } from './ownColumns';
import type { ClosePorts } from './plan';
import type { Head, Planned, Planning } from './store';

export function carry(plan: Planning, head: Head, { tables, here }: ClosePorts): boolean {
  const opened = openBook(tables, here);
  const next = new Map([...plan.objectives, ...plan.keyResults].map((one) => [one.id, one.next]));
  const { start, end } = head.next;
  const days = (before: RowCells): RowCells => ({ start_date: isBlank(before['start_date']) ? '' : start, due_date: isBlank(before['due_date']) ? '' : end });
  const objectives = carried(opened.objectives, 'objectives', plan.objectives, (before) => {
    const parent = textOf(before['parent']);
    return { ...days(before), parent: next.get(parent) ?? parent };
  });
  const model = new Map(opened.book.keyResults.map(({ keyResult }) => [keyResult.id, keyResult]));
  const keyResults = carried(opened.keyResults, 'keyResults', plan.keyResults, (before, { id }) => {
    const ended = model.get(id);
    return {
      ...days(before), objective_id: next.get(textOf(before['objective_id'])) ?? '', plan: '', confidence: '',
      start: ended ? (nextStart(ended) ?? '') : before['start'], current: ended ? (nextCurrent(ended) ?? '') : '',
    };
  });
  ensureRows(opened.objectives, 'objectives', objectives, { always: COPIED.objectives });
  ensureRows(opened.keyResults, 'keyResults', keyResults, { always: COPIED.keyResults, filled: ['current'] });
  carryOwnColumns(openTable(tables, 'objectives', here).wide(), 'objectives', plan.objectives);
  carryOwnColumns(openTable(tables, 'keyResults', here).wide(), 'keyResults', plan.keyResults);
  return true;
}

/** What is changed in an old row while the close runs is changed in the new one; days and what a check-in writes are the new row's own. */
const OF_THE_CYCLE = ['id', 'objective_id', 'start_date', 'due_date', 'plan', 'confidence', 'current'];
const copiedIn = (name: KeyedTable): string[] => TABLES[name].filled.map(({ key }) => key).filter((key) => !OF_THE_CYCLE.includes(key));
const COPIED = { objectives: copiedIn('objectives'), keyResults: copiedIn('keyResults') };

/** The rows as they are to be, all of them with the columns that the sheet has. */
function carried(table: TableRows, name: KeyedTable, plan: readonly Planned[], change: (before: RowCells, one: Planned) => RowCells): RowCells[] {
  const { at } = readHeader(table.values, name);
  const byId = rowsById(table, name);
  const keys = TABLES[name].filled.map(({ key }) => key);
  return plan.flatMap((one) => {
    const row = one.next === '' ? undefined : byId.get(one.id);
    if (row === undefined) return [];
    const before = Object.fromEntries(keys.map((key): [string, Cell] => [key, table.values[row - 1]?.[at.get(key) ?? -1]]));
    return [{ ...before, ...change(before, one), id: one.next }];
  });
}

/** A formula costs a few calls each, so many are written in one run. */
const MOST_FORMULAS = 60;

/** Current values that follow a KPI follow it on; formulas of people's own may mean their old row, and are left behind. */
export function takeFromKpis({ keyResults }: Planning, _: Head, { tables, here }: ClosePorts): boolean {
  const sheet = openTable(tables, 'keyResults', here);
  const kpis = tables.open('kpis');
  const column = columnOf(sheet, 'keyResults', 'current');
  const count = sheet.values.length - FIRST_DATA_ROW + 1;
  if (!kpis || column === undefined || count < 1) return true;
  const formulas = sheet.formulas(FIRST_DATA_ROW, column, count, 1);
  const byId = rowsById(sheet, 'keyResults');
  const kpiOf = (id: string): string => kpiIn(formulas[(byId.get(id) ?? 0) - FIRST_DATA_ROW]?.[0] ?? '') ?? '';
  const left = keyResults.filter((one) => one.next !== '' && byId.has(one.next) && kpiOf(one.id) !== '' && kpiOf(one.next) === '');
  measureByKpis(sheet, kpis, left.slice(0, MOST_FORMULAS).map((one) => ({ id: one.next, kpi: kpiOf(one.id) })));
  return left.length <= MOST_FORMULAS;
}
