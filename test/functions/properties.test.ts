/** What holds for the table functions whatever stands in the cells, and however the rows are ordered. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OKR_ROLLUP } from '../../src/functions/rollUp';
import { OKR_SCORE } from '../../src/functions/score';
import { OKR_ACTIONS, OKR_KEY_RESULTS, OKR_KPIS, OKR_OBJECTIVES } from '../../src/functions/tables';
import { FREQUENCIES, KINDS, LANGUAGES, MEASURES, READINGS, ROLL_UPS, STATES, STATUS_BASES } from '../../src/model/words';
import { TABLES } from '../../src/rows/columns';
import type { Cell } from '../../src/rows/grid';
import { KEY_RESULT, OBJECTIVE, keysOf, ranges, settingsIn, sheet, type InputTable, type Row } from '../examples/sheets';

const id = fc.constantFrom('O1', 'O2', 'O3', 'O1.1', 'O2.1', 'A1', 'A2', '__proto__', 'constructor', '');
const day = fc.constantFrom('2026-10-01', '2026-11-15', '2026-12-31', '2026-02-31', '2569-01-01', '1900-02-28');
const word = fc.constantFrom<string>(...MEASURES, ...KINDS, ...STATES, ...FREQUENCIES, ...READINGS, 'Wzrost', 'red', 'Green', 'done', '50%');
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.constantFrom(0, -0, 1, NaN, Infinity, -Infinity, 5e-324, 1.7e308, -1.7e308, 1e21),
  fc.boolean(),
  fc.date({ noInvalidDate: false }),
  fc.constantFrom(null, undefined, '', ' ', '#REF!', '#N/A', 'x'.repeat(10_000), '2026-10-31: 20; 2026-11-30: 35', '=1+1'),
  fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.integer(), { maxKeys: 2, noNullPrototype: true }).map((plain) => ({ nested: { ...plain, toString: undefined, nested: 1 } })),
);
const cell = fc.oneof({ weight: 3, arbitrary: junk }, id, day, word, fc.integer({ min: -5, max: 120 })) as fc.Arbitrary<Cell>;

/** Rows under the true keys, so that the cells are read and not just refused with the sheet. */
const table = (name: InputTable): fc.Arbitrary<Cell[][]> =>
  fc.array(fc.array(cell, { maxLength: keysOf(name).length + 2 }), { maxLength: 6 }).map((rows) => [keysOf(name), [], ...rows]);

const settings = fc
  .record({
    as_of: fc.oneof(day, cell),
    cycle_start: fc.oneof(day, cell),
    cycle_end: fc.oneof(day, cell),
    language: fc.oneof(fc.constantFrom<Cell>(...LANGUAGES), cell),
    roll_up: fc.oneof(fc.constantFrom<Cell>(...ROLL_UPS), cell),
    objective_status: fc.oneof(fc.constantFrom<Cell>(...STATUS_BASES), cell),
    on_track_gap: cell,
    max_objectives: cell,
    check_in_days: cell,
    kpi_watch_band: cell,
  })
  .map((values) => settingsIn(values));

function expectSound(block: readonly (readonly unknown[])[], name: keyof typeof TABLES, rows: number): void {
  const keys = TABLES[name].computed.map(({ key }) => key);
  expect(block.length).toBeGreaterThanOrEqual(1);
  expect(block.length).toBeLessThanOrEqual(rows - 1);
  for (const row of block) {
    expect(row).toHaveLength(keys.length);
    for (const value of row) {
      if (typeof value === 'number' ? !Number.isFinite(value) || Object.is(value, -0) : typeof value !== 'string') throw new Error(`A block holds ${String(value)}.`);
    }
  }
  for (const row of block.slice(1)) {
    keys.forEach((key, index) => {
      const value = row[index];
      if ((key === 'score' || key === 'expected') && value !== '') expect(typeof value === 'number' && value >= 0 && value <= 1).toBe(true);
    });
  }
}

test('no rows of random cells make a table function throw, or give anything but texts, finite numbers and scores within 0..1', () => {
  fc.assert(
    fc.property(table('objectives'), table('keyResults'), table('kpis'), table('actions'), table('checkIns'), settings, (objectives, keyResults, kpis, actions, checkIns, set) => {
      expectSound(OKR_OBJECTIVES(objectives, keyResults, set, checkIns), 'objectives', objectives.length);
      expectSound(OKR_KEY_RESULTS(keyResults, objectives, set, checkIns), 'keyResults', keyResults.length);
      expectSound(OKR_KPIS(kpis, set), 'kpis', kpis.length);
      expectSound(OKR_ACTIONS(actions, keyResults, set), 'actions', actions.length);
    }),
    { numRuns: 300 },
  );
});

