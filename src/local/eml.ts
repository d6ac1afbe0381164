/** A mail of the outbox as an .eml file (RFC 5322 with MIME), which any mail program opens. */
import type { Mail } from './types';

const CRLF = '\r\n';
const MIXED = '=_alternative_of_OKR_Sheets_'; // base64 has no underscore, so that no part can hold it
const PER_LINE = 57; // bytes, which make the 76 characters that MIME allows in a line
const PER_WORD = 39; // bytes of an encoded word: 64 characters, so that with the header's name a line has at most 76
const ENCODED_FROM = 66; // characters: a longer header is folded, and encoded words fold anywhere
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The sender's own copy: hidden recipients are named in it, as in every folder of sent mail. */
export function emlOf(mail: Mail): string {
  const headers: readonly (readonly [name: string, text: string])[] = [
    ['From', mail.name === undefined ? mail.from : `${phrase(mail.name)}${CRLF} <${mail.from}>`],
    ['To', list(mail.to)],
    ['Cc', list(mail.cc)],
    ['Bcc', list(mail.bcc)],
    ['Reply-To', mail.replyTo ?? ''],
    ['Subject', isPlain(mail.subject) ? mail.subject : encodedWords(mail.subject)],
    ['Date', dateOf(mail.at)],
    ['MIME-Version', '1.0'],
  ];
  const head = headers.filter(([, text]) => text !== '').map(([name, text]) => `${name}: ${text}${CRLF}`).join('');
  const plain = part('text/plain', mail.body);
  if (mail.htmlBody === undefined) return head + plain;
  // The plainest first: a reader shows the last one that it understands.
  const parts = [plain, part('text/html', mail.htmlBody)].map((each) => `--${MIXED}${CRLF}${each}`).join('');
  return `${head}Content-Type: multipart/alternative; boundary="${MIXED}"${CRLF}${CRLF}${parts}--${MIXED}--${CRLF}`;
}

/** `2026-11-20 0930 Week 47.eml`, in UTC, without what file systems refuse. */
export function emlName({ at, subject }: Mail): string {
  const safe = subject.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ').trim();
  const title = [...safe].slice(0, 60).join('').replace(/[. ]+$/, '');
  return `${[at.slice(0, 10), at.slice(11, 16).replace(':', ''), title].filter(Boolean).join(' ')}.eml`;
}

function part(type: string, text: string): string {
  const lines = chunks(utf8(text.replace(/\r\n|\r|\n/g, CRLF)), PER_LINE).map((line) => base64(line) + CRLF).join('') || CRLF; // an empty text still has the line after its headers
  return `Content-Type: ${type}; charset=UTF-8${CRLF}Content-Transfer-Encoding: base64${CRLF}${CRLF}${lines}`;
}

const list = (addresses: readonly string[]): string => addresses.join(`,${CRLF} `);

/** A display name: words as they are, other ASCII in quotes, anything else encoded. */
function phrase(name: string): string {
  if (/^[A-Za-z0-9]+( [A-Za-z0-9]+)*$/.test(name) && isPlain(name)) return name;
  return isPlain(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : encodedWords(name);
}

/** ASCII without edges that a parser would trim, and without anything that could be taken for an encoded word. */
const isPlain = (text: string): boolean => text.length < ENCODED_FROM && /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(text) && !text.includes('=?');

/** RFC 2047: words of whole characters, since a reader decodes each by itself. */
function encodedWords(text: string): string {
  const words: string[] = [''];
  for (const letter of text) {
    if (utf8(words.at(-1)! + letter).length > PER_WORD) words.push('');
    words[words.length - 1] += letter;
  }
  return words.filter((word) => word !== '').map((word) => `=?UTF-8?B?${base64(utf8(word))}?=`).join(`${CRLF} `);
}

function dateOf(at: string): string {
  const date = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${DAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()} ${time} +0000`;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

function chunks(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}
