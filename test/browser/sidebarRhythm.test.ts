/** Mails and reminders in a real browser: by mouse and by keyboard alone, what reaches the server, and that nothing is sent or dropped unasked. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RhythmStart } from '../../src/app/rhythm/api';
import { DIGEST, fillRhythm, REMIND } from '../sidebar/fakeRhythm';
import { fakeServer, ME, type FakeServer } from '../sidebar/fakeServer';
import { openSidebar, type Options, type Sidebar } from '../sidebar/openSidebar';
import { openBrowser } from './browser';

const TIMEOUT = 60_000;
let browser: Browser;
let sidebar: Sidebar | undefined;
/** What the page may complain about: scripts in a mail that it refused to run. */
let expected: RegExp | undefined;

beforeAll(async () => {
  browser = await openBrowser();
}, TIMEOUT);

afterAll(async () => {
  await browser?.close();
});

afterEach(async () => {
  const complaints = (sidebar?.complaints ?? []).filter((text) => !expected?.test(text));
  await sidebar?.close();
  [sidebar, expected] = [undefined, undefined];
  expect(complaints).toEqual([]);
});

async function open(server: FakeServer, options: Options = {}): Promise<Page> {
  sidebar = await openSidebar(browser, server, { first: 'schedules', ...options });
  await sidebar.page.locator('#schedule-form').waitFor();
  return sidebar.page;
}

function serverWith(part: Partial<RhythmStart> = {}): FakeServer {
  const server = fakeServer();
  server.rhythm.start = { ...server.rhythm.start, ...part };
  return server;
}

const saves = (server: FakeServer) => server.calls.filter(({ name }) => name === 'rhythmSave').map(({ args }) => args);
const schedules = (...lines: string[]) => ({ schedules: lines.map((line) => ({ line, servedUpTo: '2026-11-20T16:00' })) });
/** A colon before what is only heard stands apart in the name that the browser makes. */
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name: name instanceof RegExp ? new RegExp(name.source.replace(': ', ' ?: ')) : name, exact: true });
const words = (page: Page) => page.getByLabel('What, when and to whom, in plain words');
const yes = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent);

describe('behind More', () => {
  it('a list leads to the panels and back, the focus goes along, and a panel that was open keeps what is in it', async () => {
    sidebar = await openSidebar(browser, serverWith());
    const { page } = sidebar;
    await page.getByRole('tab', { name: 'More' }).click();
    await button(page, /^Mails and reminders/).click();
    await expect.poll(() => focusedText(page)).toBe('Mails and reminders');
    await words(page).fill('every Friday');
    await page.locator('.back:visible').click();
    await expect.poll(() => focusedText(page)).toMatch(/^Mails and reminders/);
    await button(page, /^Mails and reminders/).click();
    expect(await words(page).inputValue()).toBe('every Friday');
    await page.getByRole('tab', { name: 'More' }).click();
    await button(page, /^Take over a sheet/).waitFor();
  }, TIMEOUT);

  it('a menu item can open one of its panels at once', async () => {
    const page = await open(serverWith());
    expect(await page.getByRole('tab', { name: 'More' }).getAttribute('aria-selected')).toBe('true');
    await page.getByRole('heading', { name: 'Mails and reminders' }).waitFor();
  }, TIMEOUT);
});

