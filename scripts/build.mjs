/** Builds dist/, ready for clasp: Code.js (bundle and shell), appsscript.json and the sidebar's HTML, and nothing else. */
import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { root, runScript, startedDirectly } from './root.mjs';
import { writeIfChanged } from './write.mjs';

const largestCode = 250_000; // bytes; Google loads the whole file for every cell that calculates

const scopes = ['script.container.ui', 'script.scriptapp', 'script.send_mail', 'spreadsheets.currentonly', 'userinfo.email'];

/** Builds everything and answers the size of Code.js in bytes. */
export async function build() {
  ensureInstalled();
  const { compileMessages, readTexts } = await import('./messages.mjs');
  const { inlineSidebar } = await import('./sidebar.mjs');
  await compileMessages();
  const { bundleCode } = await import('./bundles.mjs');
  const [{ code, actions }, sidebar] = await Promise.all([bundleCode(), inlineSidebar(join(root, 'sidebar/index.html'))]);
  const files = { 'Code.js': code, 'actions.html': asPage(JSON.stringify(actions)), 'appsscript.json': readManifest(), 'sidebar.html': sidebar, 'texts.html': asPage(readTexts()) };
  writeDist(files);
  const size = Buffer.byteLength(code);
  if (size > largestCode) throw new Error(`dist/Code.js has ${size} bytes, more than the ${largestCode} that are allowed.`);
  return size;
}

/** JSON as a file that Google may take for HTML without finding a tag or an entity in it; both signs stand in strings only, where the escape means the same. */
function asPage(json) {
  return json.replace(/[<&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
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
