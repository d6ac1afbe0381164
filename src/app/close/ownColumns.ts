/** Columns that people added to a table: what stands in them goes on with its row, whether they lie among ours or behind the computed ones. */
import { FIRST_DATA_ROW, LABEL_ROW, TABLES, type KeyedTable } from '../../rows/columns';
import { isBlank, isErrorValue, keyOf, type Cell } from '../../rows/grid';
import { textOf } from '../form/items';
import { rowsById, type TableRows } from '../form/tables';
import { isFormulaOf } from '../places';
import { writeGroups } from './ensure';
import type { Planned } from './store';

const fillsMany = (formula: string): boolean => /ARRAYFORMULA\s*\(/i.test(formula);

/** The columns, from 1, that neither people fill for the add-on nor it computes. */
export function ownColumns({ values }: TableRows, name: KeyedTable): number[] {
  const { filled, computed } = TABLES[name];
  const ours = new Set([...filled, ...computed].map(({ key }) => key));
  const width = Math.max(0, ...values.map((row) => row.length));
  const isOwn = (index: number): boolean => !ours.has(keyOf(values[0]?.[index])) && values.some((row, at) => at >= FIRST_DATA_ROW - 1 && !isBlank(row[index]));
  return Array.from({ length: width }, (_, index) => index + 1).filter((column) => isOwn(column - 1));
}

/** A reference in a formula, unless in quotation marks: a sheet in front, and for the row whether it is fixed and its number. */
const REFERENCE = /"(?:[^"]|"")*"|('(?:[^']|'')*'!|[\p{L}\p{N}_.]+!)?\$?[A-Z]{1,3}(\$?)(\d+)(?![\p{L}\p{N}_(])/giu;

/**
 * `=G3*2` in row 3 is `=G9*2` in row 9; `$G$1` and other sheets stay as they are. Undefined where a formula fills more than its cell, or names another row of its sheet, as `=G2+1`
 * or `=SUM(G3:G8)` do: what it would mean elsewhere only its author knows.
 */
export function movedFormula(formula: string, from: number, to: number): string | undefined {
  let isOnlyOwn = !fillsMany(formula);
  const moved = formula.replace(REFERENCE, (text, sheet: string | undefined, fixed: string | undefined, row: string | undefined) => {
    if (row === undefined || sheet !== undefined || fixed === '$') return text;
    isOnlyOwn &&= Number(row) === from;
    return text.slice(0, -row.length) + String(to);
  });
  return isOnlyOwn ? moved : undefined;
}

/** Brings the new rows up to the old ones; a column that one formula above the data fills, fills the new rows by itself. */
export function carryOwnColumns(wide: TableRows, name: KeyedTable, plan: readonly Planned[]): void {
  const columns = ownColumns(wide, name);
  const byId = rowsById(wide, name);
  const pairs = plan.flatMap((one) => {
    const [from, to] = [byId.get(one.id), one.next === '' ? undefined : byId.get(one.next)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  if (columns.length === 0 || pairs.length === 0) return;
  const { row: top } = wide.corner();
  const all = wide.formulas(1, 1, wide.values.length, Math.max(...columns));
  const formulaAt = (row: number, column: number): string => all[row - 1]?.[column - 1] ?? '';
  const block = (all[LABEL_ROW - 1] ?? []).findIndex((formula) => isFormulaOf(name, formula)) + 1;
  // Nothing is written where one formula fills many cells: ours, whose keys somebody may have taken away, or somebody's own.
  const isFilled = (column: number): boolean =>
    (block > 0 && column >= block && column < block + TABLES[name].computed.length) ||
    all.some((line, index) => (line[column - 1] ?? '') !== '' && (index < FIRST_DATA_ROW - 1 || fillsMany(line[column - 1] ?? '')));
  for (const column of columns.filter((one) => !isFilled(one))) {
    const cells = pairs.map(({ from, to }) => {
      const formula = movedFormula(formulaAt(from, column), top + from - 1, top + to - 1) ?? '';
      const value: Cell = wide.values[from - 1]?.[column - 1];
      const now = formula === '' ? textOf(wide.values[to - 1]?.[column - 1]) : formulaAt(to, column);
      const cell = isErrorValue(value) ? '' : value;
      return { row: to, cells: [cell], formulas: [formula], isSame: now === (formula === '' ? textOf(cell) : formula) };
    });
    writeGroups(wide, column, cells.filter((one) => !one.isSame));
  }
}
