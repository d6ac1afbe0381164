/** How soon something is to be seen in the sidebar once its HTML is in the frame of the local page, and how soon there is something to do. */
import type { Frame, Page } from 'playwright-core';
import { chooseMenuItem, openLocalPage } from '../test/browser/localPage';
import { median, type Figure } from './figure';

const RUNS = 5;
const BUDGET = 200; // ms

export default async function paint(): Promise<Figure[]> {
  const local = await openLocalPage();
  try {
    const runs: { readonly painted: number; readonly ready: number }[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await opened(local.page));
    if (local.complaints.length > 0) throw new Error(local.complaints.join('\n'));
    return [
      { name: `first paint of the sidebar after its HTML (median of ${RUNS})`, value: median(runs.map(({ painted }) => painted)), unit: 'ms', budget: BUDGET },
      { name: `the sidebar's key results after its HTML (median of ${RUNS})`, value: median(runs.map(({ ready }) => ready)), unit: 'ms' },
    ];
  } finally {
    await local.close();
  }
}

/** A frame's clock starts when it takes its HTML. */
async function opened(page: Page): Promise<{ readonly painted: number; readonly ready: number }> {
  await chooseMenuItem(page, 'Open sidebar');
  const frame = await (await page.locator('.sidebar iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('There is no sidebar in the page.');
  await frame.getByRole('radio', { name: /^All/ }).waitFor();
  const figures = { painted: await firstPaint(frame), ready: await frame.evaluate(() => performance.now()) };
  await page.locator('.sidebar').getByRole('button', { name: 'Close' }).click();
  return figures;
}

/** The browser notes it when text is on the screen. */
function firstPaint(frame: Frame): Promise<number> {
  return frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const entry = list.getEntriesByName('first-contentful-paint')[0];
          if (entry) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}
