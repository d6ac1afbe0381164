/** Single cells as people write them: numbers, days, choices, lights, numbers before a text. */
import { describe, expect, test } from 'vitest';
import { writtenDay } from '../../../src/rows/foreign/days';
import { meanings } from '../../../src/rows/foreign/headings';
import { numbered } from '../../../src/rows/foreign/numbering';
import { markOfLocale, written } from '../../../src/rows/foreign/numbers';
import { choiceOf, lightOf, standsForNothing } from '../../../src/rows/foreign/values';
import { KINDS, LANGUAGES, LEVELS, MEASURES, PRIORITIES, READINGS } from '../../../src/model/words';
import { say, type Word } from '../../../src/report/vocabulary';
import { isPlainId } from '../../../src/rows/sourceIds';

describe('a number', () => {
  test.each<[string, number]>([
    ['1.234,5', 1234.5], ['1,234.5', 1234.5], ['1 234,5', 1234.5], ['1\u00a0234\u202f567', 1234567], ["1'234.50", 1234.5], ['12.345.678', 12345678], ['12,34,567', 1234567],
    ['1,5', 1.5], ['0,125', 0.125], ['1234,567', 1234.567], ['.5', 0.5], ['-3,5', -3.5], ['−7', -7], ['(1,200.50)', -1200.5], ['+20%', 20], ['๑,๒๓๔.๕', 1234.5],
    ['฿1,200,000', 1200000], ['$ 5', 5], ['-$5', -5], ['250 000 zł', 250000], ['EUR 1.200.000', 1200000], ['1,2 mln', 1200000], ['2 tỷ', 2e9], ['5k', 5000], ['1.5M', 1500000], ['45 days', 45], ['๓ ล้าน', 3e6],
  ])('%s is %d', (text, value) => {
    expect(written(text)?.value).toBe(value);
  });

  test.each(['about 40', '10-20', '3/10', '12.05.2026', '1,2,3', '12 34', '1.2.3', '', 'x', '5 of 10', '1e5', '١٢'])('%s is none', (text) => {
    expect(written(text)).toBeUndefined();
  });

  test('with three digits behind its only mark it can be two, unless its first digit is 0', () => {
    expect(written('1.234')).toMatchObject({ either: { '.': 1.234, ',': 1234 } });
    expect(written('-12,500')).toMatchObject({ either: { '.': -12500, ',': -12.5 } });
    expect(written('0.234')?.value).toBe(0.234);
  });

  test('brings its percent sign, its unit and its comparison', () => {
    expect(written('45 %')).toMatchObject({ value: 45, isPercent: true, unit: '%' });
    expect(written('90 phần trăm')).toMatchObject({ value: 90, isPercent: true });
    expect(written('≥ 90 points')).toMatchObject({ value: 90, unit: 'points', comparison: 'At least' });
    expect(written('<=2')).toMatchObject({ value: 2, comparison: 'At most' });
  });

  test('the locale says which mark is usual', () => {
    expect(['pl_PL', 'vi_VN', 'de', 'de_CH', 'th_TH', 'en_GB', 'es_MX', 'es_ES'].map(markOfLocale)).toEqual([',', ',', ',', '.', '.', '.', '.', ',']);
  });
});

describe('a day', () => {
  test.each<[string, string]>([
    ['2026-12-31', '2026-12-31'], ['2026/1/5', '2026-01-05'], ['31.12.2026', '2026-12-31'], ['31.12.2026 r.', '2026-12-31'], ['31-12-26', '2026-12-31'], ['31/12/2569', '2026-12-31'], ['๓๑/๑๒/๖๙', '2026-12-31'],
    ['31 ธ.ค. 69', '2026-12-31'], ['31 ธันวาคม พ.ศ. 2569', '2026-12-31'], ['วันที่ 1 ตุลาคม 2569', '2026-10-01'], ['31 Dec 2026', '2026-12-31'], ['Dec 31, 2026', '2026-12-31'], ['December 1st, 2026', '2026-12-01'],
    ['Thursday, 31 December 2026', '2026-12-31'], ['31 grudnia 2026 r.', '2026-12-31'], ['31 gru 2026', '2026-12-31'], ['ngày 31 tháng 12 năm 2026', '2026-12-31'], ['31 thg 12, 2026', '2026-12-31'], ['2026-12-31T10:00:00Z', '2026-12-31'],
  ])('%s is %s', (text, day) => {
    expect(writtenDay(text)).toMatchObject({ first: day, last: day });
  });

  test.each<[string, string, string]>([
    ['Q4 2026', '2026-10-01', '2026-12-31'], ['2026-Q1', '2026-01-01', '2026-03-31'], ['IV kw. 2026', '2026-10-01', '2026-12-31'], ['Quý 4/2026', '2026-10-01', '2026-12-31'], ['quý IV năm 2026', '2026-10-01', '2026-12-31'],
    ['ไตรมาส 4/2569', '2026-10-01', '2026-12-31'], ['Feb 2028', '2028-02-01', '2028-02-29'], ['tháng 11/2026', '2026-11-01', '2026-11-30'], ['listopad 2026', '2026-11-01', '2026-11-30'],
  ])('%s goes from %s to %s', (text, first, last) => {
    expect(writtenDay(text)).toMatchObject({ first, last });
  });

  test('with two small numbers it can be two days', () => {
    expect(writtenDay('03/04/2026')).toEqual({ either: { 'day first': '2026-04-03', 'month first': '2026-03-04' } });
    expect(writtenDay('04/04/2026')).toMatchObject({ first: '2026-04-04' });
    expect(writtenDay('13/04/2026')?.proves).toBe('day first');
    expect(writtenDay('04/13/2026')?.proves).toBe('month first');
  });

  test.each(['31.02.2026', '45', '2/3', 'soon', '31 Dec', 'Q5 2026', '2026', '', '13/13/2026', 'May the 4th be with you'])('%s is none', (text) => {
    expect(writtenDay(text)).toBeUndefined();
  });
});

