/** Brings dist/ to Google with clasp: explains the login, makes a spreadsheet with the script in it the first time, and pushes. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, runScript, startedDirectly } from './root.mjs';

const placeholder = 'PUT-YOUR-SCRIPT-ID-HERE';

/**
 * Does the whole of it. `run(args)` starts clasp and answers `{status, output}`, `build()` makes dist/; both are handed
 * over so that tests can play Google's side.
 */
export async function deploy({ folder, run, build, say }) {
  await build();
  if (!isLoggedIn(run)) {
    throw new Error(
      'dist/ is built, but clasp is not logged in to Google, so nothing was pushed.\n' +
        '1. Switch on the Apps Script API of your account at https://script.google.com/home/usersettings\n' +
        '2. Run `npx clasp login` and allow what it asks for in the browser.\n' +
        '3. Run `npm run deploy` again.',
    );
  }
  if (readScriptId(folder) === placeholder) {
    say('There is no script yet: making a spreadsheet named "OKR Sheets" with the add-on in it …');
    createScript(folder, run);
    await build(); // making a script also fetches Google's empty manifest into dist/
  }
  // The manifest is ours; without --force clasp would ask at every change of it, or skip the push where nobody can answer.
  if (run(['push', '--force']).status !== 0) throw new Error('clasp could not push; what it said stands above. Nothing was changed here, so `npm run deploy` can be run again.');
  say('Pushed. `npx clasp open-container` opens the spreadsheet, if it was made here; reload it to see the menu.');
}

function isLoggedIn(run) {
  const { status, output } = run(['show-authorized-user', '--json'], { quiet: true });
  if (status !== 0) throw new Error(`clasp could not say who is logged in: ${output}`);
  return JSON.parse(output.slice(output.indexOf('{'))).loggedIn === true;
}

function readScriptId(folder) {
  const file = join(folder, '.clasp.json');
  const aside = `${file}.aside`;
  if (!existsSync(file) && existsSync(aside)) renameSync(aside, file); // an earlier run was killed half-way
  const { scriptId } = JSON.parse(readFileSync(file, 'utf8'));
  if (!scriptId) throw new Error(`.clasp.json names no scriptId; write "${placeholder}" there to have a new script made.`);
  return scriptId;
}

/** clasp refuses to make a script where a .clasp.json is, so the placeholder steps aside, and comes back if anything fails. */
function createScript(folder, run) {
  const file = join(folder, '.clasp.json');
  const aside = `${file}.aside`;
  const ignore = () => {}; // Ctrl-C ends clasp; this program still has to put the file back
  process.on('SIGINT', ignore);
  renameSync(file, aside);
  try {
    const { status } = run(['create-script', '--type', 'sheets', '--title', 'OKR Sheets', '--rootDir', 'dist']);
    if (status !== 0 || !existsSync(file)) {
      throw new Error('clasp could not make the script; what it said stands above. If it named a new script, put its id into .clasp.json and run `npm run deploy` again.');
    }
    rmSync(aside);
  } catch (error) {
    renameSync(aside, file);
    throw error;
  } finally {
    process.off('SIGINT', ignore);
  }
}

/** Starts the clasp of this project, from its root, where .clasp.json lies. */
function runClasp(args, { quiet = false } = {}) {
  const clasp = createRequire(import.meta.url).resolve('@google/clasp');
  const result = spawnSync(process.execPath, [clasp, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: quiet ? 'pipe' : 'inherit',
  });
  return { status: result.status ?? 1, output: `${result.stdout ?? ''}${result.stderr ?? ''}`.trim() };
}

if (startedDirectly(import.meta.url)) {
  await runScript(async () => {
    const { build } = await import('./build.mjs'); // installs first, so clasp is there afterwards
    await deploy({ folder: root, run: runClasp, build, say: console.log });
  });
}
