/** Gives every table sheet its look: formats, widths, drop-downs, status colours, protection. */
import type { TableName } from '../model/finding';
import type { Settings } from '../model/okr';
import { LANGUAGES, LEVELS, PRIORITIES, STATUSES } from '../model/words';
import { CARD_ROW, CHART_COLUMN, COUNT_ROW, FILTER_COLUMNS, FILTER_ROW, MOMENT, PAGE_CHARTS, PAGE_COLUMNS, PAGE_ROWS, STATUS_COLUMN, WEEKS } from '../report/dashboard';
import { speak } from '../report/onDemand';
import { say as sayWord } from '../report/vocabulary';
import { FIRST_DATA_ROW, TABLES, type KeyedTable } from '../rows/columns';
import type { ArrangedTable } from './arrangeColumns';
import { columnLook, type InputCheck, type Look, type LookContext } from './look';
import type { Tab } from './locate';
import { placeOfSetting } from './settingRows';

/** One colour per kind of sheet: what people fill, what is recorded, what is set. */
const TAB_COLORS: Readonly<Record<TableName, string>> = {
  objectives: '#1a73e8',
  keyResults: '#1a73e8',
  actions: '#1a73e8',
  kpis: '#1a73e8',
  checkIns: '#5f6368',
  dashboard: '#0b8043',
  settings: '#5f6368',
  history: '#5f6368',
};

export function dressAll(tables: ReadonlyMap<KeyedTable, ArrangedTable>, settings: Settings): void {
  const context: Omit<LookContext, 'usedIn'> = {
    language: settings.language,
    teams: teamsIn(tables.get('settings')),
    objectiveIds: idsOf(tables.get('objectives')),
    keyResultIds: idsOf(tables.get('keyResults')),
  };
  for (const [table, arranged] of tables) {
    arranged.sheet.dress(lookOf(table, arranged, { ...context, usedIn: (key) => wordsIn(arranged, key) }));
  }
}

function idsOf(table: ArrangedTable | undefined): LookContext['objectiveIds'] {
  const column = table?.places.columnOf.get('id');
  return table && column !== undefined ? { sheetId: table.sheet.id, column } : undefined;
}

/** The different texts of a column. */
function wordsIn({ values, places }: ArrangedTable, key: string): string[] {
  const column = places.columnOf.get(key);
  if (column === undefined) return [];
  const texts = values.slice(FIRST_DATA_ROW - 1).map((row) => String(row[column - 1] ?? '').trim());
  return [...new Set(texts)].filter((text) => text !== '');
}

/** `Product; Sales; People` in the setting `teams`. */
function teamsIn(settings: ArrangedTable | undefined): string[] {
  const names = String((settings && placeOfSetting(settings.values, 'teams')?.cell) ?? '').split(/[;\n]/).map((name) => name.trim());
  return [...new Set(names)].filter((name) => name !== '');
}

function lookOf(table: KeyedTable, { places, made }: ArrangedTable, context: LookContext): Look {
  const { filled, computed } = TABLES[table];
  const isNew = filled.every((column) => made.has(column.key));
  const inputs = filled.flatMap((column) => {
    const position = places.columnOf.get(column.key);
    return position === undefined ? [] : [columnLook(column, position, false, made.has(column.key), context)];
  });
  const outputs = computed.map((column, index) => columnLook(column, places.block + index, true, made.has(column.key), context));
  return {
    columns: [...inputs, ...outputs],
    firstDataRow: FIRST_DATA_ROW,
    tabColor: TAB_COLORS[table],
    frozenColumns: isNew ? frozenColumnsOf(table) : undefined,
    block:
      computed.length === 0
        ? undefined
        : {
            column: places.block,
            columns: computed.length,
            description: speak(context.language)('protection.computed'),
            formerDescriptions: LANGUAGES.map((language) => speak(language)('protection.computed')),
          },
  };
}

/** Widths that fit an id or a name, a text or its bar, two scores, six statuses, below the last one a moment, and a link: 1,230 pixels, A4 across; the kind of row is hidden. */
export const PAGE_WIDTHS = [140, 222, 60, 92, 118, 114, 114, 104, 110, 122, 34];

export function dressDashboard({ sheet }: Tab, tables: ReadonlyMap<KeyedTable, ArrangedTable>, settings: Settings, isNew: boolean): void {
  const say = speak(settings.language);
  const help = say('validation.choice');
  const ids = (table: KeyedTable, key: string): InputCheck | undefined => {
    const column = tables.get(table)?.places.columnOf.get(key);
    return column === undefined ? undefined : { kind: 'ids', sheetId: (tables.get(table) as ArrangedTable).sheet.id, column };
  };
  const history = tables.get('history');
  const cycles = [...new Set([settings.cycleName, ...(history ? wordsIn(history, 'cycle') : [])])].filter((name) => name !== '');
  const filters = [
    { column: FILTER_COLUMNS.team, check: ids('objectives', 'team') },
    { column: FILTER_COLUMNS.owner, check: ids('keyResults', 'owner') },
    { column: FILTER_COLUMNS.level, check: { kind: 'list', values: LEVELS.map((level) => sayWord(level, settings.language)) } as const },
    { column: FILTER_COLUMNS.priority, check: { kind: 'list', values: PRIORITIES.map((priority) => sayWord(priority, settings.language)) } as const },
    { column: FILTER_COLUMNS.cycle, check: cycles.length > 0 ? ({ kind: 'list', values: cycles } as const) : undefined },
  ];
  sheet.ensureRows(PAGE_ROWS);
  sheet.dressPage({
    rows: PAGE_ROWS,
    columns: PAGE_COLUMNS,
    widths: isNew ? PAGE_WIDTHS : undefined,
    tabColor: TAB_COLORS.dashboard,
    scoreColumns: [3, 4],
    dateCells: [MOMENT],
    dayCells: { row: WEEKS.head + 1, column: 1, rows: WEEKS.rows },
    statusColumns: STATUSES.map((_, index) => STATUS_COLUMN + index),
    countColumn: STATUS_COLUMN,
    barColumn: 2,
    cardRow: CARD_ROW,
    countHeads: COUNT_ROW - 1,
    chartColumn: CHART_COLUMN,
    charts: isNew ? PAGE_CHARTS : [],
    filterRow: FILTER_ROW,
    filters: filters.flatMap(({ column, check }) => (check ? [{ column, check, help }] : [])),
  });
}

/** The id and the text stay in sight where a sheet is wider than a screen. */
function frozenColumnsOf(table: KeyedTable): number {
  return table === 'objectives' ? 2 : table === 'keyResults' ? 3 : 0;
}
