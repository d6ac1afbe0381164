/** The built sidebar in a real browser, 300 px wide, with a fake server behind google.script.run. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { transfer } from '../../src/local/services/transfer';
import type { FakeServer } from './fakeServer';

const ROOT = join(import.meta.dirname, '..', '..');
const WIDTH = 300;

/** A runner never changes: each `with…` answers a new one; any other name is a function of the server, asked through `askServer`. */
const RUNNER = `
  const runner = (handlers) => new Proxy({}, { get: (_, name) =>
    name === 'withSuccessHandler' ? (f) => runner({ ...handlers, success: f })
    : name === 'withFailureHandler' ? (f) => runner({ ...handlers, failure: f })
    : (...args) => void window.askServer(name, args).then((reply) => 'error' in reply ? handlers.failure(Object.assign(new Error(reply.error), { name: 'ScriptError' })) : handlers.success(reply.value)) });
  window.google = { script: { run: runner({}), host: { close() {}, editor: { focus() {} } } } };
`;

let html: Promise<string> | undefined;

function sidebarHtml(): Promise<string> {
  html ??= (import(join(ROOT, 'scripts/sidebar.mjs')) as Promise<{ inlineSidebar(page: string): Promise<string> }>).then(({ inlineSidebar }) => inlineSidebar(join(ROOT, 'sidebar/index.html')));
  return html;
}

export interface Sidebar {
  readonly page: Page;
  /** Errors of the page's scripts, and requests that left it. */
  readonly complaints: readonly string[];
  /** Lets the calls wait until they are released. */
  hold(): () => void;
  /** Opens another spreadsheet in the same browser tab. */
  goTo(book: string): Promise<void>;
  close(): Promise<void>;
}

export interface Options {
  readonly scheme?: 'light' | 'dark';
  /** Runs before the sidebar's scripts. */
  readonly before?: string;
  readonly locale?: string;
  /** What the add-on says on the page to show first. */
  readonly first?: string;
  /** The id of the spreadsheet, as the add-on says it on the page. */
  readonly book?: string;
}

export async function openSidebar(browser: Browser, server: FakeServer, { scheme = 'light', before = '', locale = 'en-GB', first = '', book = 'book' }: Options = {}): Promise<Sidebar> {
  const context = await browser.newContext({ viewport: { width: WIDTH, height: 900 }, colorScheme: scheme, locale });
  const page = await context.newPage();
  const complaints: string[] = [];
  let held: Promise<void> = Promise.resolve();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const plain = await sidebarHtml();
  let shown = book;
  await page.route('**/*', (route) => {
    if (route.request().url() === 'http://sidebar.test/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: plain.replace('id="app"', `id="app" data-book="${shown}" data-first="${first}"`) });
    if (!route.request().url().endsWith('/favicon.ico')) complaints.push(`went out to ${route.request().url()}`);
    return route.fulfill({ status: 404, body: '' });
  });
  await page.exposeFunction('askServer', async (name: string, args: readonly unknown[]) => {
    await held;
    try {
      return { value: transfer(server.answer(name, transfer(args) as unknown[])) };
    } catch (error) {
      return { error: `Error: ${(error as Error).message}` };
    }
  });
  await page.addInitScript(`${RUNNER}\n${before}`);
  await page.goto('http://sidebar.test/');
  return {
    page,
    complaints,
    hold() {
      let release = (): void => undefined;
      held = new Promise((resolve) => (release = resolve));
      return release;
    },
    async goTo(other) {
      shown = other;
      await page.reload();
    },
    close: () => context.close(),
  };
}
