/** What people and Google call a language. */
import { expect, test } from 'vitest';
import { toLanguage } from '../../src/model/language';

test.each([
  ['en', 'en'],
  ['EN_GB', 'en'],
  ['th', 'th'],
  ['th_TH', 'th'],
  ['vi-VN', 'vi'],
  [' pl_PL ', 'pl'],
  ['Polski', 'pl'],
  ['polish', 'pl'],
  ['Tiếng Việt', 'vi'],
  ['ไทย', 'th'],
  ['Thai', 'th'],
  ['English', 'en'],
])('%j is the language %s', (text, language) => {
  expect(toLanguage(text)).toBe(language);
});

test.each(['', 'de', 'plural', 'enormous', '__proto__', 'constructor', 'ไ'])('%j is none of ours', (text) => {
  expect(toLanguage(text)).toBeUndefined();
});
