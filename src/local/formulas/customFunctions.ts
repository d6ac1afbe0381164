/** Custom functions as Google runs them: what arrives in a function, what becomes of its result, and what a throw looks like. */
import { ICommandService, IUniverInstanceService, UniverInstanceType } from '@univerjs/core';
import type { ICellData, Injector, Workbook } from '@univerjs/core';
import {
  ArrayValueObject, BaseFunction, BooleanValueObject, ErrorValueObject, IFunctionService, NumberValueObject, StringValueObject,
  SetTriggerFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import type { BaseReferenceObject, BaseValueObject, ErrorType, FunctionVariantType } from '@univerjs/engine-formula';
import type { Engine, RunCustomFunction } from '../types';
import { isDatePattern } from '../sheets/clock';
import { valueOf } from '../sheets/values';
import type { WallClock } from '../sheets/clock';
import { CUSTOM_ERROR } from './dialect';
import { isOpenEnded } from './openRanges';
import { referencedCells } from './referencedCells';

/** Google leaves a custom function with a volatile argument at this for ever. */
export const LOADING = 'Loading...';
const VOLATILE = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)\s*\(/i;

export interface CustomFunctions {
  /** How often each function ran since the last reset, by name. */
  runs(): Record<string, number>;
  resetRuns(): void;
  /** The message that Google shows on hovering an `#ERROR!` cell; row and column are 0-based. */
  errorAt(sheetId: string, row: number, column: number): string | undefined;
  unregister(): void;
}

/** What custom functions have to know of the spreadsheet they run in. */
export interface FormulaContext {
  /** The clock of the spreadsheet's time zone, read anew for each run since the zone can be changed. */
  clock(): WallClock;
  /** The text of the formula in a cell, 0-based; `''` if there is none. */
  formulaAt(sheetId: string, row: number, column: number): string;
}

/** To be called right after the spreadsheet was opened: Univer remembers a formula with an unknown function as wrong. */
export function registerCustomFunctions(
  engine: Engine, names: readonly string[], run: RunCustomFunction, context: FormulaContext,
): CustomFunctions {
  const injector = engine.univer.__getInjector();
  const service = injector.get(IFunctionService);
  const runs = new Map<string, number>();
  const errors = new Map<string, string>();
  const call = (name: string, args: unknown[]) => {
    runs.set(name, (runs.get(name) ?? 0) + 1);
    return run(name, args);
  };
  const executors = names.map((name) => new CustomFunction(name, call, context, errors));
  service.registerExecutors(...executors);
  if (names.length > 0) recalculate(injector, names);
  return {
    runs: () => Object.fromEntries([...runs].sort(([a], [b]) => (a < b ? -1 : 1))),
    resetRuns: () => runs.clear(),
    errorAt: (sheetId, row, column) => errors.get(cellKey(sheetId, row, column)),
    unregister: () => service.unregisterExecutors(...executors.map((executor) => executor.name as string)),
  };
}

/**
 * Formulas that were there before the function, as in a restored workbook, have to be calculated now. Forcing Univer to
 * calculate everything would run each of them twice, so they are named one by one.
 */
function recalculate(injector: Injector, names: readonly string[]): void {
  const calls = new RegExp(`\\b(?:${names.join('|')})\\s*\\(`, 'i');
  const dirtyRanges: object[] = [];
  for (const workbook of injector.get(IUniverInstanceService).getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET)) {
    for (const sheet of workbook.getSheets()) {
      sheet.getCellMatrix().forValue((row, column, cell) => {
        if (!cell?.f || !calls.test(cell.f)) return;
        const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
        dirtyRanges.push({ unitId: workbook.getUnitId(), sheetId: sheet.getSheetId(), range });
      });
    }
  }
  if (dirtyRanges.length === 0) return;
  injector.get(ICommandService).syncExecuteCommand(SetTriggerFormulaCalculationStartMutation.id, {
    forceCalculation: false, dirtyRanges, dirtyNameMap: {}, dirtyDefinedNameMap: {}, dirtySuperTableMap: {}, dirtyUnitFeatureMap: {},
    dirtyUnitOtherFormulaMap: {}, clearDependencyTreeCache: {},
  }, { onlyLocal: true });
}

const cellKey = (sheetId: string, row: number, column: number) => `${sheetId}!${row},${column}`;

class CustomFunction extends BaseFunction {
  override needsReferenceObject = true;

