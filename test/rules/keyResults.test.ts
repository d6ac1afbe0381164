/** What is concluded about a key result: days taken over, plan, pace, check-ins, and what is found about its rhythm. */
import { describe, expect, test } from 'vitest';
import { Findings } from '../../src/model/finding';
import type { CheckIn, KeyResult, Objective, Settings } from '../../src/model/okr';
import { keyResultConcluder } from '../../src/rules/keyResults';
import { checkIn, day, keyResult, objective, settings } from '../examples/okrs';

interface Example {
  readonly objectives?: readonly Objective[];
  readonly checkIns?: readonly CheckIn[];
  readonly set?: Settings;
}

function conclude(one: KeyResult, { objectives = [objective()], checkIns, set = settings() }: Example = {}) {
  const findings = new Findings('keyResults');
  const conclusion = keyResultConcluder({ objectives, checkIns, settings: set, findings })(one);
  return { ...conclusion, found: findings.of(one.row).map(({ code, column, facts }) => ({ code, column, facts })), codes: findings.of(one.row).map(({ code }) => code) };
}

test.each([
  ['omar@example.com', 'omar@example.com'],
  ['', 'ana@example.com'],
])('with the owner “%s” under an objective of Ana’s, %s answers for it', (owner, wanted) => {
  expect(conclude(keyResult({ owner })).owner).toBe(wanted);
  expect(conclude(keyResult({ owner }), { objectives: [] }).owner).toBe(owner);
});

describe('what is blank and taken over is no fault:', () => {
  test.each<[string, Partial<KeyResult>, Partial<Objective>, string[]]>([
    ['the owner of the objective', { owner: '' }, {}, []],
    ['the owner of the objective, whose address is told there', { owner: '' }, { owner: 'Ana' }, []],
    ['no owner at all', { owner: '' }, { owner: '' }, ['noOwner']],
    ['the due day of the objective', { dueDate: undefined }, { dueDate: day('2026-12-01') }, []],
    ['the due day of the cycle', { dueDate: undefined }, { dueDate: undefined }, []],
  ])('%s', (_what, change, above, codes) => {
    expect(conclude(keyResult(change), { objectives: [objective(above)] }).codes).toEqual(codes);
  });
  test('no due day at all', () => {
    expect(conclude(keyResult({ dueDate: undefined }), { objectives: [objective({ dueDate: undefined })], set: settings({ cycleEnd: undefined }) }).codes).toEqual(['missingDue']);
  });
});

describe('days', () => {
  const blank = { startDate: undefined, dueDate: undefined };

  test('that are blank are those of the objective, then of the cycle', () => {
    const own = objective({ startDate: day('2026-11-05'), dueDate: day('2026-11-25') });
    expect(conclude(keyResult(blank), { objectives: [own] }).expected).toBe(0.5);
    expect(conclude(keyResult(blank), { objectives: [objective(blank)] }).expected).toBe(conclude(keyResult()).expected);
    expect(conclude(keyResult({ ...blank, startDate: day('2026-11-13') }), { objectives: [own] }).expected).toBe(0.166666666667);
  });

  test('that nobody knows leave the score alone, and no plan to hold it against', () => {
    const set = settings({ cycleStart: undefined, cycleEnd: undefined });
    expect(conclude(keyResult(blank), { objectives: [], set })).toMatchObject({ score: 0.5, expected: undefined, status: undefined, needed: undefined });
    expect(conclude(keyResult({ ...blank, current: 100 }), { objectives: [], set }).status).toBe('Complete');
    expect(conclude(keyResult({ ...blank, current: undefined }), { objectives: [], set }).status).toBe('No data');
  });

  test('before the start make it Not started, unless it is done', () => {
    const later = { startDate: day('2026-12-01') };
    expect([20, undefined, 100].map((current) => conclude(keyResult({ ...later, current })).status)).toEqual(['Not started', 'Not started', 'Complete']);
  });

  test('on the first day it has started, and on the last one the time is not yet over', () => {
    expect(conclude(keyResult({ startDate: day('2026-11-15') })).status).toBe('On track');
    const last = { objectives: [objective({ kind: 'Aspirational' as const })], set: settings({ asOf: day('2026-12-31') }) };
    expect(conclude(keyResult({ current: 70 }), last).status).toBe('On track');
  });

  test('an aspirational objective asks its key results for 0.7, and is content with that when the time is over', () => {
    const objectives = [objective({ kind: 'Aspirational' })];
    const over = settings({ asOf: day('2027-01-02') });
    expect(conclude(keyResult({ current: 70 }), { objectives, set: over })).toMatchObject({ expected: 0.7, status: 'Complete' });
    expect(conclude(keyResult({ current: 70 }), { set: over })).toMatchObject({ expected: 1, status: 'Off track' });
  });
});

