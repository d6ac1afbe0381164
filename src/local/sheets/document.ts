/** The spreadsheet as the host knows it: SpreadsheetApp, custom functions and people's edits on one engine. */
import { NEW_SHEET } from '../engine';
import { registerCustomFunctions } from '../formulas/customFunctions';
import type { CustomFunctions } from '../formulas/customFunctions';
import type { OpenDocument } from '../services/document';
import type { Engine } from '../types';
import { spreadsheetService } from './spreadsheetApp';
import type { SavedSpreadsheet } from './spreadsheetApp';

export interface NewSpreadsheet {
  readonly engine: Engine;
  readonly timeZone?: string;
  readonly locale?: string;
  readonly name?: string;
  readonly sheetRows?: number;
}

/** Opens the engine's workbook as a Google spreadsheet, or the saved one in its place. */
export function univerDocument(about: NewSpreadsheet): OpenDocument {
  const { engine, timeZone = 'Europe/Warsaw', locale = 'en_US', name = 'Untitled spreadsheet', sheetRows = NEW_SHEET.rowCount } = about;
  return (around, saved) => {
    const service = spreadsheetService({
      engine, timeZone, locale, name, sheetRows,
      gate: around.gate,
      owner: around.owner,
      customFunctions: around.customFunctions,
      random: () => around.random(),
      currentUser: () => around.currentUser(),
      getUi: () => around.getUi(),
      onMessage: (message) => around.showMessage(message),
      onShow: () => around.changed(),
      ...(saved === undefined ? {} : { saved: saved as SavedSpreadsheet }),
    });
    let functions: CustomFunctions | undefined;
    return {
      app: service.global,
      spreadsheet: () => service.spreadsheetObject(),
      range: (edit) => service.rangeObject(edit),
      idOf: (value) => service.idOf(value),
      type: (sheet, a1, value) => service.person.type(sheet, a1, value),
      onEdit: (listener) => service.person.onEdit(listener),
      charts: () => service.charts(),
      values: (sheet, a1) => service.values(sheet, a1),
      formulas: (sheet, a1) => service.formulas(sheet, a1),
      mayEdit: (email) => !service.book.beside.viewers.includes(email),
      shown: () => service.shown(),
      register: (names, run) => (functions = registerCustomFunctions(engine, names, run, service.formulaContext)),
      errorAt(sheet, a1) {
        const { sheetId, area } = service.find(sheet, a1);
        return functions?.errorAt(sheetId, area.startRow, area.startColumn);
      },
      settled: () => engine.settled(),
      save: () => service.save(),
      dispose: () => engine.dispose(),
    };
  };
}
