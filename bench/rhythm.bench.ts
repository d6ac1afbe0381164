/** Google service calls of an hourly run, which must not grow with the rows but for one call per mail and one per ten mails. */
import { readFileSync } from 'node:fs';
import type { RhythmStart } from '../src/app/rhythm/api';
import { headlessEngine } from '../src/local/engine';
import { createHost } from '../src/local/host';
import { htmlFiles } from '../src/local/htmlFiles';
import { LOADER, loadTables, type TableCell } from '../src/local/tables';
import { company, type Cell } from './company';
import type { Figure } from './figure';

const MAILS = 20;
/** One mail more each, and the claims: 20 mails are two. */
const PER_MAIL = MAILS + MAILS / 10;

const plain = (rows: readonly (readonly Cell[])[]): TableCell[][] =>
  rows.filter((_, index) => index !== 1).map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)));

/** The calls of a run in which nothing is due, and of one that sends a digest to twenty people. */
async function runs(rows: number): Promise<{ readonly idle: number; readonly digest: number; readonly milliseconds: number }> {
  let machine = Date.UTC(2026, 10, 20, 8);
  const host = createHost({ engine: headlessEngine(), code: readFileSync('dist/Code.js', 'utf8') + LOADER, html: htmlFiles('dist'), now: () => machine, seed: 5 });
  await host.open('LIMITED');
  await host.click('setUpSpreadsheet');
  const { keyResults, objectives } = company(rows);
  await loadTables(host, { Objectives: plain(objectives), 'Key Results': plain(keyResults) });
  await host.click('setUpSpreadsheet');
  await host.settled();
  const line = 'digest: every week on friday at 16:00, from 2026-11-20, to stakeholders';
  await host.call('rhythmSave', [[line], Array.from({ length: MAILS }, (_, i) => `stakeholder${i}@example.com`)]);
  await host.call('rhythmSwitch', [true]);
  const run = async (hours: number): Promise<number> => {
    machine += hours * 3_600_000;
    host.resetServiceCalls();
    await host.advance(1);
    return host.serviceCallCount();
  };
  const idle = await run(2);
  const start = performance.now();
  const digest = await run(8);
  const milliseconds = performance.now() - start;
  const { recent, trigger } = (await host.call('rhythmOpen', [])) as RhythmStart;
  if (recent[0]?.sent !== MAILS || trigger.lastError !== '') throw new Error(`The digest was not sent: ${JSON.stringify([recent, trigger])}`);
  host.dispose();
  return { idle, digest, milliseconds };
}

export default async function rhythm(): Promise<Figure[]> {
  const figures: Figure[] = [];
  let small: { readonly idle: number; readonly digest: number } | undefined;
  for (const rows of [10, 10_000]) {
    const { idle, digest, milliseconds } = await runs(rows);
    const as = (budget: number | undefined) => (budget === undefined ? {} : { budget, yardstick: 'the same at 10 key results' });
    figures.push({ name: `hourly run, nothing due, ${rows} key results: service calls`, value: idle, unit: 'calls', ...as(small?.idle) });
    figures.push({ name: `hourly run, digest to ${MAILS}, ${rows} key results: service calls besides mails and claims`, value: digest - PER_MAIL, unit: 'calls', ...as(small && small.digest - PER_MAIL) });
    figures.push({ name: `hourly run, digest to ${MAILS}, ${rows} key results: in the embedded host`, value: milliseconds, unit: 'ms' });
    small = { idle, digest };
  }
  return figures;
}
