/** A text as the wording rules see it: tidied, cut into words, numbers and signs, each with its place in the text. */

export interface Piece {
  readonly kind: 'word' | 'number' | 'sign';
  /** Lower case, digits as 0 to 9. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Joined to the piece before by a hyphen, as in `top-10`. */
  readonly hyphen: boolean;
}

export interface Cut {
  /** The text as the person wrote it, without needless spaces: what findings quote. */
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** A cell may hold 50,000 characters; whether a text is well put shows long before. */
const MOST_CHARACTERS = 2_000;

/** "KR1:", "O 2.1 -" and bullets are not part of what is said. */
const LABEL = /^(?:[-–—•*▪]\s*|(?:objective|key result|kr|obj|o|mục tiêu|cel|wynik|เป้าหมาย)\s?[#]?\d*(?:\.\d+)*\s*[:.)–-]\s+|\d{1,2}[.)]\s+)+/iu;

// A number: groups of thousands with spaces, or digits with points and commas. A word: a run of Thai, or letters of other scripts with digits behind.
const PIECES = /(\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)*)|([ก-ฺเ-๎]+|[^\P{L}ก-๎](?:[^\P{L}ก-๎]|\p{M}|\d|['’](?=\p{L})|(?<=\d)\.(?=\d))*)|\S/gu;
const THAI_DIGIT = /[๐-๙]/g;

/** Vietnamese syllables that are spelled in two ways, both right: the lists have the second. */
const TWO_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/oá(?!\p{L})/gu, 'óa'],
  [/oà(?!\p{L})/gu, 'òa'],
  [/uỷ(?!\p{L})/gu, 'ủy'],
  [/(?<!\p{L})tỉ(?!\p{L})/gu, 'tỷ'],
];

export function cut(given: string): Cut {
  const text = tidy(given);
  let lower = lowerCase(text).replace(THAI_DIGIT, (digit) => String(digit.charCodeAt(0) - 0x0e50));
  for (const [one, other] of TWO_SPELLINGS) lower = lower.replace(one, other);
  const pieces: Piece[] = [];
  let hyphenAt = -1;
  for (const match of lower.matchAll(PIECES)) {
    const [piece, number, word] = match;
    const start = match.index;
    const end = start + piece.length;
    const isHyphen = (piece === '-' || piece === '‑') && pieces[pieces.length - 1]?.end === start && /[\p{L}\d]/u.test(lower[end] ?? '');
    if (isHyphen) hyphenAt = end;
    else pieces.push({ kind: number !== undefined ? 'number' : word !== undefined ? 'word' : 'sign', text: piece, start, end, hyphen: hyphenAt === start });
  }
  return { text, pieces };
}

function tidy(given: string): string {
  const text = given.slice(0, MOST_CHARACTERS).normalize('NFC').replace(/[\u200b\ufeff\u00ad]/g, '').replace(/\s+/g, ' ').trim();
  // Two ways of typing the same Thai vowels look alike on every screen.
  return text.replace(LABEL, '').replace(/เเ/g, 'แ').replace(/ํา/g, 'ำ');
}

/** Lower case of the same length, so that places in it are places in the text. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : [...text].map((one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join('');
}

export const isThai = (text: string): boolean => /[ก-๎]/.test(text);
