/** The dashboard as cells: plain values, so that viewers, copies and phones see them without the add-on. */
import type { Finding } from '../model/finding';
import type { Settings } from '../model/okr';
import { STATUSES } from '../model/words';
import type { Told } from '../rules/changes';
import type { KpiConclusion } from '../rules/kpis';
import { bar } from './bar';
import { filtered, type DashboardFilter, type Shown } from './dashboard/filter';
import { writeActions, writeAttention, writeCheckIns, writeKpis, writeObjectives } from './dashboard/lists';
import { CARD_ROW, COUNT_ROW, Page, STATUS_COLUMN, TEAMS, UPPER_ROWS, WEEKS, type DashboardCell } from './dashboard/page';
import { writeHeatMap, writeHours, writeOwners, writeTeams } from './dashboard/people';
import { weeksOf } from './dashboard/weeks';
import type { Link } from './mail/input';
import { disciplineOf, overviewOf } from './overview';
import { badge } from './vocabulary';

export type { DashboardFilter } from './dashboard/filter';
export { CHART_COLUMN, CARD_ROW, COUNT_ROW, FILTER_COLUMNS, FILTER_ROW, MARK_ROW, MOMENT, PAGE_CHARTS, PAGE_COLUMNS, PAGE_ROWS, STATUS_COLUMN, UPPER_ROWS, WEEKS } from './dashboard/page';
export type { DashboardCell, PageChart, RowKind } from './dashboard/page';

export interface DashboardInput extends Told, Shown {
  readonly kpis: readonly KpiConclusion[];
  readonly settings: Settings;
  readonly findings: readonly Finding[];
  readonly filter: DashboardFilter;
  /** The findings of a key result by its row. */
  readonly findingsOf: (row: number) => readonly Finding[];
  /** What was written in a row of the log, by the key of its column. */
  readonly noteOf: (row: number, key: string) => string;
  readonly link: Link;
  /** Of a closed cycle: what was learned, by the row in the history. */
  readonly told?: (row: number) => string;
  readonly mark: string;
  readonly now: Date;
}

/** The whole page. The upper part stands still and fits on one page across; the lists below take what rows they need. */
export function dashboard(input: DashboardInput): DashboardCell[][] {
  // The history keeps neither level nor priority: people find them in their cells again when they go back to the current cycle.
  const shown = filtered(input, input.told ? { ...input.filter, level: '', priority: '' } : input.filter);
  const page = new Page(input.settings.language);
  writeTop(page, input);
  writeCards(page, shown, input);
  page.goTo(TEAMS.head - 1);
  writeTeams(page, shown);
  page.goTo(WEEKS.head - 1);
  writeWeeks(page, shown, input);
  page.goTo(UPPER_ROWS + 1);
  if (!input.told) {
    writeAttention(page, shown, input);
    writeActions(page, shown, input);
    writeKpis(page, shown, input);
    writeCheckIns(page, shown, input);
  }
  writeObjectives(page, shown, input);
  writeOwners(page, shown);
  writeHours(page, shown);
  if (!input.told) writeHeatMap(page, shown);
  return page.rows(input.mark);
}

function writeTop(page: Page, { settings, filter, now }: DashboardInput): void {
  const { say } = page;
  page.line([say('dashboard.title')], 'title');
  const day = `${settings.asOf ?? '–'}${settings.asOfPinned ? ` (${say('dashboard.pinned')})` : ''}`;
  page.line([say('dashboard.asOf', { cycle: settings.cycleName, day }), '', '', '', '', '', '', say('dashboard.refreshed'), '', now]);
  page.line([say('dashboard.filters')]);
  page.heads(['team', 'owner', '', 'level', 'priority', 'cycle']);
  page.line([filter.team, filter.owner, '', filter.level, filter.priority, filter.cycle], 'filter');
  page.line([]);
}

function writeCards(page: Page, { objectives, keyResults }: Shown, { settings, filter, told }: DashboardInput): void {
  const { say, language } = page;
  const overview = overviewOf(objectives, keyResults, settings);
  const { upToDate, due } = disciplineOf(keyResults, settings);
  page.goTo(CARD_ROW - 1);
  page.heads(['', 'bar', 'score', 'expected', [say('dashboard.coverage')], '', [say('dashboard.daysLeft')], '', told ? '' : [say('dashboard.discipline')]]);
  const coverage = say('coverage', { scored: overview.scored, total: overview.total });
  const discipline = told || due === 0 ? '' : `${Math.floor((upToDate / due) * 100)}% · ${say('coverage', { scored: upToDate, total: due })}`;
  const progress = overview.score === undefined ? '' : bar(overview.score);
  page.line([say('dashboard.score'), progress, overview.score ?? '', overview.expected ?? '', coverage, '', overview.daysLeft ?? '', '', discipline]);
  const isNothing = Object.values(filter).some((text) => text !== '') && objectives.length === 0 && keyResults.length === 0;
  const isNotKept = told && (filter.level !== '' || filter.priority !== '');
  page.line([isNothing ? say('dashboard.noMatch') : isNotKept ? say('dashboard.notKept') : '']);
  page.goTo(COUNT_ROW - 1);
  const free = new Array<string>(STATUS_COLUMN - 1).fill('');
  if (told) return;
  page.line([say('dashboard.byStatus'), ...free.slice(1), ...STATUSES.map((status) => badge(status, language))]);
  page.line([...free, ...STATUSES.map((status) => overview.counts[status])], 'heat');
}

/** The chart's table: the plan's line goes on to the end of the cycle, the scores end on the as-of day. */
function writeWeeks(page: Page, shown: Shown, input: DashboardInput): void {
  const rowsOf = {
    objectives: new Set(shown.objectives.map(({ objective }) => objective.row)),
    keyResults: new Set(shown.keyResults.map(({ keyResult }) => keyResult.row)),
  };
  page.line([page.labels('score', 'expected', 'confidence')], 'heading');
  page.heads(['at', 'bar', 'score', 'expected', 'confidence']);
  const weeks = input.told ? [] : weeksOf(input, rowsOf);
  for (const { day, score, expected, confidence } of weeks) page.line([day, score === undefined ? '' : bar(score), score ?? '', expected ?? '', confidence ?? '']);
}
