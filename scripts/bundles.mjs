/** Makes what runs at Google out of src/: Code.js, which every cell that calculates loads, and the code of the actions, which is read on demand. */
import { join } from 'node:path';
import { inspectGlobals, printShell, readGlobals } from './globals.mjs';
import { root } from './root.mjs';

/** The global that holds the bundle in Code.js. */
const bundleName = 'Okr';

/** What the language itself brings and rows of cells need again and again. */
const languageNames = ['Array', 'Date', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'RegExp', 'Set', 'String'].join(', ');

/** Answers the text of Code.js and of the actions, a function body that takes what both share and answers the actions by name. */
export async function bundleCode() {
  const globals = readGlobals(join(root, 'src/main.ts'));
  const onDemand = readGlobals(join(root, 'src/actions.ts'));
  const problems = inspectGlobals([...globals, ...onDemand]);
  if (problems.length > 0) throw new Error(`What is given to Google is not complete:\n  ${problems.join('\n  ')}`);
  const { core, actions, shared } = await modules();
  const shell = `${printShell(globals, bundleName)}\n${printShell(onDemand, `${bundleName}.actions()`)}`;
  return { code: `${withOwnNames(toBody(shared), toBody(core))}\n\n${shell}`, actions: `'use strict';${toBody(actions)}` };
}

/**
 * Three modules without a word twice: what the core needs, what the actions need, and what both do. esbuild does the splitting; since it can split
 * nothing but ES modules, which Google does not know, their imports and exports are rewritten below.
 */
async function modules() {
  const { build: bundle } = await import('esbuild');
  const result = await bundle({
    entryPoints: { actions: join(root, 'src/actions.ts') },
    stdin: { contents: "export * from './src/main'; export { actions } from './src/google/onDemand';", resolveDir: root, sourcefile: 'core.ts', loader: 'ts' },
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    format: 'esm',
    outdir: 'bundles',
    entryNames: '[name]',
    chunkNames: 'shared',
    target: 'es2020', // Google's parser refuses private and static fields, which newer targets leave in
    platform: 'neutral',
    charset: 'utf8',
    legalComments: 'inline',
    tsconfig: join(root, 'src/tsconfig.json'),
    logLevel: 'silent',
    metafile: true,
  });
  const strangers = Object.keys(result.metafile.inputs).filter((input) => /(^|\/)src\/(local|rows\/foreign|rules\/schedule\/typed)\//.test(input));
  if (strangers.length > 0) throw new Error(`The embedded host and what the sidebar alone runs do not belong into what goes to Google, but these are in it: ${strangers.join(', ')}.`);
  const textOf = (name) => result.outputFiles.find(({ path }) => path.endsWith(`${name}.js`))?.text.trim() ?? '';
  if (result.outputFiles.length !== 3) throw new Error(`Two entries share one file, but esbuild made ${result.outputFiles.map(({ path }) => path).join(', ')}.`);
  return { core: textOf('stdin'), actions: textOf('actions'), shared: textOf('shared') };
}

/** `import{a as b}from"./shared.js";…export{c as d};` becomes the body of a function: `const{a:b}=okrShared;…return{d:c};`. */
function toBody(module) {
  const names = (list) => list.split(',').map((one) => one.split(' as '));
  const body = module
    .replace(/\bimport\{([^}]*)\}from"\.\/shared\.js";/g, (_, list) => `const{${names(list).map(([from, to = from]) => `${from}:${to}`).join()}}=okrShared;`)
    .replace(/\bexport\{([^}]*)\};?$/, (_, list) => `return{${names(list).map(([from, to = from]) => `${to}:${from}`).join()}};`);
  if (/^\s*(?:import|export)\b|[;}](?:import|export)[{"*\s]/.test(body)) throw new Error('A module of the bundle still imports or exports.');
  return body;
}

/**
 * Hands the language's own objects to the bundle as arguments. In a sandboxed context each look-up of a global asks the sandbox first, which for
 * ten thousand rows made half of the time; an argument is looked up once.
 */
function withOwnNames(shared, core) {
  return `var ${bundleName} = (function (${languageNames}) {\n'use strict';\nvar okrShared = (function () {\n${shared}\n})();\n${core}\n})(${languageNames});`;
}
