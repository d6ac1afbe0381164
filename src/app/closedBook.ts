/** A cycle that was closed, as the dashboard shows it: the final scores of its objectives and key results, out of the history. */
import type { ClosedRow } from '../model/past';
import { toScore } from '../model/units';
import type { DashboardInput } from '../report/dashboard';
import { recognise } from '../report/vocabulary';
import type { KeyedTable } from '../rows/columns';
import type { Cells } from '../rows/grid';
import { readHistory } from '../rows/readPast';
import { readSettings } from '../rows/readSettings';
import { textIn } from './textIn';

type ClosedBook = Omit<DashboardInput, 'filter' | 'link' | 'mark' | 'now'>;

/** What the history does not keep, or the page does not show of it. */
const UNSAID = { expected: undefined, status: undefined, needed: undefined, lastCheckIn: undefined, confidence: undefined } as const;
const BLANK = {
  level: undefined, parent: '', kind: 'Committed', priority: undefined, weight: 1, startDate: undefined, dueDate: undefined,
  measure: undefined, unit: '', start: undefined, target: undefined, current: undefined, unreadable: false, confidence: undefined, plan: [], reading: 'last',
} as const;

/** An objective that was closed has its own id as that of its objective; of what was closed twice, the last row counts. */
export function closedBook(cellsOf: (table: KeyedTable) => Cells, cycle: string): ClosedBook {
  const history = cellsOf('history');
  const told = textIn(history, 'history');
  const rows = [...new Map(readHistory(history, recognise).filter((row) => row.cycle === cycle).map((row) => [row.id, row])).values()];
  const scored = ({ row, id, objectiveId, score }: ClosedRow) => ({ row: { ...BLANK, row, id, objectiveId, owner: told(row, 'owner') }, score: score === undefined ? undefined : toScore(score) });
  const keyResults = rows.filter((one) => one.id !== one.objectiveId).map((one) => {
    const { row, score } = scored(one);
    return { ...UNSAID, keyResult: { ...row, keyResult: one.text }, owner: row.owner, score };
  });
  const objectives = rows.filter((one) => one.id === one.objectiveId).map((one) => {
    const { row, score } = scored(one);
    const own = keyResults.filter(({ keyResult }) => keyResult.objectiveId === one.id);
    const coverage = { scored: own.filter((other) => other.score !== undefined).length, total: own.length };
    return { ...UNSAID, ...coverage, objective: { ...row, objective: one.text, team: one.team }, score };
  });
  const { settings } = readSettings(cellsOf('settings'), recognise);
  const asOf = rows.reduce<ClosedRow['closedOn']>((last, { closedOn }) => closedOn ?? last, undefined);
  return {
    objectives, keyResults, actions: [], kpis: [], checkIns: [], findings: [],
    settings: { ...settings, cycleName: cycle, asOf, cycleStart: undefined, cycleEnd: undefined },
    findingsOf: () => [],
    noteOf: told,
    told: (row) => ['cause', 'learning', 'next_step'].map((key) => told(row, key)).filter(Boolean).join(' · '),
  };
}
