/** What adopting a sheet needs of Google: the texts that cells show, the locale, and a note of what was copied. */
import type { AdoptMemory, AdoptPort } from '../app/adopt/ports';
import { literal } from './literal';

/** Apart from what the setup remembers, so that neither can spoil the other. */
const PROPERTY = 'okr-sheets-adopted';

const PLAIN_TEXT = '@';

export function openAdopting(): AdoptPort {
  const spreadsheet = SpreadsheetApp.getActive();
  return {
    locale: () => spreadsheet.getSpreadsheetLocale(),
    shown: (sheetId) => spreadsheet.getSheetById(sheetId)?.getDataRange().getDisplayValues() ?? [],
    write: (sheetId, row, column, cells) => {
      const range = spreadsheet.getSheetById(sheetId)?.getRange(row, column, cells.length, cells[0]?.length ?? 1);
      if (!range) throw new Error(`There is no sheet with the id ${sheetId}.`);
      // In a column of plain text every text stays as it is, and a quote in front of it would stay too.
      const formats = range.getNumberFormats();
      range.setValues(cells.map((line, i) => line.map((cell, j) => (formats[i]?.[j] === PLAIN_TEXT ? (cell ?? '') : literal(cell)))));
    },
    remembered: () => {
      const text = PropertiesService.getDocumentProperties()?.getProperty(PROPERTY);
      return text ? (JSON.parse(text) as AdoptMemory) : { done: [] };
    },
    remember: (memory) => {
      PropertiesService.getDocumentProperties()?.setProperty(PROPERTY, JSON.stringify(memory));
    },
  };
}
