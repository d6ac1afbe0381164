/** The formula by which a key result takes its current value from a KPI, whatever happens to the order of the KPIs. */
import { columnName, wholeSheet } from '../structure';
import type { Place } from '../api';

/** Where a KPI's id and current value stand, as columns of their sheet. */
export interface KpiColumns {
  readonly sheetName: string;
  readonly id: number;
  readonly current: number;
}

export function kpiColumns(sheetName: string, corner: Place, id: number, current: number): KpiColumns {
  return { sheetName, id: corner.column + id - 1, current: corner.column + current - 1 };
}

/**
 * Looks the KPI up by its id in whole columns, so that sorting, inserting and deleting rows do no harm; a KPI that is gone shows as #N/A. A blank
 * current value stays blank, because blank is not zero.
 */
export function kpiFormula(kpiId: string, { sheetName, id, current }: KpiColumns): string {
  const sheet = wholeSheet(sheetName, 1).replace(/A1:A$/, '');
  const column = (number: number): string => `${sheet}$${columnName(number)}:$${columnName(number)}`;
  const wanted = kpiId.replace(/[~*?]/g, '~$&').replace(/"/g, '""'); // MATCH takes * and ? for any text
  const value = `INDEX(${column(current)}, MATCH("${wanted}", ${column(id)}, 0))`;
  return `=IF(${value}="", "", ${value})`;
}

/** The id of the KPI in a formula made here; undefined in any other. */
export function kpiIn(formula: string): string | undefined {
  const [, wanted] = /^=IF\(INDEX\([^"]*MATCH\("((?:[^"]|"")*)"/i.exec(formula.replace(/'(?:[^']|'')*'!/g, '')) ?? [];
  return wanted?.replace(/""/g, '"').replace(/~([~*?])/g, '$1');
}
