/** Run by the page's build: sets up an empty workbook, fills in the sample company and writes the scored result for the page to open. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { headlessEngine } from '../engine';
import { createHost } from '../host';
import { htmlFiles } from '../htmlFiles';
import type { Host } from '../types';
import type { Sample } from './document';
import { LOADER, loadTables, parseTable, type Tables } from '../tables';

/** In the morning of the day that the sample is scored for. */
const HOUR = 'T08:00:00Z';
/** The blank sheet that a new spreadsheet comes with; a company that works with its own would have removed it. */
const FIRST_SHEET = 'Sheet1';
const LOOK_AT = 'Objectives';
const DROP = `
function dropSheet(name) {
  const book = SpreadsheetApp.getActive();
  book.deleteSheet(book.getSheetByName(name));
}
`;

async function makeSample(root: string, target: string): Promise<void> {
  const tables = readTables(join(root, 'sample'));
  const now = `${setting(tables, 'as_of')}${HOUR}`;
  const people = peopleOf(tables);
  const name = `OKRs ${setting(tables, 'cycle_name')}`;
  const host = createHost({
    engine: headlessEngine(),
    code: readFileSync(join(root, 'dist', 'Code.js'), 'utf8') + LOADER + DROP,
    html: htmlFiles(join(root, 'dist')),
    now: () => Date.parse(now),
    name,
    ...(people[0] === undefined ? {} : { user: people[0] }),
  });
  try {
    await host.open('LIMITED');
    await host.click('setUpSpreadsheet');
    await loadTables(host, tables);
    await host.call('dropSheet', [FIRST_SHEET]);
    await host.click('setUpSpreadsheet'); // now the drop-down of teams and the dashboard know the company
    await host.settled();
    mustBeWhole(host);
    const look = { sheet: LOOK_AT, a1: firstScore(host, LOOK_AT) };
    firstScore(host, 'Key Results');
    const sample: Sample = { name, now, people, look, host: host.save() };
    writeFileSync(target, JSON.stringify(sample));
  } finally {
    host.dispose(); // its timers would keep the program alive
  }
}

function readTables(folder: string): Tables {
  const files = readdirSync(folder).filter((file) => file.endsWith('.csv'));
  return Object.fromEntries(
    files.map((file) => [basename(file, '.csv'), parseTable(readFileSync(join(folder, file), 'utf8'), file)]),
  );
}

function setting(tables: Tables, key: string): string {
  const found = tables['Settings']?.find(([each]) => each === key)?.[1];
  if (!found) throw new Error(`The sample's settings have no "${key}".`);
  return String(found);
}

/** Who a visitor may be: the owners of the objectives, in their order. */
function peopleOf(tables: Tables): string[] {
  const [keys = [], ...rows] = tables['Objectives'] ?? [];
  const owners = rows.map((row) => String(row[keys.indexOf('owner')] ?? ''));
  return [...new Set(owners)].filter((owner) => owner.includes('@')).slice(0, 6);
}

function mustBeWhole(host: Host): void {
  const failure = host.failures()[0];
  if (failure) throw new Error(`${failure.functionName}: ${failure.message}`);
}

/** The cell of the first score. A page full of blank columns would look like an empty workbook, not like a broken build, so there has to be one. */
function firstScore(host: Host, sheet: string): string {
  const rows = host.values(sheet, 'A1:Z20');
  const column = rows[0]?.indexOf('score') ?? -1;
  const row = rows.findIndex((each) => typeof each[column] === 'number');
  if (row < 0) throw new Error(`The sheet "${sheet}" of the sample shows no score.`);
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}

const [root, target] = process.argv.slice(2);
if (root === undefined || target === undefined) throw new Error('Say where the project lies and where the sample goes.');
makeSample(root, target).catch((error: unknown) => {
  console.error(process.env.OKR_TRACE ? error : error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
