/** Numbers in sentences: Vietnamese and Polish write a decimal comma. No Intl, so that text is the same wherever it is made. */
import type { Language } from '../model/words';

const MARKS: Readonly<Record<Language, string>> = { en: '.', th: '.', vi: ',', pl: ',' };

/** 0.25 is `0.25` in English and `0,25` in Polish. */
export function decimal(value: number | string, language: Language): string {
  return String(value).replace('.', MARKS[language]);
}
