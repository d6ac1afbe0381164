/** The spilled blocks: what stands in them, row by row, and that a block lies beside the rows it is about. */
import { describe, expect, test } from 'vitest';
import { OKR_EXPECTED } from '../../src/functions/pace';
import { OKR_SCORE } from '../../src/functions/score';
import { OKR_ACTIONS, OKR_KEY_RESULTS, OKR_KPIS, OKR_OBJECTIVES } from '../../src/functions/tables';
import { ACTION, KEY_RESULT, KPI, OBJECTIVE, OTHER_KEY_RESULT, WORKBOOK, keysOf, ranges, settingsIn, sheet, type Row, type Workbook } from '../examples/sheets';

/** The four blocks of a workbook. */
function blocks(change: Partial<Workbook> = {}) {
  const { objectives, keyResults, actions, kpis, checkIns, settings } = ranges(change);
  return {
    objectives: OKR_OBJECTIVES(objectives, keyResults, settings, checkIns),
    keyResults: OKR_KEY_RESULTS(keyResults, objectives, settings, checkIns),
    kpis: OKR_KPIS(kpis, settings),
    actions: OKR_ACTIONS(actions, keyResults, settings),
  };
}

describe('the blocks of a workbook without a fault', () => {
  const { objectives, keyResults, kpis, actions } = blocks({ actions: [ACTION, { ...ACTION, id: 'A2', depends_on: 'A1' }] });

  test('objectives: score, progress, coverage, expected, status, confidence, chance, findings', () => {
    expect(objectives).toEqual([
      ['Score', 'Progress', 'Coverage', 'Expected', 'Status', 'Confidence', 'Chance', 'Findings'],
      [0.5, '█████░░░░░ 50%', '2 of 2', 0.494505494505, '● On track', 4, '', ''],
    ]);
  });

  test('key results: score, progress, expected, status, forecast, chance, needed, last check-in, findings', () => {
    expect(keyResults).toEqual([
      ['Score', 'Progress', 'Expected', 'Status', 'Forecast', 'Chance', 'Needed per week', 'Last check-in', 'Findings'],
      [0.5, '█████░░░░░ 50%', 0.494505494505, '● On track', '', '', expect.closeTo(70 / 46, 5), '2026-11-10', ''],
      [0.5, '█████░░░░░ 50%', 0.494505494505, '● On track', '', '', expect.closeTo(-14 / 46, 5), '2026-11-11', ''],
    ]);
  });

  test('KPIs: health, next due, findings', () => {
    expect(kpis).toEqual([['Health', 'Next due', 'Findings'], ['● Healthy', '2026-12-01', '']]);
  });

  test('key results: one that an unhealthy KPI guards is at risk, and says which KPI', () => {
    const { keyResults: rows, objectives: goals, settings, checkIns, kpis: guards } = ranges({ kpis: [{ ...KPI, current: 80, linked_to: 'O1.1' }] });
    const block = OKR_KEY_RESULTS(rows, goals, settings, checkIns, guards);
    expect(block.slice(1).map((row) => [row[3], row[8]])).toEqual([['▲ At risk', expect.stringContaining('K1')], ['● On track', '']]);
  });

  test('actions: what they wait for, findings', () => {
    expect(actions).toEqual([['Waits for', 'Findings'], ['', ''], ['A1', '△ It waits for A1']]);
  });
});

describe('rows', () => {
  const score = (block: readonly (readonly unknown[])[]) => block.slice(1).map((row) => row[0]);

  test('that are empty stay blank between the others, and the block ends with the last filled one', () => {
    const rows = [{}, KEY_RESULT, {}, {}, OTHER_KEY_RESULT, {}, {}];
    const block = blocks({ keyResults: rows }).keyResults;
    expect(score(block)).toEqual(['', 0.5, '', '', 0.5]);
    expect(block[1]).toEqual(Array(9).fill(''));
  });

  test('are as many in an open range with a thousand blank rows', () => {
    const open = [...ranges().keyResults, ...Array.from({ length: 1000 }, () => Array<string>(17).fill(''))];
    expect(OKR_KEY_RESULTS(open, ranges().objectives, ranges().settings)).toHaveLength(3);
  });

  test('in which only computed or foreign cells are filled are not filled', () => {
    const keys = [...keysOf('objectives'), 'mine', 'score', 'findings'];
    const rows: Row[] = [OBJECTIVE, { mine: 'a note', score: 0.5, findings: 'old' }];
    expect(OKR_OBJECTIVES(sheet('objectives', rows, keys), ranges().keyResults, ranges().settings)).toHaveLength(2);
  });

  test('of one table have the same width everywhere', () => {
    for (const block of Object.values(blocks({ keyResults: [{}, KEY_RESULT, {}, OTHER_KEY_RESULT], objectives: [{}, OBJECTIVE], actions: [{}, ACTION], kpis: [{}, KPI] }))) {
      expect(new Set(block.map((row) => row.length)).size).toBe(1);
    }
  });
});

