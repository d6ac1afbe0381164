/** The globals of what people and timers do now and then: menu, forms, adopting, sharing mails; one line each. Their code is read on demand. */
import { copyAdopted } from './app/adopt/copy';
import { sheetsToAdopt, tablesToAdopt } from './app/adopt/sheets';
import type { AdoptCopied, AdoptedObjective, AdoptTables } from './app/api';
import type { FormStart, ObjectiveDraft, Refused, Saved } from './app/api';
import { archive } from './app/form/archive';
import { fixFinding } from './app/form/fix';
import { moveKeyResult } from './app/form/move';
import { openForm } from './app/form/open';
import { saveObjective } from './app/form/save';
import { checkPanel, openPanel, repairsOf, type Panel } from './app/panel';
import { resend, sendNow } from './app/rhythm/byHand';
import type { RhythmPreview, RhythmRequest, RhythmSent, RhythmStart } from './app/rhythm/api';
import { cancelMails, openRhythm, previewRhythm, saveRhythm, sendSummary, settleMails, switchRhythm } from './app/rhythm/panel';
import { takeBackNotes } from './app/rhythm/review';
import { serveHour } from './app/rhythm/run';
import { setUp } from './app/setUp';
import type { CloseProgress, CloseRequest, CloseStart } from './app/close/api';
import { openClose } from './app/close/open';
import { beginClose, type ClosePorts } from './app/close/plan';
import { stepClose } from './app/close/step';
import type { HistoryStart } from './app/history/api';
import { openHistory } from './app/history/open';
import type { ShareChange, ShareStart } from './app/share/api';
import { changeShare, lockShare, openShare, viewShare, type SharePorts } from './app/share/share';
import { openCloseStore, openCyclePage } from './google/close';
import { openLock, openSharing } from './google/share';
import { openAdopting } from './google/adopt';
import { openGiven } from './google/given';
import { here } from './google/here';
import { blindRun, rhythmServices } from './google/rhythm';
import { openTables } from './google/rows';
import { exclusively, surroundings, userLanguage } from './google/surroundings';
import { alert, confirm, showSidebar, toast } from './google/ui';
import { openNamedCells, openWorkbook } from './google/workbook';
import { speak } from './report/onDemand';

/** Menu: makes or mends the sheets, without touching data. */
export function setUpSpreadsheet(): void {
  const { title, text } = exclusively(() => setUp(openWorkbook(), openNamedCells(), surroundings()));
  toast(title, text);
}

/** Menu: mends the structure, says what was mended, and shows the findings in the sidebar. */
export function checkSpreadsheet(): void {
  const { title, text } = repairsOf(panelCheck());
  toast(title, text);
  showSidebar(userLanguage(), 'findings');
}

/** Menu: sends the summary to the stakeholders, after asking. */
export function sendSummaryNow(): void {
  const services = rhythmServices();
  const { title, text } = sendSummary(services, confirm, (request) => sendNow(services, request, Utilities.getUuid()));
  if (text !== '') alert(title, text);
}

/** Menu: shows the end of the cycle in the sidebar. */
export function closeCycle(): void {
  showSidebar(userLanguage(), 'close');
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
  exclusively(() => archive(openTables(), here(), openLock(), id));
  return formOpen();
}

/** Sidebar: puts right what one click can. */
export function findingFix(code: string, sheetId: number, row: number, _column: number): void {
  exclusively(() => fixFinding(openTables(), here(), openGiven(), code, sheetId, row));
}

/** Sidebar: what follows a save, behind the person's back: the dashboard, and the notes of a review where a check-in answered it. */
export function followSave(): void {
  const services = rhythmServices();
  if (!services.refresh()) setUpSpreadsheet();
  takeBackNotes(services);
}

/** Google calls it every hour for whoever switched the rhythm on: follows the calendar, sends what is due, refreshes the dashboard. */
export function onHour(event?: { readonly triggerUid?: string }): void {
  if (!blindRun(event?.triggerUid)) serveHour(rhythmServices());
}

/** Sidebar: schedules, recipients, the trigger and what was sent. */
export function rhythmOpen(): RhythmStart {
  return openRhythm(rhythmServices());
}

/** Sidebar: stores schedules and recipients. */
export function rhythmSave(lines: string[], recipients: string[]): RhythmStart | Refused {
  return saveRhythm(rhythmServices(), lines, recipients);
}

/** Sidebar: switches the person's own hourly trigger on or off. */
export function rhythmSwitch(on: boolean): RhythmStart {
  return switchRhythm(rhythmServices(), on);
}

/** Sidebar: what would be sent now. */
export function rhythmPreview(request: RhythmRequest): RhythmPreview {
  return previewRhythm(rhythmServices(), request);
}

/** Sidebar: sends now, once per reference. */
export function rhythmSend(request: RhythmRequest, ref: string): RhythmSent {
  return sendNow(rhythmServices(), request, ref);
}

/** Sidebar: sends mails that were not confirmed once more. */
export function rhythmResend(keys: string[]): RhythmSent {
  return resend(rhythmServices(), keys);
}

/** Sidebar: mails in doubt of which the person knows that they arrived. */
export function rhythmSettle(keys: string[]): RhythmStart {
  return settleMails(rhythmServices(), keys);
}

/** Sidebar: what waits in this slot is not sent. */
export function rhythmCancel(slot: string): RhythmStart {
  return cancelMails(rhythmServices(), slot);
}

const closing = (): ClosePorts => ({ tables: openTables(), here: here(), given: openGiven(), store: openCloseStore(), lock: openLock(), page: openCyclePage() });

/** Sidebar: what closing the cycle begins with. */
export function closeOpen(): CloseStart {
  return openClose(closing());
}

/** Sidebar: makes the plan of a close, once per reference. */
export function closeBegin(request: CloseRequest, ref: string): CloseProgress {
  return exclusively(() => beginClose(closing(), request, ref));
}

/** Sidebar: does the next step of a close. */
export function closeStep(ref: string): CloseProgress {
  return exclusively(() => stepClose(closing(), ref));
}

const sharing = (): SharePorts => ({ share: openSharing(), tables: openTables(), here: here() });

/** Sidebar: who can open the spreadsheet, and how it is protected and shown. */
export function shareOpen(): ShareStart {
  return openShare(sharing());
}

/** Sidebar: adds and removes exactly these people. */
export function shareChange(change: ShareChange): ShareStart {
  return exclusively(() => changeShare(sharing(), change));
}

/** Sidebar: keeps everybody but the owner from changing the structure, or only warns. */
export function shareLock(on: boolean): ShareStart {
  return exclusively(() => lockShare(sharing(), on));
}

/** Sidebar: puts the dashboard first and hides the working sheets, and back. */
export function shareView(stakeholders: boolean): ShareStart {
  return exclusively(() => viewShare(sharing(), stakeholders));
}

/** Sidebar: everything that scores of earlier days and cycles are worked out from. */
export function historyOpen(): HistoryStart {
  return openHistory(openTables(), here());
}
