/** Cells as the row readers understand them: dates of every time zone, milestones, words, and what is refused. */
import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recognise } from '../../src/report/vocabulary';
import { dayOfCell, shareOfMilestone } from '../../src/rows/cells';
import { isBlank, isErrorValue, type Cell } from '../../src/rows/grid';
import { readKeyResults, readObjectives } from '../../src/rows/read';
import { KEY_RESULT, OBJECTIVE, sheet, type Row } from '../examples/sheets';

/** A key result with some cells changed, as read, and what was found in it. */
function read(change: Row) {
  const table = readKeyResults(sheet('keyResults', [{ ...KEY_RESULT, ...change }]), recognise);
  const [row] = table.rows;
  if (!row) throw new Error('This example has no row.');
  return { ...row, found: table.findings.of(3).map(({ code, column, facts }) => [code, column, facts['value'] ?? facts['count'] ?? '']) };
}

describe('a date cell', () => {
  const hours = fc.integer({ min: -40, max: 52 }).map((quarters) => quarters / 4); // UTC-10 to UTC+13
  const number = fc.integer({ min: -25_000, max: 100_000 });

  test('is the day it shows, in every time zone from UTC-10 to UTC+13', () => {
    fc.assert(
      fc.property(number, hours, (days, offset) => {
        const midnight = new Date(days * 86_400_000 - offset * 3_600_000);
        expect(dayOfCell(midnight)).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  test('of another realm is a date all the same', () => {
    expect(dayOfCell(vm.runInNewContext("new Date('2026-12-01T00:00:00Z')") as Date)).toBe('2026-12-01');
  });

  test.each([NaN, 8.64e15, -8.64e15, Date.UTC(999, 0, 1), Date.UTC(275_000, 0, 1)])('at %d milliseconds is no day that a plan could have', (time) => {
    expect(dayOfCell(new Date(time))).toBeUndefined();
    expect(read({ due_date: new Date(time) })).toMatchObject({ dueDate: undefined, found: [['notADay', 'due_date', '']] });
  });

  test.each<[Cell, string | undefined]>([
    ['2026-12-01', '2026-12-01'],
    [' 2026-12-01 ', '2026-12-01'],
    ['2026-12-01T08:41:00', '2026-12-01'],
    ['2026-12-01 08:41', '2026-12-01'],
    ['2026-02-31', undefined],
    ['2026-02-31 08:41', undefined],
    ['1.12.2026', undefined],
    [46_000, undefined],
    [true, undefined],
  ])('written as %j is %s', (cell, day) => {
    expect(dayOfCell(cell)).toBe(day);
  });

  test.each<[Cell, string]>([
    ['2569-12-31', '2569-12-31'],
    ['2443-01-01', '2443-01-01'],
    [new Date('2569-12-31T00:00:00Z'), '2569-12-31'],
  ])('with the Buddhist year of %s is told, and not used', (cell, shown) => {
    expect(read({ due_date: cell })).toMatchObject({ dueDate: undefined, found: [['buddhistYear', 'due_date', shown]] });
  });

  test('before the year 2443 is a day as it stands', () => {
    expect(read({ due_date: '2442-12-31' })).toMatchObject({ dueDate: '2442-12-31', found: [] });
  });
});

test.each<[Cell, number | undefined]>([
  [true, 1],
  [false, 0],
  [1, 1],
  [0, 0],
  [0.25, 0.25],
  [100, 1],
  ['Done', 1],
  [' gotowe ', 1],
  ['hoàn thành'.normalize('NFD'), 1],
  ['เสร็จแล้ว', 1],
  ['not done', 0],
  ['chưa', 0],
  ['50%', 0.5],
  ['12,5 %', 0.125],
  ['100%', 1],
  ['101%', undefined],
  ['-5%', undefined],
  [2, undefined],
  [-0.1, undefined],
  [NaN, undefined],
  ['half', undefined],
  ['#REF!', undefined],
])('a milestone of %j is done to %s', (cell, share) => {
  expect(shareOfMilestone(cell)).toBe(share);
});

describe('cells of a key result', () => {
  test.each<[Row, object, unknown[]]>([
    [{ start: '5' }, { start: undefined, unreadable: true }, [['notANumber', 'start', '5']]],
    [{ target: '#REF!' }, { target: undefined, unreadable: true }, [['errorValue', 'target', '#REF!']]],
    [{ current: '#DIV/0! (Function DIVIDE)' }, { current: undefined, unreadable: true }, [['errorValue', 'current', '#DIV/0! (Function DIVIDE)']]],
    [{ current: NaN }, { current: undefined, unreadable: true }, [['notANumber', 'current', 'NaN']]],
    [{ current: true }, { current: undefined, unreadable: true }, [['notANumber', 'current', 'true']]],
    [{ current: '' }, { current: undefined, unreadable: false }, []],
    [{ current: '   ' }, { current: undefined, unreadable: false }, []],
    [{ current: 0 }, { current: 0, unreadable: false }, []],
    [{ measure: 'Sideways' }, { measure: undefined, unreadable: true }, [['notAChoice', 'measure', 'Sideways']]],
    [{ measure: 5 }, { measure: undefined, unreadable: true }, [['notAChoice', 'measure', '5']]],
    [{ measure: ' at LEAST ' }, { measure: 'At least', unreadable: false }, []],
    [{ measure: 'Wzrost' }, { measure: 'Increase', unreadable: false }, []],
    [{ measure: 'Milestone', start: 'n/a', target: 'launch', current: true }, { start: undefined, target: undefined, current: 1, unreadable: false }, []],
    [{ measure: 'Milestone', current: 'maybe' }, { current: undefined, unreadable: true }, [['notANumber', 'current', 'maybe']]],
    [{ weight: '' }, { weight: 1 }, []],
    [{ weight: 0 }, { weight: 0 }, []],
    [{ weight: -2 }, { weight: 0 }, [['negativeWeight', 'weight', -2]]],
    [{ weight: 'heavy' }, { weight: 0 }, [['notANumber', 'weight', 'heavy']]],
    [{ confidence: '' }, { confidence: undefined }, []],
    [{ confidence: 'red' }, { confidence: 1 }, []],
    [{ confidence: 'Żółty' }, { confidence: 3 }, []],
    [{ confidence: 'Green' }, { confidence: 5 }, []],
    [{ confidence: 0 }, { confidence: undefined }, [['confidenceOutOfRange', 'confidence', 0]]],
    [{ confidence: 5.5 }, { confidence: undefined }, [['confidenceOutOfRange', 'confidence', 5.5]]],
    [{ confidence: 'high' }, { confidence: undefined }, [['notANumber', 'confidence', 'high']]],
    [{ due_date: '2026-02-31' }, { dueDate: undefined }, [['notADay', 'due_date', '2026-02-31']]],
    [{ due_date: 46_000 }, { dueDate: undefined }, [['notADay', 'due_date', '46000']]],
    [{ plan: '2026-10-31: 45' }, { plan: [{ day: '2026-10-31', value: 45 }] }, []],
    [{ plan: 'soon' }, { plan: [] }, [['planUnreadable', 'plan', 'soon']]],
    [{ reading: '' }, { reading: 'last' }, []],
    [{ reading: 'Suma' }, { reading: 'sum' }, []],
    [{ id: 12 }, { id: '12' }, []],
    [{ id: ' O1.1 ' }, { id: 'O1.1' }, []],
    [{ key_result: '#N/A' }, { keyResult: '' }, [['errorValue', 'key_result', '#N/A']]],
    [{ key_result: '#1 in the market' }, { keyResult: '#1 in the market' }, []],
    [{ key_result: 'x'.repeat(10_000) }, { keyResult: 'x'.repeat(10_000) }, [['textTooLong', 'key_result', 10_000]]],
  ])('%o', (change, wanted, found) => {
    expect(read(change)).toMatchObject({ ...wanted, found });
  });

  test('a long text in the wrong cell is quoted in short', () => {
    const quotes = [{ current: 'x'.repeat(10_000) }, { due_date: 'x'.repeat(10_000) }, { measure: 'x'.repeat(10_000) }, { plan: 'x'.repeat(450) }].map((change) => String(read(change).found[0]?.[2]));
    expect(quotes).toEqual(Array(4).fill(`${'x'.repeat(39)}…`));
  });
});

test('an objective without a kind is committed, and with an unknown one too, with a finding', () => {
  const { rows, findings } = readObjectives(sheet('objectives', [{ ...OBJECTIVE, kind: '' }, { ...OBJECTIVE, kind: 'Dream' }, { ...OBJECTIVE, kind: 'Aspiracja' }]), recognise);
  expect(rows.map(({ kind }) => kind)).toEqual(['Committed', 'Committed', 'Aspirational']);
  expect(findings.all().map(({ row, code }) => [row, code])).toEqual([[4, 'notAChoice']]);
});

test.each<[Cell, boolean]>([
  ['', true],
  [null, true],
  [undefined, true],
  [' \t\u00a0\u3000', true],
  [0, false],
  [false, false],
  ['0', false],
  [new Date(NaN), false],
])('%j is blank: %s', (cell, blank) => {
  expect(isBlank(cell)).toBe(blank);
});

test.each<[Cell, boolean]>([
  ['#REF!', true],
  ['#N/A', true],
  ['#NAME?', true],
  ['#ERROR!', true],
  ['#hashtag', false],
  ['see #REF!', false],
  [5, false],
  ['', false],
])('%j is an error value: %s', (cell, answer) => {
  expect(isErrorValue(cell)).toBe(answer);
});
