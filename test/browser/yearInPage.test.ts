/** A whole year in the local page, as a person clicks through it: set up, write, check in, review, close four quarters; every number was worked out by hand. */
import type { FrameLocator, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUARTERS } from '../year/hand';
import { chooseMenuItem, openLocalPage, ready, valuesOf, type LocalPage, type PageWindow } from './localPage';

const TIMEOUT = 120_000;
const NAMES = ['Orders per month rise from 100 to 400', 'Complaints fall from 50 to 10', 'Interviews rise from 0 to 12'] as const;
let local: LocalPage;
let sidebar: FrameLocator;

/** The page's clock stands at noon of a day, and somebody opens the spreadsheet and its sidebar. */
async function goTo(day: string): Promise<void> {
  await local.page.clock.setFixedTime(`${day}T11:00:00Z`);
  await local.page.evaluate(() => (window as unknown as PageWindow).okrHost.open());
  await chooseMenuItem(local.page, 'Open sidebar');
  sidebar = local.page.frameLocator('.sidebar iframe');
  await sidebar.getByRole('tab', { name: 'Check in' }).waitFor();
}

async function rows(sheet: string): Promise<Record<string, unknown>[]> {
  const [keys = [], , ...data] = await valuesOf(local.page, sheet, 'A1:Z60');
  return data.filter((row) => row.slice(0, 4).some((cell) => cell !== '')).map((row) => Object.fromEntries(keys.map((key, at) => [String(key), row[at]])));
}

const press = (name: string) => sidebar.getByRole('button', { name, exact: true }).click();
const group = (number: number): Locator => sidebar.getByRole('group', { name: `Key result ${number}`, exact: true });
const setting = async (key: string) => (await rows('Settings')).find((row) => row['key'] === key)?.['value'];
/** Key results go on under new ids, with the text they had; what was reached does not go on. */
const idOf = async (text: string): Promise<string> => String((await rows('Key Results')).find((row) => row['key_result'] === text)?.['id']);

async function write(objective: string, team: string, keyResults: readonly (readonly [text: string, start: string, target: string, reading: string])[]): Promise<void> {
  await sidebar.getByRole('tab', { name: 'Write' }).click();
  await sidebar.getByLabel('I will … (objective)').fill(objective);
  await sidebar.getByLabel('Team').fill(team);
  for (const [index, [text, start, target, reading]] of keyResults.entries()) {
    if (index > 0) await press('Add a key result');
    const one = group(index + 1);
    await one.getByLabel('Key result', { exact: true }).fill(text);
    await one.getByLabel('Start', { exact: true }).fill(start);
    await one.getByLabel('Target').fill(target);
    if (reading === '') continue;
    await one.getByText('More fields').click();
    await one.getByLabel('Reading').selectOption(reading);
  }
  await press('Save');
  await sidebar.getByText(/ is saved with \d key results?\./).waitFor();
}

async function checkIn(text: string, value: number): Promise<void> {
  const id = await idOf(text);
  await sidebar.getByRole('tab', { name: 'Check in' }).click();
  await sidebar.getByRole('radio', { name: /^All/ }).check({ force: true });
  const row = sidebar.getByRole('button', { name: text });
  if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
  await sidebar.getByLabel(/^New value/).fill(String(value));
  await press('Save');
  await sidebar.getByText(`${id} is saved.`).waitFor();
}

beforeAll(async () => {
  local = await openLocalPage();
}, TIMEOUT);

it('an empty spreadsheet is set up and two objectives are written', async () => {
  await local.page.clock.setFixedTime('2026-01-01T11:00:00Z');
  await local.page.getByRole('button', { name: 'Document' }).click();
  await local.page.getByRole('menuitem', { name: 'Start from an empty spreadsheet' }).click();
  await Promise.all([local.page.waitForEvent('load'), local.page.getByRole('button', { name: 'Go on' }).click()]);
  await ready(local.page);
  await chooseMenuItem(local.page, 'Set up this spreadsheet');
  await expect.poll(() => setting('cycle_name').catch(() => ''), { timeout: 30_000 }).toBe('2026-Q1');
  await goTo('2026-01-01');
  await write('Grow with customers who stay', 'Sales', [[NAMES[0], '100', '400', ''], [NAMES[1], '50', '10', '']]);
  await write('Listen before we build', 'Product', [[NAMES[2], '0', '12', 'sum']]);
}, TIMEOUT);

afterAll(async () => {
  await local?.close();
});

describe.each(QUARTERS.map((quarter, index) => [quarter.name, quarter, index] as const))('%s in the page', (name, quarter, index) => {
  it('is checked in, reviewed and closed with the numbers of the hand calculation', async () => {
    await goTo(quarter.start);
    expect(await setting('cycle_name')).toBe(name);
    for (const [monday, ...values] of quarter.weeks) {
      await goTo(monday);
      for (const [at, value] of values.entries()) if (value !== '') await checkIn(NAMES[at] ?? '', value);
    }
    await goTo(quarter.closedOn);
    expect((await rows('Key Results')).map((row) => [row['start'], row['current'], row['score']])).toEqual(
      quarter.finals.map((final, at) => [[...quarter.starts, 0][at], final, expect.closeTo(quarter.scores[at] ?? NaN, 10)]),
    );
    await sidebar.getByRole('tab', { name: 'Review' }).click();
    await expect.poll(() => sidebar.locator('[role=tabpanel]:not([hidden])').innerText()).toMatch(new RegExp(`Overall score\\s+${quarter.shown}`));
    const following = QUARTERS[index + 1]?.name ?? '2027-Q1';
    await chooseMenuItem(local.page, 'Close cycle');
    sidebar = local.page.frameLocator('.sidebar iframe');
    await sidebar.getByRole('heading', { name: /^Step 1 of 6/ }).waitFor();
    for (let page = 0; page < 3; page += 1) await press('Next');
    expect(await sidebar.getByLabel('Name').inputValue()).toBe(following);
    await press('Next');
    await press('Close the cycle');
    await sidebar.getByText(`The spreadsheet is now in ${following}.`).waitFor({ timeout: 60_000 });
    const history = (await rows('History')).filter((row) => row['cycle'] === name);
    expect(history.map((row) => row['score'])).toEqual([...quarter.objectives, ...quarter.scores].map((score) => expect.closeTo(score, 10) as number));
    expect(history.slice(2).map((row) => row['final'])).toEqual([...quarter.finals]);
  }, TIMEOUT);
});

it('after four closes the history has every quarter with its mean, and no script or request complained', async () => {
  await press('Look at the history');
  for (const { name, shown } of QUARTERS) await sidebar.getByText(`${name} · Average score ${shown}`).waitFor();
  expect(await rows('Check-ins')).toHaveLength(QUARTERS.flatMap(({ weeks }) => weeks.flatMap(([, ...values]) => values)).filter((value) => value !== '').length);
  await sidebar.getByText('Aims over several cycles').waitFor();
  // Timers of RxJS in the grid take a clock that stands still for a mistake of their own.
  expect(local.complaints.filter((text) => !text.startsWith('Error: executing a cancelled action'))).toEqual([]);
}, TIMEOUT);
