/** Closing, history and sharing in a real browser: what people decide reaches the server, and nothing more; how all of it looks, in four languages. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CloseRequest } from '../../src/app/close/api';
import { LANGUAGES, type Language } from '../../src/model/words';
import { fakeServer, XSS, type FakeServer } from '../sidebar/fakeServer';
import { openSidebar, type Options, type Sidebar } from '../sidebar/openSidebar';
import { openBrowser } from './browser';
import { faults, SMALLEST_TARGET, violations } from './looks';

const TIMEOUT = 90_000;
/** A folder to look at the panels in, if somebody wants to. */
const shots = process.env['SIDEBAR_SHOTS'];
let browser: Browser;
let sidebar: Sidebar | undefined;

beforeAll(async () => {
  browser = await openBrowser();
  if (shots) mkdirSync(shots, { recursive: true });
}, TIMEOUT);
afterAll(async () => {
  await browser?.close();
});
afterEach(async () => {
  const complaints = sidebar?.complaints ?? [];
  await sidebar?.close();
  sidebar = undefined;
  expect(complaints).toEqual([]);
});

async function open(server: FakeServer, options?: Options): Promise<Page> {
  sidebar = await openSidebar(browser, server, options);
  return sidebar.page;
}

const callsOf = (server: FakeServer, name: string) => server.calls.filter((call) => call.name === name);
/** The way to a panel: over the list behind More. */
async function goTo(page: Page, panel: 'close' | 'past' | 'share'): Promise<void> {
  await page.locator('#tab-more').click();
  if (await page.locator('#panel-more .back:visible').count()) await page.locator('#panel-more .back:visible').click();
  await page.locator(`[data-opens=${panel}]`).click();
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();

/** Before its last day the question is asked whether it is meant. */
async function closeEarly(page: Page): Promise<void> {
  await press(page, 'Close the cycle');
  await page.getByRole('dialog').getByRole('button', { name: 'Close the cycle' }).click();
}

describe('closing a cycle', () => {
  it('goes from the menu through scores, learnings and decisions to the close, and sends what was decided, once', async () => {
    const server = fakeServer();
    const page = await open(server, { first: 'close' });
    await page.getByRole('heading', { name: 'Step 1 of 6: Final scores' }).waitFor();
    await page.getByText('1 key result has no final value.').waitFor();
    await page.getByLabel('Final value of O2.3').fill('40%');
    await press(page, 'Save');
    await expect.poll(() => server.log.map(({ keyResultId, value }) => [keyResultId, value])).toEqual([['O2.3', '40%']]);
    await press(page, 'Next');
    await page.getByRole('heading', { name: 'Step 2 of 6: What you learned' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Step 2 of 6');
    await page.locator('summary', { hasText: 'O2.1 ·' }).click();
    const low = page.locator('details', { has: page.locator('summary', { hasText: 'O2.1 ·' }) });
    await low.getByLabel('Cause').selectOption({ label: 'Had to wait for others' });
    await low.getByLabel('In your own words').fill('parts from overseas');
    await press(page, 'Next');
    await page.getByRole('group', { name: 'What happens with O2' }).getByRole('radio', { name: 'Change' }).check({ force: true });
    await page.getByRole('group', { name: 'What happens with O3' }).getByRole('radio', { name: 'Drop' }).check({ force: true });
    await press(page, 'Next');
    expect(await page.getByLabel('Name').inputValue()).toBe('2027-Q1');
    await page.getByLabel('First day').fill('2026-12-15');
    await page.getByText('Overlaps with 2026-Q4 (2026-10-01 to 2026-12-31)').waitFor();
    await page.getByLabel('First day').fill('2027-01-04');
    await page.getByText('3 days lie between the two cycles.').waitFor();
    await page.getByLabel('Name').fill(' ');
    await press(page, 'Next');
    await page.getByText('Give it a short name of its own').waitFor();
    await page.getByLabel('Name').fill('2026-Q2');
    await page.getByText('History has a cycle of this name already.').waitFor();
    await press(page, 'Next');
    await page.getByRole('heading', { name: 'Step 4 of 6: The next cycle' }).waitFor();
    await page.getByLabel('Name').fill('Winter');
    await press(page, 'Next');
    await page.getByText('Into History: 3 objectives, 5 key results.').waitFor();
    await page.getByText('Goes on in Winter: 2 objectives, 4 key results.').waitFor();
    await page.getByText('These formulas go on as the values that they show now: Key Results H5.').waitFor(); // not that of O3, which is dropped
    await page.getByText('2 open actions belong to key results that do not go on.').waitFor();
    await page.getByRole('checkbox', { name: /^Send the report to \d+ stakeholders?$/ }).waitFor();
    expect(callsOf(server, 'closeBegin')).toEqual([]);
    await page.getByText('The cycle still has 40 days to run. You can look ahead').waitFor();
    await press(page, 'Close the cycle');
    await page.getByRole('dialog').getByText('The cycle still has 40 days to run. Close it now all the same?').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(callsOf(server, 'closeBegin')).toEqual([]);
    const followed = callsOf(server, 'followSave').length;
    await press(page, 'Close the cycle');
    await page.getByRole('dialog').getByRole('button', { name: 'Close the cycle' }).dblclick();
    await page.getByText('2026-Q4 is closed. The spreadsheet is now in Winter.').waitFor();
    await page.getByRole('heading', { name: 'Step 6 of 6: Done' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Step 6 of 6');
    await expect.poll(() => callsOf(server, 'followSave').length).toBe(followed + 1); // the dashboard, once, not after each of the six steps
    expect(callsOf(server, 'closeBegin')).toHaveLength(1);
    const [request] = callsOf(server, 'closeBegin')[0]!.args as [CloseRequest];
    expect(request).toEqual({
      cycle: { name: '2026-Q4', start: '2026-10-01', end: '2026-12-31' },
      next: { name: 'Winter', start: '2027-01-04', end: '2027-03-31' },
      objectives: [{ id: 'O1', step: 'keep' }, { id: 'O2', step: 'change' }, { id: 'O3', step: 'drop' }],
      keyResults: [{ id: 'O2.1', cause: 'Had to wait for others: parts from overseas' }],
      report: true,
      examples: [],
    });
    const [[sent, ref] = []] = callsOf(server, 'rhythmSend').map(({ args }) => args);
    expect([sent, ref]).toEqual([{ kind: 'report', audience: ['stakeholders'], cycle: '2026-Q4' }, `report ${String(callsOf(server, 'closeBegin')[0]!.args[1])}`]);
    await page.getByText(/^The report went to \d+ recipients?\.$/).waitFor();
    await page.getByRole('button', { name: /^O21 · Give people/ }).waitFor();
  }, TIMEOUT);

  it('tells in the first step which cells have no ID, or one twice, and shows them', async () => {
    const server = fakeServer();
    const page = await open(server, { first: 'close' });
    await page.getByText('These cells have no ID, or one that is used twice.').waitFor();
    await press(page, 'Key Results A9');
    await expect.poll(() => callsOf(server, 'panelShow').map(({ args }) => args)).toEqual([[2, 9, 1]]);
  }, TIMEOUT);

  it('that fails on the way is tried again with the same reference, from where it was', async () => {
    const server = fakeServer();
    const page = await open(server, { first: 'close' });
    for (let step = 0; step < 4; step += 1) await press(page, 'Next');
    server.fail('closeStep', 'Somebody else is saving right now.');
    await closeEarly(page);
    await press(page, 'Try again');
    await page.getByText('2026-Q4 is closed.').waitFor();
    expect(new Set(callsOf(server, 'closeBegin').map(({ args }) => args[1])).size).toBe(1);
  }, TIMEOUT);

  it('whose report could not be sent is closed all the same, and the report can be left out', async () => {
    const server = fakeServer();
    const page = await open(server, { first: 'close' });
    for (let step = 0; step < 4; step += 1) await press(page, 'Next');
    server.fail('rhythmSend', 'Mails are being sent right now.');
    await closeEarly(page);
    await page.getByText('Mails are being sent right now.').waitFor();
    await press(page, 'Go on without the report');
    await page.getByText('2026-Q4 is closed.').waitFor();
    expect(callsOf(server, 'rhythmSend')).toHaveLength(1);
  }, TIMEOUT);

  it('that was left in the middle, whoever began it, offers to be continued and nothing else', async () => {
    const server = fakeServer();
    const examples = ['product.firstDays'];
    server.answer('closeBegin', [{ cycle: { name: '2026-Q4', start: '', end: '' }, next: { name: '2027-Q1', start: '', end: '' }, objectives: [{ id: 'O2', step: 'change' }], keyResults: [], report: false, examples }, 'theirs']);
    server.answer('closeStep', ['theirs']);
    const page = await open(server, { first: 'close' });
    await page.getByText('was interrupted after 1 of 6 steps').waitFor();
    await press(page, 'Continue');
    await page.getByText('2026-Q4 is closed.').waitFor();
    expect(callsOf(server, 'closeBegin')).toHaveLength(1);
    // What they chose is not lost: the objective to change is offered, the example is written.
    await page.getByRole('button', { name: /^O21 · Give people/ }).waitFor();
    await expect.poll(() => callsOf(server, 'formSave').length).toBe(1);
  }, TIMEOUT);

  it('writes examples that were chosen into the new cycle, each once', async () => {
    const server = fakeServer();
    const page = await open(server, { first: 'close' });
    for (let step = 0; step < 3; step += 1) await press(page, 'Next');
    await page.getByText('Start from examples').click();
    await page.getByRole('checkbox').nth(1).check();
    await press(page, 'Next');
    await page.getByText('New from examples: 1 objective.').waitFor();
    await closeEarly(page);
    await expect.poll(() => callsOf(server, 'formSave').length).toBe(1);
  }, TIMEOUT);
});

describe('sharing', () => {
  it('gives exactly what the preview showed, and nothing before it was shown', async () => {
    const server = fakeServer();
    const page = await open(server);
    await goTo(page, 'share');
    await page.getByLabel('E-mail addresses').fill('Zoe <zoe@example.com>, board@example.com; omar@example.com nonsense');
    await page.getByRole('radio', { name: 'Edit' }).check({ force: true });
    expect(await page.getByRole('button', { name: /^Give access/ }).count()).toBe(0);
    await press(page, 'Show who gets what');
    const card = page.locator('#more-share .card');
    expect((await card.innerText()).split('\n').filter(Boolean)).toEqual([
      'Will be able to edit', 'zoe@example.com',
      'Can view now, will be able to edit', 'board@example.com',
      'There already; nothing changes', 'omar@example.com (can edit)',
      'Not an e-mail address; left out', 'nonsense',
    ]);
    await press(page, 'Give access to 2 people');
    await page.getByText('2 people have access now.').waitFor();
    expect(callsOf(server, 'shareChange').map(({ args }) => args)).toEqual([[{ addViewers: [], addEditors: ['zoe@example.com', 'board@example.com'], removeViewers: [], removeEditors: [] }]]);
  }, TIMEOUT);

  it('takes the preview away when what was typed or the role changes', async () => {
    const page = await open(fakeServer());
    await goTo(page, 'share');
    await page.getByLabel('E-mail addresses').fill('zoe@example.com');
    await press(page, 'Show who gets what');
    await page.getByRole('button', { name: 'Give access to 1 person' }).waitFor();
    await page.getByRole('radio', { name: 'Edit' }).check({ force: true });
    expect(await page.getByRole('button', { name: /^Give access/ }).count()).toBe(0);
    await press(page, 'Show who gets what');
    await page.getByLabel('E-mail addresses').fill('zoe@example.com, ann@example.com');
    expect(await page.getByRole('button', { name: /^Give access/ }).count()).toBe(0);
  }, TIMEOUT);

  it('removes one person after a question, locks, and switches the view', async () => {
    const server = fakeServer();
    const page = await open(server);
    await goTo(page, 'share');
    await press(page, 'Remove omar@example.com');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(callsOf(server, 'shareChange')).toEqual([]);
    await press(page, 'Remove omar@example.com');
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('omar@example.com was removed.').waitFor();
    await press(page, 'Lock for everyone but me');
    await press(page, 'Only warn again');
    await press(page, 'Show the stakeholder view');
    await page.getByRole('button', { name: 'Show the working sheets again' }).waitFor();
    expect(server.calls.filter(({ name }) => name.startsWith('share')).map(({ name, args }) => [name, ...args])).toEqual([
      ['shareOpen'],
      ['shareChange', { addViewers: [], addEditors: [], removeViewers: [], removeEditors: ['omar@example.com'] }],
      ['shareLock', true], ['shareLock', false], ['shareView', true],
    ]);
  }, TIMEOUT);
});

describe('the past', () => {
  it('shows cycle by cycle, an aim over two of them, a moved target, and the score on a day that is chosen', async () => {
    const page = await open(fakeServer());
    await goTo(page, 'past');
    await page.getByText('2026-Q3 · Average score 0.50').waitFor();
    await page.getByText('2026-Q2 0.30 → 2026-Q3 0.50').nth(1).waitFor(); // of the team, and of the aim
    await page.getByRole('heading', { name: 'Teams over several cycles' }).waitFor();
    await page.getByText('2026-11-03 · O2.2: 98 → 95 · omar@example.com').waitFor();
    await page.getByLabel('Day').fill('2026-08-10');
    await page.getByText('Score on 2026-08-10: 0.50').waitFor(); // 40 of 80 on 3 August
    await page.getByLabel('Day').fill('2026-08-01');
    await page.getByText('On 2026-08-01 no objective had a score').waitFor();
    await page.getByText('Key results with a value checked in by then: 0 of 1. The others count as not measured').waitFor();
    await page.getByLabel('Day').fill('2026-10-02');
    await page.getByText('The final scores of the close, as they stand in the history.').waitFor();
    await page.getByText('Score on 2026-10-02: 0.50').waitFor();
    await page.getByLabel('Day').fill('2026-11-21');
    await page.getByText('This is what the sheets and the dashboard show now.').waitFor();
  }, TIMEOUT);

  it('and everything else says what people typed as text', async () => {
    const page = await open(fakeServer('en', { xss: true }));
    for (const panel of ['past', 'share', 'close'] as const) {
      await goTo(page, panel);
      await page.locator(`#more-${panel}`).getByText(XSS).first().waitFor({ state: 'attached' });
    }
    expect(await page.evaluate(() => (window as unknown as { hacked?: boolean }).hacked)).toBeUndefined();
  }, TIMEOUT);
});

/** Every page with as much in it as it can show at once. */
async function eachPage(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  const unfold = async (panel: string) => {
    const closed = page.locator(`#more-${panel} details:not([open]) > summary:visible`).first();
    while ((await closed.count()) > 0) await closed.click();
  };
  await goTo(page, 'close');
  for (const [index, name] of ['scores', 'learnings', 'decisions', 'next', 'summary'].entries()) {
    await page.locator('#more-close h2').last().waitFor();
    await unfold('close');
    if (name === 'next') {
      await page.locator('#more-close input[type=date]').first().fill('2026-12-15');
      await page.locator('#more-close input[type=checkbox]').first().check();
    }
    await look(`close-${index + 1}-${name}`);
    await page.locator('#more-close section > .buttons button.primary').click();
  }
  await page.locator('dialog button.primary').click(); // it is not over yet; a dialog lies on the page, so nothing is measured
  await page.locator('#more-close .done').first().waitFor();
  await page.locator('#more-close button.primary').waitFor();
  await look('close-6-done');
  await goTo(page, 'past');
  await page.locator('#more-past input[type=date]').fill('2026-08-10');
  await unfold('past');
  await look('past');
  await goTo(page, 'share');
  await page.locator('#more-share textarea').fill('zoe@example.com, board@example.com, omar@example.com, a-very-long-name.of-somebody@a-long-company-name.example.com, nonsense');
  await page.locator('#more-share [type=radio][value=editor]').check({ force: true });
  await page.locator('#more-share section button:not(.small)').last().click();
  await page.locator('#more-share .card').waitFor();
  await look('share');
}

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it('axe has nothing to complain about', async () => {
    const page = await open(fakeServer(), { scheme });
    await eachPage(page, async (name) => {
      expect(await violations(page), name).toEqual([]);
      if (shots) await page.screenshot({ path: join(shots, `${name}-en-${scheme}.png`), fullPage: true });
    });
  }, TIMEOUT);
});

describe.each(LANGUAGES)('in the language %s', (language: Language) => {
  it('no text is clipped or overlaps at 300 px, and everything is large enough to hit', async () => {
    const page = await open(fakeServer(language), { locale: language });
    await eachPage(page, async (name) => {
      if (shots) await page.screenshot({ path: join(shots, `${name}-${language}.png`), fullPage: true });
      expect(await faults(page, SMALLEST_TARGET), name).toEqual([]);
    });
  }, TIMEOUT);
});
