/** The tables by the names of their ranges, for appending and changing rows: two calls to read one, two to write to it. */
import type { Known } from '../app/api';
import type { Tables, TableRows } from '../app/form/tables';
import { tableName } from '../app/names';
import type { Cell } from '../rows/grid';
import { activeSpreadsheet } from './active';
import { mayBeRead, writeTo } from './literal';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The sheet of check-ins is found by its id when the sidebar knows it: a call less to read it, and one less to append to it. */
export function openTables(known?: Known): Tables {
  return {
    open: (table) => {
      const sheet = table === 'checkIns' && known ? activeSpreadsheet().getSheetById(known.checkIns) : null;
      if (sheet) return logRows(sheet, tableName(table));
      const name = tableName(table);
      const range = activeSpreadsheet().getRangeByName(name);
      return range ? tableRows(range, name) : undefined;
    },
  };
}

/** A sheet read whole, to which a row is appended in one call; Google does that in one piece, whoever else writes there. */
function logRows(sheet: Sheet, name: string): TableRows {
  const values = sheet.getSheetValues(1, 1, -1, -1) as Cell[][];
  let isBegun = false;
  let table: TableRows | undefined;
  const whole = (): TableRows => (table ??= tableRows(sheet.getRange(1, 1, sheet.getMaxRows(), values[0]?.length ?? 1), name));
  const write = (row: number, column: number, cells: readonly (readonly Cell[])[]): void => {
    const [first = []] = cells;
    // Whether a text that might be read as something else needs a quote depends on the format of its cell; that way asks for it.
    const isNext = !isBegun && cells.length === 1 && row === values.length + 1 && !first.some(mayBeRead);
    isBegun = true;
    if (isNext) {
      sheet.appendRow([...new Array<Cell>(column - 1).fill(''), ...first.map((cell) => cell ?? '')]);
      return;
    }
    if (row + cells.length > whole().values.length) whole().addRows(cells.length);
    whole().write(row, column, cells);
  };
  return {
    values,
    growsByItself: true,
    corner: () => whole().corner(),
    sheetName: () => sheet.getName(),
    formulas: (row, column, rows, columns) => whole().formulas(row, column, rows, columns),
    wide: () => whole().wide(),
    write,
    writeFormula: (row, column, formula) => whole().writeFormula(row, column, formula),
    addRows: (count) => whole().addRows(count),
    deleteRows: (row, count) => whole().deleteRows(row, count),
  };
}

function tableRows(named: Range, name: string): TableRows {
  return rowsOf(wholeTable(named), name);
}

function rowsOf(whole: WholeTable, name: string): TableRows {
  const { range, values } = whole;
  let last: { readonly key: string; readonly range: Range } | undefined;
  /** The same piece is often read first and then written. */
  const piece = (row: number, column: number, rows: number, columns: number): Range => {
    const key = [row, column, rows, columns].join();
    if (last?.key !== key) last = { key, range: range.offset(row - 1, column - 1, rows, columns) };
    return last.range;
  };
  return {
    values,
    corner: () => ({ sheetId: range.getGridId(), row: range.getRow(), column: range.getColumn() }),
    sheetName: () => range.getSheet().getName(),
    formulas: (row, column, rows, columns) => piece(row, column, rows, columns).getFormulas(),
    write: (row, column, cells, formulas) => {
      writeTo(piece(row, column, cells.length, cells[0]?.length ?? 0), cells, formulas);
    },
    wide: () => {
      const all = range.offset(0, 0, values.length, range.getSheet().getMaxColumns() - range.getColumn() + 1);
      return rowsOf({ range: all, values: all.getValues() as Cell[][], isFull: whole.isFull }, name);
    },
    writeFormula: (row, column, formula) => {
      piece(row, column, 1, 1).setFormula(formula);
    },
    addRows: (count) => {
      const sheet = range.getSheet();
      const end = range.getRow() + values.length - 1;
      if (!whole.isFull) sheet.insertRowsBefore(end, count);
      else {
        sheet.insertRowsAfter(end, count);
        activeSpreadsheet().setNamedRange(name, range.offset(0, 0, values.length + count));
      }
    },
    deleteRows: (row, count) => {
      range.getSheet().deleteRows(range.getRow() + row - 1, count);
    },
  };
}

interface WholeTable {
  readonly range: Range;
  readonly values: Cell[][];
  readonly isFull: boolean;
}

/** A name covers the rows there were when it was given; rows that people added below are read too. */
function wholeTable(named: Range): WholeTable {
  const values = named.getValues() as Cell[][];
  if (!isFilled(values)) return { range: named, values, isFull: false };
  const below = named.getSheet().getMaxRows() - (named.getRow() + values.length - 1);
  if (below <= 0) return { range: named, values, isFull: true };
  const range = named.offset(0, 0, values.length + below);
  const all = range.getValues() as Cell[][];
  return { range, values: all, isFull: isFilled(all) };
}

/** Whether the last row has content. */
function isFilled(values: readonly (readonly Cell[])[]): boolean {
  return (values[values.length - 1] ?? []).some((cell) => cell !== '');
}
