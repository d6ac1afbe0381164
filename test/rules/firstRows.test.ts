/** Where a text stood first, held against a Map. */
import fc from 'fast-check';
import { test } from 'vitest';
import { FirstRows } from '../../src/rules/firstRows';

test('the first row of each text is remembered as a Map would, over thousands of texts', () => {
  const text = fc.oneof(fc.string(), fc.nat(3000).map((number) => `O${number}.1`), fc.constantFrom('__proto__', '', 'a', 'A', 'a.', ' a'));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3000, size: 'max' }), (list) => {
      const first = new FirstRows();
      const known = new Map<string, number>();
      list.forEach((text, index) => {
        const wanted = known.get(text);
        if (wanted === undefined) known.set(text, index + 3);
        if (first.take(text, index + 3) !== wanted) throw new Error(`Row ${index + 3}: ${JSON.stringify(text)} should have stood first in ${wanted}.`);
      });
    }),
    { numRuns: 20 },
  );
});
