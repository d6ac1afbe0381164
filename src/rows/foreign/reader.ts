/** Reads the cells of one table; what cannot be read is told with its place and stays blank. */
import type { Day } from '../../model/day';
import { isBlank } from '../grid';
import { tidy } from '../../model/units';
import { isThaiText, orderOfLocale, writtenDay, type Order } from './days';
import type { AdoptKey } from './headings';
import type { Table } from './mapping';
import { markOfLocale, written, type Mark } from './numbers';
import { columnOf, placeOf, type Problems } from './problem';
import { cellAt, textAt, type ForeignCell } from './source';
import { choiceOf, lightOf, standsForNothing, wholeMeaning } from './values';

export interface Amount {
  readonly value: number;
  readonly isPercent: boolean;
  readonly unit: string;
  readonly comparison: '' | 'At least' | 'At most';
}

const NUMBER_KEYS: readonly AdoptKey[] = ['start', 'target', 'current', 'weight', 'score', 'confidence'];
const DAY_KEYS: readonly AdoptKey[] = ['start_date', 'due_date'];

export class Reader {
  private readonly marks: Evidence<Mark>;
  private readonly orders: Evidence<Order>;
  private readonly isThai: boolean;
  private readonly conclusions = new Map<string, boolean>();
  private readonly toldByLocale = new Set<number>();

  constructor(
    readonly table: Table,
    /** Such as `pl_PL`: how the spreadsheet that it stands in writes numbers and days. */
    locale: string,
    private readonly problems: Problems,
  ) {
    this.isThai = locale.startsWith('th') || table.headings.some(isThaiText);
    this.marks = this.evidence(NUMBER_KEYS, (text) => written(text)?.proves, markOfLocale(locale));
    this.orders = this.evidence(DAY_KEYS, (text) => writtenDay(text, this.isThai)?.proves, orderOfLocale(locale));
  }

  /** What is concluded from a whole column, concluded once. */
  remembered(name: string, conclude: () => boolean): boolean {
    const known = this.conclusions.get(name) ?? conclude();
    this.conclusions.set(name, known);
    return known;
  }

  text(row: number, column: number): string {
    return textAt(this.table.source, row, column);
  }

  cell(row: number, column: number): ForeignCell {
    return cellAt(this.table.source, row, column);
  }

  /** Nothing stands there, or a sign for nothing such as `-` and `n/a`. */
  isNothing(row: number, column: number): boolean {
    return isBlank(this.cell(row, column)) || standsForNothing(this.text(row, column));
  }

  place(row: number, column: number): string {
    return placeOf(this.table.source, row, column);
  }

  tell(key: Parameters<Problems['add']>[0], row: number, column: number, facts: Readonly<Record<string, string | number>> = {}): undefined {
    this.problems.add(key, { cell: this.place(row, column), value: this.text(row, column), ...facts });
    return undefined;
  }

  amount(row: number, column: number): Amount | undefined {
    const cell = this.cell(row, column);
    if (this.isNothing(row, column)) return undefined;
    const read = typeof cell === 'boolean' ? undefined : written(this.text(row, column));
    if (typeof cell === 'number' && Number.isFinite(cell)) {
      const isPercent = read?.isPercent === true;
      return { value: tidy(isPercent ? cell * 100 : cell), isPercent, unit: read?.unit ?? '', comparison: '' };
    }
    if (!read) return this.tell('notANumber', row, column);
    const value = read.value ?? (read.either && this.eitherNumber(read.either, row, column));
    return value === undefined ? undefined : { value, isPercent: read.isPercent, unit: read.unit, comparison: read.comparison };
  }

  private eitherNumber(either: Readonly<Record<Mark, number>>, row: number, column: number): number | undefined {
    const { settled, isLocal } = this.marks.of(column);
    if (settled === undefined) return this.tell('eitherNumber', row, column, { one: either['.'], other: either[','] });
    if (isLocal) this.tellOnce('numbersByLocale', row, column, either[settled]);
    return either[settled];
  }

  /** The day, or the first or last one of a span such as a quarter. */
  day(row: number, column: number, end: 'first' | 'last'): Day | undefined {
    const cell = this.cell(row, column);
    if (this.isNothing(row, column)) return undefined;
    const read = typeof cell === 'string' ? writtenDay(this.text(row, column), this.isThai) : undefined;
    if (!read) return this.tell('notADay', row, column);
    if (!read.either) return read[end];
    const { settled, isLocal } = this.orders.of(column);
    if (settled === undefined) return this.tell('eitherDay', row, column, { one: read.either['day first'], other: read.either['month first'] });
    if (isLocal) this.tellOnce('daysByLocale', row, column, read.either[settled]);
    return read.either[settled];
  }

  choice(row: number, column: number, key: string): string | undefined {
    if (this.isNothing(row, column)) return undefined;
    return choiceOf(key, this.text(row, column)) ?? this.tell('notAChoice', row, column, { label: key });
  }

  confidence(row: number, column: number): number | undefined {
    if (this.isNothing(row, column)) return undefined;
    const text = this.text(row, column);
    const light = lightOf(text);
    if (light !== undefined || wholeMeaning('status', text) !== undefined) return light;
    const read = written(text);
    if (!read) return this.tell('notConfidence', row, column);
    const amount = this.amount(row, column);
    if (!amount) return undefined;
    return amount.isPercent || amount.value < 1 || amount.value > 5 ? this.tell('notConfidence', row, column) : amount.value;
  }

  private tellOnce(key: 'numbersByLocale' | 'daysByLocale', row: number, column: number, read: string | number): void {
    if (this.toldByLocale.has(column)) return;
    this.toldByLocale.add(column);
    this.problems.add(key, { column: columnOf(this.table.source, column), value: this.text(row, column), read });
  }

  private evidence<Answer extends string>(keys: readonly AdoptKey[], proves: (text: string) => Answer | undefined, local: Answer): Evidence<Answer> {
    const { source, mapping, headerRow } = this.table;
    const seen = new Map<number, Set<Answer>>();
    mapping.forEach((key, column) => {
      if (key === '' || !keys.includes(key)) return;
      const found = new Set<Answer>();
      for (let row = headerRow + 1; row < source.cells.length; row += 1) {
        const cell = cellAt(source, row, column);
        const proof = typeof cell === 'string' ? proves(textAt(source, row, column)) : undefined;
        if (proof !== undefined) found.add(proof);
      }
      seen.set(column, found);
    });
    return new Evidence(seen, local);
  }
}

/**
 * How the cells of a column are to be read where one cell alone could be read in two ways: as the other cells of the column prove, else as those
 * of the other columns do, else as is usual in the spreadsheet. Where the column contradicts itself, nothing is settled.
 */
class Evidence<Answer extends string> {
  private readonly all: ReadonlySet<Answer>;

  constructor(
    private readonly seen: ReadonlyMap<number, ReadonlySet<Answer>>,
    private readonly local: Answer,
  ) {
    this.all = new Set([...seen.values()].flatMap((answers) => [...answers]));
  }

  of(column: number): { readonly settled: Answer | undefined; readonly isLocal: boolean } {
    const own = [...(this.seen.get(column) ?? [])];
    if (own.length > 0) return { settled: own.length === 1 ? own[0] : undefined, isLocal: false };
    if (this.all.size > 0) return { settled: this.all.size === 1 ? [...this.all][0] : undefined, isLocal: false };
    return { settled: this.local, isLocal: true };
  }
}
