/** Every global that Google may call: custom functions, menu, triggers and what the sidebar asks for; one line each. */
import { followCalendar } from './app/asOf';
import { checkPanel, openPanel, repairsOf, type Panel } from './app/panel';
import { refresh } from './app/refresh';
import { setUp } from './app/setUp';
import { exclusively, surroundings, today, userLanguage } from './google/surroundings';
import { addMenu, alert, showSidebar, toast } from './google/ui';
import { openNamedCells, openWorkbook } from './google/workbook';
import { speak } from './report/messages';

export { OKR_BAR, OKR_EXPLAIN, OKR_GRADE, OKR_SCORE } from './functions/score';
export { OKR_EXPECTED, OKR_NEEDED, OKR_STATUS } from './functions/pace';
export { OKR_KPI } from './functions/kpi';
export { OKR_ROLLUP } from './functions/rollUp';
export { OKR_ACTIONS, OKR_KEY_RESULTS, OKR_KPIS, OKR_OBJECTIVES } from './functions/tables';

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

/** Menu: makes or mends the sheets, without touching data. */
export function setUpSpreadsheet(): void {
  const { title, text } = exclusively(() => setUp(openWorkbook(), openNamedCells(), surroundings()));
  toast(title, text);
}

/** Menu: opens the sidebar. */
export function openSidebar(): void {
  showSidebar(userLanguage());
}

/** Menu: writes the dashboard anew; a workbook whose names are gone is arranged first. */
export function refreshDashboard(): void {
  if (!refresh(openNamedCells(), new Date())) setUpSpreadsheet();
}

/** Menu: mends the structure, says what was mended, and shows the findings in the sidebar. */
export function checkSpreadsheet(): void {
  const { title, text } = repairsOf(panelCheck());
  toast(title, text);
  openSidebar();
}

/** Menu: says in a minute how it works. */
export function showHelp(): void {
  const say = speak(userLanguage());
  alert(say('help.title'), say('help.text'));
}

/** Sidebar: what it shows when it opens, with at most so many findings. */
export function panelOpen(most?: number): Panel {
  return openPanel(openWorkbook(), surroundings(), most);
}

/** Sidebar: mends the structure and answers what is left to do. */
export function panelCheck(): Panel {
  return exclusively(() => checkPanel(openWorkbook(), openNamedCells(), surroundings()));
}

/** Sidebar: sets the spreadsheet up and answers what it shows then. */
export function panelSetUp(): Panel {
  setUpSpreadsheet();
  return panelOpen();
}

/** Sidebar: selects a cell for the person. */
export function panelShow(sheetId: number, row: number, column: number): void {
  if (!openWorkbook().show(sheetId, row, column)) throw new Error(speak(userLanguage())('error.rowGone'));
}
