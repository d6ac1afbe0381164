/** Numbers that carry their unit in their type, each with its only constructor. */

/** How far something is, 0 to 1; 0.7 is seven tenths of the way from start to target. */
export type Score = number & { readonly score: unique symbol };

/**
 * Sums of decimal fractions end in noise (0.1 + 0.2 is 0.30000000000000004). Twelve digits are far more than any
 * spreadsheet shows and take the noise away, so that 0.3 of 0.3 is 1 and a gap of exactly 0.10 is not "more than 0.10".
 */
const DIGITS = 1e12;

/** Holds a number within 0..1, without decimal noise and without a minus zero. */
export function toScore(value: number): Score {
  if (!(value > 0)) return 0 as Score;
  if (value >= 1) return 1 as Score;
  return (Math.round(value * DIGITS) / DIGITS) as Score;
}

/** Whether `a` is at least `b`, giving decimal noise no say. */
export function reaches(a: number, b: number): boolean {
  return a >= b || b - a <= Math.abs(b) / DIGITS;
}

/** A number for people and cells: noise gone, never minus zero. A whole number has no noise and keeps all its digits: 1,234,567,890,123 dong. */
export function tidy(value: number): number {
  if (Number.isInteger(value)) return value === 0 ? 0 : value;
  const size = Math.abs(value);
  // For everyday figures rounding does the same as printing and reading back, at a tenth of the cost.
  const tidied = size >= 1 && size < 1e6 ? Math.round(value * 1e6) / 1e6 : Number(value.toPrecision(12));
  return tidied === 0 ? 0 : tidied;
}
