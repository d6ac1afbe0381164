/** The SpreadsheetApp global over one open spreadsheet, and what the host needs of it: saving, typing, reading, what is shown. */
import type { IWorkbookData } from '@univerjs/core';
import { UniverInstanceType } from '@univerjs/core';
import { emptyWorkbook, newWorkbookId } from '../engine';
import type { FormulaContext } from '../formulas/customFunctions';
import { areaName } from './a1';
import { Beside } from './beside';
import type { SavedBeside } from './beside';
import { Book } from './book';
import type { BookOptions, Place } from './book';
import { shownCharts } from './charts/table';
import { BooleanCriteria, newConditionalFormatRule } from './conditional';
import { NamedRange } from './namedRange';
import { kind, reads, plain, writes } from './objects';
import { Person } from './person';
import { Protection, ProtectionType } from './protection';
import type { PersonEdit } from '../services/document';
import type { ShownChart } from '../types';
import { Range } from './range';
import { rangeAt } from './range/place';
import { BorderStyle, WrapStrategy } from './range/format';
import { Sheet, SheetType, findPlace } from './sheet';
import { Spreadsheet } from './spreadsheet';
import { DataValidationCriteria } from './validation/rule';
import { newDataValidation } from './validation/builder';
import { followLists } from './validation/lists';

export interface SpreadsheetOptions extends BookOptions {
  readonly timeZone: string;
  readonly locale: string;
  readonly name: string;
  readonly owner: string;
  /** SpreadsheetApp.getUi, which the other services supply. */
  readonly getUi: () => object;
  readonly saved?: SavedSpreadsheet;
}

/** A spreadsheet as JSON. */
export interface SavedSpreadsheet {
  readonly workbook: IWorkbookData;
  readonly beside: SavedBeside;
}

export interface SpreadsheetService {
  /** What scripts know as SpreadsheetApp. */
  readonly global: object;
  readonly book: Book;
  readonly person: Person;
  /** For registerCustomFunctions. */
  readonly formulaContext: FormulaContext;
  /** Script-facing objects for events: e.source and e.range. */
  spreadsheetObject(): object;
  rangeObject(edit: PersonEdit): object;
  /** Where a sheet's name and A1 notation lead; throws if there is no such place. */
  find(sheetName: string, a1: string): Place;
  /** The id of a script's Spreadsheet; undefined for anything else. */
  idOf(value: unknown): string | undefined;
  /** The last cell or range that a script activated. */
  shown(): { readonly sheet: string; readonly a1: string } | null;
  /** Every chart of every sheet with what it draws. */
  charts(): readonly ShownChart[];
  values(sheetName: string, a1: string): unknown[][];
  formulas(sheetName: string, a1: string): string[][];
  save(): SavedSpreadsheet;
}

/** A sharing list's entry; Google gives users, not addresses. */
const User = kind<{ email: string }>('User', {
  getEmail: reads(({ email }: { email: string }) => email),
});

