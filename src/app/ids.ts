/** Gives new rows their ids: text a person may read out (`O3`, `O3.2`), unique in the workbook and never given twice. */
import type { KeyedTable } from '../rows/columns';
import { isBlank, readHeader, type Cells } from '../rows/grid';

/** The columns that name rows, their own or others: an id that was deleted may still stand in one of them. */
const NAMING: Readonly<Record<Exclude<KeyedTable, 'settings'>, readonly string[]>> = {
  objectives: ['id', 'parent'],
  keyResults: ['id', 'objective_id'],
  actions: ['id', 'key_result_id', 'depends_on'],
  kpis: ['id', 'linked_to'],
  checkIns: ['key_result_id'],
  history: ['id', 'objective_id'],
};

/** Every id that stands anywhere in these tables, also those of rows that are gone. */
export function usedIds(cellsOf: (table: KeyedTable) => Cells): Set<string> {
  const used = new Set<string>();
  for (const table of Object.keys(NAMING) as (keyof typeof NAMING)[]) {
    const cells = cellsOf(table);
    const { at } = readHeader(cells, table);
    const columns = NAMING[table].map((key) => at.get(key)).filter((column): column is number => column !== undefined);
    for (const row of cells.slice(2)) {
      for (const column of columns) {
        const cell = row[column];
        if (!isBlank(cell)) for (const id of String(cell).split(/[\s,;]+/)) if (id !== '') used.add(id);
      }
    }
  }
  return used;
}

/** The highest number given under each prefix: `O` for objectives, `O3.` for the key results of O3. */
export type Highest = Readonly<Record<string, number>>;

/** Gives one id after another; what it gave is never given again, whatever becomes of the row. */
export class IdGiver {
  private readonly highest = new Map<string, number>();
  private readonly given = new Map<string, number>();

  /** `before` are the numbers given in earlier runs, so that not even a row that left no trace leaves its id to another. */
  constructor(used: Iterable<string>, before: Highest = {}) {
    for (const id of used) {
      const upper = id.toUpperCase();
      // `O3.2` is the second of O3, and says that there was an O3.
      this.take(/^(.*?)(\d{1,9})$/.exec(upper));
      this.take(/^(\p{L}+)(\d{1,9})\./u.exec(upper));
    }
    for (const [prefix, number] of Object.entries(before)) this.note(prefix.toUpperCase(), number);
  }

  objective(): string {
    return this.next('O');
  }

  /** Below its objective; one that has none yet gets an id of its own. */
  keyResult(objectiveId: string): string {
    return objectiveId === '' ? this.next('KR') : this.next(`${objectiveId}.`);
  }

  action(): string {
    return this.next('A');
  }

  kpi(): string {
    return this.next('K');
  }

  /** What was given in this run, to be remembered for the next. */
  newest(): Highest {
    return Object.fromEntries(this.given);
  }

  private take(found: RegExpExecArray | null): void {
    if (found) this.note(found[1] ?? '', Number(found[2]));
  }

  private next(prefix: string): string {
    const number = (this.highest.get(prefix.toUpperCase()) ?? 0) + 1;
    this.note(prefix.toUpperCase(), number);
    this.given.set(prefix, number);
    return `${prefix}${number}`;
  }

  private note(prefix: string, number: number): void {
    if (number > (this.highest.get(prefix) ?? 0)) this.highest.set(prefix, number);
  }
}
