/** What became of the mails: those that nobody knows of and can be sent again, the last slots with their numbers, and owners whom no mail can reach. */
import { useState } from 'preact/hooks';
import type { RhythmStart, SlotCount } from '../../src/app/rhythm/api';
import type { Day } from '../../src/model/day';
import type { LocalMoment } from '../../src/model/schedule';
import { sayDay, sayMoment } from '../../src/report/schedule';
import { Question } from '../parts/Question';
import { Report } from '../parts/Report';
import { call } from '../server';
import { useVoice, type Voice } from '../voice';
import { useWork } from '../work';
import { sentText } from './Preview';

const MOST_UNCONFIRMED = 10;

interface Props {
  readonly start: RhythmStart;
  readonly put: (start: RhythmStart) => void;
  readonly onSent: () => void;
}

type Mail = RhythmStart['unconfirmed'][number];

export function Unconfirmed({ start, put, onSent }: Props) {
  const { say, language } = useVoice();
  const work = useWork();
  const [asked, setAsked] = useState<readonly Mail[]>([]);
  const [done, setDone] = useState('');
  const resend = (mails: readonly Mail[]) =>
    void work.run(
      () => call('rhythmResend', mails.map(({ key }) => key)),
      (sent) => {
        setDone(sentText(sent, say));
        onSent();
      },
    );
  const settle = (mail: Mail) => void work.run(() => call('rhythmSettle', [mail.key]), put);
  const [first] = asked;
  const inDoubt = asked.filter(({ state }) => state !== 'refused').length;
  const shown = start.unconfirmed.slice(0, MOST_UNCONFIRMED);
  const when = (slot: string) => sayMoment(slot.slice(slot.indexOf('@') + 1, slot.indexOf('@') + 17) as LocalMoment, language);
  return (
    <>
      {shown.length > 0 && (
        <>
          <h3>{say('rhythm.unconfirmed')}</h3>
          <p>{say('rhythm.unconfirmedWhy')}</p>
          <ul class="plain">
            {shown.map((mail) => (
              <li key={mail.key} class="card">
                <b>{mail.to}</b>
                <span class="quiet block">
                  {say(`kind.${mail.kind}`)}, {when(mail.slot)}
                </span>
                <p>{mail.state === 'refused' ? say('rhythm.wasRefused', { reason: mail.reason }) : say('rhythm.maybeArrived')}</p>
                <div class="buttons">
                  <button type="button" class="small" aria-disabled={work.isRunning} onClick={() => (mail.state === 'refused' ? resend([mail]) : setAsked([mail]))}>
                    {say('rhythm.sendAgain')}
                    <span class="heard">: {mail.to}</span>
                  </button>
                  {mail.state !== 'refused' && (
                    <button type="button" class="small" aria-disabled={work.isRunning} onClick={() => settle(mail)}>
                      {say('rhythm.arrived')}
                      <span class="heard">: {mail.to}</span>
                    </button>
                  )}
                </div>
              </li>
            ))}
          </ul>
          {start.unconfirmed.length > 1 && (
            <button type="button" class="small" aria-disabled={work.isRunning} onClick={() => setAsked(start.unconfirmed)}>
              {say('rhythm.againAll')}
            </button>
          )}
          {start.unconfirmed.length > shown.length && <p class="quiet">{say('more', { count: start.unconfirmed.length - shown.length })}</p>}
        </>
      )}
      <Report work={work} running={say('rhythm.sending')} done={done} />
      {start.lost > 0 && <p class="quiet">{say('rhythm.lost', { count: start.lost, when: sayDay(start.lostOn as Day, language) })}</p>}
      {first && (
        <Question
          text={asked.length > 1 ? say('rhythm.askAgainAll', { count: inDoubt }) : say('rhythm.askAgain', { to: first.to })}
          yes={say(asked.length > 1 ? 'rhythm.againAll' : 'rhythm.sendAgain')}
          onYes={() => resend(asked)}
          onNo={() => setAsked([])}
        />
      )}
    </>
  );
}

export function Unreachable({ start, onReview }: { readonly start: RhythmStart; readonly onReview: () => void }) {
  const { say } = useVoice();
  if (start.unreachable.length === 0) return null;
  return (
    <section>
      <h3>{say('rhythm.unreachable')}</h3>
      <p>{say('rhythm.unreachableWhy')}</p>
      <ul class="bullets">
        {start.unreachable.map(({ owner, keyResults }) => (
          <li key={owner}>
            <b>{owner === '' ? say('objectives.noOwner') : owner}</b>: {say('count.keyResults', { count: keyResults })}
          </li>
        ))}
      </ul>
      <button type="button" class="small" onClick={onReview}>
        {say('rhythm.toReview')}
      </button>
    </section>
  );
}

export function Recent({ start }: { readonly start: RhythmStart }) {
  const { say, language } = useVoice();
  if (start.recent.length === 0) return null;
  return (
    <details>
      <summary>{say('rhythm.recent')}</summary>
      <ul class="points">
        {start.recent.map((slot) => (
          <li key={slot.slot}>
            <b>{say(`kind.${slot.kind}`)}</b>
            {slot.byHand && <span class="quiet"> · {say('rhythm.byHand')}</span>}
            <span class="quiet block">{sayMoment(slot.at as LocalMoment, language)}</span>
            {countText(slot, say)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function countText({ sent, pending, refused, unsure, skipped }: SlotCount, say: Voice['say']): string {
  const told = sentText({ sent, pending, refused, unsure }, say);
  return skipped > 0 ? `${told} ${say('rhythm.skipped', { count: skipped })}` : told;
}
