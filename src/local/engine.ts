/** The embedded spreadsheet without a screen: Univer put together by hand, with one empty workbook in it. */
import { LocaleType, LogLevel, Univer, UniverInstanceType } from '@univerjs/core';
import type { IWorkbookData } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverDataValidationPlugin } from '@univerjs/data-validation';
import { RegisterOtherFormulaService, UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsConditionalFormattingPlugin } from '@univerjs/sheets-conditional-formatting';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import { UniverSheetsFilterPlugin } from '@univerjs/sheets-filter';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsNotePlugin } from '@univerjs/sheets-note';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { UniverSheetsSortPlugin } from '@univerjs/sheets-sort';
import '@univerjs/sheets/facade';
import { speakGoogleFormulas } from './formulas/dialect';
import { calculationOf } from './formulas/settled';
import type { Engine } from './types';

/** Google's new spreadsheet: one sheet with id 0 and 1000 rows by 26 columns. */
export const NEW_SHEET = { rowCount: 1000, columnCount: 26 } as const;

let engines = 0;

/**
 * A workbook id of its own for every workbook of this process: Univer keeps parsed formulas, and the functions in
 * them, in one cache for all its instances, under the workbook's id.
 */
export function newWorkbookId(): string {
  engines += 1;
  return `workbook-${engines}`;
}

export function emptyWorkbook(name: string): Partial<IWorkbookData> {
  return {
    id: newWorkbookId(),
    name,
    sheetOrder: ['0'],
    sheets: { '0': { id: '0', name: 'Sheet1', ...NEW_SHEET } },
  };
}

/** Univer with everything that calculates and nothing that draws. */
export function headlessEngine(): Engine {
  // Headless, nobody reads Univer's own texts; without a table for the language it would refuse to start.
  const univer = new Univer({ locale: LocaleType.EN_US, locales: { [LocaleType.EN_US]: {} }, logLevel: LogLevel.WARN });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsFilterPlugin);
  univer.registerPlugin(UniverSheetsSortPlugin);
  univer.registerPlugin(UniverSheetsNotePlugin);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, emptyWorkbook('Untitled spreadsheet'));
  leaveLooksUncalculated(univer);
  return completeEngine(univer);
}

/**
 * The formulas of conditional formats and of validations decide what a cell looks like, which headless nobody sees. Univer calculates each of
 * them for every cell of its range, and that took nine tenths of the time of opening and changing a workbook.
 */
function leaveLooksUncalculated(univer: Univer): void {
  univer.__getInjector().get(RegisterOtherFormulaService).registerFormulaWithRange = () => 'not calculated';
}

/**
 * Makes an Engine of a Univer that has its plugins and its workbook already, with or without a grid on screen:
 * the page registers the plugins with UI and calls this.
 */
export function completeEngine(univer: Univer): Engine {
  const api = FUniver.newAPI(univer);
  speakGoogleFormulas(univer.__getInjector());
  const calculation = calculationOf(univer.__getInjector());
  return {
    univer,
    api,
    settled: () => calculation.settled(),
    dispose: () => univer.dispose(),
  };
}
