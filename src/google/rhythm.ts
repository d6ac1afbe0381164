/** What the rhythm needs of Google: properties of the document, mail, the person's own trigger, notes on cells. */
import { tableName } from '../app/names';
import { HANDLER } from '../app/rhythm/panel';
import { isAddress } from '../app/rhythm/people';
import type { MailPort, NotesPort, Services, Store, TriggerPort } from '../app/rhythm/ports';
import { refresh } from '../app/refresh';
import { FIRST_DATA_ROW } from '../rows/columns';
import { activeSpreadsheet } from './active';
import { here } from './here';
import { openTables } from './rows';
import { exclusively } from './surroundings';
import { openNamedCells } from './workbook';

export function rhythmServices(): Services {
  const named = openNamedCells();
  return {
    store: documentStore(),
    mail, triggers, notes, named,
    tables: openTables(),
    here: here(),
    alone: exclusively,
    clock: Date.now,
    url: () => activeSpreadsheet().getUrl(),
    refresh: () => refresh(named, new Date(), true),
  };
}

/** By trigger, since a person's properties are the same in all spreadsheets; counts the blind runs in a row. */
const BLIND = 'okr-rhythm-blind-';
/** A day without the spreadsheet: it was deleted, or Google does not hand it over. Nothing of ours would ever run again. */
const MOST_BLIND = 24;

/**
 * Google's pages do not agree whether an add-on's clock trigger has the spreadsheet. A run without it can do nothing but say so, in the one place that
 * it can write to, and after a day end its own trigger, which counts towards the twenty that a person may have.
 */
export function blindRun(trigger = ''): boolean {
  const properties = PropertiesService.getUserProperties();
  if (PropertiesService.getDocumentProperties() !== null) {
    properties.deleteProperty(BLIND + trigger);
    return false;
  }
  const runs = Number(properties.getProperty(BLIND + trigger) ?? 0) + 1;
  properties.setProperty(BLIND + trigger, String(runs));
  if (runs < MOST_BLIND || trigger === '') return true;
  for (const one of ScriptApp.getProjectTriggers()) if (one.getUniqueId() === trigger) ScriptApp.deleteTrigger(one);
  properties.deleteProperty(BLIND + trigger);
  return true;
}

function documentStore(): Store {
  const properties = PropertiesService.getDocumentProperties();
  return {
    read: () => properties.getProperties(),
    write: (values) => void properties.setProperties({ ...values }),
  };
}

const mail: MailPort = {
  quota: () => MailApp.getRemainingDailyQuota(),
  send: (to, { subject, text, html }) => {
    // One message, one reader: nobody sees who else is written to, and no text can add a second one.
    if (!isAddress(to)) throw new Error(`Invalid email: ${to}`);
    MailApp.sendEmail({ to, subject, body: text, htmlBody: html });
  },
};

const own = (): GoogleAppsScript.Script.Trigger[] => ScriptApp.getUserTriggers(activeSpreadsheet());

const triggers: TriggerPort = {
  mine: () => own().map((trigger) => trigger.getHandlerFunction()),
  create: () => void ScriptApp.newTrigger(HANDLER).timeBased().everyHours(1).create(),
  remove: (functionName) => {
    for (const trigger of own()) if (trigger.getHandlerFunction() === functionName) ScriptApp.deleteTrigger(trigger);
  },
  isAuthorized: () => ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED,
  ranBlind: () => {
    const noted = PropertiesService.getUserProperties().getProperties();
    return own().some((trigger) => BLIND + trigger.getUniqueId() in noted);
  },
  runsAs: () => Session.getEffectiveUser().getEmail(),
};

const notes: NotesPort = {
  change: (column, rows, changed) => {
    const range = activeSpreadsheet().getRangeByName(tableName('keyResults'))?.offset(FIRST_DATA_ROW - 1, column - 1, rows, 1);
    if (!range) return;
    const present = range.getNotes().map(([note = '']) => note);
    const wanted = changed(present);
    if (wanted.some((note, index) => note !== present[index])) range.setNotes(wanted.map((note) => [note]));
  },
};
