/** Ranges in the place of single cells: shapes, scalars beside them, and bad cells that must not hide the others. */
import { describe, expect, test } from 'vitest';
import { OKR_KPI } from '../../src/functions/kpi';
import { over } from '../../src/functions/over';
import { OKR_EXPECTED, OKR_NEEDED, OKR_STATUS } from '../../src/functions/pace';
import { OKR_BAR, OKR_EXPLAIN, OKR_GRADE, OKR_SCORE } from '../../src/functions/score';

const BAD = '#REF!';

test.each<[string, unknown, unknown]>([
  ['a column', OKR_SCORE([[0], [0], ['']], [[100], [10], [5]], [[50], [''], [3]]), [[0.5], [''], ['']]],
  ['a row', OKR_SCORE([[0, 0]], [[10, 20]], [[5, 5]]), [[0.5, 0.25]]],
  ['a block', OKR_GRADE([[1, 0.7], ['', 0]]), [['Achieved', 'Good progress'], ['', 'Off track']]],
  ['one cell as a range', OKR_SCORE([[0]], [[10]], [[5]]), [[0.5]]],
  ['a scalar beside a range', OKR_SCORE(0, 10, [[5], [1]]), [[0.5], [0.1]]],
  ['a range beside scalars', OKR_SCORE([[0], [5]], 10, 5, 'Increase'), [[0.5], [0]]],
  ['measures in a range', OKR_SCORE(0, 10, 5, [['At least'], ['At most'], ['']]), [[0.5], [1], [0.5]]],
  ['days in a range', OKR_EXPECTED('2026-01-01', '2026-01-11', [['2026-01-06'], ['2026-01-11']]), [[0.5], [1]]],
  ['nothing at all', OKR_GRADE([]), []],
])('%s', (_, got, wanted) => {
  expect(got).toEqual(wanted);
});

test.each<[string, unknown, unknown]>([
  ['OKR_SCORE', OKR_SCORE(0, [[100], [BAD], ['x']], 50), [[0.5], [''], ['']]],
  ['OKR_SCORE by measure', OKR_SCORE(0, 100, 50, [['Sideways'], ['Increase']]), [[''], [0.5]]],
  ['OKR_EXPECTED', OKR_EXPECTED('2026-01-01', [['2026-02-31'], ['2025-01-01'], ['2026-01-11']], '2026-01-06'), [[''], [''], [0.5]]],
  ['OKR_STATUS', OKR_STATUS([[0.5], [7], ['x'], [0.5]], [[0.5], [0.5], [0.5], ['']]), [['On track'], [''], [''], ['']]],
  ['OKR_NEEDED', OKR_NEEDED([[30], [BAD]], 100, '2026-12-31', '2026-11-26'), [[14], ['']]],
  ['OKR_GRADE', OKR_GRADE([[0.7], [7]]), [['Good progress'], ['']]],
  ['OKR_BAR', OKR_BAR(0.5, [[1], [0]]), [['░ 50%'], ['']]],
  ['OKR_EXPLAIN', OKR_EXPLAIN(['', 5], 5, 5), [[''], ['Start and target are both 5 and current 5 has reached it, so the score is 1.']]],
  ['OKR_KPI', OKR_KPI('At least', [['x'], [5]], 5), [[''], ['Healthy']]],
])('a bad cell in a range of %s is blank, and the others are answered', (_, got, wanted) => {
  expect(got).toEqual(wanted);
});

describe('ranges of different shape', () => {
  test.each<[string, () => unknown]>([
    ['fewer rows', () => OKR_SCORE([[0], [0]], [[1]], 1)],
    ['fewer columns', () => OKR_SCORE([[0, 0]], [[1]], 1)],
    ['turned round', () => OKR_SCORE([[0, 0]], [[1], [1]], 1)],
    ['a measure for some', () => OKR_SCORE(0, 1, [[1], [1]], [['Increase']])],
  ])('%s: refused in a sentence', (_, call) => {
    expect(call).toThrow('The ranges must have the same number of rows and columns.');
  });
});

test('a mistake of ours in a rule is not taken for a bad cell', () => {
  const broken = () => {
    throw new TypeError('broken');
  };
  expect(() => over([[[1]]], broken)).toThrow('broken');
});
