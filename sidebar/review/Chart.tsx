/** The values of a key result over its time, with the straight way from start to target; the sentence beside it says the same. */
import type { HistoryPoint, KeyResultItem } from '../../src/app/api';
import { valueOf } from '../checkIn/facts';
import { useVoice } from '../voice';
import { plot, HEIGHT, WIDTH } from './plot';

export function Chart({ item, points }: { readonly item: KeyResultItem; readonly points: readonly HistoryPoint[] }) {
  const voice = useVoice();
  const { say } = voice;
  const plotted = plot(item, points);
  const first = points.find(({ value }) => value !== null);
  const last = [...points].reverse().find(({ value }) => value !== null);
  if (!plotted || !first || !last) return null;
  const parts = { count: points.length, from: valueOf(first.value, item, voice), first: first.at.slice(0, 10), to: valueOf(last.value, item, voice), last: last.at.slice(0, 10) };
  const summary = item.target === null ? say('chart.text', parts) : `${say('chart.text', parts)} ${say('chart.target', { target: valueOf(item.target, item, voice) })}`;
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary}>
        {plotted.plan && <path class="plan" d={plotted.plan} />}
        {plotted.target !== undefined && <path class="target" d={`M0 ${plotted.target}H${WIDTH}`} />}
        <path class="line" d={plotted.line} />
        {plotted.dots.map(({ x, y }) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="3" />
        ))}
      </svg>
      <figcaption class="quiet">{summary}</figcaption>
    </figure>
  );
}
