/** The named ranges of a workbook: people may use them in formulas of their own, and a refresh reads by them. */
import { sheetNameOf, type KeyedTable } from '../rows/columns';

/** `key_results_table` and so on: a whole table from its key row. */
export function tableName(table: KeyedTable): string {
  return `${sheetNameOf(table).toLowerCase().replace(/[^a-z]+/g, '_')}_table`;
}

export const PAGE_NAME = 'dashboard_page';
export const AS_OF_NAME = 'as_of_day';
