/** One-click fixes: gives a missing id, clears a measure that its numbers contradict, writes a year as the rest does, takes over a value from the log. */
import type { Finding } from '../../model/finding';
import { speak } from '../../report/onDemand';
import type { KeyedTable } from '../../rows/columns';
import type { Cell } from '../../rows/grid';
import { readHeader } from '../../rows/grid';
import { understand } from '../book';
import { IdGiver, usedIds } from '../ids';
import { isFixable, type FixableCode } from '../../rules/fixable';
import { withSave, type GivenStore } from './given';
import { textOf } from './items';
import { columnOf, openTable, workbookLanguage, type Here, type TableRows, type Tables } from './tables';

const FINDING_TABLES = ['objectives', 'keyResults', 'actions', 'kpis'] as const;
const TABLES_READ = [...FINDING_TABLES, 'settings', 'checkIns', 'history'] as const satisfies readonly KeyedTable[];

/** Fixes what stands at a place of a sheet, if it is still there to be fixed. */
export function fixFinding(tables: Tables, here: Here, given: GivenStore, code: string, sheetId: number, row: number): void {
  openTable(tables, 'keyResults', here); // says what to do where nothing is set up
  const opened = new Map<KeyedTable, TableRows>();
  for (const table of TABLES_READ) {
    const rows = tables.open(table);
    if (rows) opened.set(table, rows);
  }
  const cellsOf = (table: KeyedTable): Cell[][] => opened.get(table)?.values ?? [];
  const table = FINDING_TABLES.find((one) => opened.get(one)?.corner().sheetId === sheetId);
  const rows = table && opened.get(table);
  const own = rows ? row - rows.corner().row + 1 : 0;
  const finding = isFixable(code) ? understand(cellsOf).findings.find((one) => one.code === code && one.table === table && one.row === own) : undefined;
  if (!finding || !rows || !table || !isFixable(code)) throw new Error(speak(workbookLanguage(tables, here))('error.rowGone'));
  const column = columnOf(rows, table, finding.column);
  if (column === undefined) throw new Error(speak(workbookLanguage(tables, here))('error.rowGone'));
  const cell = fixed(code, finding, table, cellsOf, given);
  // What stands there may be a formula since; a formula is somebody's decision.
  if ((rows.formulas(own, column, 1, 1)[0]?.[0] ?? '') !== '') throw new Error(speak(workbookLanguage(tables, here))('form.holdsFormula'));
  rows.write(own, column, [[cell]]);
}

function fixed(code: FixableCode, finding: Finding, table: (typeof FINDING_TABLES)[number], cellsOf: (table: KeyedTable) => Cell[][], given: GivenStore): Cell {
  switch (code) {
    case 'measureContradicts':
      return '';
    case 'buddhistYear':
      return String(finding.facts['day']);
    case 'currentMissing':
      return Number(finding.facts['made']);
    case 'missingId': {
      const before = given.read();
      const ids = new IdGiver(usedIds(cellsOf), before.highest);
      const id = newId(ids, table, finding.row, cellsOf(table));
      given.write(withSave(before, { ref: '', objectiveId: '', keyResultIds: [] }, ids.newest()));
      return id;
    }
  }
}

function newId(ids: IdGiver, table: (typeof FINDING_TABLES)[number], row: number, cells: Cell[][]): string {
  switch (table) {
    case 'objectives':
      return ids.objective();
    case 'keyResults':
      return ids.keyResult(textOf(cells[row - 1]?.[readHeader(cells, table).at.get('objective_id') ?? -1]));
    case 'actions':
      return ids.action();
    case 'kpis':
      return ids.kpi();
  }
}
