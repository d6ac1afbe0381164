/** The library of examples and guidance: as much as was promised, the same in every language, and examples that score as they say. */
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { HELPER_QUESTIONS, libraryFor, type KeyResultExample, type KpiExample, type ObjectiveExample } from '../../sidebar/library/library';
import { FREQUENCIES, LANGUAGES, MEASURES, type Language } from '../../src/model/words';
import { measureContradicts, score } from '../../src/rules/score';
import { adviseOn } from '../../src/rules/wording/advise';

const objectivesIn = (language: Language): ObjectiveExample[] => libraryFor(language).departments.flatMap(({ objectives }) => objectives);
const keyResultsIn = (language: Language): KeyResultExample[] => objectivesIn(language).flatMap(({ keyResults }) => keyResults);
const kpisIn = (language: Language): KpiExample[] => libraryFor(language).departments.flatMap(({ kpis }) => kpis);
const answers = [true, false].flatMap((change) => [true, false].flatMap((number) => [true, false].map((lasting) => ({ change, number, lasting }))));
const outcomesIn = (language: Language) => answers.map((each) => libraryFor(language).guidance.helper.outcome(each));

/** Every text that people read, each with where it stands. */
function textsIn(language: Language): [place: string, text: string][] {
  const { departments, guidance } = libraryFor(language);
  return [
    ...departments.map(({ id, name }): [string, string] => [id, name]),
    ...objectivesIn(language).map(({ id, text }): [string, string] => [id, text]),
    ...[...keyResultsIn(language), ...kpisIn(language)].map(({ id, text }): [string, string] => [id, text]),
    ...Object.entries(guidance.questions).flatMap(([step, questions]) => questions.map((text, index): [string, string] => [`${step} ${index + 1}`, text])),
    ...Object.entries(guidance.helper.questions),
    ...outcomesIn(language).flatMap(({ title, text }): [string, string][] => [[title, title], [title, text]]),
    ...guidance.pairs.flatMap(({ id, bad, good, why }): [string, string][] => [[`${id} bad`, bad], [`${id} good`, good], [`${id} why`, why]]),
  ];
}
/** What stands beside the texts and may repeat. */
const besideIn = (language: Language): string[] => [...[...keyResultsIn(language), ...kpisIn(language)].flatMap(({ unit, source }) => [unit, source]), ...kpisIn(language).map(({ timeFrame }) => timeFrame)];

const NOT_BREAKING = '\u00a0';
const MARKS: Record<Language, { readonly group: string; readonly decimal: string }> = {
  en: { group: ',', decimal: '.' },
  th: { group: ',', decimal: '.' },
  vi: { group: '.', decimal: ',' },
  pl: { group: NOT_BREAKING, decimal: ',' },
};

/** A number as the language writes it. Polish groups the digits of a number only from five of them on. */
function written(value: number, language: Language): string {
  const { group, decimal } = MARKS[language];
  const [whole = '', fraction] = String(value).split('.');
  const grouped = language === 'pl' && whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
}

/** The numbers in a text, read as the language writes them. */
function numbersIn(text: string, language: Language): number[] {
  const { group, decimal } = MARKS[language];
  const found = text.match(/\d(?:[\d.,\u00a0]*\d)?/g) ?? [];
  return found.map((one) => Number(one.replaceAll(group, '').replace(decimal, '.'))).sort((a, b) => a - b);
}

const scoreOf = ({ start, target, measure }: KeyResultExample, current: number): number | undefined => {
  const answer = score(start, target, current, measure);
  return answer && 'score' in answer ? answer.score : undefined;
};

