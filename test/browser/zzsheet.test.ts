import { it } from 'vitest';
import { readFileSync, readdirSync } from 'node:fs';
import { openBrowser } from './browser';
it('sheets', { timeout: 100_000 }, async () => {
  const browser = await openBrowser(); const page = await (await browser.newContext({ viewport: { width: 1560, height: 1500 } })).newPage();
  for (const l of ['en', 'th', 'vi', 'pl']) {
    const files = readdirSync('/tmp/look').filter((f) => f.startsWith(`s-${l}-`)).sort();
    for (let i = 0; i * 5 < files.length; i++) {
      const html = files.slice(i * 5, i * 5 + 5).map((f) => `<img style="vertical-align:top;width:306px;border:1px solid #888" src="data:image/png;base64,${readFileSync('/tmp/look/' + f).toString('base64')}">`).join('');
      await page.setContent(`<body style="margin:0;white-space:nowrap">${html}</body>`); await page.waitForTimeout(200);
      await page.screenshot({ path: `/tmp/look/c-${l}-${i}.png` });
    }
  }
  await browser.close();
});
