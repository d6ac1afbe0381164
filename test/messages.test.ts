/** The message compiler: what it refuses, and that what it makes speaks four languages without Intl. */
import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { languageOf, speak } from '../src/report/messages';
import { speakers, type Speaker, type Text } from '../src/report/speaker';
import type { Language } from '../src/model/words';
import { inspect } from '../scripts/catalogues.mjs';
import { toModule } from '../scripts/compiled.mjs';
import { unusedKeys } from '../scripts/usedKeys.mjs';

type Catalogues = Partial<Record<'en' | 'th' | 'vi' | 'pl', Record<string, string>>>;

const things: Catalogues & Record<'en' | 'th' | 'vi' | 'pl', Record<string, string>> = {
  en: { things: '{count, plural, one{{count} thing} other{{count} things}} of {name}' },
  th: { things: '{count} สิ่งของ {name}' },
  vi: { things: '{count} món của {name}' },
  pl: { things: '{count, plural, one{{count} rzecz} few{{count} rzeczy} many{{count} rzeczy} other{{count} rzeczy}} z {name}' },
};

const withChange = (change: Catalogues): Catalogues => ({ ...things, ...change });
const problemsOf = (catalogues: Catalogues): string => inspect(catalogues, 'messages').problems.join('\n');

describe('what the compiler refuses', () => {
  test('complete catalogues have no problem and give typed arguments, the strictest of the four', () => {
    const found = inspect(things, 'messages');
    expect(found.problems).toEqual([]);
    expect(found.arguments).toEqual({ things: { count: 'number', name: 'string | number' } });
  });

  test.each<[string, Catalogues, string]>([
    ['a language is missing', { th: undefined }, 'messages/th.json is missing.'],
    ['a key is missing', { vi: {} }, 'messages/vi.json: things is missing.'],
    ['a key is too many', { vi: { ...things.vi, more: 'x' } }, 'messages/vi.json: more is not in messages/en.json.'],
    ['arguments differ', { th: { things: '{count} ชิ้น' } }, 'messages/th.json: things has the arguments count, but English has count, name.'],
    ['Polish lacks a form', { pl: { things: '{count, plural, one{a} few{b} other{c}} {name}' } }, 'messages/pl.json: things has a plural of {count} without many.'],
    ['English has a form it does not know', { en: { things: '{count, plural, few{a} other{c}} {name}' } }, 'messages/en.json: things cannot be read'],
    ['a text is empty', { th: { things: ' ' } }, 'messages/th.json: things has no text.'],
    ['a # stands in a plural', { th: { things: '{count, plural, other{#}} {name}' } }, 'messages/th.json: things has a # in a plural'],
    ['a number is formatted', { th: { things: '{count, number} {name}' } }, 'messages/th.json: things formats {count} as number'],
    ['a brace is open', { th: { things: '{count} {name' } }, 'messages/th.json: things cannot be read'],
  ])('it names file and key when %s', (_, change, sentence) => {
    expect(problemsOf(withChange(change))).toContain(sentence);
  });
});

describe('which keys count as used', () => {
  test('a key that stands as a literal is used, one that stands nowhere is not', () => {
    expect(unusedKeys(['a.used', 'a.idle'], ["say('a.used')"])).toEqual(['a.idle']);
  });

  test('a family is used as far as its last parts stand somewhere', () => {
    const sources = ['say(`label.${key}`)', "const KEYS = ['owner'];", 'const more = { target: 1 };'];
    expect(unusedKeys(['label.owner', 'label.target', 'label.gone', 'other.owner'], sources)).toEqual(['label.gone', 'other.owner']);
  });

  test('a template without a fixed beginning is no family, or every key would be used', () => {
    expect(unusedKeys(['a.b'], ["say(`${x}.${y}`); const all = ['a', 'b']"])).toEqual(['a.b']);
  });
});

