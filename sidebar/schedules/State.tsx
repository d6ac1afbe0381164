/** Whether mails go out, in whose name, and what is in the way; switching it on and off. */
import { useState } from 'preact/hooks';
import type { RhythmStart } from '../../src/app/rhythm/api';
import type { LocalMoment } from '../../src/model/schedule';
import { sayMoment } from '../../src/report/schedule';
import { Question } from '../parts/Question';
import { Failure, Report } from '../parts/Report';
import { call } from '../server';
import { useVoice, type Voice } from '../voice';
import { useWork } from '../work';
import { troubleOf, type Trouble } from './trouble';

interface Props {
  readonly start: RhythmStart;
  readonly put: (start: RhythmStart) => void;
  readonly reload: () => void;
  readonly hasSchedules: boolean;
}

export function State({ start, put, reload, hasSchedules }: Props) {
  const { say, language } = useVoice();
  const work = useWork();
  const [asks, setAsks] = useState(false);
  const { on, mine, owner, others, running, lastRun, authorized } = start.trigger;
  const turn = (wanted: boolean) => void work.run(() => call('rhythmSwitch', wanted), put);
  const trouble = troubleOf(start);
  const last = lastRun === '' ? '' : sayMoment(lastRun as LocalMoment, language);
  const who = owner === '' ? say('rhythm.somebody') : owner;
  const isMine = mine && (owner === '' || owner === start.me);
  return (
    <section class="card state" aria-label={say('rhythm.state')}>
      <p>
        <span class="sign" data-status={on ? 'On track' : 'No data'}>
          <span aria-hidden="true">{on ? '●' : '–'}</span> <b>{say(on ? 'rhythm.on' : 'rhythm.off')}</b>
        </span>
      </p>
      <p>{on ? (isMine ? say('rhythm.onMine') : say('rhythm.onTheirs', { who })) : say(hasSchedules ? 'rhythm.offWith' : 'rhythm.offWithout')}</p>
      {mine && !isMine && <p>{say('rhythm.mineToo')}</p>}
      {others.filter((one) => one !== start.me).length > 0 && <p class="quiet">{say('rhythm.others', { who: others.filter((one) => one !== start.me).join(', ') })}</p>}
      {running && <p role="status">{say('rhythm.running')}</p>}
      {trouble && <Failure text={troubleText(trouble, start, last, say)} />}
      <p class="quiet">
        {on && (last === '' ? say('rhythm.firstRun') : say('rhythm.lastRun', { when: last }))} {authorized && say('rhythm.quota', { count: start.quota })}
      </p>
      <Report work={work} />
      <div class="buttons">
        {mine ? (
          <button type="button" aria-disabled={work.isRunning} onClick={() => turn(false)}>
            {say('rhythm.switchOff')}
          </button>
        ) : (
          <button type="button" class={on ? '' : 'primary'} aria-disabled={work.isRunning} onClick={() => (on ? setAsks(true) : turn(true))}>
            {say(on ? 'rhythm.switchOnToo' : 'rhythm.switchOn')}
          </button>
        )}
        <button type="button" class="link" onClick={reload}>
          {say('reload')}
        </button>
      </div>
      {asks && <Question text={say('rhythm.askToo', { who })} yes={say('rhythm.switchOn')} onYes={() => turn(true)} onNo={() => setAsks(false)} />}
    </section>
  );
}

function troubleText(trouble: Trouble, { trigger }: RhythmStart, lastRun: string, say: Voice['say']): string {
  if (trouble === 'failing') return say('rhythm.failing', { count: Math.max(1, trigger.failures), reason: sentence(trigger.lastError) });
  if (trouble === 'silent') return say(trigger.mine ? 'rhythm.silent' : 'rhythm.silentTheirs', { when: lastRun });
  return say(`rhythm.${trouble}`);
}

/** What Google says ends with a full stop or without one; Thai has none. */
const sentence = (text: string): string => (/[.!?…ก-๛]$/.test(text) ? text : `${text}.`);
