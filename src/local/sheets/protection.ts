/** Protected ranges and sheets: who may edit what, and the guards in front of every write. */
import { enumeration } from '../services/enumeration';
import { overlap } from './a1';
import type { Area } from './a1';
import type { Book, Place } from './book';
import type { ProtectionState } from './beside';
import { changes, invalidArgument, kind, reads, writes } from './objects';
import type { Member } from './objects';
import type { RangeState } from './range/place';

export const ProtectionType = enumeration('SpreadsheetApp.ProtectionType', ['RANGE', 'SHEET']);

interface State {
  readonly book: Book;
  readonly protection: ProtectionState;
}

const REFUSED = 'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Throws Google's sentence when a place is protected from the current user; a protection that only warns never stops a script. */
export function refuseProtected(book: Book, place: Place): void {
  const user = book.options.currentUser();
  for (const protection of protectionsAt(book, place)) if (!book.beside.mayEdit(protection, user)) throw new Error(REFUSED);
}

/** The protections that cover any cell of a place, unprotected holes left out. */
export function protectionsAt(book: Book, { sheetId, area }: Place): ProtectionState[] {
  return book.beside.protections.filter((protection) => {
    if (protection.sheetId !== sheetId) return false;
    if (protection.area) return overlap(protection.area, area) !== undefined;
    return !protection.unprotected.some((hole) => contains(hole, area));
  });
}

const contains = (outer: Area, inner: Area) =>
  outer.startRow <= inner.startRow && outer.endRow >= inner.endRow && outer.startColumn <= inner.startColumn && outer.endColumn >= inner.endColumn;

/** The present list of who may edit, which follows the spreadsheet's until it is changed. */
function editorsOf({ book, protection }: State): string[] {
  return protection.editors ?? [...book.beside.editors];
}

function changeEditors(state: State, change: (editors: string[]) => string[]): void {
  checkMayChange(state);
  if (state.protection.warningOnly) throw new Error('You cannot change the editors of a protection that only shows a warning.');
  state.protection.editors = [...new Set(change(editorsOf(state)))];
}

/** Google never lets the owner or the person who runs the script lock themselves out. */
function withoutOwn({ book }: State, names: readonly string[]): string[] {
  return names.filter((name) => name !== book.beside.owner && name !== book.options.currentUser());
}

function checkMayChange({ book, protection }: State): void {
  book.checkEditor();
  if (!book.beside.protections.includes(protection)) throw new Error('The protection was removed.');
  if (!book.beside.mayEdit(protection, book.options.currentUser())) throw new Error(REFUSED);
}

/** An e-mail address, or a User that Google gave. */
const emailOf = (user: unknown): string =>
  typeof user === 'string' ? user : (user as { getEmail(): string }).getEmail();

function set(change: (state: State, ...args: never[]) => void): (state: State, ...args: never[]) => void {
  return (state, ...args) => {
    checkMayChange(state);
    change(state, ...args);
  };
}

export const Protection = kind<State>('Protection', {
  getProtectionType: reads(({ protection }: State) => ProtectionType[protection.type]),
  getDescription: reads(({ protection }: State) => protection.description),
  setDescription: changes(set(({ protection }: State, description: string) => { protection.description = description; }), 's'),
  isWarningOnly: reads(({ protection }: State) => protection.warningOnly),
  setWarningOnly: changes(set(({ protection }: State, warningOnly: boolean) => { protection.warningOnly = warningOnly; }), 'b'),
  getRange: reads(({ book, protection }: State) => {
    const { rows, columns } = book.size(protection.sheetId);
    const area = protection.area ?? { startRow: 0, startColumn: 0, endRow: rows - 1, endColumn: columns - 1 };
    return book.objects.range({ sheetId: protection.sheetId, area });
  }),
  setRange: changes(set(({ book, protection }: State, range: object) => {
    const place = book.objects.placeOf(range);
    if (!place || place.sheetId !== protection.sheetId || protection.type !== 'RANGE') throw invalidArgument('range');
    protection.area = place.area;
    protection.rangeName = null;
  }), 'o'),
  getRangeName: reads(({ protection }: State) => protection.rangeName),
  remove: writes(set(({ book, protection }: State) => {
    book.beside.protections = book.beside.protections.filter((other) => other !== protection);
  })),
  canEdit: reads(({ book, protection }: State) => book.beside.mayEdit(protection, book.options.currentUser())),
  getEditors: reads((state: State) =>
    [...new Set([state.book.beside.owner, ...editorsOf(state)])].map((email) => state.book.objects.user(email))),
  addEditor: changes((state: State, user: unknown) => changeEditors(state, (editors) => [...editors, emailOf(user)]), 's', 'o'),
  addEditors: changes((state: State, users: unknown[]) => changeEditors(state, (editors) => [...editors, ...users.map(emailOf)]), 'a'),
  removeEditor: changes((state: State, user: unknown) => removeEditors(state, [user]), 's', 'o'),
  removeEditors: changes((state: State, users: unknown[]) => removeEditors(state, users), 'a'),
  canDomainEdit: reads(({ protection }: State) => protection.domainEdit),
  setDomainEdit: changes(set(({ protection }: State, domainEdit: boolean) => { protection.domainEdit = domainEdit; }), 'b'),
  getUnprotectedRanges: reads(({ book, protection }: State) =>
    protection.unprotected.map((area) => book.objects.range({ sheetId: protection.sheetId, area }))),
  setUnprotectedRanges: changes(set(({ book, protection }: State, ranges: unknown[]) => {
    if (protection.type !== 'SHEET') throw new Error('Unprotected ranges can only be set on a protected sheet.');
    protection.unprotected = ranges.map((range) => {
      const place = book.objects.placeOf(range);
      if (!place || place.sheetId !== protection.sheetId) throw invalidArgument('ranges');
      return place.area;
    });
  }), 'a'),
});

function removeEditors(state: State, users: readonly unknown[]): void {
  const gone = withoutOwn(state, users.map(emailOf));
  changeEditors(state, (editors) => editors.filter((editor) => !gone.includes(editor)));
}

export function protect(book: Book, type: ProtectionState['type'], sheetId: string, area: Area | undefined): object {
  book.checkEditor();
  // A sheet has one protection of its own; protecting it again answers the same one. Ranges pile up, as in Google.
  const present = type === 'SHEET' ? book.beside.protections.find((other) => other.type === 'SHEET' && other.sheetId === sheetId) : undefined;
  return book.objects.protection(present ?? book.beside.addProtection(type, sheetId, area));
}

export function protectionsOf(book: Book, type: unknown, sheetId?: string): object[] {
  if (type !== ProtectionType.RANGE && type !== ProtectionType.SHEET) throw invalidArgument('type');
  return book.beside.protections
    .filter((protection) => ProtectionType[protection.type] === type && (sheetId === undefined || protection.sheetId === sheetId))
    .map((protection) => book.objects.protection(protection));
}


export const protectionMembersOfRange: Record<string, Member<RangeState>> = {
  protect: writes(({ book, sheetId, area }: RangeState) => protect(book, 'RANGE', sheetId, area)),
};