describe('what the compiler makes', () => {
  type Say = Speaker<Record<string, Record<string, string | number>>>;
  const LANGUAGES = ['en', 'th', 'vi', 'pl'] as const;

  /** Speaks with the compiled module, in each language. */
  function compiled(catalogues: Catalogues): Record<Language, Say> {
    const table = vm.runInNewContext(toModule(catalogues).replace('export const messages =', '(').replace(/;\s*$/, ')')) as Record<string, readonly Text[]>;
    const of = speakers(table) as unknown as (language: Language) => Say;
    return Object.fromEntries(LANGUAGES.map((language) => [language, of(language)])) as Record<Language, Say>;
  }

  test('numbers take the right Polish form and texts stay as they are', () => {
    const say = compiled({ en: { t: 'x', ...things.en }, th: { t: 'ก', ...things.th }, vi: { t: 'ă', ...things.vi }, pl: { t: 'ż', ...things.pl } });
    const count = (n: number) => say.pl('things', { count: n, name: 'A' });
    expect([1, 2, 5, 12, 22, 25, 0].map(count)).toEqual(['1 rzecz z A', '2 rzeczy z A', '5 rzeczy z A', '12 rzeczy z A', '22 rzeczy z A', '25 rzeczy z A', '0 rzeczy z A']);
    expect(say.en('things', { count: 1, name: 'A' })).toBe('1 thing of A');
    expect(LANGUAGES.map((language) => say[language]('t', {}))).toEqual(['x', 'ก', 'ă', 'ż']);
  });

  test('the form of every Polish number is the one that CLDR gives', () => {
    const forms = '{count, plural, one{one} few{few} many{many} other{other}}';
    const say = compiled({ en: { f: '{count}' }, th: { f: '{count}' }, vi: { f: '{count}' }, pl: { f: forms } });
    const oracle = new Intl.PluralRules('pl');
    fc.assert(fc.property(fc.oneof(fc.nat(), fc.nat(40)), (count) => say.pl('f', { count }) === oracle.select(count)));
  });

  test('an exact number comes before its form, and a word chooses its own text or the last one', () => {
    const texts = Object.fromEntries(['en', 'th', 'vi'].map((language) => [language, { f: '{n, plural, =0{none} other{{n}}} {k, select, a{A} other{?}}' }]));
    const say = compiled({ ...texts, pl: { f: '{n, plural, =0{nic} one{jeden} few{kilka} many{wiele} other{x}} {k, select, a{A} other{?}}' } });
    expect([say.en('f', { n: 0, k: 'a' }), say.en('f', { n: 2, k: 'b' }), say.pl('f', { n: 0, k: 'constructor' }), say.pl('f', { n: 3, k: 'a' })]).toEqual(['none A', '2 ?', 'nic ?', 'kilka A']);
  });

  test('any text of a person comes out of a message as it went in', () => {
    const say = compiled(things);
    fc.assert(fc.property(fc.string(), (name) => say.th('things', { count: 2, name }) === `2 สิ่งของ ${name}`));
  });
});

describe('texts that are read on demand', () => {
  test('are read once, when the first one is said', async () => {
    vi.resetModules();
    const { speak: speakAll, textsComeFrom } = await import('../src/report/onDemand');
    let reads = 0;
    textsComeFrom(() => {
      reads += 1;
      return { pl: { 'setUp.again': 'again in pl' }, th: { 'setUp.again': 'again in th' } } as never;
    });
    expect(speakAll('pl')('menu.help')).toBe(speak('pl')('menu.help'));
    expect(reads).toBe(0);
    expect([speakAll('pl')('setUp.again'), speakAll('pl')('setUp.again'), speakAll('th')('setUp.again')]).toEqual(['again in pl', 'again in pl', 'again in th']);
    expect(reads).toBe(1);
  });
});

describe('the language of a workbook', () => {
  test.each([
    ['pl_PL', 'pl'],
    ['th', 'th'],
    ['Tiếng Việt', 'vi'],
    ['polish', 'pl'],
    ['xx', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    [7, 'en'],
    ['__proto__', 'en'],
  ])('%s is read as %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  test('the same speaker answers for the same language', () => {
    expect(speak('pl')).toBe(speak('pl'));
    expect(speak('pl')).not.toBe(speak('en'));
  });
});
