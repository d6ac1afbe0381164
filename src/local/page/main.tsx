/** Starts the local page: fetches what it is served with, opens the document and draws everything around the grid. */
import { render } from 'preact';
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
  const [code, html, runner, sample] = await Promise.all([text('/dist/Code.js'), fetchHtml(), text('/runner.js'), text('/sample.json')]);
  return { code, html, runner, sample: JSON.parse(sample) as Sample };
}

/** Whatever HTML lies in dist/ is pushed, so a script may ask for any of it. */
async function fetchHtml(): Promise<Record<string, string>> {
  const names = (JSON.parse(await text('/dist/')) as string[]).filter((name) => name.endsWith('.html'));
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name.slice(0, -'.html'.length), await text(`/dist/${name}`)] as const)));
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
