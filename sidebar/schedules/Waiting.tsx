/** Mails that wait for a later hourly run, slot by slot, and not sending them after all. */
import { useState } from 'preact/hooks';
import type { RhythmStart, SlotCount } from '../../src/app/rhythm/api';
import type { LocalMoment } from '../../src/model/schedule';
import { sayMoment } from '../../src/report/schedule';
import { Question } from '../parts/Question';
import { Report } from '../parts/Report';
import { call } from '../server';
import { useVoice } from '../voice';
import { useWork } from '../work';

interface Props {
  readonly start: RhythmStart;
  readonly put: (start: RhythmStart) => void;
}

export function Waiting({ start, put }: Props) {
  const { say, language } = useVoice();
  const work = useWork();
  const [asked, setAsked] = useState<SlotCount | undefined>(undefined);
  const waiting = start.recent.filter(({ pending }) => pending > 0);
  if (waiting.length === 0) return null;
  return (
    <section>
      <h3>{say('rhythm.waiting')}</h3>
      <ul class="plain">
        {waiting.map((slot) => {
          const when = sayMoment(slot.at as LocalMoment, language);
          return (
            <li key={slot.slot} class="card">
              <b>{say(`kind.${slot.kind}`)}</b>
              <span class="quiet block">{when}</span>
              <p>{say('rhythm.pending', { count: slot.pending })}</p>
              <button type="button" class="small" aria-disabled={work.isRunning} onClick={() => setAsked(slot)}>
                {say('rhythm.cancel')}
                <span class="heard">
                  : {say(`kind.${slot.kind}`)}, {when}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <Report work={work} running={say('working')} />
      {asked && (
        <Question text={say('rhythm.askCancel', { count: asked.pending })} yes={say('rhythm.cancel')} onYes={() => void work.run(() => call('rhythmCancel', asked.slot), put)} onNo={() => setAsked(undefined)} />
      )}
    </section>
  );
}
