/** Words of the closed lists: said in four languages, and recognised again from what people write. */
import { describe, expect, test } from 'vitest';
import { FREQUENCIES, HEALTHS, KINDS, LANGUAGES, LEVELS, MEASURES, PRIORITIES, READINGS, ROLL_UPS, STATES, STATUSES, STATUS_BASES } from '../../src/model/words';
import { badge, recognise, say, SYMBOLS, type Word } from '../../src/report/vocabulary';
import { TRAFFIC_LIGHT } from '../../src/rows/cells';

const LISTS: Readonly<Record<string, readonly Word[]>> = {
  measures: MEASURES,
  kinds: KINDS,
  levels: LEVELS,
  priorities: PRIORITIES,
  readings: READINGS,
  states: STATES,
  frequencies: FREQUENCIES,
  statuses: STATUSES,
  healths: HEALTHS,
  rollUps: ROLL_UPS,
  statusBases: STATUS_BASES,
  lights: Object.keys(TRAFFIC_LIGHT) as Word[],
};

describe.each(Object.entries(LISTS))('the %s', (_, words) => {
  test.each(LANGUAGES)('said in %s, are recognised again whatever the case, the spaces and the way accents are stored', (language) => {
    for (const word of words) {
      const said = say(word, language);
      for (const written of [said, said.toUpperCase(), ` ${said.toLowerCase()} `, said.normalize('NFD')]) expect(recognise(written, words)).toBe(word);
    }
  });
});

test.each([
  ['Wzrost', 'Increase'],
  ['co najmniej', 'At least'],
  ['INCREASE', 'Increase'],
])('%s is the measure %s', (text, word) => {
  expect(recognise(text, MEASURES)).toBe(word);
});

test.each(['', 'Complete', '__proto__', 'constructor', 'Increase!', 'สูง'])('%j is no measure', (text) => {
  expect(recognise(text, MEASURES)).toBeUndefined();
});

test('each status has a shape of its own, and each health too, so that they can be told without colour', () => {
  for (const list of [STATUSES, HEALTHS]) expect(new Set(list.map((word) => SYMBOLS[word])).size).toBe(list.length);
  expect(badge('At risk', 'en')).toBe('▲ At risk');
  expect(badge('At risk', 'pl')).toBe('▲ Zagrożony');
});

test('the words of a list differ in every language', () => {
  for (const words of Object.values(LISTS)) {
    for (const language of LANGUAGES) expect(new Set(words.map((word) => say(word, language).toLowerCase())).size).toBe(words.length);
  }
});
