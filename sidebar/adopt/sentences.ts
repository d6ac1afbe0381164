/** What of a foreign table was not understood, said in sentences. */
import type { Language } from '../../src/model/words';
import { decimal } from '../../src/report/numbers';
import type { AdoptKey } from '../../src/rows/foreign/headings';
import type { Problem, ProblemKey } from '../../src/rows/foreign/problem';
import { speak } from '../speak';

/** More than anybody reads before copying. */
const MOST_SENTENCES = 60;

/** Each sentence once, in the order of the problems. */
export function sentences(problems: readonly Problem[], language: Language): string[] {
  const all = [...new Set(problems.map((problem) => sentence(problem, language)))];
  const shown = all.slice(0, MOST_SENTENCES);
  const left = all.length - shown.length;
  return left > 0 ? [...shown, speak(language)('adopt.more', { count: left })] : shown;
}

function sentence({ key, facts }: Problem, language: Language): string {
  // Each problem is made with the facts of its own message; the tests say every one of them.
  const say = speak(language) as (key: `adopt.about.${ProblemKey}`, facts: object) => string;
  const told = Object.entries(facts).map(([name, fact]) => [name, factOf(name, fact, language)]);
  return say(`adopt.about.${key}`, Object.fromEntries(told) as object);
}

function factOf(name: string, fact: string | number, language: Language): string | number {
  if (name === 'label') return labelOf(fact as AdoptKey, language);
  return typeof fact === 'string' || name === 'count' ? fact : decimal(fact, language);
}

/** The label of the column that a key stands for. */
export const labelOf = (key: AdoptKey, language: Language): string => speak(language)(`label.${key}`);
