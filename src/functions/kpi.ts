/** The custom function about one health figure. */
import { MEASURES } from '../model/words';
import { kpiHealth } from '../rules/kpi';
import { milestoneIn, neededNumber, numberIn, over, wordIn, type Answer } from './over';

/**
 * Says how healthy a KPI is: Healthy once the target is reached, Watch while it is missed by at most a tenth of it, else Unhealthy.
 * Blank current gives No data; a blank target is an error.
 *
 * @param {"At least"} measure At least or Increase, At most or Decrease, or Milestone; blank reads as At least.
 * @param {95} target The value to hold, a number; not used for Milestone.
 * @param {93} current The value now, a number; for Milestone TRUE, FALSE, done or a share from 0 to 1.
 * @return {string} Healthy, Watch, Unhealthy or No data. Ranges of equal shape give a range.
 * @customfunction
 */
export function OKR_KPI(measure: unknown, target: unknown, current: unknown): Answer | Answer[][] {
  return over([measure, target, current], (measureCell, targetCell, currentCell) => {
    const word = wordIn(measureCell, MEASURES, 'measure');
    if (word === 'Milestone') return kpiHealth(word, undefined, milestoneIn(currentCell));
    const now = numberIn(currentCell, 'current value');
    return now === undefined ? 'No data' : kpiHealth(word, neededNumber(targetCell, 'target'), now);
  });
}
