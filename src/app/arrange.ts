/** Brings a workbook into its shape: sheets, keys, labels, settings, formulas, looks and names. Twice is as good as once, and no data is touched. */
import type { Finding, TableName } from '../model/finding';
import type { Settings } from '../model/okr';
import type { Language } from '../model/words';
import { languageOf, speak } from '../report/messages';
import { PAGE_COLUMNS, PAGE_ROWS } from '../report/dashboard';
import { recognise } from '../report/vocabulary';
import { KEY_ROW, LABEL_ROW, TAB_ORDER, TABLES, sheetNameOf, type KeyedTable } from '../rows/columns';
import { isBlank, keyOf, type Cell } from '../rows/grid';
import { readSettings } from '../rows/readSettings';
import { dressAll, dressDashboard } from './dress';
import { formulaOf } from './formulas';
import { locate, type Tab } from './locate';
import { AS_OF_NAME, PAGE_NAME, tableName } from './names';
import type { NamedRange, SheetPort, Surroundings, WorkbookPort } from './ports';
import type { Repair } from './repair';
import { missingSettings } from './settingRows';
import { columnName, labelFor, missingColumns, obstacles, placesOf, sameFormula, type Places } from './structure';

export interface ArrangedTable {
  readonly sheet: SheetPort;
  readonly values: Cell[][];
  readonly places: Places;
  /** Keys whose columns were just made. */
  readonly made: ReadonlySet<string>;
}

export interface Arranged {
  readonly tables: ReadonlyMap<KeyedTable, ArrangedTable>;
  readonly dashboard: Tab;
  readonly settings: Settings;
  readonly repairs: readonly Repair[];
  readonly findings: readonly Finding[];
  /** Nothing of ours was there before. */
  readonly isFirst: boolean;
}

export function arrange(workbook: WorkbookPort, surroundings: Surroundings): Arranged {
  const located = locate(workbook);
  const repairs: Repair[] = [];
  const tabs = new Map<TableName, Tab>(located.tabs);
  const isFirst = tabs.size === 0;
  const language = languageIn(tabs.get('settings'), surroundings.language);
  const names = new Set(located.all.map((tab) => tab.sheet.name));
  TAB_ORDER.forEach((table, position) => {
    if (!tabs.has(table)) tabs.set(table, make(workbook, table, position, names, repairs));
  });
  const tables = new Map<KeyedTable, ArrangedTable>();
  for (const table of Object.keys(TABLES) as KeyedTable[]) tables.set(table, arrangeColumns(table, tabs.get(table) as Tab, language, repairs));
  arrangeSettings(tables.get('settings') as ArrangedTable, { ...surroundings, language }, repairs);
  const { settings } = readSettings((tables.get('settings') as ArrangedTable).values, recognise);
  for (const table of Object.keys(TABLES) as KeyedTable[]) arrangeFormula(table, tables, language, repairs);
  dressAll(tables, settings);
  const dashboard = tabs.get('dashboard') as Tab;
  dressDashboard(dashboard, tables, settings, !located.tabs.has('dashboard'));
  workbook.nameRanges([...namesFor(tables), { name: PAGE_NAME, sheet: dashboard.sheet, row: 1, column: 1, rows: PAGE_ROWS, columns: PAGE_COLUMNS }]);
  workbook.remember(Object.fromEntries([...tabs].map(([table, tab]) => [table, tab.sheet.id])));
  return { tables, dashboard, settings, repairs, findings: structuralFindings(tables), isFirst };
}

/** The language that the settings say, before anything else of them is read. */
function languageIn(settings: Tab | undefined, otherwise: Language): Language {
  const row = settings?.values.find((cells) => keyOf(cells[0]) === 'language');
  return row && !isBlank(row[1]) ? languageOf(row[1]) : otherwise;
}

function make(workbook: WorkbookPort, table: TableName, position: number, names: Set<string>, repairs: Repair[]): Tab {
  const wanted = sheetNameOf(table);
  let name = wanted;
  for (let number = 2; names.has(name); number += 1) name = `${wanted} (${number})`; // somebody else's sheet has the name
  names.add(name);
  repairs.push({ key: 'repair.sheet', facts: { sheet: name } });
  return { sheet: workbook.create(name, position), values: [] };
}

/** Empty rows kept below the data, so that formulas, checks and named ranges reach what is added next. */
const SPARE_ROWS = 200;

function arrangeColumns(table: KeyedTable, tab: Tab, language: Language, repairs: Repair[]): ArrangedTable {
  const { sheet } = tab;
  const values = tab.values.map((row) => [...row]);
  const isNew = (values[0] ?? []).every(isBlank) && (values[1] ?? []).every(isBlank);
  const made = new Set<string>();
  if (isNew) {
    const { filled, computed } = TABLES[table];
    const keys = [...filled, ...computed].map((column) => column.key);
    sheet.ensureColumns(keys.length);
    const labels = filled.map((column) => labelFor(column.key, '', language) ?? '');
    sheet.write(KEY_ROW, 1, [keys]);
    sheet.write(LABEL_ROW, 1, [labels]);
    values[0] = keys;
    values[1] = [...labels];
    keys.forEach((key) => made.add(key));
    return { sheet, values, places: placesOf(table, keys, 0), made };
  }
  for (const { key, column } of missingColumns(table, values[0] ?? [])) {
    sheet.insertColumn(column);
    sheet.write(KEY_ROW, column, [[key]]);
    for (const row of values) if (row.length >= column - 1) row.splice(column - 1, 0, '');
    (values[0] as Cell[])[column - 1] = key;
    made.add(key);
    repairs.push({ key: 'repair.column', facts: { column: key, sheet: sheet.name } });
  }
  sheet.ensureRows(values.length + SPARE_ROWS);
  const places = placesOf(table, values[0] ?? [], (values[0] ?? []).length);
  arrangeKeysOfBlock(table, sheet, values, places);
  for (const [key, column] of places.columnOf) {
    const label = labelFor(key, values[1]?.[column - 1], language);
    if (label === undefined) continue;
    sheet.write(LABEL_ROW, column, [[label]]);
    if (isBlank(values[1]?.[column - 1]) && !made.has(key)) repairs.push({ key: 'repair.label', facts: { column: key, sheet: sheet.name } });
  }
  return { sheet, values, places, made };
}

