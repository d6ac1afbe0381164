/** The custom function about wordings. */
import { toLanguage } from '../model/language';
import { LANGUAGES, type Language } from '../model/words';
import { labelOf } from '../report/labels';
import { adviceText } from '../report/wording';
import { adviseOn, WORDING_KINDS, type WordingKind } from '../rules/wording/advise';
import { isBlank, isDate, isErrorValue, type Cell } from '../rows/grid';
import { over, Refusal, type Answer } from './over';

/**
 * Gives advice on how an objective or a key result is worded; each finding on a line of its own, ✖ what must change, then △ advice.
 * Blank text gives blank, and so does a text with nothing to say about. The text may be English, Thai, Vietnamese or Polish.
 * Rule: an objective has no number, is short and no task (re:Work); a key result is an outcome with a number, from where to where.
 *
 * @param {"Increase sales by 20 %"} text The text of the objective or key result.
 * @param {"key result"} kind objective or key result.
 * @param {"en"} [language] The language of the advice: en, th, vi or pl; English when blank.
 * @return {string} The advice, or blank. Ranges of equal shape give a range.
 * @customfunction
 */
export function OKR_CHECK(text: unknown, kind: unknown, language?: unknown): Answer | Answer[][] {
  return over([text, kind, language], (textCell, kindCell, languageCell) => {
    const asked = kindIn(kindCell);
    const speaks = languageIn(languageCell);
    return adviceText(adviseOn(textIn(textCell), asked), speaks);
  });
}

function textIn(cell: Cell): string {
  if (isBlank(cell)) return '';
  if (isErrorValue(cell)) throw new Refusal(`The text is the error ${String(cell)}.`);
  if (typeof cell === 'string' || typeof cell === 'number') return String(cell);
  throw new Refusal(`The text should be words, but it is ${isDate(cell) ? 'a date' : String(cell)}.`);
}

/** The short names, the same in all languages; the long ones are the labels of the columns. */
const SHORT: ReadonlyMap<string, WordingKind> = new Map([
  ['o', 'objective'],
  ['kr', 'key result'],
]);

function kindIn(cell: Cell): WordingKind {
  const said = String(cell ?? '').normalize('NFC').trim().toLowerCase().replace(/[\s_-]+/g, ' ').replace(/^(objective|key result)s$/, '$1');
  const kind = WORDING_KINDS.find((one) => one === said) ?? SHORT.get(said) ?? WORDING_KINDS.find((one) => LANGUAGES.some((language) => labelIn(one, language) === said));
  if (kind) return kind;
  throw new Refusal(said === '' ? 'The kind is blank, and it is needed here: objective or key result.' : `The kind should be objective or key result, but it is "${said.slice(0, 40)}".`);
}

const labelIn = (kind: WordingKind, language: Language): string => labelOf(kind === 'objective' ? 'objective' : 'key_result', language).replace(/\s*\(.*\)$/, '').toLowerCase();

function languageIn(cell: Cell): Language {
  if (isBlank(cell)) return 'en';
  const language = typeof cell === 'string' ? toLanguage(cell) : undefined;
  if (language) return language;
  throw new Refusal(`The language should be one of ${LANGUAGES.join(', ')}, but it is "${String(cell).slice(0, 40)}".`);
}
