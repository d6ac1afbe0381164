/** Says compiled messages of a table by key, in one language; the add-on and the sidebar have a table each. */
import { LANGUAGES, type Language } from '../model/words';

/** Compiled messages: by key, the text or the function that fills it in, in the order of LANGUAGES. */
type Table<Args> = { readonly [K in keyof Args]: readonly (string | ((args: Args[K]) => string))[] };

/** The names of the arguments that any of the keys needs. */
type Names<Args, K extends keyof Args> = K extends keyof Args ? keyof Args[K] : never;
/** What serves every one of the keys, for callers that choose the key at run time. */
type ArgsOfAll<Args, K extends keyof Args> = (K extends keyof Args ? (args: Args[K]) => void : never) extends (args: infer A) => void ? A : never;
type Given<Args, K extends keyof Args> = [Names<Args, K>] extends [never] ? [] : [args: ArgsOfAll<Args, K>];

export type Speaker<Args> = <K extends keyof Args>(key: K, ...args: Given<Args, K>) => string;

/** Gives, for each language, the function that says a message of this table. */
export function speakers<Args>(table: Table<Args>): (language: Language) => Speaker<Args> {
  const known = new Map<Language, Speaker<Args>>();
  return (language) => {
    let speaker = known.get(language);
    if (!speaker) {
      const column = LANGUAGES.indexOf(language);
      speaker = (key, ...args) => {
        const text = table[key][column] as string | ((args: unknown) => string);
        return typeof text === 'string' ? text : text(args[0]);
      };
      known.set(language, speaker);
    }
    return speaker;
  };
}
