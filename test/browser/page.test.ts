/** The local page in a real browser: the sample is scored, an edit re-scores at once, and work survives a reload. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseMenuItem, openLocalPage, ready, typeInGrid, valuesOf, type LocalPage, type PageWindow } from './localPage';

const TIMEOUT = 60_000;
const require = createRequire(import.meta.url);
let local: LocalPage;

beforeAll(async () => {
  local = await openLocalPage();
}, TIMEOUT);

afterAll(async () => {
  await local?.close();
});

interface Place {
  readonly row: number;
  readonly columns: Readonly<Record<string, number>>;
}

/** Where the row with this id stands, and the columns by key. */
async function find(sheet: string, id: string): Promise<Place> {
  const rows = await valuesOf(local.page, sheet, 'A1:Z60');
  const keys = (rows[0] ?? []).map(String);
  const row = rows.findIndex((each) => each[keys.indexOf('id')] === id);
  if (row < 0) throw new Error(`${sheet} has no row ${id}.`);
  return { row, columns: Object.fromEntries(keys.map((key, column) => [key, column])) };
}

async function read(sheet: string, id: string, key: string): Promise<unknown> {
  const { row, columns } = await find(sheet, id);
  return (await valuesOf(local.page, sheet, 'A1:Z60'))[row]?.[columns[key] ?? -1];
}

function a1({ row, columns }: Place, key: string): string {
  const column = columns[key];
  if (column === undefined || column > 25) throw new Error(`No column "${key}" up to Z.`);
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}

function sheetOnScreen(): Promise<string> {
  interface WithEngine {
    readonly okrEngine: { readonly api: { getActiveWorkbook(): { getActiveSheet(): { getSheetName(): string } } } };
  }
  return local.page.evaluate(() => (window as unknown as WithEngine).okrEngine.api.getActiveWorkbook().getActiveSheet().getSheetName());
}

