/** Runs a rule over single cells or over ranges of equal shape, and reads cells as the arguments the rule needs. */
import { toDay, type Day } from '../model/day';
import { readPlan } from '../model/plan';
import type { Checkpoint } from '../model/okr';
import { dayOfCell, shareOfMilestone, TRAFFIC_LIGHT } from '../rows/cells';
import { isBlank, isErrorValue, type Cell } from '../rows/grid';
import { recognise } from '../report/vocabulary';

/** One cell's answer; '' is an empty cell. */
export type Answer = string | number;

/**
 * Calls `rule` for every place of the ranges among `args`, scalars being the same everywhere; without a range just once.
 * A place that cannot be computed is '' inside a range, and an error for a single cell: one bad row must not hide the others.
 */
export function over(args: readonly unknown[], rule: (...cells: Cell[]) => Answer): Answer | Answer[][] {
  const ranges = args.filter((arg): arg is readonly unknown[] => Array.isArray(arg));
  const [first] = ranges;
  if (first === undefined) return rule(...(args as Cell[]));
  const shape = shapeOf(first);
  if (ranges.some((range) => shapeOf(range) !== shape)) {
    throw new Error('The ranges must have the same number of rows and columns.');
  }
  return first.map((row, i) => rowOf(row).map((_, j) => atPlace(args, i, j, rule)));
}

const rowOf = (row: unknown): readonly unknown[] => (Array.isArray(row) ? row : [row]);
const shapeOf = (range: readonly unknown[]): string => range.map((row) => rowOf(row).length).join(',');

function atPlace(args: readonly unknown[], i: number, j: number, rule: (...cells: Cell[]) => Answer): Answer {
  const cells = args.map((arg) => (Array.isArray(arg) ? rowOf(arg[i])[j] : arg) as Cell);
  try {
    return rule(...cells);
  } catch (error) {
    if (error instanceof Refusal) return '';
    throw error;
  }
}

/** A cell that cannot be used, told in a sentence for the person at the keyboard. */
export class Refusal extends Error {}

const quoted = (cell: Cell): string => {
  const text = String(cell);
  return `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
};

/** The number in a cell, undefined when blank. */
export function numberIn(cell: Cell, name: string): number | undefined {
  if (isBlank(cell)) return undefined;
  if (typeof cell === 'number' && Number.isFinite(cell)) return cell;
  throw new Refusal(isErrorValue(cell) ? `The ${name} is the error ${String(cell)}.` : `The ${name} should be a number, but it is ${quoted(cell)}.`);
}

export function neededNumber(cell: Cell, name: string): number {
  const number = numberIn(cell, name);
  if (number === undefined) throw new Refusal(`The ${name} is blank, and it is needed here.`);
  return number;
}

/** The share of a milestone, undefined when blank. */
export function milestoneIn(cell: Cell): number | undefined {
  if (isBlank(cell)) return undefined;
  const share = shareOfMilestone(cell);
  if (share !== undefined) return share;
  throw new Refusal(`The current value of a milestone should be TRUE, FALSE, done or a share from 0 to 1, but it is ${quoted(cell)}.`);
}

export function neededDay(cell: Cell, name: string): Day {
  if (isBlank(cell)) throw new Refusal(`The ${name} is blank, and it is needed here.`);
  const day = dayOfCell(cell);
  if (day !== undefined) return day;
  const looksRight = typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell.trim()) && toDay(cell.trim()) === undefined;
  throw new Refusal(looksRight ? `There is no such day as ${String(cell).trim()} (the ${name}).` : `The ${name} should be a date, but it is ${quoted(cell)}.`);
}

/** A word of a closed list, undefined when blank. */
export function wordIn<Word extends string>(cell: Cell, among: readonly Word[], name: string): Word | undefined {
  if (isBlank(cell)) return undefined;
  const word = typeof cell === 'string' ? recognise(cell, among) : undefined;
  if (word !== undefined) return word as Word;
  throw new Refusal(`The ${name} should be one of ${among.join(', ')}, but it is ${quoted(cell)}.`);
}

/** Confidence from 1 to 5; red, yellow and green are 1, 3 and 5. */
export function confidenceIn(cell: Cell): number | undefined {
  if (typeof cell === 'string' && !isBlank(cell)) {
    const light = recognise(cell, Object.keys(TRAFFIC_LIGHT));
    if (light !== undefined) return TRAFFIC_LIGHT[light];
  }
  const confidence = numberIn(cell, 'confidence');
  if (confidence === undefined || (confidence >= 1 && confidence <= 5)) return confidence;
  throw new Refusal(`The confidence should be from 1 to 5, but it is ${confidence}.`);
}

export function planIn(cell: Cell): readonly Checkpoint[] {
  if (isBlank(cell)) return [];
  const plan = readPlan(String(cell));
  if ('checkpoints' in plan) return plan.checkpoints;
  throw new Refusal(`The plan should read like "2026-10-31: 20; 2026-11-30: 35", but it has "${plan.unreadable}".`);
}

/** A share from 0 to 1, undefined when blank. */
export function scoreIn(cell: Cell, name: string): number | undefined {
  const number = numberIn(cell, name);
  if (number === undefined || (number >= 0 && number <= 1)) return number;
  throw new Refusal(`The ${name} should be from 0 to 1, but it is ${number}.`);
}
