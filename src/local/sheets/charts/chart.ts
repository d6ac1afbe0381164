/** EmbeddedChart and the members of Sheet that put charts on it, change them and take them away. */
import { ChartHiddenDimensionStrategy, ChartMergeStrategy } from '../../services/chartEnums';
import type { Book } from '../book';
import { invalidArgument, kind, plain, reads, writes } from '../objects';
import type { Member } from '../objects';
import { refuseProtected } from '../protection';
import type { SheetState } from '../sheet/dimensions';
import { chartBuilder } from './builder';
import type { Chart, ChartState } from './state';

interface State {
  readonly book: Book;
  readonly sheetId: string;
  /** Undefined for one that a builder made and no sheet has yet. */
  readonly id: number | undefined;
  readonly chart: Chart;
}

export const ContainerInfo = kind<Chart>('ContainerInfo', {
  getAnchorRow: plain(({ anchor }: Chart) => (anchor?.row ?? 0) + 1),
  getAnchorColumn: plain(({ anchor }: Chart) => (anchor?.column ?? 0) + 1),
  getOffsetX: plain(({ anchor }: Chart) => anchor?.offsetX ?? 0),
  getOffsetY: plain(({ anchor }: Chart) => anchor?.offsetY ?? 0),
});

const ChartOptions = kind<Chart>('ChartOptions', {
  get: plain(({ options }: Chart, name: string) => options[name] ?? null, 's'),
});

export const EmbeddedChart = kind<State>('EmbeddedChart', {
  getChartId: reads(({ id }: State) => id ?? null),
  getContainerInfo: reads(({ book, chart }: State) => ContainerInfo.offer(book.gate, chart)),
  getOptions: reads(({ book, chart }: State) => ChartOptions.offer(book.gate, chart)),
  getRanges: reads(({ book, chart }: State) => chart.places.map((place) => book.objects.range(place))),
  getNumHeaders: reads(({ chart }: State) => chart.headers),
  getMergeStrategy: reads(({ chart }: State) => ChartMergeStrategy[chart.merge]),
  getHiddenDimensionStrategy: reads(({ chart }: State) => ChartHiddenDimensionStrategy[chart.hidden]),
  getTransposeRowsAndColumns: reads(({ chart }: State) => chart.transposed),
  modify: plain(({ book, sheetId, id, chart }: State) => chartBuilder(book, sheetId, { ...chart, ...(id === undefined ? {} : { id }) })),
});

/** Google draws nothing without a place and data; a script that forgot them is told. */
function whole(state: State): Chart & { anchor: NonNullable<Chart['anchor']> } {
  const { anchor } = state.chart;
  if (!anchor) throw new Error('The chart has no position: call setPosition before it is built.');
  if (state.chart.places.length === 0) throw new Error('The chart has no data: call addRange before it is built.');
  return { ...state.chart, anchor };
}

function given(chart: object): State {
  const state = EmbeddedChart.stateOf(chart);
  if (!state) throw invalidArgument('chart');
  return state;
}

function checkMayChange({ book, sheetId }: SheetState, { row, column }: NonNullable<Chart['anchor']>): void {
  book.checkEditor();
  refuseProtected(book, { sheetId, area: { startRow: row, endRow: row, startColumn: column, endColumn: column } });
}

function insert(sheet: SheetState, chart: object): void {
  const { book, sheetId } = sheet;
  const made = whole(given(chart));
  checkMayChange(sheet, made.anchor);
  const taken = new Set(book.beside.charts.map(({ id }) => id));
  let id: number;
  do id = 1 + Math.floor(book.options.random() * 2_147_483_646);
  while (taken.has(id));
  book.beside.charts.push({ ...made, id, sheetId });
  book.options.onShow?.();
}

/** The chart as it lies on the sheet now. */
function present({ book, sheetId }: SheetState, chart: object): ChartState {
  const { id } = given(chart);
  const found = book.beside.charts.find((other) => other.id === id && other.sheetId === sheetId);
  if (!found) throw new Error('The chart does not exist on this sheet.');
  return found;
}

function update(sheet: SheetState, chart: object): void {
  const { book, sheetId } = sheet;
  const { id } = present(sheet, chart);
  const made = whole(given(chart));
  checkMayChange(sheet, made.anchor);
  book.beside.charts = book.beside.charts.map((other) => (other.id === id ? { ...made, id, sheetId } : other));
  book.options.onShow?.();
}

function remove(sheet: SheetState, chart: object): void {
  const { book } = sheet;
  const found = present(sheet, chart);
  if (found.anchor) checkMayChange(sheet, found.anchor);
  book.beside.charts = book.beside.charts.filter((other) => other !== found);
  book.options.onShow?.();
}

export const chartMembersOfSheet: Record<string, Member<SheetState>> = {
  newChart: plain(({ book, sheetId }: SheetState) => chartBuilder(book, sheetId)),
  getCharts: reads(({ book, sheetId }: SheetState) =>
    book.beside.charts
      .filter((other) => other.sheetId === sheetId)
      .map(({ id, sheetId: _, ...chart }) => EmbeddedChart.offer(book.gate, { book, sheetId, id, chart }))),
  insertChart: writes(insert, 'o'),
  updateChart: writes(update, 'o'),
  removeChart: writes(remove, 'o'),
};
