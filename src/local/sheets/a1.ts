/** A1 notation: reading and writing the names of cells and ranges, 0-based inside, with both ends included. */

export interface Area {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** 0 is A, 25 is Z, 26 is AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `A1`, `A1:B2`; always with both corners, also where Google was given `A:B`. */
export function areaName({ startRow, startColumn, endRow, endColumn }: Area): string {
  const start = `${columnName(startColumn)}${startRow + 1}`;
  if (startRow === endRow && startColumn === endColumn) return start;
  return `${start}:${columnName(endColumn)}${endRow + 1}`;
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9][0-9]*)?$/;

/** Reads `B2`, `A1:B2`, `A:B`, `2:3`, `A3:L` on a sheet of a size; undefined if it is none of these. */
export function readArea(text: string, size: Size): Area | undefined {
  const corners = text.trim().split(':');
  if (corners.length > 2) return undefined;
  const [first, second] = corners.map((corner) => CORNER.exec(corner.trim()));
  if (!first || (corners.length === 2 && !second)) return undefined;
  const from = { column: first[1], row: first[2] };
  const to = second ? { column: second[1], row: second[2] } : from;
  if ((!from.column && !from.row) || (!to.column && !to.row)) return undefined;
  if (corners.length === 1 && (!from.column || !from.row)) return undefined;
  // Either all corners name a column or none does; a missing end reaches to the end of the sheet.
  if (!from.column !== !to.column || (!from.row && to.row && !from.column)) return undefined;
  const columns = [from.column ? columnIndex(from.column) : 0, to.column ? columnIndex(to.column) : size.columns - 1];
  const rows = [from.row ? Number(from.row) - 1 : 0, to.row ? Number(to.row) - 1 : size.rows - 1];
  return {
    startRow: Math.min(...rows),
    startColumn: Math.min(...columns),
    endRow: Math.max(...rows),
    endColumn: Math.max(...columns),
  };
}

/** Splits `'Key Results'!A1:B2` into the sheet's name and the rest; without a sheet the name is undefined. */
export function splitSheetName(text: string): { sheet: string | undefined; rest: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/.exec(text);
  if (quoted) return { sheet: quoted[1]!.replace(/''/g, "'"), rest: quoted[2]! };
  const mark = text.lastIndexOf('!');
  return mark < 0 ? { sheet: undefined, rest: text } : { sheet: text.slice(0, mark), rest: text.slice(mark + 1) };
}

/** A sheet's name as a formula needs it. */
export function quotedSheetName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^[A-Za-z]{1,3}[0-9]+$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

export function isWithin(area: Area, size: Size): boolean {
  return area.startRow >= 0 && area.startColumn >= 0 && area.endRow < size.rows && area.endColumn < size.columns;
}

export function overlap(one: Area, other: Area): Area | undefined {
  const area = {
    startRow: Math.max(one.startRow, other.startRow),
    startColumn: Math.max(one.startColumn, other.startColumn),
    endRow: Math.min(one.endRow, other.endRow),
    endColumn: Math.min(one.endColumn, other.endColumn),
  };
  return area.startRow <= area.endRow && area.startColumn <= area.endColumn ? area : undefined;
}
