/** A whole year on the real spreadsheet: set up, write, check in, review, close four quarters; every number is that of the hand calculation. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { CheckInSaved, FormStart, ObjectiveDraft, Saved } from '../../src/app/api';
import type { HistoryStart } from '../../src/app/history/api';
import type { Panel } from '../../src/app/panel';
import type { Host } from '../../src/local/types';
import type { Day } from '../../src/model/day';
import { chainsOf, pastCycles, pictureOn, scoreOf } from '../../src/rules/past';
import { close, columnsOf, rowsOf, setting } from '../app/close/company';
import { FEW_ROWS, openHost } from '../app/workbook';
import { DISCIPLINE_Q1, ON_15_FEBRUARY, QUARTERS } from './hand';

const ANA = 'ana@example.com';
let host: Host;
let day = '2026-01-02';

const keyResult = (text: string, measure: 'Increase' | 'Decrease', start: string, target: string, reading: 'last' | 'sum'): ObjectiveDraft['keyResults'][number] => ({
  id: '', text, owner: '', measure, unit: '', start, target, weight: '', startDate: '', dueDate: '', plan: '', reading, source: '', kpi: '',
});
const objective = (text: string, team: string, keyResults: ObjectiveDraft['keyResults']): ObjectiveDraft => ({
  id: '', text, team, level: 'Company', owner: ANA, parent: '', kind: 'Committed', priority: '', startDate: '2026-01-01', dueDate: '2026-03-31', keyResults,
});

/** The clock of the spreadsheet goes on to noon of a day, and somebody opens it. */
async function goTo(next: string): Promise<void> {
  day = next;
  await host.open('LIMITED');
}

beforeAll(async () => {
  host = await openHost({ ...FEW_ROWS, now: () => Date.parse(`${day}T11:00:00Z`) });
  await host.open('LIMITED');
  await host.click('setUpSpreadsheet');
  const drafts = [
    objective('Grow with customers who stay', 'Sales', [keyResult('Orders per month rise from 100 to 400', 'Increase', '100', '400', 'last'), keyResult('Complaints fall from 50 to 10', 'Decrease', '50', '10', 'last')]),
    objective('Listen before we build', 'Product', [keyResult('Interviews rise from 0 to 12', 'Increase', '0', '12', 'sum')]),
  ];
  for (const [index, draft] of drafts.entries()) expect((await host.call('formSave', [draft, `write-${index}`, null])) as Saved).toHaveProperty('saved');
}, 120_000);

const formOf = async () => (await host.call('formOpen', [])) as FormStart;
const ids = ({ objectives }: FormStart): string[] => objectives.flatMap((one) => one.keyResults.map(({ id }) => id));

describe.each(QUARTERS.map((quarter, index) => [quarter.name, quarter, index] as const))('%s', (name, quarter, index) => {
  test('begins where the last one ended, is checked in, reviewed, and closed with the numbers of the hand calculation', async () => {
    await goTo(quarter.start);
    expect([setting(host, 'cycle_name'), setting(host, 'cycle_start'), setting(host, 'cycle_end')]).toEqual([name, quarter.start, quarter.end]);
    const begun = await formOf();
    expect(begun.objectives.flatMap((one) => one.keyResults.map(({ start, current }) => [start, current]))).toEqual([[quarter.starts[0], null], [quarter.starts[1], null], [0, null]]);
    for (const [monday, ...values] of quarter.weeks) {
      await goTo(monday);
      for (const [at, value] of values.entries()) {
        if (value === '') continue;
        const entry = { keyResultId: ids(begun)[at], value: String(value), confidence: 4, progress: '', blockers: '', day: '', ref: `${monday} ${at}` };
        expect((await host.call('checkInSave', [entry])) as CheckInSaved).toHaveProperty('saved');
      }
    }
    await goTo(quarter.closedOn);
    const review = (await host.call('panelOpen', [])) as Panel;
    expect(review.score).toBeCloseTo(quarter.mean, 10);
    const form = await formOf();
    expect(form.objectives.map(({ score }) => score)).toEqual(quarter.objectives);
    expect(form.objectives.flatMap((one) => one.keyResults.map((own) => [own.current, own.score]))).toEqual(quarter.finals.map((final, at) => [final, quarter.scores[at]]));

    const following = QUARTERS[index + 1] ?? { name: '2027-Q1', start: '2027-01-01', end: '2027-03-31' };
    const request = {
      cycle: form.cycle, next: { name: following.name, start: following.start, end: following.end },
      objectives: form.objectives.map(({ id }) => ({ id, step: 'keep' as const })),
      keyResults: quarter.scores.flatMap((score, at) => (score < 0.7 ? [{ id: ids(form)[at] ?? '', cause: 'Started too late', learning: `Learned in ${name}` }] : [])),
      report: false,
    };
    await close(host, request, `close ${name}`);
    const history = rowsOf(host, 'History').filter((row) => row['cycle'] === name);
    expect(history.map((row) => row['score'])).toEqual([...quarter.objectives, ...quarter.scores]);
    expect(history.slice(2).map((row) => [row['start'], row['final'], row['learning']])).toEqual(quarter.finals.map((final, at) => [[...quarter.starts, 0][at], final, (quarter.scores[at] ?? 0) < 0.7 ? `Learned in ${name}` : '']));
  }, 60_000);
});

