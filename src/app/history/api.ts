/** What the history is worked out from in the sidebar, as plain JSON; a blank is left out. */
import type { Day } from '../../model/day';
import type { CheckIn, KeyResult, Objective, Settings } from '../../model/okr';
import type { MovedTarget, PastRow } from '../../model/past';

export interface HistoryStart {
  readonly asOf: Day;
  readonly settings: Settings;
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  /** In the order of their moments, the newest at the end. */
  readonly checkIns: readonly CheckIn[];
  readonly closed: readonly PastRow[];
  /** Rows of History that were archived before their cycle ended. */
  readonly archived: readonly number[];
  readonly moved: readonly MovedTarget[];
  /** There is more than was sent: the oldest are left out. */
  readonly isCut: boolean;
}

/** The global function that the sidebar calls. */
export interface HistoryApi {
  historyOpen(): HistoryStart;
}
