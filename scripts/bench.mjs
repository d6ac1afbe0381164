/** Runs bench/*.bench.ts and prints each figure beside its budget; a figure over its budget fails the command. */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { bundleForNode } from './node.mjs';
import { root, runScript } from './root.mjs';

/** Those that open a browser. */
const MODULES = ['paint.bench.ts'];

await runScript(async () => {
  ensureInstalled();
  await (await import('./build.mjs')).build();
  process.chdir(root);
  const wanted = process.argv.slice(2); // `npm run bench -- load` runs the benches with load in their name
  const files = readdirSync('bench').filter((name) => name.endsWith('.bench.ts') && wanted.every((part) => name.includes(part)));
  if (files.length === 0) throw new Error(`There is no bench named ${wanted.join(' ')}.`);
  const figures = [];
  for (const file of files) figures.push(...(await runBench(file)));
  printTable(figures);
  const over = figures.filter(isOver);
  if (over.length > 0) throw new Error(`${over.length} of ${figures.length} figures over budget.`);
  process.exit(0); // the spreadsheet engine keeps timers running
});

async function runBench(file) {
  const program = join(root, 'build/bench', file.replace(/\.ts$/, MODULES.includes(file) ? '.mjs' : '.cjs'));
  await bundleForNode(join('bench', file), program);
  if (!existsSync(program)) throw new Error(`bench/${file} could not be bundled.`);
  const { default: bench } = MODULES.includes(file) ? await import(pathToFileURL(program).href) : createRequire(import.meta.url)(program);
  const figures = await bench();
  for (const { name, value } of figures) {
    if (!Number.isFinite(value)) throw new Error(`bench/${file} measured nothing for "${name}".`);
  }
  return figures;
}

function isOver({ value, budget }) {
  return budget !== undefined && value > budget;
}

function printTable(figures) {
  const rows = figures.map((figure) => [
    figure.name,
    `${round(figure.value)} ${figure.unit}`,
    figure.budget === undefined ? '' : `${round(figure.budget)} ${figure.unit}${figure.yardstick ? ` (${figure.yardstick})` : ''}`,
    figure.budget === undefined ? '' : isOver(figure) ? 'OVER' : 'ok',
  ]);
  const table = [['what', 'measured', 'at most', ''], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table) console.log(row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
}

function round(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(3)).toString();
}
