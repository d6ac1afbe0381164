/** Sheets as rows: keys in any order, foreign columns, empty rows, missing columns, and the log of check-ins. */
import { describe, expect, test } from 'vitest';
import { recognise } from '../../src/report/vocabulary';
import { dataRows, readHeader } from '../../src/rows/grid';
import { readActions, readCheckIns, readKeyResults, readKpis, readObjectives } from '../../src/rows/read';
import { ACTION, CHECK_IN, KEY_RESULT, KPI, OBJECTIVE, keysOf, sheet } from '../examples/sheets';

describe('columns are found by their keys', () => {
  const plain = readKeyResults(sheet('keyResults', [KEY_RESULT]), recognise).rows;

  test.each([
    ['in another order', [...keysOf('keyResults')].reverse()],
    ['with foreign columns between them', keysOf('keyResults').flatMap((key) => ['', key])],
  ])('%s', (_, keys) => {
    const read = readKeyResults(sheet('keyResults', [{ ...KEY_RESULT, '': 'mine' }], keys), recognise);
    expect(read.rows).toEqual(plain);
    expect(read.findings.all()).toEqual([]);
  });

  test('written with capitals and spaces around them', () => {
    const cells = sheet('keyResults', [KEY_RESULT]);
    cells[0] = (cells[0] ?? []).map((key) => ` ${String(key).toUpperCase()} `);
    expect(readKeyResults(cells, recognise).rows).toEqual(plain);
  });

  test('and where one that counts is missing, or one stands twice, the sheet has a finding', () => {
    const read = readKeyResults(sheet('keyResults', [KEY_RESULT], ['id', 'key_result', 'current', 'current', 'mine', 'mine']), recognise);
    expect(read.findings.of(1).map(({ code, facts }) => [code, facts])).toEqual([
      ...['objective_id', 'target', 'measure', 'start', 'confidence', 'weight', 'start_date', 'due_date', 'plan', 'reading'].map((column) => ['missingColumn', { column, sheet: 'Key Results' }]),
      ['duplicateColumn', { column: 'current' }],
    ]);
    expect(read.rows[0]).toMatchObject({ objectiveId: '', target: undefined, current: 50 });
  });

  test('a key like __proto__ is a column of no consequence', () => {
    expect(readKeyResults(sheet('keyResults', [KEY_RESULT], [...keysOf('keyResults'), '__proto__', 'constructor']), recognise).rows).toEqual(plain);
  });
});

describe('which sheet a range is', () => {
  test.each([
    ['objectives', 'keyResults', 'keyResults'],
    ['keyResults', 'objectives', 'objectives'],
    ['kpis', 'keyResults', 'keyResults'],
    ['actions', 'kpis', 'kpis'],
    ['checkIns', 'settings', 'settings'],
    ['settings', 'history', 'history'],
  ] as const)('asked for %s, the keys of %s are told', (asked, given, looksLike) => {
    expect(readHeader(sheet(given, []), asked)).toMatchObject({ looksLike, unknown: false });
  });

  test('its own keys, with or without rows, are its own', () => {
    for (const table of ['objectives', 'keyResults', 'actions', 'kpis', 'checkIns', 'settings', 'history'] as const) {
      expect(readHeader(sheet(table, []), table)).toMatchObject({ looksLike: undefined, unknown: false, missing: [], duplicate: [] });
    }
  });

  test('content without any of the keys is unknown, nothing at all is not', () => {
    expect(readHeader([['Goal', 'Owner'], ['Grow', 'Ana']], 'objectives').unknown).toBe(true);
    expect(readHeader([['', ''], ['', '']], 'objectives').unknown).toBe(false);
    expect(readHeader([], 'objectives').unknown).toBe(false);
  });
});

