/** OKR_SUMMARY: the digest's text for the cells it is handed, in the workbook's language. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OKR_SUMMARY } from '../../src/functions/summary';
import { LANGUAGES } from '../../src/model/words';
import type { Cell } from '../../src/rows/grid';
import { CHECK_IN, KEY_RESULT, OBJECTIVE, OTHER_CHECK_IN, keysOf, ranges, settingsIn, sheet } from '../examples/sheets';

const { objectives, keyResults, settings } = ranges();
const log = sheet('checkIns', [{ ...CHECK_IN, at: '2026-11-02', value: 46 }, { ...OTHER_CHECK_IN, at: '2026-11-03' }, { ...CHECK_IN, progress: 'Ten more stayed' }]);

test('sums up with the move of a week, and ends with what people wrote', () => {
  expect(OKR_SUMMARY(objectives, keyResults, settings, log)).toBe(`2026-Q4 · as of 2026-11-15
46 days left
Overall score: 0.50 · +0.10 since 2026-11-08 · expected 0.49
● On track: 2
Key results since 2026-11-08: 1 up, 0 down, 1 unchanged

Needs attention first
────────────────────────
Nothing needs attention

Changed status since 2026-11-08
────────────────────────
● O1.1 Renewals rise from 40 to 60
  ▲ At risk → ● On track · 0.30 → 0.50 · ana

Objectives
────────────────────────
● O1 Customers stay with us
  0.50 · +0.10 · ana

Wins and progress
────────────────────────
O1.1 Ten more stayed
  2026-11-10 · ana`);
});

describe('without', () => {
  test('check-ins nothing is said about the week before', () => {
    expect(OKR_SUMMARY(objectives, keyResults, settings)).not.toMatch(/since|2026-11-08/);
  });

  test('rows it is blank', () => {
    expect(OKR_SUMMARY(sheet('objectives', []), sheet('keyResults', []), settings, log)).toBe('');
  });

  test('an as-of day, or without a column that scores need, it says what is missing', () => {
    expect(OKR_SUMMARY(objectives, keyResults, settingsIn({ as_of: '' }), log)).toContain('✖ No as-of day in the settings');
    const short = sheet('keyResults', [KEY_RESULT], keysOf('keyResults').filter((key) => key !== 'weight'));
    expect(OKR_SUMMARY(objectives, short, settings, log)).toContain('✖ The column with the key “weight” is missing from row 1 of Key Results');
  });
});

test.each(LANGUAGES)('speaks the language of the settings: %s', (language) => {
  const others = LANGUAGES.filter((other) => other !== language).map((other) => OKR_SUMMARY(objectives, keyResults, settingsIn({ language: other }), log));
  const own = OKR_SUMMARY(objectives, keyResults, settingsIn({ language }), log);
  expect(others).not.toContain(own);
  expect(own).toContain('Ten more stayed');
});

test('another sheet in the place of one is refused', () => {
  expect(() => OKR_SUMMARY(keyResults, objectives, settings, log)).toThrow('This range should be the sheet Objectives');
  expect(() => OKR_SUMMARY(objectives, keyResults, settings, objectives)).toThrow('This range should be the sheet Check-ins');
});

test('it is text that fits a cell whatever stands in the sheets, and the same for the same cells', () => {
  const junk = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 900 }), fc.double(), fc.boolean(), fc.constantFrom(null, undefined, '', '#REF!', '2026-11-10', 'O1', 'O1.1', 'done', 50)) as fc.Arbitrary<Cell>;
  const rows = (table: 'objectives' | 'keyResults' | 'checkIns') => fc.array(fc.array(junk, { maxLength: keysOf(table).length }), { maxLength: 8 }).map((cells) => [keysOf(table), [], ...cells]);
  fc.assert(
    fc.property(rows('objectives'), rows('keyResults'), rows('checkIns'), (a, b, c) => {
      const text = OKR_SUMMARY([...a, ...objectives.slice(2)], [...b, ...keyResults.slice(2)], settings, c);
      expect(text.length).toBeLessThan(50_000);
      expect(text).not.toMatch(/NaN|Infinity|undefined|\[object/);
      expect(OKR_SUMMARY([...a, ...objectives.slice(2)], [...b, ...keyResults.slice(2)], settings, c)).toBe(text);
    }),
    { numRuns: 100 },
  );
});

test('an objective of no team and one of a team are told apart', () => {
  const text = OKR_SUMMARY(sheet('objectives', [OBJECTIVE, { ...OBJECTIVE, id: 'O2', team: '' }]), sheet('keyResults', [KEY_RESULT, { ...KEY_RESULT, id: 'O2.1', objective_id: 'O2' }]), settings);
  expect(text).toContain('No team\n  0.50\nCare\n  0.50');
});
