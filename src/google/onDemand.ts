/** What is read on demand from the HTML files beside Code.js, the only kind of file that a script can read at Google: texts, and the code of the actions. */
import type { Language } from '../model/words';
import type { Texts } from '../report/onDemand';

export function readTexts(): Readonly<Record<Language, Texts>> {
  return read('texts') as Record<Language, Texts>;
}

/** What Code.js and the actions both need; the build gathers it (scripts/bundles.mjs). */
declare const okrShared: object;

let made: unknown;

/** The actions by their names. */
export function actions<T>(): T {
  // Google has no import: code that is not in a script file can only be compiled. It is the project's own, and no text of a person gets into it.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  made ??= (new Function('okrShared', read('actions') as string) as (shared: object) => T)(okrShared);
  return made as T;
}

/** JSON, since whatever looks like a tag in the file is then escaped. */
function read(name: string): unknown {
  return JSON.parse(HtmlService.createHtmlOutputFromFile(name).getContent());
}
