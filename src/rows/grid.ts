/** A range of cells as Google hands it over: rows first, keys in row 1, labels in row 2, data from row 3. */
import { FIRST_DATA_ROW, TABLES, type KeyedTable } from './columns';

/** Blank is `''`, `null` or `undefined`; an error cell is text such as `#REF!`; a date is a Date. */
export type Cell = string | number | boolean | Date | null | undefined;
export type Cells = readonly (readonly Cell[])[];

export function isBlank(cell: Cell): cell is '' | null | undefined {
  if (typeof cell !== 'string') return cell === null || cell === undefined;
  return cell === '' || (isSpace(cell.charCodeAt(0)) && cell.trim() === '');
}

/** Cells are asked this a million times, so the common answer must not cost a call: letters and digits lie above. */
function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x1680 && code <= 0x205f);
}

/** The text without spaces around it. */
export function trimmed(text: string): string {
  return isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(text.length - 1)) ? text.trim() : text;
}

/** Dates may come from another realm, where `instanceof` says no. */
export function isDate(cell: Cell): cell is Date {
  return typeof cell === 'object' && cell !== null && Object.prototype.toString.call(cell) === '[object Date]';
}

const HASH = 35;
const ERROR_VALUE = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!|SPILL!)/;

export function isErrorValue(cell: Cell): boolean {
  return typeof cell === 'string' && cell.charCodeAt(0) === HASH && ERROR_VALUE.test(cell);
}

/** Where each key of a table stands in a range, and what of the keys is wrong. */
export interface Header {
  /** Column index by key, from 0; a key that is missing is not in it. */
  readonly at: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
  readonly duplicate: readonly string[];
  /** Another table whose telling key stands in row 1, when this table's own does not. */
  readonly looksLike: KeyedTable | undefined;
  /** Row 1 has text but none of this table's telling keys. */
  readonly unknown: boolean;
}

export function keyOf(cell: Cell): string {
  return typeof cell === 'string' ? cell.trim().toLowerCase() : '';
}

export function readHeader(cells: Cells, table: KeyedTable): Header {
  const at = new Map<string, number>();
  const duplicate: string[] = [];
  (cells[0] ?? []).forEach((cell, index) => {
    const key = keyOf(cell);
    if (key === '') return;
    if (at.has(key)) duplicate.push(key);
    else at.set(key, index);
  });
  const own = TABLES[table];
  const missing = at.size === 0 ? [] : [...own.essential, ...own.scoring].filter((key) => !at.has(key));
  const isOwn = at.has(own.essential[0] ?? '');
  const looksLike = isOwn ? undefined : tableOf(at, table);
  const unknown = !isOwn && looksLike === undefined && hasContent(cells) && !own.essential.some((key) => at.has(key));
  return { at, missing, duplicate: duplicate.filter((key) => own.filled.some((column) => column.key === key)), looksLike, unknown };
}

function tableOf(at: ReadonlyMap<string, number>, except: KeyedTable): KeyedTable | undefined {
  const names = Object.keys(TABLES) as KeyedTable[];
  return names.find((name) => name !== except && TABLES[name].essential.every((key) => at.has(key)));
}

function hasContent(cells: Cells): boolean {
  return cells.some((row) => row.some((cell) => !isBlank(cell)));
}

/** Indexes into `cells` of the data rows, up to the last one in which a person filled something. */
export function dataRows(cells: Cells, header: Header, table: KeyedTable): number {
  const columns = TABLES[table].filled.map((column) => header.at.get(column.key)).filter((index): index is number => index !== undefined);
  for (let index = cells.length - 1; index >= FIRST_DATA_ROW - 1; index -= 1) {
    const row = cells[index] ?? [];
    if (columns.some((column) => !isBlank(row[column]))) return index - (FIRST_DATA_ROW - 1) + 1;
  }
  return 0;
}

/** Column 1 is A, 27 is AA. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
