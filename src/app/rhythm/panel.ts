/** What the sidebar shows of the rhythm, and what it changes: schedules and recipients, whose trigger runs, and a look at what would be sent. */
import type { ScheduleKind } from '../../model/schedule';
import { speak, type SpeakAll } from '../../report/onDemand';
import { audienceText, readRecipients, recipientsText } from '../../rules/schedule/audience';
import { readScheduleLine, scheduleLine } from '../../rules/schedule/line';
import { understand } from '../book';
import type { Refused } from '../api';
import { quoted } from '../form/limits';
import { inOrder, teamsOf } from '../form/open';
import { openTable, type TableRows } from '../form/tables';
import { placeOfSetting } from '../settingRows';
import type { RhythmPreview, RhythmRequest, RhythmStart, SlotCount, TriggerState, UnconfirmedMail } from './api';
import { postOf, sinceDay } from './compose';
import { momentIn, openDesk } from './desk';
import { carryOver } from './edited';
import { Ledger } from './ledger';
import { audienceOf, waitingAlike } from './opening';
import { addressKey, unreachableIn } from './people';
import { readPlan } from './plan';
import type { Services } from './ports';
import { cancel, isUnconfirmed, mailKey, readRequest, settle } from './byHand';
import { countOf, type Slot } from './slot';

/** More than this nobody reads in a sidebar. */
const MOST_RECENT = 20;
const MOST_RECIPIENTS = 300;
const MOST_MAILS = 3;

export const HANDLER = 'onHour';

export function openRhythm(services: Services): RhythmStart {
  const { tables, here, mail, store } = services;
  const settings = openTable(tables, 'settings', here);
  const [objectives, keyResults] = [openTable(tables, 'objectives', here), openTable(tables, 'keyResults', here)];
  const book = understand((table) => ({ settings, objectives, keyResults } as Readonly<Record<string, TableRows>>)[table]?.values ?? []);
  const plan = readPlan(settings.values);
  const ledger = new Ledger(store);
  const trigger = triggerState(services, ledger);
  const { cycleName, cycleStart, cycleEnd, language } = book.settings;
  const slots = ledger.all().reverse();
  const { lost, lostOn } = ledger.run();
  return {
    language, trigger,
    me: here.me(),
    now: momentIn(here.now()),
    timeZone: here.timeZone(),
    cycle: { name: cycleName, start: cycleStart ?? '', end: cycleEnd ?? '', earlierEnds: ledger.cycles().flatMap(({ end }) => (end === cycleEnd ? [] : end)) },
    teams: teamsOf({ settings, book }),
    people: inOrder([...book.objectives.map((one) => one.objective.owner), ...book.keyResults.map((one) => one.keyResult.owner), here.me()]),
    schedules: plan.schedules.map(({ line }) => ({ line, servedUpTo: ledger.servedUpTo(line) ?? '' })),
    problems: plan.problems.map(({ line, part, text }) => ({ line, part, text })),
    recipients: plan.recipients.map(audienceText),
    unreadableRecipients: plan.unreadable,
    quota: trigger.authorized ? mail.quota() : 0,
    unconfirmed: slots.flatMap((slot) => unconfirmedIn(slot, trigger.running)),
    recent: slots.filter((slot, index) => index < MOST_RECENT || countOf(slot, 'pending') > 0).map(countsOf),
    lost, lostOn,
    unreachable: unreachableIn(book),
  };
}

function triggerState({ triggers, here, clock }: Services, ledger: Ledger): TriggerState {
  const mine = triggers.mine().includes(HANDLER);
  const [me, owners, run] = [here.me(), ledger.owners(), ledger.run()];
  const known = owners[owners.length - 1] ?? '';
  const gone = !mine && known !== '' && known === me;
  const owner = known === '' && mine ? me : known;
  return {
    mine, owner, gone,
    on: mine || (owner !== '' && !gone),
    others: owners.filter((one) => one !== owner),
    authorized: triggers.isAuthorized(),
    running: ledger.lease() > clock(),
    lastRun: run.at, failures: run.failures,
    lastError: run.error === '' && run.at === '' && mine && triggers.ranBlind() ? speak(here.language())('rhythm.noDocument') : run.error,
  };
}

/** While somebody sends, what is claimed is on its way. */
function unconfirmedIn(slot: Slot, running: boolean): UnconfirmedMail[] {
  return slot.entries.flatMap((entry) => {
    const { to, state, reason } = entry;
    if (!isUnconfirmed(entry) || (running && state === 'claimed')) return [];
    return [{ key: mailKey(slot, entry), slot: slot.key, kind: slot.kind, to, state: state as UnconfirmedMail['state'], reason }];
  });
}

function countsOf(slot: Slot): SlotCount {
  const { key, kind, at, byHand } = slot;
  return {
    slot: key, kind, at, byHand,
    sent: slot.sent + countOf(slot, 'sent'), pending: countOf(slot, 'pending'), refused: countOf(slot, 'refused'),
    unsure: countOf(slot, 'claimed', 'unsure'), skipped: slot.skipped + countOf(slot, 'skipped'),
  };
}

