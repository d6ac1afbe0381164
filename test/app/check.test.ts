/** "Check this spreadsheet" after people have broken its structure: every break is told with its place, and no data is touched. */
import { beforeAll, describe, expect, test } from 'vitest';
import en from '../../src/report/messages/en.json';
import pl from '../../src/report/messages/pl.json';
import type { Panel } from '../../src/app/panel';
import type { Host, SavedHost } from '../../src/local/types';
import { act, openHost, reopened, scores, smallHost } from './workbook';

let filled: SavedHost;
beforeAll(async () => {
  filled = (await smallHost()).save();
}, 60_000);

type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What people filled in, by sheet, row and key: wherever a column goes, its cells have to stay as they are. */
function dataOf(host: Host): Promise<Record<string, unknown>> {
  return act(host, (book) => {
    const found: Record<string, unknown> = {};
    const computed = ['score', 'bar', 'coverage', 'expected', 'status', 'chance', 'forecast', 'needed', 'last_check_in', 'blocked', 'health', 'next_due', 'findings', ''];
    for (const sheet of book.getSheets()) {
      if (sheet.getName() === 'Dashboard') continue;
      const [keys = [], , ...rows] = sheet.getDataRange().getValues() as unknown[][];
      rows.forEach((row, index) =>
        row.forEach((cell, column) => {
          const key = String(keys[column]);
          if (cell !== '' && !computed.includes(key)) found[`${String(keys.includes('ref') ? 'log' : keys[0])} ${index + 3} ${key}`] = String(cell);
        }),
      );
    }
    return found;
  });
}

interface Checked {
  readonly host: Host;
  readonly panel: Panel;
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
}

/** Opens the whole workbook anew, lets people break it, and checks it. */
async function checkAfter(breakIt: (book: Book) => void): Promise<Checked> {
  const host = await reopened(filled);
  await act(host, breakIt as never);
  await host.settled();
  const before = await dataOf(host);
  const panel = (await host.call('panelCheck', [])) as Panel;
  await host.settled();
  expect(host.failures()).toEqual([]);
  return { host, panel, before, after: await dataOf(host) };
}

const ALL = { 'O1.1': 0.5, 'O1.2': 1, 'O2.1': '' };
const noteAt = (host: Host, sheet: string, cell: string): Promise<string> =>
  act(host, (book, [name, a1]) => book.getSheetByName(name)!.getRange(a1).getNote(), [sheet, cell] as const);
const found = ({ panel }: Checked, code: string) => panel.findings.filter((finding) => finding.code === code);
const places = (checked: Checked, code: string): string[] => found(checked, code).map(({ sheet, cell }) => `${sheet} ${cell}`);

/** One workbook with these breaks for all tests of the group. */
function broken(breakIt: (book: Book) => void): Checked {
  const checked = {} as Checked;
  beforeAll(async () => void Object.assign(checked, await checkAfter(breakIt)), 30_000);
  return checked;
}

test('a whole workbook has nothing to put right', async () => {
  const { panel, before, after } = await checkAfter(() => undefined);
  expect(panel.repairs).toEqual([]);
  expect(after).toEqual(before);
  expect(Object.keys(before).length).toBeGreaterThan(50);
}, 30_000);

test('from the menu it opens the sidebar at the findings; opened by itself the sidebar begins where the person has something to do', async () => {
  const host = await reopened(filled);
  await host.click('checkSpreadsheet');
  expect(host.sidebar()).toMatchObject({ title: en['sidebar.title'], html: expect.stringContaining('data-first="findings"') });
  await host.click('openSidebar');
  expect(host.sidebar()?.html).toContain('data-first=""');
}, 30_000);

