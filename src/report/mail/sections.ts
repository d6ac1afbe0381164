/** Where things stand, part by part: the figures on top, what needs attention, what changed, teams and objectives. */
import { toScore } from '../../model/units';
import { STATUSES, type Status } from '../../model/words';
import { moveOf } from '../../rules/changes';
import type { KeyResultConclusion } from '../../rules/keyResults';
import { LOW_CONFIDENCE } from '../../rules/status';
import { sentence } from '../findings';
import { scoreByTeam, type Attention, type TeamScore } from '../overview';
import { decimal } from '../numbers';
import { badge, say as sayWord } from '../vocabulary';
import { moveText, numberText } from './figures';
import type { MailBook } from './input';
import type { ChangedKeyResult, News } from './news';
import type { Block, Item } from './page';
import { inLine, nameOf, short } from './plain';
import { LONGEST_TEXT, type Teller } from './teller';

/** What people read of a list before they would rather open the sheet. */
const LONG_LIST = 8;
const MOST_CHANGES = 5;
const MOST_DOUBTS = 3;

/** The score, how it moved, what the plan asks for, and how many key results have which status. */
export function top(teller: Teller, { overview, move, comparison, doubts: wrong, changes }: News): Block[] {
  const { say, sayShared, language } = teller;
  const asked = overview.expected === undefined ? [] : [say('summary.expected', { score: teller.score(overview.expected) })];
  const details = [...(comparison ? teller.moved(move).map((moved) => say('summary.since', { moved, day: teller.day(comparison.since) })) : []), ...asked];
  const coverage = say('summary.coverage', { scored: overview.scored, total: overview.total });
  const counts = STATUSES.filter((status) => overview.counts[status] > 0).map((status) => ({ sign: status, text: `${sayWord(status, language)}: ${overview.counts[status]}` }));
  const lines = [
    ...(overview.scored < overview.total ? [`${sayShared('dashboard.coverage')}: ${coverage}`] : []),
    ...(comparison ? comparisonLines(teller, teller.day(comparison.since), changes) : []),
    ...wrong.slice(0, MOST_DOUBTS).map((finding) => `✖ ${sentence(finding, language)}`),
  ];
  return [
    { kind: 'figure', label: sayShared('dashboard.score'), shown: teller.score(overview.score), score: overview.score, details },
    ...(counts.length === 0 ? [] : [{ kind: 'counts', counts } as const]),
    ...lines.map((text): Block => ({ kind: 'small', text })),
  ];
}

/** How many rose and fell, and over how many that can be said; a key result without an earlier value is none of these. */
function comparisonLines({ say }: Teller, since: string, changes: readonly ChangedKeyResult[]): string[] {
  const both = changes.filter(({ now, then }) => now.score !== undefined && then.score !== undefined);
  if (both.length === 0) return [say('summary.noEarlier', { day: since })];
  const count = (isMeant: (by: number) => boolean): number => both.filter(({ now, then }) => isMeant(Number(now.score) - Number(then.score))).length;
  const moves = say('summary.moves', { day: since, up: count((by) => by > 0), down: count((by) => by < 0), same: count((by) => by === 0) });
  return both.length < changes.length ? [moves, say('summary.partly', { count: both.length, total: changes.length })] : [moves];
}

export function aboutAttention(teller: Teller, { attention, book }: News): Block[] {
  const heading = teller.sayShared('dashboard.attention');
  if (attention.length === 0) return [{ kind: 'heading', text: heading }, { kind: 'line', text: teller.sayShared('dashboard.nothing') }];
  return teller.list(heading, attention, LONG_LIST, (one) => teller.keyResult(one.conclusion, reasons(teller, one, book), 'bar'));
}

/** Every reason that holds: behind the plan, not believed in by its owner, not looked at for too long, or won at the cost of a KPI. */
function reasons(teller: Teller, { conclusion, behind }: Attention, book: MailBook): string[] {
  const others = doubts(teller, conclusion, book);
  const isBehind = behind > book.settings.onTrackGap || others.length === 0;
  return [...(isBehind ? [inLine(teller.sayShared('dashboard.behind', { gap: decimal(behind.toFixed(2), teller.language) }))] : []), ...others];
}

/** What makes a key result doubtful, however good its number is. */
function doubts({ say, language }: Teller, { keyResult: { confidence, row } }: KeyResultConclusion, { findings }: MailBook): string[] {
  const own = findings.filter((one) => one.table === 'keyResults' && one.row === row && (one.code === 'checkInOverdue' || one.code === 'guardRail'));
  const isUnsure = confidence !== undefined && confidence <= LOW_CONFIDENCE;
  return [...(isUnsure ? [say('summary.confidence', { value: numberText(confidence, language) })] : []), ...own.map((one) => inLine(sentence(one, language)))];
}

