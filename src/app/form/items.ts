/** Objectives and key results as the sidebar shows them: what people wrote, with what is concluded from it. */
import { daysBetween, type Day } from '../../model/day';
import { FIRST_DATA_ROW, type KeyedTable } from '../../rows/columns';
import { isBlank, isDate, readHeader, type Cell, type Cells } from '../../rows/grid';
import { dayOfDate } from '../../rows/cells';
import type { KeyResultConclusion } from '../../rules/keyResults';
import type { ObjectiveConclusion } from '../../rules/objectives';
import type { KeyResultItem, ObjectiveItem, Place } from '../api';
import { understand, type Book } from '../book';
import { kpiIn } from './kpiFormula';
import { columnOf, openTable, todayOf, type Here, type TableRows, type Tables } from './tables';

/** The tables that the sidebar's lists are made of. */
export interface Opened {
  readonly objectives: TableRows;
  readonly keyResults: TableRows;
  readonly settings: TableRows;
  readonly checkIns: TableRows;
  readonly kpis: TableRows | undefined;
  readonly book: Book;
  readonly asOf: Day;
}

export function openBook(tables: Tables, here: Here): Opened {
  const [objectives, keyResults, settings] = [openTable(tables, 'objectives', here), openTable(tables, 'keyResults', here), openTable(tables, 'settings', here)];
  const [checkIns, kpis] = [openTable(tables, 'checkIns', here), tables.open('kpis')];
  const cells: Readonly<Partial<Record<string, Cells>>> = {
    objectives: objectives.values, keyResults: keyResults.values, settings: settings.values, checkIns: checkIns.values, kpis: kpis?.values,
  };
  const book = understand((table) => cells[table] ?? []);
  return { objectives, keyResults, settings, checkIns, kpis, book, asOf: book.settings.asOf ?? todayOf(here) };
}

/** Key results in the order of their rows. */
export function keyResultItems({ keyResults, book, asOf }: Opened): KeyResultItem[] {
  const corner = keyResults.corner();
  const { at } = readHeader(keyResults.values, 'keyResults');
  const current = columnOf(keyResults, 'keyResults', 'current');
  const count = keyResults.values.length - FIRST_DATA_ROW + 1;
  const formulas = current === undefined || count < 1 ? [] : keyResults.formulas(FIRST_DATA_ROW, current, count, 1);
  const textIn = (row: number, key: string): string => textOf(keyResults.values[row - 1]?.[at.get(key) ?? -1]);
  return book.keyResults.map((one) => {
    const { row } = one.keyResult;
    const formula = formulas[row - FIRST_DATA_ROW]?.[0] ?? '';
    const kpi = kpiIn(formula);
    const written = { plan: textIn(row, 'plan'), source: textIn(row, 'source'), weight: textIn(row, 'weight') === '' ? null : one.keyResult.weight };
    return { ...itemOf(one, written, asOf), isFormula: formula !== '', ...(kpi === undefined ? {} : { kpi }), place: placeAt(corner, row, at.get('key_result')) };
  });
}

function itemOf(one: KeyResultConclusion, written: Pick<KeyResultItem, 'plan' | 'source' | 'weight'>, asOf: Day): Omit<KeyResultItem, 'isFormula' | 'place'> {
  const { keyResult } = one;
  return {
    id: keyResult.id,
    objectiveId: keyResult.objectiveId,
    text: keyResult.keyResult,
    owner: keyResult.owner,
    responsible: one.owner,
    measure: keyResult.measure ?? '',
    unit: keyResult.unit,
    start: keyResult.start ?? null,
    target: keyResult.target ?? null,
    current: keyResult.current ?? null,
    startDate: keyResult.startDate ?? '',
    dueDate: keyResult.dueDate ?? '',
    ...written,
    reading: keyResult.reading,
    confidence: keyResult.confidence ?? null,
    score: one.score ?? null,
    expected: one.expected ?? null,
    status: one.status ?? '',
    needed: one.needed ?? null,
    lastCheckIn: one.lastCheckIn ?? '',
    daysSince: one.lastCheckIn === undefined ? null : daysBetween(one.lastCheckIn, asOf),
  };
}

/** Objectives in the order of their rows, each with its key results. */
export function objectiveItems(opened: Opened, keyResults: readonly KeyResultItem[]): ObjectiveItem[] {
  const corner = opened.objectives.corner();
  const column = readHeader(opened.objectives.values, 'objectives').at.get('objective');
  const byObjective = new Map<string, KeyResultItem[]>();
  for (const one of keyResults) {
    const known = byObjective.get(one.objectiveId);
    if (known) known.push(one);
    else byObjective.set(one.objectiveId, [one]);
  }
  return opened.book.objectives.map((one) => objectiveItem(one, byObjective.get(one.objective.id) ?? [], placeAt(corner, one.objective.row, column)));
}

function objectiveItem({ objective, score, status }: ObjectiveConclusion, keyResults: readonly KeyResultItem[], place: Place): ObjectiveItem {
  return {
    id: objective.id,
    text: objective.objective,
    team: objective.team,
    owner: objective.owner,
    level: objective.level ?? '',
    parent: objective.parent,
    kind: objective.kind,
    priority: objective.priority ?? '',
    startDate: objective.startDate ?? '',
    dueDate: objective.dueDate ?? '',
    weight: objective.weight,
    score: score ?? null,
    status: status ?? '',
    place,
    keyResults: objective.id === '' ? [] : keyResults,
  };
}

/** A cell of a table as a place in its sheet; `index` is that of its column in the table, from 0. */
export function placeAt(corner: Place, row: number, index: number | undefined): Place {
  return { sheetId: corner.sheetId, row: corner.row + row - 1, column: corner.column + (index ?? 0) };
}

export function textOf(cell: Cell): string {
  if (isBlank(cell)) return '';
  return isDate(cell) ? (dayOfDate(cell) ?? '') : String(cell).trim();
}

/** The texts of a column, each once, as they first come. */
export function textsIn(table: TableRows, name: KeyedTable, key: string): Set<string> {
  const column = readHeader(table.values, name).at.get(key) ?? -1;
  return new Set(table.values.slice(FIRST_DATA_ROW - 1).map((row) => textOf(row[column])).filter((text) => text !== ''));
}
