/** Reads a pasted or uploaded table: any delimiter, UTF-8; what cannot be read is told, not guessed. */
import Papa from 'papaparse';

export type Table = { readonly rows: readonly (readonly string[])[] } | { readonly trouble: 'empty' | 'notUtf8' | 'tooLarge' | 'longCell' };

/** Far above any table of OKRs; more than this would keep the spreadsheet busy for minutes. */
const MOST_CELLS = 200_000;
const LARGEST_FILE = 5_000_000; // bytes
/** Google's most characters in a cell. A quotation mark that is not closed makes one cell of all that follows. */
export const LONGEST_CELL = 50_000;

const DELIMITERS = [',', ';', '\t', '|'];
/** So many rows tell which mark stands between the columns. */
const TELLING = 50;

/** Also takes what is copied from a spreadsheet, which arrives with tabs. Blank lines at the end are dropped, others mean a new group. */
export function readTable(text: string): Table {
  const content = text.replace(/^\ufeff/, '');
  const { data } = Papa.parse<string[]>(content, { delimiter: delimiterOf(content) });
  let last = data.length;
  while (last > 0 && isBlank(data[last - 1])) last -= 1;
  const rows = data.slice(0, last);
  if (rows.length === 0) return { trouble: 'empty' };
  if (rows.reduce((sum, row) => sum + row.length, 0) > MOST_CELLS) return { trouble: 'tooLarge' };
  return rows.some((row) => row.some((cell) => cell.length > LONGEST_CELL)) ? { trouble: 'longCell' } : { rows };
}

const isBlank = (row: readonly string[] | undefined): boolean => (row ?? []).every((cell) => cell.trim() === '');

/**
 * The mark that cuts the most rows into equally many columns, the more columns the better. The parser's own guess takes commas in sentences and
 * in `4,5` for the mark, which most tables of OKRs with semicolons or tabs have.
 */
function delimiterOf(content: string): string {
  const evenness = (delimiter: string): readonly [share: number, width: number] => {
    const { data } = Papa.parse<string[]>(content, { delimiter, preview: TELLING });
    const widths = data.filter((row) => !isBlank(row)).map(({ length }) => length);
    const common = [...new Set(widths)].filter((width) => width > 1).map((width): [number, number] => [widths.filter((one) => one === width).length / widths.length, width]);
    return common.sort(better)[0] ?? [0, 1];
  };
  const ranked = DELIMITERS.map((delimiter) => ({ delimiter, rank: evenness(delimiter) })).sort((a, b) => better(a.rank, b.rank));
  return ranked[0]?.delimiter ?? ',';
}

const better = (a: readonly [number, number], b: readonly [number, number]): number => b[0] - a[0] || b[1] - a[1];

/** A file saved in an older encoding would turn ą and ế into rubbish, so it is refused as soon as one byte does not fit. */
export async function textOf(file: File): Promise<{ readonly text: string } | { readonly trouble: 'notUtf8' | 'tooLarge' }> {
  if (file.size > LARGEST_FILE) return { trouble: 'tooLarge' };
  const bytes = await file.arrayBuffer();
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return { trouble: 'notUtf8' };
    throw error;
  }
}