describe('formulas, labels and names that were deleted, and text in computed columns', () => {
  const checked = broken((book) => {
    book.getSheetByName('KPIs')!.deleteColumn(5); // measure
    book.getSheetByName('KPIs')!.getRange('B2').clearContent();
    book.getSheetByName('Actions')!.getRange('J2').clearContent();
    book.getSheetByName('Objectives')!.getRange('M2').setValue('my own score');
    const keyResults = book.getSheetByName('Key Results')!;
    keyResults.getRange('S4').setValue('really 90%!').setNote('asked Ben');
    keyResults.getRange('Z40').setValue(new Date('2026-11-01T23:00:00Z'));
    book.getNamedRanges().forEach((name) => name.remove());
  });

  test('are told one by one, with their place', () => {
    const inTheWay = (cell: string, sheet: string) => `What was typed at ${cell} in ${sheet} stood in the way; it is now a note on that cell`;
    // Whether the sheet itself has put the ranges of KPIs right is no concern of people.
    const told = checked.panel.repairs.filter((text) => !/^The formula of the computed columns in (KPIs|Key Results) was written$/.test(text)); // both read them
    expect(told.sort()).toEqual([
      'The column measure was added to KPIs',
      'The formula of the computed columns in Actions was written',
      'The formula of the computed columns in Objectives was written',
      'The label of kpi in KPIs was written',
      inTheWay('M2', 'Objectives'), inTheWay('S4', 'Key Results'), inTheWay('Z40', 'Key Results'),
    ]);
  });

  test('cost nobody a cell: what was typed in the way is a note now, below the notes that were there', async () => {
    const { host, before, after } = checked;
    expect(after).toEqual(before);
    expect(await noteAt(host, 'Key Results', 'S4')).toBe('asked Ben\nThis was typed in a computed column: really 90%!');
    expect(await noteAt(host, 'Key Results', 'Z40')).toBe('This was typed in a computed column: 2026-11-02');
    expect(await noteAt(host, 'Objectives', 'M2')).toContain('my own score');
  });

  test('come back, and everything scores again', async () => {
    const { host } = checked;
    expect(host.values('KPIs', 'A1:E2')[0]?.[4]).toBe('measure');
    expect(host.values('KPIs', 'B2')).toEqual([[en['label.kpi']]]);
    expect(await act(host, (book) => book.getNamedRanges().length)).toBe(9);
    expect(await scores(host, 'Key Results')).toEqual(ALL);
    expect(await scores(host, 'Objectives')).toEqual({ O1: 0.75, O2: '' });
  });
});

