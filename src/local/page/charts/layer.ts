/** The charts of the active sheet, drawn over the grid at their anchors, which they follow while people scroll and zoom. */
import { IRenderManagerService } from '@univerjs/preset-sheets-core';
import type { Engine, Host, ShownChart } from '../../types';
import { onMutation } from '../grid';
import { option, type Paint } from './config';

/** Google's size when a script names none. */
const WIDTH = 600;
const HEIGHT = 371;
/** Edits come in bursts. */
const AFTER_MS = 150;
const DRAWER = '/charts.js';

interface Drawn {
  readonly chart: ShownChart;
  readonly clip: HTMLElement;
  readonly figure: HTMLElement;
  erase(): void;
}

export function followCharts(host: Host, engine: Engine, grid: HTMLElement, failed: (error: unknown) => void): void {
  let drawn: readonly Drawn[] = [];
  let painted = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const redraw = async (): Promise<void> => {
    const active = engine.api.getActiveWorkbook()?.getActiveSheet().getSheetName();
    const charts = host.charts().filter(({ sheet }) => sheet === active);
    const paint = paintOf(grid);
    const next = JSON.stringify([charts, paint]);
    if (next === painted) return;
    painted = next;
    const { draw } = charts.length > 0 ? ((await import(DRAWER)) as typeof import('./draw')) : { draw: () => () => undefined };
    if (painted !== next) return; // something newer is on its way
    drawn.forEach(({ clip, erase }) => (erase(), clip.remove()));
    drawn = charts.map((chart) => put(grid, chart, (canvas) => draw(canvas, chart, paintOn(option(chart, 'backgroundColor'), paint))));
    follow();
  };
  /** Where a cell is on the screen changes by scrolling, zooming, resizing: asked before each frame, and only while there is something to move. */
  const follow = (): void => {
    if (drawn.length === 0) return;
    drawn.forEach((each) => place(engine, grid, each));
    const these = drawn;
    requestAnimationFrame(() => these === drawn && follow());
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void redraw().catch(failed), AFTER_MS);
  };
  host.onChange(soon);
  onMutation(engine, soon);
  engine.api.addEvent(engine.api.Event.ActiveSheetChanged, soon);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon);
  soon();
}

function paintOf(grid: HTMLElement): Paint {
  const { color } = getComputedStyle(grid);
  return { text: color, line: `color-mix(in srgb, ${color} 18%, transparent)` };
}

/** On a ground that the script chose, text has to stand out from that, whatever the page's colours: #ffffff is light, #1d2127 is dark. */
function paintOn(ground: unknown, paint: Paint): Paint {
  if (typeof ground !== 'string' || !/^#[0-9a-f]{6}$/i.test(ground)) return paint;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(ground.slice(at, at + 2), 16));
  const isLight = 0.299 * red + 0.587 * green + 0.114 * blue > 140;
  return isLight ? { text: '#1d2530', line: '#1d253030' } : { text: '#e6eaf0', line: '#e6eaf030' };
}

function put(grid: HTMLElement, chart: ShownChart, draw: (canvas: HTMLCanvasElement) => () => void): Drawn {
  const clip = document.createElement('div');
  const figure = document.createElement('figure');
  const canvas = document.createElement('canvas');
  clip.className = 'charts';
  const background = option(chart, 'backgroundColor');
  if (typeof background === 'string') figure.style.background = background;
  figure.setAttribute('role', 'img');
  figure.setAttribute('aria-label', spoken(chart));
  Object.assign(figure.style, { width: `${sizeOf(chart, 'width', WIDTH)}px`, height: `${sizeOf(chart, 'height', HEIGHT)}px` });
  figure.append(canvas);
  clip.append(figure);
  grid.append(clip);
  return { chart, clip, figure, erase: draw(canvas) };
}

function sizeOf(chart: ShownChart, name: string, otherwise: number): number {
  const value = option(chart, name);
  return typeof value === 'number' && value > 0 ? value : otherwise;
}

/** The title and the numbers, for those who do not see the drawing. */
function spoken(chart: ShownChart): string {
  const rows = chart.rows.map((row) => row.map(String).join(' '));
  return [option(chart, 'title'), ...rows].filter((text) => text !== undefined && text !== '').join('; ');
}

/** The part of the grid that scrolls with the anchor cuts the chart off, so that it slides under headings and frozen lines. */
function place(engine: Engine, grid: HTMLElement, { chart, clip, figure }: Drawn): void {
  const workbook = engine.api.getActiveWorkbook();
  const sheet = workbook?.getActiveSheet();
  const render = workbook && engine.univer.__getInjector().get(IRenderManagerService).getRenderById(workbook.getId());
  if (!sheet || !render || sheet.getSheetName() !== chart.sheet) return void (clip.hidden = true);
  const { xSplit, ySplit } = sheet.getFreeze();
  const name = `viewMain${chart.column < xSplit ? 'Left' : ''}${chart.row < ySplit ? 'Top' : ''}`; // Univer's names of the frozen parts
  const view = render.scene.getViewport(name) ?? render.scene.getViewport('viewMain');
  if (!view) return void (clip.hidden = true);
  const canvas = render.engine.getCanvasElement().getBoundingClientRect();
  const outer = grid.getBoundingClientRect();
  const zoom = render.scene.scaleX;
  const cell = sheet.getRange(chart.row, chart.column).getCellRect();
  const x = (cell.x + chart.offsetX - view.viewportScrollX) * zoom - view.left;
  const y = (cell.y + chart.offsetY - view.viewportScrollY) * zoom - view.top;
  clip.hidden = false;
  style(clip, {
    left: `${canvas.left - outer.left + view.left}px`, top: `${canvas.top - outer.top + view.top}px`,
    width: `${canvas.width - view.left}px`, height: `${canvas.height - view.top}px`,
  });
  style(figure, { transform: `translate(${x}px, ${y}px) scale(${zoom})` });
}

/** Touches only what differs: this runs before every frame. */
function style(element: HTMLElement, wanted: Record<string, string>): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (element.dataset[name] === value) continue;
    element.dataset[name] = value;
    element.style.setProperty(name, value);
  }
}
