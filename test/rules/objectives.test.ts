/** What an objective makes of its key results and supporters, by every setting; circles, odd ids and duplicates. */
import { describe, expect, test } from 'vitest';
import type { RollUp } from '../../src/model/words';
import { concluded, day, keyResult, objective, scored, settings } from '../examples/okrs';

describe('its own key results', () => {
  test('count by weight; those without a score count in the coverage only', () => {
    const { of } = concluded([objective()], [scored('O1', 1, { weight: 3 }), scored('O1', 0), scored('O1', undefined, { weight: 9 })]);
    expect(of('O1')).toMatchObject({ score: 0.75, scored: 2, total: 3 });
  });

  test('of which none has a score make no score, which is not zero', () => {
    const { of } = concluded([objective()], [scored('O1', undefined)]);
    expect(of('O1')).toMatchObject({ score: undefined, status: 'No data', scored: 0, total: 1 });
  });

  test('of weight 0 only make no score, and a finding', () => {
    const { of, codesAt } = concluded([objective()], [scored('O1', 0.5, { weight: 0 }), scored('O1', 1, { weight: 0 })]);
    expect(of('O1').score).toBeUndefined();
    expect(codesAt(3)).toEqual(['allWeightsZero']);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('are found under an id like %s', (id) => {
    const { of } = concluded([objective({ id }), objective({ id: 'O2', parent: id })], [scored(id, 0.2), scored('O2', 0.6)], settings({ rollUp: 'both' }));
    expect(of(id)).toMatchObject({ score: 0.4, total: 2 });
  });

  test('go to the first row of a duplicate id, and nothing counts twice', () => {
    const { conclusions } = concluded([objective(), objective({ objective: 'Another one' })], [scored('O1', 0.5), scored('O1', 0.7)]);
    expect(conclusions.map(({ score, total }) => [score, total])).toEqual([[0.6, 2], [undefined, 0]]);
  });

  test('make its confidence by weight, to one digit; blank and weight 0 are left out', () => {
    const parts = [scored('O1', 0, { confidence: 5, weight: 2 }), scored('O1', 0, { confidence: 2 }), scored('O1', 0), scored('O1', 0, { confidence: 1, weight: 0 })];
    expect(concluded([objective()], parts).of('O1').confidence).toBe(4);
    expect(concluded([objective()], [scored('O1', 0, { confidence: 4 }), scored('O1', 0, { confidence: 5 }), scored('O1', 0, { confidence: 5 })]).of('O1').confidence).toBe(4.7);
    expect(concluded([objective()], [scored('O1', 0)]).of('O1').confidence).toBeUndefined();
  });

  test('make a confidence even with weights beyond all measure', () => {
    const parts = [scored('O1', 0, { confidence: 5, weight: 1e308 }), scored('O1', 0, { confidence: 3, weight: 1e308 })];
    expect(concluded([objective()], parts).of('O1').confidence).toBe(4);
  });
});

describe('how many are too many, with a limit of five', () => {
  test.each<[number, string[]]>([
    [0, ['noKeyResults']],
    [1, ['oneKeyResult']],
    [2, []],
    [3, []],
    [4, ['manyKeyResults']],
    [5, ['manyKeyResults']],
    [6, ['tooManyKeyResults']],
  ])('%i key results: %j', (count, codes) => {
    expect(concluded([objective()], Array.from({ length: count }, () => scored('O1', 0.5))).codesAt(3)).toEqual(codes);
  });

  test('objectives of a team: the fourth and fifth are advised against, the sixth is too many', () => {
    const rows = Array.from({ length: 6 }, (_, i) => objective({ id: `O${i + 1}`, team: 'Care' }));
    const { codesAt } = concluded([...rows, objective({ id: 'O7', team: 'Sales' })], [...rows, { id: 'O7' }].flatMap(({ id }) => [scored(id, 0.5), scored(id, 0.5)]));
    expect([3, 4, 5, 6, 7, 8, 9].map(codesAt)).toEqual([[], [], [], ['manyObjectives'], ['manyObjectives'], ['tooManyObjectives'], []]);
  });

  test('a team without a name has no limit', () => {
    const rows = Array.from({ length: 7 }, (_, i) => objective({ id: `O${i + 1}` }));
    expect(concluded(rows, rows.flatMap(({ id }) => [scored(id, 0.5), scored(id, 0.5)])).codesAt(9)).toEqual([]);
  });
});

describe('supporting objectives', () => {
  const company = objective({ id: 'O1' });
  const teamA = objective({ id: 'O2', parent: 'O1' });
  const teamB = objective({ id: 'O3', parent: 'O1.1', weight: 3 }); // supports a key result of O1
  const parts = [scored('O1', 0.2), scored('O2', 0.4), scored('O3', 0.8)];

  test.each<[RollUp, number, number]>([
    ['key results', 0.2, 1],
    ['supporting objectives', 0.7, 2],
    ['both', 0.6, 3],
  ])('with the setting "%s" the parent scores %d from %i parts', (rollUp, score, total) => {
    const { of } = concluded([teamB, company, teamA], parts, settings({ rollUp }));
    expect(of('O1')).toMatchObject({ score, total });
  });

  test('with the setting "supporting objectives" whoever has none takes its key results, or nobody would have a score', () => {
    const { of, codesAt } = concluded([company, teamA, objective({ id: 'O4' })], parts, settings({ rollUp: 'supporting objectives' }));
    expect(['O1', 'O2', 'O4'].map((id) => of(id).score)).toEqual([0.4, 0.4, undefined]);
    expect(codesAt(5)).toContain('noKeyResults');
  });

  test('count through three levels, whatever the order of the rows', () => {
    const rows = [objective({ id: 'O1' }), objective({ id: 'O2', parent: 'O1' }), objective({ id: 'O3', parent: 'O2' })];
    const set = settings({ rollUp: 'both' });
    const own = [scored('O1', 0), scored('O2', 0), scored('O3', 0.8)];
    for (const order of [rows, [...rows].reverse()]) {
      const { of } = concluded(order, own, set);
      expect(['O1', 'O2', 'O3'].map((id) => of(id).score)).toEqual([0.2, 0.4, 0.8]);
    }
  });

  test('of weight 0 are left out', () => {
    const { of } = concluded([company, objective({ id: 'O2', parent: 'O1', weight: 0 })], parts, settings({ rollUp: 'both' }));
    expect(of('O1').score).toBe(0.2);
  });
});

describe('circles', () => {
  const set = settings({ rollUp: 'both' });
  const tree = (...parents: string[]) => parents.map((parent, index) => objective({ id: `O${index + 1}`, parent }));
  const own = [scored('O1', 0.1), scored('O2', 0.2), scored('O3', 0.3), scored('O4', 0.5)];

  test.each([
    ['with itself', tree('O1'), ['O1']],
    ['with its own key result', tree('O1.1'), ['O1']],
    ['of two', tree('O2', 'O1'), ['O1', 'O2']],
    ['of three', tree('O2', 'O3', 'O1'), ['O1', 'O2', 'O3']],
  ])('%s: every member has the finding and scores by its key results alone', (_, rows, members) => {
    for (const rollUp of ['key results', 'supporting objectives', 'both'] as const) {
      const { of, codesAt } = concluded(rows, own, settings({ rollUp }));
      expect(rows.map((one, index) => (codesAt(3 + index).includes('parentCycle') ? one.id : '')).filter((id) => id !== '')).toEqual(members);
      expect(members.map((id) => of(id).score)).toEqual(members.map((_, index) => (index + 1) / 10));
    }
  });

  test('leave the tree that hangs on them in order: it has no finding and counts once', () => {
    const { of, codesAt } = concluded(tree('O2', 'O1', 'O1', 'O3'), own, set);
    expect([5, 6].map((row) => codesAt(row).includes('parentCycle'))).toEqual([false, false]);
    expect(of('O3').score).toBe(0.4);
    expect(of('O1')).toMatchObject({ score: 0.25, total: 2 });
    expect(of('O2')).toMatchObject({ score: 0.2, total: 1 });
  });

  test('through the second row of a duplicate id are none: the id is that of the first', () => {
    const { codesAt } = concluded([objective({ id: 'O1' }), objective({ id: 'O1', parent: 'O1' })], own, set);
    expect(codesAt(4)).not.toContain('parentCycle');
    expect(codesAt(4)).toContain('duplicateId');
  });

  test('an unknown parent is a finding and no circle', () => {
    const { codesAt, of } = concluded(tree('O99'), own, set);
    expect(codesAt(3)).toContain('unknownParent');
    expect(of('O1').score).toBe(0.1);
  });
});

describe('its status', () => {
  const parts = [scored('O1', 1, { status: 'Complete' }), scored('O1', 0.2, { status: 'Off track' })];

  test('comes from its own score and days', () => {
    expect(concluded([objective()], parts).of('O1')).toMatchObject({ score: 0.6, expected: 0.494505494505, status: 'On track' });
  });

  test('is by setting that of its worst key result, but not before the start', () => {
    const set = settings({ objectiveStatus: 'worst key result' });
    expect(concluded([objective()], parts, set).of('O1').status).toBe('Off track');
    expect(concluded([objective({ startDate: day('2026-12-01') })], parts, set).of('O1').status).toBe('Not started');
    expect(concluded([objective()], [], set).of('O1').status).toBe('No data');
  });

  test('of an aspirational one is Complete from 0.7 once the due day has passed', () => {
    const aspirational = objective({ kind: 'Aspirational', dueDate: day('2026-11-14') });
    expect(concluded([aspirational], [scored('O1', 0.7)]).of('O1')).toMatchObject({ expected: 0.7, status: 'Complete' });
    expect(concluded([{ ...aspirational, dueDate: day('2026-11-15') }], [scored('O1', 0.7)]).of('O1').status).toBe('On track');
  });

  test('takes blank days over from the cycle', () => {
    const blank = objective({ startDate: undefined, dueDate: undefined });
    expect(concluded([blank], parts).of('O1').expected).toBe(concluded([objective()], parts).of('O1').expected);
  });

  test.each([
    ['an as-of day', settings({ asOf: undefined }), objective()],
    ['days', settings({ cycleStart: undefined, cycleEnd: undefined }), objective({ startDate: undefined, dueDate: undefined })],
    ['days the right way round', settings(), objective({ startDate: day('2026-12-01'), dueDate: day('2026-10-01') })],
  ])('without %s says only Complete and No data', (_, set, one) => {
    const statusOf = (score: number | undefined) => concluded([one], [{ ...scored('O1', score), keyResult: keyResult({ objectiveId: 'O1' }) }], set).of('O1').status;
    expect([1, 0.5, undefined].map(statusOf)).toEqual(['Complete', undefined, 'No data']);
  });
});
