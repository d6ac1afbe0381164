/** OKR_CHECK: lines with signs, kinds and languages as people write them, ranges, and what it refuses. */
import { describe, expect, test } from 'vitest';
import { OKR_CHECK } from '../../src/functions/check';
import { LANGUAGES } from '../../src/model/words';
import { wordingText } from '../../src/report/wording';

const BY_20 = 'Increase sales by 20 %';

test('each finding is a line, what must change first', () => {
  expect(OKR_CHECK('Improve customer satisfaction', 'key result')).toBe(
    [`✖ ${wordingText({ code: 'keyResultNoNumber', facts: {} }, 'en')}`, `△ ${wordingText({ code: 'keyResultVague', facts: { words: 'Improve' } }, 'en')}`].join('\n'),
  );
  expect(OKR_CHECK(BY_20, 'objective')).toBe('✖ An objective carries no number: move “20 %” to a key result, and say in words what will be different.');
  expect(OKR_CHECK(BY_20, 'key result')).toBe('△ A per cent needs its whole: “20 %” of what, and from what? Write for example “from 60 % to 75 % of orders”.');
});

test.each(['', '  ', null, undefined])('blank text gives blank: %j', (text) => {
  expect(OKR_CHECK(text, 'objective')).toBe('');
  expect(OKR_CHECK(text, 'key result', 'th')).toBe('');
});

test('a well-put text gives blank', () => {
  expect(OKR_CHECK('Give nurses their evenings back', 'objective')).toBe('');
  expect(OKR_CHECK('Repeat orders rise from 40 to 60 a week', 'key result')).toBe('');
});

test.each(['objective', 'Objective', ' OBJECTIVES ', 'o', 'Cel', 'mục tiêu', 'วัตถุประสงค์'])('%s is the kind of an objective', (kind) => {
  expect(OKR_CHECK(BY_20, kind)).toBe(OKR_CHECK(BY_20, 'objective'));
});

test.each(['key result', 'Key Result', 'key_result', 'key-results', 'KR', 'Kluczowy rezultat', 'kết quả then chốt', 'ผลลัพธ์หลัก'])('%s is the kind of a key result', (kind) => {
  expect(OKR_CHECK(BY_20, kind)).toBe(OKR_CHECK(BY_20, 'key result'));
});

describe('the language of the advice', () => {
  test('is the one asked for, whatever the text is written in', () => {
    const polish = 'Zwiększyć sprzedaż o 20%';
    const answers = LANGUAGES.map((language) => OKR_CHECK(polish, 'key result', language));
    expect(answers).toEqual(LANGUAGES.map((language) => `△ ${wordingText({ code: 'percentageNoBase', facts: { words: '20%' } }, language)}`));
    expect(new Set(answers).size).toBe(LANGUAGES.length);
    expect(OKR_CHECK(polish, 'key result')).toBe(answers[0]);
  });

  test.each([['pl_PL', 'pl'], ['Tiếng Việt', 'vi'], ['THAI', 'th'], ['', 'en'], [null, 'en']])('%j is %s', (said, language) => {
    expect(OKR_CHECK(BY_20, 'objective', said)).toBe(OKR_CHECK(BY_20, 'objective', language));
  });
});

test('ranges of equal shape give a range; a cell that cannot be used is blank', () => {
  const texts = [[BY_20, 'Give nurses their evenings back'], ['', '#REF!'], [true, 'Be the best']];
  const kinds = [['objective', 'objective'], ['objective', 'objective'], ['objective', 'chapter']];
  expect(OKR_CHECK(texts, kinds)).toEqual([[OKR_CHECK(BY_20, 'objective'), ''], ['', ''], ['', '']]);
  expect(OKR_CHECK([[BY_20], ['']], 'key result', 'vi')).toEqual([[OKR_CHECK(BY_20, 'key result', 'vi')], ['']]);
  expect(() => OKR_CHECK([['a'], ['b']], [['objective']])).toThrow('The ranges must have the same number of rows and columns.');
});

test.each<[unknown, unknown, unknown, string]>([
  ['Win', '', undefined, 'The kind is blank, and it is needed here: objective or key result.'],
  ['Win', 'chapter', undefined, 'The kind should be objective or key result, but it is "chapter".'],
  ['Win', 7, undefined, 'The kind should be objective or key result, but it is "7".'],
  ['#N/A', 'objective', undefined, 'The text is the error #N/A.'],
  [true, 'objective', undefined, 'The text should be words, but it is true.'],
  [new Date(0), 'objective', undefined, 'The text should be words, but it is a date.'],
  ['Win', 'objective', 'Klingon', 'The language should be one of en, th, vi, pl, but it is "Klingon".'],
])('%j as %j in %j is refused in a sentence', (text, kind, language, sentence) => {
  expect(() => OKR_CHECK(text, kind, language)).toThrow(sentence);
});

test('a number is looked at as text', () => {
  expect(OKR_CHECK(42, 'objective')).toContain('“42”');
});
