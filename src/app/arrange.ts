/** Brings a workbook into its shape: sheets, keys, labels, settings, formulas, looks and names. Twice is as good as once, and no data is touched. */
import type { Finding, TableName } from '../model/finding';
import type { Settings } from '../model/okr';
import type { Language } from '../model/words';
import { languageOf } from '../report/messages';
import { PAGE_COLUMNS, PAGE_ROWS } from '../report/dashboard';
import { recognise } from '../report/vocabulary';
import { KEY_ROW, TAB_ORDER, TABLES, sheetNameOf, type KeyedTable } from '../rows/columns';
import { isBlank, type Cell } from '../rows/grid';
import { readSettings } from '../rows/readSettings';
import { arrangeColumns, columnsToMake, type ArrangedTable } from './arrangeColumns';
import { arrangeFormula } from './arrangeFormula';
import { dressAll, dressDashboard } from './dress';
import { findingsOfShape } from './inspect';
import { locate, type Located, type Tab } from './locate';
import { AS_OF_NAME, PAGE_NAME, tableName } from './names';
import type { NamedRange, Surroundings, Unfinished, WorkbookPort } from './ports';
import type { Repair } from './repair';
import { labelsStandFirst } from './structure';
import { helpFor, missingSettings, placeOfSetting } from './settingRows';

export interface Arranged {
  readonly tables: ReadonlyMap<KeyedTable, ArrangedTable>;
  readonly dashboard: Tab;
  readonly settings: Settings;
  readonly repairs: readonly Repair[];
  readonly findings: readonly Finding[];
  /** Nothing of ours was there before. */
  readonly isFirst: boolean;
}

const KEYED = Object.keys(TABLES) as KeyedTable[];

export function arrange(workbook: WorkbookPort, surroundings: Surroundings): Arranged {
  const repairs: Repair[] = [];
  const located = withKeyRows(workbook, locate(workbook), repairs);
  const language = languageIn(located.tabs.get('settings'), surroundings.language);
  const begun = begin(located);
  if (begun) workbook.remember({ sheets: located.memory.sheets, unfinished: begun });
  const tabs = makeTabs(workbook, located, repairs);
  const tables = new Map<KeyedTable, ArrangedTable>();
  for (const table of KEYED) {
    tables.set(table, arrangeColumns(table, tabs.get(table) as Tab, new Set(begun?.columns[table] ?? []), language, repairs));
  }
  arrangeSettings(tables.get('settings') as ArrangedTable, { ...surroundings, language }, repairs);
  const { settings } = readSettings((tables.get('settings') as ArrangedTable).values, recognise);
  // An inserted column moves the ranges of formulas in every sheet, so what was read of them before no longer counts.
  const haveMoved = repairs.some(({ key }) => key === 'repair.column' || key === 'repair.keys');
  for (const table of KEYED) arrangeFormula(table, tables, language, haveMoved, repairs);
  dressAll(tables, settings);
  const dashboard = tabs.get('dashboard') as Tab;
  dressDashboard(dashboard, tables, settings, begun?.columns.dashboard !== undefined);
  workbook.nameRanges([...namesFor(tables), { name: PAGE_NAME, sheet: dashboard.sheet, row: 1, column: 1, rows: PAGE_ROWS, columns: PAGE_COLUMNS }]);
  workbook.remember({ sheets: Object.fromEntries(TAB_ORDER.map((table) => [table, (tabs.get(table) as Tab).sheet.id])) });
  return { tables, dashboard, settings, repairs, findings: findingsOfShape(tables), isFirst: begun?.isFirst ?? false };
}

/** Where the row of keys was deleted, an empty one is inserted for it; what was read before the rows moved no longer counts. */
function withKeyRows(workbook: WorkbookPort, located: Located, repairs: Repair[]): Located {
  const headless = KEYED.flatMap((table) => {
    const tab = located.tabs.get(table);
    return tab && labelsStandFirst(table, tab.values) ? [tab] : [];
  });
  if (headless.length === 0) return located;
  for (const { sheet } of headless) {
    sheet.insertFirstRow();
    repairs.push({ key: 'repair.keys', facts: { sheet: sheet.name } });
  }
  return locate(workbook);
}

