/** The review and taking over other tables, in the local page, by mouse and again by keyboard alone. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openFlows, type Flows } from './flows';
import { HANDS } from './hands';
import { valuesOf } from './localPage';

const TIMEOUT = 60_000;

/** What a company kept by hand: an objective once for all its key results, decimal commas, a column that means nothing here, a total. */
const OLD_PLAN = [
  ['Goals of the night shift', '', '', '', ''],
  ['Aim', 'Measure of success', 'From', 'To', 'Mood'],
  ['Keep the town rolling at night', 'Night calls answered within 5 minutes', '60%', '90%', 'fine'],
  ['', 'Hours until a bike is back', '12,5', '8,5', 'so so'],
  ['Total', '', '', '', ''],
];
const MAKE_OLD_PLAN = `function makeOldPlan() {
  const rows = ${JSON.stringify(OLD_PLAN)};
  SpreadsheetApp.getActiveSpreadsheet().insertSheet('Old plan').getRange(1, 1, rows.length, rows[0].length).setNumberFormat('@').setValues(rows);
}`;
const CSV = 'Objective;Key result;Start;Target;Weather\nBe easy to reach;Calls answered within a minute rise from 60 to 90 %;60;90;rain\n;Mails answered within a day rise from 40,5 to 80 %;40,5;80;sun\n';

