/** Setting up a workbook that is set up already: nothing doubles, nothing is lost, and what people made their own stays theirs. */
import { beforeAll, describe, expect, test } from 'vitest';
import en from '../../src/report/messages/en.json';
import pl from '../../src/report/messages/pl.json';
import type { Host, SavedHost } from '../../src/local/types';
import type { State } from './state';
import { act, openHost, reopened, scores, smallHost, stateOf } from './workbook';

let filled: SavedHost;
let before: State;
beforeAll(async () => {
  const host = await smallHost();
  before = await stateOf(host);
  filled = host.save();
}, 60_000);

/** Without the dashboard's figures and moment, which a refresh writes anew on purpose. */
const withoutPage = ({ sheets, names, remembered }: State) => ({
  names, remembered, sheets: sheets.map((sheet) => (sheet.name === 'Dashboard' ? { ...sheet, values: [] } : sheet)),
});

async function again(host: Host): Promise<State> {
  await host.click('setUpSpreadsheet');
  expect(host.failures()).toEqual([]);
  return stateOf(host);
}

describe('twice', () => {
  test('is as good as once, in everything that can be seen', async () => {
    const host = await reopened(filled);
    expect(withoutPage(await again(host))).toEqual(withoutPage(before));
    // As after the first time; a second protection would not come with a third.
    expect(before.sheets.map(({ protections }) => protections.length)).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0]);
    await host.click('checkSpreadsheet');
    expect(withoutPage(await stateOf(host))).toEqual(withoutPage(before));
    expect(host.messages().map(({ text }) => text)).toEqual([en['setUp.again'], en['setUp.again']]);
  }, 30_000);

  test('drop-downs of teams follow the setting, and only they do', () => {
    const objectives = before.sheets.find((sheet) => sheet.name === 'Objectives');
    expect(objectives?.checks[0]?.[3]).toEqual(['VALUE_IN_LIST', [['Product', 'Sales'], true], true, en['validation.choice']]);
  });

  test('works in a copy of the spreadsheet too, where nothing is remembered', async () => {
    const host = await reopened(filled);
    await act(host, (_book, _args, _app, properties) => void properties.getDocumentProperties().deleteProperty('okr-sheets'));
    expect(withoutPage(await again(host))).toEqual(withoutPage(before));
  }, 30_000);
});

test('a text that might be read as something else stays it without a visible quote, in a column of plain text and in any other', async () => {
  for (const format of ['@', 'General']) {
    const host = await reopened(filled);
    await act(host, (book, pattern) => {
      const sheet = book.getSheetByName('Settings')!;
      sheet.getRange('B3:B200').setNumberFormat(pattern as string);
      sheet.deleteRow(3); // the name of the cycle
    }, format);
    await again(host);
    const row = host.values('Settings', 'A3:B40').find(([key]) => key === 'cycle_name');
    expect([format, row]).toEqual([format, ['cycle_name', '2026-Q4']]);
  }
}, 60_000);

