/** Bad input to the table functions: each fault is told in its row, and all other rows still score. */
import { describe, expect, test } from 'vitest';
import { OKR_ACTIONS, OKR_KEY_RESULTS, OKR_KPIS, OKR_OBJECTIVES } from '../../src/functions/tables';
import { ACTION, KEY_RESULT, KPI, OBJECTIVE, OTHER_KEY_RESULT, ranges, settingsIn, sheet, type Row } from '../examples/sheets';

/** A cell of Google Sheets holds no more; one longer in a block breaks the whole block. */
const LONGEST_CELL = 50_000;
const { objectives, settings, keyResults } = ranges();

/** The row of a key result changed, below one that is faultless. */
function changed(change: Row) {
  const block = OKR_KEY_RESULTS(sheet('keyResults', [OTHER_KEY_RESULT, { ...KEY_RESULT, ...change }]), objectives, settings);
  expect(block[1]?.slice(0, 4)).toEqual([0.5, '█████░░░░░ 50%', 0.494505494505, '● On track']);
  return { score: block[2]?.[0], status: block[2]?.[3], findings: String(block[2]?.[8]) };
}

describe('a key result with', () => {
  test.each<[string, Row, unknown, string]>([
    ['text for the current value', { current: 'lots' }, '', '✖ “lots” is not a number'],
    ['a number stored as text', { current: '50' }, '', '✖ “50” is not a number'],
    ['an error value', { target: '#DIV/0!' }, '', '✖ The cell holds the error #DIV/0!'],
    ['31 February', { due_date: '2026-02-31' }, 0.5, '✖ “2026-02-31” is not a date; write a date such as 2026-12-31'],
    ['a date as text in another order', { start_date: '1/10/2026' }, 0.5, '✖ “1/10/2026” is not a date; write a date such as 2026-12-31'],
    ['a Buddhist year', { due_date: '2569-12-31' }, 0.5, '✖ “2569-12-31” is a Buddhist year; write 2026-12-31'],
    ['a negative weight', { weight: -1 }, 0.5, '✖ The weight -1 is negative; the row is left out of the roll-up'],
    ['a duplicate id', { id: 'O1.2' }, 0.5, '✖ The ID “O1.2” is already used in Key Results, row 3'],
    ['the id of an objective', { id: 'O1' }, 0.5, '✖ The ID “O1” is already used in Objectives, row 3'],
    ['an unknown objective', { objective_id: 'O9' }, 0.5, '✖ There is no objective “O9”'],
    ['an objective called __proto__', { objective_id: '__proto__' }, 0.5, '✖ There is no objective “__proto__”'],
    ['no start', { start: '' }, '', '✖ No start value, so there is no score'],
    ['no target', { target: null }, '', '✖ No target'],
    ['no current value', { current: undefined }, '', ''],
    ['a due day before the start', { due_date: '2026-09-30', start_date: '2026-10-01' }, 0.5, '✖ It is due on 2026-09-30, before it starts on 2026-10-01 · △ 2026-09-30 lies outside the cycle'],
  ])('%s', (_, change, score, findings) => {
    expect(changed(change)).toMatchObject({ score, findings });
  });

  test.each(['key_result', 'id', 'objective_id', 'owner', 'start', 'target', 'current', 'measure', 'weight', 'confidence', 'due_date', 'plan', 'reading'])('50,000 characters as its %s keeps the block within what a cell can hold', (key) => {
    expect(changed({ [key]: 'x'.repeat(LONGEST_CELL) }).findings.length).toBeLessThan(LONGEST_CELL);
  });
});

test('a long list of unknown dependencies keeps the block within what a cell can hold', () => {
  const [, row] = OKR_ACTIONS(sheet('actions', [{ ...ACTION, depends_on: Array.from({ length: 10_000 }, (_, i) => `B${i}`).join(',').slice(0, LONGEST_CELL) }]), keyResults, settings);
  expect(String(row?.[1]).length).toBeLessThan(LONGEST_CELL);
  expect(row?.[1]).toMatch(/“B0”/);
});

test('a name of ten thousand characters is scored like any other', () => {
  expect(changed({ key_result: 'x'.repeat(10_000) })).toMatchObject({ score: 0.5, findings: '△ The text is 10000 characters long; 500 are plenty' });
});

test('a KPI and an objective with faults are told so, and the others stand', () => {
  const block = OKR_KPIS(sheet('kpis', [KPI, { ...KPI, id: 'K2', current: 'good' }, { ...KPI, id: 'K3', source: '' }]), settings);
  expect(block.slice(1)).toEqual([
    ['● Healthy', '2026-12-01', ''],
    ['– No data', '2026-12-01', '✖ “good” is not a number'],
    ['● Healthy', '2026-12-01', '△ A KPI needs “Source”'],
  ]);
  const rows = [OBJECTIVE, { ...OBJECTIVE, id: 'O2', parent: 'O2', kind: 'Dream' }];
  const [, first, second] = OKR_OBJECTIVES(sheet('objectives', rows), keyResults, settings);
  expect([first?.[0], first?.[7], second?.[0]]).toEqual([0.5, '', '']);
  expect(second?.[7]).toBe('✖ “Dream” is not one of the choices of the list · ✖ It supports itself in a circle, by way of “O2” · △ No key results');
});

test('ranges of odd shapes give blocks all the same', () => {
  const ragged = [['id', 'key_result'], [], ['O1.1'], [], ['', 'Churn']];
  expect(OKR_KEY_RESULTS(ragged, [], settings).map((row) => row.length)).toEqual([9, 9, 9, 9]);
});

test('ten thousand rows, a tenth of them wrong, score within the block and in time', () => {
  const count = 10_000;
  const goals = Array.from({ length: count / 4 }, (_, i) => ({ ...OBJECTIVE, id: `O${i}`, team: `Team ${i % 600}` }));
  const rows = Array.from({ length: count }, (_, i): Row => ({ ...KEY_RESULT, id: `O${i >> 2}.${i}`, objective_id: `O${i >> 2}`, key_result: `Result ${i}`, current: i % 10 === 0 ? '#N/A' : 40 + (i % 20) }));
  const block = OKR_KEY_RESULTS(sheet('keyResults', rows), sheet('objectives', goals), settings);
  expect(block).toHaveLength(count + 1);
  expect(block.slice(1).filter((row) => row[0] === '').length).toBe(count / 10);
  expect(block[count]?.slice(0, 4)).toEqual([0.95, '█████████░ 95%', 0.494505494505, '● On track']);
  const [, ...scores] = OKR_OBJECTIVES(sheet('objectives', goals), sheet('keyResults', rows), settings);
  expect(scores).toHaveLength(count / 4);
  expect(scores[0]?.slice(0, 3)).toEqual([0.1, '█░░░░░░░░░ 10%', '3 of 4']);
});

test.each([
  ['Cyrillic', 'Результат '],
  ['Thai', 'ผลลัพธ์ '],
  ['Vietnamese', 'Kết quả '],
])('ten thousand names in %s letters that differ in their number are told apart in time', (_, name) => {
  const digits = (i: number) => [...String(i)].map((digit) => String.fromCharCode(name.charCodeAt(0) + Number(digit))).join('');
  const rows = Array.from({ length: 10_000 }, (_, i): Row => ({ ...KEY_RESULT, id: `K${i}`, key_result: name + digits(i) }));
  const began = performance.now();
  const block = OKR_KEY_RESULTS(sheet('keyResults', rows), objectives, settingsIn());
  expect(block.slice(1).filter((row) => String(row[8]) !== '')).toEqual([]);
  expect(performance.now() - began).toBeLessThan(3_000);
});
