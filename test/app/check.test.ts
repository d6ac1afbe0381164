/** "Check this spreadsheet" after people have broken its structure: every break is told with its place, and no data is touched. */
import { beforeAll, describe, expect, test } from 'vitest';
import en from '../../src/report/messages/en.json';
import type { Panel } from '../../src/app/panel';
import type { Host, SavedHost } from '../../src/local/types';
import { act, fill, openHost, reopened, scores, setUpHost, SMALL } from './workbook';

let filled: SavedHost;
beforeAll(async () => {
  const host = await setUpHost();
  await fill(host, SMALL);
  filled = host.save();
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

describe('the check', () => {
  test('has nothing to put right in a whole workbook', async () => {
    const { panel, before, after } = await checkAfter(() => undefined);
    expect(panel.repairs).toEqual([]);
    expect(after).toEqual(before);
    expect(Object.keys(before).length).toBeGreaterThan(50);
  });

  test('makes a deleted column anew, where it was', async () => {
    const { host, panel, before, after } = await checkAfter((book) => book.getSheetByName('Key Results')!.deleteColumn(5));
    expect(panel.repairs).toEqual(['The column measure was added to Key Results']);
    expect(after).toEqual(before);
    expect(host.values('Key Results', 'E1:E2')).toEqual([['measure'], [en['label.measure']]]);
    expect(await scores(host, 'Key Results')).toEqual(ALL);
  });

  test('makes a deleted essential column anew, and the rows say what they lack', async () => {
    const { host, panel } = await checkAfter((book) => book.getSheetByName('Key Results')!.deleteColumn(8));
    expect(panel.repairs).toEqual(['The column target was added to Key Results']);
    expect(panel.findings.filter(({ code }) => code === 'missingTarget').map(({ sheet, cell }) => `${sheet} ${cell}`)).toEqual(['Key Results H3', 'Key Results H4', 'Key Results H5']);
    expect(await scores(host, 'Objectives')).toEqual({ O1: '', O2: '' });
  });

  test('makes a deleted sheet anew, and everything that needs it works again', async () => {
    const { host, panel } = await checkAfter((book) => book.deleteSheet(book.getSheetByName('Objectives')!));
    expect(panel.repairs[0]).toBe('The sheet Objectives was made');
    expect(panel.repairs).toContain('The formula of the computed columns in Key Results was written');
    expect(await scores(host, 'Key Results')).toEqual(ALL);
    expect(panel.findings.filter(({ code }) => code === 'unknownObjective').map(({ cell }) => cell)).toEqual(['B3', 'B4', 'B5']);
    await host.type('Objectives', 'A3', 'O1');
    await host.type('Objectives', 'B3', 'Customers stay with us');
    expect(await scores(host, 'Objectives')).toEqual({ O1: 0.75 });
  });

  test('writes a deleted formula', async () => {
    const { host, panel, before, after } = await checkAfter((book) => void book.getSheetByName('Objectives')!.getRange('M2').clearContent());
    expect(panel.repairs).toEqual(['The formula of the computed columns in Objectives was written']);
    expect(after).toEqual(before);
    expect(await scores(host, 'Objectives')).toEqual({ O1: 0.75, O2: '' });
  });

  test('keeps what was typed over the formula as a note, and writes the formula', async () => {
    const { host, panel } = await checkAfter((book) => void book.getSheetByName('Objectives')!.getRange('M2').setValue('my own score'));
    expect(panel.repairs[0]).toBe('What was typed at M2 in Objectives stood in the way; it is now a note on that cell');
    expect(await act(host, (book) => book.getSheetByName('Objectives')!.getRange('M2').getNote())).toContain('my own score');
    expect(await scores(host, 'Objectives')).toEqual({ O1: 0.75, O2: '' });
  });

  test('puts a changed formula right, and keeps one that is not ours as a note', async () => {
    const changed = await checkAfter((book) => void book.getSheetByName('Objectives')!.getRange('M2').setFormula("=OKR_OBJECTIVES(Objectives!A1:L2, 'Key Results'!A1:Q, Settings!A1:C)"));
    expect(changed.panel.repairs).toEqual(['The formula of the computed columns in Objectives was written']);
    expect(await scores(changed.host, 'Objectives')).toEqual({ O1: 0.75, O2: '' });
    const own = await checkAfter((book) => void book.getSheetByName('Objectives')!.getRange('M2').setFormula('=OKR_GRADE(0.5)'));
    expect(await act(own.host, (book) => book.getSheetByName('Objectives')!.getRange('M2').getNote())).toContain('=OKR_GRADE(0.5)');
    expect(await scores(own.host, 'Objectives')).toEqual({ O1: 0.75, O2: '' });
  });

  test('turns what was typed into the spill into notes, loses nothing, and the block spills again', async () => {
    const { host, panel, before, after } = await checkAfter((book) => {
      const sheet = book.getSheetByName('Key Results')!;
      sheet.getRange('S4').setValue('really 90%!');
      sheet.getRange('S4').setNote('asked Ben');
      sheet.getRange('Z40').setValue(new Date('2026-11-02T12:00:00Z'));
    });
    expect(panel.repairs).toEqual(['S4', 'Z40'].map((cell) => `What was typed at ${cell} in Key Results stood in the way; it is now a note on that cell`));
    expect(await act(host, (book) => ['S4', 'Z40'].map((cell) => book.getSheetByName('Key Results')!.getRange(cell).getNote()))).toEqual([
      'asked Ben\nThis was typed in a computed column: really 90%!', 'This was typed in a computed column: 2026-11-02',
    ]);
    expect(after).toEqual(before);
    expect(await scores(host, 'Key Results')).toEqual(ALL);
  });

  test('writes a wiped label again', async () => {
    const { host, panel, before, after } = await checkAfter((book) => void book.getSheetByName('KPIs')!.getRange('B2').clearContent());
    expect(panel.repairs).toEqual(['The label of kpi in KPIs was written']);
    expect(host.values('KPIs', 'B2')).toEqual([[en['label.kpi']]]);
    expect(after).toEqual(before);
  });

  test('names the ranges again', async () => {
    const { host } = await checkAfter((book) => book.getNamedRanges().forEach((name) => name.remove()));
    expect(await act(host, (book) => book.getNamedRanges().length)).toBe(9);
  });

  test('knows sheets whose names were swapped by their keys, and says so', async () => {
    const { host, panel, before, after } = await checkAfter((book) => {
      const [a, b] = [book.getSheetByName('Objectives')!, book.getSheetByName('Key Results')!];
      a.setName('x');
      b.setName('Objectives');
      a.setName('Key Results');
    });
    expect(panel.findings.filter(({ code }) => code === 'sheetsSwapped').map(({ text, sheet, cell }) => [text, sheet, cell])).toEqual([
      ['Row 1 of the sheet Key Results has the keys of Objectives', 'Key Results', 'A1'],
      ['Row 1 of the sheet Objectives has the keys of Key Results', 'Objectives', 'A1'],
    ]);
    expect(after).toEqual(before);
    expect(await scores(host, 'Objectives')).toEqual(ALL);
  });

  test('knows sheets whose contents were swapped by their keys, and both score', async () => {
    const { host, panel, before, after } = await checkAfter((book) => {
      const [a, b] = [book.getSheetByName('Actions')!, book.getSheetByName('KPIs')!];
      const [left, right] = [a.getRange('A1:N10').getValues(), b.getRange('A1:N10').getValues()];
      for (const sheet of [a, b]) sheet.getRange('A1:Z10').clearContent();
      a.getRange('A1:N10').setValues(right);
      b.getRange('A1:I10').setValues(left.map((row) => row.slice(0, 9)));
    });
    expect(panel.findings.filter(({ code }) => code === 'sheetsSwapped')).toHaveLength(2);
    expect(after).toEqual(before);
    expect(await scores(host, 'Key Results')).toEqual(ALL);
    expect(host.values('Actions', 'O3')).toEqual([['● Healthy']]);
  });

  test('finds the keys again by their labels when the key row was wiped', async () => {
    const { host, panel, after } = await checkAfter((book) => void book.getSheetByName('Objectives')!.getRange('A1:Z1').clearContent());
    expect(panel.repairs.filter((text) => text.includes('Objectives'))).toHaveLength(12);
    expect(await scores(host, 'Objectives')).toEqual({ O1: 0.75, O2: '' });
    expect(await act(host, (book) => book.getSheets().length)).toBe(9);
    expect(after['id 3 objective']).toBe('Customers stay with us');
    expect(host.values('Objectives', 'M1:T1')[0]).toEqual(['score', 'bar', 'coverage', 'expected', 'status', 'confidence', 'chance', 'findings']);
  });

  test('tells a key that stands in row 1 twice, and takes the first', async () => {
    const { host, panel, before, after } = await checkAfter((book) => {
      const sheet = book.getSheetByName('Key Results')!;
      sheet.insertColumnsBefore(7, 1);
      sheet.getRange(1, 7, 3, 1).setValues([['current'], ['Second'], [999]]);
    });
    const [found] = panel.findings.filter(({ code }) => code === 'duplicateColumn');
    expect(found).toMatchObject({ severity: 'error', text: 'The key “current” stands in row 1 more than once', sheet: 'Key Results' });
    expect(after).toEqual(before);
    expect(await scores(host, 'Objectives')).toEqual({ O1: 1, O2: '' }); // 999 is the first
  });

  test('tells a column that was moved behind the block', async () => {
    const { panel } = await checkAfter((book) => {
      const sheet = book.getSheetByName('Objectives')!;
      sheet.deleteColumn(12);
      sheet.getRange('W1:W2').setValues([['note'], ['Note']]);
    });
    expect(panel.findings[0]).toMatchObject({ code: 'columnBehindBlock', severity: 'error', sheet: 'Objectives', cell: 'W1' });
  });

  test('makes a deleted computed column anew, so that the spill does not run into people’s columns', async () => {
    const { host, panel } = await checkAfter((book) => {
      const sheet = book.getSheetByName('Objectives')!;
      sheet.getRange('U2:U4').setValues([['Mine'], ['a'], ['b']]);
      sheet.deleteColumn(17); // status
    });
    expect(panel.repairs).toEqual(['The column status was added to Objectives']);
    expect(host.values('Objectives', 'U2:U4')).toEqual([['Mine'], ['a'], ['b']]);
    expect(host.values('Objectives', 'M1:T1')[0]).toEqual(['score', 'bar', 'coverage', 'expected', 'status', 'confidence', 'chance', 'findings']);
    expect(await scores(host, 'Objectives')).toEqual({ O1: 0.75, O2: '' });
  });

  test('makes the block where it was when its first column was deleted with the formula', async () => {
    const { host, panel, before, after } = await checkAfter((book) => book.getSheetByName('Objectives')!.deleteColumn(13));
    expect(panel.repairs[0]).toBe('The column score was added to Objectives');
    expect(host.values('Objectives', 'M1:N1')).toEqual([['score', 'bar']]);
    expect(after).toEqual(before);
    expect(await scores(host, 'Objectives')).toEqual({ O1: 0.75, O2: '' });
  });

  test('takes the language of the settings: labels, drop-downs, helps and its own sentences follow', async () => {
    const pl = (await import('../../src/report/messages/pl.json')).default as Record<string, string>;
    const { host, panel, before, after } = await checkAfter((book) => {
      book.getSheetByName('Settings')!.getRange('B8').setValue('Polski');
      book.getSheetByName('Actions')!.getRange('C2').clearContent();
    });
    expect(panel.language).toBe('pl');
    expect(panel.repairs).toEqual([pl['repair.label']?.replace('{column}', 'action').replace('{sheet}', 'Actions')]);
    expect(host.values('Key Results', 'C2')).toEqual([[pl['label.key_result']]]);
    expect(host.values('Key Results', 'R2')).toEqual([[pl['label.score']]]);
    const list = await act(host, (book) => book.getSheetByName('Objectives')!.getRange('G3').getDataValidation()?.getCriteriaValues()[0] as string[]);
    expect(list).toEqual([pl['word.Committed'], pl['word.Aspirational']]);
    expect(host.values('Settings', 'C8')).toEqual([[pl['setting.language']]]);
    const helps = (data: Record<string, unknown>) => Object.entries(data).filter(([place]) => !place.endsWith('help'));
    expect(helps(after)).toEqual(helps(before));
  });

  test('says in a sentence that an empty workbook is not set up', async () => {
    const host = await openHost();
    await host.open('LIMITED');
    await expect(host.call('panelCheck', [])).rejects.toThrow(en['error.notSetUp']);
    await expect(host.click('checkSpreadsheet')).rejects.toThrow(en['error.notSetUp']);
    expect(await act(host, (book) => book.getSheets().map((sheet) => sheet.getName()))).toEqual(['Sheet1']);
  });

  test('from the menu, says in a toast what it put right and opens the sidebar', async () => {
    const host = await reopened(filled);
    await act(host, (book) => void book.getSheetByName('KPIs')!.getRange('B2').clearContent());
    await host.click('checkSpreadsheet');
    expect(host.messages()).toEqual([{ kind: 'toast', title: en['menu.check'], text: 'The label of kpi in KPIs was written' }]);
    expect(host.sidebar()?.title).toBe(en['sidebar.title']);
  });
});
