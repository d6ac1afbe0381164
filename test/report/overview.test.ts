/** The figures that stand first: overall score, coverage, counts, days left, teams, and what needs attention. */
import { expect, test } from 'vitest';
import { toScore } from '../../src/model/units';
import { needsAttention, overviewOf, scoreByTeam } from '../../src/report/overview';
import { concluded, day, objective, scored, settings } from '../examples/okrs';

const goals = [
  objective({ id: 'O1', team: 'Care', weight: 3 }),
  objective({ id: 'O2', team: 'Sales' }),
  objective({ id: 'O3', team: 'Care' }),
];
const parts = [
  scored('O1', 0.2, { status: 'Off track', expected: toScore(0.5) }),
  scored('O2', 0.6, { status: 'On track', expected: toScore(0.5) }),
  scored('O3', undefined, { status: 'No data', expected: toScore(0.5) }),
];
const { conclusions } = concluded(goals, parts);

test('the overall score weighs the objectives that have one, and is held against the plans of the same ones', () => {
  const overview = overviewOf(conclusions, parts, settings());
  expect(overview).toMatchObject({ score: 0.3, expected: 0.494505494505, scored: 2, total: 3, daysLeft: 46 });
  expect(overview.counts).toEqual({ Complete: 0, 'On track': 1, 'At risk': 0, 'Off track': 1, 'Not started': 0, 'No data': 1 });
});

test('nothing to average is no score, and not zero', () => {
  expect(overviewOf([], [], settings({ cycleEnd: undefined }))).toMatchObject({ score: undefined, expected: undefined, scored: 0, total: 0, daysLeft: undefined });
});

test('no days are left from the last one on', () => {
  expect(['2026-12-30', '2026-12-31', '2027-02-01'].map((asOf) => overviewOf([], [], settings({ asOf: day(asOf) })).daysLeft)).toEqual([1, 0, 0]);
});

test('teams stand best first, those without a score last', () => {
  const { conclusions: more } = concluded([...goals, objective({ id: 'O4', team: 'New' })], parts);
  expect(scoreByTeam(more)).toEqual([
    { team: 'Sales', score: 0.6, objectives: 1 },
    { team: 'Care', score: 0.2, objectives: 2 },
    { team: 'New', score: undefined, objectives: 1 },
  ]);
});

test('what needs attention is off track before at risk, and within that the farthest behind first', () => {
  const at = (id: string, score: number, status: 'On track' | 'At risk' | 'Off track') => scored('O1', score, { id, status, expected: toScore(0.5) });
  const list = needsAttention([at('a', 0.35, 'At risk'), at('b', 0.2, 'Off track'), at('c', 0.6, 'On track'), at('d', 0.1, 'Off track'), at('e', 0.3, 'At risk')]);
  expect(list.map(({ conclusion, behind }) => [conclusion.keyResult.id, behind])).toEqual([['d', 0.4], ['b', 0.3], ['e', 0.2], ['a', 0.15]]);
});
