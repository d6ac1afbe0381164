/** The value, in a key result's own unit, that the plan asks for by now. */
import { tidy } from '../model/units';
import type { KeyResultConclusion } from './keyResults';

/**
 * From 41 to 55 with 0.5 expected it is 48. Only a way from start to target has such a value; a limit to hold or a milestone has just its
 * expected score.
 */
export function expectedValue({ keyResult, expected }: Pick<KeyResultConclusion, 'keyResult' | 'expected'>): number | undefined {
  const { start, target, measure } = keyResult;
  const isWay = measure === undefined || measure === 'Increase' || measure === 'Decrease';
  if (!isWay || start === undefined || target === undefined || expected === undefined) return undefined;
  const value = start + (target - start) * expected;
  return Number.isFinite(value) ? tidy(value) : undefined; // values near the end of the numbers overflow
}
