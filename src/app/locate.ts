/** Finds the add-on's sheets among all tabs: by their keys, by what was remembered, by name; people rename and reorder tabs. */
import type { TableName } from '../model/finding';
import { TAB_ORDER, TABLES, sheetNameOf, type KeyedTable } from '../rows/columns';
import { isBlank, keyOf, type Cell } from '../rows/grid';
import type { SheetPort, WorkbookPort } from './ports';

/** A sheet with its cells, read once. */
export interface Tab {
  readonly sheet: SheetPort;
  readonly values: Cell[][];
}

export type Tabs = ReadonlyMap<TableName, Tab>;

/** Reads every tab once and says which one is which. */
export function locate(workbook: WorkbookPort): { readonly tabs: Tabs; readonly all: readonly Tab[] } {
  const all = workbook.sheets().map((sheet) => ({ sheet, values: sheet.values() }));
  const remembered = workbook.remembered();
  const tabs = new Map<TableName, Tab>();
  for (const table of TAB_ORDER) {
    const free = all.filter((tab) => ![...tabs.values()].includes(tab));
    const tab = table === 'dashboard' ? findDashboard(free, remembered.dashboard) : findTable(table as KeyedTable, free, remembered[table]);
    if (tab) tabs.set(table, tab);
  }
  return { tabs, all };
}

/** The keys in row 1 say what a sheet is; among several that have them, the remembered one or the one with the name counts. */
function findTable(table: KeyedTable, tabs: readonly Tab[], rememberedId: number | undefined): Tab | undefined {
  const name = sheetNameOf(table);
  const withKeys = tabs.filter((tab) => hasKeys(tab, TABLES[table].essential));
  return (
    withKeys.find((tab) => tab.sheet.id === rememberedId) ??
    withKeys.find((tab) => tab.sheet.name === name) ??
    withKeys[0] ??
    // One essential column was deleted: the others still tell, as long as they do not tell of another table.
    tabs.find((tab) => tab.sheet.id === rememberedId && (hasSomeKeys(tab, table) || isEmpty(tab))) ??
    tabs.find((tab) => tab.sheet.name === name && (hasSomeKeys(tab, table) || isEmpty(tab)))
  );
}

/** The dashboard has no keys of its own; without a remembered one, an empty sheet of its name will do. */
function findDashboard(tabs: readonly Tab[], rememberedId: number | undefined): Tab | undefined {
  return tabs.find((tab) => tab.sheet.id === rememberedId) ?? tabs.find((tab) => tab.sheet.name === sheetNameOf('dashboard') && isEmpty(tab));
}

function hasKeys({ values }: Tab, keys: readonly string[]): boolean {
  const row = new Set((values[0] ?? []).map(keyOf));
  return keys.every((key) => row.has(key));
}

function hasSomeKeys(tab: Tab, table: KeyedTable): boolean {
  const row = new Set((tab.values[0] ?? []).map(keyOf));
  const own = TABLES[table].filled.filter((column) => row.has(column.key)).length;
  const isAnother = (Object.keys(TABLES) as KeyedTable[]).some((other) => other !== table && hasKeys(tab, TABLES[other].essential));
  return own >= 2 && !isAnother;
}

export function isEmpty({ values }: Tab): boolean {
  return values.every((row) => row.every(isBlank));
}
