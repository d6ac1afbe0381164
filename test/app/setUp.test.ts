/** "Set up this spreadsheet" in an empty spreadsheet, in the language of whoever does it. */
import { beforeAll, describe, expect, test } from 'vitest';
import en from '../../src/report/messages/en.json';
import pl from '../../src/report/messages/pl.json';
import th from '../../src/report/messages/th.json';
import vi from '../../src/report/messages/vi.json';
import type { Host } from '../../src/local/types';
import type { SheetState, State } from './state';
import { act, fill, openHost, scores, setUpHost, SMALL, stateOf } from './workbook';

type Catalogue = Record<string, string>;
const catalogues: Record<string, Catalogue> = { en, th, vi, pl };

/** The keys of design.md section 3, those that people fill and those that are computed. */
const KEYS: Record<string, [string, string]> = {
  Objectives: ['id objective level team owner parent kind priority weight start_date due_date note', 'score bar coverage expected status confidence chance findings'],
  'Key Results': [
    'id objective_id key_result owner measure unit start target current confidence weight start_date due_date plan reading source note',
    'score bar expected status forecast chance needed last_check_in findings',
  ],
  Actions: ['id key_result_id action owner due_date state depends_on effort link', 'blocked findings'],
  KPIs: ['id kpi team owner measure unit target from to source frequency current measured_on linked_to', 'health next_due findings'],
  'Check-ins': ['at key_result_id author value confidence progress blockers ref', ''],
  Settings: ['key value help', ''],
};
const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const sheetOf = (state: State, name: string): SheetState => {
  const sheet = state.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`There is no sheet ${name}.`);
  return sheet;
};
const columnOf = (sheet: SheetState, key: string): number => (sheet.values[0] ?? []).indexOf(key);
const checkOf = (sheet: SheetState, key: string): unknown => sheet.checks[0]?.[columnOf(sheet, key)];

describe.each(['en', 'th', 'vi', 'pl'])('setting up with the language %s', (language) => {
  const say = catalogues[language] as Catalogue;
  let host: Host;
  let state: State;
  beforeAll(async () => {
    host = await setUpHost({ userLocale: language });
    state = await stateOf(host);
  }, 60_000);

  test('nothing fails, and the eight sheets stand in front of what was there', () => {
    expect(host.failures()).toEqual([]);
    expect(state.sheets.map((sheet) => sheet.name)).toEqual([...Object.keys(KEYS).slice(0, 5), 'Dashboard', 'Settings', 'History', 'Sheet1']);
    expect(sheetOf(state, 'Sheet1').values).toEqual([['']]);
  });

  test.each(Object.entries(KEYS))('%s has its keys, hidden, and its labels in that language', (name, [filled, computed]) => {
    const sheet = sheetOf(state, name);
    const keys = [...words(filled), ...words(computed)];
    expect(sheet.values[0]).toEqual(keys);
    expect(sheet.values[1]).toEqual(keys.map((key) => say[`label.${key}`]));
    expect(sheet.hiddenRows).toEqual([1]);
    expect(sheet.frozen[0]).toBe(2);
  });

  test('drop-downs and the help of input checks are in that language, and nothing that is typed is refused', () => {
    const kind = checkOf(sheetOf(state, 'Objectives'), 'kind');
    expect(kind).toEqual(['VALUE_IN_LIST', [[say['word.Committed'], say['word.Aspirational']], true], true, say['validation.choice']]);
    expect(checkOf(sheetOf(state, 'Key Results'), 'measure')).toEqual([
      'VALUE_IN_LIST',
      [['Increase', 'Decrease', 'At least', 'At most', 'Milestone'].map((word) => say[`word.${word}`]), true],
      true,
      say['validation.choice'],
    ]);
    const refusing = state.sheets.flatMap((sheet) => sheet.checks.flat()).filter((check) => Array.isArray(check) && check[2] !== true);
    expect(refusing).toEqual([]);
  });

  test('the toast says in that language what to do first', () => {
    expect(host.messages()).toEqual([
      { kind: 'toast', title: say['setUp.done'], text: say['setUp.first']?.replace('{sheet}', 'Objectives').replace('{other}', 'Key Results') },
    ]);
    expect(host.shown()).toEqual({ sheet: 'Objectives', a1: 'A3' });
  });

  test('the computed blocks are protected by a warning in that language', () => {
    const protections = state.sheets.flatMap((sheet) => sheet.protections);
    expect(protections).toEqual(['M1:T1000', 'R1:Z1000', 'J1:K1000', 'O1:Q1000'].map((range) => [say['protection.computed'], range, true]));
  });
});