test('choices and lights are understood in four languages, with symbols or without', () => {
  expect([choiceOf('measure', 'Lower is better'), choiceOf('measure', 'co najmniej'), choiceOf('level', 'Phòng ban'), choiceOf('priority', 'P1'), choiceOf('priority', 'สูง'), choiceOf('kind', 'Moonshot'), choiceOf('kind', 'whatever')]).toEqual([
    'Decrease', 'At least', 'Department', 'High', 'High', 'Aspirational', undefined,
  ]);
  expect(['🟢', '🟡 At risk', '● On track', 'AMBER', 'czerwony', 'đỏ', 'เหลือง', 'high risk', 'maybe'].map(lightOf)).toEqual([5, 3, 5, 3, 1, 1, 3, undefined, undefined]);
  expect(['-', '—', 'n/a', 'N/A', 'TBD', 'brak', 'chưa có', 'ไม่มี', '?', ''].every(standsForNothing)).toBe(true);
  expect(['0', 'no', 'none of them'].some(standsForNothing)).toBe(false);
});

test.each([['measure', MEASURES], ['level', LEVELS], ['priority', PRIORITIES], ['kind', KINDS], ['reading', READINGS]] as const)('every word that the add-on itself shows for %s is understood', (key, words) => {
  for (const word of words) for (const language of LANGUAGES) expect([language, choiceOf(key, say(word as Word, language))]).toEqual([language, word]);
});

test('headings are understood by their head word', () => {
  const best = (heading: string) => [...meanings(heading).keys()];
  expect(best('Key result owner')).toEqual(['owner']);
  expect(best('KR status (weekly)')).toContain('status');
  expect(best('Właściciel celu')).toEqual(['owner']);
  expect(best('người phụ trách mục tiêu')).toEqual(['owner']);
  expect(best('Muc tieu')).toContain('objective'); // without its accents
  expect(best('ผู้รับผิดชอบผลลัพธ์')).toEqual(['owner']);
  expect(best('Goal')).toEqual(['objective', 'target']);
  expect(best('Weather')).toEqual([]);
  expect(best('We want to become the objective best in the world of everything we do')).toEqual([]);
});

test('numbers before a text are seen, figures are not', () => {
  expect(numbered('O1: Grow')).toMatchObject({ kind: 'objective', id: 'O1', rest: 'Grow' });
  expect(numbered('KR 1.2 – NPS')).toMatchObject({ kind: 'key_result', id: 'KR1.2', rest: 'NPS' });
  expect(numbered('Mục tiêu 2: Lớn')).toMatchObject({ kind: 'objective', rest: 'Lớn' });
  expect(numbered('วัตถุประสงค์ที่ ๑ เติบโต')).toMatchObject({ kind: 'objective', id: 'O1', rest: 'เติบโต' });
  expect(numbered('2) Hire')).toMatchObject({ kind: undefined, id: '', rest: 'Hire', isSetOff: true });
  expect(numbered('10 shops')?.isSetOff).toBe(false); // only a list that counts on takes it for a numbering
  expect([numbered('1.5-2'), numbered('Top 10 of the world'), numbered('Grow')]).toEqual([undefined, undefined, undefined]);
  expect(['O3', 'KR1.2', 'MKT-4', 'ค1'].every(isPlainId)).toBe(true);
  expect(['1', '1.2', '', 'Objective one', '=O1', 'O 1', 'O1 '].some(isPlainId)).toBe(false);
});
