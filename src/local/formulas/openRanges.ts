/** Open ranges such as `A3:L`: Google has them, Univer does not, so its parser reads them as ranges with a last row far below. */
import { CellValueType, ICommandService, ObjectMatrix, RANGE_TYPE } from '@univerjs/core';
import type { ICellData, ICommandInfo, Injector } from '@univerjs/core';
import { BaseReferenceObject, LexerTreeBuilder } from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';

/**
 * No sheet here has a row with this number; inserting and deleting rows above may push it a little up or down.
 * It is no larger, since Univer looks at each cell of a range that a person types into a formula.
 */
const FAR = 1_048_576;
const NEAREST_FAR = 1_000_000;

/** Text in double quotes and sheet names in single quotes stay as they are; the rest may hold references. */
const QUOTED = /("(?:[^"]|"")*"|'(?:[^']|'')*')/;
const OPEN = /(\$?[A-Za-z]{1,3}\$?[1-9][0-9]*\s*:\s*\$?[A-Za-z]{1,3})(?![A-Za-z0-9_$.(!])/g;
const CLOSED = /(:\s*\$?[A-Za-z]{1,3})\$?([1-9][0-9]{6,})(?![0-9A-Za-z_(!])/g;

function outsideQuotes(text: string, change: (part: string) => string): string {
  return text.split(QUOTED).map((part, i) => (i % 2 === 1 ? part : change(part))).join('');
}

/** `SUM(A3:L)` becomes `SUM(A3:L1048576)`. */
export function closeOpenRanges(formula: string): string {
  if (!formula.includes(':')) return formula;
  return outsideQuotes(formula, (part) => part.replace(OPEN, `$1${FAR}`));
}

/** `SUM(A3:L1048576)` becomes `SUM(A3:L)` again, also after rows were inserted or deleted above. */
export function reopenRanges(formula: string): string {
  if (!formula.includes(':')) return formula;
  return outsideQuotes(formula, (part) =>
    part.replace(CLOSED, (whole, column: string, row: string) => (Number(row) > NEAREST_FAR ? column : whole)),
  );
}

/** Whether a reference reaches to the end of its sheet, whatever its length (`A:L` or `A3:L`). */
export function isOpenEnded(reference: BaseReferenceObject): boolean {
  const { endRow, rangeType } = reference.getRangeData();
  return rangeType === RANGE_TYPE.COLUMN || endRow > NEAREST_FAR;
}

export function allowOpenRanges(injector: Injector): void {
  teachParser(injector.get(LexerTreeBuilder));
  keepGooglesText(injector.get(ICommandService));
  cutAtSheetEnd();
}

function teachParser(parser: LexerTreeBuilder): void {
  const { treeBuilder, sequenceNodesBuilder } = parser;
  parser.treeBuilder = (formula, ...rest) => treeBuilder.call(parser, closeOpenRanges(formula), ...rest);
  parser.sequenceNodesBuilder = (formula) => atGooglesPlaces(sequenceNodesBuilder.call(parser, closeOpenRanges(formula)));
}

type Nodes = ReturnType<LexerTreeBuilder['sequenceNodesBuilder']>;

/** The formula bar colours references by their place in the text, which is Google's and has no last row. */
function atGooglesPlaces(nodes: Nodes): Nodes {
  let extra = 0;
  return nodes?.map((node) => {
    if (typeof node === 'string') return node;
    const startIndex = node.startIndex - extra;
    extra += node.token.length - reopenRanges(node.token).length;
    return { ...node, startIndex, endIndex: node.endIndex - extra };
  });
}

/** When rows or columns move, Univer rewrites formulas out of parsed pieces; this brings Google's notation back before it is stored. */
function keepGooglesText(commands: ICommandService): void {
  commands.beforeCommandExecuted((command: Readonly<ICommandInfo>) => {
    if (command.id !== SetRangeValuesMutation.id) return;
    const { cellValue } = command.params as ISetRangeValuesMutationParams;
    if (!cellValue) return;
    new ObjectMatrix(cellValue).forValue((_row, _column, cell) => {
      const changed = cell as ICellData | null;
      if (typeof changed?.f === 'string') changed.f = reopenRanges(changed.f);
      // A cell that was typed as text keeps its type, a formula's text would not.
      if (changed?.f && changed.t === CellValueType.FORCE_STRING) delete changed.t;
    });
  });
}

interface Cut {
  cutAtSheetEnd?: boolean;
}

/** Reading goes to the sheet's last row; depending goes on below it, so that rows added later count. Once per process. */
function cutAtSheetEnd(): void {
  const type = BaseReferenceObject.prototype as BaseReferenceObject & Cut;
  if (type.cutAtSheetEnd) return;
  const whole = type.getRangePosition;
  type.cutAtSheetEnd = true;
  type.getRangePosition = function (this: BaseReferenceObject) {
    const range = whole.call(this);
    return range.endRow > NEAREST_FAR ? { ...range, endRow: this.getActiveSheetRowCount() - 1 } : range;
  };
  type.toUnitRange = function (this: BaseReferenceObject) {
    return { range: whole.call(this), sheetId: this.getSheetId(), unitId: this.getUnitId() };
  };
}
