/** The languages of the workbook, and the names people know them by. */
import { LANGUAGES, type Language } from './words';

/** What each language is called in itself, for lists to choose from. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', th: 'ไทย', vi: 'Tiếng Việt', pl: 'Polski' };

const OTHER_NAMES: ReadonlyMap<string, Language> = new Map([
  ['thai', 'th'],
  ['vietnamese', 'vi'],
  ['polish', 'pl'],
]);

/** `th`, `pl_PL`, `Polski` or `Vietnamese` as a language; undefined for one we do not speak. */
export function toLanguage(text: string): Language | undefined {
  const name = text.trim().toLowerCase();
  const code = LANGUAGES.find((language) => name === language || name.startsWith(`${language}_`) || name.startsWith(`${language}-`));
  return code ?? LANGUAGES.find((language) => LANGUAGE_NAMES[language].toLowerCase() === name) ?? OTHER_NAMES.get(name);
}
