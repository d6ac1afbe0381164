/** The custom function that averages the scores of what belongs to each id. */
import { toScore } from '../model/units';
import { WeightedMean } from '../rules/rollUp';
import { isBlank, type Cell } from '../rows/grid';
import { toCells } from './book';
import { type Answer } from './over';

/**
 * For each id, the weighted mean of the scores whose parent it is; blank if none of them has a score.
 * A blank score is left out, a blank weight counts as 1, weight 0 leaves out; a cell that is no usable number leaves its row out.
 *
 * @param {"A3:A10"} ids The ids to roll up to, one or a range.
 * @param {"B3:B40"} parents For each score, the id it belongs to.
 * @param {"R3:R40"} scores The scores from 0 to 1, in the same order.
 * @param {"K3:K40"} [weights] The weights in the same order; 1 each when left out.
 * @return {number} A mean for each id, in the shape of the ids.
 * @customfunction
 */
export function OKR_ROLLUP(ids: unknown, parents: unknown, scores: unknown, weights?: unknown): Answer | Answer[][] {
  const parentCells = cellsIn(parents);
  const scoreCells = cellsIn(scores);
  const weightCells = weights === undefined || weights === null || weights === '' ? undefined : cellsIn(weights);
  if (parentCells.length !== scoreCells.length || (weightCells && weightCells.length !== scoreCells.length)) {
    throw new Error('The parents, the scores and the weights must be ranges of the same size.');
  }
  const means = new Map<string, WeightedMean>();
  parentCells.forEach((parent, i) => {
    const id = idOf(parent);
    const score = scoreCells[i];
    const weight = weightCells ? weightCells[i] : 1;
    if (id === '' || typeof score !== 'number' || !(score >= 0 && score <= 1)) return;
    let mean = means.get(id);
    if (!mean) means.set(id, (mean = new WeightedMean()));
    mean.add(toScore(score), isBlank(weight) ? 1 : typeof weight === 'number' ? weight : 0);
  });
  const answer = (id: Cell): Answer => means.get(idOf(id))?.value() ?? '';
  return Array.isArray(ids) ? toCells(ids).map((row) => row.map(answer)) : answer(ids as Cell);
}

/** A range of one cell comes as a scalar, blank or not. */
const cellsIn = (argument: unknown): Cell[] => (Array.isArray(argument) ? toCells(argument).flat() : [argument as Cell]);

const idOf = (cell: Cell): string => (isBlank(cell) ? '' : String(cell).trim());