describe('a workbook that was just set up', () => {
  let host: Host;
  let state: State;
  beforeAll(async () => {
    host = await setUpHost();
    state = await stateOf(host);
  }, 60_000);

  test('has one formula per computed table, over open ranges of its input columns', () => {
    const formulas = state.sheets.flatMap((sheet) => sheet.formulas.flatMap((row, r) => row.flatMap((text, c) => (text === '' ? [] : [`${sheet.name}!${letters[c]}${r + 1} ${text}`]))));
    expect(formulas).toEqual([
      "Objectives!M2 =OKR_OBJECTIVES(Objectives!A1:L, 'Key Results'!A1:Q, Settings!A1:C, 'Check-ins'!A1:H)",
      "Key Results!R2 =OKR_KEY_RESULTS('Key Results'!A1:Q, Objectives!A1:L, Settings!A1:C, 'Check-ins'!A1:H, KPIs!A1:N)",
      "Actions!J2 =OKR_ACTIONS(Actions!A1:I, 'Key Results'!A1:Q, Settings!A1:C, History!D1:D)",
      'KPIs!O2 =OKR_KPIS(KPIs!A1:N, Settings!A1:C)',
    ]);
  });

  test('has the quarter of the host’s clock in its settings, as dates, and a help for each key', () => {
    const rows = new Map(sheetOf(state, 'Settings').values.slice(2).map(([key, ...rest]) => [key, rest] as const));
    const value = (key: string): unknown => rows.get(key)?.[0];
    expect(value('cycle_name')).toBe('2026-Q4');
    // Midnight in Warsaw, which goes over to winter time in between.
    expect([value('cycle_start'), value('cycle_end'), value('as_of')]).toEqual(['2026-09-30T22:00:00.000Z', '2026-12-30T23:00:00.000Z', '2026-11-20T23:00:00.000Z']);
    expect([value('language'), value('on_track_gap'), value('at_risk_gap'), value('max_objectives'), value('max_key_results'), value('check_in_days')]).toEqual(['en', 0.1, 0.25, 5, 5, 14]);
    expect([value('roll_up'), value('objective_status')]).toEqual(['key results', 'own score']);
    expect([...rows.values()].every(([, help]) => String(help).length > 10)).toBe(true);
  });

  test('checks owners, days, weights and confidence, and offers the ids of the other sheet', () => {
    const keyResults = sheetOf(state, 'Key Results');
    expect((checkOf(keyResults, 'owner') as unknown[])[0]).toBe('TEXT_IS_VALID_EMAIL');
    expect((checkOf(keyResults, 'due_date') as unknown[])[0]).toBe('DATE_IS_VALID_DATE');
    expect((checkOf(keyResults, 'confidence') as unknown[]).slice(0, 2)).toEqual(['NUMBER_BETWEEN', [1, 5]]);
    expect((checkOf(keyResults, 'weight') as unknown[]).slice(0, 2)).toEqual(['NUMBER_BETWEEN', [0, 1e15]]);
    expect((checkOf(keyResults, 'objective_id') as unknown[]).slice(0, 2)).toEqual(['VALUE_IN_RANGE', ['Objectives!A3:A1000', true]]);
    expect(checkOf(keyResults, 'current')).toBeNull(); // done, TRUE and 50% are all right for a milestone
    expect(keyResults.checks[1]).toEqual(keyResults.checks[0]); // down to the last row
  });

  test('has formats that keep ids as text and show days and scores', () => {
    const keyResults = sheetOf(state, 'Key Results');
    const format = (key: string): string | undefined => keyResults.formats[1]?.[columnOf(keyResults, key)];
    expect(['id', 'objective_id', 'key_result', 'plan'].map(format)).toEqual(['@', '@', '@', '@']);
    expect([format('due_date'), format('score'), format('expected')]).toEqual(['yyyy-mm-dd', '0.00', '0.00']);
    expect(format('current')).toBe(format('target'));
    expect(format('current')).not.toBe('@');
  });

  test('colours statuses by symbol, word and colour, and findings by their sign', () => {
    const rules = sheetOf(state, 'Objectives').rules as [string[], string, unknown[], boolean | null][];
    const texts = (a1: string): unknown[] => rules.filter(([ranges]) => ranges[0] === a1).map(([, type, values]) => [type, values[0]]);
    expect(texts('Q3:Q1000')).toEqual(['✔ ', '● ', '▲ ', '■ ', '◇ ', '– '].map((text) => ['TEXT_STARTS_WITH', text]));
    expect(texts('T3:T1000')).toEqual(['✖ ', '△ ', '◇ '].map((text) => ['TEXT_STARTS_WITH', text]));
    expect(texts('N3:N1000')).toEqual([['TEXT_STARTS_WITH', '█'], ['TEXT_STARTS_WITH', '░']]);
    expect(rules).toHaveLength(11);
  });

  test('names its tables, the as-of day and the dashboard for people’s own formulas', () => {
    expect(state.names).toEqual([
      'actions_table Actions!A1:I1000', 'as_of_day Settings!B6', 'check_ins_table Check-ins!A1:H1000', 'dashboard_page Dashboard!A1:L420',
      'history_table History!A1:X1000', 'key_results_table Key Results!A1:Q1000', 'kpis_table KPIs!A1:N1000', 'objectives_table Objectives!A1:L1000',
      'settings_table Settings!A1:C1000',
    ]);
  });

  test('remembers its sheets by id in one property, and nothing unfinished', async () => {
    const ids = await act(host, (book) => book.getSheets().map((sheet) => [sheet.getName(), sheet.getSheetId()] as const));
    const remembered = JSON.parse(state.remembered ?? '') as { layout: number; sheets: Record<string, number>; unfinished?: unknown };
    const idOf = Object.fromEntries(ids) as Record<string, number>;
    expect(remembered.layout).toBe(1);
    expect(remembered.unfinished).toBeUndefined();
    expect(remembered.sheets).toEqual({
      objectives: idOf['Objectives'], keyResults: idOf['Key Results'], actions: idOf['Actions'], kpis: idOf['KPIs'], checkIns: idOf['Check-ins'],
      dashboard: idOf['Dashboard'], settings: idOf['Settings'], history: idOf['History'],
    });
  });

  const runsOf = async (a1: string, value: string | number): Promise<Record<string, number>> => {
    host.resetServiceCalls();
    await host.type('Key Results', a1, value);
    await host.settled();
    return { ...host.customFunctionRuns() };
  };

  test('scores what is filled in, with one run per table for an edit', async () => {
    await fill(host, SMALL);
    expect(await scores(host, 'Key Results')).toEqual({ 'O1.1': 0.5, 'O1.2': 1, 'O2.1': '' });
    expect(await scores(host, 'Objectives')).toEqual({ O1: 0.75, O2: '' });
    expect(await runsOf('G3', -100)).toEqual({ OKR_KEY_RESULTS: 1, OKR_OBJECTIVES: 1, OKR_ACTIONS: 1 });
    expect(await scores(host, 'Key Results')).toMatchObject({ 'O1.1': 0.75 });
    expect(host.failures()).toEqual([]);
  });

  test('a current value that is typed is one edit, the check-in that it becomes another: one run per table for each, and the day of the check-in is right', async () => {
    expect(await runsOf('I3', 200)).toEqual({ OKR_KEY_RESULTS: 2, OKR_OBJECTIVES: 2, OKR_ACTIONS: 1 });
    expect(await scores(host, 'Objectives')).toEqual({ O1: 1, O2: '' });
    expect(host.values('Check-ins', 'B3:D4')).toEqual([['O1.1', '', 200], ['', '', '']]);
    expect(host.values('Key Results', 'Y3')).toEqual([['2026-11-21']]);
    expect(await runsOf('I3', 200)).toEqual({ OKR_KEY_RESULTS: 1, OKR_OBJECTIVES: 1, OKR_ACTIONS: 1 }); // the same again says nothing new
    expect(host.failures()).toEqual([]);
  });
});

test('while somebody else holds the lock, a sentence says so and nothing changes', async () => {
  const host = await openHost({ userLocale: 'pl' });
  await host.open('LIMITED');
  const before = await stateOf(host);
  host.holdLock('document', 60_000);
  await expect(host.click('setUpSpreadsheet')).rejects.toThrow(pl['error.busy']);
  expect(await stateOf(host)).toEqual(before);
  host.holdLock('document', 0);
  await host.click('setUpSpreadsheet');
  expect((await stateOf(host)).sheets).toHaveLength(9);
}, 30_000);
