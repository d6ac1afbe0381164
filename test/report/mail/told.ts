/** A digest's text taken apart by place: the figures on top, and each list's items with the numbers of their facts in the order they are told. */
import type { Language } from '../../../src/model/words';
import { speak } from '../../../src/report/onDemand';

const RULE = '─'.repeat(24);
const BETWEEN = ' · ';
const LISTS = {
  attention: 'dashboard.attention', changed: 'summary.changed', teams: 'dashboard.byTeam', objectives: 'dashboard.objectives', kpis: 'summary.kpis',
  blockers: 'summary.blockers', wins: 'summary.wins', stale: 'summary.stale',
} as const;
type List = keyof typeof LISTS;

export interface ToldItem {
  /** The sign and what it is: `■ O2.2 Stock on hand …`, `Sales`. */
  readonly head: string;
  readonly facts: readonly string[];
  /** All numbers of the facts in their order, `−0.12` as -0.12. */
  readonly numbers: readonly number[];
}

export interface ToldDigest {
  readonly top: readonly string[];
  /** How many more there are than are listed. */
  readonly more: Readonly<Record<List, number>>;
  readonly items: Readonly<Record<List, readonly ToldItem[]>>;
}

/** With a decimal point or comma and a sign; the numbers of ids such as `O2.2` are none. */
export function numbersOf(text: string): number[] {
  return [...text.replace(/\b[A-Z]+\d[\d.]*/g, '').matchAll(/[+−]?\d+(?:[.,]\d+)?/g)].map(([number]) => Number(number.replace('−', '-').replace(',', '.')));
}

export function toldIn(text: string, language: Language): ToldDigest {
  const [top = '', ...rest] = text.split(`\n${RULE}\n`);
  const lines = [...top.split('\n'), ...rest.flatMap((part) => [RULE, ...part.split('\n')])];
  const headings = lines.flatMap((line, at) => (line === RULE ? [at - 1] : []));
  const say = speak(language) as unknown as (key: string, facts: object) => string;
  const of = (list: List): string[] => {
    const heading = say(LISTS[list], { day: '' }).trim();
    const at = headings.find((one) => lines[one]?.startsWith(heading)) ?? headings.find((one) => lines[one - 1]?.startsWith(heading));
    if (at === undefined) return [];
    const end = headings.find((one) => one > at) ?? lines.length;
    return lines.slice(at + 2, end).filter((line) => line !== '' && line !== RULE);
  };
  const lists = Object.keys(LISTS) as List[];
  const each = <Value>(make: (lines: readonly string[]) => Value) => Object.fromEntries(lists.map((list) => [list, make(of(list))])) as Record<List, Value>;
  return { top: top.split('\n').slice(0, -1).filter((line) => line !== ''), items: each(itemsIn), more: each(moreIn) };
}

const isFact = (line: string | undefined): boolean => line?.startsWith('  ') === true;

function itemsIn(lines: readonly string[]): ToldItem[] {
  return lines.flatMap((head, at) => {
    if (isFact(head) || !isFact(lines[at + 1])) return [];
    const facts = String(lines[at + 1]).trim().split(BETWEEN);
    return [{ head, facts, numbers: facts.flatMap(numbersOf) }];
  });
}

function moreIn(lines: readonly string[]): number {
  const last = lines.filter((line, at) => !isFact(line) && !isFact(lines[at + 1]));
  return last.length === 0 ? 0 : (numbersOf(String(last[0]))[0] ?? NaN);
}
