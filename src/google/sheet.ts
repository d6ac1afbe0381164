/** One tab of the spreadsheet as the actions see it: whole reads, whole writes, text that stays text. */
import type { Look, PageLook } from '../app/look';
import type { SheetPort } from '../app/ports';
import type { Cell } from '../rows/grid';
import { dressPage, dressTable } from './dress';
import { writeTo } from './literal';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function sheetPort(sheet: Sheet): SheetPort {
  return {
    id: sheet.getSheetId(),
    name: sheet.getName(),
    values: () => sheet.getDataRange().getValues() as Cell[][],
    labelFormulas: () => sheet.getRange(2, 1, 1, sheet.getMaxColumns()).getFormulas()[0] ?? [],
    write: (row, column, cells) => {
      const [first] = cells;
      if (!first || first.length === 0) return;
      ensure(sheet, row - 1 + cells.length, column - 1 + first.length);
      writeTo(sheet.getRange(row, column, cells.length, first.length), cells);
    },
    writeFormula: (row, column, formula) => {
      sheet.getRange(row, column).setFormula(formula);
    },
    turnIntoNotes: (row, column, notes) => {
      const range = sheet.getRange(row, column, notes.length, notes[0]?.length ?? 1);
      const present = range.getNotes();
      range.setNotes(notes.map((line, i) => line.map((note, j) => withNote(present[i]?.[j] ?? '', note))));
      range.clearContent();
    },
    insertFirstRow: () => {
      sheet.insertRowBefore(1);
    },
    insertColumn: (column) => {
      if (column > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), 1);
      else sheet.insertColumnsBefore(column, 1);
    },
    ensureColumns: (columns) => ensure(sheet, 0, columns),
    ensureRows: (rows) => ensure(sheet, rows, 0),
    dress: (look: Look) => dressTable(sheet, look),
    dressPage: (look: PageLook) => dressPage(sheet, look),
  };
}

/** A note that was taken over before, by a run that did not end, is not taken over twice. */
function withNote(present: string, note: string): string {
  return present.includes(note) ? present : [present, note].filter((text) => text !== '').join('\n');
}

function ensure(sheet: Sheet, rows: number, columns: number): void {
  const missingRows = rows > 0 ? rows - sheet.getMaxRows() : 0;
  if (missingRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missingRows);
  const missingColumns = columns > 0 ? columns - sheet.getMaxColumns() : 0;
  if (missingColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), missingColumns);
}
