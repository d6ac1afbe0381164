/** The check-ins of one key result: a small chart and the same as a list, newest first; loaded when it is opened. */
import { useState } from 'preact/hooks';
import type { HistoryPoint, KeyResultItem } from '../../src/app/api';
import { valueOf } from '../checkIn/facts';
import { Report } from '../parts/Report';
import { call } from '../server';
import { useVoice } from '../voice';
import { useWork } from '../work';
import { Chart } from './Chart';

export function History({ item }: { readonly item: KeyResultItem }) {
  const { say } = useVoice();
  const [points, setPoints] = useState<readonly HistoryPoint[] | undefined>(undefined);
  const work = useWork();
  function onToggle(isOpen: boolean): void {
    if (isOpen && !points) void work.run(() => call('checkInHistory', item.id), setPoints);
  }
  return (
    <details onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{say('history')}</summary>
      <Report work={work} running={say('loading')} />
      {points && (points.length === 0 ? <p>{say('history.none')}</p> : <Points item={item} points={points} />)}
    </details>
  );
}

/** The newest are read; the chart shows all. */
const MOST = 20;

function Points({ item, points }: { readonly item: KeyResultItem; readonly points: readonly HistoryPoint[] }) {
  const voice = useVoice();
  const { say } = voice;
  const newest = [...points].reverse().slice(0, MOST);
  return (
    <>
      <Chart item={item} points={points} />
      <ul class="points">
        {newest.map((point, index) => (
          <li key={`${point.at} ${index}`}>
            <b>{valueOf(point.value, item, voice) || '–'}</b> <span class="quiet">{[point.at.slice(0, 10), point.author, point.confidence === null ? '' : say('history.confidence', { confidence: point.confidence })].filter(Boolean).join(' · ')}</span>
            {point.progress !== '' && <p>{point.progress}</p>}
            {point.blockers !== '' && (
              <p>
                {say('checkIn.blockers')}: {point.blockers}
              </p>
            )}
          </li>
        ))}
      </ul>
      {points.length > MOST && <p class="quiet">{say('more', { count: points.length - MOST })}</p>}
    </>
  );
}
