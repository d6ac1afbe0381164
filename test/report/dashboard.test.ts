/** The dashboard's page, with numbers worked out by hand over a small company, under every filter and with bad input. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PAGE_WIDTHS } from '../../src/app/dress';
import { pageOf } from '../../src/app/refresh';
import { LANGUAGES, STATUSES } from '../../src/model/words';
import { PAGE_CHARTS, PAGE_COLUMNS, PAGE_ROWS, UPPER_ROWS, WEEKS, type DashboardFilter } from '../../src/report/dashboard';
import { daysOf } from '../../src/report/dashboard/weeks';
import { speak } from '../../src/report/onDemand';
import { badge } from '../../src/report/vocabulary';
import { sheet, type Row } from '../examples/sheets';
import { ranges, settingsIn, type Workbook } from '../examples/sheets';
import { day, settings } from '../examples/okrs';

const dates = { start_date: '2026-10-01', due_date: '2026-12-30' }; // 90 days, so that 15 November is exactly the middle
const OPEN: DashboardFilter = { team: '', owner: '', level: '', priority: '', cycle: '' };
const AROUND = { where: { tabs: 8, at: { keyResults: [1, 22], actions: [2, 33], kpis: [3, 44], checkIns: [4, 55], objectives: [0, 11], history: [7, 88] } }, url: 'https://sheets.example/book', now: new Date(0) } as const;

/**
 * O1 of Care: 0.8 (40 of 50) and 0.2 (10 of 50) make 0.5. O2 of Sales, weight 1: 0.3. The whole: (0.5 + 0.3) / 2 = 0.4. Asked for: 45 of 90 days, 0.5.
 * O1.1 is ahead: On track. O1.2 is 0.3 behind: Off track. O2.1 is 0.2 behind: At risk.
 */
const COMPANY: Partial<Workbook> = {
  objectives: [
    { id: 'O1', objective: 'Customers stay', level: 'Company', team: 'Care', owner: 'ana@x.com', priority: 'High', ...dates },
    { id: 'O2', objective: 'Dealers come back', level: 'Team', team: 'Sales', owner: 'bo@x.com', priority: 'Low', parent: 'O1', ...dates },
  ],
  keyResults: [
    { id: 'O1.1', objective_id: 'O1', key_result: 'Renewals rise from 0 to 50', owner: 'ana@x.com', start: 0, target: 50, current: 40, confidence: 4, ...dates },
    { id: 'O1.2', objective_id: 'O1', key_result: 'Visits rise from 0 to 50', owner: 'cy@x.com', start: 0, target: 50, current: 10, confidence: 3, ...dates },
    { id: 'O2.1', objective_id: 'O2', key_result: 'Orders rise from 0 to 100', owner: 'bo@x.com', start: 0, target: 100, current: 30, confidence: 3, ...dates },
  ],
  actions: [
    { id: 'A1', key_result_id: 'O1.1', action: 'Call the ten largest', owner: 'ana@x.com', due_date: '2026-11-10', state: 'In progress', effort: 10, link: 'https://example.com/calls' },
    { id: 'A2', key_result_id: 'O2.1', action: 'Visit dealers', owner: 'bo@x.com', due_date: '2026-12-01', state: 'To do', depends_on: 'A1', effort: 30, link: 'ask Bo' },
    { id: 'A3', key_result_id: 'O1.2', action: 'Write to everybody', owner: 'ana@x.com', due_date: '2026-10-10', state: 'Done', effort: 20 },
    { id: 'A4', key_result_id: 'O1.2', action: 'Buy a van', owner: 'cy@x.com', due_date: '2026-12-10', state: 'Blocked' },
  ],
  kpis: [
    { id: 'K1', kpi: 'Uptime', team: 'Care', owner: 'ana@x.com', measure: 'At least', unit: '%', target: 99, current: 99.5, from: '2026-10-01', to: '2026-12-31', source: 'Monitor', frequency: 'Weekly', measured_on: '2026-11-02' },
    { id: 'K2', kpi: 'Returns', team: 'Sales', owner: 'bo@x.com', measure: 'At most', unit: '%', target: 8, current: 14, from: '2026-10-01', to: '2026-12-31', source: 'Shop', frequency: 'Monthly', measured_on: '2026-11-02' },
  ],
  checkIns: [
    { at: '2026-10-18', key_result_id: 'O1.1', author: 'ana@x.com', value: 10, confidence: 2 },
    { at: '2026-11-01', key_result_id: 'O1.1', author: 'ana@x.com', value: 20, confidence: 4, progress: 'Two signed' },
    { at: '2026-11-14', key_result_id: 'O1.1', author: 'ana@x.com', value: 40, confidence: 4, blockers: 'No van' },
    { at: '2026-11-10', key_result_id: 'O1.2', author: 'cy@x.com', value: 10, confidence: 3 },
    { at: '2026-10-31', key_result_id: 'O2.1', author: 'bo@x.com', value: 30, confidence: 3 },
    { at: '2026-11-02', key_result_id: 'K1', author: 'ana@x.com', value: 99.5 },
    { at: '2026-11-20', key_result_id: 'O2.1', author: 'bo@x.com', value: 90, confidence: 5, progress: 'Not yet happened' },
  ],
  settings: Object.entries({ cycle_name: '2026-Q4', cycle_start: '2026-10-01', cycle_end: '2026-12-30', as_of: '2026-11-15', language: 'en' }).map(([key, value]) => ({ key, value })),
};

