/** What people typed stays text in a mail: no markup, no header, no length that a mail program cuts off. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understand } from '../../../src/app/book';
import type { ClosedRow } from '../../../src/model/past';
import { LANGUAGES } from '../../../src/model/words';
import { closeReport } from '../../../src/report/mail/close';
import { digest } from '../../../src/report/mail/digest';
import { escaped } from '../../../src/report/mail/html';
import type { MailText } from '../../../src/report/mail/input';
import { oneLine, short, subjectLine } from '../../../src/report/mail/plain';
import { reminder } from '../../../src/report/mail/reminder';
import { recognise } from '../../../src/report/vocabulary';
import { readNotes } from '../../../src/rows/readPast';
import { day } from '../../examples/okrs';
import { ACTION, CHECK_IN, KEY_RESULT, KPI, OBJECTIVE, OTHER_KEY_RESULT, SETTINGS, ranges, settingRows, type Workbook } from '../../examples/sheets';

const link = (place?: { readonly table: string; readonly row: number }): string => `https://sheets.example/book${place ? `#${place.table}-${place.row}` : ''}`;

const NASTY = [
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' style='position:fixed", '</td></tr></table>', '</title><h1>', '<!--', '&lt;b&gt;', '&#60;b>', '<a href="javascript:alert(1)">x</a>',
  'a\r\nBcc: eve@example.com', 'a\u2028b\u0085c', '=IMPORTXML("https://x")', '\u202etxet', '\ud83d', 'x\u0000y', '{count}', '<?xml?>', '<![CDATA[', '${x}', '\\u003cb\\u003e', ' \u00a0\t',
];
const nasty = fc.oneof(fc.constantFrom(...NASTY), fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', 'a', ' ', '\n', '=') }), fc.constantFrom(...NASTY).map((text) => text.repeat(40)));

/** A workbook with the texts of people wherever people can type one. */
function mailsOf(texts: readonly string[], language: (typeof LANGUAGES)[number]): MailText[] {
  const [a = '', b = '', c = '', d = ''] = texts;
  const workbook: Partial<Workbook> = {
    objectives: [{ ...OBJECTIVE, objective: a, team: b, owner: c }, { ...OBJECTIVE, id: d, objective: b, team: a, owner: d }],
    keyResults: [{ ...KEY_RESULT, key_result: a, owner: b, unit: c, current: 41 }, { ...OTHER_KEY_RESULT, key_result: d, owner: a, unit: b, current: 7.9 }],
    actions: [{ ...ACTION, id: c, action: a, owner: b, due_date: '2026-10-01' }],
    kpis: [{ ...KPI, id: d, kpi: a, owner: b, unit: c, current: 1 }],
    checkIns: [{ ...CHECK_IN, author: a, progress: b, blockers: c, value: 41 }, { ...CHECK_IN, at: '2026-10-05', value: 40 }],
    settings: settingRows({ ...SETTINGS, cycle_name: d }),
  };
  const cells = ranges(workbook);
  const book = understand((table) => (table === 'history' ? [] : cells[table]));
  const cycle = book.settings.cycleName;
  const closed: ClosedRow = { row: 3, closedOn: undefined, cycle, id: a, objectiveId: a, text: b, team: c, score: 0.5, cause: d, learning: a, nextStep: b };
  const notes = readNotes(cells.checkIns, recognise);
  const missed = book.keyResults.map((conclusion) => ({ conclusion, reviews: 2 }));
  return [
    digest({ book, notes, since: day('2026-11-01'), teams: [], language, link }),
    digest({ book, notes, since: undefined, teams: [a, b], language, link }),
    reminder({ book, due: book.keyResults, missed, language, link }),
    closeReport({ book, history: [closed], language, link }),
  ];
}

