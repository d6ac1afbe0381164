/** Numbers as mails show them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toScore } from '../../../src/model/units';
import { LANGUAGES } from '../../../src/model/words';
import { gapText, moveText, numberText, scoreText, valueText } from '../../../src/report/mail/figures';

test.each([
  [undefined, '–'], [0, '0.00'], [0.001, '0.01'], [0.624, '0.62'], [0.996, '0.99'], [1, '1.00'],
])('the score %j is shown as %s', (score, shown) => {
  expect(scoreText(score === undefined ? undefined : toScore(score), 'en')).toBe(shown);
});

test.each([
  [0.566, 0.624, '+0.05'], [0.5, 0.2, '−0.30'], [0.501, 0.503, ''], [0.996, 1, '+0.01'],
])('from %j to %j is %j, as readers who subtract find it', (from, to, shown) => {
  expect(moveText({ from: toScore(from), to: toScore(to) }, 'en')).toBe(shown);
});

test('what is shown of two scores and of the move between them adds up', () => {
  const score = fc.double({ min: 0, max: 1, noNaN: true }).map(toScore);
  fc.assert(
    fc.property(score, score, (from, to) => {
      const [a, b, by] = [scoreText(from, 'en'), scoreText(to, 'en'), moveText({ from, to }, 'en').replace('−', '-') || '0'].map(Number) as [number, number, number];
      expect(a + by).toBeCloseTo(b, 9);
    }),
  );
});

test('what lacks to a goal is at least a hundredth', () => {
  expect([gapText(toScore(0.875), 1, 'pl'), gapText(toScore(0.699), 0.7, 'en')]).toEqual(['0,12', '0.01']);
});

describe('values', () => {
  test.each([
    [46, '46', '46'], [96.4567, '96.46', '96,46'], [-5.333333, '−5.33', '−5,33'], [0.001234, '0.00123', '0,00123'], [9999, '9999', '9999'], [850_000, '850,000', '850\u00a0000'],
    [1_234_567.891, '1,234,567.89', '1\u00a0234\u00a0567,89'], [-20_000, '−20,000', '−20\u00a0000'], [0, '0', '0'], [1e21, '1e+21', '1e+21'],
  ])('%j is %s in English and %s in Polish', (value, english, polish) => {
    expect([numberText(value, 'en'), numberText(value, 'pl')]).toEqual([english, polish]);
  });

  test('have their unit beside them, a milestone the per cent', () => {
    expect(valueText(46, { measure: undefined, unit: 'points' }, 'en')).toBe('46\u00a0points');
    expect(valueText(62.5, { measure: 'At least', unit: '%' }, 'vi')).toBe('62,5%');
    expect(valueText(0.67, { measure: 'Milestone', unit: 'x' }, 'en')).toBe('67%');
    expect(valueText(undefined, { measure: undefined, unit: 'x' }, 'en')).toBe('–');
  });

  test('are never NaN, Infinity or -0, and always say the number to a hundredth', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(...LANGUAGES), (value, language) => {
        const text = numberText(value, language);
        const plain = language === 'vi' ? text.replaceAll('.', '').replace(',', '.') : language === 'pl' ? text.replaceAll('\u00a0', '').replace(',', '.') : text.replaceAll(',', '');
        const read = Number(plain.replace('−', '-'));
        expect(text).not.toMatch(/NaN|Infinity|^−0$/);
        if (!/e/.test(text)) expect(Math.abs(read - value)).toBeLessThanOrEqual(Math.max(0.00501, Math.abs(value) * 1e-11));
      }),
    );
  });
});
