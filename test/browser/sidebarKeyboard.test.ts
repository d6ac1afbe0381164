/** The sidebar by keyboard alone: no mouse is used here, and what has the focus can be seen. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AdoptedObjective, ObjectiveDraft } from '../../src/app/api';
import { fakeServer, type FakeServer } from '../sidebar/fakeServer';
import { openSidebar, type Sidebar } from '../sidebar/openSidebar';
import { openBrowser } from './browser';

const TIMEOUT = 60_000;
/** More presses of Tab than any panel has places to stop at. */
const MOST_STOPS = 150;
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
  await tabTo(page, /^(Check in|Write|Review.*|Adopt)$/);
  for (let press = 0; press < 4 && !name.test(await focused(page)); press += 1) await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toMatch(name);
}

describe('by keyboard alone', () => {
  it('moves between the tabs with arrows, Home and End', async () => {
    const page = await open(fakeServer());
    await toTab(page, /^Check in$/);
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('Share');
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
    expect(server.log.map(({ keyResultId, value, confidence, progress }) => [keyResultId, value, confidence, progress])).toEqual([
      ['O2.3', '40%', 3, 'First line\nsecond line'],
      ['O2.1', '4', 3, ''],
      ['O2.2', '92', 3, ''],
    ]);
  });

  it('writes an objective with a parent that is searched, and saves it', async () => {
    const server = fakeServer();
    const page = await open(server);
    await toTab(page, /^Write$/);
    await page.getByRole('heading', { name: 'New objective' }).waitFor();
    await tabTo(page, /^I will/);
    await page.keyboard.type('Make every ride home feel safe');
    await tabTo(page, /^Team$/);
    await page.keyboard.type('Sales');
    await tabTo(page, /^More fields$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Supports$/);
    await page.keyboard.type('bike');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const active = await page.evaluate(() => document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')?.textContent);
    expect(active).toMatch(/^O2 /);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Key result$/);
    await page.keyboard.type('Bikes with good lights rise from 40 to 80 of 100');
    await tabTo(page, /^Target$/);
    await page.keyboard.type('80');
    await page.keyboard.press('Enter');
    await page.getByText('O4 is saved with 1 key result.').waitFor();
    expect(server.calls.find(({ name }) => name === 'formSave')?.args[0]).toMatchObject({ parent: 'O2', team: 'Sales', keyResults: [{ target: '80' }] } satisfies Partial<Record<keyof ObjectiveDraft, unknown>>);
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

  it('reviews: opens a row, its history, filters, and goes to a finding', async () => {
    const server = fakeServer();
    const page = await open(server);
    await toTab(page, /^Review/);
    await page.getByRole('heading', { name: 'All objectives' }).waitFor();
    await tabTo(page, /^Median repair time/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^History$/);
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: /^3 check-ins/ }).waitFor();
    await tabTo(page, /^Filter$/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Priority$/);
    await page.keyboard.type('Low');
    await page.keyboard.press('Enter');
    await tabTo(page, /^Show all again$/);
    await tabTo(page, /Nobody answers for O3/);
    await page.keyboard.press('Enter');
    await expect.poll(() => server.calls.at(-1)).toEqual({ name: 'panelShow', args: [11, 5, 5] });
  });

  it('adopts a sheet', async () => {
    const server = fakeServer();
    const page = await open(server);
    await toTab(page, /^Adopt$/);
    await tabTo(page, /^Look at it$/);
    await page.keyboard.press('Enter');
    await page.getByText(/^Understood/).waitFor();
    await tabTo(page, /^Mood$/);
    await page.keyboard.type('Owner');
    await expect.poll(() => page.getByLabel('Mood').inputValue()).toBe('owner');
    await tabTo(page, /^Copy into the workbook$/);
    await page.keyboard.press('Enter');
    await page.getByText(/^Copied/).waitFor();
    const [rows] = server.calls.find(({ name }) => name === 'adoptCopy')?.args as [readonly AdoptedObjective[]];
    expect(rows[0]?.keyResults.map(({ fields }) => fields['owner'])).toEqual(['sunny', 'sunny', 'sunny']);
  });

  it('shows where the focus is at every stop of every panel', async () => {
    const page = await open(fakeServer());
    for (const name of [/^Check in$/, /^Write$/, /^Review/, /^Adopt$/]) {
      await toTab(page, name);
      for (let stop = 0; stop < 12; stop += 1) {
        await page.keyboard.press('Tab');
        if ((await focused(page)) !== '') expect(`${await focused(page)}: ${await ring(page)}`).toMatch(/: (solid|auto) [12]px$/);
      }
    }
  });
});
