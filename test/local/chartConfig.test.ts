/** How a sheet's chart is told to the charting library. */
import { describe, expect, it } from 'vitest';
import { configOf, option } from '../../src/local/page/charts/config';
import type { ShownChart } from '../../src/local/types';

const PAINT = { text: '#111111', line: '#dddddd' };
const chart = (type: ShownChart['type'], options: Record<string, unknown> = {}): ShownChart => ({
  id: 1, sheet: 'Dashboard', type, row: 0, column: 0, offsetX: 0, offsetY: 0, headers: 1, options,
  rows: [['Week', 'Score', 'Expected'], ['1 Oct', 0.2, 0.25], ['8 Oct', '', 0.5]],
});

describe('a chart', () => {
  it('has a label per row and a series per column; what is no number leaves a gap', () => {
    const { type, data } = configOf(chart('LINE', { colors: ['#1f5fbf', '#999999'], 'series.1.lineDashStyle': [4, 4] }), PAINT);
    expect(type).toBe('line');
    expect(data.labels).toEqual(['1 Oct', '8 Oct']);
    expect(data.datasets).toMatchObject([
      { label: 'Score', data: [0.2, null], borderColor: '#1f5fbf', fill: false },
      { label: 'Expected', data: [0.25, 0.5], borderColor: '#999999', borderDash: [4, 4] },
    ]);
  });

  it('has its values along the horizontal axis when its bars lie, and along the vertical one otherwise', () => {
    const options = { 'hAxis.viewWindow.max': 1, 'vAxis.viewWindow.max': 2, 'hAxis.title': 'Score' };
    const scales = (type: ShownChart['type']) => configOf(chart(type, options), PAINT).options!.scales as Record<string, { max?: number; title: object }>;
    expect([scales('BAR')['x']!.max, scales('BAR')['y']!.max]).toEqual([1, undefined]);
    expect([scales('COLUMN')['x']!.max, scales('COLUMN')['y']!.max]).toEqual([undefined, 2]);
    expect(scales('BAR')['x']!.title).toMatchObject({ display: true, text: 'Score' });
    expect(configOf(chart('BAR'), PAINT).options!.indexAxis).toBe('y');
    expect(scales('PIE')).toEqual({});
  });

  it('reads an option by its dotted name or inside an object, the more exact one first', () => {
    expect(option({ options: { legend: { position: 'top' } } }, 'legend.position')).toBe('top');
    expect(option({ options: { legend: { position: 'top' }, 'legend.position': 'none' } }, 'legend.position')).toBe('none');
    expect(option({ options: { title: '' } }, 'title.text')).toBeUndefined();
    const display = (options: Record<string, unknown>) => (configOf(chart('LINE', options), PAINT).options!.plugins!.legend as { display: boolean; position: string });
    expect(display({})).toMatchObject({ display: true, position: 'right' });
    expect(display({ legend: 'bottom' })).toMatchObject({ display: true, position: 'bottom' });
    expect(display({ 'legend.position': 'none' }).display).toBe(false);
  });

  it('without a heading has series without a name, and without rows draws nothing', () => {
    expect(configOf({ ...chart('COLUMN'), headers: 0, rows: [['A', 1]] }, PAINT).data).toMatchObject({ labels: ['A'], datasets: [{ label: '', data: [1] }] });
    expect(configOf({ ...chart('COLUMN'), headers: 0, rows: [] }, PAINT).data).toEqual({ labels: [], datasets: [] });
  });
});
