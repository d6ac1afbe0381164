/** How a Range looks: colours, fonts, alignment, number formats, borders. */
import { BooleanNumber, BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy as UniverWrap } from '@univerjs/core';
import type { IStyleData, Nullable } from '@univerjs/core';
import { enumeration, nameIn } from '../../services/enumeration';
import type { CellChanges } from '../book';
import { changes, invalidArgument, reads } from '../objects';
import type { Member } from '../objects';
import { refuseProtected } from '../protection';
import { checkShape } from './content';
import { checkOnSheet, eachCell } from './place';
import type { RangeState } from './place';

export const WrapStrategy = enumeration('SpreadsheetApp.WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP']);
export const BorderStyle = enumeration('SpreadsheetApp.BorderStyle', ['DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE']);

const WRAPS = { WRAP: UniverWrap.WRAP, OVERFLOW: UniverWrap.OVERFLOW, CLIP: UniverWrap.CLIP };
const BORDERS = {
  DOTTED: BorderStyleTypes.DOTTED, DASHED: BorderStyleTypes.DASHED, SOLID: BorderStyleTypes.THIN,
  SOLID_MEDIUM: BorderStyleTypes.MEDIUM, SOLID_THICK: BorderStyleTypes.THICK, DOUBLE: BorderStyleTypes.DOUBLE,
};

/** Google's name for the number format of a cell that has none. */
const AUTOMATIC = '0.###############';

const NAMED: Record<string, string> = {
  black: '#000000', white: '#ffffff', red: '#ff0000', green: '#008000', blue: '#0000ff', yellow: '#ffff00', orange: '#ffa500', gray: '#808080', grey: '#808080',
};

/** A CSS colour as `#rrggbb`; null stays null and means the default. */
export function colour(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value).trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (/^#[0-9a-f]{3}$/.test(text)) return `#${[...text.slice(1)].map((digit) => digit + digit).join('')}`;
  const named = NAMED[text];
  if (named === undefined) throw invalidArgument('color');
  return named;
}

/** Univer's style, in which null takes a property away. */
type Style = { [K in keyof IStyleData]?: IStyleData[K] | null };

/** One formatted property: how to write it into a cell's style and how to read it back. */
interface Property<T> {
  readonly name: string;
  style(value: unknown): Style;
  read(style: Nullable<IStyleData>): T;
}

const numberFormat: Property<string> = {
  name: 'NumberFormat',
  style: (value) => ({ n: value === null || value === '' || value === AUTOMATIC ? null : { pattern: String(value) } }),
  read: (style) => style?.n?.pattern ?? AUTOMATIC,
};
const background: Property<string> = {
  name: 'Background',
  style: (value) => ({ bg: rgb(colour(value)) }),
  read: (style) => style?.bg?.rgb?.toLowerCase() ?? '#ffffff',
};
const fontColor: Property<string> = {
  name: 'FontColor',
  style: (value) => ({ cl: rgb(colour(value)) }),
  read: (style) => style?.cl?.rgb?.toLowerCase() ?? '#000000',
};
const fontWeight: Property<string> = {
  name: 'FontWeight',
  style: (value) => ({ bl: oneOf(value, { bold: BooleanNumber.TRUE, normal: BooleanNumber.FALSE }, 'fontWeight') }),
  read: (style) => (style?.bl === BooleanNumber.TRUE ? 'bold' : 'normal'),
};
const fontStyle: Property<string> = {
  name: 'FontStyle',
  style: (value) => ({ it: oneOf(value, { italic: BooleanNumber.TRUE, normal: BooleanNumber.FALSE }, 'fontStyle') }),
  read: (style) => (style?.it === BooleanNumber.TRUE ? 'italic' : 'normal'),
};
const fontFamily: Property<string> = {
  name: 'FontFamily',
  style: (value) => ({ ff: (value as string | null) ?? null }),
  read: (style) => style?.ff ?? 'Arial',
};
const fontSize: Property<number> = {
  name: 'FontSize',
  style: (value) => ({ fs: value as number }),
  read: (style) => style?.fs ?? 10,
};
const horizontal: Property<string> = {
  name: 'HorizontalAlignment',
  style: (value) => ({ ht: oneOf(value, { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT, normal: null }, 'alignment') }),
  read: (style) => ({ [HorizontalAlign.LEFT]: 'left', [HorizontalAlign.CENTER]: 'center', [HorizontalAlign.RIGHT]: 'right' })[style?.ht as number] ?? 'general',
};
const vertical: Property<string> = {
  name: 'VerticalAlignment',
  style: (value) => ({ vt: oneOf(value, { top: VerticalAlign.TOP, middle: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM }, 'alignment') }),
  read: (style) => ({ [VerticalAlign.TOP]: 'top', [VerticalAlign.MIDDLE]: 'middle' })[style?.vt as number] ?? 'bottom',
};
const wrap: Property<boolean> = {
  name: 'Wrap',
  style: (value) => ({ tb: value ? UniverWrap.WRAP : UniverWrap.OVERFLOW }),
  read: (style) => style?.tb === UniverWrap.WRAP,
};
const wrapStrategy: Property<object> = {
  name: 'WrapStrategy',
  style: (value) => {
    const name = nameIn(WrapStrategy, value);
    if (!name) throw invalidArgument('strategy');
    return { tb: WRAPS[name] };
  },
  read: (style) => (style?.tb === UniverWrap.WRAP ? WrapStrategy.WRAP : style?.tb === UniverWrap.CLIP ? WrapStrategy.CLIP : WrapStrategy.OVERFLOW),
};

