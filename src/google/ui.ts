/** The menu, the sidebar and short messages. */
import type { First } from '../app/panel';
import type { Language } from '../model/words';
import { speak, type MessageKey } from '../report/messages';

/** Menu items in order, with the global function that each one calls. */
const MENU: readonly (readonly [Extract<MessageKey, `menu.${string}`>, string] | undefined)[] = [
  ['menu.setUp', 'setUpSpreadsheet'],
  ['menu.openSidebar', 'openSidebar'],
  undefined,
  ['menu.refresh', 'refreshDashboard'],
  ['menu.sendSummary', 'sendSummaryNow'],
  ['menu.check', 'checkSpreadsheet'],
  ['menu.close', 'closeCycle'],
  undefined,
  ['menu.help', 'showHelp'],
];

/** Only what AuthMode.NONE allows: no document, no properties. */
export function addMenu(language: Language): void {
  const say = speak(language);
  const menu = SpreadsheetApp.getUi().createAddonMenu();
  for (const item of MENU) {
    if (item) menu.addItem(say(item[0]), item[1]);
    else menu.addSeparator();
  }
  menu.addToUi();
}

/**
 * `first` is what to show first, when somebody asked for it; otherwise the sidebar begins where the person has something to do. The spreadsheet's id
 * keeps apart what is typed into the sidebars of two of them: their sheets may have the same ids, as those of a copy do.
 */
export function showSidebar(language: Language, first?: First): void {
  const output = HtmlService.createHtmlOutputFromFile('sidebar').setTitle(speak(language)('sidebar.title'));
  const book = SpreadsheetApp.getActive().getId();
  output.setContent(output.getContent().replace('id="app"', `id="app" data-book="${book}" data-first="${first ?? ''}"`));
  SpreadsheetApp.getUi().showSidebar(output);
}

const TOAST_SECONDS = 8;

export function toast(title: string, text: string): void {
  SpreadsheetApp.getActive().toast(text, title, TOAST_SECONDS);
}

export function alert(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, text, ui.ButtonSet.OK);
}

/** Asks before something is done that cannot be taken back. */
export function confirm(title: string, text: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(title, text, ui.ButtonSet.YES_NO) === ui.Button.YES;
}
