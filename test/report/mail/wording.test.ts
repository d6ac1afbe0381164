/** How mails say things: days as their readers do, small letters beside other facts, what a pinned day and an early report are, and why a status changed. */
import { describe, expect, test } from 'vitest';
import { understand } from '../../../src/app/book';
import { OKR_SUMMARY } from '../../../src/functions/summary';
import type { Day } from '../../../src/model/day';
import { LANGUAGES, type Language } from '../../../src/model/words';
import { closeReport } from '../../../src/report/mail/close';
import { digest } from '../../../src/report/mail/digest';
import { inLine } from '../../../src/report/mail/plain';
import { reminder } from '../../../src/report/mail/reminder';
import { sampleCells, understood, withSetting } from '../../examples/sample';
import { CHECK_IN, KEY_RESULT, SETTINGS, ranges, settingRows, settingsIn, type Row } from '../../examples/sheets';

const link = (): string => '';
const { book, notes } = understood();
const mailsOf = (told: typeof book, language: Language) => ({
  digest: digest({ book: told, notes, since: '2026-11-26' as Day, teams: [], language, link }),
  reminder: reminder({ book: told, due: told.keyResults, missed: [{ conclusion: told.keyResults[1]!, reviews: 3 }], language, link }),
  report: closeReport({ book: told, history: [], language, link }),
});
const mails = (language: Language) => Object.entries(mailsOf(book, language));

describe('days', () => {
  test.each<[Language, string]>([['en', 'Thu 10 Dec 2026'], ['th', 'พฤ. 10 ธ.ค. 2026'], ['vi', 'T5 10/12/2026'], ['pl', 'czw. 10 gru 2026']])('are said in mails as the reader of %s says them: %s', (language, asOf) => {
    for (const [, { subject, text, html }] of mails(language)) {
      expect(text).toContain(asOf);
      expect(html).toContain(asOf);
      expect(`${subject}${text}${html}`).not.toMatch(/\d{4}-\d\d-\d\d/);
    }
  });

  test('stay as cells have them in a cell', () => {
    const cells = sampleCells();
    const text = OKR_SUMMARY(cells.objectives, cells.keyResults, cells.settings, cells.checkIns);
    expect(text).toContain('2026-Q4 · as of 2026-12-10');
    expect(text).not.toContain('Dec');
  });
});

describe('a day that somebody has pinned is told to be so', () => {
  const pinned = { ...book, settings: { ...book.settings, asOfPinned: true } };
  const words: Readonly<Record<Language, string>> = { en: 'pinned', th: 'ตรึงวันที่ไว้', vi: 'ngày cố định', pl: 'dzień ustalony na stałe' };

  test.each(LANGUAGES)('in each mail in the language %s, and only then', (language) => {
    for (const [, { text }] of Object.entries(mailsOf(pinned, language))) expect(text.split('\n').slice(0, 3).join('\n')).toMatch(new RegExp(`2026 \\(${words[language]}\\)\n`));
    for (const [, { text }] of mails(language)) expect(text).not.toContain(words[language]);
  });

  test('in a cell that sums up', () => {
    const cells = ranges();
    const sums = (as_of_pinned: string): string => OKR_SUMMARY(cells.objectives, cells.keyResults, settingsIn({ as_of_pinned }), cells.checkIns);
    expect(sums('yes')).toContain('as of 2026-11-15 (pinned)\n');
    expect(sums('không')).toContain('as of 2026-11-15\n');
  });
});

/** Statuses begin with their sign; names, ids and labels of closed lists are told as they are written. */
test.each(LANGUAGES)('whatever stands beside other facts begins small, in the language %s', (language) => {
  const names = new Set([...book.objectives.map(({ objective }) => objective.owner), ...book.keyResults.map(({ owner }) => owner)].map((owner) => owner.replace(/@.*/, '')));
  const spelled = /^(?:T[2-7]|CN|Mon|Tue|Wed|Thu|Fri|Sat|Sun) /; // days
  for (const [kind, { text }] of mails(language)) {
    const facts = text.split('\n').flatMap((line) => (line.startsWith('  ') ? line.trim().split(' · ') : line.split(' · ').slice(1)));
    expect(facts.length).toBeGreaterThan(kind === 'report' ? 20 : 100);
    expect(facts.filter((fact) => /^\p{Lu}/u.test(fact) && !names.has(fact) && !spelled.test(fact))).toEqual([]);
  }
});

