/** A small workbook without a fault, as cells by column key, and the ranges that functions and readers are handed. */
import { TABLES, type KeyedTable } from '../../src/rows/columns';
import type { Cell } from '../../src/rows/grid';

export type Row = Readonly<Record<string, Cell>>;
export type InputTable = Exclude<KeyedTable, 'history'>;
export type Workbook = Readonly<Record<InputTable, readonly Row[]>>;

const owner = 'ana@example.com';
const dates = { start_date: '2026-10-01', due_date: '2026-12-31' };

export const OBJECTIVE: Row = { id: 'O1', objective: 'Customers stay with us', level: 'Company', team: 'Care', owner, kind: 'Committed', ...dates };
export const KEY_RESULT: Row = { id: 'O1.1', objective_id: 'O1', key_result: 'Renewals rise from 40 to 60', owner, measure: 'Increase', start: 40, target: 60, current: 50, confidence: 4, ...dates };
export const OTHER_KEY_RESULT: Row = { id: 'O1.2', objective_id: 'O1', key_result: 'Churn falls from 8 to 4', owner, measure: 'Decrease', start: 8, target: 4, current: 6, confidence: 4, ...dates };
export const ACTION: Row = { id: 'A1', key_result_id: 'O1.1', action: 'Call the ten largest customers', owner, due_date: '2026-12-01', state: 'In progress', effort: 3 };
export const KPI: Row = { id: 'K1', kpi: 'Uptime', team: 'Care', owner, measure: 'At least', target: 99, from: '2026-01-01', to: '2026-12-31', source: 'Monitor', frequency: 'Monthly', current: 99.5, measured_on: '2026-11-01', linked_to: 'O1.1' };
export const CHECK_IN: Row = { at: '2026-11-10', key_result_id: 'O1.1', author: owner, value: 50, confidence: 4 };
export const OTHER_CHECK_IN: Row = { at: '2026-11-11', key_result_id: 'O1.2', author: owner, value: 6, confidence: 4 };

/** Settings as rows, from values by key. */
export const settingRows = (values: Row): Row[] => Object.entries(values).map(([key, value]) => ({ key, value }));
export const SETTINGS: Row = { cycle_name: '2026-Q4', cycle_start: '2026-10-01', cycle_end: '2026-12-31', as_of: '2026-11-15', language: 'en' };

export const WORKBOOK: Workbook = {
  objectives: [OBJECTIVE],
  keyResults: [KEY_RESULT, OTHER_KEY_RESULT],
  actions: [ACTION],
  kpis: [KPI],
  checkIns: [CHECK_IN, OTHER_CHECK_IN],
  settings: settingRows(SETTINGS),
};

/** The range of a table from row 1: keys, labels, data. `keys` are those a person fills, in the order they are made. */
export function sheet(table: KeyedTable, rows: readonly Row[], keys: readonly string[] = keysOf(table)): Cell[][] {
  const labels = keys.map((key) => (key === '' ? 'Mine' : key.toUpperCase()));
  return [[...keys], labels, ...rows.map((row) => keys.map((key) => row[key] ?? ''))];
}

export const keysOf = (table: KeyedTable): string[] => TABLES[table].filled.map((column) => column.key);

/** All ranges of a workbook that differs from the faultless one in some tables. */
export function ranges(change: Partial<Workbook> = {}): Record<InputTable, Cell[][]> {
  const book = { ...WORKBOOK, ...change };
  const of = (table: InputTable): Cell[][] => sheet(table, book[table]);
  return { objectives: of('objectives'), keyResults: of('keyResults'), actions: of('actions'), kpis: of('kpis'), checkIns: of('checkIns'), settings: of('settings') };
}

export const settingsIn = (change: Row = {}): Cell[][] => sheet('settings', settingRows({ ...SETTINGS, ...change }));
