/** Builds the local page into build/page: its script and styles, the sidebar's runner and the scored sample. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleForNode } from './node.mjs';
import { root, runScript, startedDirectly } from './root.mjs';
import { isStale, writeStamp } from './stale.mjs';

const run = promisify(execFile);
const source = join(root, 'src/local/page');
const target = join(root, 'build/page');

/** Builds what is out of date; dist/ has to be there already. */
export async function buildPage() {
  mkdirSync(target, { recursive: true });
  const from = (...paths) => ['package-lock.json', 'scripts/page.mjs', ...paths].map((path) => join(root, path));
  await unlessFresh('page.stamp', from('src/local', 'src/model'), bundlePage);
  const host = ['engine.ts', 'formulas', 'guard.ts', 'host.ts', 'htmlFiles.ts', 'page/loadTables.ts', 'page/makeSample.ts', 'script.ts', 'services', 'sheets', 'types.ts'];
  await unlessFresh('sample.stamp', from('dist', 'sample', ...host.map((path) => `src/local/${path}`)), writeSample);
}

async function unlessFresh(name, sources, make) {
  const stamp = join(target, name);
  if (!isStale(stamp, sources)) return;
  const at = new Date();
  await make();
  writeStamp(stamp, at);
}

async function bundlePage() {
  const { build } = await import('esbuild');
  /** @param {Pick<import('esbuild').BuildOptions, 'entryPoints' | 'format'>} options */
  const bundle = (options) => build({
    ...options,
    outdir: target,
    bundle: true,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  await bundle({ format: 'iife', entryPoints: { page: join(source, 'main.tsx'), runner: join(source, 'runner.ts') } });
  // A module, which the page fetches only when there is a chart to draw.
  await bundle({ format: 'esm', entryPoints: { charts: join(source, 'charts/draw.ts') } });
  copyFileSync(join(source, 'index.html'), join(target, 'index.html'));
}

/** Runs the add-on on the sample company, headless, so that the page only has to open the result. */
async function writeSample() {
  const program = join(root, 'build/sample.cjs');
  await bundleForNode(join(source, 'makeSample.ts'), program);
  await run(process.execPath, [program, root, join(target, 'sample.json')]);
}

if (startedDirectly(import.meta.url)) await runScript(buildPage);
