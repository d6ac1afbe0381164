/** The sidebar says the words of the closed lists and the labels of columns exactly as the sheets do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SYMBOLS } from '../../src/report/vocabulary';
import { LANGUAGES, STATUSES, type Language } from '../../src/model/words';
import { SHAPES } from '../../sidebar/parts/Sign';

const catalogue = (folder: string, language: Language) => JSON.parse(readFileSync(join(import.meta.dirname, '../..', folder, `${language}.json`), 'utf8')) as Record<string, string>;

describe.each(LANGUAGES)('in %s', (language) => {
  const own = catalogue('sidebar/messages', language);
  const server = catalogue('src/report/messages', language);
  const shared = Object.keys(own).filter((key) => /^(word|label)\./.test(key));

  test('words and labels are the same', () => {
    expect(shared.length).toBeGreaterThan(40);
    expect(Object.fromEntries(shared.map((key) => [key, own[key]]))).toEqual(Object.fromEntries(shared.map((key) => [key, server[key]])));
  });

  test('no text is left in English', () => {
    const english = catalogue('sidebar/messages', 'en');
    const same = Object.keys(own).filter((key) => language !== 'en' && own[key] === english[key] && /[a-z]{3}/i.test((own[key] ?? '').replace(/\{\w+\}/g, '')));
    // Words that are the same in Polish or Vietnamese, and terms that stay.
    expect(same.filter((key) => !['Check-in', 'CSV', 'Status', 'Plan', 'KPI'].includes(own[key] ?? ''))).toEqual([]);
  });
});

test('a status has the same shape as in the sheets', () => {
  for (const status of STATUSES) expect(SHAPES[status]).toBe(SYMBOLS[status]);
});
