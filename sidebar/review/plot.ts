/** Where the dots and lines of the small chart lie. */
import type { HistoryPoint, KeyResultItem } from '../../src/app/api';

export const WIDTH = 260;
export const HEIGHT = 90;
const EDGE = 5; // so that dots at the rim are whole

export interface Plot {
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly line: string;
  /** The height of the target. */
  readonly target: number | undefined;
  /** The straight way from start to target. */
  readonly plan: string | undefined;
}

/** Texts like `2026-10-02T08:41:00` and `2026-10-02` count as if all were of one time zone. */
const momentOf = (at: string): number => Date.parse(at.length === 10 ? `${at}T00:00:00Z` : `${at.slice(0, 19)}Z`);

/** Undefined when no check-in has a value. */
export function plot(item: KeyResultItem, points: readonly HistoryPoint[]): Plot | undefined {
  const valued = points.flatMap(({ at, value }) => (value === null || Number.isNaN(momentOf(at)) ? [] : [{ moment: momentOf(at), value }]));
  if (valued.length === 0) return undefined;
  const span = [item.startDate, item.dueDate].flatMap((day) => (day === '' ? [] : [momentOf(day)]));
  const x = scale([...valued.map(({ moment }) => moment), ...span], EDGE, WIDTH - EDGE);
  const goals = [item.start, item.target].filter((value) => value !== null);
  const y = scale([...valued.map(({ value }) => value), ...goals], HEIGHT - EDGE, EDGE);
  const dots = valued.map(({ moment, value }) => ({ x: x(moment), y: y(value) }));
  const [from, to] = span;
  const hasWay = from !== undefined && to !== undefined && item.start !== null && item.target !== null;
  return {
    dots,
    line: dots.map(({ x: left, y: top }, index) => `${index === 0 ? 'M' : 'L'}${left} ${top}`).join(''),
    target: item.target === null ? undefined : y(item.target),
    plan: hasWay ? `M${x(from)} ${y(item.start ?? 0)}L${x(to)} ${y(item.target ?? 0)}` : undefined,
  };
}

/** From the range of the values to the range of pixels; a single value lies in the middle. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const round = (pixel: number) => Math.round(pixel * 10) / 10;
  return (value) => round(high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from));
}