test.each([['No check-in', 'no check-in'], ['Đã 31 ngày', 'đã 31 ngày'], ['KPI K1 is low', 'KPI K1 is low'], ['0.1 behind', '0.1 behind'], ['', '']])('%j within a line is %j', (alone, within) => {
  expect(inLine(alone)).toBe(within);
});

describe('a status that changed while the score did not', () => {
  /** Sends the digest of one key result whose last value, 50 of 40 to 60, stands since `at`. */
  function changed(language: Language, at: string, keyResult: Row = {}, asOf = '2026-12-01') {
    const cells = ranges({ keyResults: [{ ...KEY_RESULT, ...keyResult }], checkIns: [{ ...CHECK_IN, at }], kpis: [], settings: settingRows({ ...SETTINGS, as_of: asOf }) });
    return digest({ book: understand((table) => (table === 'history' ? [] : cells[table])), notes: [], since: '2026-11-15' as Day, teams: [], language, link }).text;
  }

  test.each<[Language, string]>([
    ['en', '● On track → ▲ At risk · still 0.50, but the plan moved on · ana'],
    ['th', '● ตามแผน → ▲ มีความเสี่ยง · ยังคง 0.50 แต่แผนเดินหน้าไปแล้ว · ana'],
    ['vi', '● Đúng tiến độ → ▲ Có rủi ro · vẫn 0,50, nhưng kế hoạch đã đi tiếp · ana'],
    ['pl', '● Zgodnie z planem → ▲ Zagrożony · nadal 0,50, ale plan poszedł naprzód · ana'],
  ])('says in the language %s that the plan moved on', (language, line) => {
    expect(changed(language, '2026-11-14')).toContain(line);
  });

  test('says what else it is when the plan alone would not have changed it', () => {
    expect(changed('en', '2026-11-02', { due_date: '2027-06-30' }, '2026-11-30').split('Changed status')[1]).toMatch(/● On track → ▲ At risk · 0\.50 \(unchanged\) · no check-in for 28 days · ana/);
  });
});

describe('the report of a cycle', () => {
  const at = (asOf: string, language: Language, cycleEnd: Day | undefined = '2026-12-31' as Day) => {
    const told = understood(withSetting(sampleCells(), 'as_of', asOf)).book;
    return closeReport({ book: { ...told, settings: { ...told.settings, cycleEnd } }, history: [], language, link });
  };
  const early: Readonly<Record<Language, [RegExp, RegExp]>> = { en: [/: score so far 0/, /^Score so far: 0/m], th: [/: คะแนนจนถึงตอนนี้ 0/, /^คะแนนจนถึงตอนนี้: 0/m], vi: [/: điểm đến nay 0/, /^Điểm đến nay: 0/m], pl: [/: dotychczasowy wynik 0/, /^Dotychczasowy wynik: 0/m] };
  const final: Readonly<Record<Language, [RegExp, RegExp]>> = { en: [/: final score 0/, /^Final score: 0/m], th: [/: คะแนนสุดท้าย 0/, /^คะแนนสุดท้าย: 0/m], vi: [/: điểm cuối kỳ 0/, /^Điểm cuối kỳ: 0/m], pl: [/: wynik końcowy 0/, /^Wynik końcowy: 0/m] };

  test.each(LANGUAGES)('calls the score final from the last day on and not before, in the language %s', (language) => {
    for (const [mail, words] of [[at('2026-12-30', language), early], [at('2026-12-31', language), final], [at('2027-01-04', language), final]] as const) {
      expect(mail.subject).toMatch(words[language][0]);
      expect(mail.text).toMatch(words[language][1]);
    }
  });

  test('that is closed has no last day to wait for', () => {
    expect(closeReport({ book: { ...book, settings: { ...book.settings, asOf: '2026-12-10' as Day, cycleEnd: undefined } }, history: [], language: 'en', link }).subject).toContain('final score');
  });
});

test('Vietnamese counts with a stroke, and Polish says how long nobody checked in', () => {
  const { digest: vi, report } = mailsOf(book, 'vi');
  expect(vi.text).toContain('KR có điểm: 27/30\n');
  expect(vi.text).toContain('\n26/30 kết quả');
  expect(report.subject).toContain('đạt 0/10 mục tiêu');
  for (const [, { subject, text }] of mails('vi')) expect(`${subject}${text}`).not.toMatch(/\d trên \d/);
  expect(mailsOf(book, 'pl').digest.text).toContain('Dawno bez check-inu');
});
