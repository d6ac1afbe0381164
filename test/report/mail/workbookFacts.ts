/** What a digest has to say of a workbook, place by place, worked out of its cells and blocks apart from the mail's own code. */
import { OKR_KEY_RESULTS, OKR_OBJECTIVES } from '../../../src/functions/tables';
import { daysBetween, type Day } from '../../../src/model/day';
import type { Cell } from '../../../src/rows/grid';
import { withSetting, type SampleCells } from '../../examples/sample';
import { column } from './workbookNumbers';

export type Row = Readonly<Record<string, Cell>>;
/** Of one key result or objective on one day: what its block has. */
export interface Standing {
  readonly score: number | undefined;
  readonly expected: number;
  /** The sign that the status begins with. */
  readonly sign: string;
}

export const rowsOf = (table: readonly (readonly Cell[])[]): Row[] => table.slice(2).map((cells) => Object.fromEntries((table[0] ?? []).map((key, at) => [String(key), cells[at] ?? ''])));
const weightOf = (row: Row): number => (row['weight'] === '' ? 1 : Number(row['weight']));
/** As shown: two digits. */
export const shown = (score: number): number => Math.round(score * 100) / 100;
/** What lies between two scores as they are shown. */
export const moved = (from: number, to: number): number => Math.round(shown(to) * 100 - shown(from) * 100) / 100;

export class WorkbookFacts {
  readonly objectives: Row[];
  readonly keyResults: Row[];
  private readonly log: Row[];

  constructor(
    private readonly cells: SampleCells,
    private readonly asOf: string,
    private readonly since: string,
  ) {
    this.objectives = rowsOf(cells.objectives);
    this.keyResults = rowsOf(cells.keyResults);
    this.log = rowsOf(cells.checkIns);
  }

  private blocks(cells: SampleCells) {
    const standing = (expected: number, status: number) => (row: readonly Cell[]): Standing => ({ score: row[0] === '' ? undefined : Number(row[0]), expected: Number(row[expected]), sign: String(row[status])[0] ?? '' });
    return {
      objectives: OKR_OBJECTIVES(cells.objectives, cells.keyResults, cells.settings, cells.checkIns).slice(1).map(standing(3, 4)),
      keyResults: OKR_KEY_RESULTS(cells.keyResults, cells.objectives, cells.settings, cells.checkIns).slice(1).map(standing(2, 3)),
    };
  }

  get now() {
    return this.blocks(this.cells);
  }

  /** The tables with other currents and confidences, as of a day. */
  private with(day: string, change: (row: Row, index: number) => { readonly current: Cell; readonly confidence: Cell }) {
    const { keyResults } = this.cells;
    const changed = keyResults.map((cells, index) => {
      const put = index < 2 ? {} : change(this.keyResults[index - 2] as Row, index - 2);
      return cells.map((cell, at) => (put as Row)[String(keyResults[0]?.[at])] ?? cell);
    });
    return this.blocks({ ...withSetting(this.cells, 'as_of', day), keyResults: changed, checkIns: this.cells.checkIns.filter((row, index) => index < 2 || this.dayOf(row) <= day) });
  }

  private dayOf(row: readonly Cell[]): string {
    return String(row[column(this.cells.checkIns, 'at')]).slice(0, 10);
  }

  private loggedBy(day: string, { id }: Row): Row[] {
    return this.log.filter((row) => row['key_result_id'] === id && String(row['at']).slice(0, 10) <= day);
  }

  /** What the log alone says of that day. */
  private valuesThen(row: Row) {
    const own = this.loggedBy(this.since, row);
    const values = own.filter((one) => one['value'] !== '').map((one) => (one['value'] === 'done' ? 1 : Number(one['value'])));
    const sum = values.reduce((total, one) => total + one, 0);
    const current = values.length === 0 ? '' : row['reading'] === 'sum' ? sum : row['reading'] === 'average' ? sum / values.length : (values[values.length - 1] ?? '');
    return { current, confidence: own.map((one) => one['confidence'] ?? '').filter((one) => one !== '').pop() ?? '' };
  }

  get then() {
    return this.with(this.since, (row) => this.valuesThen(row));
  }

  /** Both days with only those key results that have a score on both. */
  get same() {
    const [now, then] = [this.now.keyResults, this.then.keyResults];
    const isOnBoth = (index: number): boolean => now[index]?.score !== undefined && then[index]?.score !== undefined;
    const none = { current: '', confidence: '' };
    return {
      now: this.with(this.asOf, (row, index) => (isOnBoth(index) ? { current: row['current'] ?? '', confidence: row['confidence'] ?? '' } : none)).objectives,
      then: this.with(this.since, (row, index) => (isOnBoth(index) ? this.valuesThen(row) : none)).objectives,
    };
  }

  /** The weighted mean over the objectives meant that have a score. */
  mean(standings: readonly Standing[], part: 'score' | 'expected', isMeant: (row: Row) => boolean = () => true): number {
    const own = standings.flatMap((one, index) => (one.score !== undefined && isMeant(this.objectives[index] as Row) ? [{ value: Number(one[part]), weight: weightOf(this.objectives[index] as Row) }] : []));
    return own.reduce((sum, { value, weight }) => sum + value * weight, 0) / own.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** What was checked in last, where the cell has no number. */
  lastValue(row: Row): number {
    return Number(this.loggedBy(this.asOf, row).pop()?.['value']);
  }

  /** Days since somebody checked it in last, or since it began. */
  age(row: Row): number {
    const last = this.loggedBy(this.asOf, row).map((one) => String(one['at']).slice(0, 10)).pop();
    return daysBetween((last ?? row['start_date']) as Day, this.asOf as Day);
  }
}
