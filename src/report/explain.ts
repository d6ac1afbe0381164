/** One English sentence that works a score out with its numbers. */
import { toScore, type Score } from '../model/units';
import type { Measure } from '../model/words';

interface Numbers {
  readonly start: number | undefined;
  readonly target: number | undefined;
  readonly current: number | undefined;
  readonly measure: Measure | undefined;
}

/** 72 → 60 with 66 reads: "(66 - 72) / (60 - 72) = -6 / -12 = 0.5: current 66 has come 50% of the way from 72 to 60." */
export function explain(numbers: Numbers, score: Score | undefined): string {
  const { measure } = numbers;
  if (score === undefined) return 'There is no current value yet, so there is no score; blank is not counted as zero.';
  if (measure === 'Milestone') return `The milestone is ${percent(score)} done, so the score is ${shown(score)}.`;
  const { target = 0, current = 0 } = numbers;
  if (measure === 'At least' || measure === 'At most') return explainLimit(numbers, target, current, measure, score);
  return explainWay(numbers.start ?? 0, target, current, score);
}

function explainWay(start: number, target: number, current: number, score: Score): string {
  if (start === target) {
    const reached = score === 1 ? 'has reached it' : 'has not reached it';
    return `Start and target are both ${shown(target)} and current ${shown(current)} ${reached}, so the score is ${shown(score)}.`;
  }
  const gone = current - start;
  const whole = target - start;
  const share = gone / whole;
  if (![gone, whole, share].every(Number.isFinite)) return `Between ${shown(start)} and ${shown(target)} the numbers are too far apart to work out here, so the score is ${shown(score)}.`;
  const working = `(${shown(current)} - ${inBrackets(start)}) / (${shown(target)} - ${inBrackets(start)}) = ${shown(gone)} / ${inBrackets(whole)}`;
  if (toScore(share - 1) > 0) return `${working} = ${shown(share)}, held at 1: current ${shown(current)} has passed the target ${shown(target)}.`;
  if (toScore(-share) > 0) return `${working} = ${shown(share)}, held at 0: current ${shown(current)} lies behind the start ${shown(start)}.`;
  return `${working} = ${shown(score)}: current ${shown(current)} has come ${percent(score)} of the way from ${shown(start)} to ${shown(target)}.`;
}

function explainLimit({ start }: Numbers, target: number, current: number, measure: 'At least' | 'At most', score: Score): string {
  const limit = `${measure.toLowerCase()} ${shown(target)}`;
  if (score === 1) return `Current ${shown(current)} is ${limit}, so the score is 1.`;
  const startsWrong = start !== undefined && (measure === 'At least' ? start < target : start > target);
  if (startsWrong) return `Current ${shown(current)} is not yet ${limit}: ${explainWay(start, target, current, score)}`;
  return `Current ${shown(current)} is not ${limit}, and no start on the wrong side tells how far it has come, so the score is 0.`;
}

/** The digits that Sheets itself shows of a fraction: enough to work the score out again, too few for decimal noise. */
const DIGITS = 15;

const shown = (value: number): string => String((Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS))) + 0); // -0 + 0 is 0
const inBrackets = (value: number): string => (value < 0 ? `(${shown(value)})` : shown(value));
/** Only 1 itself is 100%: 0.9999 is 99.9%. */
const percent = (share: number): string => `${share < 1 ? Math.min(Math.round(share * 1000), 999) / 10 : 100}%`;
