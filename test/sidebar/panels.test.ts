/** What the panels conclude before they draw: orders, limits, drafts, the tree, the chart and tables that were pasted. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CheckInStart, FormStart, HistoryPoint, ObjectiveItem } from '../../src/app/api';
import { readTable, textOf } from '../../sidebar/adopt/csv';
import { ageOf, expectedOf, neededOf, valueOf } from '../../sidebar/checkIn/facts';
import { afterSaving, oldestFirst } from '../../sidebar/checkIn/order';
import { matches } from '../../sidebar/parts/find';
import { needAttention } from '../../sidebar/review/attention';
import { HEIGHT, plot, WIDTH } from '../../sidebar/review/plot';
import { groupsOf } from '../../sidebar/review/groups';
import { countHits, CYCLES, fits, NO_FILTER, pruned, treeOf, type Branch } from '../../sidebar/review/tree';
import { blankObjective, copyOf, draftOf, isTouched, nextKeyResult, typedNumber, withDuplicate, withExample, withKeyResult, withoutKeyResult, withWhatIsThere } from '../../sidebar/write/draft';
import { afterCheckIn } from '../../sidebar/checkIn/after';
import { hangingOn } from '../../sidebar/write/hanging';
import { keyResultsAfterMove, keyResultsOf, objectivesOfTeam } from '../../sidebar/write/limits';
import { libraryFor } from '../../sidebar/library/library';
import { voiceOf } from '../../sidebar/voice';
import { fakeServer, keyResult, ME } from './fakeServer';

const start = fakeServer().answer('formOpen', []) as FormStart;
const [company, service, sales] = start.objectives as [ObjectiveItem, ObjectiveItem, ObjectiveItem];

describe('the order of check-ins', () => {
  test('never checked in comes first, then the oldest; complete and not begun last, equal ones as in the sheet', () => {
    const items = [
      keyResult('A.1', { status: 'Complete', daysSince: 90 }),
      keyResult('A.2', { daysSince: 3 }),
      keyResult('A.3', { daysSince: 20 }),
      keyResult('A.4', { daysSince: null }),
      keyResult('A.5', { status: 'Not started', daysSince: null }),
      keyResult('A.6', { daysSince: 20 }),
    ];
    expect(oldestFirst(items).map(({ id }) => id)).toEqual(['A.4', 'A.3', 'A.6', 'A.2', 'A.1', 'A.5']);
  });

  test('after saving comes the next unsaved one below, then from the top, then none', () => {
    const items = ['A', 'B', 'C'].map((id) => keyResult(id));
    expect(afterSaving(items, new Set(['A']), 'A')?.id).toBe('B');
    expect(afterSaving(items, new Set(['C']), 'C')?.id).toBe('A');
    expect(afterSaving(items, new Set(['A', 'B', 'C']), 'B')).toBeUndefined();
    expect(afterSaving(items, new Set(), 'gone')?.id).toBe('A');
  });
});

describe('what is known of a key result', () => {
  const en = voiceOf('en');
  const pl = voiceOf('pl');
  test('values carry their unit, a milestone is a per cent, and Polish writes a comma', () => {
    expect(valueOf(1690, keyResult('A', { unit: 'bikes' }), en)).toBe('1,690 bikes');
    expect(valueOf(5.9, keyResult('A', { unit: 'dni' }), pl)).toBe('5,9 dni');
    expect(valueOf(0.67, keyResult('A', { measure: 'Milestone', unit: '' }), en)).toBe('67%');
    expect(valueOf(0.004, keyResult('A', { unit: '' }), en)).toBe('0.004');
    expect(valueOf(null, keyResult('A'), en)).toBe('');
  });

  test('the expected value lies on the way from start to target; a limit has only its expected score', () => {
    expect(expectedOf(keyResult('A', { start: 41, target: 55, expected: 0.5, unit: '' }), en)).toBe('48');
    expect(expectedOf(keyResult('A', { measure: 'At least', start: 60, target: 85, expected: 0.5 }), en)).toBe('0.50');
    expect(expectedOf(keyResult('A', { start: null, expected: 0.5 }), en)).toBe('0.50');
    expect(expectedOf(keyResult('A', { expected: null }), en)).toBe('');
  });

  test('what is worked out is told as finely as people gave theirs, the pace with one digit more', () => {
    const bikes = keyResult('A', { start: 1150, target: 2000, current: 1690, expected: 0.538461538, needed: 103.333333, unit: 'bikes' });
    expect([expectedOf(bikes, en), neededOf(bikes, en)]).toEqual(['1,608 bikes', '+103.3 bikes']);
    expect(neededOf(keyResult('A', { start: 6.5, target: 3, current: 3.8, needed: -0.266667, unit: 'dni' }), pl)).toBe(`${pl.number(-0.27)} dni`);
    expect([neededOf(keyResult('A', { needed: null }), en), neededOf(keyResult('A', { needed: 0 }), en)]).toEqual(['', '']);
  });

  test('the age is told in days', () => {
    expect(ageOf(keyResult('A', { daysSince: null }), en)).toBe('never checked in');
    expect(ageOf(keyResult('A', { daysSince: 0 }), en)).toBe('checked in today');
    expect(ageOf(keyResult('A', { daysSince: 1 }), en)).toBe('1 day ago');
    expect(ageOf(keyResult('A', { daysSince: 22 }), pl)).toBe('22 dni temu');
  });
});

describe('drafts', () => {
  test('numbers are put as this spreadsheet writes them, and never so that they could be thousands', () => {
    expect([5.4, 1234.5, 0, null].map((value) => typedNumber(value, ','))).toEqual(['5,4', '1234,5', '0', '']);
    expect([1.234, 12.125, 1234.567].map((value) => typedNumber(value, '.'))).toEqual(['1.2340', '12.1250', '1234.567']);
  });

  test('a new one belongs to me, lasts from today to the end of the cycle, and suggests a start of 0', () => {
    const draft = blankObjective(start);
    expect(draft).toMatchObject({ owner: ME, startDate: '2026-11-21', dueDate: '2026-12-31', text: '' });
    expect(draft.keyResults).toMatchObject([{ start: '0', target: '' }]);
    expect(isTouched(draft)).toBe(false);
  });

  test.each([['2026-09-30', '2026-10-01'], ['2026-10-01', '2026-10-01'], ['2026-11-10', '2026-11-10'], ['2026-12-31', '2026-12-31'], ['2027-01-01', '2026-10-01']])(
    'written on %s in a cycle of October to December it begins on %s',
    (asOf, wanted) => expect(blankObjective({ ...start, asOf }).startDate).toBe(wanted),
  );

  test.each([
    ['an objective that has begun', { startDate: '2026-10-01', dueDate: '2026-12-31' }, '2026-11-21'],
    ['one with the days of the cycle', { startDate: '', dueDate: '' }, '2026-11-21'],
    ['one that begins today', { startDate: '2026-11-21', dueDate: '2026-12-31' }, ''],
    ['one that is still to come', { startDate: '2026-12-01', dueDate: '2026-12-31' }, ''],
    ['one that is over', { startDate: '2026-10-01', dueDate: '2026-10-31' }, ''],
  ])('a key result more for %s begins on its own day only where that is needed', (_what, days, wanted) => {
    const draft = { ...draftOf(service, '.'), ...days };
    expect(nextKeyResult(start, draft).startDate).toBe(wanted);
  });

  test('an existing one comes with all its numbers, and its copy with no ids', () => {
    const draft = draftOf(service, ',');
    expect(draft.keyResults.map((one) => [one.id, one.start, one.target])).toEqual([['O2.1', '6,5', '3'], ['O2.2', '88', '95'], ['O2.3', '', '']]);
    expect(copyOf(draft)).toMatchObject({ id: '', text: service.text, keyResults: [{ id: '' }, { id: '' }, { id: '' }] });
  });

  test('an example replaces what is said and leaves who and when', () => {
    const example = libraryFor('en').departments[0]?.objectives[0];
    if (!example) throw new Error('The library is empty.');
    const draft = withExample({ ...blankObjective(start), team: 'Sales' }, example, '.');
    expect(draft).toMatchObject({ team: 'Sales', owner: ME, text: example.text, kind: example.kind });
    expect(draft.keyResults).toHaveLength(example.keyResults.length);
    const milestone = withKeyResult(blankObjective(start), { text: 'Done', measure: 'Milestone', unit: '', start: 0, target: 1, source: '' }, '.');
    expect(milestone.keyResults).toMatchObject([{ text: 'Done', measure: 'Milestone', start: '', target: '' }]);
  });

  test('after a refusal the base says what the sheet says where somebody changed it, at the key result with that id, and nowhere else', () => {
    const base = draftOf(service, '.');
    const draft = { ...withoutKeyResult(base, 0), text: 'Mine' };
    const refused = [{ field: 'text', text: '…', now: 'Theirs' }, { field: 'keyResults.0.target', text: '…', now: '97' }, { field: 'keyResults.1.start', text: 'is no number' }];
    const next = withWhatIsThere({ draft, base }, refused);
    expect(next).toEqual({ ...base, text: 'Theirs', keyResults: base.keyResults.map((one) => (one.id === 'O2.2' ? { ...one, target: '97' } : one)) });
    expect(withWhatIsThere({ draft, base: null }, refused)).toBeNull();
  });

  test('key results are duplicated behind themselves and taken away by their place', () => {
    const draft = draftOf(service, '.');
    expect(withDuplicate(draft, 0).keyResults.map(({ id }) => id)).toEqual(['O2.1', '', 'O2.2', 'O2.3']);
    expect(withoutKeyResult(draft, 1).keyResults.map(({ id }) => id)).toEqual(['O2.1', 'O2.3']);
    expect(withDuplicate(draft, 9)).toEqual(draft);
  });
});

describe('after a check-in', () => {
  const checkIns = fakeServer().answer('checkInOpen', []) as CheckInStart;
  const item = keyResult('O2.9', { objectiveId: 'O2', expected: 0.56, status: 'At risk', current: 35, target: 60 });
  test.each([
    [{ current: 60, score: 1, confidence: 3, lastCheckIn: '2026-11-21' }, { status: 'Complete', needed: null, daysSince: 0 }],
    [{ current: 48, score: 0.7, confidence: 3, lastCheckIn: '2026-11-21' }, { status: 'On track', needed: 2.1, daysSince: 0 }],
    [{ current: 48, score: 0.7, confidence: 1, lastCheckIn: '2026-11-21' }, { status: 'At risk' }],
    [{ current: 48, score: 0.7, confidence: 3, lastCheckIn: '2026-11-01' }, { status: 'At risk', daysSince: 20 }],
    [{ current: 24, score: 0.1, confidence: 3, lastCheckIn: '2026-11-21' }, { status: 'Off track', needed: 6.3 }],
  ])('%o makes it %o', (saved, wanted) => {
    expect(afterCheckIn(item, { ...saved, wasRepeated: false, leftFormula: false }, checkIns)).toMatchObject({ ...wanted, score: saved.score, current: saved.current });
  });
});

test('what hangs on an objective counts once: its supporters, those of its key results, and the actions of these', () => {
  const below = (id: string, parent: string) => ({ ...sales, id, parent });
  const book = { objectives: [service, below('S1', 'O2'), below('S2', 'O2.2'), below('S3', 'O9')], actions: ['O2.1', 'O2.1', 'O2.3', 'S1.1', ''] };
  expect(hangingOn('O2', book)).toEqual({ objectives: 2, actions: 3 });
  expect(hangingOn('O2.1', book)).toEqual({ objectives: 0, actions: 2 });
  expect(hangingOn('', { ...book, objectives: [below('S1', '')] })).toEqual({ objectives: 0, actions: 0 });
});

describe('limits', () => {
  test('count a key result that would come by moving', () => {
    expect(service.keyResults).toHaveLength(3);
    expect(keyResultsAfterMove(start, 'O2')).toEqual({ count: 4, limit: 3, state: 'passed' });
    expect(keyResultsAfterMove({ ...start, limits: { ...start.limits, keyResults: 5 } }, 'O2')?.state).toBe('near');
    expect(keyResultsAfterMove({ ...start, limits: { ...start.limits, keyResults: 6 } }, 'O2')).toBeUndefined();
  });

  test('are told from one before on; the draft itself counts once', () => {
    const draft = { ...blankObjective(start), team: ' service ' };
    expect(objectivesOfTeam(start, draft)).toEqual({ count: 2, limit: 3, state: 'near' });
    expect(objectivesOfTeam(start, { ...draft, id: 'O2' })).toBeUndefined();
    expect(objectivesOfTeam(start, { ...draft, team: '' })).toBeUndefined();
    const rows = (count: number) => ({ ...draft, keyResults: Array.from({ length: count }, () => blankObjective(start).keyResults[0]!) });
    expect([1, 2, 3, 4].map((count) => keyResultsOf(start, rows(count))?.state)).toEqual([undefined, 'near', 'reached', 'passed']);
  });
});

describe('what needs attention', () => {
  test.each([
    [{ score: 0.5, expected: 0.58, daysSince: 0 }, { onTrackGap: 0.05, checkInDays: 14 }, 'behind'], // not "last check-in 0 days ago"
    [{ score: 0.5, expected: 0.58, daysSince: 20 }, { onTrackGap: 0.1, checkInDays: 14 }, 'old'],
    [{ score: 0.5, expected: 0.62, daysSince: 20 }, { onTrackGap: 0.15, checkInDays: 14 }, 'old'],
    [{ score: 0.5, expected: 0.5, daysSince: 8 }, { onTrackGap: 0.1, checkInDays: 7 }, 'old'],
    [{ score: 0.7, expected: 0.8, daysSince: 20 }, { onTrackGap: 0.1, checkInDays: 14 }, 'old'], // 0.8 - 0.7 is 0.10000000000000009
  ] as const)('at risk with %j under the limits %j is there for: %s', (figures, statusLimits, why) => {
    const objective = { ...service, keyResults: [keyResult('A', { status: 'At risk', confidence: 4, ...figures })] };
    expect(needAttention({ objectives: [objective], statusLimits }, 1)[0]?.reason.why).toBe(why);
  });

  test('off track comes before at risk however small its gap, then what has no value', () => {
    const objective = { ...service, keyResults: [
      keyResult('A', { status: 'No data', score: null }),
      keyResult('B', { status: 'At risk', score: 0.3, expected: 0.54 }),
      keyResult('C', { status: 'Off track', score: 0.3, expected: 0.56 }),
      keyResult('D', { status: 'At risk', score: 0.5, expected: 0.5, confidence: 2 }),
      keyResult('E', { status: 'At risk', score: 0.5, expected: 0.5, confidence: 4, daysSince: 30 }),
      keyResult('F', { status: 'On track' }),
      keyResult('G', { status: 'Complete' }),
    ] };
    const found = needAttention({ ...start, objectives: [objective] }, 10);
    expect(found.map(({ item, reason }) => [item.id, reason.why])).toEqual([['C', 'behind'], ['B', 'behind'], ['D', 'unsure'], ['E', 'old'], ['A', 'noValue']]);
    expect(needAttention({ ...start, objectives: [objective] }, 2)).toHaveLength(2);
  });
});

const ids = (branches: readonly Branch[]): unknown[] => branches.map(({ item, below }) => (below.length > 0 ? [item.id, ...ids(below)] : item.id));
const count = (branches: readonly Branch[]): number => branches.reduce((sum, { below }) => sum + 1 + count(below), 0);

describe('the tree', () => {
  test('hangs objectives below what they support, be it an objective or one of its key results', () => {
    expect(ids(treeOf(start.objectives))).toEqual([['O1', 'O2', 'O3']]);
  });

  test('shows everything once, whatever the parents say', () => {
    const parents = fc.array(fc.constantFrom('', 'O1', 'O2', 'O3', 'O4', 'O5', 'gone'), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(parents, (chosen) => {
        const items = chosen.map((parent, at) => ({ ...company, id: `O${at + 1}`, parent, keyResults: [] }));
        return count(treeOf(items)) === 5;
      }),
    );
  });

  test('keeps what is above the one that fits', () => {
    const low = { ...NO_FILTER, priority: 'Low' as const };
    expect(ids(pruned(treeOf(start.objectives), low, start.cycle))).toEqual([['O1', 'O3']]);
  });

  test('goes from company to department, team and person, the nameless last, each with mean score, worst status and count', () => {
    const known = groupsOf(start.objectives, NO_FILTER, start.cycle);
    expect(known.map(({ name, teams }) => [name, teams.map((team) => [team.name, team.people.map((one) => one.name)])])).toEqual([
      ['Company', [['Company', ['helen@example.com']]]], ['Department', [['Service', [ME]]]], ['Team', [['Sales', ['']]]],
    ]);
    const items = [
      { ...service, id: 'A', status: 'Off track' as const, score: 0.4, weight: 1 },
      { ...service, id: 'B', status: 'On track' as const, score: 0.8, weight: 3 },
      { ...service, id: 'C', status: 'No data' as const, score: null, weight: 5 },
      { ...service, id: 'D', team: '', level: '' as const, status: 'No data' as const, score: null },
    ];
    const [department, unnamed] = groupsOf(items, NO_FILTER, start.cycle);
    expect(department).toMatchObject({ name: 'Department', count: 3, score: expect.closeTo(0.7, 10), status: 'Off track', teams: [{ count: 3, people: [{ name: ME, count: 3, status: 'Off track' }] }] });
    expect(unnamed).toMatchObject({ name: '', count: 1, score: null, status: 'No data' });
  });

  test('counts apart the objectives and the key results that a filter finds', () => {
    expect(countHits(start.objectives, { ...NO_FILTER, status: 'Off track' }, start.cycle)).toEqual({ objectives: 0, keyResults: 1 });
    expect(countHits(start.objectives, { ...NO_FILTER, status: 'At risk' }, start.cycle)).toEqual({ objectives: 2, keyResults: 1 });
    expect(countHits(start.objectives, { ...NO_FILTER, priority: 'Low' }, start.cycle)).toEqual({ objectives: 1, keyResults: 0 });
  });

  test('an owner and a status have to meet in one row', () => {
    expect(fits(service, { ...NO_FILTER, owner: ME, status: 'Off track' }, start.cycle)).toBe(true);
    expect(fits(sales, { ...NO_FILTER, owner: 'chloe@example.com', status: 'Off track' }, start.cycle)).toBe(false);
    const inherited = { ...sales, owner: 'chloe@example.com', keyResults: [keyResult('S.1', { owner: '', responsible: 'chloe@example.com', status: 'Off track' })] };
    expect(fits(inherited, { ...NO_FILTER, owner: 'chloe@example.com', status: 'Off track' }, start.cycle)).toBe(true);
  });

  test.each([
    ['2026-10-01', '2026-12-31', 'this'], ['2026-01-01', '2026-12-31', 'this'], ['2026-12-31', '2027-03-31', 'this'], ['', '', 'this'], ['', '2026-11-30', 'this'],
    ['2026-07-01', '2026-09-30', 'earlier'], ['', '2026-09-30', 'earlier'], ['2027-01-01', '2027-03-31', 'later'], ['2027-01-01', '', 'later'],
  ])('seen from October to December, “%s” to “%s” is of the cycle: %s', (startDate, dueDate, wanted) => {
    const item = { ...service, startDate, dueDate };
    expect(CYCLES.filter((cycle) => fits(item, { ...NO_FILTER, cycle }, start.cycle))).toEqual([wanted]);
    expect(fits(item, NO_FILTER, start.cycle)).toBe(true);
  });
});

describe('the chart', () => {
  const point = (at: string, value: number | null): HistoryPoint => ({ at, value, author: '', confidence: null, progress: '', blockers: '' });

  test('rises when the values rise, and everything lies inside', () => {
    const plotted = plot(keyResult('A'), [point('2026-10-02T08:00:00', 20), point('2026-11-02', 30), point('2026-11-20T08:00:00', null)]);
    const [first, second] = plotted?.dots ?? [];
    expect(plotted?.dots).toHaveLength(2);
    expect((first?.y ?? 0) > (second?.y ?? 0) && (first?.x ?? 0) < (second?.x ?? 0)).toBe(true);
    for (const { x, y } of plotted?.dots ?? []) expect(x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT).toBe(true);
  });

  test('stands without target, without dates and with one value, and is none without values', () => {
    const bare = keyResult('A', { start: null, target: null, startDate: '', dueDate: '' });
    expect(plot(bare, [point('2026-10-02T08:00:00', 7)])).toEqual({ dots: [{ x: WIDTH / 2, y: HEIGHT / 2 }], line: `M${WIDTH / 2} ${HEIGHT / 2}`, target: undefined, plan: undefined });
    expect(plot(bare, [point('2026-10-02', null), point('some time', 3)])).toBeUndefined();
  });
});

describe('pasted tables', () => {
  test.each([
    ['commas', 'a,b\n"x, y",2\n'],
    ['semicolons', 'a;b\n"x, y";2\n'],
    ['tabs', 'a\tb\r\nx, y\t2\r\n\r\n'],
  ])('are read with %s', (_, text) => {
    expect(readTable(text)).toEqual({ rows: [['a', 'b'], ['x, y', '2']] });
  });

  test('are cut at the right mark although sentences and numbers are full of commas', () => {
    const polish = 'Cel;Rezultat;Start;Wartość\nBądź blisko, szybko i miło;Oceny rosną z 4,1 do 4,6;4,1;4,6\n;Telefony, maile i listy: 90%;60,5;90\n';
    expect(readTable(polish)).toEqual({ rows: [['Cel', 'Rezultat', 'Start', 'Wartość'], ['Bądź blisko, szybko i miło', 'Oceny rosną z 4,1 do 4,6', '4,1', '4,6'], ['', 'Telefony, maile i listy: 90%', '60,5', '90']] });
  });

  test('keep blank lines between groups, and quotes, line breaks and formulas as text', () => {
    expect(readTable('\ufeffa,b\n\n"say ""hi""\nthere",=1+1\n ,\n')).toEqual({ rows: [['a', 'b'], [''], ['say "hi"\nthere', '=1+1']] });
  });

  test('with nothing in them, or far too much, are told', () => {
    expect(readTable(' \n,,\n')).toEqual({ trouble: 'empty' });
    expect(readTable('a,b,c,d,e,f,g,h,i,j\n'.repeat(20_001))).toEqual({ trouble: 'tooLarge' });
  });

  test('from a file in another encoding are refused', async () => {
    expect(await textOf(new File([new Uint8Array([0x43, 0xb9])], 'old.csv'))).toEqual({ trouble: 'notUtf8' });
    expect(await textOf(new File(['Cel;Wartość'], 'new.csv'))).toEqual({ text: 'Cel;Wartość' });
  });
});

describe('finding while typing', () => {
  test('needs every word, whatever its case and accents', () => {
    const items = [{ id: 'O1', text: 'Łatwo nas znaleźć' }, { id: 'O2', text: 'Dễ tìm thấy đường' }, { id: 'O3', text: 'ทำให้หาเจอง่าย' }];
    expect(matches(items, 'ZNALEZC latwo').map(({ id }) => id)).toEqual(['O1']);
    expect(matches(items, 'duong').map(({ id }) => id)).toEqual(['O2']);
    expect(matches(items, 'หาเจอ').map(({ id }) => id)).toEqual(['O3']);
    expect(matches(items, 'o2 nothing')).toEqual([]);
    expect(matches(items, ' ')).toHaveLength(3);
  });
});
