/** Lets key results take their current values from KPIs, and frees them again: a formula in the one row, the key result's id in the other. */
import { isBlank } from '../../rows/grid';
import { kpiColumns, kpiFormula, kpiIn } from './kpiFormula';
import { sameFormula } from '../structure';
import { columnOf, rowsById, type TableRows } from './tables';

export interface Measured {
  readonly id: string;
  /** '' for one that is measured by none any more. */
  readonly kpi: string;
}

export function measureByKpis(keyResults: TableRows, kpis: TableRows, measured: readonly Measured[]): void {
  const [id, current, linked] = ['id', 'current', 'linked_to'].map((key) => columnOf(kpis, 'kpis', key));
  const target = columnOf(keyResults, 'keyResults', 'current');
  if (measured.length === 0 || id === undefined || current === undefined || target === undefined) return;
  const own = keyResults.sheetName();
  const columns = kpiColumns(kpis.sheetName(), kpis.corner(), id, current);
  const [rows, kpiRows] = [rowsById(keyResults, 'keyResults'), rowsById(kpis, 'kpis')];
  for (const { id: keyResultId, kpi } of measured) {
    if (kpi === '') release(keyResults, kpis, keyResultId);
    const [row, kpiRow] = [rows.get(keyResultId), kpiRows.get(kpi)];
    if (row === undefined || kpiRow === undefined) continue; // no KPI any more; otherwise both were just looked up or written
    const formula = kpiFormula(kpi, columns);
    if (!sameFormula(keyResults.formulas(row, target, 1, 1)[0]?.[0] ?? '', formula, own)) keyResults.writeFormula(row, target, formula);
    // A KPI may feed several key results, but its row names one: the first.
    if (linked !== undefined && isBlank(kpis.values[kpiRow - 1]?.[linked - 1])) kpis.write(kpiRow, linked, [[keyResultId]]);
  }
}

/** What the KPI said last stays as the current value; a formula of somebody else's is left alone. */
function release(keyResults: TableRows, kpis: TableRows, keyResultId: string): void {
  const row = rowsById(keyResults, 'keyResults').get(keyResultId);
  const column = columnOf(keyResults, 'keyResults', 'current');
  const kpi = row === undefined ? '' : kpiOf(keyResults, row);
  if (row === undefined || column === undefined || kpi === '') return;
  const value = keyResults.values[row - 1]?.[column - 1];
  keyResults.write(row, column, [[typeof value === 'number' ? value : '']]); // where the KPI is gone stands an error
  const [kpiRow, linked] = [rowsById(kpis, 'kpis').get(kpi), columnOf(kpis, 'kpis', 'linked_to')];
  if (kpiRow !== undefined && linked !== undefined && kpis.values[kpiRow - 1]?.[linked - 1] === keyResultId) kpis.write(kpiRow, linked, [['']]);
}

/** The id of the KPI that a key result takes its current value from; '' when it does not. */
export function kpiOf(keyResults: TableRows, row: number): string {
  const column = columnOf(keyResults, 'keyResults', 'current');
  return (column !== undefined && kpiIn(keyResults.formulas(row, column, 1, 1)[0]?.[0] ?? '')) || '';
}
