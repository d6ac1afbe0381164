/** Custom functions about one key result: score, explanation, grade and bar. */
import { toScore } from '../model/units';
import { MEASURES } from '../model/words';
import { bar, BAR_WIDTH } from '../report/bar';
import { explain } from '../report/explain';
import { grade } from '../rules/grade';
import { score } from '../rules/score';
import type { Cell } from '../rows/grid';
import { milestoneIn, neededNumber, numberIn, over, Refusal, scoreIn, wordIn, type Answer } from './over';

const SENTENCES = {
  missingStart: 'The start is blank: without it nobody can say how far the current value has come.',
  missingTarget: 'The target is blank, and it is needed here.',
} as const;

function readKeyResult(start: Cell, target: Cell, current: Cell, measureCell: Cell) {
  const measure = wordIn(measureCell, MEASURES, 'measure');
  if (measure === 'Milestone') return { measure, start: undefined, target: undefined, current: milestoneIn(current) };
  return { measure, start: numberIn(start, 'start'), target: numberIn(target, 'target'), current: numberIn(current, 'current value') };
}

/**
 * Scores a key result from 0 to 1: how far current has come on the way from start to target.
 * Blank current gives blank, because blank is not zero. A blank start or target where the measure needs it is an error.
 * Falling figures need no special care: from 72 to 60 with 66 reached is 0.5.
 * Rule: (current - start) / (target - start), held within 0..1; At least and At most are 1 once reached (re:Work's 0.0 to 1.0 scale).
 *
 * @param {72} start The value on the first day, a number; may be blank for At least, At most and Milestone.
 * @param {60} target The value to reach, a number; not used for Milestone.
 * @param {66} current The value now, a number; for Milestone TRUE, FALSE, done or a share from 0 to 1.
 * @param {"Decrease"} [measure] Increase, Decrease, At least, At most or Milestone; blank reads the way from start to target.
 * @return {number} The score from 0 to 1, or blank without a current value. Ranges of equal shape give a range.
 * @customfunction
 */
export function OKR_SCORE(start: unknown, target: unknown, current: unknown, measure?: unknown): Answer | Answer[][] {
  return over([start, target, current, measure], (startCell, targetCell, currentCell, measureCell) => {
    const read = readKeyResult(startCell, targetCell, currentCell, measureCell);
    const answer = score(read.start, read.target, read.current, read.measure);
    if (answer === undefined) return '';
    if ('gap' in answer) throw new Refusal(SENTENCES[answer.gap]);
    return answer.score;
  });
}

/**
 * Explains a score in one sentence that works it out with its numbers.
 * Blank current gives a sentence that says so; a blank start or target where the measure needs it is an error.
 *
 * @param {72} start The value on the first day, a number; may be blank for At least, At most and Milestone.
 * @param {60} target The value to reach, a number; not used for Milestone.
 * @param {66} current The value now, a number; for Milestone TRUE, FALSE, done or a share from 0 to 1.
 * @param {"Decrease"} [measure] Increase, Decrease, At least, At most or Milestone; blank reads the way from start to target.
 * @return {string} One sentence in English. Ranges of equal shape give a range.
 * @customfunction
 */
export function OKR_EXPLAIN(start: unknown, target: unknown, current: unknown, measure?: unknown): Answer | Answer[][] {
  return over([start, target, current, measure], (startCell, targetCell, currentCell, measureCell) => {
    const read = readKeyResult(startCell, targetCell, currentCell, measureCell);
    const answer = score(read.start, read.target, read.current, read.measure);
    if (answer && 'gap' in answer) throw new Refusal(SENTENCES[answer.gap]);
    return explain(read, answer?.score);
  });
}

/**
 * Says a score in words: Achieved from 1.0, Good progress from 0.7, Some progress from 0.4, Off track below.
 * Blank gives blank.
 *
 * @param {0.7} score The score, from 0 to 1.
 * @return {string} The word for it. A range gives a range.
 * @customfunction
 */
export function OKR_GRADE(score: unknown): Answer | Answer[][] {
  return over([score], (cell) => {
    const value = scoreIn(cell, 'score');
    return value === undefined ? '' : grade(toScore(value));
  });
}

/** A bar longer than this no longer fits a cell. */
const LONGEST_BAR = 100;

/**
 * Draws a score as a text progress bar with the per cent, such as █████░░░░░ 50%.
 * Blank score gives blank; only 1 is shown as 100%.
 *
 * @param {0.5} score The score, from 0 to 1.
 * @param {10} [width] How many characters the bar has, 1 to 100; 10 when blank.
 * @return {string} The bar. Ranges of equal shape give a range.
 * @customfunction
 */
export function OKR_BAR(score: unknown, width?: unknown): Answer | Answer[][] {
  return over([score, width], (scoreCell, widthCell) => {
    const value = scoreIn(scoreCell, 'score');
    const characters = numberIn(widthCell, 'width') === undefined ? BAR_WIDTH : neededNumber(widthCell, 'width');
    if (!Number.isInteger(characters) || characters < 1 || characters > LONGEST_BAR) {
      throw new Refusal(`The width should be a whole number from 1 to ${LONGEST_BAR}, but it is ${characters}.`);
    }
    return value === undefined ? '' : bar(toScore(value), characters);
  });
}
