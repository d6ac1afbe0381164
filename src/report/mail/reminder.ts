/** The reminder: one person's key results whose check-in is due, and those of their objectives that nobody looks after. */
import { daysBetween, type Day } from '../../model/day';
import { asPrecise } from '../../rules/asPrecise';
import { expectedValue } from '../../rules/expectedValue';
import type { KeyResultConclusion } from '../../rules/keyResults';
import { sayDay } from '../day';
import { valueText } from './figures';
import { toHtml } from './html';
import type { MailBook, MailText, Reader } from './input';
import { BETWEEN, type Block, type Page } from './page';
import { short, subjectLine } from './plain';
import { Teller } from './teller';
import { toText, withPlainSpaces } from './text';

/** A key result whose owner let reviews pass, told to the owner of its objective. */
export interface Missed {
  readonly conclusion: KeyResultConclusion;
  readonly reviews: number;
}

export interface ReminderInput extends Reader {
  readonly book: Pick<MailBook, 'settings' | 'checkIns'>;
  /** The reader's own key results that are due. */
  readonly due: readonly KeyResultConclusion[];
  readonly missed: readonly Missed[];
}

/** More than this nobody works through at once; the rest is in the sheet. */
const MOST_DUE = 25;
const MOST_MISSED = 15;

export function reminder(input: ReminderInput): MailText {
  const { book, due, missed } = input;
  const teller = new Teller(input, sayDay);
  const { say } = teller;
  const cycle = short(book.settings.cycleName, 60);
  const news = due.length > 0 ? say('mail.due.subject', { count: due.length }) : say('mail.missed.subject', { count: missed.length });
  const page: Page = {
    language: input.language,
    title: due.length > 0 ? say('mail.due.title') : say('mail.missed.title'),
    subtitle: [cycle, teller.asOf(book.settings)].filter((part) => part !== '').join(BETWEEN),
    blocks: [...dueBlocks(teller, input), ...missedBlocks(teller, missed), { kind: 'open', text: say('mail.open'), url: teller.url() }],
    preheader: short((due[0] ?? missed[0]?.conclusion)?.keyResult.keyResult ?? '', 100),
    footer: say('mail.footer'),
  };
  return { subject: subjectLine(cycle === '' ? news : `${cycle}: ${news}`), text: toText(page), html: toHtml(page) };
}

function dueBlocks(teller: Teller, { due, book }: ReminderInput): Block[] {
  if (due.length === 0) return [];
  const values = lastValues(book);
  return [{ kind: 'line', text: teller.say('mail.due.lead') }, ...teller.list('', due, MOST_DUE, (one) => ({ ...teller.keyResult(one, []), details: facts(teller, one, values, book.settings.asOf) }))];
}

/** The newest value that somebody checked in, by key result; one of a sum is a part, so there the total stands in the sheet. */
function lastValues({ checkIns, settings }: ReminderInput['book']): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const { keyResultId, value, day } of checkIns) {
    if (value !== undefined && (settings.asOf === undefined || day <= settings.asOf)) values.set(keyResultId, value);
  }
  return values;
}

/** What its owner wants to know before typing: where it stands and how old that is, where it should stand, and how fast it has to go. */
function facts(teller: Teller, one: KeyResultConclusion, values: ReadonlyMap<string, number>, asOf: Day | undefined): string[] {
  const { say, language } = teller;
  const { keyResult, expected, needed, lastCheckIn } = one;
  const value = (number: number): string => valueText(number, keyResult, language);
  const last = keyResult.reading === 'last' ? (values.get(keyResult.id) ?? keyResult.current) : keyResult.current;
  const given = [keyResult.start, keyResult.target, keyResult.current];
  return [
    ...(last === undefined ? [] : [say('mail.due.last', { value: value(last) })]),
    ageOf(teller, lastCheckIn, asOf),
    ...(expected === undefined ? [] : [askedOf(teller, one, given)]),
    ...(keyResult.target === undefined ? [] : [say('summary.target', { value: value(keyResult.target) })]),
    ...(needed === undefined ? [] : [say('mail.due.needed', { value: value(asPrecise(needed, given, 1)) })]),
    ...(keyResult.dueDate === undefined ? [] : [say('mail.due.due', { day: teller.day(keyResult.dueDate) })]),
  ];
}

/** Where the plan has no value, only a score, it is called one: among values `0.54` alone would be taken for one of them. */
function askedOf(teller: Teller, one: KeyResultConclusion, given: readonly (number | undefined)[]): string {
  const asked = expectedValue(one);
  if (asked === undefined) return teller.say('mail.due.expectedScore', { score: teller.score(one.expected) });
  return teller.say('mail.due.expected', { value: valueText(asPrecise(asked, given), one.keyResult, teller.language) });
}

function ageOf({ say }: Teller, lastCheckIn: Day | undefined, asOf: Day | undefined): string {
  if (lastCheckIn === undefined) return say('mail.due.never');
  const days = asOf === undefined ? 0 : daysBetween(lastCheckIn, asOf);
  return days > 0 ? say('mail.due.ago', { count: days }) : say('mail.due.today');
}

function missedBlocks(teller: Teller, missed: readonly Missed[]): Block[] {
  return teller.list(teller.say('mail.missed.heading'), missed, MOST_MISSED, ({ conclusion, reviews }) => teller.keyResult(conclusion, [teller.say('mail.missed.reviews', { count: reviews })]));
}

/** What the note on a key result's cell says while it is in review. */
export function reviewNote({ keyResult }: KeyResultConclusion, since: Day, language: Reader['language']): string {
  const { say } = new Teller({ language, link: () => '' });
  const last = keyResult.current === undefined ? '' : `\n${say('mail.due.last', { value: valueText(keyResult.current, keyResult, language) })}`;
  return withPlainSpaces(`${say('mail.review', { day: since })}${last}`);
}