const TAG = /^<(?:!DOCTYPE html|\/?(?:html|head|title|body|table|tr|td|div|span|h1|h2|a|meta)(?: (?:lang|charset|name|content|style|role|width|cellpadding|cellspacing|border|align|bgcolor|href)="[^"<>]*")*)>$/;
const ENTITY = /&(?:amp|lt|gt|quot|#39|nbsp);/g;

/** What is wrong with the HTML: tags and addresses that the mail's own code does not make, and signs that should have been escaped. */
function strangersIn(html: string): string[] {
  const tags = html.match(/<[^>]*>/g) ?? [];
  const between = html.replace(/<[^>]*>/g, '').replace(ENTITY, '');
  const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address);
  return [
    ...tags.filter((tag) => !TAG.test(tag)),
    ...(/[<>&]/.exec(between) ?? []),
    ...addresses.filter((address) => !/^https:\/\/sheets\.example\/book(#[A-Za-z]+-\d+)?$/.test(address)),
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    ...(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/.exec(html) ?? []),
  ];
}

describe('whatever people type,', () => {
  test('the HTML holds no markup but its own, and no address but those of the workbook', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 4, maxLength: 4 }), fc.constantFrom(...LANGUAGES), (texts, language) => {
        for (const { html } of mailsOf(texts, language)) expect(strangersIn(html)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('the subject is one line of visible characters, and short enough', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 4, maxLength: 4 }), (texts) => {
        for (const { subject } of mailsOf(texts, 'en')) {
          expect(subject).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202e]/u);
          expect(subject.length).toBeGreaterThan(0);
          expect(subject.length).toBeLessThanOrEqual(150);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('no text can begin a line of the plain mail, and so pretend to be a heading', () => {
    for (const { text } of mailsOf(['x\nNeeds attention first\n', 'y\r\nz', 'q', 'r'], 'en')) expect(text).not.toMatch(/^(z|Needs attention first .*)$/m);
  });

  test('the check notices markup', () => {
    expect(strangersIn('<td onclick="x">')).toEqual(['<td onclick="x">']);
    expect(strangersIn('a < b')).toEqual(['<']);
    expect(strangersIn('<a href="javascript:x">')).toEqual(['javascript:x']);
  });
});

describe('text on its way', () => {
  test.each([
    ['a\r\nBcc: b', 'a Bcc: b'],
    ['  a \t b\u0000c\u202ed ', 'a b c d'],
    ['half \ud83d of a sign', 'half of a sign'],
    ['ทดสอบ ภาษาไทย 😀', 'ทดสอบ ภาษาไทย 😀'],
  ])('%j is %j in one line', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  test.each([
    ['Stock on hand falls', 10, 'Stock on…'],
    ['exactly ten', 11, 'exactly ten'],
    ['a😀😀', 3, 'a…'],
    [`${' '.repeat(50)}late`, 10, 'late'],
  ])('%j held to %i is %j', (text, most, held) => {
    expect(short(text, most)).toBe(held);
  });

  test('HTML signs are escaped, in text as in attributes', () => {
    expect(escaped(`<b a='1' c="2">&amp;`)).toBe('&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;amp;');
    expect(escaped("o'brien@example.com")).toBe('o&#39;brien@example.com');
  });

  test('a subject ends with dots where it was cut', () => {
    expect(subjectLine('x'.repeat(400))).toBe(`${'x'.repeat(149)}…`);
  });
});

describe('ten thousand key results with the longest texts', () => {
  const count = 10_000;
  const long = '<ไทย"&\'>'.repeat(80);
  const numbered = <T>(n: number, make: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => make(index));
  const cells = ranges({
    objectives: numbered(count / 4, (i) => ({ ...OBJECTIVE, id: `O${i}`, objective: long, team: `${long}${i % 200}`, owner: long })),
    keyResults: numbered(count, (i) => ({ ...KEY_RESULT, id: `O${i >> 2}.${i % 4}`, objective_id: `O${i >> 2}`, key_result: long, owner: long, unit: long, current: 40 + (i % 20) })),
    actions: numbered(count, (i) => ({ ...ACTION, id: `A${i}`, action: long, due_date: '2026-10-02' })),
    kpis: numbered(500, (i) => ({ ...KPI, id: `K${i}`, kpi: long, current: 1 })),
    checkIns: numbered(count, (i) => ({ ...CHECK_IN, at: i % 2 ? '2026-10-12' : '2026-11-12', key_result_id: `O${i >> 2}.${i % 4}`, value: 41, progress: long, blockers: long })),
    settings: settingRows({ ...SETTINGS, cycle_name: long }),
  });
  const book = understand((table) => (table === 'history' ? [] : cells[table]));
  const notes = readNotes(cells.checkIns, recognise);
  const closed = numbered(count, (row): ClosedRow => ({ row, closedOn: undefined, cycle: book.settings.cycleName, id: `O${row}`, objectiveId: '', text: long, team: long, score: 1, cause: long, learning: long, nextStep: long }));
  const address = (): string => `https://docs.google.com/spreadsheets/d/${'x'.repeat(44)}/edit#gid=1234567890&range=A10000`;
  const bytes = (text: string): number => Buffer.byteLength(text);

  test.each<[string, () => MailText]>([
    ['a digest', () => digest({ book, notes, since: day('2026-11-01'), teams: [], language: 'th', link: address })],
    ['a reminder', () => reminder({ book, due: book.keyResults, missed: book.keyResults.map((conclusion) => ({ conclusion, reviews: 9 })), language: 'th', link: address })],
    ['a report on the closed cycle', () => closeReport({ book, history: closed, language: 'th', link: address })],
  ])('make %s that mail programs do not clip at 102 kB', (_, make) => {
    const { html, text } = make();
    expect(bytes(html)).toBeLessThan(100_000);
    expect(bytes(html) + bytes(text)).toBeLessThan(200 * 1024);
    expect(bytes(html)).toBeGreaterThan(10_000);
  });
});