const pinnedIn = (language: string): Partial<Workbook> => ({ ...COMPANY, settings: [...(COMPANY.settings ?? []).filter(({ key }) => key !== 'language'), { key: 'language', value: language }, { key: 'as_of_pinned', value: 'yes' }] });

function page(change: Partial<DashboardFilter> = {}, workbook: Partial<Workbook> = COMPANY, history: readonly Row[] = []) {
  const cells = ranges(workbook);
  return pageOf((table) => (table === 'history' ? sheet('history', history) : cells[table]), { ...OPEN, ...change }, AROUND);
}
type Page = ReturnType<typeof page>;
const rowOf = (cells: Page, first: string, after = ''): unknown[] => cells.slice(after === '' ? 0 : at(cells, after)).find(([cell]) => cell === first) ?? [];
const at = (cells: Page, first: string): number => cells.findIndex(([cell]) => cell === first);
/** The first cells of the rows under a heading, without the heads. */
const under = (cells: Page, heading: string): unknown[] => {
  const from = at(cells, heading);
  if (from < 0) return [];
  const rest = cells.slice(from + 2);
  return rest.slice(0, rest.findIndex((row) => row.every((cell) => cell === ''))).map(([cell]) => cell);
};
const cards = (cells: Page) => rowOf(cells, 'Overall score').slice(2, 9);

