/** The command behind `npm run score`: a folder of CSV files goes through the add-on in the embedded host, the scored tables come out. */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { headlessEngine } from './engine';
import { createHost } from './host';
import { htmlFiles } from './htmlFiles';
import { objectsOf, printed, type ScoredTable } from './scoreTable';
import { LOADER, loadTables, parseTable, readTable, tableText, type TableCell, type Tables } from './tables';
import type { Host } from './types';

const USAGE = `npm run score -- FOLDER [--as-of 2026-12-31] [--json] [--out FOLDER]

FOLDER holds one CSV per sheet, such as "Objectives.csv" and "Key Results.csv"; the first row has the column keys.
--as-of DAY   the day to score for, instead of the one in Settings.csv
--json        the result as JSON
--out FOLDER  the scored sheets as CSV files`;

/** Something the person can mend; told without a stack. */
class Mistake extends Error {}

interface Request {
  readonly folder: string;
  readonly asOf: string | undefined;
  readonly json: boolean;
  readonly out: string | undefined;
}

function readRequest(args: string[]): Request {
  let parsed;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: { 'as-of': { type: 'string' }, json: { type: 'boolean' }, out: { type: 'string' } } });
  } catch (error) {
    throw new Mistake(`${(error as Error).message}\n\n${USAGE}`);
  }
  const [folder, ...others] = parsed.positionals;
  if (folder === undefined || others.length > 0) throw new Mistake(USAGE);
  const asOf = parsed.values['as-of'];
  const isDay = asOf === undefined || (/^\d{4}-\d\d-\d\d$/.test(asOf) && new Date(`${asOf}T00:00:00Z`).toJSON()?.startsWith(asOf) === true);
  if (!isDay) throw new Mistake(`--as-of takes a day such as 2026-12-31; there is no day ${asOf}.`);
  return { folder, asOf, json: parsed.values.json ?? false, out: parsed.values.out };
}

function readFolder(folder: string): Tables {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Mistake(`There is no folder ${folder}.`);
  const files = readdirSync(folder).filter((file) => file.toLowerCase().endsWith('.csv'));
  if (files.length === 0) throw new Mistake(`The folder ${folder} has no CSV files.`);
  if (!files.some((file) => /^(objectives|key results)\.csv$/i.test(file))) {
    throw new Mistake(`The folder ${folder} has neither "Objectives.csv" nor "Key Results.csv".`);
  }
  return Object.fromEntries(
    files.map((file) => {
      try {
        return [sheetNamed(basename(file).slice(0, -4)), parseTable(readFileSync(join(folder, file), 'utf8'), file)];
      } catch (error) {
        throw new Mistake((error as Error).message);
      }
    }),
  );
}

/** This program is bundled into build/, which lies beside dist/; people may stand in any folder. */
const CODE = join(__dirname, '../dist/Code.js');

const SHEETS = ['Objectives', 'Key Results', 'Actions', 'KPIs', 'Check-ins', 'Settings'];

/** The sheet that a file is for, whatever the case of its letters. */
function sheetNamed(file: string): string {
  return SHEETS.find((sheet) => sheet.toLowerCase() === file.trim().toLowerCase()) ?? file;
}

/** An empty workbook, set up, with the tables in it, all formulas calculated. */
async function scoredHost(tables: Tables, asOf: string | undefined): Promise<Host> {
  const host = createHost({
    engine: headlessEngine(),
    code: readFileSync(CODE, 'utf8') + LOADER,
    html: htmlFiles(dirname(CODE)),
    now: () => Date.now(),
    timeZone: 'Etc/UTC',
  });
  await host.open('LIMITED');
  await host.click('setUpSpreadsheet');
  const leftOut = await loadTables(host, asOf === undefined ? tables : withAsOf(tables, asOf));
  if (leftOut.length > 0) console.error(`Left out, because the workbook has no such sheet or column: ${leftOut.join(', ')}.`);
  await host.settled();
  const [failure] = host.failures();
  if (failure) throw new Error(`${failure.functionName}: ${failure.message}`);
  return host;
}

function withAsOf(tables: Tables, asOf: string): Tables {
  const given = tables['Settings'] ?? [['key', 'value']];
  const [keys = ['key', 'value'], ...rows] = given;
  const key = keys.indexOf('key');
  const row: TableCell[] = keys.map((name) => (name === 'key' ? 'as_of' : name === 'value' ? asOf : ''));
  return { ...tables, Settings: [keys, ...rows.filter((cells) => cells[key] !== 'as_of'), row] };
}

interface Finding {
  readonly severity: string;
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

async function main(args: string[]): Promise<void> {
  const request = readRequest(args);
  const host = await scoredHost(readFolder(request.folder), request.asOf);
  const objectives = await tableOf(host, 'Objectives');
  const keyResults = await tableOf(host, 'Key Results');
  const { findings } = (await host.call('panelOpen', [Number.MAX_SAFE_INTEGER])) as { findings: Finding[] };
  if (request.out !== undefined) await writeFolder(host, request.out);
  if (request.json) {
    console.log(JSON.stringify({ objectives: objectsOf(objectives), key_results: objectsOf(keyResults), findings }, null, 2));
    return;
  }
  console.log(printed('Objectives', objectives, ['id', 'objective', 'score', 'expected', 'status', 'coverage', 'findings']));
  console.log(printed('Key Results', keyResults, ['id', 'objective_id', 'key_result', 'score', 'expected', 'status', 'findings']));
  const counted = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  console.log(`Findings in all sheets: ${counted('error')} errors, ${counted('warning')} warnings, ${counted('advice')} pieces of advice.`);
  if (request.out !== undefined) console.log(`The scored sheets are in ${request.out}.`);
}

/** A table whose formula failed would print as a table of blanks. */
async function tableOf(host: Host, sheet: string): Promise<ScoredTable> {
  const table = await readTable(host, sheet);
  const cell = `${String.fromCharCode(65 + table.keys.indexOf('score'))}2`;
  const formula = host.values(sheet, cell)[0]?.[0];
  if (String(formula).startsWith('#')) {
    throw new Mistake(`The sheet ${sheet} could not be scored: ${host.errorAt(sheet, cell) ?? String(formula)}`);
  }
  return table;
}

async function writeFolder(host: Host, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const sheet of SHEETS) {
    const { keys, rows } = await readTable(host, sheet);
    writeFileSync(join(folder, `${sheet}.csv`), tableText([keys, ...rows]));
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(0), // the spreadsheet engine keeps timers running
  (error: unknown) => {
    console.error(error instanceof Mistake ? error.message : error);
    process.exit(1);
  },
);
