/** The log of check-ins as a table: what stands in it about a key result, and appending to it. */
import type { CheckIn, KeyResult } from '../../model/okr';
import { recognise } from '../../report/vocabulary';
import { FIRST_DATA_ROW } from '../../rows/columns';
import { isBlank, readHeader, type Cell, type Cells } from '../../rows/grid';
import { readCheckIns, readKeyResults } from '../../rows/read';
import { follow, freeRow, runsOf, writeRows, type RowCells, type TableRows } from '../form/tables';

/** A row to be logged; the keys are those of the sheet. */
export type LogRow = {
  readonly ref: string;
  readonly at: string;
  readonly key_result_id: string;
  readonly author: string;
  readonly value: Cell;
  readonly confidence: Cell;
  readonly progress: string;
  readonly blockers: string;
};

/** The check-ins of one key result in the order of their moments, as far as they can be understood. */
export function checkInsOf(cells: Cells, keyResultId: string): CheckIn[] {
  return readCheckIns(cells, recognise).rows.filter((one) => one.keyResultId === keyResultId);
}

/** The first row that has an id counts, as everywhere. */
export function keyResultById(cells: Cells, id: string): KeyResult | undefined {
  return readKeyResults(cells, recognise).rows.find((one) => one.id === id);
}

/** Adds rows to the log, unless the first one's `ref` is there already; true when it was. The cells read follow what is written. */
export function appendOnce(log: TableRows, rows: readonly LogRow[]): boolean {
  const [first] = rows;
  if (!first) return false;
  const known = first.ref === '' ? undefined : rowOfRef(log.values, first.ref, first.key_result_id);
  if (known !== undefined) {
    finish(log, known, first);
    return true;
  }
  const row = freeRow(log, 'checkIns');
  writeRows(log, 'checkIns', row, rows, 'ref');
  follow(log, 'checkIns', row, rows);
  return false;
}

function rowOfRef(cells: Cells, ref: string, keyResultId: string): number | undefined {
  const { at } = readHeader(cells, 'checkIns');
  const [refs, ids] = [at.get('ref'), at.get('key_result_id')];
  if (refs === undefined || ids === undefined) return undefined;
  const isSame = (row: readonly Cell[]): boolean => String(row[refs] ?? '') === ref && (isBlank(row[ids]) || String(row[ids]).trim() === keyResultId);
  const index = cells.findIndex((row, i) => i >= FIRST_DATA_ROW - 1 && isSame(row));
  return index < 0 ? undefined : index + 1;
}

/** Writes the pieces of a row that a fault kept from being written: where columns of people's own stand between ours, a row takes several calls. */
function finish(log: TableRows, row: number, wanted: RowCells): void {
  const { at } = readHeader(log.values, 'checkIns');
  for (const { column, keys } of runsOf(log, 'checkIns', Object.keys(wanted))) {
    const isMissing = keys.every((key) => isBlank(log.values[row - 1]?.[at.get(key) ?? -1])) && keys.some((key) => !isBlank(wanted[key]));
    if (!isMissing) continue;
    log.write(row, column, [keys.map((key) => wanted[key])]);
    follow(log, 'checkIns', row, [Object.fromEntries(keys.map((key) => [key, wanted[key]]))]);
  }
}