  constructor(
    private readonly written: string,
    private readonly run: RunCustomFunction,
    private readonly context: FormulaContext,
    private readonly errors: Map<string, string>,
  ) {
    super(written.toUpperCase() as never);
  }

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const key = cellKey(this.subUnitId ?? '', this.row, this.column);
    this.errors.delete(key);
    if (VOLATILE.test(this.ownFormula(variants))) return StringValueObject.create(LOADING);
    const args: unknown[] = [];
    for (const variant of variants) {
      // An error that an argument's own formula gives is the answer; errors in cells are handed over as text.
      if (variant.isError()) return variant as ErrorValueObject;
      const arg = this.argument(variant);
      if (arg === STAYS_LOADING) return StringValueObject.create(LOADING);
      if (arg === NO_SHEET) return ErrorValueObject.create('#REF!' as ErrorType);
      args.push(arg);
    }
    try {
      return this.result(this.run(this.written, args));
    } catch (error) {
      this.errors.set(key, error instanceof Error ? error.message : String(error));
      return ErrorValueObject.create(CUSTOM_ERROR as ErrorType);
    }
  }

  /** The text of the formula being calculated; only needed when an argument is not a plain reference. */
  private ownFormula(variants: FunctionVariantType[]): string {
    if (variants.every((variant) => variant.isReferenceObject())) return '';
    return this.context.formulaAt(this.subUnitId ?? '', this.row, this.column);
  }

  private argument(variant: FunctionVariantType): unknown {
    if (variant.isReferenceObject()) return this.reference(variant as BaseReferenceObject);
    const value = variant as BaseValueObject;
    if (!value.isArray()) return this.literal(value, undefined);
    const rows: unknown[][] = [];
    (value as ArrayValueObject).iterator((item, row, column) => {
      (rows[row] ??= [])[column] = item ? this.literal(item, '') : '';
    });
    return rows;
  }

  private literal(value: BaseValueObject, blank: unknown): unknown {
    if (value.isNull()) return blank;
    if (value.isError()) return (value as ErrorValueObject).getErrorType();
    if (value.isNumber() && isDatePattern(value.getPattern())) return this.context.clock().toDate(Number(value.getValue()));
    return value.getValue();
  }

  private reference(reference: BaseReferenceObject): unknown {
    if (reference.getForcedSheetName() && !reference.getForcedSheetId()) return NO_SHEET;
    const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
    const cells = referencedCells(reference);
    const styles = reference.getCurrentStylesData();
    const clock = this.context.clock();
    const patterns = new Map<unknown, boolean>();
    const isDate = (cell: ICellData, row: number, column: number) => {
      const styled = cell.s === undefined ? cells.stored(row, column) : cell;
      if (!styled?.s) return false;
      let date = patterns.get(styled.s);
      if (date === undefined) patterns.set(styled.s, (date = isDatePattern(styles.getStyleByCell(styled)?.n?.pattern)));
      return date;
    };
    const value = (row: number, column: number): unknown => {
      const cell = cells.at(row, column);
      if (!cell) return '';
      if (cell.f && VOLATILE.test(cell.f)) return STAYS_LOADING;
      return valueOf(cell, typeof cell.v === 'number' && isDate(cell, row, column), clock);
    };
    if (startRow === endRow && startColumn === endColumn) return value(startRow, startColumn);
    // Google hands over an open range down to the sheet's last row. Here the blank rows at its end are left out: they
    // mean nothing to a function that treats blanks as missing, and a thousand of them cost time at every edit.
    const last = isOpenEnded(reference) ? Math.max(startRow, Math.min(endRow, cells.lastFilledRow(startColumn, endColumn))) : endRow;
    const rows: unknown[][] = new Array<unknown[]>(last - startRow + 1);
    for (let row = startRow; row <= last; row += 1) {
      const values: unknown[] = new Array<unknown>(endColumn - startColumn + 1);
      for (let column = startColumn; column <= endColumn; column += 1) {
        const one = value(row, column);
        if (one === STAYS_LOADING) return one;
        values[column - startColumn] = one;
      }
      rows[row - startRow] = values;
    }
    return rows;
  }

  private result(result: unknown): BaseValueObject {
    if (!Array.isArray(result)) return this.scalar(result);
    const rows = result.length > 0 ? result.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [row])) : [['']];
    const width = Math.max(1, ...rows.map((row) => row.length));
    return ArrayValueObject.create({
      calculateValueList: rows.map((row) => Array.from({ length: width }, (_, column) => this.scalar(row[column]))),
      rowCount: rows.length,
      columnCount: width,
      unitId: this.unitId ?? '',
      sheetId: this.subUnitId ?? '',
      row: this.row,
      column: this.column,
    });
  }

  private scalar(value: unknown): BaseValueObject {
    if (value === null || value === undefined) return StringValueObject.create('');
    if (typeof value === 'number') {
      return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create('#NUM!' as ErrorType);
    }
    if (typeof value === 'boolean') return BooleanValueObject.create(value);
    if (value instanceof Date) return NumberValueObject.create(this.context.clock().toSerial(value));
    if (typeof value === 'string') return StringValueObject.create(value);
    throw new Error(`A custom function returned ${typeof value}, which a cell cannot show.`);
  }
}

const STAYS_LOADING = Symbol('volatile argument');
const NO_SHEET = Symbol('reference to a sheet that is not there');
