/** The end of the sample's quarter in the local page, as a person clicks through it before its last day, against the very add-on that is pushed. */
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseMenuItem, openLocalPage, valuesOf, type LocalPage } from './localPage';

const TIMEOUT = 120_000;
let local: LocalPage;
let sidebar: FrameLocator;

beforeAll(async () => {
  local = await openLocalPage();
}, TIMEOUT);
afterAll(async () => {
  await local?.close();
});

/** The filled rows of a sheet as records by its column keys. */
async function records(sheet: string, area = 'A1:Z200'): Promise<Record<string, unknown>[]> {
  const [keys = [], , ...rows] = await valuesOf(local.page, sheet, area);
  return rows.filter((row) => row.slice(0, 4).some((cell) => cell !== '')).map((row) => Object.fromEntries(keys.map((key, at) => [String(key), row[at]])));
}

const setting = async (key: string) => (await records('Settings')).find((row) => row['key'] === key)?.['value'];
const press = (name: string) => sidebar.getByRole('button', { name, exact: true }).click();

async function openClose(): Promise<void> {
  await chooseMenuItem(local.page, 'Close cycle');
  sidebar = local.page.frameLocator('.sidebar iframe');
  await sidebar.getByRole('heading', { name: /^Step 1 of 6/ }).waitFor();
}

/** Through all pages with what they begin with, under another name; answers what the summary promised of the history. */
async function closeAs(name: string): Promise<string> {
  for (let page = 0; page < 3; page += 1) await press('Next');
  await sidebar.getByLabel('Name').fill(name);
  await press('Next');
  const promised = await sidebar.getByText(/^Into History: /).innerText();
  await press('Close the cycle');
  await sidebar.getByRole('dialog').getByRole('button', { name: 'Close the cycle' }).click(); // it is not over yet
  await sidebar.getByText(`The spreadsheet is now in ${name}.`).waitFor({ timeout: 60_000 });
  return promised;
}

describe('in the local page', () => {
  it('the sample’s quarter is closed: everything stands in History, and goes on from where it ended', async () => {
    const before = await records('Key Results');
    const objectives = await records('Objectives');
    const cycle = String(await setting('cycle_name'));
    await openClose();
    const promised = await closeAs('Spring');
    expect(promised).toBe(`Into History: ${objectives.length} objectives, ${before.length} key results.`); // one of them without an objective
    await sidebar.getByText(promised.replace('Into', 'In')).waitFor();
    const history = (await records('History')).filter((row) => row['cycle'] === cycle);
    expect(history.map((row) => row['id']).sort()).toEqual([...objectives, ...before].map((row) => row['id']).sort());
    for (const row of before) {
      const ended = history.find((one) => one['id'] === row['id']);
      expect([row['id'], ended?.['final'], ended?.['score']]).toEqual([row['id'], row['measure'] === 'Milestone' ? ended?.['final'] : row['current'], row['score']]);
    }
    const after = await records('Key Results');
    expect(after.map((row) => row['id'])).not.toContain(before[0]?.['id']);
    expect(await setting('cycle_name')).toBe('Spring');
    // A plain one: an increase that was not reached starts where it ended.
    const plain = before.find((row) => row['measure'] === 'Increase' && row['reading'] !== 'sum' && Number(row['score']) < 1 && row['current'] !== '');
    const [, next] = / → (\S+)$/.exec(String(history.find((one) => one['id'] === plain?.['id'])?.['next_step'])) ?? [];
    expect(after.find((row) => row['id'] === next)).toMatchObject({ start: plain?.['current'], target: plain?.['target'], current: '', key_result: plain?.['key_result'] });
    expect(local.complaints).toEqual([]);
  }, TIMEOUT);
});
