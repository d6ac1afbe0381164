/** Named ranges, kept as Univer's defined names so that they follow inserted rows and renamed sheets. */
import { generateRandomId } from '@univerjs/core';
import { IDefinedNamesService, RemoveDefinedNameMutation, SetDefinedNameMutation } from '@univerjs/engine-formula';
import type { ISetDefinedNameMutationParam } from '@univerjs/engine-formula';
import { readArea, splitSheetName } from './a1';
import type { Book, Place } from './book';
import { changes, invalidArgument, kind, reads, writes } from './objects';

interface State {
  readonly book: Book;
  readonly id: string;
}

type Name = Omit<ISetDefinedNameMutationParam, 'unitId'>;

export function namesOf(book: Book): Name[] {
  return Object.values(book.injector.get(IDefinedNamesService).getDefinedNameMap(book.unitId) ?? {});
}

/** Undefined when its cells were deleted. */
export function placeOfName(book: Book, { formulaOrRefString }: Name): Place | undefined {
  const { sheet, rest } = splitSheetName(formulaOrRefString.replace(/^=/, ''));
  const sheetId = sheet === undefined ? undefined : book.workbook.getSheetBySheetName(sheet)?.getSheetId();
  if (sheetId === undefined) return undefined;
  const area = readArea(rest, book.size(sheetId));
  return area && { sheetId, area };
}

export function findName(book: Book, name: string): Name | undefined {
  return namesOf(book).find((other) => other.name.toLowerCase() === name.toLowerCase());
}

export function setName(book: Book, name: string, range: object, id = findName(book, name)?.id ?? generateRandomId(10)): void {
  const place = book.objects.placeOf(range);
  if (!place) throw invalidArgument('range');
  if (!/^[A-Za-z_][A-Za-z0-9_]{0,249}$/.test(name) || /^(true|false|[A-Za-z]{1,3}[0-9]+|[rR]\d*[cC]\d*)$/i.test(name)) {
    throw new Error(`The name "${name}" is not a valid range name.`);
  }
  book.run(SetDefinedNameMutation.id, { unitId: book.unitId, id, name, formulaOrRefString: book.fullName(place, true), localSheetId: 'AllDefaultWorkbook', comment: '' });
}

export function removeName(book: Book, name: Name): void {
  book.run(RemoveDefinedNameMutation.id, { unitId: book.unitId, ...name });
}

function own({ book, id }: State): Name {
  const name = namesOf(book).find((other) => other.id === id);
  if (!name) throw new Error('The named range no longer exists.');
  return name;
}

export const NamedRange = kind<State>('NamedRange', {
  getName: reads((state: State) => own(state).name),
  getRange: reads((state: State) => {
    const place = placeOfName(state.book, own(state));
    return place ? state.book.objects.range(place) : null;
  }),
  setRange: changes((state: State, range: object) => setName(state.book, own(state).name, range, state.id), 'o'),
  setName: changes((state: State, name: string) => {
    const range = placeOfName(state.book, own(state));
    if (!range) throw new Error('The named range has no cells any more.');
    setName(state.book, name, state.book.objects.range(range), state.id);
  }, 's'),
  remove: writes((state: State) => removeName(state.book, own(state))),
});
