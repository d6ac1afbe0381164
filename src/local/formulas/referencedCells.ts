/** Fast reading of the cells behind a reference while formulas calculate: fresh results first, then spilled, then stored ones. */
import type { ICellData, Nullable, ObjectMatrix } from '@univerjs/core';
import type { BaseReferenceObject } from '@univerjs/engine-formula';

type Matrix = ObjectMatrix<ICellData | null>;

export interface ReferencedCells {
  at(row: number, column: number): Nullable<ICellData>;
  /** The stored cell, which knows the format also where the value is a spilled one. */
  stored(row: number, column: number): Nullable<ICellData>;
  /** The last row with something in these columns; -1 if there is none. */
  lastFilledRow(startColumn: number, endColumn: number): number;
}

export function referencedCells(reference: BaseReferenceObject): ReferencedCells {
  const unit = reference.getUnitId();
  const sheet = reference.getSheetId();
  const matrix = (data: unknown) => (data as Record<string, Record<string, Matrix | undefined> | undefined> | undefined)?.[unit]?.[sheet];
  const fresh = matrix(reference.getRuntimeData());
  const freshSpill = matrix(reference.getRuntimeArrayFormulaCellData());
  const oldSpill = matrix(reference.getArrayFormulaCellData());
  const sheetData = reference.getCurrentActiveSheetData();
  const stored = sheetData.cellData as Matrix;

  const at = (row: number, column: number) => {
    const now = fresh?.getValue(row, column) ?? freshSpill?.getValue(row, column);
    if (now) return withFormula(now, stored.getValue(row, column));
    // Whether an older spilled value still holds is Univer's to say.
    if (oldSpill?.getValue(row, column)) return reference.getCellData(row, column);
    return stored.getValue(row, column);
  };

  return {
    at,
    stored: (row, column) => stored.getValue(row, column),
    lastFilledRow(startColumn, endColumn) {
      const lengths = [fresh, freshSpill, oldSpill, stored].map((part) => (part ? part.getLength() : 0));
      for (let row = Math.max(...lengths) - 1; row >= 0; row -= 1) {
        for (let column = startColumn; column <= endColumn; column += 1) {
          const cell = at(row, column);
          if (cell && ((cell.v !== undefined && cell.v !== null && cell.v !== '') || cell.p)) return row;
        }
      }
      return -1;
    },
  };
}

/** A freshly calculated value comes without the formula it belongs to. */
function withFormula(value: ICellData, stored: Nullable<ICellData>): ICellData {
  return stored?.f && !value.f ? { ...value, f: stored.f, s: value.s ?? stored.s } : value;
}
