/** The open spreadsheet as the actions see it. */
import type { Memory, NamedCells, WorkbookPort } from '../app/ports';
import type { Cell } from '../rows/grid';
import { literal, literals } from './literal';
import { sheetPort } from './sheet';

/** One property holds all that has to be remembered: a read costs the same whatever its size. */
const PROPERTY = 'okr-sheets';

interface Remembered extends Memory {
  /** Raised when the layout changes, so that older workbooks can be brought up to date step by step. */
  readonly layout: number;
}

const LAYOUT = 1;

/** Undefined for a text that nobody can read any more; the keys in row 1 tell the sheets apart without it. */
function readMemory(text: string): Memory | undefined {
  try {
    const memory = JSON.parse(text) as Partial<Remembered> | null;
    return memory && typeof memory.sheets === 'object' ? (memory as Memory) : undefined;
  } catch {
    return undefined;
  }
}

export function openWorkbook(): WorkbookPort {
  const spreadsheet = SpreadsheetApp.getActive();
  return {
    sheets: () => spreadsheet.getSheets().map(sheetPort),
    create: (name, position) => sheetPort(spreadsheet.insertSheet(name, position)),
    nameRanges: (ranges) => {
      for (const { name, sheet, row, column, rows, columns } of ranges) {
        const tab = spreadsheet.getSheetById(sheet.id);
        if (tab) spreadsheet.setNamedRange(name, tab.getRange(row, column, rows ?? tab.getMaxRows() - row + 1, columns));
      }
    },
    remembered: () => {
      const text = PropertiesService.getDocumentProperties()?.getProperty(PROPERTY);
      return (text && readMemory(text)) || { sheets: {} };
    },
    remember: (memory) => {
      const remembered: Remembered = { ...memory, layout: LAYOUT };
      PropertiesService.getDocumentProperties()?.setProperty(PROPERTY, JSON.stringify(remembered));
    },
    show: (sheetId, row, column) => {
      const sheet = spreadsheet.getSheetById(sheetId);
      if (!sheet || row > sheet.getMaxRows() || column > sheet.getMaxColumns()) return false;
      spreadsheet.setActiveSheet(sheet);
      spreadsheet.setActiveRange(sheet.getRange(row, column));
      return true;
    },
  };
}

/** Cells by name: one call for the range, one for its values, one to write; the range is looked up once. */
export function openNamedCells(): NamedCells {
  const spreadsheet = SpreadsheetApp.getActive();
  const ranges = new Map<string, GoogleAppsScript.Spreadsheet.Range>();
  const rangeOf = (name: string) => {
    const known = ranges.get(name);
    if (known) return known;
    const range = spreadsheet.getRangeByName(name);
    if (range) ranges.set(name, range);
    return range;
  };
  return {
    read: (name) => rangeOf(name)?.getValues() as Cell[][] | undefined,
    write: (name, cells) => {
      const range = rangeOf(name);
      if (!range) throw new Error(`There is no named range ${name}.`);
      range.setValues(literals(cells));
    },
    writeCell: (name, row, column, cell) => {
      rangeOf(name)?.getCell(row, column).setValue(literal(cell));
    },
    tabs: () =>
      spreadsheet.getSheets().map((sheet) => ({
        id: () => sheet.getSheetId(),
        keys: () => (sheet.getSheetValues(1, 1, 1, -1)[0] ?? []) as Cell[],
        values: () => sheet.getSheetValues(1, 1, -1, -1) as Cell[][],
      })),
    sheetOf: (name) => rangeOf(name)?.getGridId(),
    url: () => spreadsheet.getUrl(),
  };
}
