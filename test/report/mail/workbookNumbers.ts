/** Which numbers a mail may say of a row: those of its cells and of the computed block, on both days, worked out apart from the mail's own code. */
import { OKR_KEY_RESULTS, OKR_KPIS, OKR_OBJECTIVES } from '../../../src/functions/tables';
import { daysBetween, type Day } from '../../../src/model/day';
import type { Cell } from '../../../src/rows/grid';
import { withSetting, type SampleCells } from '../../examples/sample';

type Row = readonly Cell[];
export const column = (cells: readonly Row[], key: string): number => cells[0]?.indexOf(key) ?? -1;

/** The two blocks, row beside row with the cells. */
function blocksOf(cells: SampleCells) {
  const { objectives, keyResults, settings, checkIns, kpis } = cells;
  return {
    objectives: OKR_OBJECTIVES(objectives, keyResults, settings, checkIns).slice(1),
    keyResults: OKR_KEY_RESULTS(keyResults, objectives, settings, checkIns).slice(1),
    kpis: OKR_KPIS(kpis, settings).slice(1),
  };
}

/** The tables as somebody would have seen them on an earlier day: Current from the log, and nothing where the log or today has nothing. */
function cellsOf(day: string, cells: SampleCells, today: ReturnType<typeof blocksOf>): { readonly then: SampleCells; readonly now: SampleCells } {
  const { keyResults, checkIns } = cells;
  const [id, current, reading] = ['id', 'current', 'reading'].map((key) => column(keyResults, key)) as [number, number, number];
  const [at, of, value] = ['at', 'key_result_id', 'value'].map((key) => column(checkIns, key)) as [number, number, number];
  const valueThen = (row: Row): Cell => {
    const values = checkIns.slice(2).filter((one) => one[of] === row[id] && String(one[at]).slice(0, 10) <= day).map((one) => (one[value] === 'done' ? 1 : Number(one[value])));
    if (values.length === 0) return '';
    const sum = values.reduce((total, one) => total + one, 0);
    return row[reading] === 'sum' ? sum : row[reading] === 'average' ? sum / values.length : values[values.length - 1];
  };
  const isScored = (index: number): boolean => today.keyResults[index]?.[0] !== '';
  const put = (make: (row: Row, index: number) => Cell): Cell[][] =>
    keyResults.map((row, index) => (index < 2 ? [...row] : row.map((cell, at) => (at === current && isScored(index - 2) ? make(row, index - 2) : at === current ? '' : cell))));
  return {
    then: { ...withSetting(cells, 'as_of', day), keyResults: put((row) => valueThen(row)) },
    now: { ...cells, keyResults: put((row) => (valueThen(row) === '' ? '' : (row[current] as Cell))) },
  };
}

/** What lies between two scores as they are shown, with two digits. */
const between = (to: unknown, from: unknown): number => (Math.round(Number(to) * 100) - Math.round(Number(from) * 100)) / 100;

/** The value that is expected by now as finely as the three were given, and what is needed per week with one digit more. */
function asFine(expected: number, needed: number, given: readonly number[]): number[] {
  const digits = Math.max(...given.map((one) => String(one).split('.')[1]?.length ?? 0));
  return [Number(expected.toFixed(digits)), Number(needed.toFixed(digits + 1))];
}

const numbersIn = (cell: Cell): number[] => (typeof cell === 'number' ? [cell] : [...String(cell ?? '').matchAll(/\d+(?:[.,]\d+)*/g)].flatMap(([text]) => [Number(text.replace(',', '.')), Number(text.replaceAll(',', ''))]));

export class WorkbookNumbers {
  private readonly now;
  private readonly then;
  private readonly same;

  constructor(
    private readonly cells: SampleCells,
    private readonly asOf: string,
    since: string | undefined,
  ) {
    this.now = blocksOf(cells);
    const days = since === undefined ? undefined : cellsOf(since, cells, this.now);
    this.then = days && blocksOf(days.then);
    this.same = days && blocksOf(days.now);
  }

  /** Of every row, in any sheet, in which the id stands: its cells, its block, how far it moved, how far it is behind, how old it is. */
  ofId(id: string): number[] {
    const { cells } = this;
    const rows = Object.values(cells).flatMap((table) => table.filter((row) => row.includes(id)));
    const typed = rows.flatMap((row) => row.flatMap(numbersIn));
    const ages = rows.flatMap((row) => row.filter((cell) => /^\d{4}-\d\d-\d\d/.test(String(cell))).map((cell) => Math.abs(daysBetween(String(cell).slice(0, 10) as Day, this.asOf as Day))));
    return [...typed, ...ages, ...this.blockNumbers('objectives', id), ...this.blockNumbers('keyResults', id), ...this.blockNumbers('kpis', id)];
  }

  private blockNumbers(table: 'objectives' | 'keyResults' | 'kpis', id: string): number[] {
    const index = this.cells[table].slice(2).findIndex((row) => row[0] === id);
    const [now, then, same] = [this.now, this.then, this.same].map((blocks) => blocks?.[table][index]);
    if (index < 0 || !now) return [];
    const expected = Number(now[table === 'objectives' ? 3 : 2]);
    const row = this.cells[table][index + 2] ?? [];
    const cell = (key: string): number => Number(row[column(this.cells[table], key)]);
    return [
      ...now.flatMap(numbersIn), expected - Number(now[0]), between(1, now[0]), between(0.7, now[0]), 100 * cell('current'),
      ...(then ? [Number(then[0]), between(same?.[0], then[0])] : []),
      ...(table === 'keyResults' ? asFine(cell('start') + (cell('target') - cell('start')) * expected, Number(now[6]), ['start', 'target', 'current'].map(cell)) : []),
    ];
  }

  /** Of a team, or of all: the mean of the scores, how it moved, what was expected, and how many rows there are of each kind. */
  ofTeam(isMeant: (team: string) => boolean): number[] {
    const { objectives, keyResults } = this.cells;
    const [team, weight] = [column(objectives, 'team'), column(objectives, 'weight')];
    const isOurs = objectives.slice(2).map((row) => isMeant(String(row[team])));
    const mean = (blocks: ReturnType<typeof blocksOf> | undefined, at: number): number => {
      const rows = (blocks?.objectives ?? []).map((row, index) => ({ row, weight: objectives[index + 2]?.[weight] === '' ? 1 : Number(objectives[index + 2]?.[weight]), index })).filter(({ row, index }) => isOurs[index] && row[0] !== '');
      return rows.reduce((sum, one) => sum + Number(one.row[at]) * one.weight, 0) / rows.reduce((sum, one) => sum + one.weight, 0);
    };
    const ids = objectives.slice(2).filter((_, index) => isOurs[index]).map((row) => row[0]);
    const whole = isOurs.every(Boolean);
    const own = keyResults.slice(2).map((row, index) => ({ id: row[column(keyResults, 'objective_id')], now: this.now.keyResults[index] ?? [], then: this.then?.keyResults[index] })).filter(({ id }) => whole || ids.includes(id));
    const both = own.filter(({ now, then }) => now[0] !== '' && then !== undefined && then[0] !== '');
    const moves = both.map(({ now, then }) => Math.sign(Number(now[0]) - Number(then?.[0])));
    const statuses = [...new Set(own.map(({ now }) => now[3]))].map((status) => own.filter(({ now }) => now[3] === status).length);
    return [mean(this.now, 0), mean(this.now, 3), between(mean(this.same, 0), mean(this.then, 0)), ...statuses, own.length, own.filter(({ now }) => now[0] !== '').length, both.length, ...[1, -1, 0].map((sign) => moves.filter((one) => one === sign).length)];
  }
}
