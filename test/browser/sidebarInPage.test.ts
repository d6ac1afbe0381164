/** The sidebar against the real add-on, in the local page: what is saved in it stands in the sheet, and the sheet's scores come back. */
import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chooseMenuItem, openLocalPage, valuesOf, type LocalPage } from './localPage';

const TIMEOUT = 60_000;
let local: LocalPage;
let sidebar: FrameLocator;

beforeAll(async () => {
  local = await openLocalPage();
}, TIMEOUT);

afterAll(async () => {
  await local?.close();
});

beforeEach(async () => {
  await chooseMenuItem(local.page, 'Open sidebar');
  sidebar = local.page.frameLocator('.sidebar iframe');
  await sidebar.getByRole('tab', { name: 'Check in' }).waitFor();
}, TIMEOUT);

afterEach(async () => {
  await local.page.locator('.sidebar').getByRole('button', { name: 'Close' }).click();
  expect(local.complaints).toEqual([]);
});

/** The rows of a sheet as records by its column keys. */
async function records(sheet: string, area = 'A1:Z100'): Promise<Record<string, unknown>[]> {
  const [keys = [], , ...rows] = await valuesOf(local.page, sheet, area);
  return rows.map((row) => Object.fromEntries(keys.map((key, at) => [String(key), row[at]])));
}

const find = async (sheet: string, id: string) => (await records(sheet)).find((row) => row['id'] === id);

describe('the sidebar in the local page', () => {
  it('checks in: the value, the log and the score are in the sheet', async () => {
    await sidebar.getByRole('tab', { name: 'Check in' }).click();
    await sidebar.getByRole('radio', { name: /^All/ }).check();
    await sidebar.getByLabel('Search').fill('O1.2');
    await sidebar.getByRole('button', { name: /recommendation score/ }).click();
    await sidebar.getByLabel('New value (points)').fill('52');
    await sidebar.getByRole('radio', { name: '5' }).check();
    await sidebar.getByRole('textbox', { name: 'What moved' }).fill('=1+1 is no formula here');
    await sidebar.getByRole('button', { name: 'Save' }).click();
    await sidebar.getByText('O1.2 is saved.').waitFor();
    await expect.poll(async () => (await find('Key Results', 'O1.2'))?.['current'], { timeout: 5_000 }).toBe(52);
    expect(await find('Key Results', 'O1.2')).toMatchObject({ confidence: 5 });
    const logged = (await records('Check-ins', 'A1:H400')).filter((row) => row['key_result_id'] === 'O1.2').at(-1);
    expect(logged).toMatchObject({ value: 52, confidence: 5, progress: '=1+1 is no formula here' });
    await sidebar.getByRole('button', { name: /recommendation score/ }).click();
    await sidebar.getByText('History').click();
    await sidebar.getByRole('img', { name: /to 52 points/ }).waitFor();
  }, TIMEOUT);

  it('refuses what is no number, in a sentence at the field', async () => {
    await sidebar.getByRole('radio', { name: /^All/ }).check();
    await sidebar.getByLabel('Search').fill('O1.2');
    await sidebar.getByRole('button', { name: /recommendation score/ }).click();
    await sidebar.getByLabel('New value (points)').fill('a lot');
    await sidebar.getByRole('button', { name: 'Save' }).click();
    await sidebar.locator('.field .error').waitFor();
    expect(await sidebar.getByLabel('New value (points)').inputValue()).toBe('a lot');
    await sidebar.getByLabel('New value (points)').fill('');
  }, TIMEOUT);

  it('writes an objective with a key result, finds it in the tree, and archives it', async () => {
    await sidebar.getByRole('tab', { name: 'Write' }).click();
    await sidebar.getByLabel('I will … (objective)').fill('Make every ride home feel safe');
    await sidebar.getByLabel('Team').fill('Service');
    const first = sidebar.getByRole('group', { name: 'Key result 1' });
    await first.getByLabel('Key result', { exact: true }).fill('Bikes with good lights rise from 40 to 80 of 100');
    await first.getByLabel('Start', { exact: true }).fill('40');
    await first.getByLabel('Target').fill('80');
    await sidebar.getByRole('button', { name: 'Save' }).click();
    await sidebar.getByText(/is saved with 1 key result/).waitFor();
    const written = (await records('Objectives')).find((row) => row['objective'] === 'Make every ride home feel safe');
    expect(written).toMatchObject({ team: 'Service' });
    const id = String(written?.['id']);
    expect(await find('Key Results', `${id}.1`)).toMatchObject({ start: 40, target: 80 });

    await sidebar.getByRole('tab', { name: /Review/ }).click();
    await sidebar.getByRole('button', { name: /Make every ride home/ }).click();
    await sidebar.getByRole('button', { name: /Bikes with good lights/ }).waitFor();

    await sidebar.getByRole('tab', { name: 'Write' }).click();
    await sidebar.getByText('Edit, duplicate, move or archive').click();
    await sidebar.getByRole('combobox', { name: 'Find an objective' }).fill('ride home');
    await sidebar.getByRole('option', { name: /ride home/ }).first().click();
    await sidebar.getByRole('button', { name: 'Archive', exact: true }).click();
    await sidebar.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
    await sidebar.getByText(`${id} is archived`).waitFor();
    expect(await find('Objectives', id)).toBeUndefined();
    expect(await find('Key Results', `${id}.1`)).toBeUndefined();
  }, TIMEOUT);

  it('jumps to the cell of a finding', async () => {
    await sidebar.getByRole('tab', { name: /Review/ }).click();
    const finding = sidebar.locator('.finding').first();
    const place = (await finding.locator('.place').innerText()).trim();
    await finding.click();
    await expect.poll(() => local.page.locator('[data-u-comp=defined-name] input').inputValue()).toBe(place.split(' ').at(-1));
  }, TIMEOUT);

  it('adopts a pasted table below what is there', async () => {
    await sidebar.getByRole('tab', { name: 'More' }).click();
    await sidebar.getByRole('button', { name: /^Take over a sheet/ }).click();
    await sidebar.getByRole('radio', { name: 'CSV' }).check();
    await sidebar.getByLabel('Or paste the table').fill('Objective;Key result;Start;Target\nBe easy to reach;Calls answered within a minute rise from 60 to 90 %;60;90\n;Mails answered within a day rise from 40 to 80 %;40;80\n');
    await sidebar.getByRole('button', { name: 'Look at it' }).click();
    await sidebar.getByText('Understood: 1 objective, 2 key results.').waitFor();
    await sidebar.getByRole('button', { name: 'Copy into the workbook' }).click();
    await sidebar.getByText('Copied: 1 objective, 2 key results.').waitFor();
    const objective = (await records('Objectives')).find((row) => row['objective'] === 'Be easy to reach');
    expect((await records('Key Results')).filter((row) => row['objective_id'] === objective?.['id']).map((row) => row['target'])).toEqual([90, 80]);
  }, TIMEOUT);
});
