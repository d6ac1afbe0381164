/** Weighted means of scores, and how objectives take up the scores of what supports them. */
import { toScore, type Score } from '../model/units';

/** Weights beyond these count as these, so that sums of weights neither overflow nor vanish. */
const LEAST_WEIGHT = 1e-100;
const GREATEST_WEIGHT = 1e100;

/** A weighted mean that grows contribution by contribution, so that no list has to be kept. */
export class Mean<Value extends number = number> {
  private sum = 0;
  private weights = 0;

  /** A blank value and weight 0 are left out: they neither raise nor lower the mean. */
  add(value: Value | undefined, weight: number): void {
    if (value === undefined || !(weight > 0)) return;
    const held = Math.min(Math.max(weight, LEAST_WEIGHT), GREATEST_WEIGHT);
    this.sum += value * held;
    this.weights += held;
  }

  /** Nothing to average gives undefined, never 0. */
  value(): number | undefined {
    return this.weights > 0 ? this.sum / this.weights : undefined;
  }
}

/** The mean of scores: 1 and 0 with weights 3 and 1 give 3 / 4 = 0.75. */
export class WeightedMean extends Mean<Score> {
  override value(): Score | undefined {
    const mean = super.value();
    return mean === undefined ? undefined : toScore(mean);
  }
}

/**
 * Children before parents, and who stands in a circle. `parents[i]` is the index of i's parent, or -1.
 * With A → B → C → B and D → A, the order is D, A and the circle is B, C: whoever leads into a circle is not part of it.
 */
export function childrenFirst(parents: readonly number[]): { readonly order: readonly number[]; readonly circle: ReadonlySet<number> } {
  const waitingFor = new Array<number>(parents.length).fill(0);
  for (const parent of parents) if (parent >= 0) waitingFor[parent] = (waitingFor[parent] ?? 0) + 1;
  const order: number[] = [];
  for (let i = 0; i < parents.length; i += 1) if (waitingFor[i] === 0) order.push(i);
  for (let next = 0; next < order.length; next += 1) {
    const parent = parents[order[next] ?? -1] ?? -1;
    if (parent < 0) continue;
    waitingFor[parent] = (waitingFor[parent] ?? 0) - 1;
    if (waitingFor[parent] === 0) order.push(parent);
  }
  const circle = new Set<number>();
  if (order.length < parents.length) {
    for (let i = 0; i < parents.length; i += 1) if ((waitingFor[i] ?? 0) > 0) circle.add(i);
  }
  return { order, circle };
}
