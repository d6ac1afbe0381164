/** The texts that are read on demand, from the HTML files beside Code.js: the only files that a script can read at Google. */
import type { Language } from '../model/words';
import type { Texts } from '../report/onDemand';

export function readTexts(language: Language): Texts {
  return JSON.parse(HtmlService.createHtmlOutputFromFile(`texts-${language}`).getContent()) as Texts;
}
