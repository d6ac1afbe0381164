/** Every global that Google may call: custom functions, menu, triggers and what the sidebar asks for; one line each. */
import { copyAdopted } from './app/adopt/copy';
import { sheetsToAdopt, tablesToAdopt } from './app/adopt/sheets';
import type { AdoptCopied, AdoptedObjective, AdoptTables } from './app/api';
import type { CheckInEntry, CheckInSaved, CheckInStart, FormStart, HistoryPoint, ObjectiveDraft, Refused, Saved } from './app/api';
import { followCalendar } from './app/asOf';
import { historyOf, openCheckIn } from './app/checkIn/open';
import { saveCheckIn } from './app/checkIn/save';
import { archive } from './app/form/archive';
import { fixFinding } from './app/form/fix';
import { moveKeyResult } from './app/form/move';
import { openForm } from './app/form/open';
import { saveObjective } from './app/form/save';
import { checkPanel, openPanel, repairsOf, type Panel } from './app/panel';
import { refresh } from './app/refresh';
import { setUp } from './app/setUp';
import { openAdopting } from './google/adopt';
import { alone } from './google/alone';
import { followEdit, type EditEvent } from './google/edit';
import { openGiven } from './google/given';
import { here } from './google/here';
import { openTables } from './google/rows';
import { readTexts } from './google/texts';
import { exclusively, surroundings, today, userLanguage } from './google/surroundings';
import { addMenu, alert, showSidebar, toast } from './google/ui';
import { openNamedCells, openWorkbook } from './google/workbook';
import { speak, textsComeFrom } from './report/onDemand';

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
  showSidebar(userLanguage(), 'findings');
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

/** Sidebar: the sheets that could be adopted. */
export function adoptSheets(): readonly { readonly id: number; readonly name: string }[] {
  return sheetsToAdopt(openWorkbook());
}

/** Sidebar: the cells of a sheet to adopt, and what of the workbook has to be known to understand them; nothing is changed. */
export function adoptTables(sheetId: number | null): AdoptTables {
  return tablesToAdopt(openWorkbook(), openAdopting(), surroundings(), sheetId);
}

/** Sidebar: copies the rows that it read from a foreign table into the workbook, once per reference. */
export function adoptCopy(rows: readonly AdoptedObjective[], ref: string): AdoptCopied {
  return exclusively(() => copyAdopted({ workbook: openWorkbook(), adopting: openAdopting(), given: openGiven() }, surroundings(), rows, ref));
}

/** Sidebar: what the forms and the tree begin with. */
export function formOpen(): FormStart {
  return openForm(openTables(), here());
}

/** Sidebar: stores an objective with its key results. */
export function formSave(draft: ObjectiveDraft, ref: string, base: ObjectiveDraft | null): Saved | Refused {
  return exclusively(() => saveObjective(openTables(), here(), openGiven(), { draft, base, ref }));
}

/** Sidebar: moves a key result to another objective. */
export function formMove(keyResultId: string, objectiveId: string): FormStart {
  exclusively(() => moveKeyResult(openTables(), here(), keyResultId, objectiveId));
  return formOpen();
}

/** Sidebar: takes an objective with its key results, or one key result, into the history. */
export function formArchive(id: string): FormStart {
  exclusively(() => archive(openTables(), here(), id));
  return formOpen();
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

/** Sidebar: puts right what one click can. */
export function findingFix(code: string, sheetId: number, row: number, _column: number): void {
  exclusively(() => fixFinding(openTables(), here(), openGiven(), code, sheetId, row));
}
