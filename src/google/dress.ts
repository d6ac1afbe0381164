/** Paints the looks that the actions declare: formats, widths, input checks, colours and protection, a few calls per run of like columns. */
import type { ColumnLook, Look, PageLook } from '../app/look';
import { applyCheck } from './checks';
import { addCharts } from './charts';
import { paintPage, paintTable } from './colours';
import { protectBlock } from './protection';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEAD_BACKGROUND = '#e8eaed';
const COMPUTED_HEAD_BACKGROUND = '#d2e3fc';
const COMPUTED_BACKGROUND = '#f8f9fa';
const KEY_ROW = 1;
const LABEL_ROW = 2;

export function dressTable(sheet: Sheet, look: Look): void {
  const rows = sheet.getMaxRows() - look.firstDataRow + 1;
  const columns = [...look.columns].sort((a, b) => a.column - b.column);
  for (const { from, count, value } of runs(columns, (column) => column.format)) {
    if (value !== undefined) sheet.getRange(look.firstDataRow, from, rows, count).setNumberFormat(value);
  }
  for (const column of columns) applyCheck(sheet.getRange(look.firstDataRow, column.column, rows, 1), column);
  dressNewColumns(sheet, columns.filter((column) => column.isNew), look.firstDataRow, rows);
  noteLabels(sheet, columns);
  paintTable(sheet, look, rows);
  if (look.block) protectBlock(sheet, look.block);
  sheet.setFrozenRows(LABEL_ROW);
  if (look.frozenColumns !== undefined) {
    sheet.setFrozenColumns(look.frozenColumns);
    sheet.setTabColor(look.tabColor);
    sheet.getRange(look.firstDataRow, 1).activate(); // else the hidden row of keys has the cursor, and typing would overwrite a key
  }
  sheet.hideRows(KEY_ROW);
}

/** The looks that belong to people afterwards: they may change widths, colours and alignment, and find them so again. */
function dressNewColumns(sheet: Sheet, columns: readonly ColumnLook[], firstDataRow: number, rows: number): void {
  if (columns.length === 0) return;
  for (const { from, count, value } of runs(columns, (column) => column.computed)) {
    sheet.getRange(KEY_ROW, from, 1, count).setFontSize(8).setFontColor('#80868b');
    const head = sheet.getRange(LABEL_ROW, from, 1, count);
    head.setFontWeight('bold').setWrap(true).setVerticalAlignment('middle').setBackground(value ? COMPUTED_HEAD_BACKGROUND : HEAD_BACKGROUND);
    if (value) sheet.getRange(firstDataRow, from, rows, count).setBackground(COMPUTED_BACKGROUND);
  }
  for (const { from, count, value } of runs(columns, (column) => column.align)) {
    sheet.getRange(LABEL_ROW, from, rows + 1, count).setHorizontalAlignment(value);
  }
  for (const { from, count, value } of runs(columns, (column) => column.width)) sheet.setColumnWidths(from, count, value);
}

/** Writes the notes on labels in one go, leaving alone what somebody else has noted there. */
function noteLabels(sheet: Sheet, columns: readonly ColumnLook[]): void {
  const last = columns[columns.length - 1]?.column ?? 1;
  const range = sheet.getRange(LABEL_ROW, 1, 1, last);
  const present = range.getNotes()[0] ?? [];
  const wanted = [...present];
  for (const { column, note, notes } of columns) {
    const there = present[column - 1] ?? '';
    if (there === '' || notes.includes(there)) wanted[column - 1] = note;
  }
  if (wanted.some((note, i) => note !== present[i])) range.setNotes([wanted]);
}

/** Neighbouring columns of one value, so that one call serves them all. */
function runs<Value>(columns: readonly ColumnLook[], valueOf: (column: ColumnLook) => Value): { from: number; count: number; value: Value }[] {
  const found: { from: number; count: number; value: Value }[] = [];
  for (const column of columns) {
    const last = found[found.length - 1];
    const value = valueOf(column);
    if (last && last.value === value && last.from + last.count === column.column) last.count += 1;
    else found.push({ from: column.column, count: 1, value });
  }
  return found;
}

export function dressPage(sheet: Sheet, look: PageLook): void {
  for (const column of look.scoreColumns) sheet.getRange(1, column, look.rows, 1).setNumberFormat('0.00');
  for (const { row, column } of look.dateCells) sheet.getRange(row, column).setNumberFormat('yyyy-mm-dd hh:mm');
  // Without the year, which stands above: charts write these texts under their points, and short ones leave more room for the lines.
  sheet.getRange(look.dayCells.row, look.dayCells.column, look.dayCells.rows, 1).setNumberFormat('mm-dd');
  for (const { column, check, help } of look.filters) {
    applyCheck(sheet.getRange(look.filterRow, column), { check, checkHelp: help });
  }
  paintPage(sheet, look);
  if (!look.widths) return;
  look.widths.forEach((width, index) => sheet.setColumnWidth(index + 1, width));
  sheet.hideColumns(look.columns);
  sheet.setHiddenGridlines(true).setTabColor(look.tabColor);
  const page = sheet.getRange(1, 1, look.rows, look.columns - 1);
  page.setHorizontalAlignment('left').setVerticalAlignment('middle');
  sheet.getRange(1, 1).setFontSize(18);
  sheet.setRowHeight(1, 36);
  sheet.getRange(look.cardRow, 1, 1, look.columns - 1).setFontWeight('bold');
  sheet.getRange(look.cardRow, 2, 1, look.columns - 2).setFontSize(14);
  sheet.setRowHeight(look.cardRow, 34);
  sheet.getRange(look.countHeads, look.countColumn, 1, look.columns - look.countColumn).setWrap(true);
  sheet.setRowHeight(look.countHeads, 42); // two lines of a status
  sheet.getRange(look.filterRow, 1, 1, look.columns - 1).setBackground('#fff8e1');
  addCharts(sheet, look);
}
