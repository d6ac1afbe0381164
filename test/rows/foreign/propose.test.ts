/** What a person is told before copying, and what becomes of the tables when they put something right. */
import { describe, expect, test } from 'vitest';
import { sentences } from '../../../sidebar/adopt/sentences';
import { mapped } from '../../../src/rows/foreign/mapping';
import { openTables, previewOf, propose, withHeaderRow, type Workbook } from '../../../src/rows/foreign/propose';
import { sourceOfRows } from '../../../src/rows/foreign/source';
import { GAPS, KEY_RESULTS, OBJECTIVES, REPEATED, tableFrom, type Rows } from './tables';

const EMPTY: Workbook = { locale: 'en_US', known: [], takenIds: [], missing: [] };
const told = (rows: Rows, workbook: Partial<Workbook>): string[] => sentences(propose(openTables([sourceOfRows(rows)]), { ...EMPTY, ...workbook }).problems.all(), 'en');

describe('what the workbook has already', () => {
  test('key results alone go to its objectives, by ID or by text, and that is said', () => {
    const rows = [['Objective ID', 'Key result', 'Target'], ['O2', 'Baskets', '5'], ['', 'Visits', '6'], ['Customers stay', 'Thanks', '7'], ['O77', 'Lost', '8']];
    const workbook = { ...EMPTY, known: [{ id: 'O1', text: 'Customers stay' }, { id: 'O2', text: 'We are easy to buy from' }] };
    const { objectives } = propose(openTables([sourceOfRows(rows)]), workbook);
    expect(objectives.map(({ existing, keyResults }) => [existing, keyResults.length])).toEqual([['O2', 2], ['O1', 1]]);
    expect(told(rows, workbook)).toEqual(['B5: the key result “Lost” names the objective “O77”, which is nowhere; it is left out.', '3 key results go to objectives that are already here: O2, O1.']);
  });

  test('what a table of key results says about an objective that is here is not copied, and that is said once per column', () => {
    const rows = [['Objective ID', 'Team', 'Key result', 'Target'], ['O2', 'Sales', 'Baskets', '5'], ['O2', 'Shop', 'Visits', '6']];
    const workbook = { known: [{ id: 'O2', text: 'We are easy to buy from' }] };
    expect(told(rows, workbook)).toContain('Column B: what it says about objectives that are already here is left out; they stay as they are.');
    expect(told(rows, { ...workbook, known: [] })).not.toContainEqual(expect.stringMatching(/^Column B/));
  });

  test('an objective that was copied before is told with the ID it has, once however many rows it has, before it is copied again', () => {
    const rows = [['Objective', 'Key result', 'Target'], ['Customers  STAY', 'x', '5'], ['Customers stay', 'y', '6'], ['O7', 'z', '7']];
    const workbook = { known: [{ id: 'O18', text: 'Customers stay' }, { id: 'O7', text: 'Something else' }] };
    expect(told(rows, workbook)).toEqual(['A2: “Customers stay” is already here as O18; copied, it stands here twice.']);
  });

  test('IDs of the source are kept when all that are plain are free; as soon as one is taken, none is', () => {
    const rows = [['Objective ID', 'Objective', 'ID', 'Key result'], ['O1', 'A', 'KR1', 'x'], ['O1', 'A', 'first', 'y'], ['O2', 'B', 'KR2', 'z']];
    expect(told(rows, {})).toEqual(['1 ID of the source is already taken, used twice or hard to read; a new one is given.']);
    expect(told(rows, { takenIds: ['kr2', 'o9'] })).toEqual(['5 IDs of the source are already taken, used twice or hard to read; new ones are given.']);
  });

  test('values without a column are told, those that no row has are not', () => {
    const rows = [['Objective', 'Key result', 'Target'], ['A', 'x', '5']];
    const missing = [{ table: 'keyResults', sheet: 'Wyniki', key: 'target' }, { table: 'keyResults', sheet: 'Wyniki', key: 'plan' }, { table: 'objectives', sheet: 'Cele', key: 'team' }] as const;
    expect(told(rows, { missing })).toEqual(['The sheet Wyniki has no column “Target”; its values are left out. “Check this spreadsheet” makes the column again.']);
  });
});

