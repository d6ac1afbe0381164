/** Whether the packages count as installed, judged from what npm wrote down. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isInstalled } from '../scripts/install.mjs';

type Packages = Record<string, { version: string; optional?: boolean }>;

/** A project that wants some packages and, unless undefined, has some. */
function project(wanted: Packages, present?: Packages): string {
  const folder = mkdtempSync(join(tmpdir(), 'okr-install-'));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': { version: '1.0.0' }, ...wanted } }));
  if (present) {
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }));
  }
  return folder;
}

const a = { 'node_modules/a': { version: '1.2.3' } };

test.each<[string, Packages, Packages | undefined, boolean]>([
  ['a fresh clone is not installed', a, undefined, false],
  ['what the lock file names is there', a, a, true],
  ['a package is missing', a, {}, false],
  ['a package has another version, as after a pull', a, { 'node_modules/a': { version: '1.2.2' } }, false],
  ['an optional package of another system is absent', { ...a, 'node_modules/b': { version: '1.0.0', optional: true } }, a, true],
])('%s', (_, wanted, present, installed) => {
  expect(isInstalled(project(wanted, present))).toBe(installed);
});
