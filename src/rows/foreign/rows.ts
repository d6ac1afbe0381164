/** Goes down a table and says of each row which objective it belongs to and which key results stand in it. */
import type { Columns } from './columns';
import { numbered, numberingOf } from './numbering';
import type { Reader } from './reader';
import { fold, isEmptyRow } from './source';
import { meaningOf, wholeMeaning } from './values';

/** One text with the number that stood before it. */
export interface Named {
  readonly text: string;
  readonly id: string;
}

export interface Entry {
  readonly row: number;
  /** Undefined where the cell is blank: the objective is the one above. */
  readonly objective: Named | undefined;
  /** The ID or the text by which the row names its objective; ''. */
  readonly reference: string;
  readonly keyResults: readonly (Named & { readonly index: number })[];
}

export function entriesOf(reader: Reader, columns: Columns): Entry[] {
  const bare = bareEntries(reader, columns);
  const objectives = numberingOf(distinct(bare.flatMap(({ objective }) => (objective === '' ? [] : [objective]))));
  const keyResults = numberingOf(bare.flatMap((entry) => entry.keyResults.map(({ text }) => text)));
  return bare.map((entry) => ({
    row: entry.row,
    objective: entry.objective === '' ? undefined : objectives(entry.objective),
    reference: entry.reference,
    keyResults: entry.keyResults.map(({ text, index }) => ({ ...keyResults(text), index })),
  }));
}

interface Bare {
  readonly row: number;
  readonly objective: string;
  readonly reference: string;
  readonly keyResults: readonly { readonly text: string; readonly index: number }[];
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

function bareEntries(reader: Reader, columns: Columns): Bare[] {
  const { source, headerRow, mapping } = reader.table;
  const entries: Bare[] = [];
  for (let row = headerRow + 1; row < source.cells.length; row += 1) {
    if (isEmptyRow(source, row) || repeatsHeadings(reader, row)) continue;
    const entry = mapping.includes('text') && !mapping.includes('key_result') ? mixedEntry(reader, row) : plainEntry(reader, columns, row);
    const isTotal = entry.keyResults.length === 0 && entry.objective !== '' && wholeMeaning('total', entry.objective) !== undefined;
    if (isTotal) reader.tell('totalRow', row, Math.max(0, columns.objective('objective') ?? mapping.indexOf('text')));
    else if (entry.objective === '' && entry.keyResults.length === 0) tellUnclear(reader, row);
    else entries.push(entry);
  }
  return entries;
}

function plainEntry(reader: Reader, columns: Columns, row: number): Bare {
  const at = (column: number | undefined): string => (column === undefined || reader.isNothing(row, column) ? '' : reader.text(row, column));
  const keyResults = columns.keyResults.map(({ text }, index) => ({ text: at(text), index })).filter(({ text }) => text !== '');
  return { row, objective: at(columns.objective('objective')), reference: at(columns.objective('objective_id')), keyResults };
}

/** A column that holds objectives and key results below each other: the type beside them, or their numbers, tell which is which. */
function mixedEntry(reader: Reader, row: number): Bare {
  const { mapping } = reader.table;
  const column = mapping.indexOf('text');
  const type = mapping.indexOf('type');
  const text = reader.isNothing(row, column) ? '' : reader.text(row, column);
  const kind = type >= 0 ? meaningOf('type', reader.text(row, type)) : numbered(text)?.kind;
  const reference = mapping.includes('objective_id') ? reader.text(row, mapping.indexOf('objective_id')) : '';
  if (kind === 'objective') return { row, objective: text, reference, keyResults: [] };
  return { row, objective: '', reference, keyResults: kind === 'key_result' && text !== '' ? [{ text, index: 0 }] : [] };
}

/** A printed table repeats its headings on each page. */
function repeatsHeadings(reader: Reader, row: number): boolean {
  const { headings, mapping } = reader.table;
  const named = headings.flatMap((heading, column) => (heading !== '' && mapping[column] !== '' ? [column] : []));
  return named.length > 1 && named.every((column) => fold(reader.text(row, column)) === fold(headings[column] ?? ''));
}

function tellUnclear(reader: Reader, row: number): void {
  const { mapping } = reader.table;
  const column = mapping.findIndex((key, index) => key !== '' && key !== 'id' && key !== 'objective_id' && !reader.isNothing(row, index));
  if (column >= 0) reader.tell('rowUnclear', row, column, { row: row + 1 });
}

