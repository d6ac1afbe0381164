/** Who asks, when and where: each thing is asked of Google once, and only when it is needed. */
import type { Known } from '../app/api';
import type { Here } from '../app/form/tables';
import { activeSpreadsheet } from './active';
import { userLanguage } from './surroundings';

/** What the sidebar was told before need not be asked again. */
export function here(known?: Known): Here {
  const now = new Date();
  const moment = once(() => (known && localMoment(now, known.timeZone)) ?? Utilities.formatDate(now, timeZone(), "yyyy-MM-dd'T'HH:mm:ss"));
  const timeZone = once(() => activeSpreadsheet().getSpreadsheetTimeZone());
  return {
    now: moment,
    me: once(() => known?.me ?? Session.getActiveUser().getEmail()),
    timeZone,
    locale: once(() => known?.locale ?? activeSpreadsheet().getSpreadsheetLocale()),
    language: once(userLanguage),
  };
}

function once<Value>(ask: () => Value): () => Value {
  let answer: { readonly value: Value } | undefined;
  return () => (answer ??= { value: ask() }).value;
}

/** The moment in a time zone without asking Google; undefined for a zone that the language does not know. */
function localMoment(now: Date, timeZone: string): string | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    });
  } catch {
    return undefined; // the name of the zone is all that can be wrong; Google knows a few more
  }
  const part = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:${part['second']}`;
}
