/** Every sheet and column of the workbook, declared once: key, kind of cell, width, and what the add-on computes. */
import type { TableName } from '../model/finding';
import { FREQUENCIES, KINDS, LEVELS, MEASURES, PRIORITIES, READINGS, STATES } from '../model/words';

/** What a cell of the column holds; decides how it is read, checked and shown. */
export type CellKind =
  | 'id'
  | 'text'
  | 'any' // whatever a setting needs
  | 'owner'
  | 'number'
  | 'value' // a number in the key result's own unit, or a milestone's state
  | 'weight'
  | 'pace' // a computed number that is rarely a whole one
  | 'confidence'
  | 'day'
  | 'moment'
  | 'plan'
  | 'link'
  | 'choice'
  | 'score'
  | 'status'
  | 'bar'
  | 'findings';

export interface Column {
  readonly key: string;
  readonly kind: CellKind;
  /** In pixels. */
  readonly width: number;
  readonly choices?: readonly string[];
}

export interface Table {
  readonly name: TableName;
  /** The name the sheet gets when it is made; people may rename it. */
  readonly sheet: string;
  /** The columns a person fills, in the order they are made. */
  readonly filled: readonly Column[];
  /** The columns one formula spills, right of the others. */
  readonly computed: readonly Column[];
  /** Keys without which a row cannot be understood; the first one tells the sheet apart from all others. */
  readonly essential: readonly string[];
  /** Keys without which rows still read, but would score differently in silence. */
  readonly scoring: readonly string[];
}

const column = (key: string, kind: CellKind, width: number, choices?: readonly string[]): Column =>
  choices ? { key, kind, width, choices } : { key, kind, width };

const OBJECTIVES: Table = {
  name: 'objectives',
  sheet: 'Objectives',
  filled: [
    column('id', 'id', 60),
    column('objective', 'text', 320),
    column('level', 'choice', 115, LEVELS),
    column('team', 'text', 120),
    column('owner', 'owner', 190),
    column('parent', 'id', 70),
    column('kind', 'choice', 105, KINDS),
    column('priority', 'choice', 80, PRIORITIES),
    column('weight', 'weight', 65),
    column('start_date', 'day', 95),
    column('due_date', 'day', 95),
    column('note', 'text', 120),
  ],
  computed: [
    column('score', 'score', 60),
    column('bar', 'bar', 175),
    column('coverage', 'text', 80),
    column('expected', 'score', 90),
    column('status', 'status', 145),
    column('confidence', 'number', 100),
    column('chance', 'score', 65),
    column('findings', 'findings', 420),
  ],
  essential: ['objective', 'id'],
  scoring: ['parent', 'kind', 'weight', 'start_date', 'due_date'],
};

const KEY_RESULTS: Table = {
  name: 'keyResults',
  sheet: 'Key Results',
  filled: [
    column('id', 'id', 60),
    column('objective_id', 'id', 95),
    column('key_result', 'text', 300),
    column('owner', 'owner', 190),
    column('measure', 'choice', 120, MEASURES),
    column('unit', 'text', 80),
    column('start', 'number', 80),
    column('target', 'number', 80),
    column('current', 'value', 80),
    column('confidence', 'confidence', 100),
    column('weight', 'weight', 65),
    column('start_date', 'day', 95),
    column('due_date', 'day', 95),
    column('plan', 'plan', 90),
    column('reading', 'choice', 80, READINGS),
    column('source', 'text', 90),
    column('note', 'text', 90),
  ],
  computed: [
    column('score', 'score', 60),
    column('bar', 'bar', 175),
    column('expected', 'score', 90),
    column('status', 'status', 145),
    column('forecast', 'pace', 90),
    column('chance', 'score', 65),
    column('needed', 'pace', 120),
    column('last_check_in', 'day', 100),
    column('findings', 'findings', 420),
  ],
  essential: ['key_result', 'id', 'objective_id', 'target', 'current'],
  scoring: ['measure', 'start', 'confidence', 'weight', 'start_date', 'due_date', 'plan', 'reading'],
};

