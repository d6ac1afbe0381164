/** The digest: where the objectives stand, how they moved, and what needs somebody, the news first. */
import type { Day } from '../../model/day';
import type { CheckInNote } from '../../model/past';
import { toHtml } from './html';
import type { MailBook, MailText, Reader } from './input';
import { aboutActions, aboutKpis, aboutNotes, aboutStale } from './lists';
import { newsOf, type News } from './news';
import { BETWEEN, type Page } from './page';
import { short, subjectLine } from './plain';
import { aboutAttention, aboutChanges, aboutObjectives, aboutTeams, top } from './sections';
import { Teller } from './teller';
import { toText } from './text';

export interface DigestInput extends Reader {
  readonly book: MailBook;
  /** The day to compare with, such as that of the last digest; undefined when there was none. */
  readonly since: Day | undefined;
  /** What people wrote in their check-ins, oldest first. */
  readonly notes: readonly CheckInNote[];
  /** Names of the teams that it is about; none is the whole company. */
  readonly teams: readonly string[];
}

export function digest(input: DigestInput): MailText {
  const teller = new Teller(input);
  const news = newsOf(input.book, input.since, input.notes, input.teams);
  const page = pageOf(teller, news);
  const blocks: Page['blocks'] = [...page.blocks, { kind: 'open', text: teller.say('mail.open'), url: teller.url() }];
  const mail = { ...page, blocks, footer: teller.say('mail.footer') };
  return { subject: subjectLine(subjectOf(teller, news)), text: toText(mail), html: toHtml(mail) };
}

/** The same as text alone, for a cell: no links, and nothing about mails. */
export function summary(input: Omit<DigestInput, 'link'>): string {
  const news = newsOf(input.book, input.since, input.notes, input.teams);
  return toText(pageOf(new Teller({ language: input.language, link: () => '' }), news));
}

/** Busy people read the first screen: the score, the statuses and what is behind stand there; what people wrote comes last. */
function pageOf(teller: Teller, news: News): Page {
  const { settings } = news.book;
  const [worst] = news.attention;
  const { daysLeft } = news.overview;
  return {
    language: teller.language,
    title: teller.sayShared('dashboard.asOf', { cycle: headOf(teller, news), day: settings.asOf ?? '–' }),
    subtitle: daysLeft === undefined ? '' : teller.say('summary.daysLeft', { count: daysLeft }),
    blocks: [
      ...top(teller, news),
      ...aboutAttention(teller, news),
      ...aboutChanges(teller, news),
      ...aboutTeams(teller, news),
      ...aboutObjectives(teller, news),
      ...aboutKpis(teller, news),
      ...aboutActions(teller, news),
      ...aboutNotes(teller, news),
      ...aboutStale(teller, news),
    ],
    preheader: worst ? `${worst.conclusion.keyResult.id} ${short(worst.conclusion.keyResult.keyResult, 80)}` : teller.sayShared('dashboard.nothing'),
    footer: '',
  };
}

/** The cycle, and whose part of it. */
function headOf({ sayShared }: Teller, { book, teams }: News): string {
  const parts = [book.settings.cycleName, teams.join(', ')].filter((part) => part !== '');
  return parts.length === 0 ? sayShared('dashboard.title') : parts.map((part) => short(part, 60)).join(BETWEEN);
}

/** The news in a line: `2026-Q4: 0.62 (+0.05), 2 off track`. */
function subjectOf(teller: Teller, news: News): string {
  const { overview, move } = news;
  const { say } = teller;
  const head = headOf(teller, news);
  if (overview.score === undefined) return `${head}: ${say('mail.noScore')}`;
  const { 'Off track': offTrack, 'At risk': atRisk } = overview.counts;
  const change = teller.moved(move).map((moved) => ` (${moved})`).join('');
  const standing = offTrack > 0 ? say('mail.offTrack', { count: offTrack }) : atRisk > 0 ? say('mail.atRisk', { count: atRisk }) : say('mail.fine');
  return `${head}: ${teller.score(overview.score)}${change}, ${standing}`;
}
