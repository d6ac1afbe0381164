/** What counts as one e-mail address, as too long a span, as outside the cycle, and which texts say the same. */
import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/model/finding';
import { checkSpan, isEmail } from '../../src/rules/checks';
import { keyResultConcluder } from '../../src/rules/keyResults';
import { day, keyResult, objective, settings } from '../examples/okrs';

test.each([
  ['ana@example.com', true],
  ['ana.b+okr@mail.example.co.th', true],
  ['żaneta@przykład.pl', true],
  ["o'brien@example.com", true],
  ['Ana', false],
  ['ana@example', false],
  ['ana@example.com.', false],
  ['ana@example.com, ben@example.com', false],
  ['Ana <ana@example.com>', false],
  ['@example.com', false],
  ['ana@@example.com', false],
  ['ana example@x.com', false],
])('%s is one e-mail address: %s', (text, answer) => {
  expect(isEmail(text)).toBe(answer);
});

describe('the same text', () => {
  test.each([
    ['Churn falls', 'churn  FALLS.', true],
    ['Churn falls!', 'Churn falls', true],
    ['Churn\nfalls', 'Churn falls', true],
    ['KẾT QUẢ ĐẠT ĐƯỢC', 'Kết quả đạt được', true],
    ['ŻÓŁW śpi', 'żółw ŚPI', true],
    ['ลูกค้า', 'ลูกค้า.', true],
    ['Churn falls', 'Churn rises', false],
    ['Churn 5', 'Churn 5.5', false],
    ['Churn 5.5', 'Churn 55', false],
    ['a b', 'ab', false],
  ])('%j and %j: %s', (a, b, same) => {
    const findings = new Findings('keyResults');
    const conclude = keyResultConcluder({ objectives: [objective()], checkIns: undefined, settings: settings(), findings });
    [a, b].forEach((text, index) => conclude(keyResult({ id: `O1.${index}`, row: 3 + index, keyResult: text })));
    expect(findings.of(4)).toEqual(same ? [{ code: 'sameKeyResult', table: 'keyResults', row: 4, column: 'key_result', facts: { row: 3 } }] : []);
  });
});

test.each([
  ['2026-01-01', '2027-01-02', []],
  ['2026-01-01', '2027-01-03', ['longSpan']],
  ['2027-01-01', '2026-12-31', ['dueBeforeStart']],
  ['2026-01-01', '2026-01-01', []],
])('from %s to %s the span is found %j', (start, due, codes) => {
  const findings = new Findings('objectives');
  const own = { startDate: day(start), dueDate: day(due) };
  checkSpan(own, { start: own.startDate, due: own.dueDate }, 3, settings({ cycleStart: undefined }), findings);
  expect(findings.of(3).map(({ code }) => code)).toEqual(codes);
});

test.each([
  ['2026-10-01', '2026-12-31', []],
  ['2026-09-30', '2026-12-31', ['start_date']],
  ['2026-10-01', '2027-01-01', ['due_date']],
])('%s to %s lies outside the fourth quarter by %j', (start, due, columns) => {
  const findings = new Findings('objectives');
  const own = { startDate: day(start), dueDate: day(due) };
  checkSpan(own, { start: own.startDate, due: own.dueDate }, 3, settings(), findings);
  expect(findings.of(3).map(({ code, column }) => [code, column])).toEqual(columns.map((column) => ['outsideCycle', column]));
});
