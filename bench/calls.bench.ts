/** Google service calls of setup and refresh, which must not grow with the rows, and how long the embedded host takes over them. */
import { readFileSync } from 'node:fs';
import { headlessEngine } from '../src/local/engine';
import { createHost } from '../src/local/host';
import { htmlFiles } from '../src/local/htmlFiles';
import { LOADER, loadTables, type TableCell } from '../src/local/tables';
import type { Host } from '../src/local/types';
import { company, type Cell } from './company';
import type { Figure } from './figure';

const plain = (rows: readonly (readonly Cell[])[]): TableCell[][] =>
  rows.filter((_, index) => index !== 1).map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)));

async function workbook(rows: number): Promise<Host> {
  const host = createHost({ engine: headlessEngine(), code: readFileSync('dist/Code.js', 'utf8') + LOADER, html: htmlFiles('dist'), now: () => Date.UTC(2026, 10, 15) });
  await host.open('LIMITED');
  await host.click('setUpSpreadsheet');
  const { keyResults, objectives } = company(rows);
  await loadTables(host, { Objectives: plain(objectives), 'Key Results': plain(keyResults) });
  await host.click('setUpSpreadsheet'); // the rows are more than there were; names and checks reach the end again
  await host.settled();
  return host;
}

async function counted(host: Host, functionName: string): Promise<{ calls: number; milliseconds: number; runs: number }> {
  host.resetServiceCalls();
  const start = performance.now();
  await host.click(functionName);
  const runs = Object.values(host.customFunctionRuns()).reduce((sum, count) => sum + count, 0);
  return { calls: host.serviceCallCount(), milliseconds: performance.now() - start, runs };
}

const MOST_MILLISECONDS = 2000; // from an edit until it is scored

/** Types into a cell of the key results and waits until all is scored again, for so many edits: the person's own, and what the trigger writes after it. */
async function edited(host: Host, what: string, a1: string, value: number, rows: number, edits: number): Promise<Figure[]> {
  host.resetServiceCalls();
  const start = performance.now();
  await host.type('Key Results', a1, value);
  await host.settled();
  const time: Figure = { name: `${what}, ${rows} key results: re-scored in`, value: performance.now() - start, unit: 'ms', budget: edits * MOST_MILLISECONDS };
  const runs = Object.entries(host.customFunctionRuns()).map(([name, count]): Figure => ({ name: `${what}, ${rows} key results: runs of ${name}`, value: count, unit: 'runs', budget: edits }));
  return [time, ...runs];
}

export default async function calls(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const first: Record<string, number> = {};
  for (const rows of [10, 10_000]) {
    const host = await workbook(rows);
    for (const [what, functionName] of [['setup', 'setUpSpreadsheet'], ['refresh', 'refreshDashboard']] as const) {
      const { calls: count, milliseconds } = await counted(host, functionName);
      const budget = what === 'refresh' ? 12 : first[what];
      figures.push({ name: `${what} again, ${rows} key results: service calls`, value: count, unit: 'calls', ...(budget === undefined ? {} : { budget }) });
      figures.push({ name: `${what} again, ${rows} key results: in the embedded host`, value: milliseconds, unit: 'ms' });
      first[what] ??= count;
    }
    figures.push(...(await edited(host, 'one edit', 'G3', 1, rows, 1)));
    // A current value or a target that is typed is one edit, the row that the trigger logs of it another.
    figures.push(...(await edited(host, 'one target typed and logged', 'H3', 142, rows, 2)));
    figures.push(...(await edited(host, 'one current value typed and logged', 'I3', 42, rows, 2)));
    host.dispose();
  }
  return figures;
}
