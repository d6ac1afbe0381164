/** The table functions in the workbook's language: labels, statuses, refusals, and words written in any of the four. */
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/model/words';
import { OKR_ACTIONS, OKR_KEY_RESULTS, OKR_KPIS, OKR_OBJECTIVES } from '../../src/functions/tables';
import { labelOf } from '../../src/report/labels';
import { say, type Word } from '../../src/report/vocabulary';
import { TABLES } from '../../src/rows/columns';
import { KEY_RESULT, OBJECTIVE, OTHER_KEY_RESULT, ranges, settingsIn, sheet } from '../examples/sheets';

const { objectives, keyResults, kpis, actions, checkIns } = ranges();
const labelsOf = (block: readonly (readonly unknown[])[]) => block[0];

describe.each(LANGUAGES)('in the language %s', (language) => {
  const settings = settingsIn({ language });

  test('labels are those of the catalogue', () => {
    const wanted = (table: 'objectives' | 'keyResults' | 'kpis' | 'actions') => TABLES[table].computed.map(({ key }) => labelOf(key, language));
    expect(labelsOf(OKR_OBJECTIVES(objectives, keyResults, settings, checkIns))).toEqual(wanted('objectives'));
    expect(labelsOf(OKR_KEY_RESULTS(keyResults, objectives, settings, checkIns))).toEqual(wanted('keyResults'));
    expect(labelsOf(OKR_KPIS(kpis, settings))).toEqual(wanted('kpis'));
    expect(labelsOf(OKR_ACTIONS(actions, keyResults, settings))).toEqual(wanted('actions'));
  });

  test('numbers and days are the same as in English, words are its own', () => {
    const [, own] = OKR_KEY_RESULTS(keyResults, objectives, settings, checkIns);
    const [, english] = OKR_KEY_RESULTS(keyResults, objectives, settingsIn(), checkIns);
    expect(own?.map((cell, index) => (index === 3 ? '' : cell))).toEqual(english?.map((cell, index) => (index === 3 ? '' : cell)));
    expect(own?.[3]).toBe(`● ${say('On track', language)}`);
    expect(OKR_KPIS(kpis, settings)[1]?.[0]).toBe(`● ${say('Healthy', language)}`);
  });

  test('another sheet in the place of one is refused in a sentence that names both', () => {
    const refusal = (call: () => unknown): string => {
      try {
        call();
      } catch (error) {
        return (error as Error).message;
      }
      throw new Error('It was not refused.');
    };
    const swapped = refusal(() => OKR_OBJECTIVES(keyResults, objectives, settings));
    expect(swapped).toContain('Objectives');
    expect(swapped).toContain('Key Results');
    expect(refusal(() => OKR_KEY_RESULTS(keyResults, objectives, settings, objectives))).toContain('Check-ins');
    expect(refusal(() => OKR_ACTIONS(kpis, keyResults, settings))).toContain('KPIs');
    expect(refusal(() => OKR_KPIS([['Goal', 'Owner'], ['', ''], ['Grow', 'Ana']], settings))).toContain('KPIs');
    const all = LANGUAGES.map((other) => refusal(() => OKR_OBJECTIVES(keyResults, objectives, settingsIn({ language: other }))));
    expect(new Set(all).size).toBe(LANGUAGES.length);
  });

  test('measures, kinds, levels and traffic lights written in it are understood', () => {
    const word = (one: Word) => say(one, language);
    const rows = [{ ...KEY_RESULT, measure: word('At least'), confidence: word('Red') }, { ...OTHER_KEY_RESULT, measure: word('Decrease'), confidence: word('Green') }];
    const goals = [{ ...OBJECTIVE, kind: word('Aspirational'), level: word('Company'), priority: word('High') }];
    const block = OKR_KEY_RESULTS(sheet('keyResults', rows), sheet('objectives', goals), settingsIn());
    expect(block.slice(1).map((row) => [row[0], row[2], row[3], row[8]])).toEqual([[0.5, 0.346153846154, '▲ At risk', ''], [0.5, 0.346153846154, '● On track', '']]);
    expect(OKR_OBJECTIVES(sheet('objectives', goals), sheet('keyResults', rows), settingsIn())[1]?.slice(5)).toEqual([3, '', '']);
  });
});

test('settings that are another sheet are refused, in English since no language is known', () => {
  expect(() => OKR_KPIS(kpis, keyResults)).toThrow('This range should be the sheet Settings, but its first row holds the keys of Key Results.');
});

test('a language that we do not speak is answered in English', () => {
  expect(labelsOf(OKR_KPIS(kpis, settingsIn({ language: 'Klingon' })))).toEqual(['Health', 'Next due', 'Findings']);
});
