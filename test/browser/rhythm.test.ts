/** The clock, the outbox and questions of the page, with a small script beside the add-on's own. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseMenuItem, openLocalPage, type LocalPage, type PageWindow } from './localPage';

const BESIDE = `
function testSchedule() { ScriptApp.newTrigger('testTick').timeBased().everyHours(1).create(); }
function testTick() { if (new Date().getUTCDay() === 3) throw new Error('Not on Wednesdays'); PropertiesService.getDocumentProperties().setProperty('ticks', String(1 + Number(PropertiesService.getDocumentProperties().getProperty('ticks') || 0))); }
function testTicks() { return PropertiesService.getDocumentProperties().getProperty('ticks'); }
function testMail() {
  MailApp.sendEmail({ to: 'ben@example.com,cy@example.com', subject: 'Tydzień 47: zażółć gęślą jaźń', body: 'Wynik: 0,62',
    htmlBody: '<h1 style="font:20px sans-serif">Wynik 0,62</h1><script>document.title = "ran"; parent.document.title = "ran"</script><p>Cześć, <b>Ana</b> &lt;3</p>' });
}
function testAsk() { const ui = SpreadsheetApp.getUi(); return String(ui.alert('Zamknąć?', 'Naprawdę?', ui.ButtonSet.YES_NO)); }
function testHtml(name) { return HtmlService.createHtmlOutputFromFile(name).getContent().length; }
`;

let open: LocalPage;
beforeAll(async () => {
  open = await openLocalPage({ beside: BESIDE });
}, 120_000);
afterAll(() => open?.close());

const call = (name: string, ...args: unknown[]): Promise<unknown> =>
  open.page.evaluate(([fn, given]) => (window as unknown as PageWindow).okrHost.call(fn, given), [name, args] as const);

describe('the rhythm in the page', () => {
  it('fires every hour of a week that a click jumps over, and lists the runs that failed', async () => {
    const { page } = open;
    await call('testSchedule');
    await page.getByRole('button', { name: '+1 week' }).click();
    await page.waitForFunction(() => (window as unknown as PageWindow).okrHost.executions().filter(({ cause }) => cause === 'clock').length === 168, undefined, { timeout: 30_000 });
    expect(await call('testTicks')).toBe(String(168 - 24));
    await page.getByRole('button', { name: 'Document' }).click();
    await page.getByRole('menuitem', { name: 'Triggers and runs' }).click();
    const dialog = page.getByRole('dialog', { name: 'Triggers and runs' });
    expect(await dialog.getByRole('list', { name: 'Triggers' }).innerText()).toMatch(/testTick\s+.*@.*next run: /);
    await dialog.getByRole('button', { name: 'Close' }).click();
    const failed = await page.evaluate(() => (window as unknown as PageWindow).okrHost.failures().map(({ message }) => message));
    expect([failed.length, new Set(failed)]).toEqual([24, new Set(['Not on Wednesdays'])]);
  });

  it.each([360, 1280])('shows a mail as HTML without its scripts, and as text, and hands it out as .eml, %i pixels wide', async (width) => {
    const { page } = open;
    await call('testMail');
    await page.setViewportSize({ width, height: 800 });
    await page.getByRole('button', { name: /^Outbox/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Outbox' });
    const frame = dialog.frameLocator('iframe');
    expect(await frame.locator('p').innerText()).toBe('Cześć, Ana <3');
    expect(await page.title()).not.toBe('ran');
    const box = (await dialog.boundingBox())!;
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('link', { name: 'Download (.eml)' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d \d{4} Tydzień 47 zażółć gęślą jaźń\.eml$/);
    const eml = readFileSync(await download.path(), 'utf8');
    expect(eml).toMatch(/^From: .*\r\nTo: ben@example\.com,\r\n cy@example\.com\r\nSubject: =\?UTF-8\?B\?/);
    await dialog.getByRole('button', { name: 'Plain text' }).click();
    expect(await dialog.locator('pre').innerText()).toBe('Wynik: 0,62');
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  it('asks the person and tells the script the answer', async () => {
    const { page } = open;
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const [accept, answer] of [[true, 'YES'], [false, 'NO']] as const) {
      const asked = page.waitForEvent('dialog').then(async (dialog) => {
        const text = dialog.message();
        await (accept ? dialog.accept() : dialog.dismiss());
        return text;
      });
      expect(await call('testAsk')).toBe(answer);
      expect(await asked).toBe('Zamknąć?\n\nNaprawdę?\n\nOK = Yes · Cancel = No');
    }
    expect(await page.getByRole('dialog').count()).toBe(0); // nothing is asked twice
    await chooseMenuItem(page, 'Help');
    await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  });

  it('finds every HTML file of the project', async () => {
    expect(await call('testHtml', 'sidebar')).toBeGreaterThan(1000);
    await expect(call('testHtml', 'Code')).rejects.toThrow('No HTML file named Code was found.');
  });

  it('did so without a complaint', () => {
    expect(open.complaints).toEqual([]);
  });
});
