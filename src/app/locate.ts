/** Finds the add-on's sheets among all tabs: by their keys, by what was remembered, by name; people rename and reorder tabs. */
import type { TableName } from '../model/finding';
import { TAB_ORDER, TABLES, sheetNameOf, type KeyedTable } from '../rows/columns';
import { isBlank, keyOf, type Cell } from '../rows/grid';
import { FILTER_ROW, PAGE_COLUMNS, type RowKind } from '../report/dashboard';
import type { Memory, SheetPort, WorkbookPort } from './ports';
import { keysByLabel } from './structure';

/** A sheet with its cells, read once. */
export interface Tab {
  readonly sheet: SheetPort;
  readonly values: Cell[][];
}

export type Tabs = ReadonlyMap<TableName, Tab>;

export interface Located {
  readonly tabs: Tabs;
  readonly all: readonly Tab[];
  readonly memory: Memory;
}

/** Reads every tab once and says which one is which. */
export function locate(workbook: WorkbookPort): Located {
  const all = workbook.sheets().map((sheet) => ({ sheet, values: sheet.values() }));
  const memory = workbook.remembered();
  const tabs = new Map<TableName, Tab>();
  for (const table of TAB_ORDER) {
    const free = all.filter((tab) => ![...tabs.values()].includes(tab));
    const tab = table === 'dashboard' ? findDashboard(free, memory.sheets.dashboard) : findTable(table, free, memory.sheets[table]);
    const begun = tab ?? (memory.unfinished?.columns[table] && free.find((one) => isEmpty(one) && isMadeName(one.sheet.name, table)));
    if (begun) tabs.set(table, begun);
  }
  return { tabs, all, memory };
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
    tabs.find((tab) => tab.sheet.id === rememberedId && isLikely(tab, table)) ??
    tabs.find((tab) => tab.sheet.name === name && isLikely(tab, table))
  );
}

const isLikely = (tab: Tab, table: KeyedTable): boolean => hasSomeKeys(tab, table) || hasLabels(tab, table) || isEmpty(tab);

/** The name that a setup gives when somebody else's sheet has the plain one. */
const isMadeName = (name: string, table: TableName): boolean => name.replace(/ \(\d+\)$/, '') === sheetNameOf(table);

/** The dashboard has no keys of its own; the hidden column that says what kind its rows are tells in a copy, where nothing is remembered. */
function findDashboard(tabs: readonly Tab[], rememberedId: number | undefined): Tab | undefined {
  return (
    tabs.find((tab) => tab.sheet.id === rememberedId) ??
    tabs.find(isPage) ??
    tabs.find((tab) => tab.sheet.name === sheetNameOf('dashboard') && isEmpty(tab))
  );
}

function isPage({ values }: Tab): boolean {
  const kindOf = (row: number): Cell => values[row - 1]?.[PAGE_COLUMNS - 1];
  return kindOf(1) === ('title' satisfies RowKind) && kindOf(FILTER_ROW) === ('filter' satisfies RowKind);
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

/** The keys are gone from row 1, but the labels below still say what the columns are. */
function hasLabels(tab: Tab, table: KeyedTable): boolean {
  const keys = [...keysByLabel(table, tab.values).values()];
  return (tab.values[0] ?? []).every(isBlank) && TABLES[table].essential.every((key) => keys.includes(key));
}

export function isEmpty({ values }: Tab): boolean {
  return values.every((row) => row.every(isBlank));
}