describe('columns', () => {
  const plain = blocks().keyResults;
  const { objectives, settings, checkIns } = ranges();
  const withKeys = (keys: string[], rows: readonly Row[] = WORKBOOK.keyResults) => OKR_KEY_RESULTS(sheet('keyResults', rows, keys), objectives, settings, checkIns);

  test('may stand in any order, with others in between', () => {
    expect(withKeys([...keysOf('keyResults')].reverse())).toEqual(plain);
    expect(withKeys(keysOf('keyResults').flatMap((key) => ['', key, 'my_own']))).toEqual(plain);
  });

  test('may have keys in capitals and with spaces', () => {
    const [keys = [], ...rest] = sheet('keyResults', WORKBOOK.keyResults);
    expect(OKR_KEY_RESULTS([keys.map((key) => ` ${String(key).toUpperCase()} `), ...rest], objectives, settings, checkIns)).toEqual(plain);
  });

  test('that are missing are told where the findings have their label, and the rest still scores', () => {
    const [labels, first] = withKeys(keysOf('keyResults').filter((key) => key !== 'objective_id' && key !== 'note'));
    expect(labels?.[8]).toBe('Findings: ✖ The column with the key “objective_id” is missing from row 1 of Key Results');
    const [withoutWeights] = withKeys(keysOf('keyResults').filter((key) => key !== 'weight'));
    expect(withoutWeights?.[8]).toBe('Findings: ✖ The column with the key “weight” is missing from row 1 of Key Results');
    expect(first?.[0]).toBe(0.5);
  });

  test('that stand twice are told there too', () => {
    expect(withKeys([...keysOf('keyResults'), 'target'])[0]?.[8]).toBe('Findings: ✖ The key “target” stands in row 1 more than once');
  });
});

describe('arguments', () => {
  const { objectives, keyResults, settings } = ranges();

  test('without an as-of day there are scores, and the label of the findings says what is missing', () => {
    for (const none of [settingsIn({ as_of: '' }), '', undefined, [['']]]) {
      const [labels, first] = OKR_KEY_RESULTS(keyResults, objectives, none);
      expect(labels?.[8]).toBe('Findings: △ No as-of day in the settings, so nothing can be expected yet');
      expect(first?.slice(0, 4)).toEqual([0.5, '█████░░░░░ 50%', '', '']);
    }
  });

  test('without check-ins nothing is said about them', () => {
    for (const none of [undefined, '', null, sheet('checkIns', [])]) {
      expect(OKR_KEY_RESULTS(keyResults, objectives, settings, none).slice(1).map((row) => row.slice(7))).toEqual([['', ''], ['', '']]);
      expect(OKR_OBJECTIVES(objectives, keyResults, settings, none)).toEqual(OKR_OBJECTIVES(objectives, keyResults, settings));
    }
  });

  test.each([['nothing', ''], ['an empty cell in a range', [['']]], ['undefined', undefined], ['null', null], ['blank rows', [['', ''], ['', ''], ['', '']]]])('%s is a table without rows: labels alone', (_, empty) => {
    expect(OKR_OBJECTIVES(empty, empty, settings)).toEqual([['Score', 'Progress', 'Coverage', 'Expected', 'Status', 'Confidence', 'Chance', 'Findings']]);
    expect(OKR_KEY_RESULTS(empty, empty, settings, empty)).toEqual([['Score', 'Progress', 'Expected', 'Status', 'Forecast', 'Chance', 'Needed per week', 'Last check-in', 'Findings']]);
    expect(OKR_KPIS(empty, settings)).toEqual([['Health', 'Next due', 'Findings']]);
    expect(OKR_ACTIONS(empty, empty, settings)).toEqual([['Waits for', 'Findings']]);
  });

  test('a function changes none of the cells it is handed', () => {
    const before = structuredClone(ranges());
    const given = ranges();
    OKR_KEY_RESULTS(given.keyResults, given.objectives, given.settings, given.checkIns);
    OKR_OBJECTIVES(given.objectives, given.keyResults, given.settings, given.checkIns);
    expect(given).toEqual(before);
  });
});

test('a table and the function of one cell give the same score and expected value', () => {
  const rows: Row[] = [KEY_RESULT, OTHER_KEY_RESULT, { ...KEY_RESULT, measure: 'Milestone', start: 'n/a', current: 'done' }, { ...KEY_RESULT, measure: 'At least', current: 55 }, { ...KEY_RESULT, plan: '2026-11-15: 45' }, { ...KEY_RESULT, current: '' }];
  const block = OKR_KEY_RESULTS(sheet('keyResults', rows), ranges().objectives, settingsIn());
  const column = (key: string) => rows.map((row) => [row[key]]);
  expect(block.slice(1).map((row) => [row[0]])).toEqual(OKR_SCORE(column('start'), column('target'), column('current'), column('measure')));
  expect(block.slice(1).map((row) => [row[2]])).toEqual(OKR_EXPECTED(column('start_date'), column('due_date'), '2026-11-15', '', column('plan'), column('start'), column('target')));
});
