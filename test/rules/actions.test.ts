/** What actions wait for, and circles of dependencies told from what leads into them. */
import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/model/finding';
import type { Action } from '../../src/model/okr';
import { concludeActions } from '../../src/rules/actions';
import { action, day, keyResult, settings } from '../examples/okrs';

function conclude(changes: Partial<Action>[], asOf: string | undefined = '2026-11-15') {
  const findings = new Findings('actions');
  const actions = changes.map((change, index) => action({ id: `A${index + 1}`, row: 3 + index, ...change }));
  const conclusions = concludeActions({ actions, keyResults: [keyResult()], settings: settings({ asOf: asOf === '' ? undefined : day(asOf) }), findings });
  return { conclusions, codes: actions.map(({ row }) => findings.of(row).map(({ code }) => code)) };
}

describe('waiting', () => {
  test('lasts until what it depends on is done', () => {
    const { conclusions, codes } = conclude([{ dependsOn: ['A2', 'A3', 'A4'] }, { state: 'Done' }, { state: 'In progress' }, { state: undefined }]);
    expect(conclusions[0]?.waitsFor).toEqual(['A3', 'A4']);
    expect(codes).toEqual([['actionWaiting'], [], [], []]);
  });

  test('is over for what is done itself', () => {
    const { conclusions, codes } = conclude([{ state: 'Done', dependsOn: ['A2'], dueDate: day('2026-10-01') }, {}]);
    expect(conclusions[0]).toMatchObject({ waitsFor: [], overdue: false });
    expect(codes).toEqual([[], []]);
  });

  test('for an unknown action is a finding, not waiting', () => {
    const { conclusions, codes } = conclude([{ dependsOn: ['A9', '__proto__'] }]);
    expect(conclusions[0]?.waitsFor).toEqual([]);
    expect(codes).toEqual([['unknownDependency', 'unknownDependency']]);
  });
});

test.each([
  ['2026-11-15', '2026-11-14', true],
  ['2026-11-15', '2026-11-15', false],
  ['', '2020-01-01', false],
])('on %s an action due on %s is overdue: %s', (asOf, due, overdue) => {
  expect(conclude([{ dueDate: day(due) }], asOf).conclusions[0]?.overdue).toBe(overdue);
});

describe('circles', () => {
  const inCircle = (...needs: string[]): number[] => {
    const { codes } = conclude(needs.map((ids) => ({ dependsOn: ids === '' ? [] : ids.split(' ') })));
    return codes.flatMap((found, index) => (found.includes('dependencyCycle') ? [index + 1] : []));
  };

  test.each([
    ['itself', ['A1'], [1]],
    ['each other', ['A2', 'A1'], [1, 2]],
    ['three', ['A2', 'A3', 'A1'], [1, 2, 3]],
    ['who leads into one and who it needs besides', ['A2', 'A3', 'A2 A4', ''], [2, 3]],
    ['two circles side by side', ['A2', 'A1', 'A4', 'A3'], [1, 2, 3, 4]],
    ['two ways to the same end', ['A2 A3', 'A4', 'A4', ''], []],
  ])('%s', (_, needs, members) => {
    expect(inCircle(...needs)).toEqual(members);
  });
});

test('ten thousand actions that all wait for one, or for the one before, are told at once', () => {
  const { conclusions } = conclude(Array.from({ length: 10_000 }, (_, index) => ({ dependsOn: index === 0 ? [] : ['A1', `A${index}`] })));
  expect(conclusions[9_999]?.waitsFor).toEqual(['A1', 'A9999']);
});

test('an action that is done may name a key result that was closed since; one that is not done may not', () => {
  expect(conclude([{ keyResultId: 'O99.1', state: 'Done' }, { keyResultId: 'O99.1', state: 'To do' }]).codes.map((codes) => codes.includes('unknownKeyResult'))).toEqual([false, true]);
});