describe('the upper part', () => {
  test('has score, expected, coverage, days left and discipline: 0.4 of 0.5, 3 of 3, 45 days, and bo was last seen 15 days ago', () => {
    expect(cards(page())).toEqual([0.4, 0.5, '3 of 3', '', 45, '', '66% · 2 of 3']);
  });

  test('counts the statuses under their names', () => {
    const cells = page();
    expect(rowOf(cells, 'Key results by status').slice(4, 10)).toEqual(STATUSES.map((status) => badge(status, 'en')));
    expect(cells[10]?.slice(4, 10)).toEqual([0, 1, 1, 1, 0, 0]);
  });

  test('has the scores of teams, best first', () => {
    expect(page().slice(14, 17).map((row) => [row[0], row[2]])).toEqual([['Care', 0.5], ['Sales', 0.3], ['', '']]);
  });

  test('has every week of the cycle: scores from the log up to today, the plan to the end, and what owners thought', () => {
    const weeks = page().slice(WEEKS.head, WEEKS.head + WEEKS.rows).map(([when, , score, expected, confidence]) => [when, score, expected, confidence]);
    // 4 October is 3 of 90 days. On 18 October only O1.1 is known: 10 of 50. On 1 November 20 of 50 and Sales at 0.3: (0.4 + 0.3) / 2.
    expect(weeks.map((week) => week[0])).toEqual(['2026-10-04', '2026-10-11', '2026-10-18', '2026-10-25', '2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22', '2026-11-29', '2026-12-06', '2026-12-13', '2026-12-20', '2026-12-27', '']);
    expect(weeks[0]).toEqual(['2026-10-04', '', expect.closeTo(3 / 90, 9), '']);
    expect(weeks[2]).toEqual(['2026-10-18', 0.2, expect.closeTo(17 / 90, 9), 2]);
    expect(weeks[4]).toEqual(['2026-11-01', 0.35, expect.closeTo(31 / 90, 9), 3.5]);
    expect(weeks[6]).toEqual(['2026-11-15', 0.4, 0.5, 3.3]);
    expect(weeks[7]).toEqual(['2026-11-22', '', expect.closeTo(52 / 90, 9), '']);
  });

  test('of many teams shows the eight with the lowest scores, best first, and none without a score', () => {
    const teams = Array.from({ length: 11 }, (_, i) => i); // team 0 has no score, team 1 has 0.1, team 10 has 1
    const many: Partial<Workbook> = {
      ...COMPANY, actions: [], kpis: [], checkIns: [],
      objectives: teams.map((i) => ({ id: `M${i}`, objective: `Aim ${i}`, team: `Team ${i}`, owner: 'ana@x.com', ...dates })),
      keyResults: teams.map((i) => ({ id: `M${i}.1`, objective_id: `M${i}`, key_result: `Figure ${i} rises from 0 to 10`, start: 0, target: 10, current: i === 0 ? '' : i, ...dates })),
    };
    expect(page({}, many).slice(14, 23).map((row) => [row[0], row[2]])).toEqual([...[8, 7, 6, 5, 4, 3, 2, 1].map((i) => [`Team ${i}`, i / 10]), ['', '']]);
  });

  test('holds the scores against the plans of those objectives that have one, in the cards and in every week', () => {
    // O3 has no score; its plan of ten days from 10 November would ask for 0.5 on the 15th, and lift the mean of the 22nd.
    const more: Partial<Workbook> = { ...COMPANY, objectives: [...COMPANY.objectives!, { id: 'O3', objective: 'Not begun', team: 'Care', owner: 'ana@x.com', weight: 5, start_date: '2026-11-10', due_date: '2026-11-20' }] };
    const asked = (cells: Page) => cells.slice(WEEKS.head, WEEKS.head + WEEKS.rows).map((row) => row[3]);
    expect(asked(page({}, more))).toEqual(asked(page()));
    expect(asked(page())[7]).toBeCloseTo(52 / 90, 9);
  });

  test('prints on one page across: the charts end where the lists begin, and the whole is no higher than A4', () => {
    const cells = page();
    expect(at(cells, 'Needs attention first')).toBe(UPPER_ROWS);
    const [, score, confidence] = PAGE_CHARTS;
    expect([score!.row + score!.rows, confidence!.row + confidence!.rows]).toEqual([confidence!.row, UPPER_ROWS + 1]);
    expect(Math.min(score!.rows, confidence!.rows) * 21).toBeGreaterThanOrEqual(160); // pixels
    const height = UPPER_ROWS * 21 + (34 - 21) + (36 - 21); // the row of figures and that of the heads are higher
    expect(PAGE_WIDTHS).toHaveLength(PAGE_COLUMNS - 1);
    expect(PAGE_WIDTHS.reduce((sum, one) => sum + one, 0) / height).toBeGreaterThan(297 / 210);
  });

  test.each(LANGUAGES)('Help names the cells that are written anew and those that fill one printed page: %s', (language) => {
    const help = speak(language)('help.text');
    expect([help.includes(`A1:L${PAGE_ROWS}`), help.includes(`A1:K${UPPER_ROWS}`)]).toEqual([true, true]);
  });

  test('says for which day it is', () => {
    expect(page()[1]?.[0]).toBe('2026-Q4 · as of 2026-11-15');
    expect(page()[1]?.[9]).toEqual(new Date(0));
  });

  test.each([['en', '2026-Q4 · as of 2026-11-15 (pinned)'], ['th', '2026-Q4 · ณ 2026-11-15 (ตรึงวันที่ไว้)'], ['vi', '2026-Q4 · tính đến 2026-11-15 (ngày cố định)'], ['pl', '2026-Q4 · stan na 2026-11-15 (dzień ustalony na stałe)']])('says in the language %s that somebody holds the day there', (language, line) => {
    expect(page({}, pinnedIn(language))[1]?.[0]).toBe(line);
  });
});