describe('schedules', () => {
  it('the two that most people need are one click each', async () => {
    const server = serverWith();
    const page = await open(server);
    await button(page, /^Add: Every Friday at 16:00 remind all owners/).click();
    await page.getByText('The schedule is added.').waitFor();
    await button(page, /^Add: Every other Monday at 10:00.* send the digest/).click();
    await expect.poll(() => saves(server).length).toBe(2);
    await button(page, /^Add ?: /).waitFor({ state: 'detached' });
    expect(saves(server).at(-1)?.[0]).toEqual(['remind: every week on friday at 16:00, from 2026-11-27, to owners', 'digest: every 2 weeks on monday at 10:00, from 2026-11-23, to stakeholders']);
    expect(await page.locator('.card').filter({ hasText: 'Every Friday' }).locator('.dates li').allTextContents()).toEqual(['Fri 27 Nov 2026, 16:00', 'Fri 4 Dec 2026, 16:00', 'Fri 11 Dec 2026, 16:00']);
  }, TIMEOUT);

  it('typed in plain words: what is missing is told, nothing is saved until it is understood, and the line that was shown is stored', async () => {
    const server = serverWith();
    const page = await open(server);
    await words(page).fill('every 2 weeks on Monday remind team Sales');
    await page.getByText('At what time?').waitFor();
    await button(page, 'Save').click();
    await expect.poll(() => words(page).getAttribute('aria-invalid')).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    expect(saves(server)).toEqual([]);
    await words(page).fill('every 2 weeks on Monday at 9:30 remind team Sales');
    await page.getByText('Understood as').waitFor();
    expect(await page.locator('.understood li').allTextContents()).toEqual(['Mon 23 Nov 2026, 09:30', 'Mon 7 Dec 2026, 09:30', 'Mon 21 Dec 2026, 09:30']);
    await button(page, 'Save').click();
    await page.getByText('Saved.').waitFor();
    expect(saves(server)).toEqual([[['remind: every 2 weeks on monday at 09:30, from 2026-11-23, to team Sales'], []]]);
    expect(await words(page).inputValue()).toBe('');
  }, TIMEOUT);

  it('a new one comes right under the switch; suggestions and owners whom no mail reaches stand below it', async () => {
    const page = await open(serverWith({ unreachable: [{ owner: 'Bob', keyResults: 3 }] }));
    const top = async (place: Locator): Promise<number> => (await place.boundingBox())?.y ?? Number.NaN;
    const tops = await Promise.all([button(page, 'Switch on'), words(page), page.locator('.suggestion').first(), page.getByText('Bob: 3 key results')].map(top));
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  }, TIMEOUT);

  it('the answer is in view while somebody types, what is missing as well as what was understood', async () => {
    const page = await open(serverWith());
    await page.setViewportSize({ width: 300, height: 380 });
    const isInView = (selector: string) => page.locator(selector).evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    await words(page).focus();
    await page.keyboard.type('every Friday remind all owners');
    await page.getByText('At what time?').waitFor();
    await expect.poll(() => isInView('.advice')).toBe(true);
    await page.keyboard.type(' at 16:00');
    await page.locator('.understood').waitFor();
    await expect.poll(() => isInView('.understood')).toBe(true);
    expect(await words(page).inputValue()).toBe('every Friday remind all owners at 16:00');
  }, TIMEOUT);

  it('picked: a wrong field is told at its place, and every field reaches the line', async () => {
    const server = serverWith();
    const page = await open(server);
    await page.getByRole('radio', { name: 'Pick it' }).check();
    await page.getByLabel('What', { exact: true }).selectOption('report');
    await page.getByLabel('When', { exact: true }).selectOption('nth');
    await page.getByLabel('Which', { exact: true }).selectOption('last');
    await page.getByLabel('Weekday', { exact: true }).selectOption('thursday');
    await page.getByLabel('Every … months').fill('0');
    await page.getByLabel('Time', { exact: true }).fill('08:15');
    await button(page, 'Save').click();
    await page.getByText('A whole number from 1 to 24.').waitFor();
    await page.getByLabel('Every … months').fill('2');
    await page.getByLabel('Add addresses, teams or groups').first().fill('anna@example.com, bob@example.com; Team Service');
    await page.keyboard.press('Enter');
    await page.getByLabel('Language for anna@example.com').selectOption('pl');
    await page.getByText('anna@example.com in Polish').waitFor();
    await button(page, 'Save').click();
    await page.getByText('Saved.').waitFor();
    expect(saves(server)[0]?.[0]).toEqual(['report: every 2 months on the last thursday at 08:15, from 2026-11-26, to anna@example.com, pl; stakeholders; bob@example.com; team Service']);
  }, TIMEOUT);

  it('are changed in place, keep their first day, and are not made twice', async () => {
    const server = serverWith(schedules(REMIND, DIGEST));
    const page = await open(server);
    await button(page, /^Edit: Every other Monday/).click();
    await page.getByText('Change the schedule').waitFor();
    await page.getByLabel('Time', { exact: true }).fill('11:00');
    await button(page, 'Save').click();
    await page.getByText('Saved.').waitFor();
    expect(saves(server)[0]?.[0]).toEqual([REMIND, DIGEST.replace('10:00', '11:00')]);
    await page.locator('#schedule-form').click();
    await words(page).fill('every Friday at 16:00 from 2026-11-27 remind all owners');
    await page.getByText('This schedule is there already.').waitFor();
    await button(page, 'Save').click();
    expect(saves(server)).toHaveLength(1);
    await words(page).fill('every Monday at 11:00');
    await button(page, /^Edit: Every Friday/).click();
    await page.getByText('Change the schedule').waitFor();
    await button(page, 'Cancel').click();
    expect(await words(page).inputValue()).toBe('every Monday at 11:00');
  }, TIMEOUT);

  it('are deleted after a question, which Escape answers with no', async () => {
    const server = serverWith(schedules(REMIND, DIGEST));
    const page = await open(server);
    await button(page, /^Delete: Every Friday/).click();
    await page.getByRole('dialog').getByText('Delete this schedule? Every Friday').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(saves(server)).toEqual([]);
    await button(page, /^Delete: Every Friday/).click();
    await yes(page, 'Delete').click();
    await page.getByText('The schedule is deleted.').waitFor();
    expect(saves(server)).toEqual([[[DIGEST], []]]);
  }, TIMEOUT);

  it('that somebody else changed meanwhile are shown, not overwritten; what was typed stays', async () => {
    const server = serverWith(schedules(REMIND));
    const page = await open(server);
    server.rhythm.start = { ...server.rhythm.start, ...schedules(REMIND, DIGEST) };
    await page.locator('#schedule-form').click();
    await words(page).fill('on the last day of every month at 9:00 send the digest to the stakeholders');
    await button(page, 'Save').click();
    await page.getByText(/^Somebody else has changed this/).waitFor();
    expect(saves(server)).toEqual([]);
    await button(page, /^Edit: Every other Monday/).waitFor();
    await button(page, 'Save').click();
    await page.getByText('Saved.').waitFor();
    expect(saves(server)[0]?.[0]).toEqual([REMIND, DIGEST, 'digest: every month on the last day at 09:00, from 2026-11-30, to stakeholders']);
  }, TIMEOUT);

  it('a save whose answer was lost is found to be done at the second try, and not saved again', async () => {
    const server = serverWith();
    const page = await open(server);
    server.fail('rhythmSave', 'NetworkError: HTTP 0', true);
    await words(page).fill('every Friday at 16:00 remind all owners');
    await button(page, 'Save').click();
    await button(page, 'Try again').click();
    await page.getByText('Saved.').waitFor();
    expect(saves(server)).toHaveLength(1);
  }, TIMEOUT);

  it('lines that cannot be read are told with what to do, and no save drops them without a question', async () => {
    const server = serverWith({ ...schedules(REMIND), problems: [{ line: 2, part: 'days', text: 'every blue moon' }] });
    const page = await open(server);
    await page.getByText('Line 2: The days “every blue moon” cannot be read.').waitFor();
    await button(page, /^Delete: Every Friday/).click();
    await yes(page, 'Delete').click();
    await page.getByRole('dialog').getByText('1 entry in the settings cannot be read.').waitFor();
    await yes(page, 'Cancel').click();
    expect(saves(server)).toEqual([]);
    await button(page, 'Remove what cannot be read').click();
    await yes(page, 'Save and remove').click();
    await page.getByText('What could not be read is removed.').waitFor();
    expect(saves(server)).toEqual([[[REMIND], []]]);
  }, TIMEOUT);
});