describe('rows of one objective that contradict each other', () => {
  const rows = [['Objective', 'Level', 'Kind', 'Priority', 'Key result', 'Target'], ['A', 'Team', 'Committed', 'High', 'x', '1'], ['A', 'Company', 'committed', 'HIGH', 'y', '2'], ['A', 'Company', 'Aspirational', '', 'z', '3'], ['B', 'Company', '', 'Low', 'w', '4']];

  test('the first value counts, and each other one is told once with its cell; the same word in other letters is the same', () => {
    expect(propose(openTables([sourceOfRows(rows)]), EMPTY).objectives[0]?.fields).toMatchObject({ level: 'Team', kind: 'Committed', priority: 'High' });
    expect(told(rows, {})).toEqual([
      'B3: “Company” is left out; an earlier row of the same objective says something else for “Level”.',
      'C4: “Aspirational” is left out; an earlier row of the same objective says something else for “Kind”.',
    ]);
  });

  test('a blank cell of an objective is not filled from the same row of the other sheet, but from what that sheet says of it', () => {
    const aims = sourceOfRows([['ID', 'Objective', 'Team', 'Priority'], ['A1', 'Be easy to reach', '', 'High'], ['A2', 'Be known in town', 'Sales', 'Low']], 'Aims');
    const results = sourceOfRows([['Objective ID', 'Priority', 'Key result', 'Target'], ['', '', '', ''], ['A1', 'Low', 'Calls answered', '90'], ['A2', 'Low', 'People who know us', '400']], 'Results');
    const { objectives, problems } = propose(openTables([aims, results]), EMPTY);
    expect(objectives.map(({ fields: { team, priority } }) => [team, priority])).toEqual([[undefined, 'High'], ['Sales', 'Low']]);
    expect(sentences(problems.all(), 'en')).toContain('Results!B3: “Low” is left out; an earlier row of the same objective says something else for “Priority”.');
  });
});

describe('sheets beside each other', () => {
  const sources = [sourceOfRows(tableFrom(KEY_RESULTS), 'Results'), sourceOfRows(tableFrom(GAPS), 'Cele'), sourceOfRows(tableFrom(OBJECTIVES), 'Aims')];

  test('the chosen one finds the one that it needs, and both are named', () => {
    const tables = openTables(sources);
    expect(tables.map(({ source }) => source.name)).toEqual(['Results', 'Aims']);
    expect(sentences(propose(tables, EMPTY).problems.all(), 'en')[0]).toBe('The sheets Results and Aims belong together; both are read.');
  });

  test('one that needs no other is read alone, and its cells need no name of a sheet', () => {
    const tables = openTables([sources[1]!, sources[0]!]);
    expect(tables.map(({ source }) => source.name)).toEqual(['']);
  });

  test('a row of headings chosen for one of them leaves what was put right in the other', () => {
    const [results, aims] = openTables(sources);
    const right = mapped(aims!, aims!.mapping.map((key) => (key === 'team' ? 'note' : key)));
    const [, after] = withHeaderRow(sources, [results!, right], 0, 0);
    expect(after?.mapping).toEqual(right.mapping);
    expect(withHeaderRow(sources, [results!, right], 1, 1)[1]?.mapping).toEqual(aims?.mapping);
  });
});

describe('the row of headings', () => {
  const source = sourceOfRows(tableFrom(REPEATED));

  test('is the recognised one until a person chooses another, and the columns are proposed anew', () => {
    const [first] = openTables([source]);
    expect([first?.headerRow, first?.mapping[1]]).toEqual([3, 'objective']);
    const [chosen] = withHeaderRow([source], [first!], 0, 0);
    expect([chosen?.headerRow, chosen?.headings[0], chosen?.headings[1]]).toEqual([0, 'Northwind OKRs', '']);
    const [again] = withHeaderRow([source], [chosen!], 0, 3);
    expect(again).toEqual(first);
  });

  test('may be none: then the first row is a row of the table', () => {
    const [table] = openTables([sourceOfRows([['Goal', 'Result'], ['A', 'x']])], -1);
    expect(table && previewOf(table)).toEqual([['Goal', 'Result'], ['A', 'x']]);
    expect(propose([mapped(table!, ['objective', 'key_result'])], EMPTY).objectives.map(({ fields }) => fields['objective'])).toEqual(['Goal', 'A']);
  });

  test('a heading that is understood nowhere can be chosen where a better one stands above it', () => {
    const rows = [['Objective', 'Key result'], ['Obiettivo', 'Risultato'], ['A', 'x']];
    const [table] = openTables([sourceOfRows(rows)], 1);
    expect(propose([mapped(table!, ['objective', 'key_result'])], EMPTY).objectives.map(({ fields }) => fields['objective'])).toEqual(['A']);
  });
});

test('the preview shows the first eight rows with content, as people see them', () => {
  const rows = [['Goal', 'Target'], ['', ''], ...Array.from({ length: 10 }, (_, index) => [`A${index}`, index === 0 ? { value: 0.45, shown: '45%' } : String(index)])];
  const [table] = openTables([sourceOfRows(rows)]);
  const preview = table ? previewOf(table) : [];
  expect([preview.length, preview[0], preview[7]]).toEqual([8, ['A0', '45%'], ['A7', '7']]);
});
