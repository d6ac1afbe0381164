/** The dashboard of the sample company in the page: its charts are drawn, and a filter that is typed changes figures and charts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLocalPage, valuesOf, type LocalPage, type PageWindow } from './localPage';

let open: LocalPage;
beforeAll(async () => {
  open = await openLocalPage();
}, 120_000);
afterAll(() => open?.close());

describe('the dashboard in the page', () => {
  it('draws scores by team, scores over the weeks and confidence', { timeout: 60_000 }, async () => {
    const { page } = open;
    await page.locator('[data-u-comp=slide-tab-item]').filter({ hasText: /^Dashboard$/ }).click();
    await page.getByRole('img', { name: /^Team Score; Sales 0\.8/ }).waitFor();
    await page.getByRole('img', { name: /^When Score Expected; 10-01 0; 10-08 0\.0/ }).waitFor();
    await page.getByRole('img', { name: /^When Confidence;/ }).waitFor();
    const widths = await page.locator('.charts figure').evaluateAll((figures) => figures.map((one) => one.getBoundingClientRect().right));
    expect(Math.max(...widths)).toBeLessThanOrEqual(1280); // the width of a small laptop
  });

  it('obeys a filter as soon as it is typed', { timeout: 60_000 }, async () => {
    const { page } = open;
    // The grid opens its own list over a cell with a drop-down, so the host types.
    await page.evaluate(() => (window as unknown as PageWindow).okrHost.type('Dashboard', 'A5', 'Sales'));
    await expect.poll(async () => (await valuesOf(page, 'Dashboard', 'A15:A16')).flat(), { timeout: 20_000 }).toEqual(['Sales', '']);
    await expect.poll(() => page.getByRole('img', { name: /^Team Score;/ }).getAttribute('aria-label'), { timeout: 15_000 }).not.toContain('People');
    expect(open.complaints).toEqual([]);
  });
});
