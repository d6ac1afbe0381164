/** The schedules as sentences with their next dates, what can be done with each, and the two that most people need as a beginning. */
import { useState } from 'preact/hooks';
import { dayOf, type LocalMoment } from '../../src/model/schedule';
import type { RhythmStart } from '../../src/app/rhythm/api';
import { describeSchedule, lineProblemText, sayMoment } from '../../src/report/schedule';
import { audienceText } from '../../src/rules/schedule/audience';
import type { LineProblem } from '../../src/rules/schedule/line';
import { Question } from '../parts/Question';
import { useVoice } from '../voice';
import { nowOf, type Listed } from './list';
import { Preview } from './Preview';

interface Props {
  readonly start: RhythmStart;
  readonly list: readonly Listed[];
  readonly suggestions: readonly Listed[];
  readonly isBusy: boolean;
  readonly onAdd: (line: string) => void;
  readonly onEdit: (line: string) => void;
  readonly onDelete: (line: string) => void;
  readonly onDropUnreadable: () => void;
  readonly onSent: () => void;
}

export function ScheduleList({ start, list, suggestions, isBusy, onAdd, onEdit, onDelete, onDropUnreadable, onSent }: Props) {
  const { say, language } = useVoice();
  const [looking, setLooking] = useState('');
  const [deleting, setDeleting] = useState('');
  const sentence = ({ schedule }: Listed) => describeSchedule(schedule, language, dayOf(nowOf(start)));
  const doomed = list.find(({ line }) => line === deleting);
  return (
    <section>
      <h3>{say('rhythm.schedules')}</h3>
      {list.length === 0 && <p>{say('rhythm.none')}</p>}
      <ul class="plain">
        {list.map((one) => (
          <li key={one.line} class="card">
            <p>{sentence(one)}</p>
            <NextDates next={one.next} />
            {one.last && <p class="quiet">{lastText(one.last, say, sayMoment(one.last.at, language))}</p>}
            <div class="buttons">
              <button type="button" class="small" aria-expanded={looking === one.line} onClick={() => setLooking(looking === one.line ? '' : one.line)}>
                {say('rhythm.look')}
                <span class="heard">: {sentence(one)}</span>
              </button>
              <button type="button" class="small" aria-disabled={isBusy} onClick={() => onEdit(one.line)}>
                {say('existing.edit')}
                <span class="heard">: {sentence(one)}</span>
              </button>
              <button type="button" class="small" aria-disabled={isBusy} onClick={() => setDeleting(one.line)}>
                {say('rhythm.delete')}
                <span class="heard">: {sentence(one)}</span>
              </button>
            </div>
            {looking === one.line && <Preview request={{ kind: one.schedule.kind, audience: one.schedule.audience.map(audienceText) }} today={dayOf(nowOf(start))} onSent={onSent} />}
          </li>
        ))}
        {suggestions.map((one) => (
          <li key={`new ${one.line}`} class="card suggestion">
            <p>
              <span class="quiet">{say('rhythm.suggested')}</span> {sentence(one)}
            </p>
            {one.schedule.kind === 'digest' && start.recipients.length === 0 && <p class="quiet">{say('rhythm.needsRecipients')}</p>}
            <button type="button" class="small" aria-disabled={isBusy} onClick={() => onAdd(one.line)}>
              {say('rhythm.add')}
              <span class="heard">: {sentence(one)}</span>
            </button>
          </li>
        ))}
      </ul>
      {start.problems.length > 0 && (
        <div class="note">
          <p>{say('rhythm.unreadable', { count: start.problems.length })}</p>
          <ul class="bullets">
            {start.problems.map(({ line, part, text }) => (
              <li key={line}>
                {say('rhythm.line', { line })} {lineProblemText({ part, text } as LineProblem, language)}
              </li>
            ))}
          </ul>
          <button type="button" class="small" aria-disabled={isBusy} onClick={onDropUnreadable}>
            {say('rhythm.drop')}
          </button>
        </div>
      )}
      {doomed && <Question text={say('rhythm.askDelete', { sentence: sentence(doomed) })} yes={say('rhythm.delete')} onYes={() => onDelete(doomed.line)} onNo={() => setDeleting('')} />}
    </section>
  );
}

export function NextDates({ next }: { readonly next: readonly LocalMoment[] }) {
  const { say, language } = useVoice();
  if (next.length === 0) return <p class="quiet">{say('rhythm.noNext')}</p>;
  return (
    <div class="quiet">
      {say('rhythm.next', { count: next.length })}
      <ul class="dates">
        {next.map((at) => (
          <li key={at}>{sayMoment(at, language)}</li>
        ))}
      </ul>
    </div>
  );
}

function lastText({ count }: NonNullable<Listed['last']>, say: ReturnType<typeof useVoice>['say'], when: string): string {
  return count ? say('rhythm.lastMails', { when, count: count.sent }) : say('rhythm.last', { when });
}
