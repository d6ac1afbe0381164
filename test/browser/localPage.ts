/** The local page for a browser test: served on a port of its own, opened in a fresh profile, and a few things a person does there. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Host } from '../../src/local/types';
import { openBrowser } from './browser';

export const ROOT = join(import.meta.dirname, '..', '..');

/** What the page puts on its window for tests. */
export interface PageWindow {
  readonly okrHost: Host;
}

export interface LocalPage {
  readonly page: Page;
  readonly address: string;
  /** What the browser complained about: errors of scripts, and requests that left the page's own server. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

interface Listening {
  address(): { readonly port: number };
  close(): void;
  closeAllConnections(): void;
}

/** `beside` is script code that runs beside the add-on's own, so that a test can do what no menu item does yet. */
export async function openLocalPage({ beside = '' }: { readonly beside?: string } = {}): Promise<LocalPage> {
  // Plain scripts without types: `npm start` runs them before anything is built.
  const { serve } = (await import(join(ROOT, 'scripts/serve.mjs'))) as { serve(folders: Record<string, string>, port: number): Promise<Listening> };
  const { buildPage } = (await import(join(ROOT, 'scripts/page.mjs'))) as { buildPage(): Promise<void> };
  await buildPage();
  const server = await serve({ '': join(ROOT, 'build/page'), dist: join(ROOT, 'dist') }, 0);
  const address = `http://127.0.0.1:${server.address().port}/`;
  const browser: Browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  if (beside !== '') {
    await page.route('**/dist/Code.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n${beside}` });
    });
  }
  const complaints: string[] = [];
  page.on('pageerror', (error) => {
    if (!isOfUniverLeaving(error)) complaints.push(error.stack ?? error.message);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob|about):/.test(request.url())) complaints.push(`went out to ${request.url()}`);
  });
  await page.goto(address);
  await ready(page);
  return {
    page,
    address,
    complaints,
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Univer 0.25.1 now and then asks its own registry (redi) for a part that is gone when a document is left while it still draws. */
function isOfUniverLeaving(error: Error): boolean {
  return /^\[redi\]: Expect 1 dependency item/.test(error.message);
}

/** The spreadsheet is open and every formula has its value. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('body[data-ready]', { timeout: 20_000 });
}

/** What the host would show in these cells; asked in the page, since a canvas cannot be read. */
export function valuesOf(page: Page, sheet: string, a1: string): Promise<unknown[][]> {
  return page.evaluate(([name, range]) => (window as unknown as PageWindow).okrHost.values(name, range), [sheet, a1] as const);
}

/** Goes to a cell as people do, by the box left of the formula bar, and types into it. */
export async function typeInGrid(page: Page, sheet: string, a1: string, text: string): Promise<void> {
  await page.locator('[data-u-comp=slide-tab-item]').filter({ hasText: new RegExp(`^${sheet}$`) }).click();
  const box = page.locator('[data-u-comp=defined-name] input');
  await box.click();
  await box.fill(a1);
  await box.press('Enter');
  await page.waitForTimeout(200);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

export async function chooseMenuItem(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'OKR Sheets' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
