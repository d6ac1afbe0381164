/** What a person does in the grid: typing with its input checks, and noticing every edit, wherever it was made. */
import { ICommandService, ObjectMatrix } from '@univerjs/core';
import type { ICellData, ICommandInfo, Nullable } from '@univerjs/core';
import { SetRangeValuesCommand, SetRangeValuesMutation } from '@univerjs/sheets';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';
import type { Area } from './a1';
import type { PersonEdit } from '../services/document';
import { Book } from './book';
import type { Place } from './book';
import { entryOf } from './entry';
import { cellOf } from './range/content';
import { refuseProtected } from './protection';
import { refuseInvalid } from './validation/check';
import { isBlankCell, valueOf } from './values';

type Finder = (sheetName: string, a1: string) => Place;

export class Person {
  private readonly listeners: ((edit: PersonEdit) => void)[] = [];
  /** What a cell held just before the edit that is being made. */
  private before: string | undefined;

  constructor(private readonly book: Book, private readonly find: Finder) {
    const commands = book.injector.get(ICommandService);
    commands.beforeCommandExecuted((command, options) => {
      if (this.isEdit(command, options)) this.before = this.single(command)?.text;
    });
    commands.onCommandExecuted((command, options) => {
      if (this.isEdit(command, options)) this.tell(command);
    });
  }

  /** Hears of typing, pasting, filling, deleting and undoing by a person, in the grid or through `type`; never of scripts' writes. */
  onEdit(listener: (edit: PersonEdit) => void): void {
    this.listeners.push(listener);
  }

  /** Types into a cell. Google's sentences when an input check or a protection forbids it; one that only warns is waved through. */
  type(sheetName: string, a1: string, value: string | number | boolean | Date): void {
    const { book } = this;
    const place = this.find(sheetName, a1);
    const { sheetId, area } = place;
    if (area.startRow !== area.endRow || area.startColumn !== area.endColumn) throw new Error(`A person types into one cell, not into ${a1}.`);
    book.checkEditor();
    refuseProtected(book, place);
    const pattern = book.cells(sheetId).pattern(area.startRow, area.startColumn);
    const entry = entryOf(value, pattern, book.reading(), book.clock());
    refuseInvalid(book, place, [[entry]]);
    const done = book.commands.syncExecuteCommand(SetRangeValuesCommand.id, {
      unitId: book.unitId, subUnitId: sheetId, range: { ...area }, value: cellOf(entry, pattern),
    });
    if (!done) throw new Error(`The embedded spreadsheet refused to write ${a1}.`);
  }

  /** Only changes of content count; those of formats and the results of formulas do not. */
  private isEdit(command: Readonly<ICommandInfo>, options: { onlyLocal?: boolean; fromFormula?: boolean } | undefined): boolean {
    if (command.id !== SetRangeValuesMutation.id || this.book.writing || options?.onlyLocal || options?.fromFormula) return false;
    const params = command.params as ISetRangeValuesMutationParams;
    return params.unitId === this.book.unitId && contentArea(params) !== undefined;
  }

  private single(command: Readonly<ICommandInfo>): { text: string | undefined } | undefined {
    const params = command.params as ISetRangeValuesMutationParams;
    const area = contentArea(params)!;
    if (area.startRow !== area.endRow || area.startColumn !== area.endColumn) return undefined;
    const cell = this.book.sheet(params.subUnitId).getCellMatrix().getValue(area.startRow, area.startColumn);
    return { text: eventText(cell, this.book) };
  }

  private tell(command: Readonly<ICommandInfo>): void {
    const { subUnitId: sheetId } = command.params as ISetRangeValuesMutationParams;
    const area = contentArea(command.params as ISetRangeValuesMutationParams)!;
    const value = this.single(command)?.text;
    const edit: PersonEdit = {
      sheetId: Book.sheetNumber(sheetId),
      row: area.startRow + 1,
      column: area.startColumn + 1,
      rows: area.endRow - area.startRow + 1,
      columns: area.endColumn - area.startColumn + 1,
      ...(value === undefined ? {} : { value }),
      ...(this.before === undefined ? {} : { oldValue: this.before }),
    };
    this.before = undefined;
    for (const listener of this.listeners) listener(edit);
  }
}

/** The smallest area around the cells whose content changes. */
function contentArea({ cellValue }: ISetRangeValuesMutationParams): Area | undefined {
  if (!cellValue) return undefined;
  let area: { startRow: number; startColumn: number; endRow: number; endColumn: number } | undefined;
  new ObjectMatrix(cellValue).forValue((row, column, cell) => {
    if (cell && !['v', 'f', 'p', 'si'].some((key) => key in cell)) return;
    area ??= { startRow: row, startColumn: column, endRow: row, endColumn: column };
    area = {
      startRow: Math.min(area.startRow, row), startColumn: Math.min(area.startColumn, column),
      endRow: Math.max(area.endRow, row), endColumn: Math.max(area.endColumn, column),
    };
  });
  return area;
}

/** Google's event carries what was typed as text, dates as serial numbers; nothing for a blank cell. */
function eventText(cell: Nullable<ICellData>, book: Book): string | undefined {
  if (isBlankCell(cell)) return undefined;
  if (cell?.f) return cell.f;
  const value = valueOf(cell, false, book.clock());
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
