/** A typed schedule while it is being read: its tokens, which of them have been made use of, and what is wrong so far. */
import type { Schedule } from '../../../model/schedule';
import type { Language } from '../../../model/words';
import type { Token } from './cut';

/** What can keep a text from being a schedule; of several the first in this order is told, since it explains the others. */
export const TYPED_PROBLEMS = [
  'empty',
  'tooLong',
  'badAddress', // anna@x
  'badTime', // at 25:00
  'badDate', // from 31 February
  'dateUnclear', // from 3/4/2026: two days could be meant
  'past', // from a day that is over
  'noEnd', // until December: a schedule has no last day
  'unknownTeam',
  'whichTeam', // "the team", without its name
  'quarter', // every quarter: of the year, or of the cycle?
  'unit', // every hour, every year
  'badCount', // every 0 weeks, every 60 weeks
  'beforeCycleEnd',
  'afterHowLong', // after the end of the cycle
  'biweekly', // twice a week, or every two weeks?
  'nthUnclear', // every third Friday: in weeks, or of the month?
  'twoRecurrences', // every Friday … on Monday
  'twoTimes',
  'midnight', // Sunday at midnight: as it begins, or as it ends?
  'twoKinds',
  'once', // tomorrow, on 1 December
  'notUnderstood', // words that are none of ours; what they say may change everything
  'noKind',
  'kindUnclear', // "the report": a digest, or that at the close of the cycle?
  'groupOfTeam', // the stakeholders of Sales
  'aboutTeam', // the Sales digest, to others
  'aboutWhat', // remind owners to update Sales
  'noDay',
  'everyMissing', // on Friday: every Friday?
  'noWeekday', // every week
  'noMonthDay', // every month
  'whichNth', // every month on Friday
  'nthOfWhat', // on the first Monday
  'cycleOnlyReport', // remind … at the end of the cycle
  'timeUnclear', // at 4
  'noTime',
  'noAudience',
  'whoUnclear', // send the digest to everyone
  'ownsNothing', // remind the stakeholders
] as const;
export type TypedProblemCode = (typeof TYPED_PROBLEMS)[number];

/** What is wrong, the words it is about as they were typed, and what could be meant: times, days, kinds, groups, teams, or days as lines of the settings have them, as the model writes them. */
export interface TypedProblem {
  readonly code: TypedProblemCode;
  readonly words: string;
  readonly could: readonly string[];
}

export type Understood = Partial<Schedule>;

/** Signs that part words and mean nothing by themselves. */
const PUNCTUATION = /^[,.;:!?()"'“”„’‘…ฯ@]$/;
/** Words that may stand anywhere; all others must be understood. */
const IDLE = ['filler', 'every', 'at', 'and', 'from', 'to'];

export class Reading {
  readonly tokens: readonly Token[];
  readonly problems: TypedProblem[] = [];
  private readonly used: boolean[];

  constructor(
    private readonly shown: string,
    tokens: readonly Token[],
    readonly language: Language,
  ) {
    this.tokens = tokens.filter(({ kind, text }) => kind !== 'sign' || !PUNCTUATION.test(text));
    this.used = this.tokens.map(() => false);
  }

  get count(): number {
    return this.tokens.length;
  }

  /** What the word at a place is worth in a use, '' for uses without values; undefined when it has no such use or has served already. */
  value(at: number, use: string): string | undefined {
    return this.used[at] === true ? undefined : this.tokens[at]?.senses.find((sense) => sense.use === use)?.value;
  }

  is(at: number, ...uses: readonly string[]): boolean {
    return uses.some((use) => this.value(at, use) !== undefined);
  }

  isFree(at: number): boolean {
    return this.used[at] === false;
  }

  /** The number at a place: digits, or a word for it. */
  number(at: number): number | undefined {
    const token = this.tokens[at];
    if (token === undefined || this.used[at] === true) return undefined;
    if (token.kind === 'number') return Number.parseInt(token.text, 10);
    const word = this.value(at, 'number');
    return word === undefined ? undefined : Number(word);
  }

  /** The first place from here on that holds more than filling words; the word for a day or week is more, unless it is among those to skip. */
  skip(at: number, ...also: readonly string[]): number {
    let next = at;
    while (this.is(next, ...also) || (this.is(next, 'filler') && !this.is(next, 'unit'))) next += 1;
    return next;
  }

  /** What a word can be, whether or not it has served already. */
  was(at: number, use: string, value: string): boolean {
    return this.tokens[at]?.senses.some((sense) => sense.use === use && sense.value === value) === true;
  }

  /** What a word can be in any of some uses, whether or not it has served already. */
  had(at: number, ...uses: readonly string[]): boolean {
    return this.tokens[at]?.senses.some(({ use }) => uses.includes(use)) === true;
  }

  /** No comma stands between two places: "owners in team Sales" are one group, "owners, team Sales" are two. */
  isUnparted(at: number, next: number): boolean {
    return !/[,;]/.test(this.shown.slice(this.tokens[at]?.end, this.tokens[next]?.start));
  }

  /** "Every" right before, or with no more than a word for the day or a part of it between: "every morning on Monday". */
  hasEveryBefore(at: number): boolean {
    return this.everyBefore(at) !== undefined;
  }

  /** Where that "every" stands. */
  everyBefore(at: number): number | undefined {
    if (this.is(at - 1, 'every')) return at - 1;
    return (this.is(at - 1, 'filler', 'unit', 'dayMark') || this.had(at - 1, 'part')) && this.is(at - 2, 'every') ? at - 2 : undefined;
  }

  take(from: number, to = from + 1): void {
    for (let at = from; at < to; at += 1) this.used[at] = true;
  }

  /** The words from one place up to another, as they were typed. */
  quote(from: number, to = from + 1): string {
    return this.shown.slice(this.tokens[from]?.start ?? 0, this.tokens[to - 1]?.end ?? 0);
  }

  refuse(code: TypedProblemCode, words = '', could: readonly string[] = []): void {
    this.problems.push({ code, words, could });
  }

  /** The runs of words that nothing was made of, as typed, and how many letters are no word of this language. */
  leftOver(): { readonly words: readonly string[]; readonly letters: number } {
    const words: string[] = [];
    let [from, letters] = [-1, 0];
    for (let at = 0; at <= this.count; at += 1) {
      const token = this.tokens[at];
      const isLeft = token !== undefined && this.isFree(at) && !this.is(at, ...IDLE);
      if (isLeft && from < 0) from = at;
      if (isLeft && token.kind === 'word' && token.senses.length === 0) letters += token.text.length;
      if (!isLeft && from >= 0) {
        words.push(this.quote(from, at));
        from = -1;
      }
    }
    return { words, letters };
  }
}
