/** What people wrote along the way: the notes of their check-ins, and what they learned from closed cycles. */
import type { Day } from './day';

export interface CheckInNote {
  readonly row: number;
  readonly day: Day;
  readonly keyResultId: string;
  readonly author: string;
  readonly progress: string;
  readonly blockers: string;
}

/** One row of History: a key result or an objective as it ended. */
export interface ClosedRow {
  readonly row: number;
  readonly closedOn: Day | undefined;
  readonly cycle: string;
  readonly id: string;
  readonly objectiveId: string; // its own id for an objective
  readonly text: string;
  readonly team: string;
  readonly score: number | undefined;
  readonly cause: string;
  readonly learning: string;
  readonly nextStep: string;
}
