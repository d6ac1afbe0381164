/** Too many at once is what OKRs die of: tells before a limit is passed, and never forbids. */
import type { FormStart, ObjectiveDraft } from '../../src/app/api';

export interface Limit {
  /** How many there will be with this one. */
  readonly count: number;
  readonly limit: number;
  readonly state: 'near' | 'reached' | 'passed';
}

/** From one before the limit on it is worth a word: 4 and 5 of 5 are near and reached, 6 is passed. */
function limitOf(count: number, limit: number): Limit | undefined {
  if (count < limit - 1) return undefined;
  return { count, limit, state: count > limit ? 'passed' : count === limit ? 'reached' : 'near' };
}

/** The objectives of the draft's team in the workbook, and the draft itself. */
export function objectivesOfTeam({ objectives, limits }: FormStart, { id, team }: ObjectiveDraft): Limit | undefined {
  if (team.trim() === '') return undefined;
  const same = objectives.filter((one) => one.id !== id && one.team.trim().toLowerCase() === team.trim().toLowerCase());
  return limitOf(same.length + 1, limits.objectives);
}

export function keyResultsOf({ limits }: FormStart, { keyResults }: ObjectiveDraft): Limit | undefined {
  return limitOf(keyResults.length, limits.keyResults);
}

/** With one more in the objective that a key result moves to. */
export function keyResultsAfterMove({ objectives, limits }: FormStart, to: string): Limit | undefined {
  return limitOf((objectives.find(({ id }) => id === to)?.keyResults.length ?? 0) + 1, limits.keyResults);
}
