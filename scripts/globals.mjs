/** Reads which functions src/main.ts gives to Google, with their help, and prints the shell of real top-level functions. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/**
 * A function that Google may call; `help` is its JSDoc block as written.
 * @typedef {{name: string, file: string, help: string, params: {name: string, rest: boolean}[]}} Global
 */

/**
 * The functions that a module exports, following `export … from`, in the order of the exports.
 * @param {string} file
 * @returns {Global[]}
 */
export function readGlobals(file) {
  const source = parse(file);
  const found = [];
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && isExported(statement)) found.push(describe(statement, source));
    else if (ts.isVariableStatement(statement) && isExported(statement)) {
      throw new Error(`${file} exports a value; Google only sees functions that are declared with \`function\`.`);
    } else if (ts.isExportDeclaration(statement) && !statement.isTypeOnly) found.push(...readExports(statement, source));
  }
  return found;
}

function readExports(statement, source) {
  const names = statement.exportClause && ts.isNamedExports(statement.exportClause) ? statement.exportClause.elements : undefined;
  if (statement.exportClause && !names) throw new Error(`${source.fileName} exports a namespace, which Google cannot see.`);
  if (!statement.moduleSpecifier) return names.filter((name) => !name.isTypeOnly).map((name) => readLocal(name, source));
  const all = readGlobals(resolve(source.fileName, statement.moduleSpecifier.text));
  if (!names) return all;
  return names.filter((name) => !name.isTypeOnly).map((name) => pick(all, name, source));
}

/** `export { name }` of something declared or imported above. */
function readLocal(name, source) {
  const wanted = (name.propertyName ?? name.name).text;
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === wanted) return { ...describe(statement, source), name: name.name.text };
    const imported = importedNames(statement).find((element) => element.name.text === wanted);
    if (imported) {
      const all = readGlobals(resolve(source.fileName, statement.moduleSpecifier.text));
      return { ...find(all, (imported.propertyName ?? imported.name).text, source), name: name.name.text };
    }
  }
  throw new Error(`${source.fileName} exports ${wanted}, which is not a function that is declared or imported by name there.`);
}

function importedNames(statement) {
  const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
  return bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
}

function pick(all, name, source) {
  return { ...find(all, (name.propertyName ?? name.name).text, source), name: name.name.text };
}

function find(all, name, source) {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`${source.fileName} exports ${name}, but no function of that name is where it comes from.`);
  return found;
}

function resolve(from, specifier) {
  const base = join(dirname(from), specifier);
  const file = [`${base}.ts`, join(base, 'index.ts')].find(existsSync);
  if (!file) throw new Error(`${from} exports from ${specifier}, which is no TypeScript file of this project.`);
  return file;
}

function parse(file) {
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2020, true);
}

function isExported(statement) {
  return statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function describe(declaration, source) {
  const name = declaration.name?.text;
  if (!name || declaration.modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)) {
    throw new Error(`${source.fileName} has a default export; Google needs a name.`);
  }
  const block = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc).pop();
  const params = declaration.parameters.map((parameter) => {
    if (!ts.isIdentifier(parameter.name)) throw new Error(`${name} in ${source.fileName} takes its argument apart in the signature; give it a name.`);
    return { name: parameter.name.text, rest: parameter.dotDotDotToken !== undefined };
  });
  return { name, file: source.fileName, help: block?.getText(source) ?? '', params };
}

/**
 * The help of a block in parts. Google shows what stands in the braces of a parameter in its example of the call, so
 * that is where the examples are.
 * @param {string} block
 * @returns {{description: string, params: Record<string, {text: string, example: string, optional: boolean}>, tags: {name: string, text: string}[]}}
 */
export function readHelp(block) {
  const source = ts.createSourceFile('help.ts', `${block}\nfunction f() {}`, ts.ScriptTarget.ES2020, true);
  const doc = ts.getJSDocCommentsAndTags(source.statements[0]).filter(ts.isJSDoc).pop();
  const text = (comment) => (ts.getTextOfJSDocComment(comment) ?? '').trim();
  /** @type {ReturnType<typeof readHelp>['params']} */
  const params = {};
  const tags = [];
  for (const tag of doc?.tags ?? []) {
    if (ts.isJSDocParameterTag(tag)) {
      const example = tag.typeExpression?.type.getText(source) ?? '';
      params[tag.name.getText(source)] = { text: text(tag.comment).replace(/^- /, ''), example, optional: tag.isBracketed };
    } else tags.push({ name: tag.tagName.text, text: text(tag.comment) });
  }
  return { description: text(doc?.comment), params, tags };
}

/** @param {Global} global */
export function isCustomFunction({ help }) {
  return /@customfunction\b/.test(help);
}

/**
 * What is wrong with the set, one sentence each: names that Google refuses, custom functions without complete help.
 * @param {Global[]} globals
 */
export function inspectGlobals(globals) {
  const problems = [];
  const seen = new Set();
  for (const one of globals) {
    if (seen.has(one.name.toUpperCase())) problems.push(`${one.name} is there twice; formulas ignore upper and lower case.`);
    seen.add(one.name.toUpperCase());
    if (one.name.endsWith('_')) problems.push(`${one.name} ends in _, which hides it from Google.`);
    const isFormula = /[\\/]functions[\\/]/.test(one.file);
    if (isFormula && !isCustomFunction(one)) problems.push(`${one.name} stands in src/functions without @customfunction.`);
    if (!isFormula && isCustomFunction(one)) problems.push(`${one.name} is a custom function outside of src/functions.`);
    if (isCustomFunction(one)) problems.push(...inspectHelp(one));
  }
  return problems;
}

function inspectHelp({ name, help, params }) {
  const problems = [];
  const { description, params: texts, tags } = readHelp(help);
  if (!/^OKR_[A-Z_]*[A-Z]$/.test(name)) problems.push(`${name} is a custom function and needs a name such as OKR_SCORE.`);
  if (!description) problems.push(`${name} has no description.`);
  for (const param of params) {
    if (!texts[param.name]?.text) problems.push(`${name} has no @param text for ${param.name}.`);
    else if (!texts[param.name].example) problems.push(`${name} has no example in braces for ${param.name}.`);
  }
  for (const text of Object.keys(texts)) {
    if (!params.some((param) => param.name === text)) problems.push(`${name} explains ${text}, which is not one of its parameters.`);
  }
  if (!tags.some((tag) => /^returns?$/.test(tag.name) && tag.text)) problems.push(`${name} does not say what it returns.`);
  return problems;
}

/**
 * The lines after the bundle: a declared function per export that forwards to the bundle. Google shows people the help of custom functions, unchanged;
 * comments of the others would only be loaded with every cell that calculates.
 * @param {Global[]} globals
 * @param {string} bundleName
 */
export function printShell(globals, bundleName) {
  return globals
    .map((global) => {
      const { name, help, params } = global;
      const list = params.map((param) => (param.rest ? `...${param.name}` : param.name)).join(', ');
      return `${isCustomFunction(global) ? `${help}\n` : ''}function ${name}(${list}) { return ${bundleName}.${name}(${list}); }\n`;
    })
    .join('\n');
}
