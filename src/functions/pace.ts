/** Custom functions about time: the expected score, the status and the pace that is still needed. */
import { toScore } from '../model/units';
import { KINDS } from '../model/words';
import { expected } from '../rules/expected';
import { needed } from '../rules/needed';
import { status } from '../rules/status';
import { isBlank } from '../rows/grid';
import { confidenceIn, neededDay, neededNumber, numberIn, over, planIn, Refusal, scoreIn, wordIn, type Answer } from './over';

/**
 * The score that the plan asks for on a day: 0 before the start, 1 from the due day on, linear in days between.
 * With a plan the line bends through its checkpoints, whose values are read between start and target. Aspirational asks for 0.7 of it.
 * Blank start date, due date and as-of day together give blank; one of them alone is an error.
 *
 * @param {"2026-10-01"} start_date The first day, a date or text such as 2026-10-01.
 * @param {"2026-12-31"} due_date The last day, on or after the first.
 * @param {"2026-11-15"} as_of The day to judge, from a cell; never TODAY(), which a custom function cannot take.
 * @param {"Committed"} [kind] Committed or Aspirational; Committed when blank.
 * @param {"2026-10-31: 20; 2026-11-30: 35"} [plan] Checkpoints as day: value; needs start and target.
 * @param {0} [start] The value on the first day, for the plan.
 * @param {100} [target] The value to reach, for the plan.
 * @return {number} The expected score from 0 to 1. Ranges of equal shape give a range.
 * @customfunction
 */
export function OKR_EXPECTED(
  start_date: unknown,
  due_date: unknown,
  as_of: unknown,
  kind?: unknown,
  plan?: unknown,
  start?: unknown,
  target?: unknown,
): Answer | Answer[][] {
  return over([start_date, due_date, as_of, kind, plan, start, target], (startDate, dueDate, asOf, kindCell, planCell, startCell, targetCell) => {
    if (isBlank(startDate) && isBlank(dueDate) && isBlank(asOf)) return '';
    const from = neededDay(startDate, 'start date');
    const due = neededDay(dueDate, 'due date');
    if (due < from) throw new Refusal(`The due date ${due} lies before the start date ${from}.`);
    const checkpoints = planIn(planCell);
    const scale =
      checkpoints.length === 0
        ? undefined
        : { plan: checkpoints, start: neededNumber(startCell, 'start of the plan'), target: neededNumber(targetCell, 'target of the plan') };
    return expected(from, due, neededDay(asOf, 'as-of day'), wordIn(kindCell, KINDS, 'kind') ?? 'Committed', scale);
  });
}

/**
 * Says how a key result stands: Complete, On track, At risk, Off track or No data.
 * Complete is a score of 1. Otherwise score minus expected: -0.10 and up is On track, -0.25 and up At risk, below that Off track.
 * Confidence of 1 or 2, or a check-in more than 14 days ago, lowers On track to At risk. Blank score gives No data; blank expected is an error.
 *
 * @param {0.45} score The score from 0 to 1, or blank.
 * @param {0.5} expected The score that the plan asks for, from OKR_EXPECTED.
 * @param {4} [confidence] From 1 to 5, or red, yellow, green; may be blank.
 * @param {3} [days_since_check_in] Days since the last check-in; may be blank.
 * @return {string} The status in English. Ranges of equal shape give a range.
 * @customfunction
 */
export function OKR_STATUS(score: unknown, expected: unknown, confidence?: unknown, days_since_check_in?: unknown): Answer | Answer[][] {
  return over([score, expected, confidence, days_since_check_in], (scoreCell, expectedCell, confidenceCell, daysCell) => {
    const own = scoreIn(scoreCell, 'score');
    const asked = scoreIn(expectedCell, 'expected score');
    const standing = { confidence: confidenceIn(confidenceCell), daysSinceCheckIn: numberIn(daysCell, 'days since the check-in') };
    if (own === undefined) return 'No data';
    if (asked === undefined) throw new Refusal('The expected score is blank, and it is needed here.');
    return status({ score: toScore(own), expected: asked, ...standing });
  });
}

/**
 * How much has to change per week to reach the target in time: from 30 to 100 in 35 days is 14 a week.
 * Blank current gives blank, and so does a due date that has come: no time is left.
 *
 * @param {30} current The value now, a number.
 * @param {100} target The value to reach, a number.
 * @param {"2026-12-31"} due_date The last day.
 * @param {"2026-11-26"} as_of The day to judge, from a cell.
 * @return {number} Change per week in the unit of the values, negative where they have to fall. Ranges of equal shape give a range.
 * @customfunction
 */
export function OKR_NEEDED(current: unknown, target: unknown, due_date: unknown, as_of: unknown): Answer | Answer[][] {
  return over([current, target, due_date, as_of], (currentCell, targetCell, dueDate, asOf) => {
    const now = numberIn(currentCell, 'current value');
    if (now === undefined) return '';
    return needed(now, neededNumber(targetCell, 'target'), neededDay(dueDate, 'due date'), neededDay(asOf, 'as-of day')) ?? '';
  });
}
