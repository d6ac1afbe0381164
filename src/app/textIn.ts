/** Single texts out of the rows of a table that was read for something else. */
import type { KeyedTable } from '../rows/columns';
import { isBlank, readHeader, trimmed, type Cells } from '../rows/grid';

/** Gives the text of a row, counted from 1, in the column of a key; '' where there is none. */
export function textIn(cells: Cells, table: KeyedTable): (row: number, key: string) => string {
  const { at } = readHeader(cells, table);
  return (row, key) => {
    const cell = cells[row - 1]?.[at.get(key) ?? -1];
    return isBlank(cell) ? '' : trimmed(String(cell));
  };
}
