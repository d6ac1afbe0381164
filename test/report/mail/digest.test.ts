/** The digest: what it tells of a small company, to whom, and what its subject says. */
import { describe, expect, test } from 'vitest';
import { understand } from '../../../src/app/book';
import { LANGUAGES, type Language } from '../../../src/model/words';
import { digest, type DigestInput } from '../../../src/report/mail/digest';
import { recognise } from '../../../src/report/vocabulary';
import { readNotes } from '../../../src/rows/readPast';
import { day } from '../../examples/okrs';
import { ACTION, CHECK_IN, KEY_RESULT, KPI, OBJECTIVE, OTHER_CHECK_IN, OTHER_KEY_RESULT, SETTINGS, ranges, settingRows, type Row, type Workbook } from '../../examples/sheets';

const ADDRESS = 'https://sheets.example/book';
const link: DigestInput['link'] = (place) => (place ? `${ADDRESS}#${place.table}-${place.row}` : ADDRESS);

/** Two teams: Care, whose renewals moved from 44 to 50, and Sales, far behind. */
const COMPANY: Partial<Workbook> = {
  objectives: [OBJECTIVE, { ...OBJECTIVE, id: 'O2', objective: 'Dealers come back', team: 'Sales', level: 'Team', parent: 'O1', owner: 'bo@example.com' }],
  keyResults: [KEY_RESULT, OTHER_KEY_RESULT, { ...KEY_RESULT, id: 'O2.1', objective_id: 'O2', key_result: 'Orders rise from 0 to 100', start: 0, target: 100, current: 10, confidence: 2, owner: 'bo@example.com' }],
  actions: [{ ...ACTION, due_date: '2026-11-03' }],
  kpis: [{ ...KPI, current: 80, unit: '%', linked_to: '' }],
  checkIns: [
    { ...CHECK_IN, at: '2026-10-20', value: 44 }, CHECK_IN, { ...OTHER_CHECK_IN, at: '2026-10-15', value: 6 },
    { ...CHECK_IN, at: '2026-11-12T10:00:00', key_result_id: 'O2.1', author: 'bo@example.com', value: 10, progress: 'First order', blockers: 'No price list' },
  ],
};

function sent(change: Partial<DigestInput> = {}, workbook: Partial<Workbook> = COMPANY) {
  const cells = ranges(workbook);
  const book = understand((table) => (table === 'history' ? [] : cells[table]));
  return digest({ book, notes: readNotes(cells.checkIns, recognise), since: day('2026-11-01'), teams: [], language: 'en', link, ...change });
}

test('tells what needs somebody first, then what moved, then what people wrote', () => {
  expect(sent().text.replaceAll(`\n${'─'.repeat(24)}`, ':')).toBe(`2026-Q4 · as of Sun 15 Nov 2026
46 days left
Overall score: 0.30 · +0.15 since Sun 1 Nov 2026 · expected 0.49
● On track: 1 · ▲ At risk: 1 · ■ Off track: 1
Key results since Sun 1 Nov 2026: 1 up, 0 down, 1 unchanged
2 of 3 key results have a value on both days; only these are compared.

Needs attention first:
■ O2.1 Orders rise from 0 to 100
  0.10 · 0.39 behind the plan · confidence 2 of 5 · bo
  https://sheets.example/book#keyResults-5
▲ O1.2 Churn falls from 8 to 4
  0.50 · no check-in for 31 days · ana
  https://sheets.example/book#keyResults-4

Changed status since Sun 1 Nov 2026:
■ O2.1 Orders rise from 0 to 100
  – No data → ■ Off track · first value · bo
  https://sheets.example/book#keyResults-5
● O1.1 Renewals rise from 40 to 60
  ▲ At risk → ● On track · 0.20 → 0.50 · ana
  https://sheets.example/book#keyResults-3

Score by team:
Care
  0.50 · +0.15 · ▲ At risk: 1
Sales
  0.10 · ■ Off track: 1

Objectives:
● O1 Customers stay with us
  0.50 · +0.15 · ana
  https://sheets.example/book#objectives-3

KPIs out of band:
■ K1 Uptime
  80% · target at least 99% · ana
  https://sheets.example/book#kpis-3

Overdue actions:
A1 Call the ten largest customers
  it was due on Tue 3 Nov 2026 · ana
  https://sheets.example/book#actions-3

Blockers:
O2.1 No price list
  Thu 12 Nov 2026 · bo
  https://sheets.example/book#checkIns-6

Wins and progress:
O2.1 First order
  Thu 12 Nov 2026 · bo
  https://sheets.example/book#checkIns-6

Check-ins that are too old:
▲ O1.2 Churn falls from 8 to 4
  no check-in for 31 days · ana
  https://sheets.example/book#keyResults-4

Open the spreadsheet: https://sheets.example/book
:
OKR Sheets made this mail from your spreadsheet. Every number in it comes from there.`);
});

