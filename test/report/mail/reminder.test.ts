/** The reminder: one person's due key results, what an objective's owner is told, and the note on the cell. */
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/model/words';
import { reminder, reviewNote } from '../../../src/report/mail/reminder';
import type { KeyResultConclusion } from '../../../src/rules/keyResults';
import { keyResultConcluder } from '../../../src/rules/keyResults';
import { checkIn, day, keyResult, objective, settings } from '../../examples/okrs';

const set = settings({ cycleName: '2026-Q4' });
const checkIns = [checkIn({ value: 48, day: day('2026-11-01') }), checkIn({ value: 50, day: day('2026-11-08') }), checkIn({ value: 99, day: day('2026-11-20') })];
const conclude = keyResultConcluder({ objectives: [objective()], checkIns, settings: set });
const link = (place?: { readonly row: number }): string => (place ? `https://sheets.example/book#${place.row}` : 'https://sheets.example/book');
const book = { settings: set, checkIns };
const sent = (due: readonly KeyResultConclusion[], missed: readonly { conclusion: KeyResultConclusion; reviews: number }[] = [], language: (typeof LANGUAGES)[number] = 'en') =>
  reminder({ book, due, missed, language, link });
const renewals = conclude(keyResult({ unit: 'plans' }));

describe('a key result that is due', () => {
  test('is told with last value, age, expected value, target, needed pace, due day and its row', () => {
    const { subject, text } = sent([renewals]);
    expect(subject).toBe('2026-Q4: 1 key result waits for your check-in');
    expect(text).toBe(`Your check-in
2026-Q4 · Sun 15 Nov 2026
Please enter the value of today and how sure you are, from 1 to 5. In the sidebar, “Check in” takes a minute.
● O1.1 Renewals rise from 0 to 100
  last value 50 plans · 7 days ago · expected by now 49 plans · target 100 plans · needed per week 7.6 plans · due Thu 31 Dec 2026
  https://sheets.example/book#3

Open the spreadsheet: https://sheets.example/book

────────────────────────
OKR Sheets made this mail from your spreadsheet. Every number in it comes from there.`);
  });

  test('that nobody ever checked in says so', () => {
    expect(sent([conclude(keyResult({ id: 'O1.9', current: undefined }))]).text).toContain('\n  no check-in yet · expected by now 49 · target');
  });

  test('that is a milestone or a limit is expected as a score, in which no unit would make sense', () => {
    const milestone = conclude(keyResult({ measure: 'Milestone', start: undefined, target: undefined, current: 0.67 }));
    const limit = conclude(keyResult({ id: 'O1.3', measure: 'At least', start: 90, target: 97, current: 95, unit: '%' }));
    const { text } = sent([milestone, limit]);
    expect(text).toContain('days ago · score expected by now 0.49');
    expect(text).toContain('last value 95% · no check-in yet · score expected by now 0.49 · target 97%');
  });

  test('whose check-ins add up shows the total, not the last part', () => {
    expect(sent([conclude(keyResult({ reading: 'sum', current: 98 }))]).text).toContain('last value 98 ');
  });

  test('and checked in on this very day is not told to be old', () => {
    const today = keyResultConcluder({ objectives: [], checkIns: [checkIn({ day: day('2026-11-15') })], settings: set })(keyResult());
    expect(sent([today]).text).toContain('checked in today');
  });
});

describe('the owner of an objective', () => {
  test('is told one line per key result whose owner let reviews pass', () => {
    const { subject, text } = sent([], [{ conclusion: conclude(keyResult({ owner: 'bo@example.com' })), reviews: 3 }]);
    expect(subject).toBe('2026-Q4: 1 key result of your objectives missed its check-ins');
    expect(text).toContain('Nobody has checked in\n────────────────────────\n● O1.1 Renewals rise from 0 to 100\n  missed 3 reviews · bo\n');
    expect(text).not.toContain('Please enter');
  });

  test('who has own key results due too gets both in one mail', () => {
    const { subject, text } = sent([renewals], [{ conclusion: conclude(keyResult({ id: 'O1.2', row: 4 })), reviews: 1 }]);
    expect(subject).toContain('waits for your check-in');
    expect(text.indexOf('O1.1')).toBeLessThan(text.indexOf('missed 1 review ·'));
  });
});

test.each([
  ['en', '2026-Q4: 5 key results wait for your check-in'],
  ['th', '2026-Q4: มีผลลัพธ์หลัก 5 ข้อรอคุณเช็กอิน'],
  ['vi', '2026-Q4: 5 kết quả then chốt đang chờ bạn check-in'],
  ['pl', '2026-Q4: 5 kluczowych rezultatów czeka na Twój check-in'],
] as const)('the subject counts in the language %s', (language, subject) => {
  expect(sent(Array.from({ length: 5 }, () => renewals), [], language).subject).toBe(subject);
});

test('the note on a cell asks for value and confidence, and shows the last value', () => {
  expect(reviewNote(renewals, day('2026-11-15'), 'en')).toBe('In review since 2026-11-15: please check in the value of today and how sure you are, from 1 to 5.\nlast value 50 plans');
  expect(reviewNote(conclude(keyResult({ current: undefined })), day('2026-11-15'), 'en')).not.toContain('\n');
  expect(new Set(LANGUAGES.map((language) => reviewNote(renewals, day('2026-11-15'), language))).size).toBe(4);
});