test('cells without any order are scored or refused in a sentence', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 4 }), (cells) => {
      for (const call of [() => OKR_KPIS(cells, []), () => OKR_KEY_RESULTS(cells, cells, []), () => OKR_KPIS([], cells)]) {
        try {
          expect(call().length).toBeGreaterThan(0);
        } catch (error) {
          expect((error as Error).message).toMatch(/^This range should be the sheet /);
        }
      }
    }),
  );
});

describe('a good workbook', () => {
  const share = fc.integer({ min: -20, max: 120 });
  const part = fc.record({ objective: fc.constantFrom('O1', 'O2', 'O3'), current: fc.oneof(share, fc.constant('')), weight: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant('')) });
  const parents = fc.tuple(...Array.from({ length: 3 }, () => fc.constantFrom('', 'O1', 'O2', 'O3')));
  const rowsOf = (parts: readonly { objective: string; current: Cell; weight: Cell }[]): Row[] =>
    parts.map((one, index) => ({ ...KEY_RESULT, id: `R${index}`, key_result: `Result ${index}`, objective_id: one.objective, start: 0, target: 100, current: one.current, weight: one.weight }));
  const goals = (names: readonly string[]): Row[] => names.map((parent, index) => ({ ...OBJECTIVE, id: `O${index + 1}`, parent }));
  const scores = (block: readonly (readonly unknown[])[]): unknown[] => block.slice(1).map((row) => row[0]);

  test('gives its objectives the same scores in whatever order the key results stand', () => {
    const shuffled = fc.array(part, { minLength: 1, maxLength: 12 }).chain((parts) => fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length })));
    fc.assert(
      fc.property(shuffled, parents, fc.constantFrom(...ROLL_UPS), ([parts, others], names, rollUp) => {
        const rolled = (rows: readonly (typeof parts)[number][]) => OKR_OBJECTIVES(sheet('objectives', goals(names)), sheet('keyResults', rowsOf(rows)), settingsIn({ roll_up: rollUp })).slice(1).map((row) => row.slice(0, 3));
        rolled(others).forEach((row, index) => {
          const [score, , coverage] = rolled(parts)[index] ?? [];
          expect(row[2]).toBe(coverage);
          expect(Number(row[0])).toBeCloseTo(Number(score), 11);
          expect(row[0] === '').toBe(score === '');
        });
      }),
    );
  });

  test('gives an objective a score between the least and the greatest of the scores beneath it', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), parents, fc.constantFrom(...ROLL_UPS), (parts, names, rollUp) => {
        const rows = sheet('keyResults', rowsOf(parts));
        const all = scores(OKR_KEY_RESULTS(rows, sheet('objectives', goals(names)), settingsIn())).filter((score) => score !== '').map(Number);
        for (const score of scores(OKR_OBJECTIVES(sheet('objectives', goals(names)), rows, settingsIn({ roll_up: rollUp })))) {
          if (score === '') continue;
          expect(Number(score)).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
          expect(Number(score)).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
        }
      }),
    );
  });

  test('rolls up by its key results as OKR_ROLLUP does', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 12 }), (parts) => {
        const keyResults = sheet('keyResults', rowsOf(parts));
        const { settings: set } = ranges();
        const objectives = sheet('objectives', goals(['', '', '']));
        const own = scores(OKR_KEY_RESULTS(keyResults, objectives, set));
        const rolled = OKR_ROLLUP([['O1'], ['O2'], ['O3']], parts.map((one) => [one.objective]), own.map((score) => [score]), parts.map((one) => [one.weight]));
        expect(scores(OKR_OBJECTIVES(objectives, keyResults, set)).map((score) => [score])).toEqual(rolled);
      }),
    );
  });
});

test('OKR_SCORE over a range answers each place as it answers the place alone, refusals as blanks', () => {
  const line = fc.tuple(cell, cell, cell, fc.oneof(fc.constantFrom<Cell>(...MEASURES), cell)).filter((cells) => !cells.some((one) => Array.isArray(one)));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
      const column = (index: number) => lines.map((cells) => [cells[index]]);
      const alone = lines.map((cells) => {
        try {
          return [OKR_SCORE(...cells)];
        } catch (error) {
          expect((error as Error).message).toMatch(/^The (start|target|measure|current)/);
          return [''];
        }
      });
      expect(OKR_SCORE(column(0), column(1), column(2), column(3))).toEqual(alone);
    }),
  );
});
