/** Charts in the page: drawn over the grid where a script put them, moving with it, and gone with their sheet. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLocalPage, type LocalPage, type PageWindow } from './localPage';

const BESIDE = `
function testCharts() {
  const sheet = SpreadsheetApp.getActive().insertSheet('Charts');
  sheet.setColumnWidths(1, 8, 100);
  sheet.getRange('A1:B4').setValues([['Team', 'Score'], ['Sales', 0.42], ['Product', 0.81], ['Support', 0.63]]);
  sheet.getRange('D1:F4').setValues([['Week', 'Score', 'Expected'], ['W1', 0.1, 0.15], ['W2', 0.22, 0.3], ['W3', 0.5, 0.45]]);
  const size = (builder) => builder.setOption('width', 320).setOption('height', 220);
  sheet.insertChart(size(sheet.newChart().asBarChart().setTitle('Score by team').setRange(0, 1).setLegendPosition(Charts.Position.NONE).addRange(sheet.getRange('A1:B4')).setPosition(6, 1, 0, 0)).build());
  sheet.insertChart(size(sheet.newChart().asLineChart().setTitle('Score and expected').setLegendPosition(Charts.Position.BOTTOM).addRange(sheet.getRange('D1:F4')).setPosition(6, 5, 0, 0)).setOption('pointSize', 6).build());
  sheet.activate();
}
function testValue(value) { SpreadsheetApp.getActive().getSheetByName('Charts').getRange('B2').setValue(value); }
`;

let open: LocalPage;
beforeAll(async () => {
  open = await openLocalPage({ beside: BESIDE });
}, 120_000);
afterAll(() => open?.close());

const call = (name: string, ...args: unknown[]): Promise<unknown> =>
  open.page.evaluate(([fn, given]) => (window as unknown as PageWindow).okrHost.call(fn, given), [name, args] as const);
const scripts = (): Promise<string[]> => open.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));

describe('charts in the page', () => {
  it('cost nothing until there is one', async () => {
    expect(await scripts()).not.toContain('/charts.js');
    expect(await open.page.locator('.charts').count()).toBe(0);
  });

  it('are drawn at their anchors', async () => {
    const { page } = open;
    await call('testCharts');
    const bars = page.getByRole('img', { name: /^Score by team; Team Score; Sales 0\.42/ });
    await bars.waitFor();
    expect(await scripts()).toContain('/charts.js');
    const [first, second] = [(await bars.boundingBox())!, (await page.getByRole('img', { name: /^Score and expected/ }).boundingBox())!];
    expect([first.width, first.height]).toEqual([320, 220]);
    expect(first.y).toBe(second.y);
    expect(second.x - first.x).toBe(4 * 100); // four columns to the right
    const painted = await bars.locator('canvas').evaluate((canvas: HTMLCanvasElement) =>
      new Set(canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data).size);
    expect(painted).toBeGreaterThan(20);
  });

  it('follow their numbers, and the grid when it scrolls', async () => {
    const { page } = open;
    await call('testValue', 0.9);
    const bars = page.getByRole('img', { name: /Sales 0\.9/ });
    await bars.waitFor();
    const before = (await bars.boundingBox())!;
    await page.mouse.move(before.x + 50, before.y + 50); // over the chart, which lets the wheel through
    await page.mouse.wheel(0, 100);
    await page.waitForFunction((y) => document.querySelector('.charts figure')!.getBoundingClientRect().y < y, before.y);
    const after = (await bars.boundingBox())!;
    expect(after.x).toBe(before.x);
    expect(after.y).toBeLessThan(before.y);
  });

  it('are away while another sheet is shown', async () => {
    const { page } = open;
    await page.locator('[data-u-comp=slide-tab-item]').filter({ hasText: /^Objectives$/ }).click();
    await page.waitForFunction(() => document.querySelectorAll('.charts').length === 0);
    await page.locator('[data-u-comp=slide-tab-item]').filter({ hasText: /^Charts$/ }).click();
    await page.getByRole('img', { name: /^Score by team/ }).waitFor();
    expect(open.complaints).toEqual([]);
  });
});
