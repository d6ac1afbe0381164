/** Words for the 0.0 to 1.0 scale, at their edges. */
import { expect, test } from 'vitest';
import { toScore } from '../../src/model/units';
import { grade } from '../../src/rules/grade';

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
