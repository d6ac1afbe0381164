/** Where the objectives stand, how they moved, and what needs somebody, the news first: as a page, and as text for a cell. */
import type { Day } from '../../model/day';
import type { CheckInNote } from '../../model/past';
import type { MailBook, Reader } from './input';
import { aboutActions, aboutKpis, aboutNotes, aboutStale } from './lists';
import { newsOf, type News } from './news';
import { BETWEEN, type Page } from './page';
import { short } from './plain';
import { aboutAttention, aboutChanges, aboutObjectives, aboutTeams, top } from './sections';
import { Teller } from './teller';
import { toText } from './text';

export interface SummaryInput extends Pick<Reader, 'language'> {
  readonly book: MailBook;
  /** The day to compare with, such as that of the last digest; undefined when there was none. */
  readonly since: Day | undefined;
  /** What people wrote in their check-ins, oldest first. */
  readonly notes: readonly CheckInNote[];
  /** Names of the teams that it is about; none is the whole company. */
  readonly teams: readonly string[];
}

/** Text alone, for a cell: no links, nothing about mails, and days as cells have them. A formula says it, so nothing that only mails need is near. */
export function summary(input: SummaryInput): string {
  const news = newsOf(input.book, input.since, input.notes, input.teams);
  return toText(pageOf(new Teller({ language: input.language, link: () => '' }), news));
}

/** Busy people read the first screen: the score, the statuses and what is behind stand there; what people wrote comes last. */
export function pageOf(teller: Teller, news: News): Page {
  const { settings } = news.book;
  const [worst] = news.attention;
  const { daysLeft } = news.overview;
  return {
    language: teller.language,
    title: teller.sayShared('dashboard.asOf', { cycle: headOf(teller, news), day: teller.asOf(settings) || '–' }),
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
export function headOf({ sayShared }: Teller, { book, teams }: News): string {
  const parts = [book.settings.cycleName, teams.join(', ')].filter((part) => part !== '');
  return parts.length === 0 ? sayShared('dashboard.title') : parts.map((part) => short(part, 60)).join(BETWEEN);
}
