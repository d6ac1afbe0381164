/** Finds or unpacks a Chromium and opens it for a browser test: nothing is downloaded, and a bare Linux is enough. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { writeThaiFonts } from './fonts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** The carried font and the machine's, if it has any; the package's own file only knows folders of the cloud it was made for. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

interface Executable {
  readonly path: string;
  readonly env: Record<string, string>;
}

/** A headless browser with a fresh profile; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = installed() ?? (await carried());
  return chromium.launch({
    executablePath: path,
    headless: true,
    chromiumSandbox: false,
    args: FLAGS,
    env: { ...processEnvironment(), ...env },
  });
}

function installed(): Executable | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    return { path: named, env: {} };
  }
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const path = [...onPath, ...PLACES].find((candidate) => existsSync(candidate) && starts(candidate));
  return path === undefined ? undefined : { path, env: {} };
}

/** Some systems ship a `chromium-browser` that only says how to install the real one. */
function starts(path: string): boolean {
  return process.platform !== 'linux' || spawnSync(path, ['--version'], { timeout: 10_000 }).status === 0;
}

/**
 * The Chromium inside the npm package @sparticuz/chromium. The package unpacks next to everybody's temporary files and
 * takes a half-written file for a good one; so it works in a folder of its own here, which gets its final name when complete.
 */
async function carried(): Promise<Executable> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const version = (require(join(dirname(entry), '..', '..', 'package.json')) as { version: string }).version;
  const home = join(ROOT, 'node_modules', '.cache', `chromium-${version}`);
  if (!existsSync(home)) await unpack(home);
  return {
    path: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  };
}

async function unpack(home: string): Promise<void> {
  mkdirSync(dirname(home), { recursive: true });
  const folder = mkdtempSync(`${home}-`);
  // The package reads these two when it is imported and when it unpacks; afterwards they are as before.
  const before = processEnvironment();
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
  try {
    const { default: Chromium } = await import('@sparticuz/chromium');
    await Chromium.executablePath();
    writeFileSync(join(folder, 'fonts.conf'), FONTS);
    writeThaiFonts(join(folder, 'fonts'));
    rename(folder, home);
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Another test process may have been faster; then its folder is as good as ours. */
function rename(folder: string, home: string): void {
  try {
    renameSync(folder, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  }
}

function processEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
