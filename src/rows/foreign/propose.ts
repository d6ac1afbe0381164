/** How a table would be adopted: which tables belong together, what they hold, and what of it the workbook has no place for. */
import { sameId, keepable, sourceIdsOf } from '../sourceIds';
import type { Known } from './collect';
import { tableOf, type Table } from './mapping';
import { partnerOf } from './partner';
import { recognise, type Recognised } from './recognise';
import { isEmptyRow, textAt, widthOf, type Source } from './source';

/** The workbook that the rows are to go to. */
export interface Workbook {
  /** Such as `pl_PL`. */
  readonly locale: string;
  /** The objectives that it has. */
  readonly known: readonly Known[];
  /** Every ID that it has or had. */
  readonly takenIds: readonly string[];
  /** Columns that somebody deleted from its sheets. */
  readonly missing: readonly { readonly table: 'objectives' | 'keyResults'; readonly sheet: string; readonly key: string }[];
}

/** The first source as a table, with its partner when what it lacks stands in one of the others; `headerRow` as a person chose it. */
export function openTables([chosen, ...others]: readonly Source[], headerRow?: number): Table[] {
  if (!chosen) return [];
  const table = tableOf(chosen, headerRow);
  const partner = partnerOf(table, others);
  // One table alone needs no name before its cells.
  return partner ? [table, partner] : [{ ...table, source: { ...chosen, name: '' } }];
}

/** The tables once a person has said in which row the headings of one of them are; the columns of that one are proposed anew. */
export function withHeaderRow(sources: readonly Source[], tables: readonly Table[], index: number, headerRow: number): Table[] {
  if (index > 0) return tables.map((table, at) => (at === index ? tableOf(table.source, headerRow) : table));
  const [first, partner] = openTables(sources, headerRow);
  const known = tables.find(({ source }) => source === partner?.source); // it may have been put right by hand
  return [...(first ? [first] : []), ...(partner ? [known ?? partner] : [])];
}

/** What the tables hold, with everything that a person should know before it is copied. */
export function propose(tables: readonly Table[], workbook: Workbook): Recognised {
  const recognised = recognise(tables, workbook.locale, workbook.known);
  tellExisting(recognised);
  tellMissingColumns(recognised, workbook);
  tellIds(recognised, workbook);
  return recognised;
}

function tellExisting({ objectives, problems }: Recognised): void {
  const existing = objectives.filter(({ existing: id, keyResults }) => id !== undefined && keyResults.length > 0);
  const count = existing.reduce((sum, { keyResults }) => sum + keyResults.length, 0);
  if (count > 0) problems.add('toExisting', { count, ids: existing.map(({ existing: id }) => id ?? '').join(', ') });
}

/** Whoever deleted one of the add-on's columns has no place for its values until the check makes it again. */
function tellMissingColumns({ objectives, problems }: Recognised, { missing }: Workbook): void {
  for (const { table, sheet, key } of missing) {
    const rows = table === 'objectives' ? objectives : objectives.flatMap(({ keyResults }) => keyResults);
    if (rows.some(({ fields }) => fields[key] !== undefined)) problems.add('noPlace', { label: key, sheet });
  }
}

/** As soon as one of the source's IDs is taken, all get new ones: `O1` beside a new `O5` that was `O2` would only confuse. */
function tellIds({ objectives, problems }: Recognised, { takenIds }: Workbook): void {
  const taken = new Set(takenIds.map(sameId));
  const own = keepable(objectives);
  const kept = [...own].some((id) => taken.has(id)) ? new Set<string>() : own;
  const count = sourceIdsOf(objectives).filter((id) => id !== '' && !kept.has(sameId(id))).length;
  if (count > 0) problems.add('newIds', { count });
}

const PREVIEW_ROWS = 8;

/** The first rows below the headings, as texts. */
export function previewOf({ source, headerRow }: Table): string[][] {
  const rows = source.cells.map((_, row) => row).filter((row) => row > headerRow && !isEmptyRow(source, row));
  return rows.slice(0, PREVIEW_ROWS).map((row) => Array.from({ length: widthOf(source) }, (_, column) => textAt(source, row, column)));
}
