import { test } from 'vitest';
import { openLocalPage, valuesOf, type PageWindow } from './localPage';
test('shots', async () => {
  const open = await openLocalPage();
  const { page } = open;
  const call = (fn: string, ...args: unknown[]) => page.evaluate(([f, a]) => (window as unknown as PageWindow).okrHost.call(f as string, a as unknown[]), [fn, args] as const);
  await page.setViewportSize({ width: 1280, height: 1150 });
  const rows = await valuesOf(page, 'Settings', 'A1:A30');
  const row = rows.findIndex(([k]) => k === 'language') + 1;
  for (const language of (process.env['SHOTS'] ?? 'en,pl,vi,th').split(',')) {
    await page.evaluate(([r, l]) => (window as unknown as PageWindow).okrHost.type('Settings', `B${r}`, l), [row, language] as const);
    await call('panelCheck');
    await page.locator('[data-u-comp=slide-tab-item]').filter({ hasText: /^Dashboard$/ }).click();
    await page.waitForTimeout(2500);
    await page.screenshot({ path: `/tmp/shots/${language}1.png` });
    await page.mouse.move(300, 500);
    await page.mouse.wheel(0, 880);
    await page.waitForTimeout(1200);
    await page.screenshot({ path: `/tmp/shots/${language}2.png` });
    await page.mouse.wheel(0, -3000);
    await page.waitForTimeout(300);
  }
  console.log(open.complaints);
  await open.close();
}, 200_000);
