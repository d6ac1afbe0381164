/** `npm start`: installs and builds what is missing, serves the local page and prints its address. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { root, runScript } from './root.mjs';
import { serve } from './serve.mjs';
import { isStale, writeStamp } from './stale.mjs';

const defaultPort = 5180;

await runScript(async () => {
  const started = Date.now();
  const port = portFrom(process.argv.slice(2));
  // First of all, so that nobody waits for a build only to hear that the port is taken.
  const server = await listen(port);
  endOnSignal(server);
  try {
    await buildAll();
  } catch (error) {
    server.close();
    throw error;
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`OKR Sheets is ready after ${seconds} s. Open http://127.0.0.1:${server.address().port}/ (Ctrl-C ends it)`);
});

async function buildAll() {
  ensureInstalled();
  await buildAddOn();
  // Only now: it imports packages, which a fresh clone did not have a moment ago.
  const { buildPage } = await import('./page.mjs');
  await buildPage();
}

/** The add-on's own build, skipped when nothing it is made from has changed. */
async function buildAddOn() {
  const stamp = join(root, 'build', 'dist.stamp');
  const sources = ['src', 'sidebar', 'appsscript.json', 'package-lock.json', 'scripts/build.mjs', 'scripts/messages.mjs'].map((path) => join(root, path));
  if (existsSync(join(root, 'dist', 'Code.js')) && !isStale(stamp, sources)) return;
  const at = new Date();
  const { build } = await import('./build.mjs');
  await build();
  writeStamp(stamp, at);
}

async function listen(port) {
  const folders = { '': join(root, 'build', 'page'), dist: join(root, 'dist') };
  try {
    return await serve(folders, port);
  } catch (error) {
    if (error.code === 'EADDRINUSE') throw new Error(`Port ${port} is taken by another program. Choose another one: npm start -- --port ${port + 1}`, { cause: error });
    if (error.code === 'EACCES') throw new Error(`Port ${port} needs more rights than this program has. Choose one above 1024: npm start -- --port ${defaultPort}`, { cause: error });
    throw error;
  }
}

function endOnSignal(server) {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      server.close(() => process.exit(0));
      server.closeAllConnections();
    });
  }
}

/** `--port N` or `--port=N`; 0 lets the system choose. `--no-open` is accepted: no browser is ever opened. */
function portFrom(args) {
  let value = defaultPort;
  for (let i = 0; i < args.length; i += 1) {
    const [name, inline] = args[i].split('=', 2);
    if (name === '--no-open') continue;
    if (name !== '--port') throw new Error(`"${args[i]}" is not known here. Use: npm start -- --port N`);
    const text = inline ?? args[(i += 1)] ?? '';
    if (text === '') throw new Error(`--port needs a number: npm start -- --port ${defaultPort}`);
    value = Number(text);
    if (!/^\d+$/.test(text) || value > 65535) throw new Error(`"${text}" is not a port. Use a number from 1 to 65535: npm start -- --port ${defaultPort}`);
  }
  return value;
}
