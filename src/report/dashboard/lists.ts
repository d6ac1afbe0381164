/** The dashboard's lists: what needs attention, actions that are late or stuck, KPIs out of band, the latest check-ins, objectives. */
import type { CheckIn } from '../../model/okr';
import type { ActionConclusion } from '../../rules/actions';
import type { DashboardInput } from '../dashboard';
import { findingsText, sentence } from '../findings';
import { valueText } from '../mail/figures';
import { decimal } from '../numbers';
import { LOW_CONFIDENCE } from '../../rules/status';
import { needsAttention } from '../overview';
import { badge, say as sayWord } from '../vocabulary';
import type { Shown } from './filter';
import type { Page } from './page';

/** Rows of each list: the first page shows what matters, the sheets show all. */
const MOST_ATTENTION = 25;
const MOST = 15;
const MOST_CHECK_INS = 8;

/** Off track before at risk, the furthest behind first. */
export function writeAttention(page: Page, { keyResults }: Shown, { settings, findingsOf, link }: DashboardInput): void {
  const list = needsAttention(keyResults);
  const { language } = page;
  page.list(page.say(list.length === 0 ? 'dashboard.nothing' : 'dashboard.attention'), ['id', 'key_result', 'score', 'expected', 'status', 'owner', [page.say('dashboard.reason')], 'link'], list, MOST_ATTENTION, ({ conclusion, behind }) => {
    const { keyResult, owner, score, expected, status = 'At risk' } = conclusion;
    // Behind the plan, or why it is doubted when the number alone would be fine.
    const { confidence, row } = keyResult;
    const doubt = confidence !== undefined && confidence <= LOW_CONFIDENCE ? page.say('summary.confidence', { value: decimal(confidence, language) }) : '';
    const isBehind = behind > settings.onTrackGap;
    const reason = [isBehind ? page.say('dashboard.behind', { gap: decimal(behind.toFixed(2), language) }) : '', doubt, isBehind ? '' : findingsText(findingsOf(row), language)];
    return [keyResult.id, keyResult.keyResult, score, expected, badge(status, language), owner, reason, link({ table: 'keyResults', row })];
  });
}

/** Nobody can go on with it: it says so itself, or it waits for another one. */
export function isStuck({ action, waitsFor }: ActionConclusion): boolean {
  return action.state === 'Blocked' || waitsFor.length > 0;
}

/** The most overdue first, then what is blocked or waits for another one. A link of the action's own leads to its task or document. */
export function writeActions(page: Page, { actions }: Shown, { link }: DashboardInput): void {
  const since = ({ action, overdue }: ActionConclusion): string => (overdue ? String(action.dueDate) : '~');
  const list = actions.filter((one) => one.overdue || isStuck(one)).sort((a, b) => (since(a) === since(b) ? a.action.row - b.action.row : since(a) < since(b) ? -1 : 1));
  if (list.length === 0) return;
  const title = `${page.say('summary.actions')} · ${sayWord('Blocked', page.language)}`;
  page.list(title, ['id', 'action', 'key_result_id', '', 'state', 'owner', [page.say('dashboard.reason')], 'link'], list, MOST, ({ action, overdue, waitsFor }) => {
    const late = overdue ? page.say('finding.actionOverdue', { day: String(action.dueDate) }) : '';
    const waits = waitsFor.length > 0 ? page.say('finding.actionWaiting', { ids: waitsFor.join(', ') }) : '';
    const url = /^https?:\/\/\S+$/i.test(action.link) ? action.link : link({ table: 'actions', row: action.row });
    return [action.id, action.action, action.keyResultId, '', action.state && sayWord(action.state, page.language), action.owner, [late, waits], url];
  });
}

/** Unhealthy before watched, then those whose measurement is overdue. */
export function writeKpis(page: Page, { kpis }: Shown, { findings, link }: DashboardInput): void {
  const { language } = page;
  const late = new Map(findings.filter(({ code }) => code === 'measurementOverdue').map((finding) => [finding.row, sentence(finding, language)]));
  const list = (['Unhealthy', 'Watch', 'No data', 'Healthy'] as const).flatMap((health, rank) => kpis.filter((one) => one.health === health && (rank < 2 || late.has(one.kpi.row))));
  if (list.length === 0) return;
  page.list(page.say('summary.kpis'), ['id', 'kpi', '', '', 'health', 'owner', 'current', 'link'], list, MOST, ({ kpi, health }) => {
    const target = kpi.target === undefined ? '' : page.say('summary.target', { value: valueText(kpi.target, kpi, language) });
    return [kpi.id, kpi.kpi, '', '', badge(health, language), kpi.owner, [valueText(kpi.current, kpi, language), target, late.get(kpi.row)], link({ table: 'kpis', row: kpi.row })];
  });
}

/** The newest first, up to the as-of day. */
export function writeCheckIns(page: Page, { keyResults }: Shown, { checkIns, settings, noteOf, link }: DashboardInput): void {
  const byId = new Map(keyResults.map(({ keyResult }) => [keyResult.id, keyResult]));
  const list: CheckIn[] = [];
  for (let index = checkIns.length - 1; index >= 0 && list.length < MOST_CHECK_INS; index -= 1) {
    const one = checkIns[index] as CheckIn;
    if (byId.has(one.keyResultId) && !(settings.asOf !== undefined && one.day > settings.asOf)) list.push(one);
  }
  if (list.length === 0) return;
  page.list(page.say('dashboard.checkIns'), ['id', 'key_result', '', '', 'value', 'author', 'progress', 'link'], list, MOST_CHECK_INS, ({ row, day, keyResultId, value }) => {
    const keyResult = byId.get(keyResultId);
    const shown = keyResult && value !== undefined ? valueText(value, keyResult, page.language) : '';
    return [keyResultId, keyResult?.keyResult, '', '', shown, noteOf(row, 'author'), [day, noteOf(row, 'progress'), noteOf(row, 'blockers')], link({ table: 'checkIns', row })];
  });
}

export function writeObjectives(page: Page, { objectives }: Shown, { link, told }: DashboardInput): void {
  page.list(page.say('dashboard.objectives'), ['id', 'objective', 'score', 'expected', 'status', 'owner', 'coverage', 'link'], objectives, MOST, ({ objective, score, expected, status, scored, total }) => {
    const { row } = objective;
    const coverage = page.say('coverage', { scored, total });
    return [objective.id, objective.objective, score, expected, status && badge(status, page.language), objective.owner, [coverage, told?.(row)], link({ table: told ? 'history' : 'objectives', row })];
  });
}
