/** The file that is pushed: it loads where nothing of Google exists, answers, shows its help, and holds nothing Google cannot parse. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import vm from 'node:vm';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../scripts/build.mjs';
import { inspectGlobals, isCustomFunction, printShell, readGlobals, readHelp } from '../scripts/globals.mjs';

const root = resolve(__dirname, '..');
const contract = ['OKR_SCORE', 'OKR_EXPECTED', 'OKR_STATUS', 'OKR_ROLLUP', 'OKR_GRADE', 'OKR_BAR', 'OKR_NEEDED', 'OKR_EXPLAIN', 'OKR_KPI', 'OKR_KEY_RESULTS', 'OKR_OBJECTIVES', 'OKR_KPIS', 'OKR_ACTIONS', 'OKR_SUMMARY'];

let code = '';
let context: vm.Context;
const run = (expression: string): unknown => vm.runInContext(expression, context);

beforeAll(async () => {
  await build();
  code = readFileSync(join(root, 'dist/Code.js'), 'utf8');
  context = vm.createContext(Object.create(null) as object); // no Google, no browser, no Node: ECMAScript alone
  vm.runInContext(code, context, { filename: 'Code.js' });
}, 60_000);

describe('dist/Code.js', () => {
  test('answers in a context that has nothing but ECMAScript', () => {
    expect(run('OKR_SCORE(0, 100, 25)')).toBe(0.25);
    expect(run("OKR_SCORE(0, 100, '')")).toBe('');
    expect(run("OKR_STATUS(0.1, 0.9)")).toBe('Off track');
  });

  test.each(contract)('%s is a declared function at the top level, with complete help right above it', (name) => {
    const found = new RegExp(`(/\\*\\*(?:(?!\\*/)[\\s\\S])*\\*/)\\nfunction ${name}\\(([^)]*)\\)`).exec(code);
    const [, block = '', list = ''] = found ?? [];
    expect(run(`typeof ${name}`)).toBe('function');
    expect(block).toContain('@customfunction');
    const help = readHelp(block);
    expect(help.description).not.toBe('');
    expect(Object.keys(help.params)).toEqual(list.split(', ').map((param) => param.replace('...', '')));
  });

  test('the help is unchanged from the sources', () => {
    for (const { help } of readGlobals(join(root, 'src/main.ts')).filter(isCustomFunction)) expect(code).toContain(help);
  });

  test('onOpen and onInstall are there for Google', () => {
    expect(run('typeof onOpen')).toBe('function');
    expect(run('typeof onInstall')).toBe('function');
  });

  test('holds no syntax that Google’s parser refuses', () => {
    expect(code).not.toMatch(/this\.#|[{;]\s*#[A-Za-z_$][\w$]*\s*[=;(]/);
    expect(code).not.toMatch(/\bstatic(?:\s+[\w$]+\s*=|\s*\{)/);
  });

  test('carries the actions only as names: their code is read when the first of them runs', () => {
    const file = JSON.parse(readFileSync(join(root, 'dist/actions.html'), 'utf8')) as string;
    expect(file).toContain('everyHours');
    expect(code).not.toContain('everyHours');
    expect(readFileSync(join(root, 'dist/actions.html'), 'utf8')).not.toMatch(/[<&]/);
    expect(readFileSync(join(root, 'dist/texts.html'), 'utf8')).not.toMatch(/[<&]/);
    const google = vm.createContext({ HtmlService: { createHtmlOutputFromFile: () => ({ getContent: () => JSON.stringify(file) }) } });
    expect(vm.runInContext(`${code}\ntypeof Okr.actions().formSave`, google)).toBe('function');
  });

  test('no name besides the functions and the bundle is added to the global scope', () => {
    const bare = vm.runInContext('Object.getOwnPropertyNames(globalThis)', vm.createContext(Object.create(null) as object)) as string[];
    const added = (run('Object.getOwnPropertyNames(globalThis)') as string[]).filter((name) => !bare.includes(name));
    const exported = ['src/main.ts', 'src/actions.ts'].flatMap((file) => readGlobals(join(root, file)).map(({ name }) => name));
    expect(added.sort()).toEqual([...exported, 'Okr'].sort());
  });
});

describe('what clasp would push', () => {
  test('dist/ holds the code, the actions, the manifest, the sidebar and the texts, and clasp lists exactly these', () => {
    expect(readdirSync(join(root, 'dist')).sort()).toEqual(['Code.js', 'actions.html', 'appsscript.json', 'sidebar.html', 'texts.html']);
    const clasp = createRequire(join(root, 'package.json')).resolve('@google/clasp');
    const output = execFileSync(process.execPath, [clasp, 'show-file-status', '--json'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const { filesToPush } = JSON.parse(output) as { filesToPush: string[] };
    expect([...filesToPush].sort()).toEqual(['dist/Code.js', 'dist/actions.html', 'dist/appsscript.json', 'dist/sidebar.html', 'dist/texts.html']);
  }, 30_000);

  test('the sidebar is one file that asks nobody for more', () => {
    const html = readFileSync(join(root, 'dist/sidebar.html'), 'utf8');
    expect(html).toContain('<script>');
    expect(html).not.toContain('<?');
    expect(html).not.toMatch(/<script\b[^>]*\bsrc=/);
    expect(html.match(/<script/gi)).toHaveLength(html.match(/<\/script>/gi)?.length ?? 0);
  });
});

describe('the shell around the bundle', () => {
  const one = (name: string, help: string, params: { name: string; rest: boolean }[], file = '/src/functions/x.ts') => ({ name, help, params, file });
  const help = '/**\n * Text.\n * @param {1} a The a.\n * @return It.\n * @customfunction\n */';

  test('forwards every kind of argument under its own name', () => {
    const shell = printShell([one('OKR_X', help, [{ name: 'a', rest: false }, { name: 'b', rest: true }])], 'Okr');
    expect(shell).toBe(`${help}\nfunction OKR_X(a, ...b) { return Okr.OKR_X(a, ...b); }\n`);
  });

  test.each([
    ['a parameter without help', one('OKR_X', help, [{ name: 'a', rest: false }, { name: 'b', rest: false }]), 'OKR_X has no @param text for b.'],
    ['an argument without example', one('OKR_X', help.replace('{1} ', ''), [{ name: 'a', rest: false }]), 'OKR_X has no example in braces for a.'],
    ['help for no parameter', one('OKR_X', help, []), 'OKR_X explains a, which is not one of its parameters.'],
    ['a private name', one('OKR_X_', help, [{ name: 'a', rest: false }]), 'OKR_X_ ends in _, which hides it from Google.'],
    ['a function without help among the formulas', one('OKR_X', '', []), 'OKR_X stands in src/functions without @customfunction.'],
  ])('%s is refused', (_, global, sentence) => {
    expect(inspectGlobals([global])).toContain(sentence);
  });
});
