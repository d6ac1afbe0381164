/** Understands a table of OKRs that somebody made in their own way: where its headings are, what its columns mean, which objectives it holds. */
import type { Language } from '../../model/words';
import { labelOf } from '../../report/labels';
import { isBlank, type Cells } from '../../rows/grid';
import { Collector, type Known } from './collect';
import { columnsOf } from './columns';
import type { FoundObjective } from './found';
import { tableOf, type Table } from './mapping';
import { columnOf, Problems } from './problem';
import { Reader, type Manner } from './reader';
import { sourceOfRows } from './source';

export interface Recognised {
  readonly tables: readonly Table[];
  readonly objectives: readonly FoundObjective[];
  readonly problems: Problems;
}

/** One table of rows, with what the spreadsheet's locale says about its numbers and days. */
export function recognise(rows: Cells, locale: string, language: Language = 'en'): Recognised {
  return recogniseTables([tableOf(sourceOfRows(rows))], { locale, language }, { isProposal: true, known: [] });
}

export interface Around {
  /** The mapping is ours and not a person's, who knows which columns are left out. */
  readonly isProposal: boolean;
  /** The objectives that the workbook has, which a table of key results alone may name. */
  readonly known: readonly Known[];
}

/** One table, or two that belong together; objectives are read before the key results that name them. */
export function recogniseTables(tables: readonly Table[], manner: Manner, { isProposal, known }: Around): Recognised {
  const problems = new Problems();
  const collector = new Collector(problems, known);
  const inOrder = [...tables].sort((a, b) => Number(hasKeyResults(a)) - Number(hasKeyResults(b)));
  const isSplit = tables.length > 1;
  if (isSplit) problems.add('twoSheets', { sheet: tables[0]?.source.name ?? '', other: tables[1]?.source.name ?? '' });
  for (const table of inOrder) {
    if (isProposal && table.mapping.every((key) => key === '')) problems.add('noHeadings');
    else if (isProposal) tellColumns(table, manner, problems);
  }
  for (const table of inOrder) collector.read(new Reader(table, manner, problems));
  return { tables, objectives: collector.objectives(), problems };
}

export const hasKeyResults = ({ mapping }: Table): boolean => mapping.includes('key_result') || mapping.includes('text');

/** Columns that are left out, so that nobody has to find out later. */
function tellColumns(table: Table, { language }: Manner, problems: Problems): void {
  const { source, headings, mapping, doubles, headerRow } = table;
  const names = (column: number) => ({ column: columnOf(source, column), heading: headings[column] ?? '' });
  mapping.forEach((key, column) => {
    const isFilled = source.cells.some((row, index) => index > headerRow && !isBlank(row[column]));
    if (isFilled && (key === 'status' || (key === 'score' && isMeasured(table)))) problems.add('computedColumn', names(column));
    if (key !== '' || !isFilled || headerRow < 0) return;
    const other = doubles.get(column);
    if (other === undefined) problems.add(headings[column] === '' ? 'columnWithoutHeading' : 'unknownColumn', names(column));
    else problems.add('doubleColumn', { ...names(column), other: columnOf(source, other), label: labelOf(mapping[other] ?? '', language) });
  });
}

const isMeasured = (table: Table): boolean => columnsOf(table).keyResults.some(({ of }) => of('target') !== undefined || of('current') !== undefined);