/** Writes both cells anew, in the codec's own words; a new schedule begins now, an edited one goes on. Nothing is written while anything cannot be read. */
export function saveRhythm(services: Services, lines: readonly string[], recipients: readonly string[]): RhythmStart | Refused {
  const { tables, here, alone, store } = services;
  const say = speak(here.language());
  const refused = [...lines.flatMap((line, index) => wrongLine(line, index, say)), ...recipients.flatMap((line, index) => wrongRecipient(line, index, say))];
  if (refused.length > 0) return { refused };
  const read = lines.map(readScheduleLine);
  const byLine = new Map(read.flatMap((one) => ('schedule' in one ? [[scheduleLine(one.schedule), one.schedule] as const] : [])));
  const canonical = [...byLine.keys()];
  alone(() => {
    const settings = openTable(tables, 'settings', here);
    const before = readPlan(settings.values).schedules;
    writeSetting(services, settings, 'schedules', canonical.join('\n'));
    writeSetting(services, settings, 'recipients', recipientsText(readRecipients(recipients.join('\n')).recipients));
    const ledger = new Ledger(store);
    carryOver(ledger, before, [...byLine].map(([line, schedule]) => ({ line, schedule })), momentIn(here.now()));
    ledger.forgetAllBut(canonical);
    ledger.saveBeside();
  });
  return openRhythm(services);
}

function wrongLine(line: string, index: number, say: SpeakAll): Refused['refused'] {
  const read = readScheduleLine(line);
  return 'problem' in read ? [{ field: `schedules.${index}`, text: say('rhythm.badLine', { text: quoted(read.problem.text) }) }] : [];
}

function wrongRecipient(line: string, index: number, say: SpeakAll): Refused['refused'] {
  return readRecipients(line).unreadable.map((text) => ({ field: `recipients.${index}`, text: say('rhythm.badRecipient', { text: quoted(text) }) }));
}

function writeSetting({ here }: Services, settings: TableRows, key: string, text: string): void {
  const place = placeOfSetting(settings.values, key);
  if (!place) throw new Error(speak(here.language())('rhythm.noRow', { key }));
  settings.write(place.row, place.column, [[text]]);
}

/** Makes or deletes the person's own trigger; those of others stay, and the books keep every mail single. */
export function switchRhythm(services: Services, on: boolean): RhythmStart {
  const { triggers, here, alone, store } = services;
  alone(() => {
    const ledger = new Ledger(store);
    const [me, mine] = [here.me(), triggers.mine()];
    for (const handler of new Set(mine)) if (handler !== HANDLER || !on) triggers.remove(handler); // also those of a version that called its function otherwise
    if (on && !mine.includes(HANDLER)) triggers.create();
    ledger.setOwners([...ledger.owners().filter((owner) => owner !== me), ...(on ? [me] : [])]);
    if (on) ledger.noteRun({ failures: 0, error: '' });
    ledger.saveBeside();
  });
  return openRhythm(services);
}

export function settleMails(services: Services, keys: readonly string[]): RhythmStart {
  settle(services, keys);
  return openRhythm(services);
}

export function cancelMails(services: Services, slotKey: string): RhythmStart {
  cancel(services, slotKey);
  return openRhythm(services);
}

/** What would be sent now; nothing is changed. */
export function previewRhythm(services: Services, request: RhythmRequest): RhythmPreview {
  const { tables, here, mail, store } = services;
  const { kind, audience } = readRequest(services, request);
  const desk = openDesk(services, openTable(tables, 'settings', here));
  const ledger = new Ledger(store);
  const wanted = { kind, at: desk.now, audience: audienceOf(audience), lines: [], cycle: kind === 'report' ? (request.cycle ?? desk.book.settings.cycleName) : '' };
  const { people, write } = postOf(desk, { ...wanted, since: sinceDay(ledger, wanted, desk.today) }, ledger);
  const waiting = new Set(waitingAlike(ledger, wanted).flatMap(({ entries }) => entries.filter(({ state }) => state === 'pending').map(({ to }) => addressKey(to))));
  return {
    count: people.length,
    waiting: people.filter(({ to }) => waiting.has(addressKey(to))).length,
    quota: mail.quota(),
    recipients: people.slice(0, MOST_RECIPIENTS).map(({ to, language }) => ({ to, language })),
    mails: people.slice(0, MOST_MAILS).map((person) => ({ to: person.to, ...write(person) })),
    unreachable: unreachableIn(desk.book),
  };
}

const SUMMARY: RhythmRequest = { kind: 'digest' satisfies ScheduleKind, audience: ['stakeholders'] };

/** Menu: asks, with the number of recipients, before the summary goes out; answers what to tell, '' for somebody who said no. */
export function sendSummary(services: Services, confirm: (title: string, text: string) => boolean, send: (request: RhythmRequest) => { readonly sent: number; readonly pending: number; readonly unsure: number }): { readonly title: string; readonly text: string } {
  const say = speak(services.here.language());
  const title = say('menu.sendSummary');
  const { count } = previewRhythm(services, SUMMARY);
  if (count === 0) return { title, text: say('rhythm.noRecipients') };
  if (!confirm(title, say('rhythm.ask', { count }))) return { title, text: '' };
  const { sent, pending, unsure } = send(SUMMARY);
  const parts = [say('rhythm.sent', { count: sent })];
  if (pending > 0) parts.push(say('rhythm.waiting', { count: pending }));
  if (unsure > 0) parts.push(say('rhythm.unsure', { count: unsure }));
  return { title, text: parts.join(' ') };
}
