/** Who stands where: teams by status, owners with their scores and actions, and where the hours went. */
import { STATUSES, type Status } from '../../model/words';
import { tidy, toScore } from '../../model/units';
import { WeightedMean } from '../../rules/rollUp';
import { bar } from '../bar';
import { numberText } from '../mail/figures';
import { nameOf, short } from '../mail/plain';
import { scoreByTeam, type TeamScore } from '../overview';
import { say as sayWord } from '../vocabulary';
import type { Shown } from './filter';
import { isStuck } from './lists';
import { TEAMS, type DashboardCell, type Page } from './page';

const MOST_OWNERS = 20;
const MOST_HOURS = 10;
const MOST_TEAMS = 200;
/** A chart has room for that much of a name. */
const LONGEST_TEAM = 40;

const nameOfTeam = (team: string, { say }: Page): string => (team === '' ? say('dashboard.noTeam') : short(team, LONGEST_TEAM));
const teamCells = ({ team, score }: TeamScore, page: Page): DashboardCell[] => [nameOfTeam(team, page), score === undefined ? '' : bar(score), score ?? ''];

/** The chart's table, best first; of more teams than it holds, those with the lowest scores. */
export function writeTeams(page: Page, { objectives }: Shown): void {
  const teams = scoreByTeam(objectives);
  page.line([page.say('dashboard.byTeam')], 'heading');
  page.heads(['team', 'bar', 'score']);
  const shown = teams.length > TEAMS.rows ? teams.filter(({ score }) => score !== undefined).slice(-TEAMS.rows) : teams;
  for (const one of shown) page.line(teamCells(one, page));
}

/** Every team with the counts of its key results; the numbers say what the colours do. */
export function writeHeatMap(page: Page, { objectives, keyResults }: Shown): void {
  const teamOf = teamsOf(objectives);
  const counts = new Map<string, number[]>();
  for (const { keyResult, status } of keyResults) {
    const team = teamOf.get(keyResult.objectiveId) ?? '';
    const own = counts.get(team) ?? STATUSES.map(() => 0);
    counts.set(team, own);
    const index = STATUSES.indexOf(status as Status);
    if (index >= 0) own[index] = (own[index] ?? 0) + 1;
  }
  page.line([page.labels('team', 'status')], 'heading');
  page.heads(['team', 'bar', 'score', '', ...STATUSES.map((status) => [sayWord(status, page.language)] as const)]);
  for (const one of scoreByTeam(objectives).slice(0, MOST_TEAMS)) page.line([...teamCells(one, page), '', ...(counts.get(one.team) ?? STATUSES.map(() => 0))], 'heat');
}

const teamsOf = (objectives: Shown['objectives']): Map<string, string> => new Map(objectives.map(({ objective }) => [objective.id, objective.team]));

/** Scores and actions side by side; what somebody does is never counted into what it brings. Who has the most of both comes first. */
export function writeOwners(page: Page, { keyResults, actions }: Shown): void {
  const { language } = page;
  const owners = new Set([...keyResults.map(({ owner }) => owner), ...actions.map(({ action }) => action.owner)].filter((owner) => owner !== ''));
  const own = new Map([...owners].map((owner) => [owner, { score: new WeightedMean(), expected: new WeightedMean(), scored: 0, total: 0, open: 0, late: 0, stuck: 0, hours: 0 }]));
  for (const { keyResult, owner, score, expected } of keyResults) {
    const one = own.get(owner);
    if (!one) continue;
    one.total += 1;
    if (score === undefined) continue;
    one.score.add(score, keyResult.weight);
    one.expected.add(expected, keyResult.weight);
    one.scored += 1;
  }
  for (const action of actions) {
    const one = own.get(action.action.owner);
    if (!one) continue;
    one.open += Number(action.action.state !== 'Done');
    one.late += Number(action.overdue);
    one.stuck += Number(isStuck(action));
    one.hours += action.action.effort ?? 0;
  }
  const list = [...own].sort(([a, one], [b, other]) => other.total + other.open - one.total - one.open || (a < b ? -1 : 1));
  if (list.length === 0) return;
  page.list(page.labels('owner'), ['owner', '', 'score', 'expected', 'coverage', 'action', '', ''], list, MOST_OWNERS, ([owner, { score, expected, scored, total, open, late, stuck, hours }]) => {
    const told = [[page.say('summary.actions'), late], [sayWord('Blocked', language), stuck], [page.labels('effort'), hours]] as const;
    const coverage = total === 0 ? '' : page.say('coverage', { scored, total });
    return [nameOf(owner), owner, score.value(), expected.value(), coverage, open, told.map(([label, count]) => (count === 0 ? '' : `${label}: ${numberText(count, language)}`)), ''];
  });
}

/** The hours that teams have put into actions: of 40 in all, Sales with 10 has a quarter. */
export function writeHours(page: Page, { objectives, keyResults, actions }: Shown): void {
  const teamOf = teamsOf(objectives);
  const objectiveOf = new Map(keyResults.map(({ keyResult }) => [keyResult.id, keyResult.objectiveId]));
  const hours = new Map<string, number>();
  let all = 0;
  for (const { action } of actions) {
    const effort = Math.max(action.effort ?? 0, 0);
    const team = teamOf.get(objectiveOf.get(action.keyResultId) ?? '') ?? '';
    if (effort > 0) hours.set(team, (hours.get(team) ?? 0) + effort);
    all += effort;
  }
  const list = [...hours].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  if (list.length === 0) return;
  page.list(page.labels('effort', 'team'), ['team', 'bar', '', '', 'effort', '', '', ''], list, MOST_HOURS, ([team, own]) => [nameOfTeam(team, page), bar(toScore(own / all)), '', '', tidy(own), '', '', '']);
}
