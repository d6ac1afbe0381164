/** What people wrote along the way: the notes of their check-ins, and what they learned from closed cycles. */
import type { Day } from './day';
import type { Kind, Measure, Reading } from './words';

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

/** The same with all that a score of a past day is worked out from; rows of older workbooks have less. */
export interface PastRow extends ClosedRow {
  readonly kind: Kind | undefined;
  readonly start: number | undefined;
  readonly target: number | undefined;
  readonly final: number | undefined;
  readonly unit: string;
  readonly measure: Measure | undefined;
  readonly reading: Reading | undefined;
  readonly weight: number;
  readonly startDate: Day | undefined;
  readonly dueDate: Day | undefined;
  readonly win: string;
}

/** A target that was changed after the start, as far as it was recorded. */
export interface MovedTarget {
  readonly day: Day;
  readonly keyResultId: string;
  readonly author: string;
  readonly from: number;
  readonly to: number;
}
