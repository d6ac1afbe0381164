/** Numbers as people type them, read as the spreadsheet's locale has them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalMarkOf, numberTyped, percentIn, valueTyped } from '../../../src/app/form/typed';

test.each([
  ['pl_PL', ','], ['vi_VN', ','], ['de', ','], ['de_CH', '.'], ['en_US', '.'], ['th_TH', '.'], ['es_MX', '.'], ['es_ES', ','], ['', '.'],
])('%s writes its decimals after "%s"', (locale, mark) => {
  expect(decimalMarkOf(locale)).toBe(mark);
});

describe('a text that can be read in one way only is read so everywhere', () => {
  test.each([
    ['42', 42], [' 42 ', 42], ['-3', -3], ['−3', -3], ['+7', 7], ['0', 0], ['-0', 0], ['12.5', 12.5], ['12,5', 12.5], ['0,125', 0.125], ['0.125', 0.125],
    ['1.234,5', 1234.5], ['1,234.5', 1234.5], ['1.234.567', 1234567], ['1,234,567', 1234567], ['1 234', 1234], ['1\u00a0234\u202f567', 1234567], ["1'234", 1234],
    ['1 234,5', 1234.5], ['45%', 0.45], ['45 %', 0.45], ['12,5%', 0.125], ['-5%', -0.05], ['๔๕', 45], ['๑,๒๓๔.๕', 1234.5], ['１２', 12], ['$1,200.50', 1200.5],
    ['฿450', 450], ['1 200 zł', 1200], ['450 ₫', 450], ['1.200,00 €', 1200], ['.5', 0.5], [',5', 0.5], ['5.', 5], ['007', 7],
  ])('%s is %d', (text, value) => {
    for (const mark of ['.', ','] as const) expect(numberTyped(text, mark)).toBe(value);
  });
});

test.each([['1,234', 1234, 1.234], ['1.234', 1.234, 1234], ['999.999', 999.999, 999999], ['12.345%', 0.12345, 123.45]])('%s is %d with a point and %d with a comma', (text, point, comma) => {
  expect([numberTyped(text, '.'), numberTyped(text, ',')]).toEqual([point, comma]);
});

test.each(['', ' ', 'abc', '5 apples', '1.2.3', '1,2,3', '1..2', '12.34,56.7', '1,23.4', '--5', '5-', '%', '1e5', '=5', '0x10', '1/2', '2026-12-31', '12:30', 'Infinity', 'NaN', '1 23', '1 2345'])(
  '%s is no number',
  (text) => {
    expect([numberTyped(text, '.'), numberTyped(text, ',')]).toEqual([undefined, undefined]);
  },
);

test('whatever is typed is a finite number or none, and a number comes back as it was written in either way', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    const read = numberTyped(text, ',');
    expect(read === undefined || Number.isFinite(read)).toBe(true);
  }));
  fc.assert(fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
    const groups = String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, '.');
    const value = (whole < 0 ? -1 : 1) * Number(`${Math.abs(whole)}.${String(cents).padStart(2, '0')}`);
    expect(numberTyped(`${whole < 0 ? '-' : ''}${groups},${String(cents).padStart(2, '0')}`, ',')).toBe(value === 0 ? 0 : value);
  }));
});

test('per cent are points where the unit says so and the figures are counted in points', () => {
  expect([percentIn('%', 0, 60), percentIn('%', 0.1, 0.6), percentIn('', 0, 60), percentIn('%', undefined, null)]).toEqual(['points', 'share', 'share', 'share']);
  expect([numberTyped('45%', '.', 'points'), numberTyped('45%', '.', 'share')]).toEqual([45, 0.45]);
});

test('a milestone takes its words, a share or a tick, and nothing else', () => {
  const read = (text: string) => valueTyped(text, 'Milestone', ',', 'share');
  expect(['done', 'Gotowe', 'เสร็จแล้ว', 'chưa xong', '50%', '0,5', '1', 'TRUE', '', ' '].map(read)).toEqual([1, 1, 1, 0, 0.5, 0.5, 1, 1, null, null]);
  expect(['soon', '7', '-1'].map(read)).toEqual([undefined, undefined, undefined]);
});
