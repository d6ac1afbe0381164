/** Understands a table of OKRs that somebody made in their own way: where its headings are, what its columns mean, which objectives it holds. */
import { isBlank } from '../grid';
import { Collector, type Known } from './collect';
import { columnsOf } from './columns';
import type { FoundObjective } from './found';
import type { Table } from './mapping';
import { columnOf, Problems } from './problem';
import { Reader } from './reader';

export interface Recognised {
  readonly tables: readonly Table[];
  readonly objectives: readonly FoundObjective[];
  readonly problems: Problems;
}

/**
 * One table, or two that belong together; objectives are read before the key results that name them. `known` are the objectives that the
 * workbook has, which a table of key results alone may name.
 */
export function recognise(tables: readonly Table[], locale: string, known: readonly Known[] = []): Recognised {
  const problems = new Problems();
  const collector = new Collector(problems, known);
  const inOrder = [...tables].sort((a, b) => Number(hasKeyResults(a)) - Number(hasKeyResults(b)));
  const isSplit = tables.length > 1;
  if (isSplit) problems.add('twoSheets', { sheet: tables[0]?.source.name ?? '', other: tables[1]?.source.name ?? '' });
  for (const table of inOrder) {
    if (!table.isProposed) continue;
    if (table.mapping.some((key) => key !== '')) tellColumns(table, problems);
    else problems.add('noHeadings');
  }
  for (const table of inOrder) collector.read(new Reader(table, locale, problems));
  return { tables, objectives: collector.objectives(), problems };
}

const hasKeyResults = ({ mapping }: Table): boolean => mapping.includes('key_result') || mapping.includes('text');

/** Columns that are left out, so that nobody has to find out later. */
function tellColumns(table: Table, problems: Problems): void {
  const { source, headings, mapping, doubles, headerRow } = table;
  const names = (column: number) => ({ column: columnOf(source, column), heading: headings[column] ?? '' });
  mapping.forEach((key, column) => {
    const isFilled = source.cells.some((row, index) => index > headerRow && !isBlank(row[column]));
    if (isFilled && (key === 'status' || (key === 'score' && isMeasured(table)))) problems.add('computedColumn', names(column));
    if (key !== '' || !isFilled || headerRow < 0) return;
    const other = doubles.get(column);
    if (other === undefined) problems.add(headings[column] === '' ? 'columnWithoutHeading' : 'unknownColumn', names(column));
    else problems.add('doubleColumn', { ...names(column), other: columnOf(source, other), label: mapping[other] ?? '' });
  });
}

const isMeasured = (table: Table): boolean => columnsOf(table).keyResults.some(({ of }) => of('target') !== undefined || of('current') !== undefined);
