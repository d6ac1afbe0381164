/** Rows of cells become objectives, key results, actions, KPIs and check-ins; what cannot be used becomes findings. */
import { Findings } from '../model/finding';
import type { Action, CheckIn, KeyResult, Kpi, Objective } from '../model/okr';
import { FREQUENCIES, KINDS, LEVELS, MEASURES, PRIORITIES, READINGS, STATES } from '../model/words';
import { RowReader, type Vocabulary } from './cells';
import { FIRST_DATA_ROW, KEY_ROW, TABLES, type KeyedTable } from './columns';
import { dataRows, isBlank, isDate, readHeader, type Cell, type Cells, type Header } from './grid';

/** The rows of one sheet that a person filled, in order, with what is wrong in them. */
export interface Read<Row> {
  /**
   * Reads the rows one after another; findings of a row are there once it has been handed out. Going through a sheet row by row keeps
   * nothing alive that is not needed: of a hundred thousand rows, collecting them first costs more than all that is computed.
   */
  readonly each: (use: (row: Row) => void) => void;
  /** All rows at once, read when first asked for. */
  readonly rows: readonly Row[];
  /** How many rows of data the sheet has, empty ones in between included. */
  readonly count: number;
  readonly findings: Findings;
  readonly header: Header;
}

export type ReadRow<Row> = (reader: RowReader, row: number) => Row;

export function readTable<Row>(cells: Cells, table: KeyedTable, vocabulary: Vocabulary, readRow: ReadRow<Row>): Read<Row> {
  const header = readHeader(cells, table);
  const findings = new Findings(table);
  for (const key of header.missing) findings.add('missingColumn', KEY_ROW, '', { column: key, sheet: TABLES[table].sheet });
  for (const key of header.duplicate) findings.add('duplicateColumn', KEY_ROW, '', { column: key });
  const reader = new RowReader(cells, header, table, vocabulary, findings);
  const columns = TABLES[table].filled.map((column) => header.at.get(column.key)).filter((index): index is number => index !== undefined);
  const count = dataRows(cells, header, table);
  const each = (use: (row: Row) => void): void => {
    for (let index = FIRST_DATA_ROW - 1; index < FIRST_DATA_ROW - 1 + count; index += 1) {
      if (isEmptyRow(cells[index] ?? [], columns)) continue;
      reader.goTo(index);
      use(readRow(reader, index + 1));
    }
  };
  let rows: Row[] | undefined;
  return {
    each,
    get rows() {
      if (!rows) {
        const read: Row[] = (rows = []);
        each((row) => read.push(row));
      }
      return rows;
    },
    count,
    findings,
    header,
  };
}

function isEmptyRow(row: readonly Cell[], columns: readonly number[]): boolean {
  for (const column of columns) if (!isBlank(row[column])) return false;
  return true;
}

export function readObjectives(cells: Cells, vocabulary: Vocabulary): Read<Objective> {
  return readTable(cells, 'objectives', vocabulary, (reader, row) => ({
    row,
    id: reader.text('id'),
    objective: reader.text('objective'),
    level: reader.choice('level', LEVELS),
    team: reader.text('team'),
    owner: reader.text('owner'),
    parent: reader.text('parent'),
    kind: reader.choice('kind', KINDS) ?? 'Committed',
    priority: reader.choice('priority', PRIORITIES),
    weight: reader.weight(),
    startDate: reader.day('start_date'),
    dueDate: reader.day('due_date'),
  }));
}

export function readKeyResults(cells: Cells, vocabulary: Vocabulary): Read<KeyResult> {
  return readTable(cells, 'keyResults', vocabulary, readKeyResult);
}

function readKeyResult(reader: RowReader, row: number): KeyResult {
  const measure = reader.choice('measure', MEASURES);
  const isMilestone = measure === 'Milestone'; // has neither start nor target, whatever stands there
  const start = isMilestone ? undefined : reader.number('start');
  const target = isMilestone ? undefined : reader.number('target');
  const current = reader.value('current', measure);
  const isUnusable = isUnreadable(reader, 'current', current) || isUnreadable(reader, 'measure', measure);
  return {
    row,
    id: reader.text('id'),
    objectiveId: reader.text('objective_id'),
    keyResult: reader.text('key_result'),
    owner: reader.text('owner'),
    measure,
    unit: reader.text('unit'),
    start,
    target,
    current,
    unreadable: isUnusable || (!isMilestone && (isUnreadable(reader, 'start', start) || isUnreadable(reader, 'target', target))),
    confidence: reader.confidence(),
    weight: reader.weight(),
    startDate: reader.day('start_date'),
    dueDate: reader.day('due_date'),
    plan: reader.plan(),
    reading: reader.choice('reading', READINGS) ?? 'last',
  };
}

