/** How the digest of the sample company looks: nothing is clipped, nothing scrolls sideways and axe finds nothing, in four languages on a phone and on a desk. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day';
import { LANGUAGES, type Language } from '../../src/model/words';
import { digest } from '../../src/report/mail/digest';
import { understood } from '../examples/sample';
import { openBrowser } from './browser';
import { faults, violations } from './looks';

const TIMEOUT = 60_000;
const WIDTHS = [360, 800];
/** Mail programs put a mail into a page of theirs, which has the landmarks. */
const NOT_IN_MAILS = /^(?:landmark-one-main|region): /;
/** A folder to look at the mails in, if somebody wants to. */
const shots = process.env['DIGEST_SHOTS'];
const { book, notes } = understood();
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  if (shots) mkdirSync(shots, { recursive: true });
}, TIMEOUT);

afterAll(async () => {
  await browser?.close();
});

const sent = (language: Language): string => digest({ book, notes, since: '2026-11-26' as Day, teams: [], language, link: (place) => `https://sheets.example/book${place ? `#${place.table}-${place.row}` : ''}` }).html;

async function opened(html: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.setContent(html);
  return page;
}

describe.each(LANGUAGES)('the digest in the language %s', (language) => {
  it.each(WIDTHS)('fits into %s px and is readable for everybody', async (width) => {
    const page = await opened(sent(language), width);
    try {
      expect(await page.locator('h1').innerText()).toContain('2026-Q4');
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.title()).toContain('2026-Q4');
      if (shots) await page.screenshot({ path: join(shots, `digest-${language}-${width}.png`), fullPage: true });
      expect(await faults(page, 0, 'body')).toEqual([]);
      expect((await violations(page)).filter((one) => !NOT_IN_MAILS.test(one))).toEqual([]);
    } finally {
      await page.close();
    }
  }, TIMEOUT);
});

it('a mail that is wider than the phone is noticed, and so is one without a language', async () => {
  const page = await opened(sent('en').replace('max-width:640px', 'width:640px').replace(' lang="en"', ''), 360);
  try {
    expect((await faults(page, 0, 'body')).join('\n')).toContain('the page is');
    expect((await violations(page)).join('\n')).toContain('html-has-lang');
  } finally {
    await page.close();
  }
}, TIMEOUT);
