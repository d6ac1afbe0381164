/** A cycle that was closed, as the dashboard shows it: the final scores of its objectives and key results, out of the history. */
import type { ClosedRow } from '../model/past';
import { toScore } from '../model/units';
import type { DashboardInput } from '../report/dashboard';
import { recognise } from '../report/vocabulary';
import type { KeyResultConclusion } from '../rules/keyResults';
import type { ObjectiveConclusion } from '../rules/objectives';
import type { KeyedTable } from '../rows/columns';
import type { Cells } from '../rows/grid';
import { readHistory } from '../rows/readPast';
import { readSettings } from '../rows/readSettings';

type ClosedBook = Omit<DashboardInput, 'filter' | 'link' | 'mark' | 'now'>;

const UNKNOWN = {
  level: undefined, parent: '', kind: 'Committed', priority: undefined, weight: 1, startDate: undefined, dueDate: undefined,
} as const;
const UNMEASURED = {
  measure: undefined, unit: '', start: undefined, target: undefined, current: undefined, unreadable: false, confidence: undefined, plan: [], reading: 'last',
} as const;
const UNSAID = { expected: undefined, status: undefined, needed: undefined, lastCheckIn: undefined } as const;

/** An objective that was closed has its own id as that of its objective; of what was closed twice, the last row counts. */
export function closedBook(cellsOf: (table: KeyedTable) => Cells, cycle: string): ClosedBook {
  const byId = new Map(readHistory(cellsOf('history'), recognise).filter((row) => row.cycle === cycle).map((row) => [row.id, row]));
  const rows = [...byId.values()];
  const keyResults = rows.filter((row) => row.id !== row.objectiveId).map(keyResultOf);
  const objectives = rows.filter((row) => row.id === row.objectiveId).map((row) => objectiveOf(row, keyResults));
  const told = new Map(rows.map((row) => [row.row, [row.cause, row.learning, row.nextStep].filter((text) => text !== '').join(' · ')]));
  const { settings } = readSettings(cellsOf('settings'), recognise);
  const closedOn = rows.reduce<ClosedRow['closedOn']>((last, row) => row.closedOn ?? last, undefined);
  return {
    objectives, keyResults, actions: [], kpis: [], checkIns: [], findings: [],
    settings: { ...settings, cycleName: cycle, asOf: closedOn, cycleStart: undefined, cycleEnd: undefined },
    findingsOf: () => [],
    noteOf: () => ({ author: '', progress: '', blockers: '' }),
    told: (row) => told.get(row) ?? '',
  };
}

const scoreOf = ({ score }: ClosedRow) => (score === undefined ? undefined : toScore(score));

function keyResultOf(row: ClosedRow): KeyResultConclusion {
  const { id, objectiveId, text, owner } = row;
  return { ...UNSAID, keyResult: { ...UNKNOWN, ...UNMEASURED, row: row.row, id, objectiveId, keyResult: text, owner }, score: scoreOf(row) };
}

function objectiveOf(row: ClosedRow, keyResults: readonly KeyResultConclusion[]): ObjectiveConclusion {
  const { id, text, team, owner } = row;
  const own = keyResults.filter(({ keyResult }) => keyResult.objectiveId === id);
  const scored = own.filter(({ score }) => score !== undefined).length;
  return { ...UNSAID, objective: { ...UNKNOWN, row: row.row, id, objective: text, team, owner }, score: scoreOf(row), scored, total: own.length, confidence: undefined };
}
