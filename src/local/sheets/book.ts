/** The open spreadsheet: its workbook in Univer, what Google keeps beside it, and the few ways in which both are changed. */
import { ICommandService, IUndoRedoService, IUniverInstanceService, UniverInstanceType } from '@univerjs/core';
import type { ICellData, Injector, IObjectMatrixPrimitiveType, Nullable, Workbook, Worksheet } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { SetRangeValuesMutation, SetStyleCommand, SetSelectionsOperation, SetWorksheetActiveOperation } from '@univerjs/sheets';
import type { Gate } from '../guard';
import type { Engine, Message } from '../types';
import type { Area, Size } from './a1';
import { areaName, quotedSheetName } from './a1';
import { isDatePattern, wallClock } from './clock';
import type { WallClock } from './clock';
import { readingOf } from './entry';
import type { Reading } from './entry';
import type { Beside, ProtectionState } from './beside';

export interface BookOptions {
  readonly engine: Engine;
  readonly gate: Gate;
  /** 0 <= x < 1, for sheet ids. */
  readonly random: () => number;
  /** Whose rights count for a write: the person that the running function acts for. */
  readonly currentUser: () => string;
  /** Names of the custom functions, which scripts may use in formulas. */
  readonly customFunctions?: readonly string[];
  /** Rows of a sheet that is inserted. */
  readonly sheetRows: number;
  readonly onMessage?: (message: Message) => void;
  /** A script moved the active cell or sheet. */
  readonly onShow?: () => void;
}

export interface Place {
  readonly sheetId: string;
  readonly area: Area;
}

/** Stored and spilled cells of one sheet, read without copies. */
export interface CellReader {
  at(row: number, column: number): Nullable<ICellData>;
  pattern(row: number, column: number): string | undefined;
  isDate(row: number, column: number): boolean;
}

/** Script-facing objects of the other types, set once by spreadsheetApp.ts; through it no type's file needs another's. */
export interface Objects {
  range(place: Place): object;
  /** Where a script's Range is; undefined for anything else. */
  placeOf(range: unknown): Place | undefined;
  sheet(sheetId: string): object;
  spreadsheet(): object;
  namedRange(id: string): object;
  protection(protection: ProtectionState): object;
  user(email: string): object;
}

export type CellChanges = IObjectMatrixPrimitiveType<ICellData | null>;

export class Book {
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly customFunctions: ReadonlySet<string>;
  /** True while a script's own write runs, so that it is not taken for a person's edit. */
  writing = false;
  shown: Place | undefined;
  objects!: Objects;
  private clockNow: WallClock;

  constructor(readonly options: BookOptions, readonly beside: Beside) {
    this.injector = options.engine.univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.customFunctions = new Set((options.customFunctions ?? []).map((name) => name.toUpperCase()));
    this.clockNow = wallClock(beside.timeZone);
    beside.follow(this.commands, () => this.unitId);
  }

  get gate(): Gate {
    return this.options.gate;
  }