describe('the weeks of a cycle', () => {
  test.each([
    ['a quarter, on its last day: 14 weeks', { asOf: day('2026-12-31') }, 14, '2026-10-01', '2026-12-31'],
    ['half a year: every second week', { cycleEnd: day('2027-03-31') }, 13, '2026-10-04', '2027-03-21'],
    ['a year: every fourth week', { cycleEnd: day('2027-09-30') }, 13, '2026-10-18', '2027-09-19'],
    ['no days of the cycle: today', { cycleStart: undefined, cycleEnd: undefined }, 1, '2026-11-15', '2026-11-15'],
    ['a cycle that is over for 221 weeks: every 16th', { asOf: day('2030-12-31') }, 14, '2027-01-05', '2030-12-31'],
  ])('%s', (_name, change, count, first, last) => {
    const days = daysOf(settings(change), undefined);
    expect([days.length, days[0], days[days.length - 1]]).toEqual([count, first, last]);
  });

  test('never more than the table holds, in order, with the as-of day among them', () => {
    const some = fc.integer({ min: 0, max: 2000 });
    fc.assert(
      fc.property(some, some, some, (from, to, on) => {
        const text = (days: number) => day(new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
        const days = daysOf(settings({ cycleStart: text(from), cycleEnd: text(to), asOf: text(on) }), undefined);
        expect(days.length).toBeLessThanOrEqual(WEEKS.rows);
        expect(days).toContain(text(on));
        expect([...days].sort()).toEqual(days);
      }),
    );
  });
});

describe('the lists', () => {
  test('begin with what is furthest behind, with reason and link', () => {
    const cells = page();
    expect(under(cells, 'Needs attention first')).toEqual(['O1.2', 'O2.1']);
    expect(rowOf(cells, 'O1.2')).toEqual(['O1.2', 'Visits rise from 0 to 50', 0.2, 0.5, '■ Off track', 'cy@x.com', '', '0.30 behind the plan', '', '', 'https://sheets.example/book#gid=22&range=A4', 'row']);
  });

  test('say why a key result that is not behind is doubted', () => {
    const doubted = { ...COMPANY, keyResults: COMPANY.keyResults!.map((row) => (row['id'] === 'O1.1' ? { ...row, confidence: 2 } : row)) };
    expect(rowOf(page({}, doubted), 'O1.1')[7]).toContain('confidence 2 of 5');
    const guarded = { ...COMPANY, kpis: [{ ...COMPANY.kpis![1], linked_to: 'O1.1' }] };
    expect(rowOf(page({}, guarded), 'O1.1').slice(4, 8)).toEqual(['▲ At risk', 'ana@x.com', '', expect.stringContaining('KPI K2 is unhealthy')]);
  });

  test('show actions that are late, wait or are blocked, with their own links; what is done is none of them', () => {
    const cells = page();
    expect(under(cells, 'Overdue actions · Blocked')).toEqual(['A1', 'A2', 'A4']);
    expect(rowOf(cells, 'A1').slice(4)).toEqual(['In progress', 'ana@x.com', '', 'It was due on 2026-11-10', '', '', 'https://example.com/calls', 'row']);
    expect(rowOf(cells, 'A2').slice(7, 11)).toEqual(['It waits for A1', '', '', 'https://sheets.example/book#gid=33&range=A4']); // “ask Bo” is no address
  });

  test('show KPIs out of band and those whose measurement is overdue', () => {
    const cells = page();
    expect(under(cells, 'KPIs out of band')).toEqual(['K2', 'K1']);
    expect([rowOf(cells, 'K2')[4], rowOf(cells, 'K2')[7]]).toEqual(['■ Unhealthy', '14% · target 8%']);
    expect(rowOf(cells, 'K1')[7]).toBe('99.5% · target 99% · It was to be measured on 2026-11-09');
  });

  test('show the latest check-ins, none after the as-of day and none of KPIs', () => {
    const cells = page();
    expect(under(cells, 'Latest check-ins')).toEqual(['O1.1', 'O1.2', 'O1.1', 'O2.1', 'O1.1']);
    expect(rowOf(cells, 'O1.1', 'Latest check-ins').slice(4, 8)).toEqual(['40', 'ana@x.com', '', '2026-11-14 · No van']);
  });

  test('set scores and actions of owners side by side', () => {
    const cells = page();
    // Ana and Bo have a key result and an open action each, Cy too: in the order of their addresses.
    expect(under(cells, 'Owner')).toEqual(['ana', 'bo', 'cy']);
    expect(rowOf(cells, 'ana')).toEqual(['ana', 'ana@x.com', 0.8, 0.5, '1 of 1', 1, '', 'Overdue actions: 1 · Hours: 30', '', '', '', 'row']);
    expect(rowOf(cells, 'cy').slice(2, 8)).toEqual([0.2, 0.5, '1 of 1', 1, '', 'Blocked: 1']);
  });

  test('tell where the hours went: 30 of 60 to Care and 30 to Sales', () => {
    const cells = page();
    expect(cells.slice(at(cells, 'Hours · Team') + 2, at(cells, 'Hours · Team') + 4).map((row) => [row[0], row[1], row[4]])).toEqual([
      ['Care', '█████░░░░░ 50%', 30], ['Sales', '█████░░░░░ 50%', 30],
    ]);
  });

  test('end with the teams by status', () => {
    const cells = page();
    expect(rowOf(cells, 'Care', 'Team · Status').slice(2)).toEqual([0.5, '', 0, 1, 0, 1, 0, 0, '', 'heat']);
    expect(rowOf(cells, 'Sales', 'Team · Status').slice(4, 10)).toEqual([0, 0, 1, 0, 0, 0]);
  });

  test('count what is complete among the teams too', () => {
    const done = page({}, { ...COMPANY, keyResults: COMPANY.keyResults!.map((row) => (row['id'] === 'O1.1' ? { ...row, current: 50 } : row)) });
    expect(done[at(done, 'Team · Status') + 1]?.slice(4, 10)).toEqual([...STATUSES]);
    expect(rowOf(done, 'Care', 'Team · Status').slice(4, 10)).toEqual([1, 0, 0, 1, 0, 0]);
  });

  test.each([['en', 'Hours', '14.5'], ['pl', 'Godziny', '14,5'], ['vi', 'Số giờ', '14,5']])('write hours as people of the language do: %s', (language, label, hours) => {
    const some = COMPANY.settings!.map((row) => (row['key'] === 'language' ? { ...row, value: language } : row));
    const cells = page({}, { ...COMPANY, settings: some, actions: [{ id: 'A1', key_result_id: 'O1.1', action: 'Call', owner: 'ana@x.com', due_date: '2026-12-10', state: 'To do', effort: 14.5 }] });
    expect(rowOf(cells, 'ana')[7]).toBe(`${label}: ${hours}`);
  });
});

describe('a filter by', () => {
  test.each<[string, Partial<DashboardFilter>, unknown[], unknown[], unknown[], unknown[], number]>([
    ['team', { team: 'Sales' }, [0.3, 0.5, '1 of 1', '', 45, '', '0% · 0 of 1'], ['O2.1'], ['A2'], ['K2'], 3],
    ['owner', { owner: 'cy@x.com' }, [0.5, 0.5, '1 of 1', '', 45, '', '100% · 1 of 1'], ['O1.2'], ['A4'], [], 3],
    ['level', { level: 'Company' }, [0.5, 0.5, '2 of 2', '', 45, '', '100% · 2 of 2'], ['O1.2'], ['A1', 'A4'], ['K2', 'K1'], 3.5],
    ['priority', { priority: 'Low' }, [0.3, 0.5, '1 of 1', '', 45, '', '0% · 0 of 1'], ['O2.1'], ['A2'], ['K2', 'K1'], 3],
    ['two of them', { team: 'Care', owner: 'ana@x.com' }, [0.5, 0.5, '1 of 1', '', 45, '', '100% · 1 of 1'], [], ['A1'], ['K1'], 4],
  ])('%s is obeyed by cards, lists and charts', (_name, filter, figures, attention, actions, kpis, confidence) => {
    const cells = page(filter);
    expect(cards(cells)).toEqual(figures);
    expect(under(cells, 'Needs attention first')).toEqual(attention);
    expect(under(cells, 'Overdue actions · Blocked')).toEqual(actions);
    expect(under(cells, 'KPIs out of band')).toEqual(kpis);
    expect(cells[WEEKS.head + 6]?.[2]).toBe(figures[0]);
    expect(cells[WEEKS.head + 6]?.[4]).toBe(confidence);
  });

  test('what is nowhere says so, and shows nothing', () => {
    const cells = page({ team: 'Nobody' });
    expect(cells[8]?.[0]).toBe('Nothing matches these filters.');
    expect(cards(cells)).toEqual(['', '', '0 of 0', '', 45, '', '']);
    expect(page()[8]?.[0]).toBe('');
  });

  test('a cycle that the history does not know says so', () => {
    const cells = page({ cycle: '2019-Q1' });
    expect(cells[8]?.[0]).toBe('Nothing matches these filters.');
    expect([cells[4]?.[5], cards(cells)[2]]).toEqual(['2019-Q1', '0 of 0']);
  });

  test('a closed cycle shows its final scores out of the history', () => {
    const closed = { closed_on: '2026-09-30', cycle: '2026-Q3', text: 'Be known', team: 'Care', owner: 'ana@x.com' };
    const history = [
      { ...closed, id: 'O9', objective_id: 'O9', score: 0.6, learning: 'Ask earlier' },
      { ...closed, id: 'O9.1', objective_id: 'O9', text: 'Talks held', score: 0.6, owner: 'bo@x.com' },
      { ...closed, id: 'O9.2', objective_id: 'O9', text: 'Never measured', score: '' },
      { ...closed, cycle: '2026-Q2', id: 'O8', objective_id: 'O8', score: 1 },
    ];
    const cells = page({ cycle: '2026-Q3', level: 'Team' }, pinnedIn('en'), history); // a day that is over needs no pin
    expect(cells[1]?.[0]).toBe('2026-Q3 · as of 2026-09-30');
    expect(cards(cells)).toEqual([0.6, '', '1 of 2', '', '', '', '']);
    expect(under(cells, 'Objectives')).toEqual(['O9']);
    expect(rowOf(cells, 'O9').slice(7)).toEqual(['1 of 2 · Ask earlier', '', '', 'https://sheets.example/book#gid=88&range=A3', 'row']);
    // What people chose stays in its cell, and the page says that it does not count here.
    expect(cells[4]?.slice(0, 6)).toEqual(['', '', '', 'Team', '', '2026-Q3']);
    expect(cells[8]?.[0]).toBe('A closed cycle keeps no level and no priority, so these two filters have no effect here.');
    expect(page({ cycle: '2026-Q3', team: 'Care' }, COMPANY, history)[8]?.[0]).toBe('');
    expect(under(cells, 'Needs attention first')).toEqual([]);
  });
});

test('actions never count into a score, whatever becomes of them', () => {
  const before = page({}, { ...COMPANY, actions: [] });
  const upper = (cells: Page) => cells.slice(0, WEEKS.head + WEEKS.rows);
  fc.assert(
    fc.property(
      fc.array(fc.record({ key_result_id: fc.constantFrom('O1.1', 'O1.2', 'O2.1', ''), state: fc.constantFrom('To do', 'Blocked', 'Done', ''), effort: fc.constantFrom('', 0, 8, -3), due_date: fc.constantFrom('', '2026-10-02', '2026-12-24') }), { maxLength: 6 }),
      (actions) => {
        expect(upper(page({}, { ...COMPANY, actions: actions.map((row, i) => ({ id: `A${i + 1}`, action: 'Something', owner: 'ana@x.com', ...row })) }))).toEqual(upper(before));
      },
    ),
    { numRuns: 40 },
  );
});

describe('bad input', () => {
  const nothing: Partial<Workbook> = { objectives: [], keyResults: [], actions: [], kpis: [], checkIns: [], settings: [] };
  const isWhole = (cells: Page): void => {
    expect(cells.length).toBe(PAGE_ROWS);
    expect(cells.every((row) => row.length === PAGE_COLUMNS)).toBe(true);
    for (const cell of cells.flat()) expect(typeof cell === 'number' ? Number.isFinite(cell) : typeof cell === 'string' || cell instanceof Date).toBe(true);
  };

  test('an empty workbook has a whole page that promises nothing', () => {
    const cells = page({}, nothing);
    isWhole(cells);
    expect(cards(cells)).toEqual(['', '', '0 of 0', '', '', '', '']);
    expect(at(cells, 'Nothing needs attention')).toBeGreaterThan(0);
  });

  test('one key result alone, without an objective', () => {
    const cells = page({}, { ...nothing, keyResults: [{ id: 'X', objective_id: 'O9', key_result: 'Orders', start: 0, target: 10, current: 5 }], settings: COMPANY.settings! });
    isWhole(cells);
    expect(cards(cells).slice(0, 3)).toEqual(['', '', '1 of 1']);
  });

  test('10,000 key results in 200 teams with names of 500 characters, in four languages', () => {
    const numbers = Array.from({ length: 10_000 }, (_, i) => i);
    const long = (text: string): string => `${text} ${'x'.repeat(500)}`.slice(0, 500);
    const big: Partial<Workbook> = {
      objectives: numbers.filter((i) => i % 4 === 0).map((i) => ({ id: `B${i / 4}`, objective: long(`Objective ${i}`), team: long(`Team ${i % 200} of ${i % 8}`), owner: long(`owner${i % 300}`), ...dates })),
      keyResults: numbers.map((i) => ({ id: `B${Math.floor(i / 4)}.${i % 4}`, objective_id: `B${Math.floor(i / 4)}`, key_result: long(`Metric ${i}`), owner: long(`owner${i}`), start: 0, target: 100, current: i % 101, ...dates })),
      checkIns: numbers.map((i) => ({ at: `2026-10-${String(1 + (i % 31)).padStart(2, '0')}`, key_result_id: `B${Math.floor(i / 4)}.${i % 4}`, value: i % 101 })),
      settings: COMPANY.settings!,
      actions: numbers.slice(0, 500).map((i) => ({ id: `A${i}`, action: long('Do'), key_result_id: `B${i}.0`, owner: long('me'), due_date: '2026-10-02', effort: 1 })),
      kpis: numbers.slice(0, 100).map((i) => ({ id: `K${i}`, kpi: long('KPI'), measure: 'At least', target: 10, current: 1 })),
    };
    for (const language of LANGUAGES) {
      const cells = page({}, { ...big, settings: settingsIn({ language }).slice(2).map(([key, value]) => ({ key: key!, value: value! })) });
      isWhole(cells);
      expect(Math.max(...cells.flat().map((cell) => (typeof cell === 'string' ? cell.length : 0)))).toBeLessThanOrEqual(600);
      expect(cells[PAGE_ROWS - 1]?.every((cell) => cell === '')).toBe(true); // nothing was cut off
    }
  }, 60_000);
});
