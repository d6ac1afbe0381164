/** The declared columns: each key once per sheet, telling keys that really tell, and labels in every language. */
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/model/words';
import { labelOf } from '../../src/report/labels';
import { TABLES, TAB_ORDER, type KeyedTable } from '../../src/rows/columns';

const names = Object.keys(TABLES) as KeyedTable[];

test('no sheet has a key twice among what people fill, and none among what is computed', () => {
  for (const name of names) {
    for (const columns of [TABLES[name].filled, TABLES[name].computed]) {
      const keys = columns.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  }
});

test('the essential keys of a sheet are among its own, and no other sheet has all of them', () => {
  for (const name of names) {
    const keysOf = (table: KeyedTable) => TABLES[table].filled.map(({ key }) => key);
    expect(keysOf(name)).toEqual(expect.arrayContaining([...TABLES[name].essential]));
    expect(names.filter((other) => TABLES[name].essential.every((key) => keysOf(other).includes(key)))).toEqual([name]);
  }
});

test('every column has a label in every language, and no two columns of a sheet share one', () => {
  for (const language of LANGUAGES) {
    for (const name of names) {
      const labels = TABLES[name].filled.map(({ key }) => labelOf(key, language));
      expect(labels.every((label) => label.trim() !== '')).toBe(true);
      expect(new Set(labels).size).toBe(labels.length);
    }
  }
});

test('there are eight tabs, each once', () => {
  expect(new Set(TAB_ORDER)).toEqual(new Set([...names, 'dashboard']));
  expect(TAB_ORDER).toHaveLength(8);
});
