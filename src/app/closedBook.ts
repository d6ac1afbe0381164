/** A cycle that was closed, as the dashboard shows it: the final scores of its objectives and key results, out of the history. */
import type { PastRow } from '../model/past';
import { toScore } from '../model/units';
import type { DashboardInput } from '../report/dashboard';
import { recognise } from '../report/vocabulary';
import type { KeyedTable } from '../rows/columns';
import type { Cells } from '../rows/grid';
import { readPast } from '../rows/readPast';
import { readSettings } from '../rows/readSettings';
import { archivedBy } from './history/archived';
import { textIn } from './textIn';

type ClosedBook = Omit<DashboardInput, 'filter' | 'link' | 'mark' | 'now'>;

/** What the history does not keep, or the page does not show of it. */
const UNSAID = { expected: undefined, status: undefined, needed: undefined, lastCheckIn: undefined, confidence: undefined } as const;
const BLANK = {
  level: undefined, parent: '', priority: undefined, weight: 1, startDate: undefined, dueDate: undefined,
  unreadable: false, confidence: undefined, plan: [], reading: 'last',
} as const;

/** An objective that was closed has its own id as that of its objective; of what was closed twice, the last row counts, and what was archived on the way does not. */
export function closedBook(cellsOf: (table: KeyedTable) => Cells, cycle: string): ClosedBook {
  const history = cellsOf('history');
  const told = textIn(history, 'history');
  const isArchived = archivedBy();
  const rows = [...new Map(readPast(history, recognise).filter((row) => row.cycle === cycle && !isArchived(row)).map((row) => [row.id, row])).values()];
  const scored = ({ row, id, objectiveId, score }: PastRow) => ({ row: { ...BLANK, row, id, objectiveId, owner: told(row, 'owner') }, score: score === undefined ? undefined : toScore(score) });
  const keyResults = rows.filter((one) => one.id !== one.objectiveId).map((one) => {
    const { row, score } = scored(one);
    const { start, target, final: current, unit, measure } = one;
    return { ...UNSAID, keyResult: { ...row, keyResult: one.text, start, target, current, unit, measure }, owner: row.owner, score };
  });
  const objectives = rows.filter((one) => one.id === one.objectiveId).map((one) => {
    const { row, score } = scored(one);
    const own = keyResults.filter(({ keyResult }) => keyResult.objectiveId === one.id);
    const coverage = { scored: own.filter((other) => other.score !== undefined).length, total: own.length };
    return { ...UNSAID, ...coverage, objective: { ...row, objective: one.text, team: one.team, kind: one.kind ?? 'Committed' }, score };
  });
  const { settings } = readSettings(cellsOf('settings'), recognise);
  const asOf = rows.reduce<PastRow['closedOn']>((last, { closedOn }) => closedOn ?? last, undefined);
  return {
    objectives, keyResults, actions: [], kpis: [], checkIns: [], findings: [],
    settings: { ...settings, cycleName: cycle, asOf, asOfPinned: false, cycleStart: undefined, cycleEnd: undefined },
    findingsOf: () => [],
    noteOf: told,
    told: (row) => ['cause', 'learning', 'next_step'].map((key) => told(row, key)).filter(Boolean).join(' · '),
  };
}