describe('stakeholders', () => {
  it('are added, given a language, taken away and saved; one that is refused is told at its place', async () => {
    const server = serverWith({ recipients: ['helen@example.com'] });
    const page = await open(server);
    await page.getByText('Stakeholders (1)').click();
    const field = page.getByLabel('Add addresses, teams or groups').last();
    await field.fill('board@example.com x@refused.example nobody@');
    await page.keyboard.press('Enter');
    await page.getByText('Not known: nobody@.').waitFor();
    expect(await field.inputValue()).toBe('nobody@');
    await field.fill('');
    await page.getByLabel('Language for board@example.com').selectOption('th');
    await button(page, 'Remove helen@example.com').click();
    await button(page, 'Save stakeholders').click();
    await page.getByText('This is no address: x@refused.example').waitFor();
    await button(page, 'Remove x@refused.example').click();
    await button(page, 'Save stakeholders').click();
    await page.getByText('Saved.').waitFor();
    expect(saves(server).at(-1)).toEqual([[], ['board@example.com, th']]);
  }, TIMEOUT);
});

describe('sending', () => {
  it('shows the mails without running anything in them, asks with the number of people, and sends once per answer', async () => {
    const server = serverWith(schedules(REMIND));
    const html = '<body><p>All the news</p><script>parent.hacked = true</script><img src="x:" onerror="parent.hacked = true"></body>';
    server.rhythm.preview.mails = [{ to: ME, subject: 'News', html, text: 'Just <b>text</b>' }];
    const page = await open(server);
    expected = /sandboxed|x:|ERR_UNKNOWN_URL_SCHEME/;
    await button(page, /^Preview and send: Every Friday/).click();
    const frame = page.getByTitle(`Mail to ${ME}`);
    await frame.contentFrame().getByText('All the news').waitFor();
    expect(await frame.getAttribute('sandbox')).toBe('');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    await page.getByRole('radio', { name: 'Plain text' }).check();
    await page.getByText('Just <b>text</b>').waitFor();
    await button(page, 'Send now').click();
    await page.getByText('Send this to 2 people now?').waitFor();
    expect(server.rhythm.sent).toEqual([]);
    server.fail('rhythmSend', 'NetworkError: HTTP 0', true);
    await yes(page, 'Send now').click();
    await button(page, 'Try again').click();
    await page.getByText('2 mails were sent.').waitFor();
    expect(server.rhythm.sent.map(({ request }) => request)).toEqual([{ kind: 'remind', audience: ['owners'] }]);
    expect(server.calls.filter(({ name }) => name === 'rhythmSend')).toHaveLength(2);
  }, TIMEOUT);

  it('offers nothing to send when nobody would get it, and tells when the day’s mails do not suffice', async () => {
    const server = serverWith(schedules(REMIND));
    server.rhythm.preview.count = 0;
    const page = await open(server);
    await button(page, /^Preview and send/).click();
    await page.getByText('Nobody would get a mail now: nothing is due.').waitFor();
    expect(await button(page, 'Send now').count()).toBe(0);
    await button(page, /^Preview and send/).click();
    Object.assign(server.rhythm.preview, { count: 60, quota: 1 });
    await button(page, /^Preview and send/).click();
    await button(page, 'Send now').click();
    await page.getByText('Send this to 60 people now? You can send only 1 mail today; the others wait for a later hourly run.').waitFor();
  }, TIMEOUT);

  it('sends an unconfirmed mail again after a question, and a refused one at once', async () => {
    const server = serverWith();
    fillRhythm(server.rhythm);
    const page = await open(server);
    await button(page, /^Send again: board@/).click();
    await page.getByText('The mail to board@example.com may have arrived already.').waitFor();
    await yes(page, 'Send again').click();
    await page.getByText('1 mail was sent.').waitFor();
    await button(page, /^Send again: old/).click();
    await expect.poll(() => server.calls.filter(({ name }) => name === 'rhythmResend').map(({ args }) => args[0])).toEqual([['a'], ['b']]);
  }, TIMEOUT);
});