describe('numbers', () => {
  test('the plan is read between start and target', () => {
    expect(conclude(keyResult({ start: 200, target: 100, current: 180, plan: [{ day: day('2026-11-15'), value: 180 }] }))).toMatchObject({ score: 0.2, expected: 0.2, status: 'On track' });
  });

  test('what cannot be read gives no score, not 0, and is left to the finding of its cell', () => {
    expect(conclude(keyResult({ unreadable: true }))).toMatchObject({ score: undefined, status: 'No data', needed: undefined, codes: [] });
  });

  test.each<[string, Partial<KeyResult>, number | undefined]>([
    ['a rising figure', { current: 30 }, 10.652173913043],
    ['a falling figure', { start: 10, target: 2, current: 6 }, -0.608695652174],
    ['one that is complete', { current: 100 }, undefined],
    ['one without a value', { current: undefined }, undefined],
    ['a milestone', { measure: 'Milestone', current: 0.5 }, undefined],
    ['one that is due', { current: 30, dueDate: day('2026-11-15') }, undefined],
  ])('the pace that is needed by %s', (_, change, wanted) => {
    const { needed } = conclude(keyResult(change));
    if (wanted === undefined) expect(needed).toBeUndefined();
    else expect(needed).toBeCloseTo(wanted, 5);
  });

  test('a key result of no objective is scored like any other', () => {
    expect(conclude(keyResult({ objectiveId: 'O9' }))).toMatchObject({ score: 0.5, codes: ['unknownObjective'] });
  });
});

describe('check-ins', () => {
  test('without the log nothing is said about them', () => {
    expect(conclude(keyResult(), {})).toMatchObject({ lastCheckIn: undefined, status: 'On track', codes: [] });
    expect(conclude(keyResult(), { checkIns: [] })).toMatchObject({ lastCheckIn: undefined, status: 'On track', codes: [] });
  });

  test.each([
    ['2026-11-01', 'On track', []],
    ['2026-10-31', 'At risk', [{ code: 'checkInOverdue', column: 'last_check_in', facts: { count: 15 } }]],
  ])('the last one on %s, with 14 days allowed, makes it %s', (last, status, found) => {
    const answer = conclude(keyResult(), { checkIns: [checkIn({ day: day('2026-10-10') }), checkIn({ day: day(last) })] });
    expect(answer).toMatchObject({ lastCheckIn: last, status, found });
  });

  test('are missed from the start on where others check in', () => {
    const checkIns = [checkIn({ keyResultId: 'O9.9' })];
    expect(conclude(keyResult(), { checkIns })).toMatchObject({ lastCheckIn: undefined, status: 'At risk', found: [{ code: 'checkInOverdue', facts: { count: 45 } }] });
    expect(conclude(keyResult({ startDate: day('2026-11-01') }), { checkIns }).codes).toEqual([]);
  });

  test('are not missed once it is complete or before it begins', () => {
    const checkIns = [checkIn({ day: day('2026-10-02'), value: 100 })];
    expect(conclude(keyResult({ current: 100 }), { checkIns }).codes).toEqual([]);
    expect(conclude(keyResult({ current: 100, startDate: day('2026-12-01') }), { checkIns }).codes).toEqual([]);
  });

  test.each<[Partial<KeyResult>, Partial<CheckIn>[], { code: string; facts: object }[]]>([
    [{ current: 50 }, [{ value: 40 }, { value: 50 }], []],
    [{ current: 50 }, [{ value: 50 }, { value: 40 }], [{ code: 'currentDiffers', facts: { current: 50, made: 40 } }]],
    [{ current: 50, reading: 'sum' }, [{ value: 30 }, { value: 20 }], []],
    [{ current: 25, reading: 'average' }, [{ value: 30 }, { value: 20 }], []],
    [{ current: 30, reading: 'average' }, [{ value: 30 }, { value: 20 }], [{ code: 'currentDiffers', facts: { current: 30, made: 25 } }]],
    [{ current: undefined }, [{ value: 30 }], [{ code: 'currentMissing', facts: { made: 30 } }]],
    [{ current: 0 }, [{ value: 30 }, { value: undefined }], [{ code: 'currentDiffers', facts: { current: 0, made: 30 } }]],
    [{ current: undefined }, [{ value: undefined }], []],
    [{ current: undefined, unreadable: true }, [{ value: 30 }], []],
  ])('of %o with the values %j: %j', (change, values, found) => {
    expect(conclude(keyResult(change), { checkIns: values.map((value) => checkIn(value)) }).found).toMatchObject(found);
  });

  test('on the as-of day count', () => {
    expect(conclude(keyResult(), { checkIns: [checkIn({ day: day('2026-11-15') })] })).toMatchObject({ lastCheckIn: '2026-11-15', codes: [] });
  });

  test('after the as-of day are no check-ins yet, and may explain a different value', () => {
    const checkIns = [checkIn({ value: 40 }), checkIn({ day: day('2026-11-16'), value: 50 })];
    expect(conclude(keyResult(), { checkIns })).toMatchObject({ lastCheckIn: '2026-11-10', codes: [] });
  });
});

test('without findings to write to it concludes the same', () => {
  const one = keyResult({ owner: '', current: 30 });
  const quiet = keyResultConcluder({ objectives: [objective()], checkIns: undefined, settings: settings() })(one);
  expect(conclude(one)).toMatchObject({ ...quiet });
});

test('a key result finds its own objective, whichever came before', () => {
  const objectives = [objective({ id: 'O1', kind: 'Aspirational' }), objective({ id: 'O2' })];
  const one = keyResultConcluder({ objectives, checkIns: undefined, settings: settings({ asOf: day('2027-01-01') }) });
  const asked = ['O1', 'O1', 'O2', 'O9', '', 'O1', 'O2'].map((objectiveId) => one(keyResult({ objectiveId })).expected);
  expect(asked).toEqual([0.7, 0.7, 1, 1, 1, 0.7, 1]);
});
