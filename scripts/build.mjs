/** Builds dist/, ready for clasp: Code.js (bundle and shell), appsscript.json and the sidebar's HTML, and nothing else. */
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { root, runScript, startedDirectly } from './root.mjs';
import { writeIfChanged } from './write.mjs';

/** The global that holds the bundle in Code.js. */
const bundleName = 'Okr';
const largestCode = 350_000; // bytes; Google loads the whole file for every cell that calculates

const scopes = ['script.container.ui', 'script.scriptapp', 'script.send_mail', 'spreadsheets.currentonly', 'userinfo.email'];

/** Builds everything and answers the size of Code.js in bytes. */
export async function build() {
  ensureInstalled();
  const { compileMessages, textsFile } = await import('./messages.mjs');
  const { inlineSidebar } = await import('./sidebar.mjs');
  await compileMessages();
  const [code, sidebar] = await Promise.all([bundleCode(), inlineSidebar(join(root, 'sidebar/index.html'))]);
  const files = { 'Code.js': code, 'appsscript.json': readManifest(), 'sidebar.html': sidebar, 'texts.html': textsFile() };
  writeDist(files);
  const size = Buffer.byteLength(code);
  if (size > largestCode) throw new Error(`dist/Code.js has ${size} bytes, more than the ${largestCode} that are allowed.`);
  return size;
}

async function bundleCode() {
  const { build: bundle } = await import('esbuild');
  const { readGlobals, inspectGlobals, printShell } = await import('./globals.mjs');
  const entry = join(root, 'src/main.ts');
  const globals = readGlobals(entry);
  const problems = inspectGlobals(globals);
  if (problems.length > 0) throw new Error(`What src/main.ts gives to Google is not complete:\n  ${problems.join('\n  ')}`);
  const result = await bundle({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: bundleName,
    target: 'es2020', // Google's parser refuses private and static fields, which newer targets leave in
    platform: 'neutral',
    charset: 'utf8',
    legalComments: 'inline',
    tsconfig: join(root, 'src/tsconfig.json'),
    logLevel: 'silent',
    metafile: true,
  });
  const strangers = Object.keys(result.metafile.inputs).filter((input) => /(^|\/)src\/(local|rows\/foreign)\//.test(input));
  if (strangers.length > 0) throw new Error(`The embedded host and what the sidebar alone runs do not belong into Code.js, but these are in it: ${strangers.join(', ')}.`);
  return `${withOwnNames(result.outputFiles[0].text.trim())}\n\n${printShell(globals, bundleName)}`;
}

/** What the language itself brings and rows of cells need again and again. */
const languageNames = ['Array', 'Date', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'RegExp', 'Set', 'String'].join(', ');

/**
 * Hands the language's own objects to the bundle as arguments. In a sandboxed context each look-up of a global asks the sandbox first, which for
 * ten thousand rows made half of the time; an argument is looked up once.
 */
function withOwnNames(bundle) {
  return `var ${bundleName} = (function (${languageNames}) {\n${bundle}\nreturn ${bundleName};\n})(${languageNames});`;
}

function readManifest() {
  const text = readFileSync(join(root, 'appsscript.json'), 'utf8');
  const manifest = JSON.parse(text);
  const named = (manifest.oauthScopes ?? []).map((scope) => scope.replace('https://www.googleapis.com/auth/', '')).sort();
  if (named.join() !== scopes.join()) throw new Error(`appsscript.json asks for the scopes ${named.join(', ')}; it must be exactly ${scopes.join(', ')}.`);
  if (manifest.runtimeVersion !== 'V8') throw new Error('appsscript.json must name the runtime V8.');
  return text;
}

/** clasp pushes whatever lies in dist/, so anything else there would reach Google. */
function writeDist(files) {
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeIfChanged(join(dist, name), text);
  for (const name of readdirSync(dist)) {
    if (!(name in files) && !name.endsWith('.part')) rmSync(join(dist, name), { recursive: true });
  }
}

if (startedDirectly(import.meta.url)) {
  await runScript(async () => {
    const start = Date.now();
    const size = await build();
    console.log(`${relative(process.cwd(), join(root, 'dist')) || 'dist'}/ is built: Code.js has ${(size / 1000).toFixed(1)} kB (${((Date.now() - start) / 1000).toFixed(1)} s).`);
  });
}
