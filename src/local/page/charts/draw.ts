/** Draws charts with Chart.js; a file of its own, which the page loads when the first chart comes into view. */
import {
  ArcElement, BarController, BarElement, CategoryScale, Chart, Filler, Legend, LinearScale, LineController, LineElement, PieController, PointElement, Title,
} from 'chart.js';
import type { ShownChart } from '../../types';
import { configOf, type Paint } from './config';

Chart.register(ArcElement, BarController, BarElement, CategoryScale, Filler, Legend, LinearScale, LineController, LineElement, PieController, PointElement, Title);

/** Answers how to take the drawing away again. */
export function draw(canvas: HTMLCanvasElement, chart: ShownChart, paint: Paint): () => void {
  const drawn = new Chart(canvas, configOf(chart, paint));
  return () => drawn.destroy();
}
