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
  const [code, sidebar, runner, sample] = await Promise.all([text('/dist/Code.js'), text('/dist/sidebar.html'), text('/runner.js'), text('/sample.json')]);
  return { code, sidebar, runner, sample: JSON.parse(sample) as Sample };
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
