/** Sheet.newChart() and the builders behind it, the general one and those of the single types. */
import { ChartHiddenDimensionStrategy, ChartMergeStrategy, ChartType, Position } from '../../services/chartEnums';
import { nameIn } from '../../services/enumeration';
import type { Book } from '../book';
import { builds, invalidArgument, kind, plain } from '../objects';
import type { Kind, Member } from '../objects';
import { colour } from '../range/format';
import { ContainerInfo, EmbeddedChart } from './chart';
import { NEW_CHART, type Chart, type ChartState, type OptionValue, type TypeName } from './state';

export interface BuilderState {
  readonly book: Book;
  readonly sheetId: string;
  /** Of the chart that is being changed; undefined for a new one. */
  readonly id: number | undefined;
  chart: Chart;
}

/** Google takes any name and ignores those it does not know; a misspelt one is a mistake all the same. */
const OPTIONS = new Set(
  `annotations areaOpacity backgroundColor bar chartArea colors curveType dataOpacity domainAxis fontName fontSize hAxis hAxes height interpolateNulls
  isStacked legend lineWidth pieHole pieSliceText pointShape pointSize reverseCategories series slices subtitle subtitleTextStyle textStyle theme title
  titlePosition titleTextStyle tooltip treatLabelsAsText trendlines useFirstColumnAsDomain vAxes vAxis width`.split(/\s+/),
);

function set(state: BuilderState, change: Partial<Chart>): void {
  state.chart = { ...state.chart, ...change };
}

function setOption(state: BuilderState, name: string, value: OptionValue): void {
  if (!OPTIONS.has(name.split('.')[0]!)) throw new Error(`The chart option ${name} is not known to the embedded host.`);
  set(state, { options: { ...state.chart.options, [name]: value } });
}

function ofEnum<N extends string>(among: Parameters<typeof nameIn<N>>[0], value: unknown, name: string): N {
  const found = nameIn(among, value);
  if (!found) throw invalidArgument(name);
  return found;
}

function placeOf({ book }: BuilderState, range: object) {
  const place = book.objects.placeOf(range);
  if (!place) throw invalidArgument('range');
  return { sheetId: place.sheetId, area: place.area };
}

function position(state: BuilderState, row: number, column: number, offsetX: number, offsetY: number): void {
  const { rows, columns } = state.book.size(state.sheetId);
  if (row < 1 || row > rows) throw invalidArgument('anchorRowPos');
  if (column < 1 || column > columns) throw invalidArgument('anchorColPos');
  if (offsetX < 0 || offsetY < 0) throw invalidArgument('offset');
  set(state, { anchor: { row: row - 1, column: column - 1, offsetX, offsetY } });
}

function build({ book, sheetId, id, chart }: BuilderState): object {
  return EmbeddedChart.offer(book.gate, { book, sheetId, id, chart });
}

const as = (type: TypeName): Member<BuilderState> =>
  plain((state: BuilderState) => {
    set(state, { type });
    return builderOf(type).offer(state.book.gate, state);
  });

const shared: Record<string, Member<BuilderState>> = {
  addRange: builds((state: BuilderState, range: object) => set(state, { places: [...state.chart.places, placeOf(state, range)] }), 'o'),
  removeRange: builds((state: BuilderState, range: object) => {
    const gone = JSON.stringify(placeOf(state, range));
    set(state, { places: state.chart.places.filter((place) => JSON.stringify(place) !== gone) });
  }, 'o'),
  clearRanges: builds((state: BuilderState) => set(state, { places: [] })),
  getRanges: plain(({ book, chart }: BuilderState) => chart.places.map((place) => book.objects.range(place))),
  setChartType: builds((state: BuilderState, type: object) => set(state, { type: ofEnum(ChartType, type, 'type') }), 'o'),
  getChartType: plain(({ chart }: BuilderState) => ChartType[chart.type]),
  getContainer: plain(({ book, chart }: BuilderState) => ContainerInfo.offer(book.gate, chart)),
  setOption: builds(setOption, 'sv', 'sa', 'so'),
  setPosition: builds(position, 'nnnn'),
  setNumHeaders: builds((state: BuilderState, headers: number) => set(state, { headers }), 'n'),
  setMergeStrategy: builds((state: BuilderState, strategy: object) => set(state, { merge: ofEnum(ChartMergeStrategy, strategy, 'mergeStrategy') }), 'o'),
  setHiddenDimensionStrategy: builds((state: BuilderState, strategy: object) =>
    set(state, { hidden: ofEnum(ChartHiddenDimensionStrategy, strategy, 'strategy') }), 'o'),
  setTransposeRowsAndColumns: builds((state: BuilderState, transposed: boolean) => set(state, { transposed }), 'b'),
  asAreaChart: as('AREA'),
  asBarChart: as('BAR'),
  asColumnChart: as('COLUMN'),
  asLineChart: as('LINE'),
  asPieChart: as('PIE'),
  build: plain(build),
};

const options = (name: string, takes: string): Member<BuilderState> => builds((state: BuilderState, value: OptionValue) => setOption(state, name, value), takes);

const looks: Record<string, Member<BuilderState>> = {
  setTitle: options('title', 's'),
  setColors: builds((state: BuilderState, colours: unknown[]) => setOption(state, 'colors', colours.map(colour)), 'a'),
  setBackgroundColor: builds((state: BuilderState, value: string) => setOption(state, 'backgroundColor', colour(value)), 's'),
  setLegendPosition: builds((state: BuilderState, where: object) =>
    setOption(state, 'legend.position', ofEnum(Position, where, 'position').toLowerCase()), 'o'),
};

/** The bars of a bar chart lie: its values run along the horizontal axis, those of the others along the vertical one. */
function withAxes(values: 'hAxis' | 'vAxis'): Record<string, Member<BuilderState>> {
  const categories = values === 'hAxis' ? 'vAxis' : 'hAxis';
  return {
    setXAxisTitle: options('hAxis.title', 's'),
    setYAxisTitle: options('vAxis.title', 's'),
    setRange: builds((state: BuilderState, start: number, end: number) => {
      setOption(state, `${values}.viewWindow.min`, start);
      setOption(state, `${values}.viewWindow.max`, end);
    }, 'nn'),
    reverseCategories: builds((state: BuilderState) => setOption(state, `${categories}.direction`, -1)),
  };
}

const stacked = { setStacked: builds((state: BuilderState) => setOption(state, 'isStacked', true)) };

const General = kind<BuilderState>('EmbeddedChartBuilder', shared);
const TYPED: Readonly<Record<TypeName, Kind<BuilderState>>> = {
  AREA: kind('EmbeddedAreaChartBuilder', { ...shared, ...looks, ...withAxes('vAxis'), ...stacked }),
  BAR: kind('EmbeddedBarChartBuilder', { ...shared, ...looks, ...withAxes('hAxis'), ...stacked }),
  COLUMN: kind('EmbeddedColumnChartBuilder', { ...shared, ...looks, ...withAxes('vAxis'), ...stacked }),
  LINE: kind('EmbeddedLineChartBuilder', { ...shared, ...looks, ...withAxes('vAxis') }),
  PIE: kind('EmbeddedPieChartBuilder', { ...shared, ...looks }),
};

function builderOf(type: TypeName): Kind<BuilderState> {
  return TYPED[type];
}

/** A builder for a new chart, or for one that is there. */
export function chartBuilder(book: Book, sheetId: string, present?: Chart & Partial<Pick<ChartState, 'id'>>): object {
  const { id, ...chart } = present ?? NEW_CHART as Chart & { id?: number };
  return General.offer(book.gate, { book, sheetId, id, chart });
}
