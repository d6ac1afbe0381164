/** The digest: the summary as a mail, with a subject that has the news. */
import { sayDay } from '../day';
import { toHtml } from './html';
import type { MailText, Reader } from './input';
import { newsOf, type News } from './news';
import type { Page } from './page';
import { subjectLine } from './plain';
import { headOf, pageOf, type SummaryInput } from './summary';
import { Teller } from './teller';
import { toText } from './text';

export interface DigestInput extends Reader, SummaryInput {}

export function digest(input: DigestInput): MailText {
  const teller = new Teller(input, sayDay);
  const news = newsOf(input.book, input.since, input.notes, input.teams);
  const page = pageOf(teller, news);
  const blocks: Page['blocks'] = [...page.blocks, { kind: 'open', text: teller.say('mail.open'), url: teller.url() }];
  const mail = { ...page, blocks, footer: teller.say('mail.footer') };
  return { subject: subjectLine(subjectOf(teller, news)), text: toText(mail), html: toHtml(mail) };
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