/** Something stands in the cell, but it could not be read. */
function isUnreadable(reader: RowReader, key: string, read: unknown): boolean {
  return read === undefined && !isBlank(reader.cell(key));
}

export function readActions(cells: Cells, vocabulary: Vocabulary): Read<Action> {
  return readTable(cells, 'actions', vocabulary, (reader, row) => ({
    row,
    id: reader.text('id'),
    keyResultId: reader.text('key_result_id'),
    action: reader.text('action'),
    owner: reader.text('owner'),
    dueDate: reader.day('due_date'),
    state: reader.choice('state', STATES),
    dependsOn: reader.text('depends_on').split(/[\s,;]+/).filter((id) => id !== ''),
    effort: reader.number('effort'),
    link: reader.text('link'),
  }));
}

export function readKpis(cells: Cells, vocabulary: Vocabulary): Read<Kpi> {
  return readTable(cells, 'kpis', vocabulary, (reader, row) => {
    const measure = reader.choice('measure', MEASURES);
    const target = measure === 'Milestone' ? undefined : reader.number('target');
    const current = reader.value('current', measure);
    return {
      row,
      id: reader.text('id'),
      kpi: reader.text('kpi'),
      team: reader.text('team'),
      owner: reader.text('owner'),
      unit: reader.text('unit'),
      measure,
      target,
      current,
      unreadable: isUnreadable(reader, 'current', current) || isUnreadable(reader, 'measure', measure) || (measure !== 'Milestone' && isUnreadable(reader, 'target', target)),
      from: reader.day('from'),
      to: reader.day('to'),
      source: reader.text('source'),
      frequency: reader.choice('frequency', FREQUENCIES),
      measuredOn: reader.day('measured_on'),
      linkedTo: reader.text('linked_to'),
    };
  });
}

/** Check-ins in the order of their moments, with the findings of those that have none. */
export function readCheckIns(cells: Cells, vocabulary: Vocabulary): { readonly rows: readonly CheckIn[]; readonly findings: Findings } {
  const read = readTable(cells, 'checkIns', vocabulary, (reader, row) => {
    const keyResultId = reader.text('key_result_id');
    const at = reader.cell('at');
    const day = reader.day('at');
    const value = reader.valueOfAny('value');
    const confidence = reader.confidence();
    return {
      row,
      // A target that was moved is in the log, but nobody looked at the value then.
      day: value === undefined && confidence === undefined && isMoveOfTarget(reader.cell('ref')) ? undefined : day,
      at: isDate(at) && day !== undefined ? at.toISOString() : isBlank(at) ? '' : String(at),
      keyResultId,
      value,
      confidence,
    };
  });
  for (const { row, at } of read.rows) if (at === '') read.findings.add('missingMoment', row, 'at');
  const dated = read.rows.filter((checkIn): checkIn is CheckIn => checkIn.day !== undefined);
  dated.sort((a, b) => (a.day === b.day ? (a.at === b.at ? a.row - b.row : a.at < b.at ? -1 : 1) : a.day < b.day ? -1 : 1));
  return { rows: dated, findings: read.findings };
}

/** `target 60>80 …`, as rules/goalposts writes it; the arrow from here to there does not exist. */
const isMoveOfTarget = (cell: Cell): boolean => typeof cell === 'string' && cell.startsWith('target ');

/** The ids of what was closed or archived: no longer in the tables, but nothing that names them is lost. */
export function readClosedIds(cells: Cells): string[] {
  const column = readHeader(cells, 'history').at.get('id');
  return column === undefined ? [] : cells.slice(FIRST_DATA_ROW - 1).map((row) => String(row[column] ?? '').trim());
}
