/** What of a table was not understood, as data with its place, and as sentences. */
import type { Language } from '../../model/words';
import { speak, type MessageKey } from '../../report/messages';
import { columnName } from '../structure';
import type { Source } from './source';

type AllKeys = Extract<MessageKey, `adopt.${string}`>;
export type ProblemKey = AllKeys extends infer K ? (K extends `adopt.about.${infer Name}` ? Name : never) : never;

export interface Problem {
  readonly key: ProblemKey;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** More than anybody reads before copying. */
const MOST_SENTENCES = 60;
const LONGEST_QUOTATION = 60;

export class Problems {
  private readonly list: Problem[] = [];

  /** Facts are quoted short enough for a sentence. */
  add(key: ProblemKey, facts: Problem['facts'] = {}): void {
    const short = Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? quoted(fact) : fact]);
    this.list.push({ key, facts: Object.fromEntries(short) as Problem['facts'] });
  }

  all(): readonly Problem[] {
    return this.list;
  }
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const letters = [...line]; // whole characters, so that no emoji is cut in half
  return letters.length > LONGEST_QUOTATION ? `${letters.slice(0, LONGEST_QUOTATION - 1).join('')}…` : line;
}

export function sentences(problems: readonly Problem[], language: Language): string[] {
  // Each problem is made with the facts of its own message; the tests say every one of them.
  const say = speak(language) as unknown as (key: MessageKey, facts: object) => string;
  const all = [...new Set(problems.map(({ key, facts }) => say(`adopt.about.${key}`, facts)))];
  const shown = all.slice(0, MOST_SENTENCES);
  const left = all.length - shown.length;
  return left > 0 ? [...shown, speak(language)('adopt.more', { count: left })] : shown;
}

/** `C7`, or `Goals!C7` where two sheets are read. */
export function placeOf(source: Source, row: number, column: number): string {
  return `${source.name === '' ? '' : `${source.name}!`}${columnName(column + 1)}${row + 1}`;
}

export function columnOf(source: Source, column: number): string {
  return `${source.name === '' ? '' : `${source.name}!`}${columnName(column + 1)}`;
}