/** The better first in this order; what has no data or has not begun is neither better nor worse. */
const RANK: readonly Status[] = ['Off track', 'At risk', 'On track', 'Complete'];
const rankOf = (status: Status | undefined): number => (status === undefined ? -1 : RANK.indexOf(status));

/**
 * Those that fell, or that begin behind, before those that rose. A first value is news when it was checked in; without any check-in nobody can say
 * since when it stands there.
 */
export function aboutChanges(teller: Teller, { changes, comparison, book }: News): Block[] {
  if (!comparison) return [];
  const isKnown = ({ now, then }: ChangedKeyResult): boolean => then.score !== undefined || now.lastCheckIn !== undefined;
  const isWorse = ({ now, then }: ChangedKeyResult): boolean => rankOf(now.status) < (rankOf(then.status) < 0 ? RANK.indexOf('On track') : rankOf(then.status));
  const changed = changes.filter((one) => one.now.status !== one.then.status && rankOf(one.now.status) >= 0 && isKnown(one)).sort((a, b) => Number(isWorse(b)) - Number(isWorse(a)));
  return teller.list(teller.say('summary.changed', { day: teller.day(comparison.since) }), changed, MOST_CHANGES, (one) => {
    const change = `${teller.badge(one.then.status)} → ${teller.badge(one.now.status)}`;
    return teller.keyResult(one.now, [change, ...whyChanged(teller, one, book)]);
  });
}

/**
 * The scores; where both are shown alike, what else changed the status. `0.43 → 0.43` would leave readers guessing: either the plan asks for more by
 * now, or the key result is doubted.
 */
function whyChanged(teller: Teller, { now, then }: ChangedKeyResult, book: MailBook): string[] {
  if (now.score === undefined || then.score === undefined) return [teller.say('summary.firstValue')];
  const score = teller.score(now.score);
  if (moveText({ from: then.score, to: now.score }, teller.language) !== '') return [`${teller.score(then.score)} → ${score}`];
  const isOvertaken = Number(now.expected) > Number(then.expected) && toScore(Number(now.expected) - now.score) > book.settings.onTrackGap;
  return isOvertaken ? [teller.say('summary.planMoved', { score })] : [`${score} (${teller.say('summary.same')})`, ...doubts(teller, now, book)];
}

export function aboutTeams(teller: Teller, news: News): Block[] {
  const teams = scoreByTeam(news.objectives);
  if (teams.length < 2) return [];
  const teamOf = new Map(news.objectives.map(({ objective }) => [objective.id, objective.team]));
  return teller.list(teller.sayShared('dashboard.byTeam'), teams, LONG_LIST, (team) => teamItem(teller, news, team, teamOf));
}

function teamItem(teller: Teller, { comparison, keyResults }: News, { team, score }: TeamScore, teamOf: ReadonlyMap<string, string>): Item {
  const own = keyResults.filter(({ keyResult }) => teamOf.get(keyResult.objectiveId) === team);
  const move = comparison && moveOf(comparison, (one) => one.objective.team === team);
  const behind = (['Off track', 'At risk'] as const).flatMap((status) => {
    const count = own.filter((one) => one.status === status).length;
    return count === 0 ? [] : [`${badge(status, teller.language)}: ${count}`];
  });
  return {
    id: '', text: team === '' ? teller.sayShared('dashboard.noTeam') : short(team, 60), url: '',
    bar: teller.bar(score), details: [...teller.moved(move), ...behind],
  };
}

/** The company's own objectives where there are any, else all. */
export function aboutObjectives(teller: Teller, { objectives, comparison, teams }: News): Block[] {
  const ofCompany = objectives.filter(({ objective }) => objective.level === 'Company');
  const shown = teams.length === 0 && ofCompany.length > 0 ? ofCompany : objectives;
  return teller.list(teller.sayShared('dashboard.objectives'), shown, LONG_LIST, ({ objective, status, score }) => {
    const move = comparison && moveOf(comparison, (one) => one.objective.row === objective.row);
    return {
      sign: status, id: short(objective.id, 20), text: short(objective.objective, LONGEST_TEXT), url: teller.url({ table: 'objectives', row: objective.row }),
      bar: teller.bar(score), details: [...teller.moved(move), nameOf(objective.owner)].filter((detail) => detail !== ''),
    };
  });
}
