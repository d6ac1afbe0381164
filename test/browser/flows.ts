/** The sidebar in the local page as a flow needs it: opened by a hand, its panels by the names people see, and the sheets' cells to hold it to. */
import type { FrameLocator, Locator } from 'playwright-core';
import { expect } from 'vitest';
import { handOf, type Hand } from './hands';
import { chooseMenuItem, openLocalPage, valuesOf, type LocalPage } from './localPage';

type Name = string | RegExp;
export type Row = Readonly<Record<string, unknown>>;

export interface Flows extends Pick<LocalPage, 'page' | 'complaints' | 'close'> {
  readonly hand: Hand;
  readonly frame: FrameLocator;
  /** The panel in sight. */
  readonly panel: Locator;
  go(tab: RegExp): Promise<void>;
  /** A button, also one that is a row. */
  button(name: Name, within?: Locator): Locator;
  /** The heading of a part that opens. */
  part(name: Name, within?: Locator): Locator;
  field(name: Name, within?: Locator): Locator;
  press(name: Name): Promise<void>;
  /** Waits until the panel says so. */
  says(text: Name): Promise<void>;
  /** The rows of a sheet by their column keys. */
  rows(sheet: string): Promise<Row[]>;
  row(sheet: string, id: string): Promise<Row | undefined>;
  /** Waits until the grid stands at this cell, such as G21. */
  standsAt(cell: string): Promise<void>;
}

/** `beside` is script code of the test's own beside the add-on's. */
export async function openFlows(name: Hand['name'], beside = ''): Promise<Flows> {
  const local = await openLocalPage({ beside });
  const { page } = local;
  page.setDefaultTimeout(15_000);
  if (name === 'mouse') await chooseMenuItem(page, 'Open sidebar');
  else await openByKeys(local);
  const hand = handOf(name, page);
  const frame = page.frameLocator('.sidebar iframe');
  const panel = frame.locator('[role=tabpanel]:not([hidden])');
  const named = (called: Name) => ({ name: called, exact: typeof called === 'string' });
  await panel.getByRole('button').first().waitFor();

  async function rows(sheet: string): Promise<Row[]> {
    const [keys = [], , ...data] = await valuesOf(page, sheet, 'A1:Z400');
    return data.map((row) => Object.fromEntries(keys.map((key, at) => [String(key), row[at]])));
  }
  const button: Flows['button'] = (called, within = panel) => within.getByRole('button', named(called));
  return {
    ...local,
    hand,
    frame,
    panel,
    go: (tab) => hand.tab(frame.getByRole('tab'), tab),
    button,
    part: (called, within = panel) => within.locator('summary').filter({ hasText: called, visible: true }),
    field: (called, within = panel) => within.getByLabel(called, { exact: typeof called === 'string' }).and(frame.locator('input, select, textarea')).filter({ visible: true }),
    press: (called) => hand.press(button(called)),
    says: (text) => panel.getByText(text).filter({ visible: true }).first().waitFor(),
    rows,
    row: async (sheet, id) => (await rows(sheet)).find((row) => row['id'] === id),
    standsAt: (cell) => expect.poll(() => page.locator('[data-u-comp=defined-name] input').inputValue(), { timeout: 5_000 }).toBe(cell),
  };
}

/** Out of the grid, which keeps Tab for its cells, to the add-on's menu. */
async function openByKeys({ page }: LocalPage): Promise<void> {
  await page.keyboard.press('Control+Alt+Shift+M');
  await page.keyboard.press('Enter');
  const here = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  for (let presses = 0; (await here()) !== 'Open sidebar'; presses += 1) {
    if (presses === 20) throw new Error(`The menu has no “Open sidebar”; the focus is on “${await here()}”.`);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}
