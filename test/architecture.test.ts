/** Proves the shape of the code: who imports whom, and that the pure folders cannot even name Google, the browser or Node. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { arrows, pureFolders, sidebarRuns } from '../scripts/arrows.mjs';

const src = resolve(__dirname, '../src');
const allowed: Record<string, string[]> = arrows;

/** Compiles one invented file of a pure folder under the pure configuration and gives the errors in it. */
function errorsInPureFile(code: string): string[] {
  const configFile = join(src, 'tsconfig.pure.json');
  const config = ts.getParsedCommandLineOfConfigFile(configFile, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (d) => { throw new Error(String(d.messageText)); } });
  if (!config) throw new Error('tsconfig.pure.json cannot be read.');
  const probe = join(src, 'model/probe.ts');
  const host = ts.createCompilerHost(config.options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (file, ...rest) => (resolve(file) === probe ? ts.createSourceFile(file, code, ts.ScriptTarget.ES2020, true) : getSourceFile.call(host, file, ...rest));
  host.fileExists = (file) => resolve(file) === probe || fileExists.call(host, file);
  const program = ts.createProgram([probe], config.options, host);
  const source = program.getSourceFile(probe);
  return [...program.getGlobalDiagnostics(), ...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((d) => ts.flattenDiagnosticMessageText(d.messageText, '\n'));
}

describe('the pure folders are compiled without their surroundings', () => {
  test('a file that computes is accepted', () => {
    expect(errorsInPureFile('export const half = (n: number): number => Math.round(n / 2);')).toEqual([]);
  });

  test.each(['SpreadsheetApp', 'GoogleAppsScript', 'document', 'window', 'fetch', 'setTimeout', 'console', 'process', 'require', 'structuredClone', 'URL'])('%s is unknown there', (name) => {
    const errors = errorsInPureFile(`export const probe: unknown = ${name};`);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(`'${name}'`);
  });

  test('newer library methods than Google is known to have are unknown there', () => {
    expect(errorsInPureFile('export const last = [1, 2].at(-1);')[0]).toContain("'at'");
  });

  test('the configuration covers every pure folder', () => {
    const { include } = ts.readConfigFile(join(src, 'tsconfig.pure.json'), (file) => readFileSync(file, 'utf8')).config as { include: string[] };
    expect(include).toEqual(pureFolders);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'generated' ? [] : filesUnder(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

/** The folder of src (or `main`) that a path lies in: the innermost that has arrows of its own. */
function partOf(path: string): string {
  const parts = relative(src, path).split(sep);
  const inner = parts.slice(0, 2).join('/');
  return inner in allowed ? inner : (parts[0]?.replace(/\.ts$/, '') ?? '');
}

/** Every module a file names, type imports included: knowing a type is knowing. */
function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName);
}

/** What a file of a part may not import, as sentences. */
function wrongImports(file: string): string[] {
  const part = partOf(file);
  return importsOf(file).flatMap((name) => {
    if (!name.startsWith('.')) return part === 'local' ? [] : [`${relative(src, file)} imports the package ${name}`];
    const target = partOf(resolve(dirname(file), name));
    return target === part || allowed[part]?.includes(target) ? [] : [`${relative(src, file)} imports ${name}`];
  });
}

describe('the arrows between the folders', () => {
  test('every part of src has its arrows, and every arrow has its part', () => {
    const parts = readdirSync(src).filter((name) => !name.startsWith('tsconfig')).map((name) => name.replace(/\.ts$/, ''));
    const [inner, outer] = [true, false].map((isInner) => Object.keys(allowed).filter((name) => name.includes('/') === isInner));
    expect(parts.sort()).toEqual(outer?.sort());
    for (const name of inner ?? []) expect(filesUnder(join(src, name)).length).toBeGreaterThan(0);
  });

  test('what the sidebar alone runs can never come into Code.js: nothing else in src may import it', () => {
    const only = sidebarRuns.filter((name) => name.includes('/'));
    expect(only).toEqual(['rows/foreign']);
    for (const [part, others] of Object.entries(allowed)) expect(others.filter((name) => only.includes(name)), part).toEqual([]);
    // Both an import from inside `rows` and one from outside belong to the inner folder, not to the allowed `rows`.
    expect([partOf(join(src, 'rows/foreign/days.ts')), partOf(join(src, 'rows/read.ts'))]).toEqual(['rows/foreign', 'rows']);
  });

  test('no arrows run in a circle', () => {
    const reach = (part: string, seen: string[]): string[] => (allowed[part] ?? []).flatMap((next) => (seen.includes(next) ? [next] : reach(next, [...seen, next])));
    for (const part of Object.keys(allowed)) expect(reach(part, [part])).toEqual([]);
  });

  test('every import follows an arrow', () => {
    const files = filesUnder(src);
    expect(files.length).toBeGreaterThan(10);
    expect(files.flatMap(wrongImports)).toEqual([]);
  });

  test('the sidebar takes nothing but types from src, except from what is pure and serves both sides', () => {
    const sidebar = resolve(src, '../sidebar');
    const runsOther = new RegExp(`/src/(?!(?:${sidebarRuns.join('|')})/)`);
    const values = filesUnder(sidebar).flatMap((file) => {
      const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2020, true);
      return source.statements.filter((s) => ts.isImportDeclaration(s) && runsOther.test(s.moduleSpecifier.getText()) && !s.importClause?.isTypeOnly).map((s) => `${relative(sidebar, file)}: ${s.getText()}`);
    });
    expect(existsSync(join(sidebar, 'index.html'))).toBe(true);
    expect(values).toEqual([]);
  });
});
