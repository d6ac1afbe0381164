/** The texts that are read on demand, from the HTML file beside Code.js: the only kind of file that a script can read at Google. */
import type { Language } from '../model/words';
import type { Texts } from '../report/onDemand';

export function readTexts(): Readonly<Record<Language, Texts>> {
  return JSON.parse(HtmlService.createHtmlOutputFromFile('texts').getContent()) as Record<Language, Texts>;
}
