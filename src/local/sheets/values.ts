/** The way from a stored cell to the value that a script or a custom function sees. */
import { CellValueType, numfmt } from '@univerjs/core';
import type { ICellData, Nullable } from '@univerjs/core';
import type { WallClock } from './clock';

/** A blocked spill has another name in Univer. */
const BLOCKED = '#SPILL!';

/** What getValue gives: blank is `''`, a number with a date format is a Date, an error is its text. */
export function valueOf(cell: Nullable<ICellData>, isDate: boolean, clock: WallClock): unknown {
  if (!cell) return '';
  const { v, t } = cell;
  if (v === null || v === undefined) return cell.p ? plainText(cell) : '';
  if (t === CellValueType.BOOLEAN) return isTrue(v);
  if (typeof v === 'boolean') return v;
  if (t === CellValueType.NUMBER || (typeof v === 'number' && t !== CellValueType.FORCE_STRING && t !== CellValueType.STRING)) {
    return isDate ? clock.toDate(Number(v)) : Number(v);
  }
  return v === BLOCKED ? '#REF!' : String(v);
}

/** What a person sees in the cell. */
export function displayOf(cell: Nullable<ICellData>, pattern: string | undefined): string {
  if (!cell) return '';
  const { v, t } = cell;
  if (v === null || v === undefined) return cell.p ? plainText(cell) : '';
  if (t === CellValueType.BOOLEAN || typeof v === 'boolean') return isTrue(v) ? 'TRUE' : 'FALSE';
  if (typeof v === 'number' && t === CellValueType.NUMBER) return numfmt.format(pattern && pattern !== '@' ? pattern : 'General', v) as string;
  return v === BLOCKED ? '#REF!' : String(v);
}

export function isBlankCell(cell: Nullable<ICellData>): boolean {
  return !cell || (!cell.f && !cell.si && (cell.v === null || cell.v === undefined || cell.v === '') && !cell.p);
}

const isTrue = (v: unknown) => v === 1 || v === true || v === '1' || v === 'TRUE';

function plainText(cell: ICellData): string {
  return (cell.p?.body?.dataStream ?? '').replace(/[\r\n]+$/, '').replace(/\r/g, '\n');
}
