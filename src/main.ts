/**
 * The globals that Google calls again and again: custom functions, opening, edits, the dashboard, check-ins; one line each. All others are in
 * actions.ts, whose code is read when the first of them runs, so that a cell that calculates does not carry them.
 */
import type * as Actions from './actions';
import type { CheckInEntry, CheckInSaved, CheckInStart, HistoryPoint, Refused } from './app/api';
import { followCalendar } from './app/asOf';
import { historyOf, openCheckIn } from './app/checkIn/open';
import { saveCheckIn } from './app/checkIn/save';
import { refresh } from './app/refresh';
import { alone } from './google/alone';
import { followEdit, type EditEvent } from './google/edit';
import { here } from './google/here';
import { actions, readTexts } from './google/onDemand';
import { openTables } from './google/rows';
import { today, userLanguage } from './google/surroundings';
import { addMenu, showSidebar } from './google/ui';
import { openNamedCells } from './google/workbook';
import { textsComeFrom } from './report/onDemand';

export { OKR_CHECK } from './functions/check';
export { OKR_BAR, OKR_EXPLAIN, OKR_GRADE, OKR_SCORE } from './functions/score';
export { OKR_EXPECTED, OKR_NEEDED, OKR_STATUS } from './functions/pace';
export { OKR_KPI } from './functions/kpi';
export { OKR_ROLLUP } from './functions/rollUp';
export { OKR_SUMMARY } from './functions/summary';
export { OKR_ACTIONS, OKR_KEY_RESULTS, OKR_KPIS, OKR_OBJECTIVES } from './functions/tables';

textsComeFrom(readTexts);

/** Google calls it when the spreadsheet opens: builds the menu and, where the document may be read, moves the as-of day to today. */
export function onOpen(e: { authMode?: GoogleAppsScript.Script.AuthMode } | undefined): void {
  addMenu(userLanguage());
  if (e?.authMode === ScriptApp.AuthMode.NONE) return;
  followCalendar(openNamedCells(), today(new Date()));
}

/** Google calls it right after installing from the menu; the menu has to be there at once. */
export function onInstall(e: { authMode?: GoogleAppsScript.Script.AuthMode } | undefined): void {
  onOpen(e);
}

/** Google calls it after an edit by a person: a current value typed into a sheet is logged like a check-in, and a filter of the dashboard is obeyed. */
export function onEdit(e: EditEvent | undefined): void {
  followEdit(e);
}

/** Menu: opens the sidebar. */
export function openSidebar(): void {
  showSidebar(userLanguage());
}

/** Menu: writes the dashboard anew; a workbook whose names are gone is arranged first. */
export function refreshDashboard(): void {
  if (!refresh(openNamedCells(), new Date())) actions<typeof Actions>().setUpSpreadsheet();
}

/** Sidebar: what checking in begins with. */
export function checkInOpen(): CheckInStart {
  return openCheckIn(openTables(), here());
}

/** Sidebar: stores a check-in. */
export function checkInSave(entry: CheckInEntry): CheckInSaved | Refused {
  return alone(() => saveCheckIn(openTables(entry.known), here(entry.known), entry));
}

/** Sidebar: the check-ins of one key result. */
export function checkInHistory(keyResultId: string): readonly HistoryPoint[] {
  return historyOf(openTables(), here(), keyResultId);
}
