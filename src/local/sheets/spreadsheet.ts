/** Spreadsheet: its sheets, names, sharing list, locale and time zone. */
import { BooleanNumber, mergeWorksheetSnapshotWithDefault } from '@univerjs/core';
import { InsertSheetMutation, RemoveSheetCommand, SetWorkbookNameMutation, SetWorksheetOrderMutation } from '@univerjs/sheets';
import { NEW_SHEET } from '../engine';
import { isZone } from '../services/zone';
import type { Area } from './a1';
import { Book } from './book';
import type { CellChanges } from './book';
import { readingOf } from './entry';
import { findName, namesOf, placeOfName, removeName, setName } from './namedRange';
import { asPersonChain, invalidArgument, kind, reads, writes } from './objects';
import type { Member } from './objects';
import { protectionsOf, refuseProtected } from './protection';
import { Sheet, findPlace } from './sheet';
import { checkRoom } from './sheet/dimensions';

interface State {
  readonly book: Book;
}

const sheets = ({ book }: State) => book.workbook.getSheets();
const sheetObject = ({ book }: State, sheetId: string | undefined) => (sheetId === undefined ? null : book.objects.sheet(sheetId));

/** The sheets of the first names that Google gives: Sheet1, Sheet2 … */
function freeName(state: State): string {
  const taken = new Set(sheets(state).map((sheet) => sheet.getName().toLowerCase()));
  let number = sheets(state).length + 1;
  while (taken.has(`sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

function newSheetId(state: State): string {
  const taken = new Set(sheets(state).map((sheet) => Book.sheetNumber(sheet.getSheetId())));
  for (;;) {
    const id = 1 + Math.floor(state.book.options.random() * 2_147_483_646);
    if (!taken.has(id)) return String(id);
  }
}

function insertSheet(state: State, ...args: (string | number)[]): object {
  const { book } = state;
  const name = args.find((arg): arg is string => typeof arg === 'string') ?? freeName(state);
  const active = sheets(state).findIndex((sheet) => sheet.getSheetId() === book.activeSheetId);
  const index = args.find((arg): arg is number => typeof arg === 'number') ?? active + 1;
  if (name === '') throw new Error('The sheet name cannot be empty.');
  if (sheets(state).some((sheet) => sheet.getName().toLowerCase() === name.toLowerCase())) {
    throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
  if (sheets(state).length >= 200) throw new Error('This spreadsheet has the most sheets it may have (200).');
  if (index < 0 || index > sheets(state).length) throw invalidArgument('sheetIndex');
  const size = { ...NEW_SHEET, rowCount: book.options.sheetRows };
  checkRoom(book, size.rowCount * size.columnCount);
  const id = newSheetId(state);
  book.run(InsertSheetMutation.id, { unitId: book.unitId, index, sheet: mergeWorksheetSnapshotWithDefault({ id, name, ...size }) });
  book.activateSheet(id);
  return book.objects.sheet(id);
}

function sheetOf({ book }: State, sheet: object): string {
  const state = Sheet.stateOf(sheet);
  if (!state) throw invalidArgument('sheet');
  book.sheet(state.sheetId);
  return state.sheetId;
}

function deleteSheet(state: State, sheet: object): void {
  const { book } = state;
  const sheetId = sheetOf(state, sheet);
  const left = sheets(state).filter((other) => other.getSheetId() !== sheetId);
  if (!left.some((other) => other.isSheetHidden() !== BooleanNumber.TRUE)) throw new Error("You can't remove all the sheets in a document.");
  const { rows, columns } = book.size(sheetId);
  const area: Area = { startRow: 0, startColumn: 0, endRow: rows - 1, endColumn: columns - 1 };
  refuseProtected(book, { sheetId, area });
  clearFormulas(book, sheetId);
  book.run(RemoveSheetCommand.id, { unitId: book.unitId, subUnitId: sheetId });
}

/** Univer rewrites every formula that names a removed sheet, also those in it, and stops there. */
function clearFormulas(book: Book, sheetId: string): void {
  const cellValue: CellChanges = {};
  book.sheet(sheetId).getCellMatrix().forValue((row, column, cell) => {
    if (cell?.f || cell?.si) (cellValue[row] ??= {})[column] = { f: null, si: null, v: null };
  });
  book.write(sheetId, cellValue);
}

function moveActiveSheet(state: State, position: number): void {
  const { book } = state;
  const fromOrder = sheets(state).findIndex((sheet) => sheet.getSheetId() === book.activeSheetId);
  if (position < 1 || position > sheets(state).length) throw invalidArgument('pos');
  book.run(SetWorksheetOrderMutation.id, { unitId: book.unitId, subUnitId: book.activeSheetId, fromOrder, toOrder: position - 1 });
}

const email = (user: unknown) => (typeof user === 'string' ? user : (user as { getEmail(): string }).getEmail());

/** Adding somebody as an editor makes an editor of a viewer, as in Google; nobody is both. */
function share({ book }: State, role: 'editors' | 'viewers', users: readonly unknown[]): void {
  const { beside } = book;
  book.checkEditor();
  const addresses = users.map(email);
  const wrong = addresses.find((user) => !/^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(user));
  if (wrong !== undefined) throw new Error(`Invalid email: ${wrong}`); // before anybody was added
  for (const user of addresses) {
    if (user === beside.owner || beside.editors.includes(user)) continue;
    if (role === 'editors') beside.viewers = beside.viewers.filter((other) => other !== user);
    if (!beside[role].includes(user)) beside[role].push(user);
  }
}

function unshare({ book }: State, role: 'editors' | 'viewers', user: unknown): void {
  const { beside } = book;
  book.checkEditor();
  if (email(user) === beside.owner) throw new Error('The owner of a spreadsheet cannot be removed.');
  beside[role] = beside[role].filter((other) => other !== email(user));
}

const sharing: Record<string, Member<State>> = {
  getOwner: reads(({ book }: State) => book.objects.user(book.beside.owner)),
  getEditors: reads(({ book }: State) => [book.beside.owner, ...book.beside.editors].map((user) => book.objects.user(user))),
  getViewers: reads(({ book }: State) => book.beside.viewers.map((user) => book.objects.user(user))),
  addEditor: asPersonChain((state: State, user: unknown) => share(state, 'editors', [user]), 's', 'o'),
  addEditors: asPersonChain((state: State, users: unknown[]) => share(state, 'editors', users), 'a'),
  addViewer: asPersonChain((state: State, user: unknown) => share(state, 'viewers', [user]), 's', 'o'),
  addViewers: asPersonChain((state: State, users: unknown[]) => share(state, 'viewers', users), 'a'),
  removeEditor: asPersonChain((state: State, user: unknown) => unshare(state, 'editors', user), 's', 'o'),
  removeViewer: asPersonChain((state: State, user: unknown) => unshare(state, 'viewers', user), 's', 'o'),
};

export const Spreadsheet = kind<State>('Spreadsheet', {
  ...sharing,
  getId: reads(({ book }: State) => book.beside.id),
  getUrl: reads(({ book }: State) => `https://docs.google.com/spreadsheets/d/${book.beside.id}/edit`),
  getName: reads(({ book }: State) => book.workbook.getSnapshot().name),
  rename: writes(({ book }: State, name: string) => book.run(SetWorkbookNameMutation.id, { unitId: book.unitId, name }), 's'),
  getSheets: reads((state: State) => sheets(state).map((sheet) => state.book.objects.sheet(sheet.getSheetId()))),
  getNumSheets: reads((state: State) => sheets(state).length),
  getSheetByName: reads((state: State, name: string) =>
    sheetObject(state, sheets(state).find((sheet) => sheet.getName() === name)?.getSheetId()), 's'),
  getSheetById: reads((state: State, id: number) =>
    sheetObject(state, sheets(state).map((sheet) => sheet.getSheetId()).find((sheetId) => Book.sheetNumber(sheetId) === id)), 'n'),
  insertSheet: writes(insertSheet, '', 's', 'n', 'sn'),
  deleteSheet: writes(deleteSheet, 'o'),
  getActiveSheet: reads(({ book }: State) => book.objects.sheet(book.activeSheetId)),
  setActiveSheet: writes((state: State, sheet: object) => {
    state.book.activateSheet(sheetOf(state, sheet));
    state.book.options.onShow?.();
    return sheet;
  }, 'o', 'ob'),
  moveActiveSheet: writes(moveActiveSheet, 'n'),
  getActiveRange: reads(({ book }: State) => book.objects.range(book.activePlace)),
  getCurrentCell: reads(({ book }: State) => {
    const { sheetId, area } = book.activePlace;
    return book.objects.range({ sheetId, area: { ...area, endRow: area.startRow, endColumn: area.startColumn } });
  }),
  setActiveRange: writes(({ book }: State, range: object) => {
    const place = book.objects.placeOf(range);
    if (!place) throw invalidArgument('range');
    book.activate(place);
    return range;
  }, 'o'),
  getRange: reads(({ book }: State, text: string) => book.objects.range(findPlace(book, text, book.activeSheetId)), 's'),
  getRangeByName: reads(({ book }: State, text: string) => {
    const name = findName(book, text);
    const place = name && placeOfName(book, name);
    return place ? book.objects.range(place) : null;
  }, 's'),
  getNamedRanges: reads(({ book }: State) => namesOf(book).map((name) => book.objects.namedRange(name.id))),
  setNamedRange: writes(({ book }: State, name: string, range: object) => setName(book, name, range), 'so'),
  removeNamedRange: writes(({ book }: State, text: string) => {
    const name = findName(book, text);
    if (!name) throw new Error(`The named range ${text} does not exist.`);
    removeName(book, name);
  }, 's'),
  getSpreadsheetTimeZone: reads(({ book }: State) => book.beside.timeZone),
  setSpreadsheetTimeZone: writes(({ book }: State, timeZone: string) => {
    book.checkEditor();
    if (!isZone(timeZone)) throw invalidArgument('timezone');
    book.beside.timeZone = timeZone;
  }, 's'),
  getSpreadsheetLocale: reads(({ book }: State) => book.beside.locale),
  setSpreadsheetLocale: writes(({ book }: State, locale: string) => {
    book.checkEditor();
    readingOf(locale);
    book.beside.locale = locale;
  }, 's'),
  toast: writes(({ book }: State, text: string, title = '') => {
    book.options.onMessage?.({ kind: 'toast', title: title ?? '', text });
  }, 's', 's(s)', 's(s)(n)'),
  getProtections: reads(({ book }: State, type: object) => protectionsOf(book, type), 'o'),
});
