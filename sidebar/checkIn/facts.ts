/** What is known of a key result before a check-in, in a few words each. */
import type { KeyResultItem } from '../../src/app/api';
import { asPrecise } from '../../src/rules/asPrecise';
import type { Voice } from '../voice';

/** A value with its unit: `46 points`; a milestone's is a per cent; '' without one. */
export function valueOf(value: number | null, { measure, unit }: KeyResultItem, { number }: Voice): string {
  if (value === null) return '';
  if (measure === 'Milestone') return `${number(Math.round(value * 1000) / 10)}%`;
  return unit === '' ? number(value) : `${number(value)} ${unit}`;
}

/** What has to be added per week, with its sign, one digit finer than what people gave: `+103.3 bikes`; '' where nothing is missing. */
export function neededOf(item: KeyResultItem, voice: Voice): string {
  if (item.needed === null || item.needed === 0) return '';
  return `${item.needed > 0 ? '+' : ''}${valueOf(asPrecise(item.needed, given(item), 1), item, voice)}`;
}

const given = ({ start, target, current }: KeyResultItem) => [start, target, current];

export function ageOf({ daysSince }: KeyResultItem, { say }: Voice): string {
  if (daysSince === null) return say('checkIn.never');
  return daysSince <= 0 ? say('checkIn.today') : say('checkIn.ago', { count: daysSince });
}

/**
 * The value that the plan asks for by now: from 41 to 55 with 0.5 expected it is 48. Only a way from start to target has one; a limit or a
 * milestone has just its expected score.
 */
export function expectedOf(item: KeyResultItem, voice: Voice): string {
  const { start, target, expected, measure } = item;
  if (expected === null) return '';
  const isWay = measure === '' || measure === 'Increase' || measure === 'Decrease';
  return isWay && start !== null && target !== null ? valueOf(asPrecise(start + (target - start) * expected, given(item)), item, voice) : voice.score(expected);
}
