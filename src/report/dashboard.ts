/** The dashboard as cells: plain values, so that viewers, copies and phones see them without the add-on. */
import type { Finding } from '../model/finding';
import type { Settings } from '../model/okr';
import { STATUSES, type Language } from '../model/words';
import type { KeyResultConclusion } from '../rules/keyResults';
import type { ObjectiveConclusion } from '../rules/objectives';
import { bar } from './bar';
import { findingsText } from './findings';
import { labelOf } from './labels';
import { decimal } from './numbers';
import { speak, type Speak } from './messages';
import { needsAttention, overviewOf, scoreByTeam, type Attention } from './overview';
import { badge } from './vocabulary';

export type DashboardCell = string | number | Date;

/** Where people choose what the dashboard shows; '' is everything. */
export interface DashboardFilter {
  readonly team: string;
  readonly owner: string;
  readonly priority: string;
}

export interface DashboardInput {
  readonly objectives: readonly ObjectiveConclusion[];
  readonly keyResults: readonly KeyResultConclusion[];
  readonly settings: Settings;
  readonly filter: DashboardFilter;
  /** The findings of a key result by its row. */
  readonly findingsOf: (row: number) => readonly Finding[];
  readonly now: Date;
}

/** Rows of the longest list: the first page shows what matters, the sheets show all. */
const LONGEST_LIST = 15;

/** The page is always written whole, so that nothing old is left below; 200 teams and all lists fit. */
export const PAGE_ROWS = 300;
/** Seven columns for people and one, hidden, that says what kind of row it is; the colours follow it. */
export const PAGE_COLUMNS = 8;
export const FILTER_ROW = 5;
/** Columns of the filter cells, from 1. */
export const FILTER_COLUMNS = { team: 1, owner: 2, priority: 5, cycle: 6 } as const;

export type RowKind = 'title' | 'heading' | 'head' | 'filter' | '';

/** The whole page: columns are name, text or bar, score, expected, status, owner, reason, and the kind of row. */
export function dashboard(input: DashboardInput): DashboardCell[][] {
  const shown = filtered(input);
  const page = new Page(input.settings.language);
  writeTop(page, input);
  writeCards(page, shown, input.settings);
  writeTeams(page, shown.objectives);
  writeAttention(page, shown.keyResults, input);
  writeObjectives(page, shown.objectives);
  return page.rows();
}

type Shown = Pick<DashboardInput, 'objectives' | 'keyResults'>;

/** A filter by owner keeps the objectives of others in which that person has a key result. */
function filtered({ objectives, keyResults, filter }: DashboardInput): Shown {
  const byTeam = objectives.filter(
    ({ objective }) => (filter.team === '' || objective.team === filter.team) && (filter.priority === '' || objective.priority === filter.priority),
  );
  const ids = new Set(byTeam.map(({ objective }) => objective.id));
  const isOpen = filter.team === '' && filter.priority === '';
  const own = keyResults.filter(({ keyResult, owner }) => (isOpen || ids.has(keyResult.objectiveId)) && (filter.owner === '' || owner === filter.owner));
  const owned = new Set(own.map(({ keyResult }) => keyResult.objectiveId));
  return { objectives: byTeam.filter(({ objective }) => filter.owner === '' || objective.owner === filter.owner || owned.has(objective.id)), keyResults: own };
}

function writeTop(page: Page, { settings, filter, now }: DashboardInput): void {
  const { say, language } = page;
  page.line([say('dashboard.title')], 'title');
  page.line([say('dashboard.asOf', { cycle: settings.cycleName, day: String(settings.asOf ?? '–') }), '', '', '', '', say('dashboard.refreshed'), now]);
  page.line([say('dashboard.filters')]);
  page.line([labelOf('team', language), labelOf('owner', language), '', '', labelOf('priority', language), labelOf('cycle', language)], 'head');
  page.line([filter.team, filter.owner, '', '', filter.priority === '' ? '' : filter.priority, settings.cycleName], 'filter');
  page.line([]);
}