/** What is about to be made, with what a run that was cut off has left to do; undefined when everything is there. */
function begin({ tabs, memory: { unfinished } }: Located): Unfinished | undefined {
  const columns: Partial<Record<TableName, readonly string[]>> = {};
  for (const table of TAB_ORDER) {
    const tab = tabs.get(table);
    const missing = table === 'dashboard' ? [] : columnsToMake(table, tab);
    const left = unfinished?.columns[table];
    if (!tab || left || missing.length > 0) columns[table] = [...new Set([...(left ?? []), ...missing])];
  }
  return Object.keys(columns).length === 0 ? undefined : { isFirst: tabs.size === 0 || unfinished?.isFirst === true, columns };
}

function makeTabs(workbook: WorkbookPort, located: Located, repairs: Repair[]): ReadonlyMap<TableName, Tab> {
  const tabs = new Map<TableName, Tab>(located.tabs);
  const names = new Set(located.all.map((tab) => tab.sheet.name.toLowerCase()));
  TAB_ORDER.forEach((table, position) => {
    if (tabs.has(table)) return;
    const wanted = sheetNameOf(table);
    let name = wanted;
    for (let number = 2; names.has(name.toLowerCase()); number += 1) name = `${wanted} (${number})`; // somebody else's sheet has the name
    repairs.push({ key: 'repair.sheet', facts: { sheet: name } });
    tabs.set(table, { sheet: workbook.create(name, position), values: [] });
  });
  return tabs;
}

/** The language that the settings say, before anything else of them is read. */
function languageIn(settings: Tab | undefined, otherwise: Language): Language {
  const said = settings && placeOfSetting(settings.values, 'language')?.cell;
  return isBlank(said) ? otherwise : languageOf(said);
}

function arrangeSettings({ sheet, values, places }: ArrangedTable, surroundings: Surroundings, repairs: Repair[]): void {
  const columns = ['key', 'value', 'help'].map((key) => places.columnOf.get(key) as number);
  const cellOf = (row: readonly Cell[], index: number): Cell => row[(columns[index] as number) - 1];
  const present = new Set(values.slice(KEY_ROW).map((row) => String(cellOf(row, 0) ?? '').trim().toLowerCase()));
  values.forEach((row, index) => {
    const help = helpFor(String(cellOf(row, 0) ?? '').trim().toLowerCase(), cellOf(row, 2), surroundings.language);
    if (help !== undefined) sheet.write(index + 1, columns[2] as number, [[help]]);
  });
  const missing = missingSettings(present, surroundings);
  if (missing.length === 0) return;
  const width = Math.max(...columns);
  const rows = missing.map((cells) => {
    const row = new Array<Cell>(width).fill('');
    cells.forEach((cell, index) => (row[(columns[index] as number) - 1] = cell));
    return row;
  });
  const isNew = values.length <= 2;
  sheet.write(Math.max(values.length, 2) + 1, 1, rows);
  values.push(...rows);
  if (!isNew) for (const [key] of missing) repairs.push({ key: 'repair.setting', facts: { key: String(key) } });
}

/** Names for people's own formulas; the as-of day has one because everybody needs it. */
function namesFor(tables: ReadonlyMap<KeyedTable, ArrangedTable>): NamedRange[] {
  const names: NamedRange[] = [];
  for (const [table, { sheet, places }] of tables) {
    names.push({ name: tableName(table), sheet, row: KEY_ROW, column: 1, columns: places.lastInput });
  }
  const { sheet, values } = tables.get('settings') as ArrangedTable;
  const place = placeOfSetting(values, 'as_of');
  if (place) names.push({ name: AS_OF_NAME, sheet, row: place.row, column: place.column, rows: 1, columns: 1 });
  return names;
}
