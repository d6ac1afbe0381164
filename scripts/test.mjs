/** Builds everything and runs every check and test; the last line is `N passed, N failed`, and nothing that crashed counts as passed. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { root } from './root.mjs';

const minutes = 30; // a run takes a few; what takes so long hangs
const deadline = Date.now() + minutes * 60_000;
const browserTests = 'test/browser';

const passed = [];
const failed = [];

await step('install', ensureInstalled);
await step('build', async () => {
  const { build } = await import('./build.mjs');
  await build();
});
if (existsSync(join(root, 'scripts/page.mjs'))) {
  await step('build of the local page', async () => {
    const { buildPage } = await import('./page.mjs');
    await buildPage();
  });
}
await step('checks', async () => {
  const { runChecks, printChecks } = await import('./check.mjs');
  const results = await runChecks();
  printChecks(results);
  for (const { name, passed: ok } of results) (ok ? passed : failed).push(name);
});
await runTests('tests', ['--exclude', `${browserTests}/**`]);
// One browser at a time: two of them on two cores make each other's waits run out.
if (existsSync(join(root, browserTests))) await runTests('browser tests', [browserTests, '--no-file-parallelism']);

if (failed.length > 0) console.log(`\nFailed:\n  ${failed.join('\n  ')}`);
if (failed.length > 0) process.exitCode = 1;
console.log(`${passed.length} passed, ${failed.length} failed`);

/** A step of preparation: it counts only when it fails. */
async function step(name, work) {
  try {
    await work();
  } catch (error) {
    console.log(`The ${name} failed: ${error instanceof Error ? error.message : error}`);
    failed.push(name);
  }
}

async function runTests(name, args) {
  const report = join(root, 'build', `${name.replace(' ', '-')}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true }); // a report of yesterday must not speak for a run that crashed
  await step(name, async () => {
    const code = await runVitest([...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
    if (!existsSync(report)) throw new Error(`vitest ended with code ${code} and left no report.`);
    const before = failed.length;
    const total = countTests(JSON.parse(readFileSync(report, 'utf8')));
    if (total === 0) throw new Error('not one test ran.');
    if (code !== 0 && failed.length === before) throw new Error(`vitest ended with code ${code} although no test failed; see its output above.`);
  });
}

/** Adds up one report and answers how many tests ran. A file that could not be loaded has no tests, and counts as one failure. */
function countTests({ testResults }) {
  let ran = 0;
  const skipped = [];
  for (const { name: path, status, assertionResults } of testResults) {
    const file = relative(root, path);
    const results = { passed: 0, failed: 0 };
    for (const test of assertionResults) {
      const title = `${file}: ${test.fullName}`;
      if (test.status === 'passed') passed.push(title);
      else if (test.status === 'failed') failed.push(title);
      else skipped.push(title);
      if (test.status in results) results[test.status] += 1;
    }
    ran += results.passed + results.failed;
    if (status === 'failed' && results.failed === 0) failed.push(`${file}: the file itself`);
  }
  if (skipped.length > 0) console.log(`\nSkipped:\n  ${skipped.join('\n  ')}`);
  return ran;
}

function runVitest(args) {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  return new Promise((done, fail) => {
    const run = spawn(process.execPath, [vitest, 'run', ...args], { cwd: root, stdio: 'inherit' });
    const timer = setTimeout(() => {
      console.log(`The tests were ended, since the whole run took ${minutes} minutes.`);
      run.kill('SIGKILL');
    }, Math.max(0, deadline - Date.now()));
    run.on('error', fail);
    run.on('close', (code, signal) => {
      clearTimeout(timer);
      done(code ?? signal);
    });
  });
}