/** The keys above the computed block, which nothing reads but people and other tools. */
function arrangeKeysOfBlock(table: KeyedTable, sheet: SheetPort, values: Cell[][], { block }: Places): void {
  const keys = TABLES[table].computed.map((column) => column.key);
  const present = (values[0] ?? []).slice(block - 1, block - 1 + keys.length).map(keyOf);
  if (block === 0 || keys.every((key, index) => key === present[index])) return;
  sheet.ensureColumns(block - 1 + keys.length);
  sheet.write(KEY_ROW, block, [keys]);
}

function arrangeSettings({ sheet, values }: ArrangedTable, surroundings: Surroundings, repairs: Repair[]): void {
  const present = new Set(values.slice(LABEL_ROW).map((row) => keyOf(row[0])));
  const missing = missingSettings(present, surroundings);
  if (missing.length === 0) return;
  const row = Math.max(values.length, LABEL_ROW) + 1;
  sheet.write(row, 1, missing);
  values.push(...missing);
  if (present.size > 0) for (const [key] of missing) repairs.push({ key: 'repair.setting', facts: { key: String(key) } });
}

/** Writes the formula that spills the block unless it is there, and clears what would keep it from spilling. */
function arrangeFormula(table: KeyedTable, tables: ReadonlyMap<KeyedTable, ArrangedTable>, language: Language, repairs: Repair[]): void {
  const { sheet, values, places, made } = tables.get(table) as ArrangedTable;
  const width = TABLES[table].computed.length;
  if (width === 0) return;
  const wanted = formulaOf(table, tables);
  const isNew = made.has(TABLES[table].computed[0]?.key ?? '');
  const present = isNew ? '' : (sheet.labelFormulas()[places.block - 1] ?? '');
  const isBlocked = String(values[LABEL_ROW - 1]?.[places.block - 1] ?? '').startsWith('#REF!');
  if (!isNew && (isBlocked || !present.toUpperCase().startsWith('=OKR_'))) clearTheWay(sheet, values, places.block, width, language, repairs);
  if (sameFormula(present, wanted) && !isBlocked) return;
  sheet.writeFormula(LABEL_ROW, places.block, wanted);
  if (!isNew && !isBlocked) repairs.push({ key: 'repair.formula', facts: { sheet: sheet.name } });
}

/** What was typed where the block spills is kept as a note on its cell, so nothing is lost. */
function clearTheWay(sheet: SheetPort, values: Cell[][], block: number, width: number, language: Language, repairs: Repair[]): void {
  const texts = obstacles(values, block, width);
  if (!texts) return;
  const say = speak(language);
  sheet.turnIntoNotes(LABEL_ROW, block, texts.map((row) => row.map((text) => (text === '' ? '' : say('note.typedHere', { text })))));
  texts.forEach((row, i) =>
    row.forEach((text, j) => {
      if (text !== '') repairs.push({ key: 'repair.obstacle', facts: { cell: `${columnName(block + j)}${LABEL_ROW + i}`, sheet: sheet.name } });
    }),
  );
}

/** Names for people's own formulas; the as-of day has one because everybody needs it. */
function namesFor(tables: ReadonlyMap<KeyedTable, ArrangedTable>): NamedRange[] {
  const names: NamedRange[] = [];
  for (const [table, { sheet, places }] of tables) {
    names.push({ name: tableName(table), sheet, row: KEY_ROW, column: 1, columns: places.lastInput });
  }
  const settings = tables.get('settings') as ArrangedTable;
  const row = settings.values.findIndex((cells) => keyOf(cells[(settings.places.columnOf.get('key') ?? 1) - 1]) === 'as_of') + 1;
  if (row > 0) names.push({ name: AS_OF_NAME, sheet: settings.sheet, row, column: settings.places.columnOf.get('value') ?? 2, rows: 1, columns: 1 });
  return names;
}

function structuralFindings(tables: ReadonlyMap<KeyedTable, ArrangedTable>): Finding[] {
  const findings: Finding[] = [];
  for (const [table, { sheet, places }] of tables) {
    const other = (Object.keys(TABLES) as KeyedTable[]).find((name) => name !== table && TABLES[name].sheet === sheet.name);
    if (other) findings.push({ code: 'sheetsSwapped', table, row: KEY_ROW, column: '', facts: { sheet: sheet.name, other: sheetNameOf(table) } });
    for (const [key, column] of places.columnOf) {
      if (places.block > 0 && column > places.block) findings.push({ code: 'columnBehindBlock', table, row: KEY_ROW, column: key, facts: { column: key } });
    }
  }
  return findings;
}
