/** Lets key results take their current values from KPIs: a formula in the one row, the key result's id in the other. */
import { isBlank } from '../../rows/grid';
import { kpiColumns, kpiFormula, kpiIn } from './kpiFormula';
import { sameFormula } from '../structure';
import { columnOf, rowsById, type TableRows } from './tables';

export interface Measured {
  readonly id: string;
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
    const [row, kpiRow] = [rows.get(keyResultId), kpiRows.get(kpi)];
    if (row === undefined || kpiRow === undefined) continue; // both were just looked up or written
    const formula = kpiFormula(kpi, columns);
    if (!sameFormula(keyResults.formulas(row, target, 1, 1)[0]?.[0] ?? '', formula, own)) keyResults.writeFormula(row, target, formula);
    // A KPI may feed several key results, but its row names one: the first.
    if (linked !== undefined && isBlank(kpis.values[kpiRow - 1]?.[linked - 1])) kpis.write(kpiRow, linked, [[keyResultId]]);
  }
}

/** The id of the KPI that a key result takes its current value from; '' when it does not. */
export function kpiOf(keyResults: TableRows, row: number): string {
  const column = columnOf(keyResults, 'keyResults', 'current');
  return (column !== undefined && kpiIn(keyResults.formulas(row, column, 1, 1)[0]?.[0] ?? '')) || '';
}
