/** Who gets a mail at a slot, and the mail of each: composed when it is sent, so that one that waited a day tells of today. */
import type { Slot } from './slot';
import { closeReport, type CloseInput } from '../../report/mail/close';
import { digest } from '../../report/mail/digest';
import type { MailText } from '../../report/mail/input';
import { reminder, type Missed } from '../../report/mail/reminder';
import { addDays, type Day } from '../../model/day';
import { dayOf, type Audience } from '../../model/schedule';
import type { KeyResultConclusion } from '../../rules/keyResults';
import { firstById } from '../../rules/keyResults';
import { dueKeyResults, type Asked } from '../../rules/review';
import { readAudience } from '../../rules/schedule/audience';
import type { Desk } from './desk';
import type { Ledger } from './ledger';
import { addressKey, languagesOf, peopleOf, type Person } from './people';

export interface Post {
  readonly people: readonly Person[];
  readonly write: (person: Person) => MailText;
}

export function audienceIn(texts: readonly string[]): Audience[] {
  return texts.map(readAudience).filter((one): one is Audience => one !== undefined);
}

export function postOf(desk: Desk, slot: Pick<Slot, 'kind' | 'at' | 'audience' | 'since' | 'cycle'>, ledger: Ledger): Post {
  const people = peopleOf(audienceIn(slot.audience), desk.plan.recipients, desk.book);
  return slot.kind === 'digest' || slot.kind === 'report' ? broadcast(desk, slot, people) : questions(desk, slot, people, ledger);
}

/** The same mail for all who read the same language about the same teams. */
function broadcast(desk: Desk, { kind, since, cycle }: Pick<Slot, 'kind' | 'since' | 'cycle'>, people: readonly Person[]): Post {
  const { book, link, notes } = desk;
  const made = new Map<string, MailText>();
  const report = kind === 'report' ? reported(desk, cycle) : undefined;
  return {
    people,
    write: ({ language, teams }) => {
      const key = [language, ...teams].join('\n');
      const mail = made.get(key) ?? (report ? closeReport({ language, ...report }) : digest({ language, link, book, since, notes: notes(), teams }));
      made.set(key, mail);
      return mail;
    },
  };
}

/** What a report is made from: the tables as long as they have the cycle, and History once it is closed. */
function reported({ book, link, history, closed }: Desk, cycle: string): Omit<CloseInput, 'language'> {
  const ended = cycle === '' || cycle === book.settings.cycleName ? undefined : closed(cycle);
  if (!ended) return { book, link, history: history() };
  return { book: ended, link: (place) => link(place && { ...place, table: 'history' }), history: history() };
}

/** One mail per person: the key results of these people that are due, and for owners of objectives those that others let pass too often. */
function questions(desk: Desk, slot: Pick<Slot, 'at'>, people: readonly Person[], ledger: Ledger): Post {
  const { book, link, plan, today } = desk;
  const [due, missed] = [new Map<string, KeyResultConclusion[]>(), new Map<string, Missed[]>()];
  const asked = new Set(people.map(({ to }) => addressKey(to)));
  const objectives = firstById(book.objectives.map(({ objective }) => objective));
  const owners = new Map<string, string>();
  for (const { conclusion, missed: reviews } of dueKeyResults(book, today, askedBefore(slot, ledger, desk))) {
    const owner = addressKey(conclusion.owner);
    if (asked.has(owner)) due.set(owner, [...(due.get(owner) ?? []), conclusion]);
    const boss = objectives.get(conclusion.keyResult.objectiveId)?.owner ?? '';
    if (!asked.has(owner) || reviews < book.settings.missedReviews || addressKey(boss) === owner) continue;
    owners.set(addressKey(boss), boss);
    missed.set(addressKey(boss), [...(missed.get(addressKey(boss)) ?? []), { conclusion, reviews }]);
  }
  const asToday = { ...book, settings: { ...book.settings, asOf: today } }; // what is due by the calendar is as old as the calendar says
  const told = people.filter(({ to }) => due.has(addressKey(to)) || missed.has(addressKey(to)));
  const said = languagesOf(plan.recipients);
  const others = [...owners.values()].filter((boss) => !asked.has(addressKey(boss)));
  const more = peopleOf(others.map((address) => ({ who: 'address', address })), [], book).map((one) => ({ ...one, language: said.get(addressKey(one.to)) ?? one.language }));
  return {
    people: [...told, ...more],
    write: ({ to, language }) => reminder({ language, link, book: asToday, due: due.get(addressKey(to)) ?? [], missed: missed.get(addressKey(to)) ?? [] }),
  };
}

/**
 * When each owner was asked last, by a mail that was for them, and the days of the scheduled reviews that asked them; who has no reviews can miss reminders.
 * Two reviews of Sales are none that an owner in Service let pass.
 */
function askedBefore({ at }: Pick<Slot, 'at'>, ledger: Ledger, { plan, book }: Desk): (owner: string) => Asked {
  const reached = new Map<string, ReadonlySet<string>>();
  const before = ledger.all().filter((one) => (one.kind === 'remind' || one.kind === 'review') && one.at < at).map((slot) => {
    const key = slot.audience.join('\n');
    const people = reached.get(key) ?? new Set(peopleOf(audienceIn(slot.audience), plan.recipients, book).map(({ to }) => addressKey(to)));
    reached.set(key, people);
    return { slot, people };
  });
  const known = new Map<string, Asked>();
  return (owner) => {
    const there = known.get(owner);
    if (there) return there;
    const own = before.filter(({ people }) => people.has(addressKey(owner))).map(({ slot }) => slot);
    const planned = own.filter(({ byHand }) => !byHand);
    const reviews = planned.filter(({ kind }) => kind === 'review');
    const asked = { last: own[own.length - 1]?.at, reviews: (reviews.length > 0 ? reviews : planned).map((one) => dayOf(one.at)) };
    known.set(owner, asked);
    return asked;
  };
}

/**
 * A digest compares with the day of the one before: of the same schedule, or else of a scheduled one for the same people, or else with a week ago. What
 * somebody sent by hand in between, perhaps to somebody else, changes nothing.
 */
export function sinceDay(ledger: Ledger, { at, lines, audience }: Pick<Slot, 'at' | 'lines' | 'audience'>, today: Day): Day {
  const before = ledger.all().filter((slot) => slot.kind === 'digest' && !slot.byHand && slot.at < at && dayOf(slot.at) < today);
  const last = before.filter((slot) => slot.lines.some((line) => lines.includes(line))).pop() ?? before.filter((slot) => slot.audience.join('\n') === audience.join('\n')).pop();
  return last ? dayOf(last.at) : addDays(today, -7);
}
