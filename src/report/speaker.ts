/** Says messages of a table by key, in one language; the add-on and the sidebar have a table each. */
import { LANGUAGES, type Language } from '../model/words';
import { en, pl } from './generated/plurals';

/** A message as data: its text, or its parts in order. */
export type Text = string | readonly Part[];
/** Text; the name of an argument; or an argument that chooses among texts, as a number when a 1 stands behind. */
type Part = string | readonly [argument: string, cases?: Readonly<Record<string, Text>>, isNumber?: 1];

/** By key, the texts in the order of LANGUAGES. */
type Table<Args> = { readonly [K in keyof Args]: readonly Text[] };

/** The names of the arguments that any of the keys needs. */
type Names<Args, K extends keyof Args> = K extends keyof Args ? keyof Args[K] : never;
/** What serves every one of the keys, for callers that choose the key at run time. */
type ArgsOfAll<Args, K extends keyof Args> = (K extends keyof Args ? (args: Args[K]) => void : never) extends (args: infer A) => void ? A : never;
type Given<Args, K extends keyof Args> = [Names<Args, K>] extends [never] ? [] : [args: ArgsOfAll<Args, K>];

export type Speaker<Args> = <K extends keyof Args>(key: K, ...args: Given<Args, K>) => string;

/** Gives, for each language, the function that says a message of this table. */
export function speakers<Args>(table: Table<Args>): (language: Language) => Speaker<Args> {
  return oneEach((language) => {
    const column = LANGUAGES.indexOf(language);
    return speaker<Args>((key) => table[key][column] as Text, language);
  });
}

/** A speaker on texts that are looked up one by one. */
export function speaker<Args>(textOf: (key: keyof Args) => Text, language: Language): Speaker<Args> {
  return (key, ...args) => {
    const text = textOf(key);
    return typeof text === 'string' ? text : fill(text, args[0] as Facts, language);
  };
}

/** Makes each language's speaker once. */
export function oneEach<T>(make: (language: Language) => T): (language: Language) => T {
  const known = new Map<Language, T>();
  return (language) => {
    const made = known.get(language) ?? make(language);
    known.set(language, made);
    return made;
  };
}

type Facts = Readonly<Record<string, string | number>>;

/** `[['n'], ' ', ['n', { one: 'day', other: 'days' }, 1]]` with n = 2 is `2 days`. */
function fill(text: Text, facts: Facts, language: Language): string {
  if (typeof text === 'string') return text;
  return text
    .map((part) => {
      if (typeof part === 'string') return part;
      const [argument, cases, isNumber] = part;
      const fact = facts[argument] as string | number;
      if (!cases) return String(fact);
      const chosen = isNumber ? (cases[`=${fact}`] ?? cases[PLURALS[language](fact)]) : Object.prototype.hasOwnProperty.call(cases, fact) ? cases[fact] : undefined;
      return fill(chosen ?? cases.other ?? '', facts, language);
    })
    .join('');
}

/** The form that a number takes; Thai and Vietnamese have one form for all. */
const PLURALS: Readonly<Record<Language, (n: number | string) => string>> = { en, pl, th: () => 'other', vi: () => 'other' };
