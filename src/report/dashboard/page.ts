/** The dashboard's page: where its parts lie, and the lines it is written in. */
import type { Language } from '../../model/words';
import { labelOf } from '../labels';
import { short } from '../mail/plain';
import { speak, type Speak } from '../messages';

export type DashboardCell = string | number | Date;

/** The page is always written whole, so that nothing old is left below; all lists and 200 teams fit. */
export const PAGE_ROWS = 420;
/** Eleven columns for people and one, hidden, that says what kind of row it is; the colours follow it. */
export const PAGE_COLUMNS = 12;
export const FILTER_ROW = 5;
/** Columns of the filter cells, from 1. */
export const FILTER_COLUMNS = { team: 1, owner: 2, level: 4, priority: 5, cycle: 6 } as const;
/** Where the row of figures stands, and the row of counts with its heads above it. */
export const CARD_ROW = 8;
export const COUNT_ROW = 11;
/** The first of six columns for the six statuses. */
export const STATUS_COLUMN = 5;

/** The two tables that charts draw stand still, so that the charts are made once and only their values change: the row of the heads, rows below it. */
export const TEAMS = { head: 14, rows: 8 } as const;
export const WEEKS = { head: 25, rows: 14 } as const;

/** A chart beside its table: the columns it draws, and how many rows of the page it covers. */
export interface PageChart {
  readonly kind: 'bar' | 'line';
  readonly columns: readonly number[];
  readonly table: { readonly head: number; readonly rows: number };
  readonly row: number;
  readonly rows: number;
  readonly most: number;
  readonly colors: readonly string[];
}

/** The upper part, with cards, tables and charts, ends here, so that it prints on one page; the lists go on below. */
export const UPPER_ROWS = WEEKS.head + WEEKS.rows + 1;

export const CHART_COLUMN = 6;
/** The lines of the confidence lie between 1 and 5 and need as much room as those of the scores. */
export const PAGE_CHARTS: readonly PageChart[] = [
  { kind: 'bar', columns: [1, 3], table: TEAMS, row: 14, rows: 9, most: 1, colors: ['#1a73e8'] },
  { kind: 'line', columns: [1, 3, 4], table: WEEKS, row: 25, rows: 8, most: 1, colors: ['#1a73e8', '#e37400'] },
  { kind: 'line', columns: [1, 5], table: WEEKS, row: 33, rows: 8, most: 5, colors: ['#188038'] },
];

export type RowKind = 'title' | 'heading' | 'head' | 'filter' | 'heat' | 'row' | '';

/** A key of a column, or `[text]`. */
export type Head = string | readonly [string];
type Told = string | number | undefined;
/** Id, text, score, expected, state, owner, what is told, and an address. */
export type ListRow = readonly [Told, Told, Told, Told, Told, Told, Told | readonly Told[], string];

/** Characters of a text; a cell shows some forty of them, and an address that is cut leads nowhere. */
const LONGEST_TEXT = 400;

/** Gathers rows of equal width, each with its kind in the last column. */
export class Page {
  private readonly lines: DashboardCell[][] = [];
  readonly say: Speak;

  constructor(readonly language: Language) {
    this.say = speak(language);
  }

  line(cells: readonly DashboardCell[], kind: RowKind = ''): void {
    this.lines.push([...Array.from({ length: PAGE_COLUMNS - 1 }, (_, i) => cells[i] ?? ''), kind]);
  }

  /** Leaves lines free until the next one is this row. */
  goTo(row: number): void {
    while (this.lines.length < row - 1) this.line([]);
  }

  /** Labels of columns in one line: `Team · Status`. */
  labels(...keys: readonly string[]): string {
    return keys.map((key) => labelOf(key, this.language)).join(' · ');
  }

  /** A row of labels; a key of a column is said, '' stays free, and what is no key is given as `[text]`. */
  heads(labels: readonly Head[]): void {
    this.line(labels.map((label) => (typeof label !== 'string' ? label[0] : label === '' ? '' : this.labels(label))), 'head');
  }

  /** A list under its heading: at most so many rows, how many more there are, and a free line. Owners and what is told have room to their right. */
  list<Item>(title: string, heads: readonly Head[], items: readonly Item[], most: number, cells: (item: Item) => ListRow): void {
    this.line([title], 'heading');
    const spread = <Cell>([id, text, score, expected, state, owner, told, url]: readonly Cell[], free: Cell) => [id, text, score, expected, state, owner, free, told, free, free, url];
    if (items.length > 0) this.heads(spread<Head>(heads, '') as Head[]);
    for (const item of items.slice(0, most)) {
      const row = cells(item).map((cell) => (typeof cell === 'object' ? cell.filter(Boolean).join(' · ') : (cell ?? '')));
      this.line(spread<DashboardCell>(row.map((cell) => (typeof cell === 'string' ? short(cell, LONGEST_TEXT) : cell)), '') as DashboardCell[], 'row');
    }
    if (items.length > most) this.line(['', this.say('summary.more', { count: items.length - most })]);
    this.line([]);
  }

  /** `mark` is what the next refresh has to know; it stands in the hidden column of the second row. */
  rows(mark: string): DashboardCell[][] {
    const blank = new Array<DashboardCell>(PAGE_COLUMNS).fill('');
    const rows = Array.from({ length: PAGE_ROWS }, (_, i) => this.lines[i] ?? blank);
    rows[MARK_ROW - 1] = [...(rows[MARK_ROW - 1] ?? blank).slice(0, -1), mark];
    return rows;
  }
}

export const MARK_ROW = 2;
/** The cell that says when the page was written. */
export const MOMENT = { row: 2, column: 10 } as const;
