import { it } from 'vitest';
import { openLocalPage, type PageWindow } from './localPage';
const LANGS = (process.env.LANGS ?? 'en,th,vi,pl').split(',');
it('looks', { timeout: 900_000 }, async () => {
  const open = await openLocalPage();
  const { page } = open;
  page.setDefaultTimeout(8000);
  for (const language of LANGS) {
    await page.setViewportSize({ width: 900, height: 1500 });
    await page.evaluate(async (l) => {
      const host = (window as unknown as PageWindow).okrHost;
      const rows = host.values('Settings', 'A1:A60').map((r) => r[0]);
      await host.type('Settings', `B${rows.indexOf('language') + 1}`, l);
      await host.settled();
      await host.click('openSidebar');
    }, language);
    const s = page.frameLocator('.sidebar iframe');
    const shot = async (n: string) => { await page.waitForTimeout(700); await page.locator('.sidebar').screenshot({ path: `/tmp/look/s-${language}-${n}.png` }); };
    await s.getByRole('tab').first().waitFor();
    await page.waitForTimeout(1500);
    const tab = async (id: string) => { await s.locator(`#tab-${id}`).click(); await page.waitForTimeout(1200); };
    for (const id of (await s.locator('[role=tab]').evaluateAll((all) => all.map((one) => one.id.replace('tab-', ''))))) { await tab(id); await shot(id); }
    for (const m of ['schedules', 'share', 'close', 'past', 'adopt']) {
      await tab('more'); 
      if (await s.locator('#panel-more .back:visible').count()) await s.locator('#panel-more .back:visible').click();
      await s.locator(`[data-opens=${m}]`).click(); await page.waitForTimeout(1800); await shot(`more-${m}`);
      if (m === 'close') for (let i = 2; i <= 6; i++) { const next = s.locator('#more-close button.primary:visible, #more-close .actions button:visible').last(); try { await next.click(); await page.waitForTimeout(500); await shot(`close${i}`); } catch { break; } }
    }
    await page.evaluate(() => (window as unknown as PageWindow).okrHost.closeSidebar());
    await page.waitForTimeout(500);
  }
  await open.close();
});
