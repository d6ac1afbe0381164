/** What formulas say lies in Code.js: none of them ever reads a file of texts, which Google would not let it do. */
import { beforeAll, expect, test } from 'vitest';
import { OKR_ACTIONS, OKR_KEY_RESULTS, OKR_KPIS, OKR_OBJECTIVES } from '../../src/functions/tables';
import { OKR_SUMMARY } from '../../src/functions/summary';
import { LANGUAGES } from '../../src/model/words';
import { textsComeFrom } from '../../src/report/onDemand';
import { EXAMPLES } from '../examples/findings';
import { ranges, type Workbook } from '../examples/sheets';

beforeAll(() => {
  textsComeFrom(() => {
    throw new Error('A formula wanted the texts that are read on demand.');
  });
});

test.each(LANGUAGES)('every finding of every example is said in %s without a file', (language) => {
  for (const { change, code } of EXAMPLES) {
    const { objectives, keyResults, actions, kpis, checkIns, settings } = ranges(change as Partial<Workbook>);
    const said = [...settings, ['language', language, '']];
    const spoken = settings.some(([key]) => key === 'language') ? settings.map((row) => (row[0] === 'language' ? ['language', language, ''] : row)) : said;
    const all = [
      OKR_OBJECTIVES(objectives, keyResults, spoken, checkIns), OKR_KEY_RESULTS(keyResults, objectives, spoken, checkIns),
      OKR_KPIS(kpis, spoken), OKR_ACTIONS(actions, keyResults, spoken),
    ];
    for (const block of all) expect(block.flat().every((cell) => cell !== undefined), code).toBe(true);
    expect(typeof OKR_SUMMARY(objectives, keyResults, spoken, checkIns)).toBe('string');
  }
});
