/** Checking in, in the local page, by mouse and again by keyboard alone: what is saved stands in the sheet. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openFlows, type Flows, type Row } from './flows';
import { HANDS } from './hands';

const TIMEOUT = 60_000;

describe.each(HANDS)('checking in by %s', (name) => {
  let flows: Flows;
  beforeAll(async () => {
    flows = await openFlows(name);
    await flows.go(/Check in/);
  }, TIMEOUT);
  afterAll(async () => {
    await flows?.close();
  });
  afterEach(() => expect(flows.complaints).toEqual([]));

  const logged = async (id: string): Promise<Row | undefined> => (await flows.rows('Check-ins')).filter((row) => row['key_result_id'] === id).at(-1);
  const value = () => flows.field(/^New value/);
  const hasFocus = (field: ReturnType<typeof value>) => expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  async function open(id: string): Promise<void> {
    await flows.hand.pick(flows.panel.getByRole('radio', { name: /^All/ }));
    await flows.hand.fill(flows.field('Search'), id);
    await flows.press(new RegExp(`${id.replace('.', '\\.')} ·`));
  }

  it('saves one of mine: the value, what moved as text, the log and the score', async () => {
    const { hand, panel, field } = flows;
    await hand.pick(panel.getByRole('radio', { name: 'Mine (1)' }));
    await flows.press(/recommendation score/);
    await hand.fill(value(), '52');
    await hand.pick(panel.getByRole('radio', { name: '5' }));
    await hand.fill(field('What moved'), '=1+1');
    await hand.fill(field('Blockers'), '<b>nobody</b>');
    await flows.press('Save');
    await flows.says('O1.2 is saved. All of these are checked in.');
    expect(await logged('O1.2')).toMatchObject({ value: 52, confidence: 5, progress: '=1+1', blockers: '<b>nobody</b>' });
    // 11 of the 14 points from 41 to 55
    await expect.poll(() => flows.row('Key Results', 'O1.2'), { timeout: 5_000 }).toMatchObject({ current: 52, confidence: 5, score: expect.closeTo(11 / 14) });
  }, TIMEOUT);

  it('finds one among all; the next one opens at its value and is saved too', async () => {
    const { hand, panel, field } = flows;
    await hand.pick(panel.getByRole('radio', { name: /^All/ }));
    await hand.fill(field('Search'), 'o5');
    const opened = async (): Promise<string> => /^O5\.\d/.exec(await panel.locator('[aria-expanded=true] .quiet').innerText())?.[0] ?? '';
    await flows.press(/^Returned web orders/);
    expect(await opened()).toBe('O5.3');
    await flows.press('Next'); // without a value
    await expect.poll(opened).not.toBe('O5.3');
    await hasFocus(value());
    await flows.press(/^Returned web orders/);
    await hand.fill(value(), '8.4');
    await flows.press('Save');
    await flows.says('O5.3 is saved.');
    await hasFocus(value());
    const next = await opened();
    expect(next).not.toBe('O5.3');
    await hand.fill(value(), '27');
    await flows.press('Save');
    await flows.says(`${next} is saved.`);
    expect([(await flows.row('Key Results', 'O5.3'))?.['current'], (await logged(next))?.['value']]).toEqual([8.4, 27]);
  }, TIMEOUT);

  it('refuses what is no number at its field, keeps it there, and saves what is put in its place', async () => {
    await open('O7.1');
    await flows.hand.fill(value(), 'a lot');
    await flows.press('Save');
    await flows.panel.locator('.field .error').waitFor();
    await hasFocus(value());
    expect(await value().inputValue()).toBe('a lot');
    expect(await flows.row('Key Results', 'O7.1')).toMatchObject({ current: 325 });
    await flows.hand.fill(value(), '300');
    await flows.press('Save');
    await flows.says('O7.1 is saved.');
    expect(await flows.row('Key Results', 'O7.1')).toMatchObject({ current: 300 });
  }, TIMEOUT);

  it('dates a value back, and says so before it is saved', async () => {
    await open('O4.1');
    await flows.hand.fill(value(), '31');
    await flows.hand.press(flows.part('For an earlier day'));
    await flows.hand.date(flows.field('Day of the value'), '2026-12-07');
    await flows.says('Will be noted for 2026-12-07, not for today.');
    await flows.press('Save');
    await flows.says('O4.1 is saved.');
    const row = await logged('O4.1');
    expect([String(row?.['at']).slice(0, 10), row?.['value']]).toEqual(['2026-12-07', 31]);
  }, TIMEOUT);

  it('shows the history with its chart, and what was just saved in it', async () => {
    await open('O1.2');
    await flows.hand.press(flows.part('History'));
    await flows.panel.getByRole('img', { name: /to 52 points/ }).waitFor();
    expect(await flows.panel.locator('.points li').first().innerText()).toMatch(/^52 points[^]*=1\+1[^]*Blockers: <b>nobody<\/b>/);
  }, TIMEOUT);
});
