/** The current value that check-ins make, by how the key result says they are to be read. */
import type { CheckIn } from '../model/okr';
import { tidy } from '../model/units';
import type { Reading } from '../model/words';

/** Values 5, 7, 9 in the order of their days: last is 9, sum is 21, average is 7. Check-ins without a value say nothing; none at all gives undefined. */
export function currentFrom(checkIns: readonly CheckIn[], reading: Reading): number | undefined {
  const values = checkIns.map((checkIn) => checkIn.value).filter((value): value is number => value !== undefined);
  if (values.length === 0) return undefined;
  if (reading === 'last') return values[values.length - 1];
  const sum = values.reduce((total, value) => total + value, 0);
  return tidy(reading === 'sum' ? sum : sum / values.length);
}

/** An average is often typed rounded; within half a hundredth of the value, or this share of it, it is the same. */
const TYPING_TOLERANCE = 0.005;

/** Whether two values are the same but for rounding by hand: 6.67 and 6.666… are, 6 and 7 are not. */
export function agrees(typed: number, made: number): boolean {
  return Math.abs(typed - made) <= TYPING_TOLERANCE * Math.max(1, Math.abs(made));
}
