/** The page about the functions says what their help says. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../scripts/build.mjs';
import { describeFunctions, page } from '../scripts/docs.mjs';
import { isCustomFunction, readGlobals } from '../scripts/globals.mjs';

beforeAll(async () => {
  await build();
}, 60_000);

test('docs/functions.md is what `npm run docs` would write', async () => {
  expect(readFileSync(page, 'utf8')).toBe(await describeFunctions());
});

test('the help of every function says what a blank does', () => {
  const functions = readGlobals(resolve(__dirname, '../src/main.ts')).filter(isCustomFunction);
  expect(functions.length).toBeGreaterThan(0);
  for (const { name, help } of functions) expect(help, `help of ${name}`).toMatch(/blank/i);
});
