/** Asks what a script asks, while it waits for the answer: the browser's own questions are the only ones that a running script can wait for. */
import type { Answer, Question } from '../types';
import type { Words } from './words';

/** The browser's two questions. */
export type Browser = Pick<Window, 'confirm' | 'prompt'>;

/**
 * Browsers offer OK and Cancel only, so the question says what they stand for; a third button is a second question. Cancel is read as the most
 * careful button there is.
 */
export function askPerson({ kind, title, text, buttons }: Question, words: Words, browser: Browser): Answer {
  const said = [title, text].filter(Boolean).join('\n\n');
  const meaning = (ok: string, cancel: string): string => `${said}\n\n${words.ok} = ${ok} · ${words.cancel} = ${cancel}`;
  const isQuestion = buttons.includes('YES');
  const affirmative = isQuestion ? 'YES' : 'OK';
  const careful = buttons.includes('CANCEL') ? 'CANCEL' : buttons.includes('NO') ? 'NO' : 'CLOSE';
  if (kind === 'prompt') {
    const typed = browser.prompt(isQuestion ? meaning(words.yes, careful === 'NO' ? words.no : words.cancel) : said);
    return typed === null ? { button: careful } : { button: affirmative, text: typed };
  }
  if (!isQuestion) return { button: browser.confirm(said) ? affirmative : careful };
  if (careful === 'NO') return { button: browser.confirm(meaning(words.yes, words.no)) ? 'YES' : 'NO' };
  if (browser.confirm(meaning(words.yes, `${words.no} / ${words.cancel}`))) return { button: 'YES' };
  return { button: browser.confirm(meaning(words.no, words.cancel)) ? 'NO' : 'CANCEL' };
}