describe.each(HANDS)('reviewing by %s', (name) => {
  let flows: Flows;
  beforeAll(async () => {
    flows = await openFlows(name, MAKE_OLD_PLAN);
    await flows.go(/^Review/);
    await flows.panel.getByRole('heading', { name: 'All objectives' }).waitFor();
  }, TIMEOUT);
  afterAll(async () => {
    await flows?.close();
  });
  afterEach(() => expect(flows.complaints).toEqual([]));

  const cellOf = async (sheet: string, id: string, key: string): Promise<string> => {
    const cells = await valuesOf(flows.page, sheet, 'A1:Z60');
    const row = cells.findIndex((each) => each[0] === id);
    return `${String.fromCharCode(65 + (cells[0] ?? []).indexOf(key))}${row + 1}`;
  };

  it('filters, and shows all again', async () => {
    const { hand, field, part } = flows;
    await hand.press(part('Filter'));
    await hand.choose(field('Team'), 'Service');
    await flows.says('Found: 3 objectives.');
    await hand.choose(field('Priority'), 'Low');
    await flows.says('Found: 2 objectives.');
    await hand.choose(field('Status'), 'No data');
    await flows.says('Found: 0 objectives, 2 key results.'); // O9.2 and O10.3
    await flows.press('Show all again');
    expect(await flows.panel.getByText(/^Found:/).count()).toBe(0);
    await hand.press(part('Filter'));
  }, TIMEOUT);

  it('opens from the level to the team, the person, the objective and the key result, and goes to its cell', async () => {
    const { hand, panel, part, button } = flows;
    await hand.pick(panel.getByRole('radio', { name: 'Level, team, person' }));
    await hand.press(part(/^Product /));
    await part(/^jonas\.lindqvist/).waitFor();
    const tree = panel.getByRole('region', { name: 'All objectives' });
    await hand.press(button(/^Build the cargo bike/, tree));
    await hand.press(button(/^Weight of the ready-to-ride/, tree));
    await hand.press(tree.locator('.card').getByRole('button', { name: 'Show in the sheet' }));
    await flows.standsAt(await cellOf('Key Results', 'O4.2', 'key_result'));
    await hand.press(tree.locator('.card summary').filter({ hasText: 'History' }));
    await tree.getByRole('img', { name: /^\d+ check-ins: from/ }).waitFor();
  }, TIMEOUT);

  it('names first what needs attention and why, and leads from there to the check-in', async () => {
    const { hand, panel, button } = flows;
    const list = panel.getByRole('region', { name: 'Needs attention first' });
    const first = list.locator('.row').first();
    expect(await first.innerText()).toMatch(/0\.\d+ behind the plan/);
    const id = /O\d+\.\d/.exec(await first.innerText())?.[0] ?? '';
    await hand.press(first);
    await hand.press(button('Check in', list));
    const value = flows.field(/^New value/);
    await value.waitFor();
    expect(await panel.locator('[aria-expanded=true]').innerText()).toContain(id);
    await expect.poll(() => value.evaluate((one) => one === document.activeElement)).toBe(true);
    await flows.go(/^Review/);
  }, TIMEOUT);

  it('goes from a finding to its cell, and puts a wrong measure right by one click', async () => {
    const { hand, panel } = flows;
    const finding = panel.locator('.finding', { hasText: 'O16' });
    await hand.press(finding);
    await flows.standsAt((await finding.locator('.place').innerText()).trim().split(' ').at(-1) ?? '');
    expect(await flows.row('Key Results', 'O8.2')).toMatchObject({ measure: 'Increase', start: 9, target: 2 });
    const wrong = panel.locator('.findings li').filter({ has: flows.frame.getByRole('button', { name: /^Fix it:/ }), hasText: await cellOf('Key Results', 'O8.2', 'measure') });
    await hand.press(wrong.getByRole('button', { name: /^Fix it:/ }));
    await wrong.waitFor({ state: 'detached' });
    await panel.locator('.findings :focus').waitFor(); // the button is gone; one goes on at the finding before
    expect(await flows.row('Key Results', 'O8.2')).toMatchObject({ measure: '', start: 9, target: 2, score: expect.closeTo(5 / 7) }); // what start and target say
    await flows.press('Check again');
    await panel.getByText('Working…').waitFor({ state: 'detached' });
    expect(await wrong.count()).toBe(0);
  }, TIMEOUT);

  it('takes over a sheet of the same file: shown, put right, copied, and left as it was', async () => {
    const { hand, panel, field } = flows;
    await flows.page.evaluate(() => (window as unknown as { okrHost: { call(name: string, args: unknown[]): Promise<unknown> } }).okrHost.call('makeOldPlan', []));
    await flows.go(/^More/);
    await flows.press(/^Take over a sheet/);
    await hand.choose(field('Sheet'), 'Old plan');
    await flows.press('Look at it');
    await flows.says('Understood: 1 objective, 2 key results.');
    const preview = panel.getByRole('region', { name: 'Preview' });
    expect((await preview.innerText()).split(/\s*\n\s*/)).toEqual(expect.arrayContaining([expect.stringContaining('Keep the town rolling at night')]));
    await flows.says('Column E “Mood” was not understood and is left out.');
    await flows.says(/looks like a row of totals and is left out/);
    await hand.choose(field('Mood'), 'Note');
    await panel.getByText(/“Mood” was not understood/).waitFor({ state: 'detached' });
    await flows.press('Copy into the workbook');
    await flows.says(/^Copied: 1 objective, 2 key results\./);
    const id = (await flows.rows('Objectives')).find((row) => row['objective'] === 'Keep the town rolling at night')?.['id'];
    expect((await flows.rows('Key Results')).filter((row) => row['objective_id'] === id)).toMatchObject([{ start: 60, target: 90, unit: '%', note: 'fine' }, { start: 12.5, target: 8.5, note: 'so so' }]);
    expect(await valuesOf(flows.page, 'Old plan', 'A1:E5')).toEqual(OLD_PLAN);
  }, TIMEOUT);

  it('takes over a pasted table', async () => {
    const { hand, panel, field } = flows;
    await hand.pick(panel.getByRole('radio', { name: 'CSV' }));
    await hand.paste(field('Or paste the table'), CSV);
    await flows.press('Look at it');
    await flows.says('Understood: 1 objective, 2 key results.');
    await flows.says('Column E “Weather” was not understood and is left out.');
    await flows.press('Copy into the workbook');
    await flows.says(/^Copied: 1 objective, 2 key results\./);
    const id = (await flows.rows('Objectives')).find((row) => row['objective'] === 'Be easy to reach')?.['id'];
    expect((await flows.rows('Key Results')).filter((row) => row['objective_id'] === id)).toMatchObject([{ start: 60, target: 90 }, { start: 40.5, target: 80 }]);
    expect(await field('Or paste the table').inputValue()).toBe('');
  }, TIMEOUT);
});
