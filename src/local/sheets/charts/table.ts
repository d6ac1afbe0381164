/** The cells that a chart draws, put together as Google does: ranges side by side or one below the other, hidden lines left out. */
import type { ShownChart } from '../../types';
import type { Book, Place } from '../book';
import { Range } from '../range';
import type { Chart, ChartState } from './state';

type Row = readonly unknown[];

export function shownCharts(book: Book): ShownChart[] {
  return book.beside.charts.flatMap((chart) => {
    const { id, sheetId, type, anchor, options } = chart;
    if (!anchor) return [];
    const rows = tableOf(book, chart);
    return [{ id, sheet: book.sheet(sheetId).getName(), type, ...anchor, options, rows, headers: headersOf(chart, rows) }];
  });
}

/** A1:A3 and C1:C3 side by side are three rows of two cells. */
function tableOf(book: Book, chart: ChartState): Row[] {
  const blocks = chart.places.map((place) => valuesOf(book, place, chart.hidden));
  const height = Math.max(0, ...blocks.map(({ length }) => length));
  const table = chart.merge === 'MERGE_ROWS' ? blocks.flat() : Array.from({ length: height }, (_, r) => blocks.flatMap((block) => block[r] ?? blank(block)));
  if (!chart.transposed) return table;
  const width = Math.max(0, ...table.map(({ length }) => length));
  return Array.from({ length: width }, (_, c) => table.map((row) => row[c] ?? ''));
}

const blank = (block: readonly Row[]): Row => (block[0] ?? []).map(() => '');

function valuesOf(book: Book, place: Place, hidden: Chart['hidden']): Row[] {
  const sheet = book.sheet(place.sheetId);
  const { startRow, startColumn } = place.area;
  const range = book.objects.range(place);
  const texts = Range.call(range, 'getDisplayValues', []) as string[][];
  // Days are drawn as the sheet shows them.
  const values = (Range.call(range, 'getValues', []) as unknown[][]).map((row, r) => row.map((cell, c) => (cell instanceof Date ? texts[r]![c]! : cell)));
  const keepsRow = (r: number): boolean => hidden === 'SHOW_BOTH' || hidden === 'IGNORE_COLUMNS' || sheet.getRowVisible(startRow + r);
  const keepsColumn = (c: number): boolean => hidden === 'SHOW_BOTH' || hidden === 'IGNORE_ROWS' || sheet.getColVisible(startColumn + c);
  return values.filter((_, r) => keepsRow(r)).map((row) => row.filter((_, c) => keepsColumn(c)));
}

/** When nobody said so, a first row of text over numbers is a heading. */
function headersOf({ headers }: Chart, rows: readonly Row[]): number {
  if (headers >= 0) return Math.min(headers, rows.length);
  const [first = [], ...others] = rows;
  const isText = first.length > 1 && first.slice(1).every((cell) => typeof cell === 'string' && cell !== '');
  return isText && others.some((row) => row.slice(1).some((cell) => typeof cell === 'number')) ? 1 : 0;
}
