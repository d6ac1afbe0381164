/** Google service calls of a check-in, which must not grow with the rows, and how long the embedded host takes over one. */
import { readFileSync } from 'node:fs';
import type { CheckInEntry, CheckInStart } from '../src/app/api';
import { headlessEngine } from '../src/local/engine';
import { createHost } from '../src/local/host';
import { htmlFiles } from '../src/local/htmlFiles';
import { LOADER, loadTables, type TableCell } from '../src/local/tables';
import type { Host } from '../src/local/types';
import { newRef } from '../sidebar/drafts';
import { company, type Cell } from './company';
import type { Figure } from './figure';

const BUDGET = 12;

const plain = (rows: readonly (readonly Cell[])[]): TableCell[][] =>
  rows.filter((_, index) => index !== 1).map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)));

async function workbook(rows: number): Promise<Host> {
  const host = createHost({ engine: headlessEngine(), code: readFileSync('dist/Code.js', 'utf8') + LOADER, html: htmlFiles('dist'), now: () => Date.UTC(2026, 10, 15) });
  await host.open('LIMITED');
  await host.click('setUpSpreadsheet');
  const { keyResults, objectives } = company(rows);
  const log = Array.from({ length: rows }, (_, i) => [`2026-11-0${1 + (i % 9)}T10:00:00`, `O${i >> 2}.${i % 4}`, 'ana@example.com', i % 50, 3, '', '', `r${i}`]);
  const tables = { Objectives: plain(objectives), 'Key Results': plain(keyResults), 'Check-ins': [['at', 'key_result_id', 'author', 'value', 'confidence', 'progress', 'blockers', 'ref'], ...log] };
  await loadTables(host, tables);
  await host.click('setUpSpreadsheet'); // the rows are more than there were; names reach the end again
  await host.settled();
  return host;
}

export default async function checkIn(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const rows of [10, 10_000]) {
    const host = await workbook(rows);
    const { known } = (await host.call('checkInOpen', [])) as CheckInStart;
    const unknowing: CheckInEntry = { keyResultId: 'O1.1', value: '1.234', confidence: 4, progress: 'Two large customers renewed', blockers: '', day: '', ref: newRef() };
    const entry: CheckInEntry = known ? { ...unknowing, known } : unknowing;
    const measure = async (name: string, sent: CheckInEntry, budget?: number): Promise<void> => {
      host.resetServiceCalls();
      const start = performance.now();
      const answer = (await host.call('checkInSave', [sent])) as object;
      if (!('saved' in answer)) throw new Error(`The check-in was refused: ${JSON.stringify(answer)}`);
      figures.push({ name: `${name}, ${rows} key results: service calls`, value: host.serviceCallCount(), unit: 'calls', ...(budget === undefined ? {} : { budget }) });
      if (budget !== undefined) figures.push({ name: `${name}, ${rows} key results: in the embedded host`, value: performance.now() - start, unit: 'ms' });
    };
    await measure('check-in', entry, BUDGET);
    await measure('the same check-in again', entry);
    await measure('check-in without what the sidebar knows', { ...unknowing, ref: newRef() });
    await measure('check-in with a note like a formula', { ...entry, progress: '- two customers', ref: newRef() });
    host.resetServiceCalls();
    await host.type('Objectives', 'B3', 'Typed elsewhere');
    figures.push({ name: `edit elsewhere, ${rows} key results: service calls of the trigger`, value: host.serviceCallCount(), unit: 'calls' });
    host.dispose();
  }
  return figures;
}
