/** What a bench answers: measured figures, each beside the most it may be. */

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be; absent when there is nothing to hold it against yet. */
  readonly budget?: number;
  /** Where the budget comes from when it is measured in the same run, such as `JSON round trip of the same rows`. */
  readonly yardstick?: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('There is no median of nothing.');
  return middle;
}
