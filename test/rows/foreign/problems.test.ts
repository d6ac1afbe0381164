/** Everything that can be told about a table: each sentence once with its facts, and in the four languages. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/model/words';
import { recognise } from '../../../src/rows/foreign/recognise';
import { mapped, tableOf } from '../../../src/rows/foreign/mapping';
import { sourceOfRows, type ForeignCell, type ShownNumber } from '../../../src/rows/foreign/source';
import { Problems, type ProblemKey } from '../../../src/rows/foreign/problem';
import { sentences } from '../../../sidebar/adopt/sentences';
import en from '../../../sidebar/messages/en.json';
import { understood } from './tables';

const HEAD = ['Objective', 'Key result', 'Start', 'Target', 'Current', 'Confidence', 'Priority', 'Due date', 'Progress', 'Objective ID'];
const row = (cells: Record<string, string>): string[] => HEAD.map((heading) => cells[heading] ?? '');

/** For each key of a sentence, a table that makes it and what it says. */
const CASES: readonly (readonly [ProblemKey, readonly (readonly string[])[], string])[] = [
  ['noHeadings', [['x', 'y'], ['1', '2']], 'No row of headings was recognised. Choose what each column holds.'],
  ['unknownColumn', [['Objective', 'Key result', 'Weather'], ['A', 'x', 'rain']], 'Column C “Weather” was not understood and is left out.'],
  ['columnWithoutHeading', [['Objective', 'Key result', ''], ['A', 'x', 'rain']], 'Column C has no heading and is left out.'],
  ['doubleColumn', [['Objective', 'Key result', 'Target', 'Target value'], ['A', 'x', '1', '2']], 'Column D “Target value” looks like “Target”, as column C does; only C is used.'],
  ['computedColumn', [['Objective', 'Key result', 'Target', 'Progress'], ['A', 'x', '1', '20%']], 'Column D “Progress” is not copied: OKR Sheets works it out by itself.'],
  ['notANumber', [HEAD, row({ Objective: 'A', 'Key result': 'x', Target: 'about 40' })], 'D2: “about 40” is not a number; it is left blank.'],
  ['notAShare', [['Objective', 'Key result', 'Progress'], ['A', 'x', '120%']], 'C2: “120%” is not a share between 0 and 100%; it is left blank.'],
  ['eitherNumber', [HEAD, row({ Objective: 'A', 'Key result': 'x', Target: '1.5' }), row({ 'Key result': 'y', Target: '1,5' }), row({ 'Key result': 'z', Target: '1.234' })], 'D4: “1.234” can be 1.234 or 1234; it is left blank.'],
  ['numbersByLocale', [HEAD, row({ Objective: 'A', 'Key result': 'x', Target: '1,234' })], 'Column D: “1,234” and the like are read as 1234, as is usual in this spreadsheet.'],
  ['eitherPercent', [HEAD, row({ Objective: 'A', 'Key result': 'x', Target: '45%', Current: '0.2' })], 'E2: “0.2” stands beside percentages and may be a share or a percentage itself; it is left blank.'],
  ['notADay', [HEAD, row({ Objective: 'A', 'Key result': 'x', 'Due date': 'soon' })], 'H2: “soon” is not a date; it is left blank.'],
  ['eitherDay', [HEAD, row({ Objective: 'A', 'Key result': 'x', 'Due date': '13/04/2026' }), row({ 'Key result': 'y', 'Due date': '04/13/2026' }), row({ 'Key result': 'z', 'Due date': '03/04/2026' })], 'H4: “03/04/2026” can be 2026-04-03 or 2026-03-04; it is left blank.'],
  ['daysByLocale', [HEAD, row({ Objective: 'A', 'Key result': 'x', 'Due date': '03/04/2026' })], 'Column H: “03/04/2026” and the like are read as 2026-03-04, as is usual in this spreadsheet.'],
  ['notAChoice', [HEAD, row({ Objective: 'A', 'Key result': 'x', Priority: 'purple' })], 'G2: “purple” is none of the choices of “Priority”; it is left blank.'],
  ['notConfidence', [HEAD, row({ Objective: 'A', 'Key result': 'x', Confidence: '7' })], 'F2: “7” is neither a confidence from 1 to 5 nor a traffic light; it is left blank.'],
  ['keyResultAlone', [HEAD, row({ 'Key result': 'x' })], 'B2: the key result “x” has no objective above it and is left out.'],
  ['unknownObjective', [HEAD, row({ Objective: 'A' }), row({ 'Key result': 'x', 'Objective ID': 'O9' })], 'B3: the key result “x” names the objective “O9”, which is nowhere; it is left out.'],
  ['rowUnclear', [HEAD, row({ Objective: 'A' }), [], ['', '', '', '5']], 'Row 4 (D4: “5”) has neither an objective nor a key result and is left out.'],
  ['totalRow', [HEAD, row({ Objective: 'A' }), row({ Objective: 'Total' })], 'A3: “Total” looks like a row of totals and is left out.'],
  ['idTwice', [HEAD, row({ Objective: 'A', 'Objective ID': 'O1' }), row({ Objective: 'B', 'Objective ID': 'O1' })], 'A3: the ID “O1” is already used for another objective; “B” gets a new one.'],
  ['sharedOwner', [['Objective', 'Owner', 'Key result'], ['A', 'ann', 'x'], ['', '', 'y']], 'Column B: the owner stands in the first row of each group only and is taken for all its key results.'],
  ['otherValue', [HEAD, row({ Objective: 'A', 'Key result': 'x', Priority: 'High' }), row({ Objective: 'A', 'Key result': 'y', Priority: 'low' })], 'G3: “low” is left out; an earlier row of the same objective says something else for “Priority”.'],
  ['becameMilestone', [['Objective', 'Key result', 'Progress'], ['A', 'x', '60%']], '1 key result has no start and no target; it becomes a milestone.'],
];

