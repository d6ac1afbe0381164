/** How a script's question becomes one of the browser's, and the answer one of the script's. */
import { describe, expect, it } from 'vitest';
import { askPerson } from '../../src/local/page/askPerson';
import { WORDS } from '../../src/local/page/words';
import type { Question } from '../../src/local/types';

/** A person who clicks these in turn: true is OK, false Cancel, a text is typed before OK. */
function person(...clicks: (boolean | string)[]) {
  const read: string[] = [];
  const next = (text = ''): boolean | string => {
    read.push(text);
    const click = clicks.shift();
    if (click === undefined) throw new Error(`Nobody expected to be asked: ${text}`);
    return click;
  };
  return {
    read,
    confirm: (text?: string) => next(text) === true,
    prompt: (text?: string) => {
      const click = next(text);
      return click === false ? null : click === true ? '' : click;
    },
  };
}

const alert = (...buttons: string[]): Question => ({ kind: 'alert', title: 'Close', text: 'Close the cycle?', buttons });
const prompt = (...buttons: string[]): Question => ({ kind: 'prompt', title: '', text: 'Its name?', buttons });

describe('a question in the browser', () => {
  it.each([
    [['OK', 'CANCEL'], [true], 'OK'],
    [['OK', 'CANCEL'], [false], 'CANCEL'],
    [['YES', 'NO'], [true], 'YES'],
    [['YES', 'NO'], [false], 'NO'],
    [['YES', 'NO', 'CANCEL'], [true], 'YES'],
    [['YES', 'NO', 'CANCEL'], [false, true], 'NO'],
    [['YES', 'NO', 'CANCEL'], [false, false], 'CANCEL'],
  ])('with the buttons %j and the clicks %j answers %s', (buttons, clicks, button) => {
    expect(askPerson(alert(...buttons), WORDS.en, person(...clicks))).toEqual({ button });
  });

  it.each([
    [['OK'], 'Q1', { button: 'OK', text: 'Q1' }],
    [['OK'], true, { button: 'OK', text: '' }],
    [['OK'], false, { button: 'CLOSE' }],
    [['OK', 'CANCEL'], false, { button: 'CANCEL' }],
    [['YES', 'NO'], false, { button: 'NO' }],
    [['YES', 'NO', 'CANCEL'], 'Q1', { button: 'YES', text: 'Q1' }],
    [['YES', 'NO', 'CANCEL'], false, { button: 'CANCEL' }],
  ])('for a text with the buttons %j and the answer %j gives %j', (buttons, typed, answer) => {
    expect(askPerson(prompt(...buttons), WORDS.en, person(typed))).toEqual(answer);
  });

  it('says in the page’s language what OK and Cancel stand for', () => {
    const [pole, thai] = [person(true), person(false, true)];
    askPerson(alert('YES', 'NO'), WORDS.pl, pole);
    expect(pole.read).toEqual(['Close\n\nClose the cycle?\n\nOK = Tak · Anuluj = Nie']);
    askPerson(alert('YES', 'NO', 'CANCEL'), WORDS.th, thai);
    expect(thai.read[1]).toBe('Close\n\nClose the cycle?\n\nตกลง = ไม่ใช่ · ยกเลิก = ยกเลิก');
  });
});
