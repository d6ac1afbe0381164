/** Puts rows from CSV files into a workbook that the add-on has set up, and reads sheets back, through a script beside the add-on's code. */
import Papa from 'papaparse';
import type { Host } from './types';

/** A cell of a table on its way in: numbers and truth values as such, everything else as text. */
export type TableCell = string | number | boolean;

/** By sheet name: a first row of column keys, then the data. */
export type Tables = Readonly<Record<string, readonly (readonly TableCell[])[]>>;

/**
 * Reads one CSV of any delimiter, every cell as its text; what it means is decided where it is written. Blank lines stay, so that a finding's row
 * can be found in the file; the apostrophe of tableText goes.
 */
export function parseTable(text: string, name: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').trimEnd());
  const [broken] = errors.filter((error) => error.type !== 'Delimiter');
  if (broken) throw new Error(`${name}, row ${(broken.row ?? 0) + 1}: ${broken.message}.`);
  return data.map((row, index) => row.map((cell) => (index === 0 ? cell.trim().toLowerCase() : cell.replace(/^'(?=[=+\-@'])/, ''))));
}

/** A table as CSV. Text that a spreadsheet would take for a formula gets an apostrophe in front, which reading takes away again. */
export function tableText(rows: readonly (readonly TableCell[])[]): string {
  const plain = rows.map((row) => row.map((cell) => (typeof cell === 'string' && /^[=+\-@']/.test(cell) ? `'${cell}` : cell)));
  return Papa.unparse(plain, { newline: '\n' }) + '\n';
}

const KEY_ROW = 1;
const FIRST_DATA_ROW = 3;

/**
 * To be added to the text of dist/Code.js. It finds columns by their key, as the add-on does, and writes each in one go. Settings are found by
 * their key too. As in typing, a number or a truth value becomes one, except in a column of plain text, where the id 1.10 stays what it is; but
 * text that looks like a formula stays text. Columns that the workbook does not
 * have, or computes itself, are answered, not written.
 */
export const LOADER = `
function loadTables(tables) {
  const book = SpreadsheetApp.getActive();
  const leftOut = [];
  const typed = (cell) => {
    if (typeof cell !== 'string') return cell === undefined ? '' : cell;
    if (/^(true|false)$/i.test(cell)) return cell.toLowerCase() === 'true';
    if (/^\\s*-?(\\d+(\\.\\d+)?|\\.\\d+)(e[+-]?\\d+)?\\s*$/i.test(cell)) return Number(cell);
    return /^[=+\\-@']/.test(cell) ? "'" + cell : cell;
  };
  const settingsLast = Object.keys(tables).sort((a, b) => (a === 'Settings') - (b === 'Settings'));
  settingsLast.forEach((name) => {
    const sheet = book.getSheetByName(name);
    if (!sheet) { leftOut.push(name); return; }
    const labels = sheet.getRange(${KEY_ROW} + 1, 1, 1, sheet.getLastColumn()).getFormulas()[0];
    const formula = labels.findIndex((text) => text.startsWith('=OKR_'));
    const present = sheet.getRange(${KEY_ROW}, 1, 1, formula < 0 ? sheet.getLastColumn() : formula).getValues()[0];
    const column = (key) => present.indexOf(key) + 1;
    const keys = tables[name][0] || [];
    const rows = tables[name].slice(1);
    keys.forEach((key) => { if (column(key) === 0) leftOut.push(name + '.' + key); });
    if (name === 'Settings') {
      rows.forEach((row) => {
        const known = sheet.getRange(1, column('key'), sheet.getLastRow(), 1).getValues().map((cells) => cells[0]);
        const at = known.indexOf(row[keys.indexOf('key')]);
        const place = at < 0 ? known.length + 1 : at + 1;
        if (at < 0) sheet.getRange(place, column('key')).setValue(row[keys.indexOf('key')]);
        sheet.getRange(place, column('value')).setValue(typed(row[keys.indexOf('value')]));
      });
    } else if (rows.length > 0) {
      const missing = ${FIRST_DATA_ROW} - 1 + rows.length - sheet.getMaxRows();
      if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
      keys.forEach((key, i) => {
        if (column(key) === 0) return;
        const cells = sheet.getRange(${FIRST_DATA_ROW}, column(key), rows.length, 1);
        const isText = cells.getNumberFormat() === '@';
        cells.setValues(rows.map((row) => [isText ? String(row[i] === undefined ? '' : row[i]) : typed(row[i])]));
      });
    }
  });
  return leftOut;
}
function readTable(name) {
  const book = SpreadsheetApp.getActive();
  const zone = book.getSpreadsheetTimeZone();
  const plain = (cell) => (Object.prototype.toString.call(cell) === '[object Date]' ? Utilities.formatDate(cell, zone, 'yyyy-MM-dd') : cell);
  return book.getSheetByName(name).getDataRange().getValues().map((row) => row.map(plain));
}
`;

/** Writes the tables; answers what the workbook has no place for. The host has to run code that ends in LOADER. */
export async function loadTables(host: Host, tables: Tables): Promise<string[]> {
  return (await host.call('loadTables', [tables])) as string[];
}

/** The rows of a sheet under its keys, dates as ISO days, without the label row and without empty rows at the end. */
export async function readTable(host: Host, sheet: string): Promise<{ readonly keys: string[]; readonly rows: TableCell[][] }> {
  const [keyRow = [], , ...rows] = (await host.call('readTable', [sheet])) as TableCell[][];
  const keys = keyRow.map(String);
  const width = keys.reduce((last, key, index) => (key === '' ? last : index + 1), 0);
  while (rows.length > 0 && (rows[rows.length - 1] ?? []).every((cell) => cell === '')) rows.pop();
  return { keys: keys.slice(0, width), rows: rows.map((row) => row.slice(0, width)) };
}