describe('what became of mails', () => {
  it('one in doubt is settled by a click, a refused one cannot be; all are sent again after one question', async () => {
    const server = serverWith();
    fillRhythm(server.rhythm);
    const page = await open(server);
    await page.getByText('2 mails waited or stayed unconfirmed so long that they were dropped, the last on').waitFor();
    expect(await button(page, /^It arrived: old/).count()).toBe(0);
    await button(page, 'Send all again').click();
    await page.getByText('Send all of these again? 1 of them may have arrived already.').waitFor();
    await yes(page, 'Send all again').click();
    await page.getByText('2 mails were sent.', { exact: true }).waitFor();
    expect(server.calls.filter(({ name }) => name === 'rhythmResend').map(({ args }) => args[0])).toEqual([['a', 'b']]);
    fillRhythm(server.rhythm);
    await button(page, 'Load again').click();
    await button(page, /^It arrived: board@/).click();
    await expect.poll(() => button(page, /^It arrived/).count()).toBe(0);
    expect(server.calls.filter(({ name }) => name === 'rhythmSettle').map(({ args }) => args[0])).toEqual([['a']]);
    expect(await button(page, 'Send all again').count()).toBe(0); // one is no crowd
  }, TIMEOUT);

  it('those that wait are not sent after a question', async () => {
    const server = serverWith();
    fillRhythm(server.rhythm);
    const page = await open(server);
    await button(page, /^Don’t send these/).click();
    await page.getByText('2 mails still wait. Leave them unsent?').waitFor();
    await yes(page, 'Don’t send these').click();
    await expect.poll(() => page.getByRole('heading', { name: 'Waiting' }).count()).toBe(0);
    expect(server.calls.filter(({ name }) => name === 'rhythmCancel').map(({ args }) => args[0])).toEqual(['remind@2026-11-20T16:00']);
  }, TIMEOUT);

  it('a preview says how many still wait', async () => {
    const server = serverWith(schedules(REMIND));
    server.rhythm.preview.waiting = 1;
    const page = await open(server);
    await button(page, /^Preview and send/).click();
    await page.getByText('1 of them still waits for an earlier mail of this kind').waitFor();
  }, TIMEOUT);
});

