/** The sidebar by keyboard alone: no mouse is used here, what has the focus can be seen, and it is not lost. The flows beside go through everything in the page. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeServer, type FakeServer } from '../sidebar/fakeServer';
import { openSidebar, type Sidebar } from '../sidebar/openSidebar';
import { openBrowser } from './browser';

const TIMEOUT = 60_000;
/** More presses of Tab than any panel has places to stop at. */
const MOST_STOPS = 400;
let browser: Browser;
let sidebar: Sidebar | undefined;

beforeAll(async () => {
  browser = await openBrowser();
}, TIMEOUT);

afterAll(async () => {
  await browser?.close();
});

afterEach(async () => {
  const complaints = sidebar?.complaints ?? [];
  await sidebar?.close();
  sidebar = undefined;
  expect(complaints).toEqual([]);
});

async function open(server: FakeServer): Promise<Page> {
  sidebar = await openSidebar(browser, server);
  await sidebar.page.getByRole('radio', { name: /Mine/ }).waitFor();
  return sidebar.page;
}

/** What the focused element is called, as a screen reader would say it: its label, its text, or that of its group. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    if (!element || element === document.body) return '';
    const label = element.labels?.[0]?.textContent ?? '';
    const name = element.getAttribute('aria-label') ?? (label || element.textContent);
    return (name ?? '').replace(/\s+/g, ' ').trim();
  });
}

/** Presses Tab until something called so has the focus. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(key);
    const here = await focused(page);
    if (name.test(here)) return;
    passed.push(here);
  }
  throw new Error(`Tab never came to ${name}; it passed ${passed.join(' | ')}.`);
}

/** The ring around what has the focus; a radio button's is around its label. */
function ring(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const shown = element.matches('[type=radio]') ? (element.nextElementSibling as HTMLElement) : element;
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    return `${outlineStyle} ${outlineWidth}`;
  });
}

async function toTab(page: Page, name: RegExp): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await tabTo(page, /^(Check in|Write|Review.*|More)$/);
  for (let press = 0; press < 4 && !name.test(await focused(page)); press += 1) await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toMatch(name);
}

describe('by keyboard alone', () => {
  it('moves between the tabs with arrows, Home and End', async () => {
    const page = await open(fakeServer());
    await toTab(page, /^Check in$/);
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('More');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('Check in');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Home');
    expect(await page.getByRole('tab', { name: 'Check in' }).getAttribute('aria-selected')).toBe('true');
  });

  it('checks in one key result after the other: value, Enter, value, Enter', async () => {
    const server = fakeServer();
    const page = await open(server);
    await tabTo(page, /^The new booking page/);
    await page.keyboard.press('Enter');
    await page.keyboard.type('40%');
    await tabTo(page, /^1$/); // nothing is chosen yet; the arrows choose
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, /^What moved$/);
    await page.keyboard.type('First line');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('second line');
    await page.keyboard.press('Enter');
    await page.getByText('O2.3 is saved.').waitFor();
    await expect.poll(() => focused(page)).toBe('New value (days)');
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await page.getByText('O2.1 is saved.').waitFor();
    await expect.poll(() => focused(page)).toBe('New value (%)');
    await page.keyboard.type('92');
    await page.keyboard.press('Enter');
    await page.getByText('All of these are checked in.').waitFor();
    await expect.poll(() => focused(page)).toMatch(/O2\.2 ·/); // the form is gone; its row was before it
    expect(server.log.map(({ keyResultId, value, confidence, progress }) => [keyResultId, value, confidence, progress])).toEqual([
      ['O2.3', '40%', 3, 'First line\nsecond line'],
      ['O2.1', '4', 3, ''],
      ['O2.2', '92', 3, ''],
    ]);
  });

  it('leaves the focus on the button that was pressed while its call runs, and a second press does nothing', async () => {
    const server = fakeServer();
    const page = await open(server);
    await toTab(page, /^Review/);
    await page.getByRole('heading', { name: 'All objectives' }).waitFor();
    await tabTo(page, /^Check again$/);
    const release = sidebar?.hold();
    await page.keyboard.press('Enter');
    const button = page.getByRole('button', { name: 'Check again' });
    await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Check again');
    release?.();
    await expect.poll(() => button.getAttribute('aria-disabled')).toBe('false');
    expect(await focused(page)).toBe('Check again');
    expect(server.calls.filter(({ name }) => name === 'panelCheck')).toHaveLength(1);
  });

  it('archives a key result after a question, which Escape answers with no', async () => {
    const server = fakeServer();
    const page = await open(server);
    await toTab(page, /^Write$/);
    await page.getByRole('heading', { name: 'New objective' }).waitFor();
    await tabTo(page, /^Edit, duplicate/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Find an objective$/);
    await page.keyboard.type('bike back');
    await page.keyboard.press('Enter');
    await tabTo(page, /^Archive: O2\.2$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await focused(page)).toBe('Archive');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Archive: O2.2'); // back where the question came from
    expect(server.calls.some(({ name }) => name === 'formArchive')).toBe(false);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('O2.2 is archived').waitFor();
  });

  it.each([/^Check in$/, /^Write$/, /^Review/, /^More$/])('names and shows every stop of the panel %s, all round, with everything in it open', async (name) => {
    const page = await open(fakeServer());
    await toTab(page, name);
    await page.waitForFunction(() => document.querySelectorAll('[role=tabpanel]:not([hidden]) button').length > 1);
    await page.evaluate(() => document.querySelectorAll<HTMLDetailsElement>('[role=tabpanel]:not([hidden]) details').forEach((one) => (one.open = true)));
    const stops = await allRound(page);
    const reachable = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('[role=tabpanel]:not([hidden]) :is(button, textarea, select, summary, input:not([type=radio]))')].filter((one) => one.checkVisibility() && !one.matches(':disabled')).length);
    expect(stops.length).toBeGreaterThan(reachable); // the tab above is one more, and a group of radio buttons has one stop
    for (const stop of stops) expect(stop).toMatch(/^\S.*: (solid|auto) [12]px$/);
  }, TIMEOUT);
});

/** Every stop from the first one until it comes again, with its name and its ring. */
async function allRound(page: Page): Promise<string[]> {
  const stops: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let press = 0; press < MOST_STOPS; press += 1) {
    await page.keyboard.press('Tab');
    const kind = await page.evaluate(() => {
      const here = document.activeElement as HTMLElement;
      if (here === document.body) return 'outside'; // the browser's own buttons come between the last stop and the first
      const stop = here.dataset['stop']; // a date has a stop for each of its parts
      here.dataset['stop'] ??= document.querySelector('[data-stop]') ? 'later' : 'first';
      return stop ?? 'new';
    });
    if (kind === 'first') return stops;
    if (kind === 'new') stops.push(`${await focused(page)}: ${await ring(page)}`);
  }
  throw new Error(`Tab did not come round; it passed ${stops.join(' | ')}.`);
}