describe('formulas that were changed, and an essential column that was deleted', () => {
  const checked = broken((book) => {
    book.getSheetByName('Key Results')!.deleteColumn(8); // target
    book.getSheetByName('Objectives')!.getRange('M2').setFormula("=OKR_OBJECTIVES(Objectives!A1:L2, 'Key Results'!A1:Q, Settings!A1:C)");
    book.getSheetByName('Actions')!.getRange('J2').setFormula('=OKR_GRADE(0.5)');
  });

  test('a changed formula is put right; one that is not ours is kept as a note', async () => {
    const { host, panel } = checked;
    expect(panel.repairs).toContain('The formula of the computed columns in Objectives was written');
    expect(host.formulas('Objectives', 'M2')[0]?.[0]).toContain('Objectives!A1:L,');
    expect(await noteAt(host, 'Actions', 'J2')).toContain('=OKR_GRADE(0.5)');
    expect(host.formulas('Actions', 'J2')[0]?.[0]).toMatch(/^=OKR_ACTIONS\(/);
  });

  test('the column is made anew where it was, and each row says what it lacks', async () => {
    const { host, panel, before, after } = checked;
    expect(panel.repairs).toContain('The column target was added to Key Results');
    expect(host.values('Key Results', 'H1:H3')).toEqual([['target'], [en['label.target']], ['']]);
    expect(places(checked, 'missingTarget')).toEqual(['Key Results H3', 'Key Results H4', 'Key Results H5']);
    expect(after).toEqual(before);
    expect(await scores(host, 'Objectives')).toEqual({ O1: '', O2: '' });
  });
});

describe('a sheet that was deleted', () => {
  const checked = broken((book) => book.deleteSheet(book.getSheetByName('Objectives')!));

  test('is made anew, and the formulas that need it are written', () => {
    expect(checked.panel.repairs[0]).toBe('The sheet Objectives was made');
    expect(checked.panel.repairs).toContain('The formula of the computed columns in Key Results was written');
    expect(places(checked, 'unknownObjective')).toEqual(['Key Results B3', 'Key Results B4', 'Key Results B5']);
  });

  test('leaves the other rows scored, and works again once it is filled', async () => {
    const { host } = checked;
    expect(await scores(host, 'Key Results')).toEqual(ALL);
    await host.type('Objectives', 'A3', 'O1');
    await host.type('Objectives', 'B3', 'Customers stay with us');
    expect(await scores(host, 'Objectives')).toEqual({ O1: 0.75 });
  });
});

describe('sheets whose names or contents were swapped', () => {
  const checked = broken((book) => {
    const [objectives, keyResults] = [book.getSheetByName('Objectives')!, book.getSheetByName('Key Results')!];
    objectives.setName('x');
    keyResults.setName('Objectives');
    objectives.setName('Key Results');
    const [actions, kpis] = [book.getSheetByName('Actions')!, book.getSheetByName('KPIs')!];
    const [left, right] = [actions.getRange('A1:I10').getValues(), kpis.getRange('A1:N10').getValues()];
    for (const sheet of [actions, kpis]) sheet.getRange('A1:Z10').clearContent();
    actions.getRange('A1:N10').setValues(right);
    kpis.getRange('A1:I10').setValues(left);
  });

  test('are told by their keys, in both sheets', () => {
    expect(found(checked, 'sheetsSwapped').map(({ text, sheet, cell }) => [text, sheet, cell])).toEqual(
      [['Key Results', 'Objectives'], ['Objectives', 'Key Results'], ['KPIs', 'Actions'], ['Actions', 'KPIs']].map(([name, other]) => [
        `Row 1 of the sheet ${name!} has the keys of ${other!}`, name, 'A1',
      ]),
    );
  });

  test('are as good as any other: no cell is touched, and all of them score', async () => {
    const { host, before, after } = checked;
    expect(after).toEqual(before);
    expect(await scores(host, 'Objectives')).toEqual(ALL);
    expect(await scores(host, 'Key Results')).toEqual({ O1: 0.75, O2: '' });
    expect(host.values('Actions', 'O3')).toEqual([['● Healthy']]);
  });
});

describe('keys that were wiped, doubled or moved', () => {
  const checked = broken((book) => {
    book.getSheetByName('Objectives')!.getRange('A1:Z1').clearContent();
    const keyResults = book.getSheetByName('Key Results')!;
    keyResults.insertColumnsBefore(7, 1);
    keyResults.getRange(1, 7, 3, 1).setValues([['current'], ['Second'], [100]]);
    const kpis = book.getSheetByName('KPIs')!;
    kpis.deleteColumn(14); // linked_to
    kpis.getRange('T1:T2').setValues([['linked_to'], ['Feeds']]);
  });

  test('a wiped key row comes back by the labels below it', () => {
    const { host, after } = checked;
    expect(host.values('Objectives', 'A1:C1')).toEqual([['id', 'objective', 'level']]);
    expect(host.values('Objectives', 'M1:T1')[0]).toEqual(['score', 'bar', 'coverage', 'expected', 'status', 'confidence', 'chance', 'findings']);
    expect(after['id 3 objective']).toBe('Customers stay with us');
    expect(host.values('Objectives', 'A3:A4')).toEqual([['O1'], ['O2']]);
  });

  test('a key that stands twice is told with its place, and the first counts', async () => {
    expect(found(checked, 'duplicateColumn')).toMatchObject([
      { severity: 'error', text: 'The key “current” stands in row 1 more than once', sheet: 'Key Results', cell: 'G1' },
    ]);
    expect(await scores(checked.host, 'Key Results')).toEqual({ 'O1.1': 1, 'O1.2': '', 'O2.1': '' });
    expect(await scores(checked.host, 'Objectives')).toEqual({ O1: 1, O2: '' });
  });

  test('a column behind the block, where no formula sees it, is told with its place', () => {
    expect(found(checked, 'columnBehindBlock')).toMatchObject([{ severity: 'error', sheet: 'KPIs', cell: 'T1' }]);
  });
});

describe('computed columns that were deleted', () => {
  const checked = broken((book) => {
    const objectives = book.getSheetByName('Objectives')!;
    objectives.getRange('U2:U4').setValues([['Mine'], ['a'], ['b']]);
    objectives.deleteColumn(17); // status
    book.getSheetByName('KPIs')!.deleteColumn(15); // health, with the formula
  });

  test('come back in their place, so that the spill does not run into people’s columns', async () => {
    const { host, panel, before, after } = checked;
    expect(panel.repairs).toContain('The column status was added to Objectives');
    expect(panel.repairs).toContain('The column health was added to KPIs');
    expect(host.values('Objectives', 'U2:U4')).toEqual([['Mine'], ['a'], ['b']]);
    expect(host.values('Objectives', 'M1:T1')[0]).toEqual(['score', 'bar', 'coverage', 'expected', 'status', 'confidence', 'chance', 'findings']);
    expect(await scores(host, 'Objectives')).toEqual({ O1: 0.75, O2: '' });
    expect(host.values('KPIs', 'O1:Q3')).toEqual([['health', 'next_due', 'findings'], ['Health', 'Next due', 'Findings'], ['● Healthy', '', expect.any(String)]]);
    expect(after).toEqual(before);
  });
});

describe('another language in the settings', () => {
  const checked = broken((book) => {
    book.getSheetByName('Settings')!.getRange('B8').setValue('Polski');
    book.getSheetByName('Actions')!.getRange('C2').clearContent();
  });

  test('changes labels, drop-downs, helps, protections and the check’s own sentences', async () => {
    const { host, panel } = checked;
    expect(panel.language).toBe('pl');
    expect(panel.repairs).toEqual([(pl as Record<string, string>)['repair.label']?.replace('{column}', 'action').replace('{sheet}', 'Actions')]);
    expect([host.values('Key Results', 'C2'), host.values('Key Results', 'R2')]).toEqual([[[pl['label.key_result']]], [[pl['label.score']]]]);
    expect(await act(host, (book) => book.getSheetByName('Objectives')!.getRange('G3').getDataValidation()?.getCriteriaValues()[0] as string[])).toEqual([
      pl['word.Committed'], pl['word.Aspirational'],
    ]);
    expect(host.values('Settings', 'C8')).toEqual([[pl['setting.language']]]);
    const protections = await act(host, (book, _args, app) => book.getSheetByName('Objectives')!.getProtections(app.ProtectionType.RANGE).map((one) => one.getDescription()));
    expect(protections).toEqual([pl['protection.computed']]);
  });

  test('changes no word of people', () => {
    const own = (data: Record<string, unknown>) => Object.entries(data).filter(([place]) => !place.endsWith('help'));
    expect(own(checked.after)).toEqual(own(checked.before));
  });
});

test('an empty workbook is not set up, says a sentence', async () => {
  const host = await openHost();
  await host.open('LIMITED');
  await expect(host.call('panelCheck', [])).rejects.toThrow(en['error.notSetUp']);
  await expect(host.click('checkSpreadsheet')).rejects.toThrow(en['error.notSetUp']);
  expect(await act(host, (book) => book.getSheets().map((sheet) => sheet.getName()))).toEqual(['Sheet1']);
});

test('from the menu, a toast says what was put right, and the sidebar opens', async () => {
  const host = await reopened(filled);
  await act(host, (book) => void book.getSheetByName('KPIs')!.getRange('B2').clearContent());
  await host.click('checkSpreadsheet');
  expect(host.messages()).toEqual([{ kind: 'toast', title: en['menu.check'], text: 'The label of kpi in KPIs was written' }]);
  expect(host.sidebar()?.title).toBe(en['sidebar.title']);
}, 30_000);
