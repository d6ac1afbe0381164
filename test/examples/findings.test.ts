/** Every finding is made by its example and by nothing else, and every sentence says its facts in four languages. */
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/app/book';
import { SEVERITIES, type Finding, type FindingCode } from '../../src/model/finding';
import { LANGUAGES, type Language, type Measure } from '../../src/model/words';
import { findingsText, sentence } from '../../src/report/findings';
import { labelOf } from '../../src/report/labels';
import { say } from '../../src/report/vocabulary';
import type { KeyedTable } from '../../src/rows/columns';
import { readHeader } from '../../src/rows/grid';
import { readObjectives } from '../../src/rows/read';
import { EXAMPLES } from './findings';
import { ranges, sheet, type InputTable, type Workbook } from './sheets';

function found(change: Partial<Workbook> = {}): readonly Finding[] {
  const cells = ranges(change);
  return understand((table: KeyedTable) => (table === 'history' ? [] : cells[table as InputTable])).findings;
}

/** Findings that only the workbook as a whole can have: its sheets, formulas and labels. */
const OF_THE_STRUCTURE: readonly FindingCode[] = ['missingSheet', 'sheetsSwapped', 'columnBehindBlock', 'formulaOverwritten', 'blockObstructed', 'labelChanged'];
/** Findings of row 1, which the examples of rows cannot make. */
const OF_THE_KEYS: readonly FindingCode[] = ['missingColumn', 'duplicateColumn'];

test('the workbook without a fault has no finding', () => {
  expect(found()).toEqual([]);
});

describe('the example of', () => {
  test.each(EXAMPLES)('$code makes exactly these: $found', ({ change, found: wanted }) => {
    expect(found(change).map(({ code, table, column, row }) => `${code} ${table}!${column} ${row}`).sort()).toEqual([...wanted].sort());
  });

  test('each code that a row can have is among them', () => {
    const shown = new Set<string>([...EXAMPLES.map(({ code }) => code), ...OF_THE_STRUCTURE, ...OF_THE_KEYS]);
    expect(Object.keys(SEVERITIES).filter((code) => !shown.has(code))).toEqual([]);
    expect([...shown].filter((code) => !(code in SEVERITIES))).toEqual([]);
  });
});

describe('severities: what keeps a row from counting right is an error', () => {
  test.each<[FindingCode, string]>([
    ['duplicateId', 'error'],
    ['missingStart', 'error'],
    ['notANumber', 'error'],
    ['parentCycle', 'error'],
    ['negativeWeight', 'error'],
    ['startEqualsTarget', 'warning'],
    ['measureContradicts', 'warning'],
    ['checkInOverdue', 'warning'],
    ['noOwner', 'warning'],
    ['oneKeyResult', 'advice'],
    ['manyKeyResults', 'advice'],
    ['tooManyKeyResults', 'warning'],
    ['dueFromCycle', 'advice'],
  ])('%s is of the severity %s', (code, severity) => {
    expect(SEVERITIES[code]).toBe(severity);
  });
});

/** A fact as a reader of the language sees it. */
function shown(name: string, fact: string | number, language: Language): string {
  if (name === 'part') return labelOf(String(fact), language);
  if (name === 'measure') return say(fact as Measure, language);
  return typeof fact === 'number' && (language === 'vi' || language === 'pl') ? String(fact).replace('.', ',') : String(fact);
}

describe.each(LANGUAGES)('in the language %s', (language) => {
  const keyFindings = readObjectives(sheet('objectives', [], ['objective', 'owner', 'owner']), (text) => text).findings.all();
  const all = [...EXAMPLES.flatMap(({ change }) => found(change)), ...keyFindings];

  test('each sentence says its facts and has no gap', () => {
    expect(new Set(keyFindings.map(({ code }) => code))).toEqual(new Set(OF_THE_KEYS));
    for (const finding of all) {
      const text = sentence(finding, language);
      expect(text).not.toMatch(/undefined|NaN|[{}]|\[object|^\s*$/);
      for (const [name, fact] of Object.entries(finding.facts)) expect(text).toContain(shown(name, fact, language));
    }
  });

  test('no two codes say the same', () => {
    const plain = new Map(all.map((finding) => [finding.code, sentence({ ...finding, facts: {} }, language)]));
    expect(new Set(plain.values()).size).toBe(plain.size);
  });
});

test('the findings of a row stand in one cell, the most severe first, each with its sign', () => {
  const [overdue, missing, advice] = (['noOwner', 'missingId', 'oneKeyResult'] as const).map((code): Finding => ({ code, table: 'objectives', row: 3, column: '', facts: {} }));
  expect(findingsText([overdue, missing, advice].filter((one) => one !== undefined), 'en')).toBe('✖ No ID · △ No owner · ◇ Only one key result; two or more show the whole picture');
  expect(findingsText([], 'en')).toBe('');
});

test('a range whose first row names another sheet is told from one that lacks a column', () => {
  expect(readHeader(sheet('keyResults', []), 'objectives').looksLike).toBe('keyResults');
  expect(readHeader(sheet('objectives', [], ['id', 'owner']), 'objectives')).toMatchObject({ looksLike: undefined, missing: ['objective', 'parent', 'kind', 'weight', 'start_date', 'due_date'] });
});