const rgb = (value: string | null) => (value === null ? null : { rgb: value });

function oneOf<T>(value: unknown, names: Record<string, T>, argument: string): T | null {
  if (value === null) return null;
  if (typeof value !== 'string' || !Object.prototype.hasOwnProperty.call(names, value)) throw invalidArgument(argument);
  return names[value]!;
}

function paint(range: RangeState, styleAt: (row: number, column: number) => Style): void {
  checkOnSheet(range);
  refuseProtected(range.book, range);
  const cellValue: CellChanges = {};
  const { startRow, startColumn } = range.area;
  eachCell(range, (row, column) => {
    (cellValue[row] ??= {})[column] = { s: styleAt(row - startRow, column - startColumn) as IStyleData };
  });
  range.book.paint(range.sheetId, cellValue);
}

function look<T>(range: RangeState, property: Property<T>): T[][] {
  checkOnSheet(range);
  const styles = range.book.workbook.getStyles();
  const matrix = range.book.sheet(range.sheetId).getCellMatrix();
  return eachCell(range, (row, column) => property.read(styles.getStyleByCell(matrix.getValue(row, column))));
}

/** setX, setXs, getX and getXs of one property. */
function members<T>(property: Property<T>, takes: string, many = `${property.name}s`): Record<string, Member<RangeState>> {
  const { name } = property;
  return {
    [`set${name}`]: changes((range: RangeState, value: unknown) => {
      const style = property.style(value);
      paint(range, () => style);
    }, takes),
    [`set${many}`]: changes((range: RangeState, data: unknown[]) => {
      checkShape(range, data, `set${many}`);
      const styles = data.map((line) => line.map((value) => property.style(value ?? null)));
      paint(range, (r, c) => styles[r]![c]!);
    }, 'a'),
    [`get${name}`]: reads((range: RangeState) => look(range, property)[0]![0]),
    [`get${many}`]: reads((range: RangeState) => look(range, property)),
  };
}

/** A side that is null stays as it is, true draws it, false takes it away. */
function setBorder(
  range: RangeState, top: boolean | null, left: boolean | null, bottom: boolean | null, right: boolean | null,
  innerVertical: boolean | null, innerHorizontal: boolean | null, color: string | null = null, style: object | null = null,
): void {
  const name = style === null ? 'SOLID' : nameIn(BorderStyle, style);
  if (!name) throw invalidArgument('style');
  const line = { s: BORDERS[name], cl: { rgb: colour(color) ?? '#000000' } };
  const { startRow, startColumn, endRow, endColumn } = range.area;
  const [lastRow, lastColumn] = [endRow - startRow, endColumn - startColumn];
  const side = (wanted: boolean | null, key: string) => (wanted === null ? {} : { [key]: wanted ? line : null });
  paint(range, (r, c) => ({
    bd: {
      ...side(r === 0 ? top : innerHorizontal, 't'),
      ...side(r === lastRow ? bottom : innerHorizontal, 'b'),
      ...side(c === 0 ? left : innerVertical, 'l'),
      ...side(c === lastColumn ? right : innerVertical, 'r'),
    },
  }));
}

export const formatMembers: Record<string, Member<RangeState>> = {
  ...members(numberFormat, '(s)'),
  ...members(background, '(s)'),
  ...members(fontColor, '(s)'),
  ...members(fontWeight, '(s)'),
  ...members(fontStyle, '(s)'),
  ...members(fontFamily, '(s)', 'FontFamilies'),
  ...members(fontSize, 'n'),
  ...members(horizontal, '(s)'),
  ...members(vertical, '(s)'),
  ...members(wrap, 'b'),
  ...members(wrapStrategy, 'o', 'WrapStrategies'),
  setBorder: changes(setBorder, '(b)(b)(b)(b)(b)(b)', '(b)(b)(b)(b)(b)(b)(s)(o)'),
};
