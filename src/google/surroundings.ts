/** The day, the moment and the language around the spreadsheet, and the lock that keeps two people apart. */
import type { Exclusively, Surroundings } from '../app/ports';
import type { Day } from '../model/day';
import { languageOf } from '../report/messages';
import { speak } from '../report/onDemand';

export function surroundings(): Surroundings {
  const now = new Date();
  return { today: today(now), now, language: userLanguage() };
}

/** The day it is for the people in the spreadsheet, whatever the time zone of the script or of the server. */
export function today(now: Date): Day {
  return Utilities.formatDate(now, SpreadsheetApp.getActive().getSpreadsheetTimeZone(), 'yyyy-MM-dd') as Day;
}

export function userLanguage() {
  return languageOf(Session.getActiveUserLocale());
}

/** Longer than arranging a workbook takes, shorter than anybody waits. */
const LOCK_MILLISECONDS = 10_000;

/** Runs alone in this document; what was written is flushed before the next one may go on. */
export const exclusively: Exclusively = (body) => {
  const lock = LockService.getDocumentLock();
  if (!lock?.tryLock(LOCK_MILLISECONDS)) throw new Error(speak(userLanguage())('error.busy'));
  try {
    return body();
  } finally {
    try {
      SpreadsheetApp.flush();
    } finally {
      lock.releaseLock();
    }
  }
};
