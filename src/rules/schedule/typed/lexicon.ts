/** The words of one language and what each can mean in a schedule; the longest entry wins. */

/** What a word can be: a day, an interval, a time, a kind, somebody, or nothing that matters. */
export interface Sense {
  readonly use: string;
  readonly value: string;
}

/** The lists of a language: under a use, lines of entries with spaces between; a _ or - joins the words of a phrase, a * stands for any ending. */
export type Words = Readonly<Record<string, readonly string[] | Readonly<Record<string, readonly string[]>>>>;

interface Entry {
  readonly words: readonly string[];
  readonly folded: readonly string[];
  readonly stems: readonly boolean[];
  readonly senses: Sense[];
}

export class Lexicon {
  private readonly all = new Map<string, Entry>();
  private readonly byLetter = new Map<string, Entry[]>();

  /** `foldsAll`: marks never part two words of ours, so that “środe” is still Wednesday. */
  constructor(
    words: Words,
    private readonly foldsAll: boolean,
  ) {
    for (const [use, lists] of Object.entries(words)) {
      const byValue = Array.isArray(lists) ? { '': lists as readonly string[] } : (lists as Readonly<Record<string, readonly string[]>>);
      for (const [value, lines] of Object.entries(byValue)) for (const line of lines) for (const text of line.split(' ')) this.add(text, { use, value });
    }
    const size = ({ words: own, stems }: Entry): number => own.join(' ').length * 2 + (stems.includes(true) ? 0 : 1);
    for (const entry of this.all.values()) {
      const letter = (entry.folded[0] ?? '').charAt(0);
      this.byLetter.set(letter, [...(this.byLetter.get(letter) ?? []), entry].sort((a, b) => size(b) - size(a)));
    }
  }

  private add(text: string, sense: Sense): void {
    const known = this.all.get(text);
    if (known) known.senses.push(sense);
    else {
      const words = text.split(/[_-]/);
      const plain = words.map((word) => word.replace('*', ''));
      this.all.set(text, { words: plain, folded: plain.map(fold), stems: words.map((word) => word.endsWith('*')), senses: [sense] });
    }
  }

  /** The longest entry that begins with the word at this place; `wordAt` gives the following words, undefined where there is none. */
  longest(wordAt: (ahead: number) => string | undefined): { readonly senses: readonly Sense[]; readonly count: number } | undefined {
    const first = wordAt(0);
    if (first === undefined) return undefined;
    const [entry, ...others] = this.byLetter.get(fold(first).charAt(0))?.filter((one) => one.words.every((_, k) => this.fits(one, k, wordAt(k)))) ?? [];
    if (entry === undefined) return undefined;
    // "Niedziele" are Sundays, and for whoever types no marks "niedzielę", the Sunday: what is written like the word itself comes first.
    const alike = [entry, ...others.filter(({ folded }) => folded.join(' ') === entry.folded.join(' '))];
    const exact = alike.find(({ words }) => words.every((word, k) => wordAt(k) === word));
    const isPlain = entry.words.every((_, k) => fold(wordAt(k) ?? '') === wordAt(k));
    const meant = exact === undefined ? [entry] : this.foldsAll && isPlain ? [exact, ...alike.filter((one) => one !== exact)] : [exact];
    return { senses: meant.flatMap(({ senses }) => senses), count: entry.words.length };
  }

  /** Whoever types marks means them; whoever types none may mean any: "thu sau" is Friday, but "thứ sâu" is nothing. */
  private fits({ words, folded, stems }: Entry, k: number, word: string | undefined): boolean {
    if (word === undefined) return false;
    const is = (own: string, typed: string): boolean => (stems[k] === true ? typed.startsWith(own) : typed === own);
    const plain = fold(word);
    return is(words[k] as string, word) || ((this.foldsAll || plain === word) && is(folded[k] as string, plain));
  }

  /** How many letters the longest Thai word takes from here, and what it means; Thai writes no spaces between words. */
  longestThai(text: string, at: number): { readonly senses: readonly Sense[]; readonly length: number } | undefined {
    if (at > 0 && /[เ-ไ]/.test(text.charAt(at - 1))) return undefined; // a vowel written before its consonant opens the syllable
    // One letter is a word only behind a number: "16:00 น", but not in "การเงิน".
    const entry = this.byLetter.get(text.charAt(at))?.find(({ words: [word = ''] }) => (word.length > 1 || at === 0) && text.startsWith(word, at) && !goesOn(text.charCodeAt(at + word.length)));
    return entry && { senses: entry.senses, length: (entry.words[0] ?? '').length };
  }
}

/** A vowel or tone mark behind a match means that the syllable goes on and is another word. */
const goesOn = (letter: number): boolean => (letter >= 0x0e30 && letter <= 0x0e3a) || letter === 0x0e45 || (letter >= 0x0e47 && letter <= 0x0e4e);

/** Without marks, letter by letter, so that places stay the same: Środę is srode, Thứ is thu. Thai marks are letters of their own and stay. */
export function fold(text: string): string {
  return text.replace(/[^ -~ก-๎]/gu, (letter) => {
    const base = letter === 'đ' ? 'd' : letter === 'ł' ? 'l' : letter.normalize('NFD').charAt(0);
    return letter.length === 1 && base !== '' ? base : letter;
  });
}
