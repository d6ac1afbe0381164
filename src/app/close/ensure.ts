/** Writing that can be repeated: rows that are there already are not written twice, and those that a fault left unfinished are finished. */
import { FIRST_DATA_ROW, type KeyedTable } from '../../rows/columns';
import { isBlank, readHeader, type Cell } from '../../rows/grid';
import { textOf } from '../form/items';
import { columnOf, freeRow, runsOf, writeRows, type RowCells, type TableRows } from '../form/tables';

/** Keys that are brought up to what is wanted, whatever stands there: always, or where something is wanted at all. All others are only finished. */
export interface Follows {
  readonly always: readonly string[];
  readonly filled?: readonly string[];
}

/** A row is known by its id, in History by its cycle too. */
export function ensureRows(table: TableRows, name: KeyedTable, rows: readonly RowCells[], { always, filled = [] }: Follows): void {
  const [first] = rows;
  if (!first) return;
  const { at } = readHeader(table.values, name);
  const present = (row: number, key: string): Cell => table.values[row - 1]?.[at.get(key) ?? -1];
  const known = new Map<string, number>();
  for (let row = FIRST_DATA_ROW; row <= table.values.length; row += 1) {
    const id = textOf(present(row, 'id'));
    if (id !== '') known.set(`${id}\n${textOf(present(row, 'cycle'))}`, row);
  }
  const rowOf = (cells: RowCells): number | undefined => known.get(`${textOf(cells['id'])}\n${textOf(cells['cycle'])}`) ?? known.get(`${textOf(cells['id'])}\n`);
  const isUnfinished = (row: number, cells: RowCells, keys: readonly string[]): boolean =>
    (keys.every((key) => isBlank(present(row, key))) && keys.some((key) => !isBlank(cells[key]))) ||
    keys.some((key) => (always.includes(key) || (filled.includes(key) && !isBlank(cells[key]))) && textOf(present(row, key)) !== textOf(cells[key]));
  const there = rows.flatMap((cells) => {
    const row = rowOf(cells);
    return row === undefined ? [] : [{ row, cells }];
  });
  // Those that follow are written without the others beside them, which somebody may have filled since.
  const others = Object.keys(first).filter((key) => !always.includes(key) && !filled.includes(key));
  for (const { column, keys } of [always, filled, others].flatMap((some) => runsOf(table, name, some))) {
    const unfinished = there.filter(({ row, cells }) => isUnfinished(row, cells, keys));
    writeGroups(table, column, unfinished.map(({ row, cells }) => ({ row, cells: keys.map((key) => cells[key]) })));
  }
  writeRows(table, name, freeRow(table, name), rows.filter((cells) => rowOf(cells) === undefined), 'id');
}

interface Written {
  readonly row: number;
  readonly cells: readonly Cell[];
  /** In place of the cells where they are not ''. */
  readonly formulas?: readonly string[];
}

/** Neighbours in one go. */
export function writeGroups(table: TableRows, column: number, lines: readonly Written[]): void {
  const sorted = [...lines].sort((a, b) => a.row - b.row);
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to]?.row === (sorted[to - 1]?.row ?? 0) + 1) to += 1;
    const group = sorted.slice(from, to);
    table.write(sorted[from]?.row ?? 0, column, group.map((one) => one.cells), group.map(({ formulas = [] }) => formulas));
    from = to;
  }
}

/** Changes cells of one column: all that lies between in one go, unless a formula stands there. */
export function mapColumn(table: TableRows, name: KeyedTable, key: string, change: (text: string, row: number) => string | undefined): void {
  const column = columnOf(table, name, key);
  if (column === undefined) return;
  const changed: { row: number; cells: Cell[] }[] = [];
  for (let row = FIRST_DATA_ROW; row <= table.values.length; row += 1) {
    const text = textOf(table.values[row - 1]?.[column - 1]);
    const now = text === '' ? undefined : change(text, row);
    if (now !== undefined && now !== text) changed.push({ row, cells: [now] });
  }
  const [first, last] = [changed[0]?.row, changed[changed.length - 1]?.row];
  if (first === undefined || last === undefined) return;
  if (table.formulas(first, column, last - first + 1, 1).some(([formula]) => formula !== '')) return writeGroups(table, column, changed);
  const now = new Map(changed.map(({ row, cells }) => [row, cells[0]]));
  table.write(first, column, Array.from({ length: last - first + 1 }, (_, i) => [now.get(first + i) ?? table.values[first + i - 1]?.[column - 1]]));
}
