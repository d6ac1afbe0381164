/** Labelled wordings in four languages: each makes exactly the findings written beside it, and well-put ones make none. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/model/words';
import { adviceText, wordingText } from '../../../src/report/wording';
import { adviseOn, WORDING_CODES, WORDING_KINDS, type WordingKind } from '../../../src/rules/wording/advise';
import { ownLanguage } from '../../../src/rules/wording/language';
import { SEVERITIES } from '../../../src/model/finding';
import en from './en.json';
import pl from './pl.json';
import th from './th.json';
import vi from './vi.json';

type Example = readonly [text: string, codes: readonly string[]];
const EXAMPLES = { en, th, vi, pl } as unknown as Record<Language, Record<WordingKind, readonly Example[]>>;
const all = LANGUAGES.flatMap((language) => WORDING_KINDS.flatMap((kind) => EXAMPLES[language][kind].map(([text, codes]) => ({ language, kind, text, codes }))));
const codesOf = (text: string, kind: WordingKind): string[] => adviseOn(text, kind).map(({ code }) => code);

describe.each(LANGUAGES)('texts in the language %s', (language) => {
  const own = all.filter((one) => one.language === language);

  test.each(own)('$kind: $text', ({ text, kind, codes }) => {
    expect(codesOf(text, kind).sort()).toEqual([...codes].sort());
  });

  test('are at least 40, and every finding is shown by one of them', () => {
    expect(own.length).toBeGreaterThanOrEqual(40);
    const shown = new Set(own.flatMap(({ codes }) => codes));
    expect(WORDING_CODES.filter((code) => !shown.has(code))).toEqual([]);
  });

  test('are recognised as what they are written in', () => {
    // A loan word alone, or signs alone, belong to every language.
    const unsure = (text: string): boolean => text === 'Marketing' || text === '!!!';
    expect(own.filter(({ text }) => !unsure(text) && ownLanguage(text) !== language).map(({ text }) => text)).toEqual([]);
  });

  test('advice in it quotes the words it is about and says every code differently', () => {
    const said = new Set<string>();
    for (const { text, kind } of all) {
      for (const { code, facts } of adviseOn(text, kind)) {
        const sentence = wordingText({ code, facts }, language);
        for (const fact of Object.values(facts)) expect(sentence).toContain(typeof fact === 'number' ? String(fact) : fact.slice(0, 39));
        expect(sentence).not.toMatch(/undefined|NaN|[{}]|\[object/);
        said.add(wordingText({ code, facts: { words: 'X', count: 1, limit: 1 } }, language));
      }
    }
    expect(said.size).toBe(WORDING_CODES.length);
  });
});

describe('what a finding quotes', () => {
  test.each<[WordingKind, string, string]>([
    ['objective', 'Increase revenue by 20 %', '20 %'],
    ['objective', 'Reach €5m in online sales', '€5m'],
    ['objective', 'เพิ่มรายได้ ๒๐ เปอร์เซ็นต์', '๒๐ เปอร์เซ็นต์'],
    ['objective', 'Win Three new countries', 'Three'],
    ['key result', 'Score of 7/10 in the survey', '7/10'],
    ['key result', 'We will Roll Out the new tills by 2 May', 'Roll Out'],
    ['key result', 'พนักงานร้อยละ 90 ผ่านการทดสอบ', 'ร้อยละ 90'],
  ])('%s “%s”: “%s”', (kind, text, words) => {
    expect(adviseOn(text, kind).map(({ facts }) => facts['words'])).toContain(words);
  });

  test('is short, however long the words are', () => {
    const [finding] = adviseOn(`Reach ${'9'.repeat(500)} users`, 'objective');
    expect(finding?.code).toBe('objectiveHasMetric');
    expect(wordingText(finding ?? { code: 'objectiveIsTask', facts: {} }, 'en').length).toBeLessThan(200);
  });
});

describe('what stands beside the text in the row', () => {
  test.each<[string, string, Parameters<typeof adviseOn>[2], string[]]>([
    ['start and target make up for a number and a baseline', 'Renewals rise', { start: 40, target: 60 }, []],
    ['a target alone makes up for the number', 'Renewals rise', { target: 60 }, []],
    ['a limit needs no baseline', 'Reach 60 renewals', { target: 60, measure: 'At least' }, []],
    ['a milestone needs no number', 'The safety certificate is granted', { measure: 'Milestone' }, []],
    ['a start tells what a change in per cent starts from', 'Raise renewals by 20 %', { start: 100, target: 120, unit: 'contracts' }, []],
    ['but not when start and target are per cents themselves', 'Raise renewals by 20 %', { start: 0, target: 20, unit: '%' }, ['percentageNoBase']],
    ['an activity stays an activity', 'Hold workshops', { start: 0, target: 5 }, ['keyResultActivity']],
    ['a vague word stays vague', 'Happier customers', { start: 3, target: 4 }, ['keyResultVague']],
    ['without them all is asked for', 'Renewals rise', {}, ['keyResultNoNumber']],
  ])('%s', (_, text, beside, codes) => {
    expect(adviseOn(text, 'key result', beside).map(({ code }) => code)).toEqual(codes);
  });
});

test('what must change comes before advice, each with its sign on a line of its own', () => {
  expect(adviceText(adviseOn('Improve customer satisfaction', 'key result'), 'en').split('\n').map((line) => line.slice(0, 2))).toEqual(['✖ ', '△ ']);
  for (const { text, kind } of all) {
    const signs = adviseOn(text, kind).map(({ severity }) => severity);
    expect([...signs].sort((a, b) => (a === b ? 0 : a === 'must' ? -1 : 1))).toEqual(signs);
  }
});

test('a finding that must change is a warning in the workbook, never an error: the row counts all the same', () => {
  expect(WORDING_CODES.map((code) => SEVERITIES[code]).filter((severity) => (severity as string) === 'error')).toEqual([]);
});

test('the sample company is well put: not one false alarm', () => {
  const texts = (sheet: string, key: string): string[] => {
    const { data } = Papa.parse<Record<string, string>>(readFileSync(new URL(`../../../sample/${sheet}.csv`, import.meta.url), 'utf8'), { header: true, skipEmptyLines: true });
    return data.map((row) => row[key] ?? '');
  };
  const objectives = texts('Objectives', 'objective');
  const keyResults = texts('Key Results', 'key_result');
  expect([objectives.length, keyResults.length]).toEqual([10, 30]);
  expect(objectives.filter((text) => codesOf(text, 'objective').length > 0)).toEqual([]);
  expect(keyResults.filter((text) => codesOf(text, 'key result').length > 0)).toEqual([]);
});

describe('whatever is written', () => {
  const alphabet = fc.constantFrom(...'aZ9 ๙ก้าเอÀęść đượ%$.,/:-→\n\t"<>=+'.split(''), 'from', ' to ', 'Q3', ' 20 %', 'เพิ่ม', 'giảm', 'wdroż', '\u200b', '😀', 'İ', '\ud800');
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.array(alphabet, { maxLength: 60 }).map((parts) => parts.join('')), fc.constantFrom(...all.map((one) => one.text)));
  const kinds = fc.constantFrom(...WORDING_KINDS);

  test('it is answered, the same every time, in words of that text', () => {
    fc.assert(
      fc.property(text, kinds, (written, kind) => {
        const findings = adviseOn(written, kind);
        expect(adviseOn(written, kind)).toEqual(findings);
        expect(new Set(findings.map(({ code }) => code)).size).toBe(findings.length);
        for (const language of LANGUAGES) expect(adviceText(findings, language).split('\n')).toHaveLength(Math.max(1, findings.length));
      }),
      { numRuns: 2_000 },
    );
  });

  test('case, spaces around and the form of accents change nothing but the quotation', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), ({ text: written, kind }) => {
        const codes = codesOf(written, kind);
        expect(codesOf(`  ${written.normalize('NFD')} `, kind)).toEqual(codes);
        expect(codesOf(written.replace(/ /g, '  '), kind).filter((code) => code !== 'objectiveTooLong')).toEqual(codes.filter((code) => code !== 'objectiveTooLong'));
      }),
    );
  });

  test.each(['', ' ', '\n\t', '\u00a0'])('a blank text has nothing to say about it: %j', (blank) => {
    for (const kind of WORDING_KINDS) expect(adviseOn(blank, kind)).toEqual([]);
  });

  test('a text of 50,000 characters is answered at once', () => {
    const began = performance.now();
    for (const part of ['x', 'a ', '9', '9 9', '1.1', 'เ', 'สาม', '- ', "a'", ' \n']) for (const kind of WORDING_KINDS) adviseOn(part.repeat(50_000 / part.length), kind);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
