/** The spreadsheet on screen: Univer with its grid, toolbar and tabs in an element of the page. */
import { LocaleType, LogLevel, mergeLocales, Univer, UniverInstanceType } from '@univerjs/core';
import type { Plugin, PluginCtor } from '@univerjs/core';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalEn from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import conditionalPl from '@univerjs/preset-sheets-conditional-formatting/locales/pl-PL';
import conditionalVi from '@univerjs/preset-sheets-conditional-formatting/locales/vi-VN';
import { ILayoutService, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreEn from '@univerjs/preset-sheets-core/locales/en-US';
import corePl from '@univerjs/preset-sheets-core/locales/pl-PL';
import coreVi from '@univerjs/preset-sheets-core/locales/vi-VN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationEn from '@univerjs/preset-sheets-data-validation/locales/en-US';
import validationPl from '@univerjs/preset-sheets-data-validation/locales/pl-PL';
import validationVi from '@univerjs/preset-sheets-data-validation/locales/vi-VN';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterEn from '@univerjs/preset-sheets-filter/locales/en-US';
import filterPl from '@univerjs/preset-sheets-filter/locales/pl-PL';
import filterVi from '@univerjs/preset-sheets-filter/locales/vi-VN';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteEn from '@univerjs/preset-sheets-note/locales/en-US';
import notePl from '@univerjs/preset-sheets-note/locales/pl-PL';
import noteVi from '@univerjs/preset-sheets-note/locales/vi-VN';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import sortEn from '@univerjs/preset-sheets-sort/locales/en-US';
import sortPl from '@univerjs/preset-sheets-sort/locales/pl-PL';
import sortVi from '@univerjs/preset-sheets-sort/locales/vi-VN';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { defaultTheme } from '@univerjs/themes';
import type { Language } from '../../model/words';
import { completeEngine, emptyWorkbook } from '../engine';
import type { Engine } from '../types';
import type { Look } from './store';

const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');

/** Univer speaks no Thai yet. */
const LOCALES: Readonly<Record<Language, LocaleType>> = { en: LocaleType.EN_US, th: LocaleType.EN_US, vi: LocaleType.VI_VN, pl: LocaleType.PL_PL };

/** Univer 0.25.1 shows these two keys while it calculates and has no texts for them. */
function progress(text: string) {
  return { 'sheets-formula': { progress: { calculating: text, 'array-calculation': text } } };
}

export function gridEngine(container: HTMLElement, name: string, language: Language): Engine {
  const univer = new Univer({
    theme: defaultTheme,
    darkMode: darkScheme.matches,
    locale: LOCALES[language],
    locales: {
      [LocaleType.EN_US]: mergeLocales(coreEn, conditionalEn, validationEn, filterEn, noteEn, sortEn, progress('Calculating …')),
      [LocaleType.PL_PL]: mergeLocales(corePl, conditionalPl, validationPl, filterPl, notePl, sortPl, progress('Przeliczanie …')),
      [LocaleType.VI_VN]: mergeLocales(coreVi, conditionalVi, validationVi, filterVi, noteVi, sortVi, progress('Đang tính …')),
    },
    logLevel: LogLevel.WARN,
  });
  const presets = [
    UniverSheetsCorePreset({ container, ribbonType: 'simple', disableAutoFocus: true }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsFilterPreset(),
    UniverSheetsNotePreset(),
    UniverSheetsSortPreset(),
  ];
  for (const { plugins } of presets) {
    for (const entry of plugins) {
      if (Array.isArray(entry)) univer.registerPlugin(entry[0] as PluginCtor<Plugin>, entry[1] as never);
      else univer.registerPlugin(entry as PluginCtor<Plugin>);
    }
  }
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, emptyWorkbook(name));
  const engine = completeEngine(univer);
  darkScheme.addEventListener('change', ({ matches }) => engine.api.toggleDarkMode(matches));
  return engine;
}

export function speak(engine: Engine, language: Language): void {
  engine.univer.setLocale(LOCALES[language]);
}

/** Selects a cell, such as one that a script asked to show, and scrolls as far as it takes to see it. */
export function reveal(engine: Engine, look: Look): void {
  const workbook = engine.api.getActiveWorkbook();
  const sheet = workbook?.getSheetByName(look.sheet);
  if (!workbook || !sheet) return;
  workbook.setActiveSheet(sheet);
  const range = sheet.getRange(look.a1);
  range.activate();
  // What is in view is known once the sheet has been drawn.
  requestAnimationFrame(() => requestAnimationFrame(() => scrollTo(engine, sheet, range.getRow(), range.getColumn())));
}

/** In pixels, since Univer's own ways of scrolling to a cell count the frozen rows and columns wrongly when they differ in size. */
function scrollTo(engine: Engine, sheet: FWorksheet, row: number, column: number): void {
  const seen = sheet.getVisibleRange();
  const { xSplit, ySplit } = sheet.getFreeze();
  const across = isInView(column, xSplit, seen?.startColumn, seen?.endColumn)
    ? {}
    : { sheetViewStartColumn: 0, offsetX: sumOf(xSplit, column, (each) => sheet.getColumnWidth(each)) };
  const down = isInView(row, ySplit, seen?.startRow, seen?.endRow)
    ? {}
    : { sheetViewStartRow: 0, offsetY: sumOf(ySplit, row, (each) => sheet.getRowHeight(each)) };
  void engine.api.executeCommand('sheet.command.scroll-view', { ...across, ...down });
}

/** Frozen, or among those in view; the last of these is usually cut off. */
function isInView(index: number, frozen: number, first = Infinity, last = -Infinity): boolean {
  return index < frozen || (index >= first && index < last);
}

function sumOf(from: number, to: number, size: (index: number) => number): number {
  let sum = 0;
  for (let index = from; index < to; index += 1) sum += size(index);
  return sum;
}

/** Puts the keyboard back into the grid. */
export function focusGrid(engine: Engine): void {
  engine.univer.__getInjector().get(ILayoutService).focus();
}

/** Calls back with each cell that the pointer comes to. */
export function onHover(engine: Engine, listener: (sheet: string, a1: string) => void): { dispose(): void } {
  return engine.api.addEvent(engine.api.Event.CellHover, ({ worksheet, row, column }) => {
    listener(worksheet.getSheetName(), worksheet.getRange(row, column).getA1Notation());
  });
}

/** Calls back after anything in the workbook changed, by whomever. */
export function onMutation(engine: Engine, listener: () => void): void {
  engine.api.addEvent(engine.api.Event.CommandExecuted, ({ id }) => {
    if (id.includes('.mutation.')) listener();
  });
}
