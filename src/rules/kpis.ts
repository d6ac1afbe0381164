/** What is concluded about each KPI: health, when it is to be measured next, and findings. */
import { addDays, type Day } from '../model/day';
import type { Findings } from '../model/finding';
import type { KeyResult, Kpi, Settings } from '../model/okr';
import type { Frequency, Health } from '../model/words';
import { Ids, OwnerCheck } from './checks';
import { firstById } from './keyResults';
import { kpiHealth } from './kpi';

export interface KpiConclusion {
  readonly kpi: Kpi;
  readonly health: Health;
  readonly nextDue: Day | undefined;
}

export interface KpiInput {
  readonly kpis: readonly Kpi[];
  /** Undefined when the key results were not handed over: links are not checked then. */
  readonly keyResults: readonly KeyResult[] | undefined;
  readonly settings: Settings;
  readonly findings: Findings;
}

export function concludeKpis({ kpis, keyResults, settings, findings }: KpiInput): KpiConclusion[] {
  const keyResultsById = keyResults && firstById(keyResults);
  const ids = new Ids('KPIs', 'Key Results');
  if (keyResults) ids.takeElsewhere(keyResults);
  const owners = new OwnerCheck();
  return kpis.map((kpi) => {
    ids.take(kpi.id, kpi.row, findings);
    owners.check(kpi.owner, kpi.row, findings);
    if (kpi.kpi === '') findings.add('noText', kpi.row, 'kpi');
    checkParts(kpi, findings);
    if (kpi.from && kpi.to && kpi.to < kpi.from) findings.add('dueBeforeStart', kpi.row, 'to', { start: kpi.from, due: kpi.to });
    if (keyResultsById && kpi.linkedTo !== '' && !keyResultsById.has(kpi.linkedTo)) findings.add('unknownLink', kpi.row, 'linked_to', { id: kpi.linkedTo });
    const health = kpi.unreadable ? 'No data' : kpiHealth(kpi.measure, kpi.target, kpi.current, settings.kpiWatchBand);
    const due = nextDue(kpi);
    checkRhythm(kpi, due, settings, findings);
    // Said of every link, since the formula of the sheet does not see the key results.
    if (health === 'Unhealthy' && kpi.linkedTo !== '') findings.add('guardsKeyResult', kpi.row, 'health', { id: kpi.linkedTo });
    return { kpi, health, nextDue: due };
  });
}

/** A KPI is only one with its four parts: target, time frame, data source, frequency. */
function checkParts({ row, measure, target, unreadable, from, to, source, frequency }: Kpi, findings: Findings): void {
  if (target === undefined && measure !== 'Milestone' && !unreadable) findings.add('kpiPartMissing', row, 'target', { part: 'target' });
  if (from === undefined) findings.add('kpiPartMissing', row, 'from', { part: 'from' });
  if (to === undefined) findings.add('kpiPartMissing', row, 'to', { part: 'to' });
  if (source === '') findings.add('kpiPartMissing', row, 'source', { part: 'source' });
  if (frequency === undefined) findings.add('kpiPartMissing', row, 'frequency', { part: 'frequency' });
}

/** Measured weekly, last on 2 November: on 9 November it is due, from the 10th on overdue. Nothing is due behind the end of the time frame. */
function checkRhythm({ row, to }: Kpi, due: Day | undefined, { asOf }: Settings, findings: Findings): void {
  if (due === undefined || asOf === undefined || due >= asOf || (to !== undefined && due > to)) return;
  findings.add('measurementOverdue', row, 'next_due', { day: due });
}

const DAYS: Readonly<Partial<Record<Frequency, number>>> = { Daily: 1, Weekly: 7 };
const MONTHS: Readonly<Partial<Record<Frequency, number>>> = { Monthly: 1, Quarterly: 3, Yearly: 12 };

/** The day after the last measurement by one step of the frequency: monthly after 31 January is 28 February; never measured: the first day of the time frame. */
export function nextDue({ measuredOn, frequency, from }: Pick<Kpi, 'measuredOn' | 'frequency' | 'from'>): Day | undefined {
  if (frequency === undefined) return undefined;
  if (measuredOn === undefined) return from;
  const days = DAYS[frequency];
  return days === undefined ? addMonths(measuredOn, MONTHS[frequency] ?? 0) : addDays(measuredOn, days);
}

/** The same day of a later month, or that month's last one. */
export function addMonths(day: Day, months: number): Day {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const first = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01` as Day;
  const following = `${String(Math.floor((index + 1) / 12)).padStart(4, '0')}-${String(((index + 1) % 12) + 1).padStart(2, '0')}-01` as Day;
  const last = addDays(following, -1);
  const same = addDays(first, Number(day.slice(8)) - 1);
  return same < last ? same : last;
}