  get workbook(): Workbook {
    return this.injector.get(IUniverInstanceService).getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)!;
  }

  get unitId(): string {
    return this.workbook.getUnitId();
  }

  clock(): WallClock {
    if (this.clockNow.timeZone !== this.beside.timeZone) this.clockNow = wallClock(this.beside.timeZone);
    return this.clockNow;
  }

  reading(): Reading {
    return readingOf(this.beside.locale);
  }

  sheet(sheetId: string): Worksheet {
    const sheet = this.workbook.getSheetBySheetId(sheetId);
    if (!sheet) throw new Error(`Sheet ${sheetId} not found`);
    return sheet;
  }

  size(sheetId: string): Size {
    const sheet = this.sheet(sheetId);
    return { rows: sheet.getRowCount(), columns: sheet.getColumnCount() };
  }

  /** Google's number of a sheet. Sheets that a person adds in the grid have other ids, of which a number is made. */
  static sheetNumber(sheetId: string): number {
    if (/^\d+$/.test(sheetId)) return Number(sheetId);
    let hash = 7;
    for (const letter of sheetId) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
    return hash % 2_147_483_647;
  }

  cells(sheetId: string): CellReader {
    const matrix = this.sheet(sheetId).getCellMatrix();
    const spilled = this.injector.get(FormulaDataModel).getArrayFormulaCellData()[this.unitId]?.[sheetId];
    const styles = this.workbook.getStyles();
    const patterns = new Map<unknown, string | undefined>();
    const pattern = (row: number, column: number) => {
      const style = matrix.getValue(row, column)?.s;
      if (!style) return undefined;
      if (typeof style !== 'string') return style.n?.pattern;
      if (!patterns.has(style)) patterns.set(style, styles.get(style)?.n?.pattern);
      return patterns.get(style);
    };
    return {
      at(row, column) {
        const stored = matrix.getValue(row, column);
        // Where a spill was blocked for a while, Univer leaves empty text behind, which hides nothing.
        if (stored && (stored.f || stored.si || hasContent(stored.v))) return stored;
        return spilled?.[row]?.[column] ?? stored;
      },
      pattern,
      isDate: (row, column) => isDatePattern(pattern(row, column)),
    };
  }

  /** The last row and column with content, 0-based; -1 when the sheet is empty. Formats alone do not count. */
  extent(sheetId: string): { row: number; column: number } {
    const matrix = this.sheet(sheetId).getCellMatrix();
    const last = { row: -1, column: -1 };
    const count = (row: number, column: number) => {
      last.row = Math.max(last.row, row);
      last.column = Math.max(last.column, column);
    };
    matrix.forValue((row, column, cell) => {
      if (cell && (hasContent(cell.v) || cell.f || cell.si || cell.p)) count(row, column);
    });
    const spilled = this.injector.get(FormulaDataModel).getArrayFormulaCellData()[this.unitId]?.[sheetId] ?? {};
    for (const row of Object.keys(spilled)) {
      for (const [column, cell] of Object.entries(spilled[Number(row)] ?? {})) if (cell) count(Number(row), Number(column));
    }
    return last;
  }

  /** A script's change of cells: no undo, no check. Ranges check before they call this. */
  write(sheetId: string, cellValue: CellChanges): void {
    this.run(SetRangeValuesMutation.id, { unitId: this.unitId, subUnitId: sheetId, cellValue });
  }

  /** A change of formats alone, after which nothing has to be calculated again. */
  paint(sheetId: string, cellValue: CellChanges): void {
    this.run(SetRangeValuesMutation.id, { unitId: this.unitId, subUnitId: sheetId, cellValue, trigger: SetStyleCommand.id });
  }

  /** Runs one of Univer's commands or mutations for a script. */
  run(id: string, params: object): void {
    this.checkEditor();
    this.writing = true;
    try {
      if (!this.commands.syncExecuteCommand(id, params)) throw new Error(`The embedded spreadsheet refused ${id}.`);
    } finally {
      this.writing = false;
    }
    // A person's undo does not know of what scripts changed in between; it would put things in the wrong place.
    this.injector.get(IUndoRedoService).clearUndoRedo(this.unitId);
  }

  /** Viewers named in the sharing list may not write; everybody else came with an editor's link. */
  checkEditor(): void {
    const user = this.options.currentUser();
    if (this.beside.viewers.includes(user)) throw new Error('You do not have permission to perform that action.');
  }

  activate(place: Place): void {
    const { sheetId, area } = place;
    const unitId = this.unitId;
    this.activateSheet(sheetId);
    const primary = { ...area, endRow: area.startRow, endColumn: area.startColumn, actualRow: area.startRow, actualColumn: area.startColumn, isMerged: false, isMergedMainCell: false };
    this.commands.syncExecuteCommand(SetSelectionsOperation.id, { unitId, subUnitId: sheetId, selections: [{ range: { ...area }, primary, style: null }] });
    this.beside.active.set(sheetId, area);
    this.shown = place;
    this.options.onShow?.();
  }

  activateSheet(sheetId: string): void {
    this.sheet(sheetId);
    this.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId: this.unitId, subUnitId: sheetId });
  }

  get activeSheetId(): string {
    const active = this.workbook.getActiveSheet(true);
    if (active && !active.isSheetHidden()) return active.getSheetId();
    return this.workbook.getSheets().find((sheet) => !sheet.isSheetHidden())!.getSheetId();
  }

  get activePlace(): Place {
    const sheetId = this.activeSheetId;
    return { sheetId, area: this.beside.active.get(sheetId) ?? { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 } };
  }

  /** `'Key Results'!A1:B2`, as it stands in formulas and messages. */
  fullName({ sheetId, area }: Place, absolute = false): string {
    const name = areaName(area);
    return `${quotedSheetName(this.sheet(sheetId).getName())}!${absolute ? name.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2') : name}`;
  }
}

const hasContent = (v: unknown) => v !== undefined && v !== null && v !== '';
