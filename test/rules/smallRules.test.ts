/** The rules of a few lines: pace, grade, current value from check-ins, addresses, same texts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/model/finding';
import { toScore } from '../../src/model/units';
import type { Reading } from '../../src/model/words';
import { isEmail } from '../../src/rules/checks';
import { agrees, currentFrom } from '../../src/rules/current';
import { FirstRows } from '../../src/rules/firstRows';
import { grade } from '../../src/rules/grade';
import { keyResultConcluder } from '../../src/rules/keyResults';
import { needed } from '../../src/rules/needed';
import { checkIn, day, keyResult, objective, settings } from '../examples/okrs';

test.each([
  [30, 100, '2026-12-31', '2026-11-26', 14],
  [6, 2, '2026-12-10', '2026-11-26', -2],
  [5, 5, '2026-12-31', '2026-11-26', 0],
  [0, 1, '2026-11-27', '2026-11-26', 7],
  [0.1, 0.3, '2026-12-03', '2026-11-26', 0.2],
  [0, 1, '2026-11-26', '2026-11-26', undefined],
  [0, 1, '2026-11-25', '2026-11-26', undefined],
  [-1.7e308, 1.7e308, '2026-12-31', '2026-11-26', undefined],
])('from %d to %d by %s, seen on %s, takes %s a week', (current, target, due, asOf, wanted) => {
  expect(needed(current, target, day(due), day(asOf))).toBe(wanted);
});

test.each([
  [1, 'Achieved'],
  [0.999, 'Good progress'],
  [0.7, 'Good progress'],
  [0.69, 'Some progress'],
  [0.4, 'Some progress'],
  [0.399, 'Off track'],
  [0, 'Off track'],
])('%d is graded %s', (score, word) => {
  expect(grade(toScore(score))).toBe(word);
});

describe('the current value that check-ins make', () => {
  const of = (values: (number | undefined)[], reading: Reading) => currentFrom(values.map((value) => checkIn({ value })), reading);

  test.each<[Reading, (number | undefined)[], number | undefined]>([
    ['last', [5, 7, 9], 9],
    ['sum', [5, 7, 9], 21],
    ['average', [5, 7, 9], 7],
    ['last', [5, undefined], 5],
    ['sum', [5, undefined, 2], 7],
    ['average', [5, undefined, 2], 3.5],
    ['sum', [0.1, 0.2], 0.3],
    ['last', [0], 0],
    ['sum', [-2, 2], 0],
    ['last', [undefined], undefined],
    ['sum', [], undefined],
    ['average', [], undefined],
  ])('%s of %j is %s', (reading, values, wanted) => {
    expect(of(values, reading)).toBe(wanted);
  });

  test.each([
    [6.67, 20 / 3, true],
    [6.6, 20 / 3, false],
    [6, 7, false],
    [0, 0, true],
    [0, 0.004, true],
    [0, 0.006, false],
    [1005, 1000, true],
    [1006, 1000, false],
    [-1005, -1000, true],
    [-1, 1, false],
  ])('%d typed by hand agrees with %d: %s', (typed, made, answer) => {
    expect(agrees(typed, made)).toBe(answer);
  });
});

test.each([
  ['ana@example.com', true],
  ['ana.b+okr@mail.example.co.th', true],
  ['żaneta@przykład.pl', true],
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

test('the first row of each text is remembered as a Map would, over thousands of texts', () => {
  const text = fc.oneof(fc.string(), fc.nat(3000).map((number) => `O${number}.1`), fc.constantFrom('__proto__', '', 'a', 'A', 'a.', ' a'));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3000, size: 'max' }), (list) => {
      const first = new FirstRows();
      const known = new Map<string, number>();
      list.forEach((text, index) => {
        const wanted = known.get(text);
        if (wanted === undefined) known.set(text, index + 3);
        if (first.take(text, index + 3) !== wanted) throw new Error(`Row ${index + 3}: ${JSON.stringify(text)} should have stood first in ${wanted}.`);
      });
    }),
    { numRuns: 20 },
  );
});
