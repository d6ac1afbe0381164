/** Starts the local page: fetches what it is served with, opens the document and draws everything around the grid. */
import { render } from 'preact';
import { LANGUAGES } from '../../model/words';
import { App } from './app';
import { openDocument, type Sample, type Served } from './document';
import { messageOf } from './messageOf';
import './page.css';
import { WORDS } from './words';

async function start(): Promise<void> {
  const served = await fetchServed();
  const grid = element('grid');
  const open = await openDocument(grid, served);
  // For the console, the browser tests and the benches.
  Object.assign(window, { okrHost: open.host, okrEngine: open.engine });
  await open.host.open('LIMITED');
  render(<App open={open} served={served} grid={grid} />, element('app'));
  await open.host.settled();
  document.body.dataset['ready'] = 'true';
}

async function fetchServed(): Promise<Served> {
  const pages = ['sidebar', ...LANGUAGES.map((language) => `texts-${language}`)];
  const [code, runner, sample, ...html] = await Promise.all(['/dist/Code.js', '/runner.js', '/sample.json', ...pages.map((page) => `/dist/${page}.html`)].map(text));
  return { code: code!, runner: runner!, sample: JSON.parse(sample!) as Sample, html: Object.fromEntries(pages.map((page, i) => [page, html[i]!])) };
}

async function text(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
  return response.text();
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element "${id}".`);
  return found;
}

start().catch((error: unknown) => {
  element('app').textContent = `${WORDS.en.notStarted} ${messageOf(error)}`;
  console.error(error);
});