function writeCards(page: Page, { objectives, keyResults }: Shown, settings: Settings): void {
  const { say, language } = page;
  const overview = overviewOf(objectives, keyResults, settings);
  page.line(['', labelOf('bar', language), labelOf('score', language), labelOf('expected', language), say('dashboard.coverage'), say('dashboard.daysLeft')], 'head');
  const coverage = say('coverage', { scored: overview.scored, total: overview.total });
  const progress = overview.score === undefined ? '' : bar(overview.score);
  page.line([say('dashboard.score'), progress, overview.score ?? '', overview.expected ?? '', coverage, overview.daysLeft ?? '']);
  page.line([]);
  page.line([say('dashboard.byStatus')], 'heading');
  for (const status of STATUSES) page.line([badge(status, language), '█'.repeat(Math.min(overview.counts[status], 40)), '', '', overview.counts[status]]);
  page.line([]);
}

function writeTeams(page: Page, objectives: readonly ObjectiveConclusion[]): void {
  const { say, language } = page;
  page.line([say('dashboard.byTeam')], 'heading');
  page.line([labelOf('team', language), labelOf('bar', language), labelOf('score', language), '', say('dashboard.objectives')], 'head');
  for (const { team, score, objectives: count } of scoreByTeam(objectives)) {
    page.line([team === '' ? say('dashboard.noTeam') : team, score === undefined ? '' : bar(score), score ?? '', '', count]);
  }
  page.line([]);
}

function writeAttention(page: Page, keyResults: readonly KeyResultConclusion[], input: DashboardInput): void {
  const { say, language } = page;
  page.line([say('dashboard.attention')], 'heading');
  const list = needsAttention(keyResults);
  if (list.length === 0) page.line([say('dashboard.nothing')]);
  else page.line([...['id', 'key_result', 'score', 'expected', 'status', 'owner'].map((key) => labelOf(key, language)), say('dashboard.reason')], 'head');
  for (const one of list.slice(0, LONGEST_LIST)) {
    const { keyResult, owner, score, expected, status } = one.conclusion;
    page.line([keyResult.id, keyResult.keyResult, score ?? '', expected ?? '', status ? badge(status, language) : '', owner, reasonFor(one, say, input)]);
  }
  page.line([]);
}

/** Behind the plan, or what was found in the row when the number alone would be fine. */
function reasonFor({ conclusion, behind }: Attention, say: Speak, { settings, findingsOf }: DashboardInput): string {
  const found = findingsText(findingsOf(conclusion.keyResult.row), settings.language);
  if (behind > settings.onTrackGap || found === '') return say('dashboard.behind', { gap: decimal(behind.toFixed(2), settings.language) });
  return found;
}

function writeObjectives(page: Page, objectives: readonly ObjectiveConclusion[]): void {
  const { say, language } = page;
  page.line([say('dashboard.objectives')], 'heading');
  page.line([...['id', 'objective', 'score', 'expected', 'status', 'owner', 'coverage'].map((key) => labelOf(key, language))], 'head');
  for (const { objective, score, expected, status, scored, total } of objectives.slice(0, LONGEST_LIST)) {
    const standing = status ? badge(status, language) : '';
    page.line([objective.id, objective.objective, score ?? '', expected ?? '', standing, objective.owner, say('coverage', { scored, total })]);
  }
}

/** Gathers rows of equal width, each with its kind in the last column. */
class Page {
  private readonly lines: DashboardCell[][] = [];
  readonly say: Speak;

  constructor(readonly language: Language) {
    this.say = speak(language);
  }

  line(cells: readonly DashboardCell[], kind: RowKind = ''): void {
    this.lines.push([...Array.from({ length: PAGE_COLUMNS - 1 }, (_, i) => cells[i] ?? ''), kind]);
  }

  rows(): DashboardCell[][] {
    const blank = new Array<DashboardCell>(PAGE_COLUMNS).fill('');
    return Array.from({ length: PAGE_ROWS }, (_, i) => this.lines[i] ?? blank);
  }
}
