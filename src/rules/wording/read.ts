/** A text read in its own language: its words with their uses, its figures, and questions that all rules ask. */
import type { Language } from '../../model/words';
import common from './words/common.json';
import en from './words/en.json';
import pl from './words/pl.json';
import th from './words/th.json';
import vi from './words/vi.json';
import { ownLanguage } from './language';
import { bitOf, Lexicon, type Lists, type Token, type Use } from './lexicon';
import { figuresOf, type Figures } from './numbers';
import { cut } from './text';

const LISTS: Readonly<Record<Language, Lists>> = { en, th, vi, pl };
const known = new Map<Language, Lexicon>();

/** Made when the first text of the language comes, so that loading costs nothing. */
function lexiconOf(language: Language): Lexicon {
  let lexicon = known.get(language);
  if (!lexicon) known.set(language, (lexicon = new Lexicon(common, LISTS[language])));
  return lexicon;
}

const FILLER = bitOf('filler');
const SIGNS_THAT_OPEN = /^["'“”„«»‘’([*•]$/;

export class Reading {
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly figures: Figures;
  private readonly text: string;

  constructor(given: string) {
    const { text, pieces } = cut(given);
    this.text = text;
    this.language = ownLanguage(text);
    this.tokens = lexiconOf(this.language).read(pieces);
    this.figures = figuresOf(this.tokens);
  }

  /** Where a word of one of these uses first stands; -1 when there is none. */
  find(...uses: Use[]): number {
    const bits = uses.reduce((sum, use) => sum | bitOf(use), 0);
    return this.tokens.findIndex((token) => (token.uses & bits) !== 0);
  }

  has(...uses: Use[]): boolean {
    return this.find(...uses) >= 0;
  }

  is(index: number, ...uses: Use[]): boolean {
    const token = this.tokens[index];
    return token !== undefined && uses.some((use) => (token.uses & bitOf(use)) !== 0);
  }

  /** The first word that says something: behind quotation marks and lead-ins such as "we want to". */
  first(): number {
    let index = 0;
    for (; index < this.tokens.length - 1; index += 1) {
      const token = this.tokens[index] as Token;
      if (token.kind === 'number' || (token.kind === 'sign' ? !SIGNS_THAT_OPEN.test(token.text) : (token.uses & FILLER) === 0)) break;
    }
    return index;
  }

  /** The words as the person wrote them, for a finding to quote. */
  quote(from: number, to = from): string {
    const start = this.tokens[from]?.start ?? 0;
    return this.text.slice(start, this.tokens[to]?.end ?? start);
  }
}