describe('on and off', () => {
  it('is one click when nobody has it on, and a question when somebody else has', async () => {
    const server = serverWith(schedules(REMIND));
    const page = await open(server);
    await button(page, 'Switch on').click();
    await page.getByText('Every hour, what is due goes out in your name.').waitFor();
    await button(page, 'Switch off').click();
    await page.getByText('Nothing is sent while this is off.').waitFor();
    server.rhythm.start = { ...server.rhythm.start, trigger: { ...server.rhythm.start.trigger, on: true, mine: false, owner: 'helen@example.com' } };
    await button(page, 'Load again').click();
    await page.getByText('in the name of helen@example.com').waitFor();
    await button(page, 'Switch on for me too').click();
    await page.getByText(/^helen@example.com has switched this on already/).waitFor();
    await yes(page, 'Switch on').click();
    await page.getByText('Also switched on by helen@example.com').waitFor();
    expect(server.calls.filter(({ name }) => name === 'rhythmSwitch').map(({ args }) => args[0])).toEqual([true, false, true]);
  }, TIMEOUT);

  it('leads to the review for owners whom no mail reaches', async () => {
    const server = serverWith({ unreachable: [{ owner: 'Bob', keyResults: 3 }] });
    const page = await open(server);
    await page.getByText('Bob: 3 key results').waitFor();
    await button(page, 'Go to Review').click();
    expect(await page.getByRole('tab', { name: /Review/ }).getAttribute('aria-selected')).toBe('true');
  }, TIMEOUT);
});

describe('by keyboard alone', () => {
  async function tabTo(page: Page, name: RegExp): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < 80; stop += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement;
        return (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '').trim();
      });
      if (name.test(here)) return;
      passed.push(here);
    }
    throw new Error(`Tab never came to ${name}; it passed ${passed.join(' | ')}.`);
  }

  it('somebody opens the panel, types a schedule, saves it, switches on, looks at the mail and sends it', async () => {
    const server = serverWith();
    sidebar = await openSidebar(browser, server);
    const { page } = sidebar;
    await page.getByRole('tab', { name: 'More' }).waitFor();
    await tabTo(page, /^Check in$/);
    await page.keyboard.press('End');
    await tabTo(page, /^Mails and reminders/);
    await page.keyboard.press('Enter');
    await page.locator('#schedule-form').waitFor();
    await tabTo(page, /^What, when and to whom/);
    await page.keyboard.type('every Friday at 16:00 remind all owners');
    await tabTo(page, /^Save$/);
    await page.keyboard.press('Enter');
    await page.getByText('Saved.').waitFor();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.locator('#more-schedules h2').focus();
    await tabTo(page, /^Switch on$/);
    await page.keyboard.press('Enter');
    await page.getByText('goes out in your name').waitFor();
    await tabTo(page, /^Preview and send/);
    await page.keyboard.press('Space');
    await page.getByTitle(/^Mail to/).waitFor();
    await tabTo(page, /^Send now$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('2 mails were sent.').waitFor();
    expect(server.rhythm.sent).toHaveLength(1);
  }, TIMEOUT);
});
