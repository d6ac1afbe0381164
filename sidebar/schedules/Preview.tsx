/** What would be sent now: to whom, the mails themselves as they arrive and as plain text, and sending them after a question. */
import { useEffect, useState } from 'preact/hooks';
import type { RhythmPreview, RhythmRequest, RhythmSent } from '../../src/app/rhythm/api';
import { LANGUAGE_NAMES } from '../../src/model/language';
import { closeAttempt, refFor } from '../drafts';
import { SelectField } from '../parts/Field';
import { Question } from '../parts/Question';
import { Radios } from '../parts/Radios';
import { Report } from '../parts/Report';
import { call } from '../server';
import { useVoice, type Voice } from '../voice';
import { useWork } from '../work';

/** Another request is another preview: whoever shows it gives it a `key`. */
interface Props {
  readonly request: RhythmRequest;
  readonly today: string;
  readonly onSent: () => void;
}

const KEY = 'send';

export function Preview({ request, today, onSent }: Props) {
  const { say } = useVoice();
  const [shown, setShown] = useState<RhythmPreview | undefined>(undefined);
  const [asks, setAsks] = useState(false);
  const [done, setDone] = useState('');
  const loading = useWork();
  const sending = useWork();
  useEffect(() => void loading.run(() => call('rhythmPreview', request), setShown), []);

  function send(): void {
    // Another day's mail is another one, even when nobody knows what became of today's.
    void sending.run(
      () => call('rhythmSend', request, refFor(KEY, [request, today])),
      (sent) => {
        closeAttempt(KEY);
        setDone(sentText(sent, say));
        onSent();
      },
    );
  }

  // The start of a review marks key results even when nobody is to be written to.
  const canSend = shown !== undefined && done === '' && (shown.count > 0 || request.kind === 'review');
  return (
    <div class="inside preview" role="group" aria-label={say('rhythm.preview')}>
      <Report work={loading} running={say('loading')} />
      {shown && <Shown preview={shown} isReport={request.kind === 'digest' || request.kind === 'report'} />}
      <Report work={sending} running={say('rhythm.sending')} done={done} />
      {canSend && (
        <button type="button" class="primary" aria-disabled={sending.isRunning} onClick={() => setAsks(true)}>
          {say('rhythm.sendNow')}
        </button>
      )}
      {asks && shown && <Question text={askText(shown, request, say)} yes={say('rhythm.sendNow')} onYes={send} onNo={() => setAsks(false)} />}
    </div>
  );
}

function askText({ count, quota }: RhythmPreview, { kind }: RhythmRequest, say: Voice['say']): string {
  const question = kind === 'review' ? say('rhythm.askReview', { count }) : say('rhythm.askSend', { count });
  return count > quota ? `${question} ${say('rhythm.overQuota', { count: quota })}` : question;
}

/** “3 mails sent. 2 wait …”: only what there is something to say about. */
export function sentText({ sent, pending, refused, unsure }: RhythmSent, say: Voice['say']): string {
  const parts = [say('rhythm.sent', { count: sent })];
  if (pending > 0) parts.push(say('rhythm.pending', { count: pending }));
  if (refused > 0) parts.push(say('rhythm.refused', { count: refused }));
  if (unsure > 0) parts.push(say('rhythm.unsure', { count: unsure }));
  return parts.join(' ');
}

function Shown({ preview, isReport }: { readonly preview: RhythmPreview; readonly isReport: boolean }) {
  const { say } = useVoice();
  const { count, waiting, recipients, mails } = preview;
  const [at, setAt] = useState('0');
  const [form, setForm] = useState('mail');
  const mail = mails[Number(at)];
  if (count === 0) return <p>{say(isReport ? 'rhythm.nobodySet' : 'rhythm.nobodyDue')}</p>;
  return (
    <>
      <details>
        <summary>{say('rhythm.goesTo', { count })}</summary>
        <ul class="addresses">
          {recipients.map(({ to, language }) => (
            <li key={to}>
              {to} <span class="quiet">{LANGUAGE_NAMES[language]}</span>
            </li>
          ))}
        </ul>
        {count > recipients.length && <p class="quiet">{say('more', { count: count - recipients.length })}</p>}
      </details>
      {waiting > 0 && <p>{say('rhythm.stillWaiting', { count: waiting })}</p>}
      {mails.length > 1 && <SelectField label={say('rhythm.mailTo')} value={at} options={mails.map(({ to }, index) => ({ value: String(index), label: to }))} onChange={setAt} />}
      {mail && (
        <>
          <p>
            <span class="quiet">{say('rhythm.subject')}</span> <b>{mail.subject}</b>
          </p>
          <Radios legend={say('rhythm.shownAs')} value={form} options={[{ value: 'mail', label: say('rhythm.asMail') }, { value: 'text', label: say('rhythm.asText') }]} onChange={setForm} />
          {form === 'mail' ? (
            // What people wrote stands in the mail: nothing in it may run, load or lead anywhere.
            <iframe title={say('rhythm.mailOf', { to: mail.to })} sandbox="" srcdoc={mail.html} />
          ) : (
            <pre class="scroll" tabIndex={0} aria-label={say('rhythm.mailOf', { to: mail.to })}>{mail.text}</pre>
          )}
        </>
      )}
    </>
  );
}
