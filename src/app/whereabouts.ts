/** Where the sheets of the tables stand among all tabs: noted on the dashboard, so that a refresh reads each table by a single call. */
import { TABLES, type KeyedTable } from '../rows/columns';
import { keyOf, type Cell, type Cells } from '../rows/grid';
import { tableName } from './names';
import type { NamedCells, TabCells } from './ports';

export interface Whereabouts {
  /** How many tabs there were: one more or less, and nothing of this counts any longer. */
  readonly tabs: number;
  /** By table, the index of its tab, -1 where it has to be found by its name, and the sheet's id. */
  readonly at: Readonly<Partial<Record<KeyedTable, readonly [index: number, sheetId: number]>>>;
}

const KEYED = Object.keys(TABLES) as KeyedTable[];
const hasKeys = (row: readonly Cell[], table: KeyedTable): boolean => {
  const keys = row.map(keyOf);
  return TABLES[table].essential.every((key) => keys.includes(key));
};

/** Undefined for what is not a note, such as a text that somebody typed there. */
export function readNote(cell: Cell): Whereabouts | undefined {
  try {
    const note = JSON.parse(String(cell)) as Partial<Whereabouts> | null;
    const isWhole = note !== null && typeof note.tabs === 'number' && typeof note.at === 'object' && Object.values(note.at ?? {}).every((place) => Array.isArray(place));
    return isWhole ? (note as Whereabouts) : undefined;
  } catch {
    return undefined;
  }
}

/** Asks anew. A table that somebody keeps a copy of is always found by its name: the two cannot be told apart by what stands in them. */
export function lookAround(named: NamedCells, tabs: readonly TabCells[] = named.tabs()): Whereabouts {
  const ids = tabs.map((tab) => tab.id());
  const own = KEYED.map((table) => [table, named.sheetOf(tableName(table))] as const);
  const foreign = tabs.filter((_, index) => !own.some(([, id]) => id === ids[index])).map((tab) => tab.keys());
  const at: Partial<Record<KeyedTable, readonly [number, number]>> = {};
  for (const [table, id] of own) {
    if (id !== undefined) at[table] = [foreign.some((row) => hasKeys(row, table)) ? -1 : ids.indexOf(id), id];
  }
  return { tabs: tabs.length, at };
}

/** Reads tables by what is noted, and by their names where that is wrong. */
export class TableReader {
  private readonly tabs: readonly TabCells[];
  private isWrong = false;

  constructor(
    private readonly named: NamedCells,
    private readonly noted: Whereabouts | undefined,
  ) {
    this.tabs = named.tabs();
    if (noted?.tabs !== this.tabs.length) this.isWrong = true;
  }

  /** Undefined when there is no such table, or when its name ends in data, which may go on below. */
  read(table: KeyedTable): Cells | undefined {
    const index = this.isWrong ? -1 : (this.noted?.at[table]?.[0] ?? -1);
    const tab = this.tabs[index];
    const cells = tab?.values();
    if (cells && hasKeys(cells[0] ?? [], table)) return cells;
    if (tab) this.isWrong = true;
    const values = this.named.read(tableName(table));
    return values && (values[values.length - 1] ?? []).some((cell) => cell !== '') ? undefined : values;
  }

  /** What holds after all was read. */
  whereabouts(): Whereabouts {
    return this.noted && !this.isWrong ? this.noted : lookAround(this.named, this.tabs);
  }
}
