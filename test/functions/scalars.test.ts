/** The functions of one cell: blanks, refusals a person understands, dates of another realm. */
import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { OKR_KPI } from '../../src/functions/kpi';
import { OKR_EXPECTED, OKR_NEEDED, OKR_STATUS } from '../../src/functions/pace';
import { OKR_ROLLUP } from '../../src/functions/rollUp';
import { OKR_BAR, OKR_EXPLAIN, OKR_GRADE, OKR_SCORE } from '../../src/functions/score';

const BLANKS = ['', null, undefined, '  '];

describe('answers', () => {
  test.each<[string, unknown, unknown]>([
    ['a falling figure', OKR_SCORE(72, 60, 66), 0.5],
    ['a measure in other words', OKR_SCORE(72, 60, 66, ' decrease '), 0.5],
    ['a measure in Polish', OKR_SCORE('', 95, 95, 'Co najmniej'), 1],
    ['a milestone', OKR_SCORE('', '', 'done', 'Milestone'), 1],
    ['a milestone, whatever start and target say', OKR_SCORE('n/a', '#REF!', '50%', 'Milestone'), 0.5],
    ['a plan', OKR_EXPECTED('2026-10-01', '2026-12-31', '2026-10-31', '', '2026-10-31: 20; 2026-11-30: 35', 0, 100), 0.2],
    ['aspirational', OKR_EXPECTED('2026-01-01', '2026-01-11', '2026-03-01', 'Aspirational'), 0.7],
    ['three blank days', OKR_EXPECTED('', '', ''), ''],
    ['a low confidence', OKR_STATUS(0.6, 0.5, 'red'), 'At risk'],
    ['an old check-in', OKR_STATUS(0.6, 0.5, 5, 15), 'At risk'],
    ['on the edge', OKR_STATUS(0.4, 0.5), 'On track'],
    ['a pace', OKR_NEEDED(30, 100, '2026-12-31', '2026-11-26'), 14],
    ['a pace when the time is over', OKR_NEEDED(30, 100, '2026-11-26', '2026-11-26'), ''],
    ['a grade', OKR_GRADE(0.7), 'Good progress'],
    ['a bar', OKR_BAR(0.5), '█████░░░░░ 50%'],
    ['a bar of four', OKR_BAR(0.5, 4), '██░░ 50%'],
    ['health', OKR_KPI('At most', 2, 2.1), 'Watch'],
    ['health of a milestone', OKR_KPI('Milestone', '', true), 'Healthy'],
    ['an explanation', OKR_EXPLAIN(0, 4, 1), '(1 - 0) / (4 - 0) = 1 / 4 = 0.25: current 1 has come 25% of the way from 0 to 4.'],
  ])('%s', (_, got, wanted) => {
    expect(got).toBe(wanted);
  });

  test.each(BLANKS)('a blank as %j is not zero', (blank) => {
    expect([OKR_SCORE(0, 100, blank), OKR_NEEDED(blank, 100, '2026-12-31', '2026-11-26'), OKR_GRADE(blank), OKR_BAR(blank)]).toEqual(['', '', '', '']);
    expect([OKR_STATUS(blank, 0.5), OKR_STATUS(0, 0.5), OKR_KPI('At least', 95, blank)]).toEqual(['No data', 'Off track', 'No data']);
    expect(OKR_EXPLAIN(0, 100, blank)).toMatch(/no current value/);
    expect(OKR_SCORE(0, 100, 50, blank)).toBe(0.5);
    expect(OKR_STATUS(0.6, 0.5, blank, blank)).toBe('On track');
    expect(OKR_EXPECTED('2026-01-01', '2026-01-11', '2026-01-06', blank, blank, blank, blank)).toBe(0.5);
  });

  test('dates may be Dates, of this realm or another, or text, mixed as they come', () => {
    const elsewhere = (text: string) => vm.runInNewContext(`new Date('${text}T00:00:00Z')`) as unknown;
    expect(OKR_EXPECTED(elsewhere('2026-01-01'), new Date('2026-01-11T00:00:00Z'), '2026-01-06')).toBe(0.5);
    expect(OKR_NEEDED(30, 100, elsewhere('2026-12-31'), elsewhere('2026-11-26'))).toBe(14);
  });
});

