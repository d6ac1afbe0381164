/** The words of one language with what they are good for, and how they are found in a text: the longest entry wins. */
import { isThai, type Piece } from './text';

/** What a word can be; one word may be several of these. */
export const USES = [
  'filler', // carries no meaning of its own, also the lead-in "we want to"
  'empty', // says nothing alone: "results", "quality", "the company"
  'vagueVerb', // improve, optimise
  'vague', // better, world-class
  'task', // launch, implement: begins a task
  'make', // build, create: begins a task when a thing follows
  'either', // call, run: verb or noun
  'thing', // website, campaign: what tasks make
  'outcome', // that, so that: what comes of it follows
  'metric', // NPS, conversion rate
  'number', // three, double
  'percent',
  'from', // from, currently: the baseline follows
  'hold', // at least, below, stays: a limit to keep
  'rate', // share, margin: a per cent of something known
  'of', // of, out of: the base of a per cent follows
  'by', // by, up: a change follows
  'label', // ISO, phase: a number after it is a name
  'month',
  'yearBefore', // in, by, our: a year follows
  'done', // launched, held: a task told as finished
  'result', // reach, rise: what becomes of the figure
  'rank', // number, no.: with a 1 behind, being first
  'topic', // satisfaction, communication: what everybody wants more of
  'audience', // customers, employees: whose it is, which does not yet say what is wanted
] as const;
export type Use = (typeof USES)[number];

/** The lists of a language: under each use, lines of entries with spaces between; a _ joins the words of a phrase, a * stands for any ending. */
export type Lists = Readonly<Partial<Record<Use | 'neutral', readonly string[]>>>;

export const bitOf = (use: Use): number => 1 << USES.indexOf(use);

/** A word or phrase of the text with its uses. */
export interface Token extends Piece {
  readonly uses: number;
}

interface Entry {
  readonly words: readonly string[]; // without their stars
  readonly stems: readonly boolean[];
  uses: number;
}

/** Words share their first letters with few others; stems are at least this long. */
const KEY = 2;

export class Lexicon {
  private readonly entries = new Map<string, Entry[]>();
  private readonly thai = new Map<string, Entry[]>();

  /** The lists of the language, and those that all languages share: abbreviations and names. */
  constructor(...both: readonly Lists[]) {
    const all = new Map<string, Entry>();
    for (const [use, lines] of both.flatMap((lists) => Object.entries(lists))) {
      const bit = use === 'neutral' ? 0 : bitOf(use as Use);
      for (const line of lines) for (const entry of line.split(' ')) this.add(entry, bit, all);
    }
    // "office" may be a thing with any ending and, as it stands, a name that numbers follow.
    for (const [text, entry] of all) entry.uses |= all.get(`${text}*`)?.uses ?? 0;
    const longestFirst = (a: Entry, b: Entry): number => weightOf(b) - weightOf(a);
    for (const list of [...this.entries.values(), ...this.thai.values()]) list.sort(longestFirst);
  }

  private add(text: string, bit: number, all: Map<string, Entry>): void {
    const known = all.get(text);
    if (known) {
      known.uses |= bit;
      return;
    }
    const words = text.split('_');
    const entry: Entry = { words: words.map((word) => word.replace('*', '')), stems: words.map((word) => word.endsWith('*')), uses: bit };
    all.set(text, entry);
    const map = isThai(text) ? this.thai : this.entries;
    const key = (entry.words[0] ?? '').slice(0, KEY);
    const list = map.get(key);
    if (list) list.push(entry);
    else map.set(key, [entry]);
  }

  /** The pieces of a text with their uses; words of a phrase become one token. */
  read(pieces: readonly Piece[]): Token[] {
    const tokens: Token[] = [];
    for (let i = 0; i < pieces.length; ) {
      const piece = pieces[i] as Piece;
      if (piece.kind !== 'word') {
        tokens.push({ ...piece, uses: 0 });
        i += 1;
      } else if (isThai(piece.text)) {
        this.cutThai(piece, tokens);
        i += 1;
      } else {
        const entry = this.entries.get(piece.text.slice(0, KEY))?.find((one) => fits(one, pieces, i));
        const count = entry?.words.length ?? 1;
        const last = pieces[i + count - 1] as Piece;
        tokens.push(count === 1 ? { ...piece, uses: entry?.uses ?? 0 } : { ...piece, text: textOf(pieces, i, count), end: last.end, uses: entry?.uses ?? 0 });
        i += count;
      }
    }
    return tokens;
  }

  /** Thai writes no spaces between words: at each place the longest known word, and what lies between known ones as it is. */
  private cutThai(piece: Piece, tokens: Token[]): void {
    const { text } = piece;
    const push = (from: number, to: number, uses: number): void => {
      tokens.push({ kind: 'word', text: text.slice(from, to), start: piece.start + from, end: piece.start + to, hyphen: from === 0 && piece.hyphen, uses });
    };
    let unknown = 0;
    for (let at = 0; at < text.length; ) {
      const found = beginsSyllable(text, at) ? this.thai.get(text.slice(at, at + KEY))?.find((one) => thaiFits(one, text, at)) : undefined;
      if (!found) {
        at += 1;
        continue;
      }
      if (unknown < at) push(unknown, at, 0);
      const end = at + (found.words[0] ?? '').length;
      push(at, end, found.uses);
      unknown = at = end;
    }
    if (unknown < text.length) push(unknown, text.length, 0);
  }
}

/** Longer entries first; of two equal ones the word before the stem. */
const weightOf = ({ words, stems }: Entry): number => words.join(' ').length * 2 + (stems.includes(true) ? 0 : 1);

const textOf = (pieces: readonly Piece[], from: number, count: number): string => pieces.slice(from, from + count).map((piece) => piece.text).join(' ');

function fits({ words, stems }: Entry, pieces: readonly Piece[], from: number): boolean {
  for (let k = 0; k < words.length; k += 1) {
    const text = pieces[from + k]?.text;
    const word = words[k] as string;
    if (text === undefined || !(stems[k] === true ? text.startsWith(word) : text === word)) return false;
  }
  return true;
}

/** A vowel written before its consonant opens the syllable, so no word begins right behind it. */
const beginsSyllable = (text: string, at: number): boolean => at === 0 || !/[เ-ไ]/.test(text.charAt(at - 1));
/** A vowel or tone mark behind the match means that the syllable goes on and is another word. */
const thaiFits = ({ words }: Entry, text: string, at: number): boolean => text.startsWith(words[0] as string, at) && !goesOn(text.charCodeAt(at + (words[0] as string).length));
const goesOn = (letter: number): boolean => (letter >= 0x0e30 && letter <= 0x0e3a) || letter === 0x0e45 || (letter >= 0x0e47 && letter <= 0x0e4e);
