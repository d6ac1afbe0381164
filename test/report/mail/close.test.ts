/** The report of a closed cycle: scores held against 1.0 and 0.7, best and worst, what people learned. */
import { expect, test } from 'vitest';
import type { ClosedRow } from '../../../src/model/past';
import { closeReport } from '../../../src/report/mail/close';
import { keyResultConcluder } from '../../../src/rules/keyResults';
import { concluded, day, keyResult, objective, settings } from '../../examples/okrs';

const set = settings({ cycleName: '2026-Q4', asOf: day('2026-12-31') });
const goals = [
  objective({ id: 'O1', objective: 'Customers stay', team: 'Care' }),
  objective({ id: 'O2', objective: 'A new market', kind: 'Aspirational', team: 'Sales', owner: 'bo@example.com' }),
  objective({ id: 'O3', objective: 'A bold idea', kind: 'Aspirational', team: 'Sales' }),
  objective({ id: 'O4', objective: 'Nobody looked', team: '' }),
];
const scores: readonly [string, number | undefined][] = [['O1.1', 87.5], ['O2.1', 70], ['O3.1', 69.6], ['O4.1', undefined]];

function sent(history: readonly ClosedRow[] = [], asked = scores, language: 'en' | 'pl' = 'en') {
  const conclude = keyResultConcluder({ objectives: goals, checkIns: [], settings: set });
  const keyResults = asked.map(([id, current], index) => conclude(keyResult({ row: 3 + index, id, objectiveId: id.slice(0, 2), keyResult: `Result ${id}`, current })));
  return closeReport({ book: { settings: set, objectives: concluded(goals, keyResults, set).conclusions, keyResults }, history, language, link: () => '' });
}

test('the subject has the final score and how many objectives reached what was expected', () => {
  expect(sent().subject).toBe('2026-Q4: final score 0.76, 1 of 3 objectives reached');
  expect(sent([], scores, 'pl').subject).toBe('2026-Q4: wynik końcowy 0,76, osiągnięte cele: 1 z 3');
  expect(sent([], [['O1.1', undefined]]).subject).toBe('2026-Q4: no score yet');
});

test.each([
  ['O1 Customers stay\n  0.88 · committed: 1.0 was expected, 0.12 short of it · ana'],
  ['O2 A new market\n  0.70 · aspirational: 0.7 was expected and is reached · bo'],
  ['O3 A bold idea\n  0.70 · aspirational: 0.7 was expected, 0.01 short of it · ana'],
  ['O4 Nobody looked\n  committed: no score yet · ana'],
])('an objective is read by its kind: %j', (lines) => {
  expect(sent().text).toContain(lines);
});

test('objectives stand best first, and teams too', () => {
  const { text } = sent();
  const order = ['Customers stay', 'A new market', 'A bold idea', 'Nobody looked', 'Care\n  0.88', 'Sales\n  0.70', 'No team\n  no score yet'];
  const places = order.map((part) => text.indexOf(part));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('the best three and the worst three are told once each, and what is complete stays not behind', () => {
  const ids = ['O1.1', 'O1.2', 'O1.3', 'O1.4', 'O1.5'] as const;
  const { text } = sent([], ids.map((id, index) => [id, [100, 100, 100, 100, 20][index]]));
  const [, best = '', worst = ''] = /Went best\n─+\n(.*)\n\nStayed furthest behind\n─+\n(.*?)\n\n/s.exec(text) ?? [];
  expect(best.match(/Result O1\.\d/g)).toEqual(['Result O1.1', 'Result O1.2', 'Result O1.3']);
  expect(worst.match(/Result O1\.\d/g)).toEqual(['Result O1.5']);
  expect(worst).toContain('0.20 · from 0 to 20 · target 100 · ana');
});

test('causes and learnings are told of this cycle, where somebody wrote them', () => {
  const row = (change: Partial<ClosedRow>): ClosedRow => ({ row: 3, closedOn: undefined, cycle: '2026-Q4', id: 'O1', objectiveId: 'O1', text: 'Customers stay', team: '', score: 0.8, cause: '', learning: '', nextStep: 'Archived', ...change });
  const { text } = sent([row({ cause: 'Too late', learning: 'Begin early', nextStep: 'Again' }), row({ id: 'O2', text: 'Silent row' }), row({ cycle: '2026-Q3', cause: 'Old cause' })]);
  expect(text).toContain('Causes and learnings\n────────────────────────\nO1 Customers stay\n  Cause: Too late\n  Learning: Begin early\n  What happens next: Again\n');
  expect(text).not.toMatch(/Silent row|Old cause/);
  expect(sent().text).not.toContain('Causes');
});
