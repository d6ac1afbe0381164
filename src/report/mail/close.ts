/** The report of a closed cycle: final scores held against what was expected, best and worst, and what people learned. */
import type { ClosedRow } from '../../model/past';
import { ASPIRATIONAL_SHARE } from '../../rules/expected';
import type { KeyResultConclusion } from '../../rules/keyResults';
import type { ObjectiveConclusion } from '../../rules/objectives';
import { sayDay } from '../day';
import { labelOf } from '../labels';
import { decimal } from '../numbers';
import { overviewOf, scoreByTeam } from '../overview';
import { say as sayWord } from '../vocabulary';
import { gapText, valueText } from './figures';
import { toHtml } from './html';
import type { MailBook, MailText, Reader } from './input';
import { type Block, type Item, type Page } from './page';
import { inLine, nameOf, short, subjectLine } from './plain';
import { LONGEST_TEXT, Teller } from './teller';
import { toText } from './text';

export interface CloseInput extends Reader {
  /** The workbook as it ended. */
  readonly book: Pick<MailBook, 'settings' | 'objectives' | 'keyResults'>;
  /** Rows of History; those of this cycle are told. */
  readonly history: readonly ClosedRow[];
}

const MOST_OBJECTIVES = 20;
const MOST_TEAMS = 12;
const MOST_LEARNED = 10;
/** Three are remembered. */
const BEST_AND_WORST = 3;
const LONGEST_NOTE = 160;

export function closeReport(input: CloseInput): MailText {
  const { objectives, keyResults, settings } = input.book;
  const teller = new Teller(input, sayDay);
  const { say } = teller;
  const { score } = overviewOf(objectives, keyResults, settings);
  const scored = objectives.filter((one) => one.score !== undefined);
  const counts = { total: scored.length, reached: scored.filter(isReached).length };
  const cycle = short(settings.cycleName, 60) || teller.sayShared('dashboard.title');
  const ended = isOver(settings) ? 'yes' : 'no';
  const page: Page = {
    language: input.language,
    title: say('mail.close.title', { cycle, ended }),
    subtitle: teller.asOf(settings),
    blocks: [
      { kind: 'figure', label: say('mail.close.final', { ended }), shown: teller.score(score), score, details: [] },
      ...(scored.length === 0 ? [] : [{ kind: 'line', text: say('mail.close.reached', { count: counts.reached, total: counts.total }) } as const]),
      ...aboutObjectives(teller, objectives),
      ...aboutTeams(teller, objectives),
      ...aboutExtremes(teller, keyResults),
      ...aboutLearnings(teller, input.history.filter((row) => row.cycle === settings.cycleName)),
      { kind: 'open', text: say('mail.open'), url: teller.url() },
    ],
    preheader: scored.length === 0 ? '' : say('mail.close.reached', { count: counts.reached, total: counts.total }),
    footer: say('mail.footer'),
  };
  const news = score === undefined ? say('mail.noScore') : say('mail.close.subject', { ended, score: teller.score(score), ...counts });
  return { subject: subjectLine(`${cycle}: ${news}`), text: toText(page), html: toHtml(page) };
}

/** A report that goes out before the last day of its cycle tells of scores that can still change; a cycle out of the history has no days to come. */
function isOver({ asOf, cycleEnd }: CloseInput['book']['settings']): boolean {
  return asOf === undefined || cycleEnd === undefined || asOf >= cycleEnd;
}

/** What a good end is: 1.0 for a committed objective, 0.7 for an aspirational one. */
function goalOf({ objective }: ObjectiveConclusion): number {
  return objective.kind === 'Aspirational' ? ASPIRATIONAL_SHARE : 1;
}

function isReached(one: ObjectiveConclusion): boolean {
  return one.score !== undefined && one.score >= goalOf(one);
}

/** Best first. */
function aboutObjectives(teller: Teller, objectives: readonly ObjectiveConclusion[]): Block[] {
  const bestFirst = [...objectives].sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || a.objective.row - b.objective.row);
  return teller.list(teller.sayShared('dashboard.objectives'), bestFirst, MOST_OBJECTIVES, (one) => objectiveItem(teller, one));
}

/** `committed: 1.0 was expected, 0.20 short of it`. */
function objectiveItem(teller: Teller, one: ObjectiveConclusion): Item {
  const { say, language } = teller;
  const { objective, score, status } = one;
  const goal = decimal(goalOf(one).toFixed(1), language);
  const reading =
    score === undefined ? say('mail.noScore') : isReached(one) ? say('mail.close.did', { goal }) : say('mail.close.short', { goal, gap: gapText(score, goalOf(one), language) });
  return {
    sign: status, id: short(objective.id, 20), text: short(objective.objective, LONGEST_TEXT), url: teller.url({ table: 'objectives', row: objective.row }),
    bar: teller.bar(score), details: [`${inLine(sayWord(objective.kind, language))}: ${reading}`, nameOf(objective.owner)].filter((detail) => detail !== ''),
  };
}

function aboutTeams(teller: Teller, objectives: readonly ObjectiveConclusion[]): Block[] {
  const teams = scoreByTeam(objectives);
  if (teams.length < 2) return [];
  return teller.list(teller.sayShared('dashboard.byTeam'), teams, MOST_TEAMS, ({ team, score }) => ({
    id: '', text: team === '' ? teller.sayShared('dashboard.noTeam') : short(team, 60), url: '', bar: teller.bar(score), details: score === undefined ? [teller.say('mail.noScore')] : [],
  }));
}

/** The best three and the worst three; whoever is among the best is not among the worst too. */
function aboutExtremes(teller: Teller, keyResults: readonly KeyResultConclusion[]): Block[] {
  const bestFirst = keyResults.filter((one) => one.score !== undefined).sort((a, b) => Number(b.score) - Number(a.score) || a.keyResult.row - b.keyResult.row);
  const best = bestFirst.slice(0, BEST_AND_WORST);
  const worst = bestFirst.slice(BEST_AND_WORST).filter((one) => Number(one.score) < 1).reverse().slice(0, BEST_AND_WORST);
  const listed = (heading: string, list: readonly KeyResultConclusion[]): Block[] => teller.list(heading, list, BEST_AND_WORST, (one) => teller.keyResult(one, wayOf(teller, one), 'bar'));
  return [...listed(teller.say('mail.close.best'), best), ...listed(teller.say('mail.close.worst'), worst)];
}

/** `from 118 days to 106 days · target 90 days`. */
function wayOf({ say, language }: Teller, { keyResult }: KeyResultConclusion): string[] {
  const { start, target, current } = keyResult;
  if (start === undefined || target === undefined || current === undefined) return [];
  const value = (number: number): string => valueText(number, keyResult, language);
  return [say('mail.close.value', { start: value(start), current: value(current) }), say('summary.target', { value: value(target) })];
}

/** Only rows in which somebody wrote something. */
function aboutLearnings(teller: Teller, history: readonly ClosedRow[]): Block[] {
  const { say, language } = teller;
  const told = history.filter(({ cause, learning }) => cause !== '' || learning !== '');
  return teller.list(say('mail.close.learned'), told, MOST_LEARNED, (row) => ({
    id: short(row.id, 20), text: short(row.text, LONGEST_TEXT), url: teller.url({ table: 'history', row: row.row }),
    details: [],
    notes: (['cause', 'learning', 'next_step'] as const).flatMap((key) => {
      const text = key === 'next_step' ? row.nextStep : row[key];
      return text === '' ? [] : [`${labelOf(key, language)}: ${short(text, LONGEST_NOTE)}`];
    }),
  }));
}