describe('after the year', () => {
  const past = async () => (await host.call('historyOpen', [])) as HistoryStart;

  test('what was reached did not go on, every id was given once, and no check-in is lost', async () => {
    const form = await formOf();
    expect(form.objectives.map(({ id, keyResults }) => [id, keyResults.map((one) => [one.id, one.start, one.target])])).toEqual([['O9', [['O9.1', 13, 10]]], ['O10', []]]);
    const given = [...columnsOf(host, 'History', 'id'), ...columnsOf(host, 'Objectives', 'id'), ...columnsOf(host, 'Key Results', 'id')].flat();
    expect(new Set(given).size).toBe(given.length);
    const saved = QUARTERS.flatMap(({ weeks }) => weeks.flatMap(([, ...values]) => values)).filter((value) => value !== '');
    expect(rowsOf(host, 'Check-ins')).toHaveLength(saved.length);
    expect(host.failures()).toEqual([]);
    const panel = (await host.call('panelOpen', [])) as Panel;
    expect(panel.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('the history has the means, the discipline, and the same two aims over four quarters', async () => {
    const { closed, checkIns, settings } = await past();
    const cycles = pastCycles(closed, checkIns, settings.checkInDays);
    expect(cycles.map(({ name, score }) => [name, Math.round((score ?? 0) * 1e6) / 1e6])).toEqual(QUARTERS.map(({ name, mean }) => [name, mean]));
    expect(cycles[0]?.discipline).toBeCloseTo(DISCIPLINE_Q1, 10);
    expect(chainsOf(closed).map((chain) => chain.map(({ score }) => score))).toEqual([QUARTERS.map((one) => one.objectives[0]), QUARTERS.map((one) => one.objectives[1])]);
  });

  test('the score of a day in February is worked out from the log, ten months and four closes later', async () => {
    const picture = pictureOn('2026-02-15' as Day, await past());
    const [growth, listening] = picture.objectives.map(({ score }) => score);
    expect(growth).toBeCloseTo(ON_15_FEBRUARY.growth, 10);
    expect(listening).toBeCloseTo(ON_15_FEBRUARY.listening, 10);
    expect(scoreOf(picture)).toBeCloseTo(ON_15_FEBRUARY.mean, 10);
  });

  test('the score on the day of each close is the one of the history, although the next cycle had begun; today it is the one of the sheets', async () => {
    const known = await past();
    for (const { closedOn, mean } of QUARTERS.slice(0, -1)) expect(scoreOf(pictureOn(closedOn as Day, known))).toBeCloseTo(mean, 10);
    const panel = (await host.call('panelOpen', [])) as Panel;
    expect(scoreOf(pictureOn(known.asOf, known)) ?? null).toBe(panel.score);
  });
});