const ACTIONS: Table = {
  name: 'actions',
  sheet: 'Actions',
  filled: [
    column('id', 'id', 60),
    column('key_result_id', 'id', 110),
    column('action', 'text', 340),
    column('owner', 'owner', 190),
    column('due_date', 'day', 95),
    column('state', 'choice', 100, STATES),
    column('depends_on', 'text', 100),
    column('effort', 'number', 80),
    column('link', 'link', 200),
  ],
  computed: [column('blocked', 'text', 120), column('findings', 'findings', 420)],
  essential: ['action', 'id'],
  scoring: ['key_result_id', 'due_date', 'state', 'depends_on'],
};

const KPIS: Table = {
  name: 'kpis',
  sheet: 'KPIs',
  filled: [
    column('id', 'id', 60),
    column('kpi', 'text', 280),
    column('team', 'text', 120),
    column('owner', 'owner', 190),
    column('measure', 'choice', 120, MEASURES),
    column('unit', 'text', 80),
    column('target', 'number', 80),
    column('from', 'day', 95),
    column('to', 'day', 95),
    column('source', 'text', 130),
    column('frequency', 'choice', 110, FREQUENCIES),
    column('current', 'value', 80),
    column('measured_on', 'day', 100),
    column('linked_to', 'id', 80),
  ],
  computed: [column('health', 'status', 145), column('next_due', 'day', 95), column('findings', 'findings', 420)],
  essential: ['kpi', 'target', 'current'],
  scoring: ['measure'],
};

const CHECK_INS: Table = {
  name: 'checkIns',
  sheet: 'Check-ins',
  filled: [
    column('at', 'moment', 150),
    column('key_result_id', 'id', 110),
    column('author', 'owner', 190),
    column('value', 'value', 80),
    column('confidence', 'confidence', 100),
    column('progress', 'text', 300),
    column('blockers', 'text', 300),
    column('ref', 'text', 120),
  ],
  computed: [],
  essential: ['at', 'key_result_id', 'value'],
  scoring: [],
};

const SETTINGS: Table = {
  name: 'settings',
  sheet: 'Settings',
  filled: [column('key', 'text', 160), column('value', 'any', 260), column('help', 'text', 640)],
  computed: [],
  essential: ['value', 'key'],
  scoring: [],
};

const HISTORY: Table = {
  name: 'history',
  sheet: 'History',
  filled: [
    column('closed_on', 'day', 95),
    column('cycle', 'text', 90),
    column('type', 'text', 95),
    column('id', 'id', 60),
    column('objective_id', 'id', 95),
    column('text', 'text', 340),
    column('team', 'text', 120),
    column('owner', 'owner', 190),
    column('kind', 'text', 105),
    column('start', 'number', 80),
    column('target', 'number', 80),
    column('final', 'number', 80),
    column('score', 'score', 60),
    column('cause', 'text', 180),
    column('learning', 'text', 300),
    column('next_step', 'text', 120),
    column('helped', 'text', 180),
    column('win', 'text', 180),
    // What a score of a past day is worked out from.
    column('unit', 'text', 80),
    column('measure', 'choice', 120, MEASURES),
    column('reading', 'choice', 80, READINGS),
    column('weight', 'weight', 65),
    column('start_date', 'day', 95),
    column('due_date', 'day', 95),
  ],
  computed: [],
  essential: ['closed_on', 'cycle', 'final'],
  scoring: [],
};

/** The sheets that hold rows under keys; the dashboard is laid out by itself (report/dashboard). */
export const TABLES = {
  objectives: OBJECTIVES,
  keyResults: KEY_RESULTS,
  actions: ACTIONS,
  kpis: KPIS,
  checkIns: CHECK_INS,
  settings: SETTINGS,
  history: HISTORY,
} as const;

export type KeyedTable = keyof typeof TABLES;

/** The order of the tabs. */
export const TAB_ORDER: readonly TableName[] = ['objectives', 'keyResults', 'actions', 'kpis', 'checkIns', 'dashboard', 'settings', 'history'];

/** Row 1 holds the keys, row 2 the labels, data begins below. */
export const KEY_ROW = 1;
export const LABEL_ROW = 2;
export const FIRST_DATA_ROW = 3;

/** The name a sheet gets when it is made. */
export function sheetNameOf(table: TableName): string {
  return table === 'dashboard' ? 'Dashboard' : TABLES[table].sheet;
}
