/** How long the table functions take, beside a JSON round trip of the same two tables in the same run. */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { company, type Company } from './company';
import { median, type Figure } from './figure';

const RUNS: Readonly<Record<number, number>> = { 10: 30, 1000: 30, 10_000: 15, 100_000: 5 };

/** The bundle in a context of its own, as Google has it. */
function loaded(): vm.Context {
  const context = vm.createContext({});
  vm.runInContext(readFileSync('dist/Code.js', 'utf8'), context, { filename: 'Code.js' });
  return context;
}

function timed(runs: number, body: () => unknown): number {
  body(); // once to warm up
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    body();
    return performance.now() - start;
  });
  return median(times);
}

function measure(context: vm.Context, rows: number) {
  const tables: Company = company(rows);
  context['tables'] = tables;
  const runs = RUNS[rows] ?? 5;
  return {
    json: timed(runs, () => JSON.parse(JSON.stringify([tables.keyResults, tables.objectives]))),
    keyResults: timed(runs, () => vm.runInContext('OKR_KEY_RESULTS(tables.keyResults, tables.objectives, tables.settings)', context)),
    objectives: timed(runs, () => vm.runInContext('OKR_OBJECTIVES(tables.objectives, tables.keyResults, tables.settings)', context)),
  };
}

export default function tables(): Figure[] {
  const context = loaded();
  const sizes = [10, 1000, 10_000, 100_000];
  const measured = sizes.map((rows) => ({ rows, ...measure(context, rows) }));
  const figures = measured.flatMap(({ rows, json, keyResults, objectives }): Figure[] => [
    { name: `OKR_KEY_RESULTS, ${rows} rows`, value: keyResults, unit: 'ms', ...(rows === 10_000 ? { budget: json } : {}), yardstick: `JSON round trip of the same tables: ${json.toFixed(1)} ms` },
    { name: `OKR_OBJECTIVES, ${Math.ceil(rows / 4)} objectives of ${rows} key results`, value: objectives, unit: 'ms' },
  ]);
  const [, , ten, hundred] = measured;
  if (!ten || !hundred) throw new Error('The sizes of this bench have changed; say which two are compared.');
  const growth = hundred.keyResults / ten.keyResults;
  figures.push({ name: 'growth of OKR_KEY_RESULTS from 10,000 to 100,000 rows', value: growth, unit: 'times', budget: 11, yardstick: `JSON grows ${(hundred.json / ten.json).toFixed(1)} times` });
  return figures;
}