describe('refusals', () => {
  test.each<[() => unknown, RegExp]>([
    [() => OKR_SCORE(0, 100, 'abc'), /current value .* number.*"abc"/],
    [() => OKR_SCORE(0, 'x', 5), /target .* number/],
    [() => OKR_SCORE(0, 100, '#REF!'), /current value is the error #REF!/],
    [() => OKR_SCORE(0, 100, '5'), /current value .* number.*"5"/],
    [() => OKR_SCORE(0, 100, true), /current value .* number/],
    [() => OKR_SCORE(0, 100, NaN), /current value .* number/],
    [() => OKR_SCORE(0, Infinity, 5), /target .* number/],
    [() => OKR_SCORE(0, 100, new Date()), /current value .* number/],
    [() => OKR_SCORE(0, 100, 5, 'Sideways'), /measure .* one of .*Increase.*"Sideways"/],
    [() => OKR_SCORE('', 100, 5), /start is blank/],
    [() => OKR_SCORE(0, '', 5), /target is blank/],
    [() => OKR_SCORE('', '', 'maybe', 'Milestone'), /milestone .* TRUE/],
    [() => OKR_EXPLAIN('', 100, 5), /start is blank/],
    [() => OKR_EXPECTED('2026-02-01', '2026-01-01', '2026-01-06'), /due date 2026-01-01 lies before the start date 2026-02-01/],
    [() => OKR_EXPECTED('2026-02-31', '2026-03-31', '2026-03-01'), /no such day as 2026-02-31/],
    [() => OKR_EXPECTED('', '2026-03-31', '2026-03-01'), /start date is blank/],
    [() => OKR_EXPECTED('2026-01-01', '2026-01-11', ''), /as-of day is blank/],
    [() => OKR_EXPECTED('1.1.2026', '2026-01-11', '2026-01-06'), /start date should be a date/],
    [() => OKR_EXPECTED(new Date(NaN), '2026-01-11', '2026-01-06'), /start date should be a date/],
    [() => OKR_EXPECTED('2026-01-01', '2026-01-11', '2026-01-06', 'Dream'), /kind .* Committed, Aspirational/],
    [() => OKR_EXPECTED('2026-01-01', '2026-01-11', '2026-01-06', '', 'soon', 0, 1), /plan .* "soon"/],
    [() => OKR_EXPECTED('2026-01-01', '2026-01-11', '2026-01-06', '', '2026-01-05: 3'), /start of the plan is blank/],
    [() => OKR_STATUS(1.2, 0.5), /score .* from 0 to 1/],
    [() => OKR_STATUS(0.5, ''), /expected score is blank/],
    [() => OKR_STATUS(0.5, 0.5, 9), /confidence .* from 1 to 5/],
    [() => OKR_STATUS(0.5, 0.5, '', 'long ago'), /days since the check-in .* number/],
    [() => OKR_NEEDED(1, '', '2026-12-31', '2026-11-26'), /target is blank/],
    [() => OKR_GRADE(-0.1), /score .* from 0 to 1/],
    [() => OKR_BAR(0.5, 0), /width .* from 1 to 100/],
    [() => OKR_BAR(0.5, 2.5), /width/],
    [() => OKR_BAR(0.5, 101), /width/],
    [() => OKR_KPI('At least', '', 5), /target is blank/],
    [() => OKR_SCORE(0, 100, 'x'.repeat(10_000)), /^.{10,120}$/],
  ])('%s', (call, sentence) => {
    expect(call).toThrow(sentence);
    expect(call).not.toThrow(/undefined|NaN\b(?!")|TypeError|is not a function|Cannot read|\[object/);
  });
});

describe('OKR_ROLLUP', () => {
  test.each<[string, unknown, unknown]>([
    ['weights', OKR_ROLLUP([['A']], [['A'], ['A']], [[1], [0]], [[3], [1]]), [[0.75]]],
    ['a blank score', OKR_ROLLUP([['A']], [['A'], ['A']], [[1], ['']]), [[1]]],
    ['no score at all', OKR_ROLLUP([['A'], ['B']], [['A']], [[0.5]]), [[0.5], ['']]],
    ['weight 0', OKR_ROLLUP([['A']], [['A'], ['A']], [[1], [0]], [[1], [0]]), [[1]]],
    ['all weights 0', OKR_ROLLUP([['A']], [['A']], [[1]], [[0]]), [['']]],
    ['a negative weight', OKR_ROLLUP([['A']], [['A'], ['A']], [[1], [0.5]], [[-1], [1]]), [[0.5]]],
    ['a blank weight', OKR_ROLLUP([['A']], [['A'], ['A']], [[1], [0]], [['']  , [3]]), [[0.25]]],
    ['a weight in words', OKR_ROLLUP([['A']], [['A'], ['A']], [[1], [0]], [['heavy'], [1]]), [[0]]],
    ['ids of an odd kind', OKR_ROLLUP([['__proto__'], ['constructor']], [['__proto__'], ['constructor']], [[0.2], [0.4]]), [[0.2], [0.4]]],
    ['numbers as ids, with spaces', OKR_ROLLUP([[1], [' 1 ']], [[1]], [[0.5]]), [[0.5], [0.5]]],
    ['blank ids', OKR_ROLLUP([[''], ['A']], [[''], ['A']], [[1], [0.5]]), [[''], [0.5]]],
    ['scores that are none', OKR_ROLLUP([['A']], [['A'], ['A'], ['A'], ['A']], [[1], ['x'], [7], [NaN]]), [[1]]],
    ['one cell of each', OKR_ROLLUP('A', 'A', 0.5), 0.5],
    ['one cell with a blank score', OKR_ROLLUP('A', 'A', ''), ''],
    ['one cell with a blank parent', OKR_ROLLUP('A', '', 0.5), ''],
    ['ids in a row', OKR_ROLLUP([['A', 'B']], [['B', 'A']], [[0.1, 0.2]]), [[0.2, 0.1]]],
  ])('%s', (_, got, wanted) => {
    expect(got).toEqual(wanted);
  });

  test('refuses ranges of different size', () => {
    expect(() => OKR_ROLLUP([['A']], [['A'], ['B']], [[1]])).toThrow('must be ranges of the same size');
    expect(() => OKR_ROLLUP([['A']], [['A']], [[1]], [[1], [2]])).toThrow('must be ranges of the same size');
  });
});
