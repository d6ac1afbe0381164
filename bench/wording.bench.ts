/** How many texts OKR_CHECK looks at in a second, in each language, beside a mere split of them into words, and what the first one costs. */
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { median, type Figure } from './figure';

const LANGUAGES = ['en', 'th', 'vi', 'pl'];
const TEXTS = 5_000;
const RUNS = 7;
/** All rules together may take so many times as long as the engine's own split into words, on which any look at a wording begins. */
const TIMES = 4;
/** A first text that takes longer than this is felt when a cell is typed. */
const FIRST = 50; // ms

/** The labelled texts of the tests, good and bad ones, as two columns. */
function columns(language: string): { texts: string[][]; kinds: string[][] } {
  const examples = JSON.parse(readFileSync(`test/rules/wording/${language}.json`, 'utf8')) as Record<string, [string, string[]][]>;
  const all = Object.entries(examples).flatMap(([kind, list]) => list.map(([text]) => ({ text, kind })));
  const rows = Array.from({ length: TEXTS }, (_, i) => all[i % all.length]);
  return { texts: rows.map((row) => [row?.text ?? '']), kinds: rows.map((row) => [row?.kind ?? '']) };
}

export default function wording(): Figure[] {
  const context = vm.createContext({});
  vm.runInContext(readFileSync('dist/Code.js', 'utf8'), context, { filename: 'Code.js' });
  const timed = (expression: string): number => {
    const start = performance.now();
    vm.runInContext(expression, context);
    return performance.now() - start;
  };
  return LANGUAGES.flatMap((language): Figure[] => {
    const given = columns(language);
    context['given'] = given;
    const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    const split = (): number => {
      const start = performance.now();
      const words = given.texts.reduce((sum, [text = '']) => sum + [...segmenter.segment(text)].length, 0);
      if (words < TEXTS) throw new Error('Texts of no words say nothing about the time they take.');
      return performance.now() - start;
    };
    split(); // once to warm up
    const yardstick = median(Array.from({ length: RUNS }, split));
    const first = timed('OKR_CHECK(given.texts[0][0], given.kinds[0][0])');
    timed('OKR_CHECK(given.texts, given.kinds)'); // once to warm up
    const time = median(Array.from({ length: RUNS }, () => timed('OKR_CHECK(given.texts, given.kinds)')));
    return [
      { name: `OKR_CHECK, texts per second, ${language}`, value: (TEXTS / time) * 1000, unit: 'texts' },
      { name: `OKR_CHECK, ${TEXTS} texts, ${language}`, value: time, unit: 'ms', budget: TIMES * yardstick, yardstick: `${TIMES} times their split into words: ${yardstick.toFixed(1)} ms` },
      { name: `OKR_CHECK, the first text, ${language}`, value: first, unit: 'ms', budget: FIRST },
    ];
  });
}
