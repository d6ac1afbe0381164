/** Every Google method that the add-on names is covered by the scopes of the manifest, as Google's reference lists them. */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = resolve(__dirname, '..');
const prefix = 'https://www.googleapis.com/auth/';
const granted = (JSON.parse(readFileSync(join(root, 'appsscript.json'), 'utf8')) as { oauthScopes: string[] }).oauthScopes.map((scope) => scope.replace(prefix, ''));

/** For `Spreadsheet.Range.setValues`, one list of scopes per overload; any scope of a list will do, and an empty list asks for none. */
type Requirements = Map<string, string[][]>;

/** Reads the scopes that gas-types-detailed carries in the comments of its declarations. */
function readRequirements(): Requirements {
  const requirements: Requirements = new Map();
  const folder = dirname(createRequire(import.meta.url).resolve('gas-types-detailed/package.json'));
  for (const file of readdirSync(folder).filter((name) => /^google-apps-script\..*\.d\.ts$/.test(name))) {
    const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.ES2020, true);
    forEachMember(source, (member) => {
      const comment = source.text.slice(member.getFullStart(), member.getStart(source));
      const scopes = [...comment.matchAll(/\* - https:\/\/www\.googleapis\.com\/auth\/(\S+)/g)].map(([, scope = '']) => scope);
      const name = nameOf(member);
      requirements.set(name, [...(requirements.get(name) ?? []), scopes]);
    });
  }
  return requirements;
}

function forEachMember(node: ts.Node, found: (member: ts.TypeElement) => void): void {
  if (ts.isInterfaceDeclaration(node)) node.members.filter((m) => ts.isMethodSignature(m)).forEach(found);
  else ts.forEachChild(node, (child) => forEachMember(child, found));
}

/** `Spreadsheet.Range.setValues` of a declaration inside GoogleAppsScript. */
function nameOf(member: ts.Node): string {
  const names: string[] = [];
  for (let node: ts.Node | undefined = member; node && !ts.isSourceFile(node); node = node.parent) {
    const name = (node as ts.NamedDeclaration).name;
    if (name && !ts.isModuleBlock(node)) names.unshift(name.getText());
  }
  return names.slice(1).join('.'); // without GoogleAppsScript itself
}

/** The Google methods that a set of files names, called or handed on, each with the first place it stands at. */
function methodsUsed(files: ts.SourceFile[], checker: ts.TypeChecker): Map<string, string> {
  const used = new Map<string, string>();
  const visit = (node: ts.Node, source: ts.SourceFile): void => {
    if (ts.isPropertyAccessExpression(node)) {
      for (const declaration of checker.getSymbolAtLocation(node.name)?.declarations ?? []) {
        if (!ts.isMethodSignature(declaration) || !/[\\/]@types[\\/]google-apps-script[\\/]/.test(declaration.getSourceFile().fileName)) continue;
        const { line } = source.getLineAndCharacterOfPosition(node.name.getStart());
        if (!used.has(nameOf(declaration))) used.set(nameOf(declaration), `${relative(root, source.fileName)}:${line + 1}`);
      }
    }
    ts.forEachChild(node, (child) => visit(child, source));
  };
  for (const source of files) visit(source, source);
  return used;
}

/** What stands in the way of a set of methods, one sentence each. */
function uncovered(used: Map<string, string>, requirements: Requirements): string[] {
  return [...used].flatMap(([name, place]) => {
    const lists = requirements.get(name);
    if (!lists) return [`${place}: ${name} is not in gas-types-detailed, so nobody knows its scopes.`];
    // Which overload is meant would need its types compared; asking for all of them errs on the safe side.
    const lacking = lists.filter((scopes) => scopes.length > 0 && !scopes.some((scope) => granted.includes(scope)));
    return lacking.length > 0 ? [`${place}: ${name} needs ${lacking[0]?.join(' or ')}.`] : [];
  });
}

function compile(files?: Record<string, string>): { sources: ts.SourceFile[]; checker: ts.TypeChecker } {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'src/tsconfig.json'), {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (d) => { throw new Error(String(d.messageText)); } });
  if (!config) throw new Error('src/tsconfig.json cannot be read.');
  const host = ts.createCompilerHost(config.options);
  const { getSourceFile } = host;
  host.getSourceFile = (file, ...rest) => {
    const text = files?.[file];
    return text === undefined ? getSourceFile.call(host, file, ...rest) : ts.createSourceFile(file, text, ts.ScriptTarget.ES2020, true);
  };
  const program = ts.createProgram(files ? Object.keys(files) : config.fileNames, config.options, host);
  const ours = files ? (file: string) => file in files : (file: string) => /[\\/]src[\\/](?:google[\\/]|(?:main|actions)\.ts$)/.test(file);
  return { sources: program.getSourceFiles().filter(({ fileName }) => ours(fileName)), checker: program.getTypeChecker() };
}

describe('scopes', () => {
  const requirements = readRequirements();

  test('the reference is read: known methods have the scopes that Google documents', () => {
    expect(requirements.get('Mail.MailApp.getRemainingDailyQuota')).toEqual([['script.send_mail']]);
    expect(requirements.get('Spreadsheet.Range.setValues')).toEqual([['spreadsheets.currentonly', 'spreadsheets']]);
    expect(requirements.get('Utilities.Utilities.getUuid')).toEqual([[]]);
  });

  test('every Google method that the add-on names is covered by the manifest', () => {
    const { sources, checker } = compile();
    const used = methodsUsed(sources, checker);
    expect(used.size, 'methods found').toBeGreaterThan(10);
    expect(uncovered(used, requirements)).toEqual([]);
  }, 60_000);

  test('a method that needs more is found and named, also when it is only handed on', () => {
    const { sources, checker } = compile({
      [join(root, 'probe.ts')]: "SpreadsheetApp.openById('x').getSheets();\nexport const fetch = UrlFetchApp.fetch;\nSpreadsheetApp.getActive().getName();",
    });
    expect(uncovered(methodsUsed(sources, checker), requirements)).toEqual([
      'probe.ts:1: Spreadsheet.SpreadsheetApp.openById needs spreadsheets.',
      'probe.ts:2: URL_Fetch.UrlFetchApp.fetch needs script.external_request.',
    ]);
  }, 60_000);

  test('nothing of Google’s is named through a value without a type, where this test would be blind', () => {
    const { sources, checker } = compile();
    const blind: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && (checker.getTypeAtLocation(node.expression).flags & ts.TypeFlags.Any) !== 0) blind.push(`${relative(root, node.getSourceFile().fileName)}: ${node.getText().slice(0, 60)}`);
      ts.forEachChild(node, visit);
    };
    sources.forEach(visit);
    expect(blind).toEqual([]);
  }, 60_000);
});
