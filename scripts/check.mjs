/** Runs the compiler over each part of the project with the types that part may know, and the linter over all of it. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { root, runScript, startedDirectly } from './root.mjs';

/** What is checked, the slowest first, so that two of them at a time end together. */
const checks = [
  { name: 'lint', module: 'eslint', file: 'bin/eslint.js', args: ['.'] },
  { name: 'types of the tests', module: 'typescript', file: 'bin/tsc', args: ['-p', 'test/tsconfig.json'] },
  { name: 'types of the embedded host', module: 'typescript', file: 'bin/tsc', args: ['-p', 'src/tsconfig.local.json'] },
  { name: 'types of what goes to Google', module: 'typescript', file: 'bin/tsc', args: ['-p', 'src/tsconfig.json'] },
  { name: 'types of the pure folders, without Google and browser', module: 'typescript', file: 'bin/tsc', args: ['-p', 'src/tsconfig.pure.json'] },
  { name: 'types of the sidebar', module: 'typescript', file: 'bin/tsc', args: ['-p', 'sidebar/tsconfig.json'] },
  { name: 'types of the scripts', module: 'typescript', file: 'bin/tsc', args: ['-p', 'tsconfig.json'] },
];

/** Runs all checks, or those named, and answers `[{name, passed, output}]` in the order of the list. */
export async function runChecks(names = checks.map(({ name }) => name)) {
  ensureInstalled();
  const { compileMessages } = await import('./messages.mjs');
  await compileMessages();
  const chosen = checks.filter(({ name }) => names.includes(name));
  const results = [];
  let next = 0;
  const worker = async () => {
    while (next < chosen.length) {
      const index = next++;
      results[index] = await runCheck(chosen[index]);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

function runCheck({ name, module, file, args }) {
  const path = join(dirname(createRequire(import.meta.url).resolve(`${module}/package.json`)), file);
  return new Promise((done) => {
    const run = spawn(process.execPath, [path, ...args], { cwd: root });
    let output = '';
    run.stdout.on('data', (data) => (output += data));
    run.stderr.on('data', (data) => (output += data));
    run.on('error', (error) => done({ name, passed: false, output: error.message }));
    run.on('close', (code) => done({ name, passed: code === 0, output: output.trim() }));
  });
}

/** Prints what failed, and one line per check. */
export function printChecks(results) {
  for (const { name, passed, output } of results) {
    console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}`);
    if (!passed) console.log(output.replace(/^/gm, '       '));
  }
}

export async function checkAndReport(names) {
  const results = await runChecks(names);
  printChecks(results);
  if (results.some(({ passed }) => !passed)) process.exitCode = 1;
}

if (startedDirectly(import.meta.url)) await runScript(() => checkAndReport());