describe('rows', () => {
  const cells = sheet('objectives', [{}, OBJECTIVE, {}, {}, { ...OBJECTIVE, id: 'O2' }, {}, {}]);

  test('count up to the last filled one; empty ones between them are skipped and keep their place', () => {
    const read = readObjectives(cells, recognise);
    expect(read.count).toBe(5);
    expect(read.rows.map(({ row, id }) => [row, id])).toEqual([[4, 'O1'], [7, 'O2']]);
  });

  test('of a thousand blank ones are none', () => {
    const open = [...sheet('objectives', []), ...Array.from({ length: 1000 }, () => Array<string>(12).fill(''))];
    expect(readObjectives(open, recognise)).toMatchObject({ count: 0, rows: [] });
  });

  test('in which only a foreign column is filled are blank', () => {
    const keys = [...keysOf('objectives'), 'mine'];
    const foreign = sheet('objectives', [OBJECTIVE, { mine: 'a note' }], keys);
    expect(dataRows(foreign, readHeader(foreign, 'objectives'), 'objectives')).toBe(1);
  });

  test('shorter than the keys are blank where they end', () => {
    expect(readObjectives([keysOf('objectives'), [], ['O1', 'Grow']], recognise).rows[0]).toMatchObject({ id: 'O1', objective: 'Grow', team: '', weight: 1 });
  });

  test('read a second time have the same findings once', () => {
    const read = readObjectives(sheet('objectives', [{ ...OBJECTIVE, weight: 'x' }]), recognise);
    expect(read.rows).toBe(read.rows);
    expect(read.findings.all()).toHaveLength(1);
  });
});

test('an action names what it depends on with commas, semicolons or spaces between', () => {
  const rows = readActions(sheet('actions', [{ ...ACTION, depends_on: 'A2, A3;A4  A5' }, { ...ACTION, depends_on: '' }, { ...ACTION, depends_on: 7 }]), recognise).rows;
  expect(rows.map(({ dependsOn }) => dependsOn)).toEqual([['A2', 'A3', 'A4', 'A5'], [], ['7']]);
});

test('a milestone KPI needs no target, whatever stands there', () => {
  const rows = readKpis(sheet('kpis', [{ ...KPI, measure: 'Milestone', target: 'launch', current: 'done' }, { ...KPI, target: 'launch' }]), recognise).rows;
  expect(rows.map(({ target, current, unreadable }) => [target, current, unreadable])).toEqual([[undefined, 1, false], [undefined, 99.5, true]]);
});

describe('check-ins', () => {
  const read = (...ats: (string | Date)[]) => readCheckIns(sheet('checkIns', ats.map((at, index) => ({ ...CHECK_IN, at, value: index }))), recognise);
  const valuesOf = (...ats: (string | Date)[]) => read(...ats).rows.map(({ value }) => value);

  test('come in the order of their days, of their moments within a day, and of their rows within a moment', () => {
    expect(valuesOf('2026-11-12', '2026-11-10', '2026-11-11')).toEqual([1, 2, 0]);
    expect(valuesOf('2026-11-10T12:00:00', '2026-11-10T08:00:00', '2026-11-10T12:00:00')).toEqual([1, 0, 2]);
    expect(valuesOf(new Date('2026-11-10T08:00:00Z'), new Date('2026-11-10T06:00:00Z'))).toEqual([1, 0]);
  });

  test.each<[string | Date, string[]]>([
    ['2026-02-31', ['notADay']],
    ['2569-11-10', ['buddhistYear']],
    [new Date(NaN), ['notADay']],
  ])('at %s are left out, with a finding', (at, codes) => {
    const { rows, findings } = read('2026-11-10', at);
    expect(rows.map(({ value }) => value)).toEqual([0]);
    expect(findings.of(4).map(({ code }) => code)).toEqual(codes);
  });

  test('without a value say nothing about it, and a milestone is checked in with done or a share', () => {
    const { rows } = readCheckIns(sheet('checkIns', ['', 'done', '50%', 0.25, 7].map((value) => ({ ...CHECK_IN, value }))), recognise);
    expect(rows.map(({ value }) => value)).toEqual([undefined, 1, 0.5, 0.25, 7]);
  });
});
