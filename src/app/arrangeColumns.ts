/** Brings the first two rows of a table sheet into shape: keys that are missing, columns that were deleted, labels in the workbook's language. */
import type { Language } from '../model/words';
import { KEY_ROW, LABEL_ROW, TABLES, type KeyedTable } from '../rows/columns';
import { isBlank, keyOf, type Cell } from '../rows/grid';
import type { Tab } from './locate';
import type { SheetPort } from './ports';
import type { Repair } from './repair';
import { isFormulaOf, placesOf, type Places } from './places';
import { isLabelOf, keysByLabel, labelFor, missingColumns } from './structure';

export interface ArrangedTable {
  readonly sheet: SheetPort;
  /** What was read, with what has been added since. */
  readonly values: Cell[][];
  /** The formulas of the label row. */
  readonly formulas: readonly string[];
  readonly places: Places;
  /** Keys whose columns were just made, so that all of their look is ours to choose. */
  readonly made: ReadonlySet<string>;
}

/** Empty rows kept below the data, so that formulas, checks and named ranges reach what is added next. */
const SPARE_ROWS = 200;

const allKeys = (table: KeyedTable): string[] => [...TABLES[table].filled, ...TABLES[table].computed].map((column) => column.key);

/** Neither keys nor labels yet. */
const isBare = ({ values }: Tab): boolean => [values[0] ?? [], values[1] ?? []].every((row) => row.every(isBlank));

/** The keys of the columns that arranging will make. */
export function columnsToMake(table: KeyedTable, tab: Tab | undefined): string[] {
  if (!tab || isBare(tab)) return allKeys(table);
  const keys = (tab.values[0] ?? []).map(keyOf);
  for (const [index, key] of keysByLabel(table, tab.values)) keys[index] = key;
  return allKeys(table).filter((key) => !keys.includes(key));
}

/** `begun` are the keys of columns that this run makes, or that one before it began. */
export function arrangeColumns(table: KeyedTable, tab: Tab, begun: ReadonlySet<string>, language: Language, repairs: Repair[]): ArrangedTable {
  if (isBare(tab)) return makeColumns(table, tab, language);
  const { sheet } = tab;
  const values = tab.values.map((row) => [...row]);
  const formulas = sheet.labelFormulas();
  const grid = new Columns(sheet, values, formulas, begun);
  for (const [index, key] of keysByLabel(table, values)) {
    grid.setKey(index + 1, key);
    repairs.push({ key: 'repair.label', facts: { column: key, sheet: sheet.name } });
  }
  for (const { key, column } of missingColumns(table, values[0] ?? [])) {
    grid.insert(column, key);
    repairs.push({ key: 'repair.column', facts: { column: key, sheet: sheet.name } });
  }
  arrangeBlock(table, grid, repairs);
  sheet.ensureRows(values.length + SPARE_ROWS);
  const places = placesOf(table, values[0] ?? [], formulas);
  for (const [key, column] of places.columnOf) {
    const label = labelFor(key, values[1]?.[column - 1], language);
    if (label === undefined) continue;
    sheet.write(LABEL_ROW, column, [[label]]);
    if (isBlank(values[1]?.[column - 1]) && !begun.has(key)) repairs.push({ key: 'repair.label', facts: { column: key, sheet: sheet.name } });
  }
  return { sheet, values, formulas, places, made: begun };
}

function makeColumns(table: KeyedTable, { sheet }: Tab, language: Language): ArrangedTable {
  const keys = allKeys(table);
  const labels = TABLES[table].filled.map((column) => labelFor(column.key, '', language) ?? '');
  sheet.ensureColumns(keys.length);
  sheet.write(KEY_ROW, 1, [keys]);
  sheet.write(LABEL_ROW, 1, [labels]);
  return { sheet, values: [keys, labels], formulas: [], places: placesOf(table, keys, []), made: new Set(keys) };
}

/**
 * Finds the computed block again. A column of it that was deleted is inserted anew, since the spill would run into whatever stands right of the
 * block; a key that was only wiped is written.
 */
function arrangeBlock(table: KeyedTable, grid: Columns, repairs: Repair[]): void {
  const wanted: readonly string[] = TABLES[table].computed.map((column) => column.key);
  const { block } = placesOf(table, grid.keys(), grid.formulas);
  if (block === 0) return;
  wanted.forEach((key, index) => {
    const column = block + index;
    const present = grid.keys()[column - 1] ?? '';
    if (present === key) return;
    const isElsewhere = grid.keys().indexOf(key, block - 1) >= 0; // somebody inserted a column into the block; the spill flows over it
    const isOurs = isLabelOf(key, grid.values[LABEL_ROW - 1]?.[column - 1]) || isFormulaOf(table, grid.formulas[column - 1] ?? '');
    const isDeleted = !isElsewhere && (wanted.includes(present) || !(isOurs || grid.isEmpty(column)));
    if (isDeleted) {
      grid.insert(column, key);
      repairs.push({ key: 'repair.column', facts: { column: key, sheet: grid.sheet.name } });
    } else grid.setKey(column, key);
  });
  for (let column = block + wanted.length; column <= grid.keys().length; column += 1) {
    if (wanted.includes(grid.keys()[column - 1] ?? '')) grid.setKey(column, '');
  }
}

/** The columns of a sheet as they are being changed: what was read follows what is written. */
class Columns {
  constructor(
    readonly sheet: SheetPort,
    readonly values: Cell[][],
    readonly formulas: string[],
    private readonly begun: ReadonlySet<string>,
  ) {}

  keys(): string[] {
    return (this.values[0] ?? []).map(keyOf);
  }

  isEmpty(column: number): boolean {
    return this.values.every((row) => isBlank(row[column - 1])) && (this.formulas[column - 1] ?? '') === '';
  }

  setKey(column: number, key: string): void {
    const row = this.values[0] as Cell[];
    while (row.length < column) row.push('');
    row[column - 1] = key;
    this.sheet.write(KEY_ROW, column, [[key]]);
  }

  /** Takes the column that a run before this one inserted and did not come to name; otherwise inserts one. */
  insert(column: number, key: string): void {
    const width = Math.max(...this.values.map((row) => row.length));
    const isInserted = this.begun.has(key) && this.isEmpty(column) && column <= width;
    if (!isInserted) {
      this.sheet.insertColumn(column);
      for (const row of this.values) if (row.length >= column) row.splice(column - 1, 0, '');
      if (this.formulas.length >= column) this.formulas.splice(column - 1, 0, '');
    }
    this.setKey(column, key);
  }
}