describe('the local page', () => {
  it('shows the sample company scored', async () => {
    const objectives = await valuesOf(local.page, 'Objectives', 'A1:T20');
    const score = objectives[0]?.indexOf('score') ?? -1;
    const scores = objectives.slice(2).map((row) => row[score]).filter((value) => typeof value === 'number');
    expect(scores.length).toBeGreaterThanOrEqual(8);
    for (const value of scores) expect(value).toSatisfy((each: number) => each >= 0 && each <= 1);
    // The scores stand right of what people fill in; the page opens where they are.
    const cell = await local.page.locator('[data-u-comp=defined-name] input').inputValue();
    expect(await valuesOf(local.page, 'Objectives', cell)).toEqual([[scores[0]]]);
    expect(await local.page.getByRole('heading', { level: 1 }).textContent()).toContain('2026-Q4');
  });

  it('re-scores key result and objective when a person types a current value in the grid, and keeps it over a reload', async () => {
    const place = await find('Key Results', 'O1.2');
    const before = { score: await read('Key Results', 'O1.2', 'score'), objective: await read('Objectives', 'O1', 'score') };
    await typeInGrid(local.page, 'Key Results', a1(place, 'current'), '55');
    await expect.poll(() => read('Key Results', 'O1.2', 'score'), { timeout: 5_000 }).toBe(1);
    expect(before.score).not.toBe(1);
    expect(await read('Key Results', 'O1.2', 'status')).toMatch(/Complete/);
    expect(await read('Objectives', 'O1', 'score')).toBeGreaterThan(before.objective as number);

    await local.page.waitForTimeout(1_000); // the page saves a moment after the last change
    await local.page.reload();
    await ready(local.page);
    expect(await read('Key Results', 'O1.2', 'current')).toBe(55);
    expect(await read('Key Results', 'O1.2', 'score')).toBe(1);
  }, TIMEOUT);

  it('opens the sidebar of the add-on, 300 pixels wide, and closes it again', async () => {
    await chooseMenuItem(local.page, 'Open sidebar');
    const frame = local.page.locator('.sidebar iframe');
    await frame.waitFor();
    expect((await frame.boundingBox())?.width).toBe(300);
    expect(await local.page.frameLocator('.sidebar iframe').locator('body').innerText()).not.toBe('');
    await local.page.locator('.sidebar').getByRole('button', { name: 'Close' }).click();
    await frame.waitFor({ state: 'detached' });
  }, TIMEOUT);

  it('moves the clock by the buttons and speaks the language of the account', async () => {
    const clock = local.page.locator('.clock time');
    expect(await clock.textContent()).toContain('2026');
    const before = await clock.textContent();
    await local.page.getByRole('button', { name: '+1 day' }).click();
    await expect.poll(() => clock.textContent()).not.toBe(before);
    await local.page.getByRole('combobox', { name: 'Language of my account' }).selectOption('th');
    await local.page.getByRole('button', { name: 'เอกสาร' }).waitFor();
    await local.page.getByRole('combobox', { name: 'ภาษาของบัญชีฉัน' }).selectOption('en');
    await local.page.getByRole('button', { name: 'Document' }).waitFor();
  }, TIMEOUT);

  it('starts from an empty spreadsheet, which the menu then sets up, and returns to the sample', async () => {
    await local.page.getByRole('button', { name: 'Document' }).click();
    await local.page.getByRole('menuitem', { name: 'Start from an empty spreadsheet' }).click();
    await Promise.all([local.page.waitForEvent('load'), local.page.getByRole('button', { name: 'Go on' }).click()]);
    await ready(local.page);
    expect(await valuesOf(local.page, 'Sheet1', 'A1:C3')).toEqual(Array.from({ length: 3 }, () => ['', '', '']));
    await chooseMenuItem(local.page, 'Set up');
    await expect.poll(async () => (await valuesOf(local.page, 'Objectives', 'A1:A1').catch(() => [['']]))[0]?.[0], { timeout: 15_000 }).toBe('id');

    // Set up showed the first objective; an edit elsewhere must not carry people back there.
    await typeInGrid(local.page, 'Settings', 'B3', 'Winter');
    await expect.poll(async () => (await valuesOf(local.page, 'Settings', 'B3'))[0]?.[0], { timeout: 5_000 }).toBe('Winter');
    await local.page.waitForTimeout(500);
    expect(await sheetOnScreen()).toBe('Settings');

    await local.page.getByRole('button', { name: 'Document' }).click();
    await local.page.getByRole('menuitem', { name: 'Reset to the sample' }).click();
    await Promise.all([local.page.waitForEvent('load'), local.page.getByRole('button', { name: 'Go on' }).click()]);
    await ready(local.page);
    expect(await read('Key Results', 'O1.2', 'current')).toBe(46);
  }, TIMEOUT);

  it('says so when the saved document is damaged, shows the sample and hands out the damaged copy', async () => {
    await local.page.waitForTimeout(1_000); // let the last save pass, so that it does not come after the damage
    await local.page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('okr-sheets', 1);
          request.onerror = () => reject(new Error('no storage'));
          request.onsuccess = () => {
            const transaction = request.result.transaction('okr', 'readwrite');
            transaction.objectStore('okr').put({ format: 0, note: 'from another time' }, 'document');
            transaction.oncomplete = () => {
              request.result.close();
              resolve();
            };
          };
        }),
    );
    await local.page.reload();
    await ready(local.page);
    const dialog = local.page.getByRole('dialog');
    await dialog.getByText('could not be opened').waitFor();
    const [download] = await Promise.all([local.page.waitForEvent('download'), dialog.getByText('Download what was saved').click()]);
    expect(download.suggestedFilename()).toBe('okr-sheets-saved.json');
    await dialog.getByRole('button', { name: 'OK' }).click();
    expect(await read('Key Results', 'O1.2', 'current')).toBe(46);
  }, TIMEOUT);

  it.each(['light', 'dark'] as const)('has controls that the accessibility checker has nothing to say about, %s', async (colorScheme) => {
    await local.page.emulateMedia({ colorScheme });
    await local.page.getByRole('button', { name: 'Document' }).click();
    await local.page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    // The grid is Univer's.
    const found = await local.page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(where: object): Promise<{ passes: object[]; violations: { id: string; nodes: { html: string }[] }[] }> } };
      const { passes, violations } = await axe.run({ exclude: [['#grid']] });
      return { passes: passes.length, violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`) };
    });
    await local.page.keyboard.press('Escape');
    expect(found.violations).toEqual([]);
    expect(found.passes).toBeGreaterThan(10);
  }, TIMEOUT);

  it('did all of this without an error in the console and without a request to anybody else', async () => {
    expect(local.complaints).toEqual([]);
    expect(await local.page.evaluate(() => (window as unknown as PageWindow).okrHost.failures())).toEqual([]);
  });
});
