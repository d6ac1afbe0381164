/** The sidebar's panels in a real browser, by mouse: what people do in them, what reaches the server, and that nothing typed is lost. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CheckInEntry, ObjectiveDraft } from '../../src/app/api';
import { fakeServer, XSS, type FakeServer } from '../sidebar/fakeServer';
import { openSidebar, type Options, type Sidebar } from '../sidebar/openSidebar';
import { openBrowser } from './browser';

const TIMEOUT = 60_000;
let browser: Browser;
let sidebar: Sidebar | undefined;

beforeAll(async () => {
  browser = await openBrowser();
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
const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name });
const openMore = async (page: Page, name: RegExp) => {
  await tab(page, 'More').click();
  await page.getByRole('button', { name }).click();
};
const row = (page: Page, text: RegExp) => page.getByRole('button', { name: text, expanded: false });

describe('the frame', () => {
  it('sets the spreadsheet up by one click when it is not, and then shows the panels', async () => {
    const server = fakeServer();
    server.isSetUp = false;
    const page = await open(server);
    await page.getByRole('button', { name: 'Set up this spreadsheet' }).click();
    await tab(page, 'Check in').waitFor();
    expect(callsOf(server, 'panelSetUp')).toHaveLength(1);
  });

  it('begins with my key results, and with the review for somebody who has none', async () => {
    const mine = await open(fakeServer());
    await mine.getByRole('radio', { name: 'Mine (3)' }).waitFor();
    expect(await tab(mine, 'Check in').getAttribute('aria-selected')).toBe('true');
    await sidebar?.close();
    const others = await open(fakeServer('en', { mine: false }));
    await others.getByRole('heading', { name: 'Needs attention first' }).waitFor();
    expect(await tab(others, /Review/).getAttribute('aria-selected')).toBe('true');
  });

  it('begins with the findings when the check of the menu opened it, and the other panels are where they were', async () => {
    const page = await open(fakeServer(), { first: 'findings' });
    await page.getByRole('heading', { name: 'All objectives' }).waitFor();
    expect(await tab(page, /Review/).getAttribute('aria-selected')).toBe('true');
    expect((await page.getByRole('tabpanel').getByRole('heading', { level: 2 }).allTextContents())[0]).toBe('Findings');
    await tab(page, 'Check in').click();
    await page.getByRole('radio', { name: 'Mine (3)' }).waitFor();
  });

  it('counts on the review’s tab what there is to mend, and says no number that a save has made old', async () => {
    const page = await open(fakeServer());
    await tab(page, 'Review (2)').waitFor();
    await row(page, /Median repair time/).click();
    await page.getByLabel('New value (days)').fill('4');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('O2.1 is saved.').waitFor();
    expect(await tab(page, /^Review/).innerText()).toBe('Review');
    await tab(page, 'Review').click();
    await tab(page, 'Review (2)').waitFor();
  });

  it('says that it loads, tells a failure in a sentence, and tries again', async () => {
    const server = fakeServer();
    server.fail('panelOpen', 'The sheet Settings is gone.');
    const page = await open(server);
    await page.getByText('That did not work: The sheet Settings is gone.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('radio', { name: 'Mine (3)' }).waitFor();
  });

  it('explains what to do when several Google accounts are in the way', async () => {
    const server = fakeServer();
    server.fail('panelOpen', 'PERMISSION_DENIED: ScriptError');
    const page = await open(server);
    await page.getByText(/signed in to several Google accounts/).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('PERMISSION_DENIED');
  });

  it.each(['Authorization is required to perform that action.', 'You do not have permission to call MailApp.sendEmail.'])('leads to the menu where a right is missing: %s', async (message) => {
    const server = fakeServer();
    server.fail('panelOpen', `Exception: ${message}`);
    const page = await open(server);
    await page.getByText(/Choose “Open sidebar” in the add-on’s menu and answer Google’s question\./).waitFor();
    expect(await page.locator('body').innerText()).not.toContain(message);
  });

  it('shows that a call is running, and a second click on the way does nothing', async () => {
    const server = fakeServer();
    const page = await open(server);
    await row(page, /Median repair time/).click();
    await page.getByLabel('New value (days)').fill('4');
    const release = sidebar!.hold();
    const save = page.getByRole('button', { name: 'Save' });
    await save.dblclick();
    await page.getByText('Saving…').waitFor();
    expect(await save.isDisabled()).toBe(true);
    release();
    await page.getByText('O2.1 is saved.').waitFor();
    expect(callsOf(server, 'checkInSave')).toHaveLength(1);
  });
});

describe('the dashboard', () => {
  it('follows what was saved, and nothing that was refused', async () => {
    const server = fakeServer();
    const page = await open(server);
    await row(page, /Median repair time/).click();
    const save = async (value: string, id: string) => {
      await page.getByLabel(/^New value/).fill(value);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText(id).waitFor();
    };
    await save('many', 'is not a number');
    expect(callsOf(server, 'followSave')).toEqual([]);
    await save('4', 'O2.1 is saved.');
    await expect.poll(() => callsOf(server, 'followSave').length).toBe(1);
  });

  it('says when it could not follow, and tries again', async () => {
    const server = fakeServer();
    const page = await open(server);
    server.fail('followSave', 'The lock is gone.');
    await row(page, /Median repair time/).click();
    await page.getByLabel('New value (days)').fill('4');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('That did not work: The lock is gone.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => callsOf(server, 'followSave').length).toBe(2);
    await page.getByText('The lock is gone.').waitFor({ state: 'detached' });
    expect(server.log).toHaveLength(1);
  });
});

describe('checking in', () => {
  it('shows what is known, saves value, confidence and notes, and opens the next one', async () => {
    const server = fakeServer();
    const page = await open(server);
    await row(page, /Median repair time/).click();
    const facts = page.locator('.facts');
    expect(await facts.innerText()).toMatch(/Last value\s+5\.9 days · 20 days ago\s+Expected by now\s+4\.5 days\s+Needed per week\s+-0\.51 days/);
    await page.getByLabel('New value (days)').fill('4,5');
    await page.getByRole('radio', { name: '4', exact: true }).check();
    await page.getByRole('textbox', { name: 'What moved' }).fill('Second shift');
    await page.getByLabel('Blockers', { exact: true }).fill('=IMPORTXML("x")');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('O2.1 is saved.').waitFor();
    const { ref, ...entry } = server.log[0] as CheckInEntry;
    expect(entry).toEqual({ keyResultId: 'O2.1', value: '4,5', confidence: 4, progress: 'Second shift', blockers: '=IMPORTXML("x")', day: '' });
    expect(ref).toMatch(/^[a-p]{16}$/);
    // The next one is open, and its value field waits for typing.
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('li')?.textContent)).toMatch(/right the first time/);
    expect(await page.getByText('The current value is a formula').isVisible()).toBe(true);
    await page.keyboard.type('93');
    await page.keyboard.press('Enter');
    await page.getByText('O2.2 is logged. Its current value is a formula').waitFor();
  });

  it('keeps what was typed when the call fails, and saves it once although the first answer was lost', async () => {
    const server = fakeServer();
    const page = await open(server);
    await row(page, /Median repair time/).click();
    await page.getByLabel('New value (days)').fill('4');
    await page.getByRole('textbox', { name: 'What moved' }).fill('It moved');
    server.fail('checkInSave', 'NetworkError: Connection failure due to HTTP 0', true);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/No answer came back/).waitFor();
    expect(await page.getByRole('textbox', { name: 'What moved' }).inputValue()).toBe('It moved');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('O2.1 was saved already').waitFor();
    expect(server.log).toHaveLength(1);
  });

  it('takes a changed value after a lost answer for a new check-in', async () => {
    const server = fakeServer();
    const page = await open(server);
    await row(page, /Median repair time/).click();
    await page.getByLabel('New value (days)').fill('4');
    server.fail('checkInSave', 'NetworkError', true);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText(/No answer came back/).waitFor();
    await page.getByLabel('New value (days)').fill('3.5');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('O2.1 is saved.').waitFor();
    expect(server.log.map(({ value }) => value)).toEqual(['4', '3.5']);
  });

  it('brings back what was typed when the sidebar was closed in between, and lets it be discarded', async () => {
    const page = await open(fakeServer());
    await row(page, /Median repair time/).click();
    await page.getByRole('textbox', { name: 'What moved' }).fill('Half a sentence');
    await page.reload();
    await row(page, /Median repair time/).click();
    expect(await page.getByRole('textbox', { name: 'What moved' }).inputValue()).toBe('Half a sentence');
    await page.getByRole('button', { name: 'Discard it' }).click();
    expect(await page.getByRole('textbox', { name: 'What moved' }).inputValue()).toBe('');
  });

  it('tells at the field what was refused, and goes there', async () => {
    const page = await open(fakeServer());
    await row(page, /Median repair time/).click();
    await page.getByLabel('New value (days)').fill('soon');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('“soon” is not a number.').waitFor();
    const field = page.getByLabel('New value (days)');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('dates a value back, and says so before it is saved', async () => {
    const server = fakeServer();
    const page = await open(server);
    await row(page, /Median repair time/).click();
    await page.getByLabel('New value (days)').fill('5');
    await page.getByText('For an earlier day').click();
    await page.getByLabel('Day of the value').fill('2026-11-10');
    await page.getByText('Will be noted for 2026-11-10, not for today.').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('O2.1 is saved.').waitFor();
    expect(server.log[0]?.day).toBe('2026-11-10');
  });

  it('shows the history as a chart with its text, and as a list', async () => {
    const page = await open(fakeServer());
    await row(page, /Median repair time/).click();
    await page.getByText('History').click();
    await page.getByRole('img', { name: '3 check-ins: from 6.5 days on 2026-10-02 to 5.9 days on 2026-11-01. Target: 3 days.' }).waitFor();
    expect(await page.locator('.points li').first().innerText()).toContain('5.9 days 2026-11-01');
    expect(await page.locator('.chart circle').count()).toBe(3);
  });

  it('does not say of another list that all of it is checked in', async () => {
    const server = fakeServer();
    server.objectives.splice(1, 1, { ...server.objectives[1]!, keyResults: server.objectives[1]!.keyResults.slice(0, 1) });
    const page = await open(server);
    await row(page, /Median repair time/).click();
    await page.getByLabel('New value (days)').fill('4');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('All of these are checked in.').waitFor();
    await page.getByRole('radio', { name: /^All/ }).check();
    expect(await page.getByText('All of these are checked in.').count()).toBe(0);
  });

  it('lists the key results of everybody too', async () => {
    const page = await open(fakeServer());
    await page.getByRole('radio', { name: 'All (5)' }).check();
    expect(await page.locator('.rows > li').count()).toBe(5);
  });
});

const HEARING = `
  window.SpeechRecognition = class {
    start() { window.heard = this; if (window.forbidden) setTimeout(() => { this.onerror({ error: 'not-allowed' }); this.onend(); }); }
    stop() { this.onend(); }
  };
  window.saying = (text) => window.heard.onresult({ resultIndex: 0, results: [Object.assign([{ transcript: text }], { isFinal: true })] });
`;

describe('while a save is on its way', () => {
  it('nothing typed into the check-in gets lost between what was sent and the next form, and the focus stays', async () => {
    const server = fakeServer();
    const page = await open(server);
    await row(page, /Median repair time/).click();
    const note = page.getByRole('textbox', { name: 'What moved' });
    await note.fill('Sent');
    await page.getByLabel('New value (days)').fill('4');
    await note.focus();
    const release = sidebar!.hold();
    await page.keyboard.press('Enter');
    await page.getByText('Saving…').waitFor();
    await page.keyboard.type(' and more');
    await page.getByRole('radio', { name: '5', exact: true }).click({ force: true });
    expect([await note.inputValue(), await note.evaluate((element) => element === document.activeElement)]).toEqual(['Sent', true]);
    expect(await page.getByRole('radio', { name: '5', exact: true }).isChecked()).toBe(false);
    server.fail('checkInSave', 'NetworkError');
    release();
    await page.getByText(/No answer came back/).waitFor();
    await page.keyboard.type(' and more');
    expect(await note.inputValue()).toBe('Sent and more');
  });

  it('nothing typed into an objective gets lost, and lists and buttons wait', async () => {
    const page = await openWrite(fakeServer());
    const text = page.getByLabel('I will … (objective)');
    await text.fill('Make every ride home feel safe');
    await page.getByRole('group', { name: 'Key result 1' }).getByLabel('Target').fill('5');
    const release = sidebar!.hold();
    await page.keyboard.press('Enter');
    await page.getByText('Saving…').waitFor();
    await text.focus();
    await page.keyboard.type('Typed meanwhile');
    await page.getByRole('button', { name: 'Add a key result' }).click();
    await page.getByRole('group', { name: 'Key result 1' }).getByLabel('Measure', { exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await text.inputValue()).toBe('Make every ride home feel safe');
    expect(await page.getByRole('group', { name: /^Key result \d/ }).count()).toBe(1);
    release();
    await page.getByText('O4 is saved').waitFor();
    await text.fill('The next one');
    expect(await text.inputValue()).toBe('The next one');
  });
});

describe('dictation', () => {
  it('what is still heard while the save is on its way is there when the key result is opened next', async () => {
    const page = await open(fakeServer(), { before: HEARING });
    await row(page, /Median repair time/).click();
    await page.getByLabel('New value (days)').fill('4');
    await page.getByRole('button', { name: 'Dictate: What moved' }).click();
    const release = sidebar!.hold();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saving…').waitFor();
    await page.evaluate('saying("Second shift has started")');
    release();
    await page.getByText('O2.1 is saved.').waitFor();
    await row(page, /Median repair time/).click();
    expect(await page.getByRole('textbox', { name: 'What moved' }).inputValue()).toBe('Second shift has started');
  });

  it('writes behind what stands there', async () => {
    const page = await open(fakeServer(), { before: HEARING });
    await row(page, /Median repair time/).click();
    await page.getByRole('textbox', { name: 'What moved' }).fill('First.');
    await page.getByRole('button', { name: 'Dictate: What moved' }).click();
    await page.evaluate('saying("Second shift has started")');
    await page.getByRole('button', { name: 'Stop dictating: What moved' }).click();
    expect(await page.getByRole('textbox', { name: 'What moved' }).inputValue()).toBe('First. Second shift has started');
  });

  it('goes away where the microphone may not be used', async () => {
    const page = await open(fakeServer(), { before: `${HEARING} window.forbidden = true;` });
    await row(page, /Median repair time/).click();
    await page.getByRole('button', { name: 'Dictate: What moved' }).click();
    await page.getByText('The microphone may not be used here.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /Dictate/ }).count()).toBe(0);
  });

  it('is not there where the browser has no speech recognition', async () => {
    const page = await open(fakeServer(), { before: 'delete window.SpeechRecognition; delete window.webkitSpeechRecognition; Object.defineProperty(window, "webkitSpeechRecognition", { value: undefined });' });
    await row(page, /Median repair time/).click();
    await page.getByRole('textbox', { name: 'What moved' }).waitFor();
    expect(await page.getByRole('button', { name: /Dictate/ }).count()).toBe(0);
  });
});

async function openWrite(server: FakeServer): Promise<Page> {
  const page = await open(server);
  await tab(page, 'Write').click();
  await page.getByRole('heading', { name: 'New objective' }).waitFor();
  return page;
}

const saved = (server: FakeServer) => callsOf(server, 'formSave').at(-1)?.args[0] as ObjectiveDraft;

describe('writing', () => {
  it('saves an objective with two key results in one go, found its parent while typing, from today to the end of the cycle', async () => {
    const server = fakeServer();
    const page = await openWrite(server);
    await page.getByLabel('I will … (objective)').fill('Make every ride home feel safe');
    await page.getByLabel('Team').fill('Sales');
    await page.getByText('More fields').first().click();
    await page.getByRole('combobox', { name: 'Supports' }).fill('winter care');
    await page.getByRole('option', { name: /^O1\.1/ }).click();
    const first = page.getByRole('group', { name: 'Key result 1' });
    await first.getByLabel('Key result', { exact: true }).fill('Bikes with good lights rise from 40 to 80 of 100');
    await first.getByLabel('Target').fill('80');
    await page.getByRole('button', { name: 'Add a key result' }).click();
    const second = page.getByRole('group', { name: 'Key result 2' });
    await second.getByLabel('Key result', { exact: true }).fill('Near misses fall from 12 to 4');
    await second.getByLabel('Start', { exact: true }).fill('12');
    await second.getByLabel('Target').fill('4');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('O4 is saved with 2 key results.').waitFor();
    const draft = saved(server);
    expect(draft).toMatchObject({ id: '', text: 'Make every ride home feel safe', team: 'Sales', parent: 'O1.1', startDate: '2026-11-21', dueDate: '2026-12-31', owner: 'nina@example.com' });
    expect(draft.keyResults.map(({ start, target }) => [start, target])).toEqual([['0', '80'], ['12', '4']]);
    expect(await page.getByLabel('I will … (objective)').inputValue()).toBe('');
    await page.getByRole('button', { name: 'Show in the sheet' }).click();
    await expect.poll(() => callsOf(server, 'panelShow').at(-1)?.args).toEqual([11, 6, 2]);
  });

  it('advises while typing, and does not block', async () => {
    const server = fakeServer();
    const page = await openWrite(server);
    await page.getByLabel('I will … (objective)').fill('Increase revenue by 20%');
    await page.locator('.advice li').first().waitFor();
    const described = await page.getByLabel('I will … (objective)').getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"] .advice`).count()).toBe(1);
    await page.getByLabel('I will … (objective)').fill('Make every ride home feel safe');
    await expect.poll(() => page.locator('.advice').count()).toBe(0);
    await page.getByLabel('I will … (objective)').fill('Launch the new website');
    await page.getByRole('group', { name: 'Key result 1' }).getByLabel('Target').fill('5');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('O4 is saved').waitFor();
  });

  it('tells limits before they are passed', async () => {
    const page = await openWrite(fakeServer());
    await page.getByRole('button', { name: 'Add a key result' }).click();
    await page.getByText('Key results: 2; up to 3 are good.').waitFor();
    await page.getByRole('button', { name: 'Add a key result' }).click();
    await page.getByText('Key results: 3. The limit of 3 is reached.').waitFor();
    await page.getByRole('button', { name: 'Add a key result' }).click();
    await page.getByText('Key results: 4, more than the limit of 3.').waitFor();
    await page.getByLabel('Team').fill('sales');
    await page.getByText('This is objective 2 of this team; up to 3 are good.').waitFor();
  });

  it('shows what was refused at its field, also in a closed part, and keeps everything typed', async () => {
    const page = await openWrite(fakeServer());
    await page.getByLabel('I will … (objective)').fill('Make every ride home feel safe');
    const first = page.getByRole('group', { name: 'Key result 1' });
    await first.getByLabel('Target').fill('many');
    await page.getByRole('button', { name: 'Save' }).click();
    await first.getByText('“many” is not a number.').waitFor();
    await first.getByLabel('Target').fill('8');
    await first.getByText('More fields').click();
    await first.getByLabel('Plan').fill('soon');
    await first.getByText('More fields').click();
    await page.getByRole('button', { name: 'Save' }).click();
    await first.getByText('Write a plan as day: value.').waitFor();
    expect(await first.getByLabel('Plan').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByLabel('I will … (objective)').inputValue()).toBe('Make every ride home feel safe');
  });

  it('fills the form from an example, and asks before it replaces what was typed', async () => {
    const page = await openWrite(fakeServer());
    await page.getByLabel('I will … (objective)').fill('Mine');
    await page.getByText('Examples and help').click();
    await page.getByLabel('Department').selectOption('finance');
    await page.getByText('Start from an example').click();
    await page.getByRole('button', { name: /^Use this example/ }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByLabel('I will … (objective)').inputValue()).toBe('Mine');
    await page.getByRole('button', { name: /^Use this example/ }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Replace' }).click();
    expect(await page.getByLabel('I will … (objective)').inputValue()).not.toBe('Mine');
    expect(await page.getByRole('group', { name: /^Key result \d/ }).count()).toBeGreaterThanOrEqual(3);
    expect(await page.getByRole('group', { name: 'Key result 1' }).getByLabel('Target').inputValue()).toMatch(/^\d/);
  });

  it('takes a KPI over as a key result, helps to tell OKR from KPI, and shows questions and wordings', async () => {
    const page = await openWrite(fakeServer());
    await page.getByText('Examples and help').click();
    await page.getByText('KPI examples').click();
    await page.getByRole('button', { name: /^Use as a key result/ }).first().click();
    const first = page.getByRole('group', { name: 'Key result 1' });
    expect(await first.getByLabel('Measure', { exact: true }).inputValue()).toMatch(/^At (least|most)$/);
    await page.getByText('OKR or KPI?').click();
    for (const name of await page.getByRole('radio', { name: 'No' }).all()) await name.check();
    await page.getByText('An action').waitFor();
    await page.getByText('Questions that help').click();
    await page.getByText('What is the highest aim of your department').waitFor();
    await page.getByText('Good and bad wordings').click();
    expect(await page.locator('.pairing').count()).toBeGreaterThanOrEqual(6);
  });

  it('edits what is there with its numbers, duplicates it, moves a key result, and archives after a question', async () => {
    const server = fakeServer();
    const page = await openWrite(server);
    await page.getByText('Edit, duplicate, move or archive').click();
    await page.getByRole('combobox', { name: 'Find an objective' }).fill('bike back');
    await page.getByRole('option', { name: /^O2/ }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('heading', { name: 'Edit O2' }).waitFor();
    expect(await page.getByRole('group', { name: 'O2.1' }).getByLabel('Start', { exact: true }).inputValue()).toBe('6.5');
    await page.getByLabel('I will … (objective)').fill('Give bikes back sooner');
    await page.getByRole('group', { name: 'O2.3' }).getByRole('button', { name: /^Duplicate/ }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('O2 is saved').waitFor();
    expect(saved(server).keyResults.map(({ id }) => id)).toEqual(['O2.1', 'O2.2', 'O2.3', '']);

    await page.getByRole('button', { name: 'Duplicate', exact: true }).click();
    expect(await page.getByRole('heading', { level: 2, name: 'New objective' }).count()).toBe(1);
    expect(await page.getByLabel('I will … (objective)').inputValue()).toBe('Give bikes back sooner');

    await page.getByRole('button', { name: 'Move: O2.1' }).click();
    await page.getByRole('combobox', { name: 'Move O2.1 to which objective?' }).fill('o3');
    await page.getByRole('option', { name: /^O3/ }).click();
    await page.getByText('O2.1 now belongs to O3.').waitFor();
    expect(callsOf(server, 'formMove')[0]?.args).toEqual(['O2.1', 'O3']);

    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await page.getByRole('dialog').getByText('Archive O2 with its 3 key results?').waitFor();
    await page.keyboard.press('Escape');
    expect(callsOf(server, 'formArchive')).toHaveLength(0);
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
    await page.getByText('O2 is archived').waitFor();
  });

  it('shows at the field what a colleague wrote there meanwhile, keeps what was typed, and saves it when asked again, also after the sidebar was closed', async () => {
    const server = fakeServer();
    const page = await openWrite(server);
    await page.getByText('Edit, duplicate, move or archive').click();
    await page.getByRole('combobox', { name: 'Find an objective' }).fill('bike back');
    await page.getByRole('option', { name: /^O2/ }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('I will … (objective)').fill('Give bikes back sooner');
    server.objectives[1] = { ...server.objectives[1]!, text: 'Repair while people wait' };
    await page.reload();
    await tab(page, 'Write').click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The sheet says “Repair while people wait” here by now.').waitFor();
    const text = page.getByLabel('I will … (objective)');
    expect([await text.inputValue(), await text.getAttribute('aria-invalid')]).toEqual(['Give bikes back sooner', 'true']);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('O2 is saved').waitFor();
    const bases = callsOf(server, 'formSave').map(({ args }) => (args[2] as ObjectiveDraft).text);
    expect(bases).toEqual(['Give people their bike back before they start to miss it', 'Repair while people wait']);
  });

  it('brings an unsaved objective back after the sidebar was closed', async () => {
    const page = await openWrite(fakeServer());
    await page.getByLabel('I will … (objective)').fill('Half an objective');
    await page.reload();
    await tab(page, 'Write').click();
    await page.getByText('This is what you typed before').waitFor();
    expect(await page.getByLabel('I will … (objective)').inputValue()).toBe('Half an objective');
  });
});

async function openReview(server: FakeServer): Promise<Page> {
  const page = await open(server);
  await tab(page, /Review/).click();
  await page.getByRole('heading', { name: 'All objectives' }).waitFor();
  return page;
}

describe('reviewing', () => {
  it('names first what needs attention, and why', async () => {
    const page = await openReview(fakeServer());
    const rows = page.getByRole('region', { name: 'Needs attention first' }).getByRole('listitem');
    expect(await rows.allInnerTexts()).toEqual([expect.stringMatching(/Median[^]*0\.39 behind the plan ■ Off track/), expect.stringMatching(/right the first time[^]*0\.13 behind the plan ▲ At risk/), expect.stringMatching(/booking page[^]*no value yet – No data/)]);
  });

  it('shows the tree from company to team, jumps to the cell, and leads to check-in and form', async () => {
    const server = fakeServer();
    const page = await openReview(server);
    const tree = page.getByRole('region', { name: 'All objectives' });
    await tree.getByRole('button', { name: /^▸? ?Make riding/ }).click();
    await tree.getByRole('button', { name: /Win employers/ }).click();
    await tree.getByRole('button', { name: /Employers who lease/ }).click();
    await tree.getByRole('button', { name: 'Show in the sheet' }).last().click();
    await expect.poll(() => callsOf(server, 'panelShow').at(-1)?.args).toEqual([22, 31, 3]);
    await tree.getByRole('button', { name: 'Check in' }).click();
    await page.getByLabel('New value (employers)').waitFor();
    expect(await tab(page, 'Check in').getAttribute('aria-selected')).toBe('true');
    await tab(page, /Review/).click();
    await tree.getByRole('button', { name: 'Edit' }).last().click();
    await page.getByRole('heading', { name: 'Edit O3' }).waitFor();
  });

  it('filters by team, owner, priority, status and cycle, and groups by team and person', async () => {
    const server = fakeServer();
    server.objectives[2] = { ...server.objectives[2]!, startDate: '2027-01-01', dueDate: '2027-03-31' };
    const page = await openReview(server);
    const tree = page.getByRole('region', { name: 'All objectives' });
    const shown = () => tree.locator('.row b').allInnerTexts();
    await tree.getByText('Filter').click();
    await tree.getByLabel('Priority').selectOption('Low');
    // What is above the one that fits stays and is open, so that one sees where it belongs.
    expect(await shown()).toEqual(['Make riding through the winter feel easy for everyone in town', 'Win employers and dealers as partners who come back']);
    await tree.getByText('Found: 1 objective.').waitFor();
    await tree.getByRole('radio', { name: 'Level, team, person' }).check();
    const names = () => tree.locator('.group .group > summary').filter({ hasNotText: /@|owner/ }).allInnerTexts().then((all) => all.map((text) => text.split(' ')[0]).sort());
    const groups = () => tree.locator('.group > summary').allInnerTexts();
    expect(await groups()).toEqual(['Team 0.70 · 1 objective ● On track', 'Sales 0.70 · 1 objective ● On track', 'Without an owner 0.70 · 1 objective ● On track']);
    await tree.getByLabel('Status').selectOption('Off track');
    await tree.getByText('No objective fits this filter.').waitFor();
    await tree.getByRole('button', { name: 'Show all again' }).click();
    expect(await names()).toEqual(['Company', 'Sales', 'Service']);
    await tree.getByLabel('Owner').selectOption('nina@example.com');
    expect(await names()).toEqual(['Service']);
    await tree.getByLabel('Owner').selectOption('');
    await tree.getByLabel('Team', { exact: true }).selectOption('Company');
    expect(await names()).toEqual(['Company']);
    await tree.getByLabel('Team', { exact: true }).selectOption('');
    await tree.getByLabel('Cycle').selectOption({ label: 'This cycle (2026-Q4)' });
    expect(await names()).toEqual(['Company', 'Service']);
    await tree.getByLabel('Cycle').selectOption('later');
    expect(await names()).toEqual(['Sales']);
  });

  it('opens to the key results that a status finds, and shows the others on demand', async () => {
    const page = await openReview(fakeServer());
    const tree = page.getByRole('region', { name: 'All objectives' });
    await tree.getByText('Filter').click();
    await tree.getByLabel('Status').selectOption('Off track');
    await tree.getByText('Found: 0 objectives, 1 key result.').waitFor();
    await tree.getByRole('button', { name: /Median repair time/ }).waitFor();
    expect(await tree.getByRole('button', { name: /right the first time/ }).count()).toBe(0);
    await tree.getByRole('button', { name: '2 more' }).click();
    await tree.getByRole('button', { name: /right the first time/ }).waitFor();
    await tree.getByLabel('Status').selectOption('No data');
    await tree.getByRole('button', { name: /booking page/ }).waitFor();
    expect(await tree.getByRole('button', { name: /Median repair time/ }).count()).toBe(0);
  });

  it('jumps to a finding, fixes what is safe by one click, and checks again', async () => {
    const server = fakeServer();
    const page = await openReview(server);
    await page.getByRole('button', { name: /Nobody answers for O3/ }).click();
    await expect.poll(() => callsOf(server, 'panelShow').at(-1)?.args).toEqual([11, 5, 5]);
    expect(await page.getByRole('button', { name: /^Fix it/ }).count()).toBe(1);
    await page.getByRole('button', { name: 'Fix it: This row has no id.' }).click();
    await expect.poll(() => callsOf(server, 'findingFix').at(-1)?.args).toEqual(['missingId', 22, 9, 1]);
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText('The column Score was put back.').waitFor();
  });
});

describe('adopting', () => {
  it('proposes a mapping for a sheet, lets it be put right without asking again, and copies', async () => {
    const server = fakeServer();
    const page = await open(server);
    await openMore(page, /^Take over a sheet/);
    await page.getByLabel('Sheet', { exact: true }).selectOption({ label: 'Old OKRs' });
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByText('Understood: 1 objective, 3 key results.').waitFor();
    await page.getByText('C5: “a few” is not a number; it is left blank.').waitFor();
    await page.getByText('Column D “Mood” was not understood and is left out.').waitFor();
    expect(await page.getByLabel('Row of headings').inputValue()).toBe('1');
    expect(await page.getByRole('table').innerText()).toContain('Calls answered rise from 60 to 90');
    await page.getByLabel('Mood').selectOption('owner');
    await page.getByText('Column D: the owner stands in the first row of each group only and is taken for all its key results.').waitFor();
    expect(await page.getByText('Column D “Mood”').count()).toBe(0);
    await page.getByRole('button', { name: 'Copy into the workbook' }).click();
    await page.getByText('Copied: 1 objective, 3 key results.').waitFor();
    expect(callsOf(server, 'adoptTables').map(({ args }) => args)).toEqual([[77]]);
    expect(callsOf(server, 'adoptCopy')[0]?.args[0]).toEqual([
      {
        sourceId: '',
        fields: { objective: 'Be easy to reach', owner: 'sunny' },
        keyResults: [
          { sourceId: '', fields: { key_result: 'Calls answered rise from 60 to 90', target: 90, unit: '%', owner: 'sunny' } },
          { sourceId: '', fields: { key_result: 'Mails answered within a day rise from 40 to 80', target: 80, owner: 'sunny' } },
          { sourceId: '', fields: { key_result: 'Letters', owner: 'sunny' } },
        ],
      },
    ]);
  });

  it('lets the row of headings be chosen by hand', async () => {
    const server = fakeServer();
    const page = await open(server);
    await openMore(page, /^Take over a sheet/);
    await page.getByRole('button', { name: 'Look at it' }).click();
    const row = page.getByLabel('Row of headings');
    expect(await row.locator('option').allInnerTexts()).toEqual(['There is none', '1: Our OKRs', '2: Goal · Result · Target · Mood', '3: Be easy to reach · Calls answered ri…', '4: Mails answered within a day rise fro…', '5: Letters · a few']);
    await row.selectOption('0');
    await page.getByLabel('Our OKRs').selectOption('objective');
    await page.getByLabel('Column 2').selectOption('key_result');
    await page.getByText('Understood: 2 objectives, 4 key results.').waitFor();
    await row.selectOption('1');
    await page.getByText('Understood: 1 objective, 3 key results.').waitFor();
    expect(await page.getByLabel('Target', { exact: true }).inputValue()).toBe('target');
    expect(callsOf(server, 'adoptTables')).toHaveLength(1);
  });

  it('shows two sheets that belong together, each with its own row of headings and columns', async () => {
    const server = fakeServer();
    const page = await open(server);
    await openMore(page, /^Take over a sheet/);
    await page.getByLabel('Sheet', { exact: true }).selectOption({ label: 'Ideas' });
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByText('The sheets Aims and Results belong together; both are read.').waitFor();
    const [aims, results] = ['Aims', 'Results'].map((name) => page.getByRole('region', { name, exact: true }));
    expect([await aims!.getByRole('combobox').count(), await results!.getByRole('combobox').count()]).toEqual([4, 4]);
    await aims!.getByLabel('Team').selectOption('note');
    await results!.getByLabel('Row of headings').selectOption('1');
    await results!.getByLabel('A1').selectOption('objective_id');
    await results!.getByLabel('Calls answered').selectOption('key_result');
    await page.getByText('Understood: 2 objectives, 1 key result.').waitFor();
    expect(await aims!.getByLabel('Team').inputValue()).toBe('note');
  });

  it('does not show the answer to a choice that was given up meanwhile', async () => {
    const page = await open(fakeServer());
    await openMore(page, /^Take over a sheet/);
    await page.getByLabel('Sheet', { exact: true }).waitFor();
    const release = sidebar!.hold();
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByRole('radio', { name: 'CSV' }).check();
    release();
    await page.getByText('Reading the table…').waitFor({ state: 'hidden' });
    expect(await page.getByRole('table').count()).toBe(0);
  });

  it('reads a pasted table with any delimiter, and repeats a copy with the same reference', async () => {
    const server = fakeServer();
    const page = await open(server);
    await openMore(page, /^Take over a sheet/);
    await page.getByRole('radio', { name: 'CSV' }).check();
    await page.getByLabel('Or paste the table').fill('Cel;Rezultat;Wartość docelowa\n"Łatwo nas znaleźć; i lubić";Oceny rosną z 4,1 do 4,6;4,6\n\n');
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByRole('cell', { name: 'Łatwo nas znaleźć; i lubić' }).waitFor();
    expect(callsOf(server, 'adoptTables').map(({ args }) => args)).toEqual([[null]]);
    server.fail('adoptCopy', 'Service timed out', true);
    await page.getByRole('button', { name: 'Copy into the workbook' }).click();
    await page.getByText('That did not work: Service timed out').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText(/^Copied/).waitFor();
    const calls = callsOf(server, 'adoptCopy').map(({ args }) => args);
    expect(calls).toHaveLength(2);
    expect(calls[0]).toEqual(calls[1]);
    expect(calls[0]?.[0]).toEqual([{ sourceId: '', fields: { objective: 'Łatwo nas znaleźć; i lubić' }, keyResults: [{ sourceId: '', fields: { key_result: 'Oceny rosną z 4,1 do 4,6', target: 4.6 } }] }]);
  });

  it('takes a file, and says when it is not UTF-8 or empty', async () => {
    const page = await open(fakeServer());
    await openMore(page, /^Take over a sheet/);
    await page.getByRole('radio', { name: 'CSV' }).check();
    const file = page.getByLabel('Upload a file');
    await file.setInputFiles({ name: 'old.csv', mimeType: 'text/csv', buffer: Buffer.from([0x43, 0x65, 0x6c, 0xb9, 0x0a]) });
    await page.getByText('This file is not saved as UTF-8').waitFor();
    await file.setInputFiles({ name: 'new.csv', mimeType: 'text/csv', buffer: Buffer.from('\ufeffMục tiêu\tKết quả\nDễ tìm\tĐánh giá tăng từ 4 lên 5\n') });
    await expect.poll(() => page.getByLabel('Or paste the table').inputValue()).toContain('Mục tiêu');
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByRole('cell', { name: 'Dễ tìm' }).waitFor();
    await page.getByLabel('Or paste the table').fill('\n \n');
    expect(await page.getByRole('button', { name: 'Look at it' }).isDisabled()).toBe(true);
  });
});

describe('what was typed for one spreadsheet', () => {
  it('does not turn up in another one, also a copy with the same sheets and an empty one, and is there when one comes back', async () => {
    const server = fakeServer();
    const page = await open(server);
    const objective = page.getByLabel('I will … (objective)');
    const table = page.getByLabel('Or paste the table');
    const look = async () => {
      await row(page, /Median repair time/).click();
      const note = await page.getByRole('textbox', { name: 'What moved' }).inputValue();
      await tab(page, 'Write').click();
      const text = await objective.inputValue();
      await openMore(page, /^Take over a sheet/);
      await page.getByRole('radio', { name: 'CSV' }).check();
      return [note, text, await table.inputValue()];
    };
    expect(await look()).toEqual(['', '', '']);
    await table.fill('Pasted');
    await tab(page, 'Write').click();
    await objective.fill('An objective');
    await tab(page, 'Check in').click();
    await page.getByRole('textbox', { name: 'What moved' }).fill('A note');
    await sidebar!.goTo('copy');
    expect(await look()).toEqual(['', '', '']);
    await sidebar!.goTo('book');
    expect(await look()).toEqual(['A note', 'An objective', 'Pasted']);
  });
});

describe('texts of people', () => {
  it('stay text wherever they are shown', async () => {
    const server = fakeServer('en', { xss: true });
    const page = await open(server);
    await page.getByRole('radio', { name: 'All (5)' }).check();
    await row(page, /<img/).click();
    await page.getByLabel('New value (<b>x</b>)').waitFor();
    await row(page, /Median repair time/).click();
    await page.getByText('History').click();
    await page.locator('.points li').first().waitFor();
    await tab(page, /Review/).click();
    await page.getByRole('button', { name: 'Check again' }).click();
    await page.getByText('Put right just now').waitFor();
    const closed = page.locator('#panel-review [aria-expanded=false]').first();
    while ((await closed.count()) > 0) await closed.click();
    await openMore(page, /^Take over a sheet/);
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByRole('cell', { name: XSS }).first().waitFor();
    await page.getByText(/C5: “<img src=x/).waitFor();
    await tab(page, 'Write').click();
    await page.getByText('Edit, duplicate, move or archive').click();
    await page.getByRole('combobox', { name: 'Find an objective' }).fill('onerror');
    await page.getByRole('option', { name: /<img/ }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    expect(await page.getByLabel('I will … (objective)').inputValue()).toBe(XSS);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('img').count()).toBe(0);
  });
});
