/** A key result in the review: a row that opens to what is known, its history, and where to go from there. */
import { useState } from 'preact/hooks';
import type { KeyResultItem } from '../../src/app/api';
import { ageOf, valueOf } from '../checkIn/facts';
import { Sign } from '../parts/Sign';
import { useVoice } from '../voice';
import { History } from './History';
import type { Acts } from './Review';

interface Props {
  readonly item: KeyResultItem;
  readonly reason?: string;
  readonly acts: Acts;
}

export function KeyResultRow({ item, reason, acts }: Props) {
  const voice = useVoice();
  const { say, score } = voice;
  const [isOpen, setOpen] = useState(false);
  const known = [item.id, item.score === null ? '' : score(item.score), reason ?? ''];
  return (
    <>
      <button type="button" class="row" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span>{item.text || item.id}</span>
        <span class="quiet">
          {known.filter(Boolean).join(' · ')} <Sign status={item.status} />
        </span>
      </button>
      {isOpen && (
        <div class="card">
          <p class="quiet">{[item.responsible, valueOf(item.current, item, voice), ageOf(item, voice)].filter(Boolean).join(' · ')}</p>
          <div class="buttons">
            <button type="button" onClick={() => acts.onCheckIn(item)}>
              {say('tab.checkIn')}
            </button>
            <button type="button" onClick={() => acts.onShow(item.place)}>
              {say('show')}
            </button>
          </div>
          <History item={item} />
        </div>
      )}
    </>
  );
}
