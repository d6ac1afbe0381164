/** A spreadsheet with the add-on as it is pushed: set up, filled, looked into, and changed as people and other scripts change it. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { build } from '../../scripts/build.mjs';
import { headlessEngine } from '../../src/local/engine';
import { createHost } from '../../src/local/host';
import { htmlFiles } from '../../src/local/htmlFiles';
import { LOADER, loadTables, type Tables } from '../../src/local/tables';
import type { Host, HostOptions, SavedHost } from '../../src/local/types';
import { readState, type State } from './state';

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const dist = resolve(__dirname, '../../dist');

/** What a test does to the spreadsheet besides the add-on; the text of a function becomes one of the script. */
const BESIDE = `
function testAct(text, args) {
  const act = new Function('SpreadsheetApp', 'PropertiesService', 'return (' + text + ')')(SpreadsheetApp, PropertiesService);
  return act(SpreadsheetApp.getActive(), args, SpreadsheetApp, PropertiesService);
}
`;

let built: Promise<string> | undefined;

/** The text of dist/Code.js made from today's sources, and what tests need beside it. */
export async function codeOfToday(): Promise<string> {
  built ??= build().then(() => readFileSync(join(dist, 'Code.js'), 'utf8') + LOADER + BESIDE);
  return built;
}

const hosts: Host[] = [];
afterAll(() => {
  for (const host of hosts.splice(0)) host.dispose();
});

/** A host ends with the test that opened it; one of a hook with the file. A spreadsheet takes 50 MB. */
function disposeInTime(host: Host): void {
  try {
    onTestFinished(() => host.dispose());
  } catch {
    hosts.push(host); // outside of a test there is none to wait for
  }
}

/** 21 November 2026, 9:30 in Warsaw. */
export const NOW = '2026-11-21T08:30:00Z';

export async function openHost(options: Partial<HostOptions> = {}): Promise<Host> {
  const host = createHost({
    engine: headlessEngine(),
    code: await codeOfToday(),
    html: htmlFiles(dist),
    now: () => Date.parse(NOW),
    user: 'ana@example.com',
    ...options,
  });
  disposeInTime(host);
  return host;
}

/** Opened with the add-on enabled, and set up. */
export async function setUpHost(options: Partial<HostOptions> = {}): Promise<Host> {
  const host = await openHost(options);
  await host.open('LIMITED');
  await host.click('setUpSpreadsheet');
  return host;
}

/** Sheets of few rows: the looks of a thousand take most of a setup's time here. */
export const FEW_ROWS = { sheetRows: 240 } as const;

/** Set up, filled with SMALL, and set up again, so that the lists know the teams. */
export async function smallHost(): Promise<Host> {
  const host = await setUpHost(FEW_ROWS);
  await fill(host, SMALL);
  await host.click('setUpSpreadsheet');
  return host;
}

/** The same document once more, so that what one test breaks is whole in the next. */
export async function reopened(saved: SavedHost, options: Partial<HostOptions> = {}): Promise<Host> {
  const host = await openHost({ ...options, saved: structuredClone(saved) });
  await host.open('LIMITED');
  return host;
}

/** Runs a function as a script of somebody else would run; it sees nothing of the test but its arguments. */
export async function act<Args, Answer>(
  host: Host,
  body: (book: Spreadsheet, args: Args, app: App, properties: GoogleAppsScript.Properties.PropertiesService) => Answer,
  args?: Args,
): Promise<Answer> {
  return (await host.call('testAct', [body.toString(), args ?? null])) as Answer;
}

/** Everything people can see or feel of the workbook, as plain data. */
export function stateOf(host: Host): Promise<State> {
  return act(host, readState);
}

/** Puts rows into the sheets by their column keys, as somebody who pastes them. */
export async function fill(host: Host, tables: Tables): Promise<void> {
  const leftOut = await loadTables(host, tables);
  if (leftOut.length > 0) throw new Error(`The workbook has no place for ${leftOut.join(', ')}.`);
  await host.settled();
}

/** Two objectives with three key results; scores 0.5, 1 and none, so O1 is 0.75 and O2 has no score. */
export const SMALL: Tables = {
  Settings: [['key', 'value'], ['teams', 'Product; Sales']],
  Objectives: [
    ['id', 'objective', 'level', 'team', 'owner', 'priority'],
    ['O1', 'Customers stay with us', 'Company', 'Product', 'ana@example.com', 'High'],
    ['O2', 'We are easy to buy from', 'Team', 'Sales', 'ben@example.com', 'Low'],
  ],
  'Key Results': [
    ['id', 'objective_id', 'key_result', 'owner', 'measure', 'start', 'target', 'current'],
    ['O1.1', 'O1', 'Renewals rise from 0 to 100', 'ana@example.com', 'Increase', 0, 100, 50],
    ['O1.2', 'O1', 'Complaints fall from 40 to 20', 'ana@example.com', 'Decrease', 40, 20, 20],
    ['O2.1', 'O2', 'Orders without a call rise from 10 to 60', 'ben@example.com', 'Increase', 10, 60, ''],
  ],
  Actions: [['id', 'key_result_id', 'action', 'owner', 'state'], ['A1', 'O1.1', 'Call the ten largest customers', 'ana@example.com', 'To do']],
  KPIs: [['id', 'kpi', 'measure', 'target', 'current'], ['K1', 'Uptime in per cent', 'At least', 99, 99.5]],
};

/** The scores of a sheet by id, as people see them. */
export async function scores(host: Host, sheet: string): Promise<Record<string, unknown>> {
  const rows = await act(host, (book, name) => {
    const [keys = [], , ...data] = book.getSheetByName(name as string)!.getDataRange().getValues() as unknown[][];
    const at = (key: string) => keys.indexOf(key);
    return data.filter((row) => row[at('id')] !== '').map((row) => [row[at('id')], row[at('score')]]);
  }, sheet);
  return Object.fromEntries(rows) as Record<string, unknown>;
}
