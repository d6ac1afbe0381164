/** Makes every command the first command of a fresh clone: installs the npm packages when they are missing or out of date. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Installs what package-lock.json names, unless exactly that is there already. Plain Node: nothing may be imported before this ran. */
export function ensureInstalled(folder = root) {
  if (isInstalled(folder)) return;
  console.log('Installing packages, which takes about a minute …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32', // npm is a batch file there
  });
  if (npm.status === 0 && isInstalled(folder)) return;
  const chatter = `${npm.stdout ?? ''}${npm.stderr ?? ''}`.trim().split('\n').slice(-8).join('\n');
  throw new Error(
    `${chatter}\nThe packages could not be installed${npm.error ? ` (${npm.error.message})` : ''}. ` +
      'Check the connection to the npm registry and run `npm ci` to see everything npm says.',
  );
}

/**
 * npm writes node_modules/.package-lock.json last, with what it really installed; so it is the stamp, and it also
 * recognises an install that somebody did by hand. Optional packages may be absent: they belong to other systems.
 */
export function isInstalled(folder) {
  const stamp = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(stamp)) return false;
  const wanted = readPackages(join(folder, 'package-lock.json'));
  const present = readPackages(stamp);
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true; // the project itself
    const found = present[path];
    return found ? found.version === version : Boolean(optional || devOptional);
  });
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
