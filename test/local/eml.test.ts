/** Mails as .eml files, read back by a small reader that knows the standards and nothing of the writer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emlName, emlOf } from '../../src/local/eml';
import type { Mail } from '../../src/local/types';

const MAIL: Mail = { at: '2026-11-20T09:05:00.000Z', from: 'ana@example.com', to: ['ben@example.com'], cc: [], bcc: [], subject: 'Week 47', body: 'Hello' };

interface Part {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string;
}

/** Headers unfolded, by their names in small letters; the rest as it is. */
function readPart(text: string): Part {
  const end = text.indexOf('\r\n\r\n');
  const lines = text.slice(0, end).replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]));
  return { headers, content: text.slice(end + 4) };
}

const decoded = ({ headers, content }: Part): string => {
  expect(headers['content-transfer-encoding']).toBe('base64');
  expect(headers['content-type']).toMatch(/; charset=UTF-8$/);
  return Buffer.from(content, 'base64').toString('utf8');
};

/** White space between two encoded words is no part of the text. */
const unworded = (text = ''): string =>
  text.replace(/(\?=)\s+(?==\?)/g, '$1').replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word: string) => Buffer.from(word, 'base64').toString('utf8'));

function read(eml: string): { headers: Part['headers']; subject: string; plain: string; html: string | undefined } {
  const whole = readPart(eml);
  const subject = unworded(whole.headers['subject']);
  const boundary = /^multipart\/alternative; boundary="(.*)"$/.exec(whole.headers['content-type']!)?.[1];
  if (boundary === undefined) return { headers: whole.headers, subject, plain: decoded(whole), html: undefined };
  const [before, ...parts] = `\r\n${whole.content}`.split(`\r\n--${boundary}`);
  expect([before, parts.pop()]).toEqual(['', '--\r\n']);
  const [plain, html] = parts.map((each) => readPart(each.slice(2)));
  expect([parts.length, plain!.headers['content-type'], html!.headers['content-type']]).toEqual([2, 'text/plain; charset=UTF-8', 'text/html; charset=UTF-8']);
  return { headers: whole.headers, subject, plain: decoded(plain!), html: decoded(html!) };
}

describe('an .eml file', () => {
  it('of a plain mail has one part and the usual headers', () => {
    expect(emlOf(MAIL)).toBe(
      [
        'From: ana@example.com', 'To: ben@example.com', 'Subject: Week 47', 'Date: Fri, 20 Nov 2026 09:05:00 +0000', 'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=UTF-8', 'Content-Transfer-Encoding: base64', '', 'SGVsbG8=', '',
      ].join('\r\n'),
    );
  });

  it.each([
    'Podsumowanie: zażółć gęślą jaźń',
    'สรุปประจำสัปดาห์ 47 · ตามแผน 12 · เสี่ยง 3 · หลุดแผน 1 ของบริษัทตัวอย่างทั้งหมด',
    'Tổng kết tuần: 12 đúng tiến độ, 3 có rủi ro',
    '=?UTF-8?B?bm8=?= is only text',
    ' edges ',
    'x'.repeat(250),
    '🎯'.repeat(60),
  ])('carries the subject %s in words and lines that are short enough', (subject) => {
    const eml = emlOf({ ...MAIL, subject });
    expect(read(eml).subject).toBe(subject);
    for (const line of eml.split('\r\n')) {
      expect(line.length).toBeLessThanOrEqual(76);
    }
  });

  it('has plain text and HTML side by side, the plainest first', () => {
    const { plain, html } = read(emlOf({ ...MAIL, body: 'Điểm 0,7\nViệc tiếp theo', htmlBody: '<p>Điểm <b>0,7</b></p>' }));
    expect([plain, html]).toEqual(['Điểm 0,7\r\nViệc tiếp theo', '<p>Điểm <b>0,7</b></p>']);
  });

  it('names copies, the address for answers and the sender', () => {
    const names = ['OKR Sheets', 'Ana "the lead", Ltd.', 'Łukasz Żak'];
    const heads = names.map((name) => readPart(emlOf({ ...MAIL, name, cc: ['c@example.com', 'd@example.com'], bcc: ['e@example.com'], replyTo: 'r@example.com' })).headers);
    expect(heads[0]).toMatchObject({ cc: 'c@example.com, d@example.com', bcc: 'e@example.com', 'reply-to': 'r@example.com', from: 'OKR Sheets <ana@example.com>' });
    expect(heads[1]!['from']).toBe('"Ana \\"the lead\\", Ltd." <ana@example.com>');
    expect(unworded(heads[2]!['from'])).toBe('Łukasz Żak <ana@example.com>');
  });

  it('gives any text back, in lines of ASCII that mail may have', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    const line = text.map((each) => each.replace(/[\r\n\0]/g, ' '));
    fc.assert(
      fc.property(line, text, fc.option(text, { nil: undefined }), (subject, body, htmlBody) => {
        const eml = emlOf({ ...MAIL, subject, body, ...(htmlBody === undefined ? {} : { htmlBody }) });
        const crlf = (each: string): string => each.replace(/\r\n|\r|\n/g, '\r\n');
        const back = read(eml);
        expect([back.subject, back.plain, back.html]).toEqual([subject, crlf(body), htmlBody === undefined ? undefined : crlf(htmlBody)]);
        expect(eml).toMatch(/^[\r\n\x20-\x7e]*$/);
        expect(Math.max(...eml.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(76);
      }),
    );
  });

  it('gets a name that any file system takes', () => {
    expect(emlName(MAIL)).toBe('2026-11-20 0905 Week 47.eml');
    expect(emlName({ ...MAIL, subject: '../a: "b"?\\c|d.' })).toBe('2026-11-20 0905 .. a b c d.eml');
    expect(emlName({ ...MAIL, subject: 'สรุป'.repeat(40) }).length).toBeLessThan(90);
    expect(emlName({ ...MAIL, subject: '' })).toBe('2026-11-20 0905.eml');
  });
});