describe('the subject tells the news', () => {
  const withCurrents = (...currents: readonly Row[]): Partial<Workbook> => ({ ...COMPANY, keyResults: (COMPANY.keyResults ?? []).map((row, index) => ({ ...row, ...currents[index] })), checkIns: [] });
  const fine: Row = { current: 60 };

  test.each<[Language, string]>([
    ['en', '2026-Q4: 0.30 (+0.15), 1 off track'],
    ['th', '2026-Q4: 0.30 (+0.15), หลุดแผน 1 ข้อ'],
    ['vi', '2026-Q4: 0,30 (+0,15), 1 chậm tiến độ'],
    ['pl', '2026-Q4: 0,30 (+0,15), 1 opóźniony'],
  ])('in the language %s', (language, subject) => {
    expect(sent({ language }).subject).toBe(subject);
  });

  test('for a team, with its name and its own figures', () => {
    expect(sent({ teams: ['Care'] }).subject).toBe('2026-Q4 · Care: 0.50 (+0.15), 1 at risk');
  });

  test('without a move when there is nothing to compare with', () => {
    expect(sent({ since: undefined }).subject).toBe('2026-Q4: 0.30, 1 off track');
  });

  test('when all is well', () => {
    expect(sent({}, withCurrents(fine, { current: 4 }, { current: 90, confidence: 4 })).subject).toBe('2026-Q4: 0.95, nothing behind');
  });

  test('when nobody has entered a value yet', () => {
    const none: Row = { current: '' };
    expect(sent({}, withCurrents(none, none, none)).subject).toBe('2026-Q4: no score yet');
  });

  test('when a score is unchanged', () => {
    expect(sent({ teams: ['Care'] }, { ...COMPANY, checkIns: [{ ...CHECK_IN, at: '2026-10-20' }, { ...OTHER_CHECK_IN, at: '2026-10-20' }] }).subject).toContain('0.50 (unchanged)');
  });
});

describe('a digest for a team', () => {
  const { text } = sent({ teams: ['Sales'] });

  test('knows nothing of the other teams, and needs no table of teams', () => {
    expect(text).toContain('O2.1');
    for (const foreign of ['O1.1', 'O1.2', 'Care', 'A1 ', 'K1 ', 'Score by team']) expect(text).not.toContain(foreign);
  });

  test('says that there is no earlier value, rather than a move from zero', () => {
    expect(text).toContain('No key result has a value from Sun 1 Nov 2026 or before, so there is nothing to compare with.');
    expect(text).not.toMatch(/[+−]0/);
  });
});

test('notes of the last digest are not told again, and those of days to come not yet', () => {
  const log = (COMPANY.checkIns ?? []).concat({ ...CHECK_IN, at: '2026-11-01', progress: 'Told before' }, { ...CHECK_IN, at: '2026-11-16', progress: 'Of tomorrow' });
  const { text } = sent({}, { ...COMPANY, checkIns: log });
  expect(text).toContain('First order');
  expect(text).not.toMatch(/Told before|Of tomorrow/);
});

test('a value that nobody checked in is no change of status, since nobody knows when it came', () => {
  expect(sent({}, { ...COMPANY, checkIns: [] }).text).not.toContain('Changed status');
});

test('long lists are cut, and say how many more there are and where', () => {
  const rows = Array.from({ length: 30 }, (_, index) => ({ ...OTHER_KEY_RESULT, id: `O1.${index + 10}`, key_result: `Churn of region ${index}`, current: 8 }));
  const { text, html } = sent({}, { ...COMPANY, keyResults: rows, checkIns: [] });
  expect(text).toContain(`\nand 22 more: ${ADDRESS}\n`);
  expect(text.match(/Churn of region/g)).toHaveLength(8);
  expect(html).toContain('and 22 more</a>');
});

test('what makes the scores doubtful stands on top', () => {
  expect(sent({}, { ...COMPANY, settings: settingRows({ ...SETTINGS, as_of: '' }) }).text.split('\n').slice(0, 6).join('\n')).toContain('✖ No as-of day in the settings');
});

test('a company without problems is told so', () => {
  expect(sent({ since: undefined }, {}).text).toContain('Nothing needs attention');
});

test.each(LANGUAGES)('the HTML says what the text says, in the language %s', (language) => {
  const { text, html } = sent({ language });
  const shown = html.replace(/^.*<body[^>]*>/s, '').replace(/<[^>]*>/g, ' ').replace(/&nbsp;/g, ' ');
  const words = (all: string): Set<string> => new Set(all.replace(/https:\S+|─+/g, '').split(/[\s:·]+/).filter((word) => word !== ''));
  expect([...words(text)].filter((word) => !words(shown).has(word))).toEqual([]);
  expect(html).toContain(`<html lang="${language}">`);
});

test('says which KPI keeps a key result from being on track, and not that this has just changed', () => {
  const { text } = sent({}, { ...COMPANY, kpis: [{ ...KPI, current: 80 }] });
  expect(text).toContain('▲ O1.1 Renewals rise from 40 to 60\n  0.50 · on track, but KPI K1 is unhealthy · ana');
  expect(text).not.toContain('▲ At risk → ');
});
