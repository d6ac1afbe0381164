/** What closing begins with: a close that was interrupted, the cycles that were closed before, and what people should know before they close. */
import { recognise } from '../../report/vocabulary';
import { FIRST_DATA_ROW, TABLES, type KeyedTable } from '../../rows/columns';
import { columnName, readHeader, type Cell } from '../../rows/grid';
import { readActions } from '../../rows/read';
import { placeAt, textOf, textsIn } from '../form/items';
import { openTable, type TableRows } from '../form/tables';
import type { CloseStart } from './api';
import { movedFormula, ownColumns } from './ownColumns';
import type { ClosePorts } from './plan';
import { progressOf } from './step';
import { planIn } from './store';

export function openClose({ store, tables, here }: ClosePorts): CloseStart {
  const { memory, pieces } = store.read();
  const cycles = memory.done.map((one) => one.cycle);
  if (memory.pending) return { pending: progressOf(memory.pending, planIn(pieces, memory.pending)), cycles, names: [], doubtful: [], formulas: [], openActions: [] };
  const sheets = CLOSED.map((name) => ({ name, table: openTable(tables, name, here) }));
  const actions = tables.open('actions');
  return {
    pending: null, cycles,
    names: [...textsIn(openTable(tables, 'history', here), 'history', 'cycle')],
    doubtful: doubtful(sheets),
    formulas: sheets.flatMap(formulasIn),
    openActions: actions ? readActions(actions.values, recognise).rows.filter(({ state, keyResultId }) => state !== 'Done' && keyResultId !== '').map(({ keyResultId }) => keyResultId) : [],
  };
}

const CLOSED = ['objectives', 'keyResults'] as const satisfies readonly KeyedTable[];

interface Sheet {
  readonly name: (typeof CLOSED)[number];
  readonly table: TableRows;
}

/** Two rows `O1.1`: both cells, since nobody here knows which one is meant. A row is one that says what it is about. */
function doubtful(sheets: readonly Sheet[]): CloseStart['doubtful'] {
  const cells = new Map<string, { readonly of: Sheet; readonly row: number; readonly column: number }[]>();
  for (const of of sheets) {
    const { name, table } = of;
    const { at } = readHeader(table.values, name);
    const texts = TABLES[name].essential.filter((key) => key !== 'target' && key !== 'current').map((key) => at.get(key) ?? -1);
    const column = at.get('id') ?? -1;
    table.values.forEach((row, index) => {
      if (index < FIRST_DATA_ROW - 1 || texts.every((one) => textOf(row[one]) === '')) return;
      const id = textOf(row[column]);
      const known = cells.get(id);
      if (known) known.push({ of, row: index + 1, column });
      else cells.set(id, [{ of, row: index + 1, column }]);
    });
  }
  const wrong = [...cells].flatMap(([id, places]) => (id === '' || places.length > 1 ? places : []));
  if (wrong.length === 0) return [];
  const where = new Map(sheets.map((of) => [of, { sheet: of.table.sheetName(), corner: of.table.corner() }])); // asked once, however many cells
  return wrong.flatMap(({ of, row, column }) => {
    const known = where.get(of);
    if (!known) return [];
    const place = placeAt(known.corner, row, column);
    return [{ cell: `${known.sheet} ${columnName(place.column)}${place.row}`, place }];
  });
}

/** `Key Results H3`: a target of `=50*2` goes on as 100. Current values are told by themselves, and formulas that can move do. */
function formulasIn({ name, table }: Sheet): CloseStart['formulas'] {
  const wide = table.wide();
  const count = wide.values.length - FIRST_DATA_ROW + 1;
  if (count < 1) return [];
  const { at } = readHeader(wide.values, name);
  const own = new Set(ownColumns(wide, name).map((column) => column - 1));
  const filled = new Set<number | undefined>(TABLES[name].filled.filter(({ key }) => key !== 'current').map(({ key }) => at.get(key)));
  const formulas = wide.formulas(FIRST_DATA_ROW, 1, count, wide.values[0]?.length ?? 1);
  const idOf = (row: readonly Cell[] | undefined): string => textOf(row?.[at.get('id') ?? -1]);
  let names: { readonly sheet: string; readonly row: number; readonly column: number } | undefined;
  return formulas.flatMap((line, index) =>
    line.flatMap((formula, column) => {
      const row = FIRST_DATA_ROW + index;
      const id = idOf(wide.values[row - 1]);
      const isLeft = formula !== '' && id !== '' && (filled.has(column) || (own.has(column) && movedFormula(formula, row, row) === undefined));
      if (!isLeft) return [];
      names ??= { sheet: table.sheetName(), ...table.corner() };
      return [{ id, cell: `${names.sheet} ${columnName(names.column + column)}${names.row + row - 1}` }];
    }),
  );
}
