/** CSV files on their way into a workbook and back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headlessEngine } from '../../src/local/engine';
import { createHost } from '../../src/local/host';
import { LOADER, loadTables, parseTable, tableText, readTable } from '../../src/local/tables';
import type { Host } from '../../src/local/types';

describe('reading a CSV', () => {
  test.each([[','], [';'], ['\t'], ['|']])('knows the delimiter “%s” by itself', (mark) => {
    expect(parseTable(`id${mark}text\nO1${mark}"a ""b""${mark} c"\n`, 'x.csv')).toEqual([['id', 'text'], ['O1', `a "b"${mark} c`]]);
  });

  test('takes off the byte order mark and spaces around keys, and keeps empty lines so that rows can be found again', () => {
    expect(parseTable('\uFEFF id , Text\r\n\r\nO1,x\r\n\r\n', 'x.csv')).toEqual([['id', 'text'], [''], ['O1', 'x']]);
  });

  test('reads back what was written, formula-like text included', () => {
    const rows = [['id', 'text'], ['O1', '=HYPERLINK("x")'], ['O2', "'quoted"], ['O3', 'says "yes", twice'], ['-1', '@sum']];
    expect(tableText(rows)).toContain("'=HYPERLINK");
    expect(parseTable(tableText(rows), 'x.csv')).toEqual(rows);
  });

  test('keeps every cell as its text', () => {
    expect(parseTable('id,value,flag\n1.10,12%,TRUE\n', 'x.csv')[1]).toEqual(['1.10', '12%', 'TRUE']);
  });

  test('says which file and row is broken', () => {
    expect(() => parseTable('id,text\nO1,"never closed\n', 'Objectives.csv')).toThrow(/^Objectives\.csv, row 2: .*quote/i);
  });

  test('a file without content has no rows', () => expect(parseTable('', 'x.csv')).toEqual([]));
});

describe('loading', () => {
  let host: Host;
  /** A sheet with a column of plain text and one of any kind, as the add-on would make it. */
  const MAKE = `function make() {
    const book = SpreadsheetApp.getActive();
    const sheet = book.insertSheet('Things');
    sheet.getRange('A1:D1').setValues([['id', 'current', 'due_date', '']]);
    sheet.getRange('A3:A1000').setNumberFormat('@');
    book.insertSheet('Settings').getRange('A1:B4').setValues([['key', 'value'], ['', ''], ['as_of', ''], ['teams', 'A']]);
  }\n`;
  beforeAll(async () => {
    host = createHost({ engine: headlessEngine(), code: MAKE + LOADER, html: {}, now: () => Date.parse('2026-11-21T09:00:00Z'), timeZone: 'Asia/Bangkok' });
    await host.call('make', []);
  });
  afterAll(() => host.dispose());

  test('reads numbers, truth values, shares and days as typing does, but keeps what is in columns of text', async () => {
    const rows = [['1.10', '1.10', '2026-12-31'], ['=A1', 'TRUE', '31.02.2026'], ['+1', '50%', ''], ["'q", ' -3.5 ', ''], ['TRUE', '1e3', '']];
    expect(await loadTables(host, { Things: [['id', 'current', 'due_date'], ...rows] })).toEqual([]);
    expect(host.values('Things', 'A3:B7')).toEqual([['1.10', 1.1], ['=A1', true], ['+1', 0.5], ["'q", -3.5], ['TRUE', 1000]]);
    expect(host.values('Things', 'C3:C4')).toEqual([[new Date('2026-12-30T17:00:00Z')], ['31.02.2026']]);
  });

  test('never makes a formula of a text', async () => {
    await loadTables(host, { Things: [['current'], ['=IMPORTXML("https://example.com")'], ['+A1'], ['-2+3'], ['@x']] });
    expect(host.values('Things', 'B3:B6')).toEqual([['=IMPORTXML("https://example.com")'], ['+A1'], ['-2+3'], ['@x']]);
    expect(host.formulas('Things', 'B3:B6').flat()).toEqual(['', '', '', '']);
  });

  test('writes settings beside their key, new ones below', async () => {
    await loadTables(host, { Settings: [['key', 'value'], ['teams', 'Sales'], ['mine', '7']] });
    expect(host.values('Settings', 'A3:B5')).toEqual([['as_of', ''], ['teams', 'Sales'], ['mine', 7]]);
  });

  test('answers sheets and columns that the workbook does not have, and writes the rest', async () => {
    expect(await loadTables(host, { Nowhere: [['id'], ['x']], Things: [['id', 'colour'], ['Z', 'red']] })).toEqual(['Nowhere', 'Things.colour']);
    expect(host.values('Things', 'A3')).toEqual([['Z']]);
  });

  test('takes an empty file for an empty table', async () => {
    expect(await loadTables(host, { Things: [] })).toEqual([]);
  });

  test('reads back the rows under their keys, days as text, without the label row and empty rows', async () => {
    const { keys, rows } = await readTable(host, 'Things');
    expect(keys).toEqual(['id', 'current', 'due_date']);
    expect(rows).toHaveLength(5);
    expect(rows[0]).toEqual(['Z', '=IMPORTXML("https://example.com")', '2026-12-31']);
  });
});