export function spreadsheetService(options: SpreadsheetOptions): SpreadsheetService {
  openWorkbook(options);
  const book = new Book(options, new Beside(options.saved?.beside ?? newBeside(options)));
  book.objects = {
    range: ({ sheetId, area }) => Range.offer(book.gate, { book, sheetId, area }),
    placeOf: (range) => Range.stateOf(range),
    sheet: (sheetId) => Sheet.offer(book.gate, { book, sheetId }),
    spreadsheet: () => Spreadsheet.offer(book.gate, { book }),
    namedRange: (id) => NamedRange.offer(book.gate, { book, id }),
    protection: (protection) => Protection.offer(book.gate, { book, protection }),
    user: (email) => User.offer(book.gate, { email }),
  };
  followLists(book);
  const activeSheet = options.saved?.beside.activeSheet;
  if (activeSheet !== undefined) book.activateSheet(activeSheet);
  const place = (sheetName: string, a1: string): Place => {
    const sheet = book.workbook.getSheetBySheetName(sheetName);
    if (!sheet) throw new Error(`There is no sheet ${sheetName}.`);
    return findPlace(book, a1, sheet.getSheetId());
  };
  const range = (sheetName: string, a1: string) => book.objects.range(place(sheetName, a1));
  /** The same object until a script shows another place, so that the page can tell news from what it has followed already. */
  let lastShown: { readonly place: Place; readonly told: { readonly sheet: string; readonly a1: string } } | undefined;
  return {
    global: globalObject(book, options),
    book,
    person: new Person(book, place),
    formulaContext: {
      clock: () => book.clock(),
      formulaAt: (sheetId, row, column) => book.sheet(sheetId).getCellMatrix().getValue(row, column)?.f ?? '',
    },
    spreadsheetObject: () => book.objects.spreadsheet(),
    rangeObject: ({ sheetId, row, column, rows, columns }) => {
      const sheet = book.workbook.getSheets().find((other) => Book.sheetNumber(other.getSheetId()) === sheetId);
      if (!sheet) throw new Error(`Sheet ${sheetId} not found`);
      return rangeAt(book, sheet.getSheetId(), row, column, rows, columns);
    },
    find: place,
    idOf: (value) => Spreadsheet.stateOf(value)?.book.beside.id,
    shown: () => {
      if (!book.shown) return null;
      if (lastShown?.place !== book.shown) {
        lastShown = { place: book.shown, told: { sheet: book.sheet(book.shown.sheetId).getName(), a1: areaName(book.shown.area) } };
      }
      return lastShown.told;
    },
    charts: () => shownCharts(book),
    values: (sheetName, a1) => Range.call(range(sheetName, a1), 'getValues', []) as unknown[][],
    formulas: (sheetName, a1) => Range.call(range(sheetName, a1), 'getFormulas', []) as string[][],
    save: () => ({ workbook: snapshotOf(options), beside: book.beside.save(book.activeSheetId) }),
  };
}

function globalObject(book: Book, options: SpreadsheetOptions): object {
  const spreadsheet = () => book.objects.spreadsheet();
  const ofSpreadsheet = (member: string) => (_state: object, ...args: unknown[]) => Spreadsheet.call(spreadsheet(), member, args);
  const App = kind<object>('SpreadsheetApp', {
    getActive: reads(spreadsheet),
    getActiveSpreadsheet: reads(spreadsheet),
    getActiveSheet: reads(ofSpreadsheet('getActiveSheet')),
    getActiveRange: reads(ofSpreadsheet('getActiveRange')),
    getCurrentCell: reads(ofSpreadsheet('getCurrentCell')),
    setActiveSheet: writes(ofSpreadsheet('setActiveSheet'), 'o'),
    setActiveRange: writes(ofSpreadsheet('setActiveRange'), 'o'),
    // Writes are done at once here, so there is nothing to flush; the call counts all the same.
    flush: writes(() => undefined),
    newDataValidation: plain(() => newDataValidation(book)),
    newConditionalFormatRule: plain(() => newConditionalFormatRule(book)),
    // The services behind the Ui guard themselves: menus work where dialogs do not.
    getUi: plain(() => options.getUi()),
  });
  const enums = { ProtectionType, DataValidationCriteria, BooleanCriteria, WrapStrategy, BorderStyle, SheetType };
  const app = App.offer(book.gate, {});
  return new Proxy(app, {
    get: (target, property) => (Object.prototype.hasOwnProperty.call(enums, property) ? enums[property as keyof typeof enums] : Reflect.get(target, property) as unknown),
  });
}

function newBeside({ timeZone, locale, owner, random }: SpreadsheetOptions): SavedBeside {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const id = Array.from({ length: 44 }, () => letters[Math.floor(random() * letters.length)]).join('');
  return { id, timeZone, locale, owner, editors: [], viewers: [], protections: [], nextProtection: 1, active: [], lists: [] };
}

/** Puts the saved workbook, or an empty one of the right name, in place of the one the engine has. */
function openWorkbook({ engine, saved, name }: SpreadsheetOptions): void {
  const { univer, api } = engine;
  const present = api.getActiveWorkbook();
  if (present) api.disposeUnit(present.getId());
  const data = saved ? { ...structuredClone(saved.workbook), id: newWorkbookId() } : emptyWorkbook(name);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
}

function snapshotOf({ engine }: SpreadsheetOptions): IWorkbookData {
  const workbook = engine.api.getActiveWorkbook();
  if (!workbook) throw new Error('There is no workbook to save.');
  return JSON.parse(JSON.stringify(workbook.save())) as IWorkbookData;
}