/** Made beside the table: two sheets, and what the workbook already has. */
const OTHERS: readonly ProblemKey[] = ['twoSheets', 'alreadyHere', 'existingStays', 'toExisting', 'newIds', 'noPlace'];

describe('what is told', () => {
  test.each(CASES)('%s', (_key, rows, sentence) => {
    expect(sentences(understood(rows, 'en_US').problems.all(), 'en')).toContain(sentence);
  });

  test('no sentence is missing here', () => {
    const keys = Object.keys(en).flatMap((key) => (key.startsWith('adopt.about.') ? [key.slice('adopt.about.'.length)] : []));
    expect([...CASES.map(([key]) => key), ...OTHERS].sort()).toEqual(keys.sort());
  });

  test('every sentence is filled in, in every language', () => {
    for (const language of LANGUAGES) {
      for (const [key, rows] of CASES) {
        for (const sentence of sentences(understood(rows, 'en_US').problems.all(), language)) expect(`${key}: ${sentence}`).not.toMatch(/undefined|NaN|[{}]/);
      }
    }
  });

  test('numbers in sentences have the mark of the language', () => {
    const [, rows] = CASES.find(([key]) => key === 'eitherNumber')!;
    expect(sentences(understood(rows, 'en_US').problems.all(), 'pl')).toEqual(['D4: „1.234” może oznaczać 1,234 lub 1234; pole pozostanie puste.']);
  });

  test('a person who chose the columns is not told about those left out', () => {
    const source = sourceOfRows([['Objective', 'Key result', 'Weather'], ['A', 'x', 'rain']]);
    const found = recognise([mapped(tableOf(source), ['objective', 'key_result', ''])], 'en');
    expect(found.problems.all()).toEqual([]);
  });

  test('long texts are quoted short, and of very many places the rest is counted', () => {
    const rows = [['Objective', 'Key result', 'Target'], ...Array.from({ length: 100 }, (_, index) => ['A', `x${index}`, `${'🌧'.repeat(80)}${index}`])];
    const told = sentences(understood(rows, 'en').problems.all(), 'en');
    expect(told[0]).toBe(`C2: “${'🌧'.repeat(59)}…” is not a number; it is left blank.`);
    expect([told.length, told[told.length - 1]]).toEqual([61, 'And 40 more.']);
    const problems = new Problems();
    problems.add('notANumber', { cell: 'A1', value: 'x' });
    problems.add('notANumber', { cell: 'A1', value: 'x' });
    expect(sentences(problems.all(), 'en')).toHaveLength(1);
  });
});

describe('whatever stands in a table', () => {
  const words = ['Objective', 'Key result', 'Target', 'Mục tiêu', 'Cel', 'Owner', 'Type', 'OKR', 'ID', 'Due', 'Start', 'Progress', 'วัตถุประสงค์', 'O1: Grow', 'KR1.1 x', '45%', '1.234', '1,5', '31/12/2569', 'Q4 2026', '🟢', 'n/a', '#REF!', '=1+1', '__proto__', 'constructor', "'", '(', '\u0000', '\ud83d'];
  const cell: fc.Arbitrary<ForeignCell | ShownNumber> = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...words) }, fc.string({ unit: 'binary', maxLength: 12 }), fc.double(), fc.boolean(), fc.constant(''), fc.constant(undefined), fc.constant(null), fc.record({ value: fc.double({ noDefaultInfinity: true, noNaN: true }), shown: fc.constantFrom('45%', '฿1,200', '1,5', '', '#') }));
  const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 });

  test('recognising never throws, and gives numbers that are numbers and objectives that have a text', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('en_US', 'pl_PL', 'th_TH', 'vi_VN', '', 'x'), fc.constantFrom(...LANGUAGES), (cells, locale, language) => {
        const { objectives, problems, tables } = understood(cells, locale);
        for (const { fields, keyResults } of objectives) {
          expect(fields['objective']).not.toBe('');
          for (const one of keyResults) for (const value of Object.values(one.fields)) if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        }
        for (const sentence of sentences(problems.all(), language)) expect(sentence).not.toMatch(/undefined|NaN/);
        expect(tables[0]?.mapping).toHaveLength(tables[0]?.headings.length ?? -1);
      }),
      { numRuns: 600 },
    );
  });

  test('nor does it with any row of headings and any mapping that a person could choose', () => {
    const keys = ['objective', 'key_result', 'objective_id', 'id', 'type', 'text', 'owner', 'start', 'target', 'current', 'score', 'status', 'confidence', 'due_date', 'measure', 'weight', '', 'nonsense'];
    fc.assert(
      fc.property(rows, fc.option(fc.integer({ min: -1, max: 20 }), { nil: undefined }), fc.array(fc.constantFrom(...keys), { maxLength: 8 }), (cells, row, mapping) => {
        recognise([mapped(tableOf(sourceOfRows(cells), row), mapping)], 'pl_PL', [{ id: 'O1', text: 'Grow' }]);
      }),
      { numRuns: 400 },
    );
  });

  test('five thousand rows take no longer than a person waits', () => {
    const many = [['Objective', 'Key result', 'Owner', 'Start', 'Target', 'Current', 'Due date', 'Status'], ...Array.from({ length: 5_000 }, (_, index) => [`Aim ${Math.floor(index / 4)}`, `Result ${index}`, 'a@b.example', '1.234', '2.345,5', '45%', '31.12.2026', 'On track'])];
    const start = performance.now();
    expect(understood(many, 'pl_PL').objectives).toHaveLength(1_250);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
