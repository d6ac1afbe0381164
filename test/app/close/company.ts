/** A small company at the end of a quarter, and closing it as the sidebar does. */
import type { CloseProgress, CloseRequest } from '../../../src/app/close/api';
import type { FormStart } from '../../../src/app/api';
import type { Tables } from '../../../src/local/tables';
import type { Host } from '../../../src/local/types';
import { FEW_ROWS, fill, setUpHost } from '../workbook';

export const ANA = 'ana@example.com';

/** By 21 November: O1 is kept, O2 changed, O3 dropped; O4 runs for the whole year and stays. */
export const ENDING: Tables = {
  Objectives: [
    ['id', 'objective', 'level', 'team', 'owner', 'parent', 'kind', 'start_date', 'due_date', 'note'],
    ['O1', 'Customers stay with us', 'Company', 'Product', ANA, 'O4', 'Committed', '2026-10-01', '2026-12-31', '=1+1 is a note'],
    ['O2', 'We are easy to buy from', 'Team', 'Sales', 'ben@example.com', 'O1.1', 'Aspirational', '', '', ''],
    ['O3', 'We are known in town', 'Team', 'Sales', 'ben@example.com', 'O3', 'Committed', '', '', ''],
    ['O4', 'A company that lasts', 'Company', 'Product', ANA, 'O2', 'Committed', '2026-01-01', '2027-12-31', ''],
  ],
  'Key Results': [
    ['id', 'objective_id', 'key_result', 'owner', 'measure', 'unit', 'start', 'target', 'current', 'confidence', 'reading', 'plan', 'source'],
    ['O1.1', 'O1', 'Renewals rise from 0 to 100', ANA, 'Increase', '', 0, 100, 50, 3, '', '2026-11-30: 60', 'CRM'],
    ['O1.2', 'O1', 'Complaints fall from 40 to 20', ANA, 'Decrease', '', 40, 20, 20, 4, '', '', ''],
    ['O1.3', 'O1', 'Interviews held rise to 20', ANA, 'Increase', '', 0, 20, 12, '', 'sum', '', ''],
    ['O1.4', 'O1', 'Uptime stays at 99', ANA, 'At least', '%', '', 99, 99.5, '', '', '', ''],
    ['O2.1', 'O2', 'The price list is public', 'ben@example.com', 'Milestone', '', '', '', 0.4, '', '', '', ''],
    ['O2.2', 'O2', 'Share of orders without a call', 'ben@example.com', 'Increase', '%', 10, 60, '', '', '', '', ''],
    ['O3.1', 'O3', 'People who know us rise from 10 to 30', 'ben@example.com', 'Increase', '%', 10, 30, 15, '', '', '', ''],
    ['O4.1', 'O4', 'Cash for twelve months', ANA, 'At least', 'months', 3, 12, 9, '', '', '', ''],
  ],
  Actions: [
    ['id', 'key_result_id', 'action', 'owner', 'state'],
    ['A1', 'O1.1', 'Call the ten largest customers', ANA, 'To do'],
    ['A2', 'O1.1', 'Write to the others', ANA, 'Done'],
    ['A3', 'O3.1', 'Print posters', ANA, 'To do'],
  ],
  KPIs: [['id', 'kpi', 'measure', 'target', 'current', 'linked_to'], ['K1', 'Uptime in per cent', 'At least', 99, 99.5, 'O1.4']],
};

export const Q4 = { name: '2026-Q4', start: '2026-10-01', end: '2026-12-31' };
export const Q1 = { name: '2027-Q1', start: '2027-01-01', end: '2027-03-31' };

export const REQUEST: CloseRequest = {
  cycle: Q4,
  next: Q1,
  objectives: [
    { id: 'O1', step: 'keep', win: 'Complaints halved' },
    { id: 'O2', step: 'change', learning: '=HYPERLINK("x") stays text' },
    { id: 'O3', step: 'drop' },
    { id: 'O4', step: 'stay' },
  ],
  keyResults: [{ id: 'O1.1', cause: 'Too few people: two were ill', helped: 'The new price', learning: 'Ask earlier' }],
  report: false,
};

export async function endingHost(): Promise<Host> {
  const host = await setUpHost(FEW_ROWS);
  await fill(host, ENDING);
  return host;
}

export const begin = async (host: Host, request: CloseRequest, ref: string) => (await host.call('closeBegin', [request, ref])) as CloseProgress;

/** As the sidebar: step after step until all are done. */
export async function close(host: Host, request: CloseRequest = REQUEST, ref = 'close-1'): Promise<CloseProgress> {
  let progress = await begin(host, request, ref);
  for (let turn = 0; progress.done < progress.of; turn += 1) {
    if (turn > 40) throw new Error('The close does not come to its end.');
    progress = (await host.call('closeStep', [ref])) as CloseProgress;
  }
  await host.settled();
  return progress;
}

export const formOf = async (host: Host) => (await host.call('formOpen', [])) as FormStart;

const isDate = (cell: unknown): cell is Date => Object.prototype.toString.call(cell) === '[object Date]';

/** The filled rows of a sheet from the row of keys on, days as text in the spreadsheet's zone. */
export function rowsOf(host: Host, sheet: string): Record<string, unknown>[] {
  const [keys = [], , ...rows] = host.values(sheet, 'A1:Z');
  const day = (cell: unknown): unknown => (isDate(cell) ? new Date(cell.getTime() + 7_200_000).toISOString().slice(0, 10) : cell);
  const filled = rows.filter((row) => keys.some((key, at) => ['id', 'at', 'key'].includes(String(key)) && row[at] !== ''));
  return filled.map((row) => Object.fromEntries(keys.flatMap((key, at) => (key === '' ? [] : [[String(key), day(row[at])]]))));
}

/** Some columns of the rows, in the order of the sheet. */
export const columnsOf = (host: Host, sheet: string, ...keys: string[]): unknown[][] => rowsOf(host, sheet).map((row) => keys.map((key) => row[key]));

export const setting = (host: Host, key: string): unknown => rowsOf(host, 'Settings').find((row) => row['key'] === key)?.['value'];
