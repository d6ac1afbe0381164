/** A chart of a sheet in the words of Chart.js. */
import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { ShownChart } from '../../types';

/** Colours of the page, which is light or dark. */
export interface Paint {
  readonly text: string;
  readonly line: string;
}

/** Google's own, in its order. */
const PALETTE = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6'];
const KINDS = { BAR: 'bar', COLUMN: 'bar', LINE: 'line', AREA: 'line', PIE: 'pie' } as const;

export type Config = ChartConfiguration<'bar' | 'line' | 'pie', (number | null)[], string>;
type Dataset = ChartDataset<'bar' | 'line' | 'pie', (number | null)[]>;

/** `legend.position` may have been set as such, or as `legend` with an object that has a `position`. */
export function option(chart: Pick<ShownChart, 'options'>, name: string): unknown {
  const path = name.split('.');
  for (let depth = path.length; depth > 0; depth -= 1) {
    let value: unknown = chart.options[path.slice(0, depth).join('.')];
    for (const key of path.slice(depth)) value = (value as Record<string, unknown> | null | undefined)?.[key];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

export function configOf(chart: ShownChart, paint: Paint): Config {
  const kind = KINDS[chart.type];
  const rows = chart.rows.slice(chart.headers);
  return {
    type: kind,
    data: { labels: rows.map(([label]) => String(label ?? '')), datasets: datasetsOf(chart, rows) },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: chart.type === 'BAR' ? 'y' : 'x',
      color: paint.text,
      scales: kind === 'pie' ? {} : scalesOf(chart, paint),
      plugins: { title: titleOf(chart, paint), legend: legendOf(chart, paint) },
    },
  };
}

/** A column per series; its heading is its name, and what is no number leaves a gap. */
function datasetsOf(chart: ShownChart, rows: ShownChart['rows']): Dataset[] {
  const heading = chart.rows[chart.headers - 1];
  const width = Math.max(0, ...chart.rows.map(({ length }) => length));
  return Array.from({ length: Math.max(0, width - 1) }, (_, series) => {
    const colour = colourOf(chart, series);
    const data = rows.map((row) => (typeof row[series + 1] === 'number' ? (row[series + 1] as number) : null));
    const shared = { label: String(heading?.[series + 1] ?? ''), data };
    if (chart.type === 'PIE') return { ...shared, backgroundColor: rows.map((_row, slice) => colourOf(chart, slice)) };
    if (chart.type === 'BAR' || chart.type === 'COLUMN') return { ...shared, backgroundColor: colour };
    const dashes = option(chart, `series.${series}.lineDashStyle`);
    return {
      ...shared, borderColor: colour, backgroundColor: chart.type === 'AREA' ? `${colour}55` : colour, fill: chart.type === 'AREA',
      borderWidth: Number(option(chart, `series.${series}.lineWidth`) ?? option(chart, 'lineWidth') ?? 2),
      pointRadius: Number(option(chart, `series.${series}.pointSize`) ?? option(chart, 'pointSize') ?? 0) / 2,
      spanGaps: option(chart, 'interpolateNulls') === true, tension: option(chart, 'curveType') === 'function' ? 0.4 : 0,
      ...(Array.isArray(dashes) ? { borderDash: dashes as number[] } : {}),
    };
  });
}

function colourOf(chart: ShownChart, index: number): string {
  const colours = option(chart, 'colors');
  const own = option(chart, `series.${index}.color`) ?? (Array.isArray(colours) ? (colours as unknown[])[index % colours.length] : undefined);
  return typeof own === 'string' ? own : PALETTE[index % PALETTE.length]!;
}

/** In a bar chart the values run along the horizontal axis, in all others along the vertical one. */
function scalesOf(chart: ShownChart, paint: Paint): object {
  const axis = (name: 'hAxis' | 'vAxis', hasValues: boolean): object => {
    const title = option(chart, `${name}.title`);
    const number = (key: string): number | undefined => {
      const value = option(chart, `${name}.${key}`);
      return typeof value === 'number' ? value : undefined;
    };
    const percent = /%|percent/i.test(String(option(chart, `${name}.format`) ?? ''));
    return {
      title: { display: title !== undefined, text: String(title ?? ''), color: paint.text },
      grid: { color: paint.line, display: hasValues },
      ticks: { color: paint.text, autoSkip: chart.type !== 'BAR' || hasValues, ...(hasValues && percent ? { format: { style: 'percent' } } : {}) },
      reverse: number('direction') === -1,
      stacked: option(chart, 'isStacked') === true,
      ...(hasValues ? { beginAtZero: true, min: number('viewWindow.min') ?? number('minValue'), max: number('viewWindow.max') ?? number('maxValue') } : {}),
    };
  };
  const lies = chart.type === 'BAR';
  return { x: axis('hAxis', lies), y: axis('vAxis', !lies) };
}

function titleOf(chart: ShownChart, paint: Paint): object {
  const title = option(chart, 'title');
  return { display: title !== undefined && title !== '', text: String(title ?? ''), color: paint.text, align: 'start', font: { size: 14 } };
}

/** Google shows a legend at the right unless it is told otherwise. */
function legendOf(chart: ShownChart, paint: Paint): object {
  const legend = option(chart, 'legend');
  const position = String(typeof legend === 'string' ? legend : (option(chart, 'legend.position') ?? 'right'));
  const known = ['top', 'bottom', 'left', 'right'].includes(position);
  return { display: position !== 'none', position: known ? position : 'right', labels: { color: paint.text, boxWidth: 12 } };
}
