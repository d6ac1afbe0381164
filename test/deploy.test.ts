/** Deploying with a clasp that is played: what is run, and that .clasp.json is never left broken. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deploy } from '../scripts/deploy.mjs';

const placeholder = '{"scriptId": "PUT-YOUR-SCRIPT-ID-HERE", "rootDir": "dist"}';

/** A folder with a .clasp.json, and a clasp that answers as told and writes down what it was asked. */
function stage({ file = placeholder, loggedIn = true, failing = '' }) {
  const folder = mkdtempSync(join(tmpdir(), 'okr-deploy-'));
  const clasp = join(folder, '.clasp.json');
  writeFileSync(clasp, file);
  const asked: string[] = [];
  const run = ([command = '', ...args]: string[]) => {
    asked.push([command, ...args].join(' '));
    if (command === 'show-authorized-user') return { status: 0, output: JSON.stringify({ loggedIn }) };
    if (command === failing) return { status: 1, output: 'no' };
    if (command === 'create-script') {
      if (existsSync(clasp)) return { status: 1, output: 'Project file already exists.' };
      writeFileSync(clasp, '{"scriptId": "new", "rootDir": "dist"}');
    }
    return { status: 0, output: '' };
  };
  const build = () => Promise.resolve(asked.push('build'));
  return { folder, clasp, asked, start: () => deploy({ folder, run, build, say: () => undefined }) };
}

test('without a login it says what to do and pushes nothing', async () => {
  const { start, asked, clasp } = stage({ loggedIn: false });
  await expect(start()).rejects.toThrow('npx clasp login');
  expect(asked).toEqual(['build', 'show-authorized-user --json']);
  expect(readFileSync(clasp, 'utf8')).toBe(placeholder);
});

test('the first time it makes the script, builds again over what clasp fetched, and pushes', async () => {
  const { start, asked, clasp, folder } = stage({});
  await start();
  expect(asked.slice(2)).toEqual(['create-script --type sheets --title OKR Sheets --rootDir dist', 'build', 'push --force']);
  expect(readFileSync(clasp, 'utf8')).toContain('"new"');
  expect(readdirSync(folder)).toEqual(['.clasp.json']);
});

test('with a script of its own it only pushes', async () => {
  const { start, asked } = stage({ file: '{"scriptId": "mine", "rootDir": "dist"}' });
  await start();
  expect(asked.slice(2)).toEqual(['push --force']);
});

test('when the script cannot be made, the placeholder is back', async () => {
  const { start, asked, clasp, folder } = stage({ failing: 'create-script' });
  await expect(start()).rejects.toThrow('could not make the script');
  expect(asked).not.toContain('push --force');
  expect(readFileSync(clasp, 'utf8')).toBe(placeholder);
  expect(readdirSync(folder)).toEqual(['.clasp.json']);
});

test('when the push fails, it says so and the new script is remembered', async () => {
  const { start, clasp } = stage({ failing: 'push' });
  await expect(start()).rejects.toThrow('could not push');
  expect(readFileSync(clasp, 'utf8')).toContain('"new"');
});

test('a run that was killed half-way is picked up', async () => {
  const { start, clasp, asked } = stage({});
  renameSync(clasp, `${clasp}.aside`);
  await start();
  expect(asked).toContain('push --force');
});