describe('what people made their own', () => {
  let host: Host;
  let changed: State;
  let after: State;
  beforeAll(async () => {
    host = await reopened(filled);
    await act(host, (book, _args, app) => {
      const sheet = book.getSheetByName('Key Results')!;
      sheet.insertColumnsBefore(1, 1); // left of all
      sheet.insertColumnsBefore(5, 1); // between
      sheet.getRange(2, 1, 3, 1).setValues([['Mine'], ['left'], [1]]);
      sheet.getRange(2, 5, 3, 1).setValues([['Between'], [7], ['=A1']]);
      sheet.insertColumnsAfter(sheet.getMaxColumns(), 5);
      sheet.getRange(2, 30, 3, 1).setValues([['Right'], ['r1'], ['r2']]);
      sheet.getRange(3, 5, 100, 1).setDataValidation(app.newDataValidation().requireNumberBetween(1, 9).setAllowInvalid(false).build());
      sheet.getRange(2, 1).setNote('My own note');
      sheet.getRange(2, 4).setNote('My own words about key results');
      const rule = app.newConditionalFormatRule().whenTextContains('Renewals').setBackground('#ff0000').setRanges([sheet.getRange('D3:D200')]).build();
      sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), rule]);
      sheet.getRange('A3:A5').protect().setDescription('Mine too');
      sheet.setColumnWidth(4, 222);
      sheet.getRange(2, 4).setValue('Our results');
      sheet.getRange(2, 4).setBackground('#00ff00');
      sheet.setName('Wyniki (nasze)');
      book.getSheetByName('Objectives')!.setName('Ziele');
      book.insertSheet('Kopia', 0).getRange('A1:B3').setValues([['id', 'objective'], ['ID', 'Objective'], ['O1', 'An older state']]);
      book.insertSheet('Objectives', 0).getRange('A1:B2').setValues([['Own', 'sheet'], ['x', 1]]);
      book.setNamedRange('my_range', sheet.getRange('A3:A5'));
    });
    await host.settled();
    changed = await stateOf(host);
    after = await again(host);
  }, 60_000);

  const sheet = (state: State, name: string) => state.sheets.find((one) => one.name === name)!;

  test('own sheets stay as they are, even one named Objectives and a copy of ours, and renamed tabs keep their names', () => {
    expect(after.sheets.map((one) => one.name)).toEqual(changed.sheets.map((one) => one.name));
    for (const name of ['Objectives', 'Kopia']) expect(sheet(after, name)).toEqual(sheet(changed, name));
  });

  test('columns left, between and right of ours keep their content, checks, notes, labels and widths', () => {
    const [was, is] = [sheet(changed, 'Wyniki (nasze)'), sheet(after, 'Wyniki (nasze)')];
    expect(is.values).toEqual(was.values);
    expect(is.formulas[3]).toEqual(was.formulas[3]);
    expect(is.formulas[3]?.[4]).toBe('=A1');
    expect([is.checks, is.notes, is.widths, is.looks]).toEqual([was.checks, was.notes, was.widths, was.looks]);
    expect([is.values[1]?.[0], is.values[1]?.[3], is.values[2]?.[4], is.values[2]?.[29]]).toEqual(['Mine', 'Our results', 7, 'r1']);
  });

  test('own rules stay first and once, own protections and names stay', () => {
    const rules = (state: State) => sheet(state, 'Wyniki (nasze)').rules as unknown[][];
    expect(rules(after)[0]?.[1]).toBe('TEXT_CONTAINS');
    expect(rules(after)).toHaveLength(rules(changed).length);
    expect(sheet(after, 'Wyniki (nasze)').protections).toEqual([[en['protection.computed'], 'T1:AB240', true], ['Mine too', 'A3:A5', false]]);
    expect(after.names).toContain('my_range Wyniki (nasze)!A3:A5');
  });

  test('everything still scores, and the formulas follow the columns and the names', async () => {
    expect(await scores(host, 'Wyniki (nasze)')).toEqual({ 'O1.1': 0.5, 'O1.2': 1, 'O2.1': '' });
    expect(await scores(host, 'Ziele')).toEqual({ O1: 0.75, O2: '' });
    expect(sheet(after, 'Wyniki (nasze)').formulas[1]?.[19]).toBe("=OKR_KEY_RESULTS('Wyniki (nasze)'!A1:S, Ziele!A1:L, Settings!A1:C, 'Check-ins'!A1:H, KPIs!A1:N)");
  });
});

test('columns in another order still score, and a third time changes nothing', async () => {
  const host = await openHost();
  await act(host, (book) => {
    const keys = ['current', 'target', 'key_result', 'start', 'objective_id', 'id'];
    const sheet = book.insertSheet('Key Results');
    sheet.getRange(1, 1, 1, 6).setValues([keys]);
    sheet.getRange(3, 1, 2, 6).setValues([[50, 100, 'Renewals rise', 0, 'O1', 'O1.1'], [20, 20, 'Complaints fall', 40, 'O1', 'O1.2']]);
    const settings = book.insertSheet('Settings');
    settings.getRange(1, 1, 4, 3).setValues([['value', '', 'key'], ['', '', ''], ['Polski', 'mine', 'language'], ['2026-12-01', '', 'as_of']]);
  });
  await host.open('LIMITED');
  await host.click('setUpSpreadsheet');
  expect(host.failures()).toEqual([]);
  await host.settled();
  expect(await scores(host, 'Key Results')).toEqual({ 'O1.1': 0.5, 'O1.2': 1 });
  const once = await stateOf(host);
  const settings = once.sheets.find((sheet) => sheet.name === 'Settings');
  expect(settings?.values[2]?.slice(0, 3)).toEqual(['Polski', 'mine', 'language']);
  expect(settings?.values.slice(2).filter((row) => row.includes('as_of'))).toHaveLength(1);
  expect(once.sheets.find((sheet) => sheet.name === 'Key Results')?.values[1]).toContain(pl['label.key_result']);
  expect(once.names.find((name) => name.startsWith('as_of_day'))).toBe('as_of_day Settings!A4');
  expect(withoutPage(await again(host))).toEqual(withoutPage(once));
}, 40_000);
