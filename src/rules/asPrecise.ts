/** How finely a number that was worked out is told: as people gave theirs. */
import { tidy } from '../model/units';

/** Finer numbers than this are told as they are. */
const MOST_DIGITS = 10;

/**
 * From 1,150 to 2,000 bikes the plan's 1607.69 is 1608, and 103.33 a week, with one digit more, is 103.3; from 4.1% to 6.0% a plan of 5.56% is
 * 5.6%. What would become 0 keeps one digit that counts: 0.04 deals a week are not none.
 */
export function asPrecise(value: number, given: readonly (number | null | undefined)[], more: 0 | 1 = 0): number {
  const digits = Math.max(0, ...given.map(digitsOf)) + more;
  if (digits > MOST_DIGITS) return value;
  const rounded = tidy(Number(value.toFixed(digits)));
  return rounded === 0 && value !== 0 ? Number(value.toPrecision(1)) : rounded;
}

/** Behind the mark: 4.1 has one, 1e-7 more than anybody tells. */
function digitsOf(number: number | null | undefined): number {
  if (number === null || number === undefined) return 0;
  const text = String(tidy(number));
  return text.includes('e-') ? MOST_DIGITS : (text.split('.')[1] ?? '').length;
}
