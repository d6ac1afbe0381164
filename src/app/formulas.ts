/** The formula that spills each table's computed block, with the ranges it reads. */
import { TABLES, type KeyedTable } from '../rows/columns';
import type { ArrangedTable } from './arrangeColumns';
import { wholeSheet } from './structure';

/** The function of each block and the sheets it reads, its own first; `knows` is one column of another, since a history grows long. */
const CALLS: Readonly<Partial<Record<KeyedTable, { readonly name: string; readonly reads: readonly KeyedTable[]; readonly knows?: readonly [KeyedTable, string] }>>> = {
  objectives: { name: 'OKR_OBJECTIVES', reads: ['objectives', 'keyResults', 'settings', 'checkIns'] },
  keyResults: { name: 'OKR_KEY_RESULTS', reads: ['keyResults', 'objectives', 'settings', 'checkIns', 'kpis'] },
  actions: { name: 'OKR_ACTIONS', reads: ['actions', 'keyResults', 'settings'], knows: ['history', 'id'] },
  kpis: { name: 'OKR_KPIS', reads: ['kpis', 'settings'] },
};

/** The function that computes a table's block; '' for a table that computes nothing. */
export function functionOf(table: KeyedTable): string {
  return CALLS[table]?.name ?? '';
}

/** `=OKR_KPIS(KPIs!A1:N, Settings!A1:C)`; never a range that reaches into a computed block, which would be a circle. */
export function formulaOf(table: KeyedTable, tables: ReadonlyMap<KeyedTable, ArrangedTable>): string {
  const call = CALLS[table];
  if (!call) throw new Error(`${TABLES[table].sheet} has no computed block.`);
  const ranges = call.reads.map((read) => {
    const { sheet, places } = tables.get(read) as ArrangedTable;
    return wholeSheet(sheet.name, places.lastInput);
  });
  if (call.knows) {
    const [table, key] = call.knows;
    const { sheet, places } = tables.get(table) as ArrangedTable;
    const column = places.columnOf.get(key);
    if (column !== undefined) ranges.push(wholeSheet(sheet.name, column, column));
  }
  return `=${call.name}(${ranges.join(', ')})`;
}
