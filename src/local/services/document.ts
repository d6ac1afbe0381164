/** What the host asks of the spreadsheet that it opens, whoever draws and calculates it. */
import type { Gate } from '../guard';
import type { Message, RunCustomFunction, ShownChart } from '../types';

/** A person's edit of a cell or a range, 1-based; values only when it was a single cell. */
export interface PersonEdit {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly value?: unknown;
  readonly oldValue?: unknown;
}

export interface CustomFunctionRuns {
  runs(): Record<string, number>;
  resetRuns(): void;
  unregister(): void;
}

export interface HostDocument {
  /** The SpreadsheetApp global. */
  readonly app: object;
  /** The Spreadsheet object of events, made without a service call. */
  spreadsheet(): object;
  /** The Range object of an edit event, made without a service call. */
  range(edit: PersonEdit): object;
  /** The id of a Spreadsheet object; undefined for anything else. */
  idOf(value: unknown): string | undefined;
  /** Types as a person does; throws the sentence of an input check that rejects. Reports to `onEdit` before it returns. */
  type(sheet: string, a1: string, value: string | number | boolean | Date): void;
  onEdit(listener: (edit: PersonEdit) => void): void;
  charts(): readonly ShownChart[];
  values(sheet: string, a1: string): unknown[][];
  formulas(sheet: string, a1: string): string[][];
  /** False for those who may only look. */
  mayEdit(email: string): boolean;
  shown(): { readonly sheet: string; readonly a1: string } | null;
  register(names: readonly string[], run: RunCustomFunction): CustomFunctionRuns;
  errorAt(sheet: string, a1: string): string | undefined;
  settled(): Promise<void>;
  save(): unknown;
  dispose(): void;
}

/** What the spreadsheet asks of the host around it. */
export interface DocumentSurroundings {
  readonly gate: Gate;
  readonly owner: string;
  /** Names of the functions that people and scripts may use in formulas. */
  readonly customFunctions: readonly string[];
  now(): number;
  random(): number;
  getUi(): object;
  /** Who the running function acts for; the person at the keyboard when none runs. */
  currentUser(): string;
  showMessage(message: Message): void;
  changed(): void;
}

export type OpenDocument = (around: DocumentSurroundings, saved: unknown) => HostDocument;

const ACTIVE = new Set<PropertyKey>(['getActive', 'getActiveSpreadsheet', 'getActiveSheet', 'getActiveRange', 'getCurrentCell']);

/** The SpreadsheetApp of an execution that may have no document: what is active is then null, as Google says. */
export function nullWithoutDocument(app: object, gate: Gate, hasDocument: () => boolean): object {
  return new Proxy(app, {
    get(target, property) {
      if (hasDocument() || !ACTIVE.has(property)) return Reflect.get(target, property) as unknown;
      return () => {
        gate.pass(`SpreadsheetApp.${String(property)}`, 'read');
        return null;
      };
    },
  });
}