describe.each(LANGUAGES)('the library in %s', (language) => {
  test('has at least four objectives with three key results and four KPIs for each of seven departments', () => {
    const { departments } = libraryFor(language);
    expect(departments.map(({ id }) => id)).toEqual(['product', 'engineering', 'marketing', 'sales', 'success', 'people', 'finance']);
    for (const { id, objectives, kpis } of departments) {
      expect(objectives.length, id).toBeGreaterThanOrEqual(4);
      expect(kpis.length, id).toBeGreaterThanOrEqual(4);
      for (const { id: objective, keyResults } of objectives) expect(keyResults.length, objective).toBeGreaterThanOrEqual(3);
    }
  });

  test('uses all five measures in every department, and every frequency somewhere', () => {
    for (const { id, objectives } of libraryFor(language).departments) {
      const used = new Set(objectives.flatMap(({ keyResults }) => keyResults.map(({ measure }) => measure)));
      expect([...used].sort(), id).toEqual([...MEASURES].sort());
    }
    expect(new Set(kpisIn(language).map(({ frequency }) => frequency))).toEqual(new Set(FREQUENCIES));
  });

  test('has no digit in an objective, and none longer than people remember', () => {
    for (const { id, text } of objectivesIn(language)) {
      expect(text, id).not.toMatch(/\p{Nd}/u);
      expect(Array.from(text).length, id).toBeLessThanOrEqual(100);
    }
  });

  test('scores every key result 0 at its start and 1 at its target, and no measure contradicts its numbers', () => {
    for (const one of keyResultsIn(language)) {
      expect([scoreOf(one, one.start), scoreOf(one, one.target)], one.id).toEqual([0, 1]);
      expect(measureContradicts(one.start, one.target, one.measure), one.id).toBe(false);
    }
  });

  test('names start and target in the text of every key result; a milestone names its parts, from 0', () => {
    for (const { id, text, measure, start, target } of keyResultsIn(language)) {
      const numbers = numbersIn(text, language);
      if (measure === 'Milestone') {
        expect(numbers, id).toHaveLength(2);
        expect(numbers[0], id).toBe(0);
        expect(numbers[1], id).toBeGreaterThan(1);
      } else {
        for (const value of [start, target]) {
          expect(numbers, id).toContain(value);
          expect(text, id).toContain(written(value, language));
        }
      }
    }
  });

  test('gives every key result a unit and a source, every KPI its four parts', () => {
    for (const { id, unit, source } of keyResultsIn(language)) expect([unit.trim(), source.trim()].includes(''), id).toBe(false);
    for (const { id, unit, target, timeFrame, source, frequency } of kpisIn(language)) {
      expect([unit.trim(), timeFrame.trim(), source.trim(), frequency].includes(''), id).toBe(false);
      expect(Number.isFinite(target), id).toBe(true);
    }
  });

  test('is worded as the add-on itself advises', () => {
    for (const { id, text } of objectivesIn(language)) expect(adviseOn(text, 'objective'), id).toEqual([]);
    for (const { id, text } of keyResultsIn(language)) expect(adviseOn(text, 'key result'), id).toEqual([]);
    for (const { id, about, good } of libraryFor(language).guidance.pairs) if (about !== 'kpi') expect(adviseOn(good, about), id).toEqual([]);
  });

  test('says nothing twice', () => {
    const seen = new Map<string, string>();
    for (const [place, text] of textsIn(language)) {
      const same = text.toLowerCase().replace(/[\s.]+/g, ' ').trim();
      expect(seen.get(same), `${place}: ${text}`).toBeUndefined();
      seen.set(same, place);
    }
  });

  test('is typed with care: no straight quotes, no blanks too many, no full stop after a title or an example', () => {
    for (const text of [...textsIn(language).map(([, one]) => one), ...besideIn(language)]) {
      expect(text).toBe(text.trim().normalize('NFC'));
      expect(text).not.toMatch(/['"<>]| {2}/);
      expect(text.includes('„'), text).toBe(language === 'pl' && text.includes('”'));
    }
    for (const { text } of [...objectivesIn(language), ...keyResultsIn(language), ...kpisIn(language)]) expect(text).not.toMatch(/\.$/);
  });

  test('has guiding questions for each step, three questions with an outcome for each way to answer them, pairs with a reason', () => {
    const { questions, helper, pairs } = libraryFor(language).guidance;
    for (const step of ['objective', 'keyResults', 'kpis'] as const) expect(questions[step].length, step).toBeGreaterThanOrEqual(3);
    expect(Object.keys(helper.questions)).toEqual([...HELPER_QUESTIONS]);
    expect(outcomesIn(language).map(({ text }) => text.length > 40)).toEqual(Array<boolean>(8).fill(true));
    expect(pairs.length).toBeGreaterThanOrEqual(6);
    expect(new Set(pairs.map(({ about }) => about))).toEqual(new Set(['objective', 'key result', 'kpi']));
    for (const { id, about, good, why } of pairs) {
      expect(/\p{Nd}/u.test(good), id).toBe(about !== 'objective');
      expect(Array.from(why).length, id).toBeLessThanOrEqual(90);
    }
  });
});

test('the helper tells a passing step from a result, and a result from a figure to watch', () => {
  const { outcome } = libraryFor('en').guidance.helper;
  expect(outcome({ change: true, number: true, lasting: false }).verdict).toBe('key result');
  expect(outcome({ change: true, number: true, lasting: true }).verdict).toBe('both');
  expect(outcome({ change: true, number: false, lasting: false }).verdict).toBe('objective');
  expect(outcome({ change: false, number: true, lasting: true }).verdict).toBe('kpi');
  expect(outcome({ change: false, number: false, lasting: false }).verdict).toBe('action');
  expect(outcome({ change: false, number: false, lasting: true }).verdict).toBe('neither');
});

describe.each(['th', 'vi', 'pl'] as const)('%s beside English', (language) => {
  test('has the same ids, kinds and measures in the same order', () => {
    const shape = (of: Language) => [
      ...objectivesIn(of).map(({ id, kind }) => [id, kind]),
      ...keyResultsIn(of).map(({ id, measure }) => [id, measure]),
      ...kpisIn(of).map(({ id, measure, frequency, span }) => [id, measure, frequency, span]),
      ...libraryFor(of).guidance.pairs.map(({ id, about }) => [id, about]),
      ...Object.entries(libraryFor(of).guidance.questions).map(([step, questions]) => [step, questions.length]),
    ];
    expect(shape(language)).toEqual(shape('en'));
  });

  test('has the same numbers, except for money, which has its own', () => {
    const english = [...keyResultsIn('en'), ...kpisIn('en')];
    [...keyResultsIn(language), ...kpisIn(language)].forEach((one, index) => {
      const other = english[index];
      if (!other) throw new Error(`${one.id} is not in English.`);
      const isMoney = other.unit.includes('$');
      expect(one.target !== other.target, one.id).toBe(isMoney);
      expect(one.unit.includes('$'), one.id).toBe(false);
      if (!isMoney) expect(numbersIn(one.text, language), one.id).toEqual(numbersIn(other.text, 'en'));
    });
  });

  test('has no English left', () => {
    const english = new Set([...textsIn('en').map(([, text]) => text), ...besideIn('en')]);
    const shared = new Set(['%', 'CRM', 'Marketing', 'KPI']); // the same word in both
    const names = /OKR-ów|\b(?:OKR|KPI|CRM|NPS|HR|LINE OA|Zalo OA|KSeF|e-ZLA|RODO)\b/g;
    for (const text of [...textsIn(language).map(([, one]) => one), ...besideIn(language)]) {
      if (!shared.has(text)) expect(english.has(text), text).toBe(false);
      const rest = text.replace(names, '');
      if (language === 'th') expect(rest, text).not.toMatch(/[a-z]/i);
      expect(rest, text).not.toMatch(/\b(?:the|and|of|with|from|your|our|that|which|is|are|for|share|rises?|falls?|customers?|least|users?|days?|hours?|points?)\b/i);
    }
  });

  test('has its own letters in every longer text', () => {
    const own = { th: /[\u0e01-\u0e4e]/, vi: /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i, pl: /[ąćęłńóśźż]|\b(?:do|na|po|w|z|od|nas|nie|jest|się)\b/i }[language];
    for (const [, text] of textsIn(language)) if (text.length > 40) expect(text).toMatch(own);
  });
});

test('the sidebar carries all four languages in less than 200 kB', async () => {
  const result = await build({ entryPoints: ['sidebar/library/library.ts'], bundle: true, minify: true, write: false, format: 'esm', target: 'es2020', charset: 'utf8', logLevel: 'silent' });
  const size = result.outputFiles[0]?.contents.length ?? Infinity;
  expect(size).toBeLessThan(200_000);
});
