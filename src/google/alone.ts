/** The lock for short runs that end with what they write. */
import type { Exclusively } from '../app/ports';
import { speak } from '../report/onDemand';
import { userLanguage } from './surroundings';

/** Longer than anybody's save takes. */
const LOCK_MILLISECONDS = 10_000;

/**
 * Runs alone in this document, as `exclusively` does, for a function after which the run is over: what was written is flushed, and Google takes
 * the lock back with the end of the run, which saves a call.
 */
export const alone: Exclusively = (body) => {
  const lock = LockService.getDocumentLock();
  if (!lock?.tryLock(LOCK_MILLISECONDS)) throw new Error(speak(userLanguage())('error.busy'));
  const answer = body();
  SpreadsheetApp.flush();
  return answer;
};
