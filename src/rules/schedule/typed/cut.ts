/** A typed text cut into words with their meanings, numbers, times, dates, addresses and names of teams, each with its place in the text. */
import { fold, type Lexicon, type Sense } from './lexicon';

export interface Token {
  readonly kind: 'word' | 'number' | 'clock' | 'date' | 'address' | 'team' | 'sign';
  /** Lower case, digits as 0 to 9; for a team its name. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly senses: readonly Sense[];
}

const WORD = String.raw`[^\P{L}ก-๎](?:[^\P{L}ก-๎]|\p{M}|\d|['’](?=\p{L}))*`;
const PIECES = new RegExp(
  [
    String.raw`(?<address>[^\s,;<>()"“”„]*@[^\s,;<>()"“”„]*[^\s,;<>()"“”„.!?:]|[^\s,;<>()"“”„]+@)`,
    String.raw`(?<date>\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}/\d{1,2}(?![\d/]))`,
    String.raw`(?<clock>\d{1,2}[:.]\d{2}(?!\d))`,
    String.raw`(?<number>\d+(?:(?:st|nd|rd|th|-?(?:go|ego|tego|ej|tej|szej|giej|ciej|mej))(?!\p{L}))?)`,
    String.raw`(?<half>[ap]\.\s?m(?:\.|(?!\p{L})))`,
    String.raw`(?<word>(?<=\d)h(?=\d)|[ก-๎][ก-๎.]*|${WORD})`,
    String.raw`\S`,
  ].join('|'),
  'gu',
);

/** The text as it is read: one space at a time, composed letters, Thai digits as 0 to 9, lower case of the same length. */
export function tidy(given: string): { readonly shown: string; readonly lower: string } {
  const shown = given.normalize('NFC').replace(/[\u200b\ufeff\u00ad]/g, '').replace(/เเ/g, 'แ').replace(/ํา/g, 'ำ').replace(/\s+/g, ' ').trim();
  const lower = shown
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/\p{Lu}/gu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter));
  return { shown, lower };
}

/** A name of a team that was found in the text. */
export interface Named {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

export function cut(lower: string, lexicon: Lexicon, names: readonly Named[]): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const { start, end, name } of names) {
    cutPart(lower, from, start, lexicon, tokens);
    tokens.push({ kind: 'team', text: name, start, end, senses: [] });
    from = end;
  }
  cutPart(lower, from, lower.length, lexicon, tokens);
  return tokens;
}

function cutPart(lower: string, from: number, to: number, lexicon: Lexicon, tokens: Token[]): void {
  const pieces: Token[] = [];
  for (const match of lower.slice(from, to).matchAll(PIECES)) {
    const start = from + match.index;
    const { address, date, clock, number, half, word } = match.groups ?? {};
    const numeric = date !== undefined ? 'date' : clock !== undefined ? 'clock' : number !== undefined ? 'number' : undefined;
    const kind = address !== undefined ? 'address' : (numeric ?? (half !== undefined || word !== undefined ? 'word' : 'sign'));
    pieces.push({ kind, text: half !== undefined ? `${half.charAt(0)}m` : match[0], start, end: start + match[0].length, senses: [] });
  }
  for (let i = 0; i < pieces.length; ) i += readOne(pieces, i, lexicon, tokens);
}

/** Adds the token that begins at a piece, and answers how many pieces it takes. */
function readOne(pieces: readonly Token[], i: number, lexicon: Lexicon, tokens: Token[]): number {
  const piece = pieces[i] as Token;
  if (/^[ก-๎]/.test(piece.text)) {
    cutThai(piece, lexicon, tokens);
    return 1;
  }
  if (piece.kind !== 'word') {
    tokens.push(piece);
    return 1;
  }
  // "check-in" and "end-of-cycle" are looked up as words with spaces; "thứ 2" and "12 noon" begin or end with a number.
  const at: number[] = [];
  for (let k = i; k < pieces.length && at.length < 6; k += 1) if (!isHyphen(pieces, k)) at.push(k);
  const found = lexicon.longest((ahead) => {
    const one = pieces[at[ahead] ?? -1];
    return one?.kind === 'word' || one?.kind === 'number' ? one.text : undefined;
  });
  const last = at[(found?.count ?? 1) - 1] as number;
  tokens.push({ ...piece, text: pieces.slice(i, last + 1).map(({ text }) => text).join(' '), end: (pieces[last] as Token).end, senses: found?.senses ?? [] });
  return last + 1 - i;
}

/** Joins the word before to the word behind, without spaces. */
function isHyphen(pieces: readonly Token[], k: number): boolean {
  const { text, start, end } = pieces[k] as Token;
  return (text === '-' || text === '‑') && pieces[k - 1]?.end === start && pieces[k + 1]?.start === end;
}

function cutThai(piece: Token, lexicon: Lexicon, tokens: Token[]): void {
  const { text } = piece;
  const push = (from: number, to: number, senses: readonly Sense[]): void => {
    const part = text.slice(from, to);
    if (/[^.]/.test(part)) tokens.push({ kind: 'word', text: part, start: piece.start + from, end: piece.start + to, senses });
  };
  let unknown = 0;
  for (let at = 0; at < text.length; ) {
    const found = lexicon.longestThai(text, at);
    if (!found) {
      at += 1;
      continue;
    }
    push(unknown, at, []);
    push(at, at + found.length, found.senses);
    unknown = at += found.length;
  }
  push(unknown, text.length, []);
}

/** Where the teams are named, longest names first. Polish declines names: “zespołu Sprzedaży” is the team Sprzedaż. */
export function findTeams(lower: string, teams: readonly string[], declines: boolean): Named[] {
  const found: Named[] = [];
  const text = fold(lower);
  for (const name of [...teams].sort((a, b) => b.length - a.length)) {
    const wanted = tidy(name).lower;
    if (wanted === '') continue;
    const exact = `${wanted.split(' ').map(escape).join(String.raw`\s`)}`;
    const folded = fold(wanted).split(' ').map((word) => (declines && word.length > 4 ? declined(word) : escape(word))).join(String.raw`\s`);
    const [before, behind] = [/^[ก-๎]/.test(wanted) ? '' : String.raw`(?<![\p{L}\p{M}\d@.])`, /[ก-๎]$/.test(wanted) ? '' : String.raw`(?![\p{L}\p{M}\d@]|\.\p{L})`];
    for (const [pattern, where] of [[exact, lower], [folded, text]] as const) {
      for (const match of where.matchAll(new RegExp(before + pattern + behind, 'gu'))) {
        const [start, end] = [match.index, match.index + match[0].length];
        if (found.every((other) => end <= other.start || other.end <= start)) found.push({ start, end, name });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The last letter or two change with the case, and up to three more come: Marketing, Marketingowi. */
const declined = (word: string): string => String.raw`${escape(word.slice(0, word.length > 5 ? -2 : -1))}\p{L}{0,5}`;

const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
