/** The check-in of one key result: what is known, then value, confidence, what moved and blockers; Enter saves. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CheckInSaved, CheckInStart, KeyResultItem } from '../../src/app/api';
import { closeAttempt, refFor, useDraft } from '../drafts';
import { Failure, Report } from '../parts/Report';
import { focusFirstError, TextField } from '../parts/Field';
import { useLock } from '../parts/lock';
import { Radios } from '../parts/Radios';
import { History } from '../review/History';
import { call } from '../server';
import { useVoice } from '../voice';
import { useWork } from '../work';
import { canListen } from './dictation';
import { ageOf, expectedOf, neededOf, valueOf } from './facts';
import { Notes } from './Notes';

interface Typed {
  readonly value: string;
  readonly confidence: number | null;
  readonly progress: string;
  readonly blockers: string;
  readonly day: string;
}

interface Props {
  readonly item: KeyResultItem;
  readonly start: CheckInStart;
  readonly takesFocus: boolean;
  readonly onSaved: (answer: CheckInSaved['saved']) => void;
  readonly onSkip: () => void;
  readonly onShow: () => void;
}

export function CheckInForm({ item, start, takesFocus, onSaved, onSkip, onShow }: Props) {
  const { say } = useVoice();
  const key = `check-in ${item.id}`;
  const blank = (): Typed => ({ value: '', confidence: item.confidence === null ? null : Math.round(item.confidence), progress: '', blockers: '', day: '' });
  const draft = useDraft(key, blank);
  const { value: typed } = draft;
  const work = useWork();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const form = useRef<HTMLFormElement>(null);

  useLayoutEffect(() => { // before the next key, which else would be lost
    if (takesFocus) form.current?.querySelector<HTMLElement>('input')?.focus();
  }, []);
  useLayoutEffect(() => focusFirstError(form.current), [errors]);
  useLock(form, work.isRunning);
  const latest = useRef(typed); // what is still being dictated can arrive while a save runs
  latest.current = typed;

  const change = (part: Partial<Typed>) => draft.set({ ...typed, ...part });
  const [startsEarlier] = useState(draft.value.day !== '');
  const [mayListen, setMayListen] = useState(canListen);
  const isEarlier = typed.day !== '' && typed.day !== start.asOf;

  function save(): void {
    const entry = { keyResultId: item.id, ...typed, day: isEarlier ? typed.day : '' };
    void work.run(
      () => call('checkInSave', { ...entry, ...(start.known && { known: start.known }), ref: refFor(key, entry) }),
      (answer) => {
        if ('refused' in answer) return setErrors(Object.fromEntries(answer.refused.map(({ field, text }) => [field, text])));
        closeAttempt(key);
        draft.reset(blank());
        if (latest.current !== typed) draft.set({ ...blank(), ...saidSince(typed, latest.current) });
        setErrors({});
        onSaved(answer.saved);
      },
    );
  }

  /** In a text of several lines, too, Enter saves, for those who check in ten of them; with Shift it begins a new line. */
  function saveOnEnter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.current?.requestSubmit();
  }

  const notes = { onKeyDown: saveOnEnter, mayListen, onForbidden: () => setMayListen(false) };
  const known = ['value', 'confidence', 'progress', 'blockers', 'day'];
  const others = Object.entries(errors).flatMap(([field, text]) => (known.includes(field) ? [] : [text]));
  return (
    <form
      class="check-in"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Facts item={item} />
      {draft.isRestored && (
        <p class="note">
          {say('restored')}{' '}
          <button type="button" class="link" onClick={() => draft.reset(blank())}>
            {say('discard')}
          </button>
        </p>
      )}
      <TextField
        label={item.unit !== '' ? say('checkIn.valueIn', { unit: item.unit }) : say('checkIn.value')}
        value={typed.value}
        onInput={(value) => change({ value })}
        error={errors['value']}
        hint={item.isFormula ? say('checkIn.isFormula') : item.measure === 'Milestone' ? say('checkIn.milestone') : item.reading === 'last' ? undefined : say(`checkIn.${item.reading}`)}
        field={{ inputMode: item.measure === 'Milestone' ? 'text' : 'decimal', enterkeyhint: 'done' }}
      />
      <Radios
        legend={say('checkIn.confidence')}
        value={String(typed.confidence ?? '')}
        options={['1', '2', '3', '4', '5'].map((level) => ({ value: level, label: level }))}
        onChange={(level) => change({ confidence: Number(level) })}
        hint={say('checkIn.confidenceHint')}
        error={errors['confidence']}
      />
      <Notes {...notes} label={say('checkIn.progress')} value={typed.progress} onInput={(progress) => change({ progress })} error={errors['progress']} />
      <Notes {...notes} label={say('checkIn.blockers')} value={typed.blockers} onInput={(blockers) => change({ blockers })} error={errors['blockers']} hint={say('checkIn.enter')} />
      <details open={startsEarlier || errors['day'] !== undefined}>
        <summary>{say('checkIn.otherDay')}</summary>
        <TextField label={say('checkIn.day')} value={typed.day === '' ? start.asOf : typed.day} onInput={(day) => change({ day })} error={errors['day']} field={{ type: 'date', max: start.asOf }} />
      </details>
      {isEarlier && <p class="note">{say('checkIn.backDated', { day: typed.day })}</p>}
      {others.length > 0 && <Failure text={others.join(' ')} />}
      <Report work={work} running={say('saving')} />
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={work.isRunning}>
          {say('save')}
        </button>
        <button type="button" onClick={onSkip}>
          {say('checkIn.skip')}
        </button>
        <button type="button" onClick={onShow}>
          {say('show')}
        </button>
      </div>
      <History item={item} />
    </form>
  );
}

/** The notes that went on after they were sent, to be found again when the key result is opened next. */
function saidSince(sent: Typed, now: Typed): Partial<Typed> {
  return { progress: now.progress === sent.progress ? '' : now.progress, blockers: now.blockers === sent.blockers ? '' : now.blockers };
}

function Facts({ item }: { readonly item: KeyResultItem }) {
  const voice = useVoice();
  const { say } = voice;
  const last = valueOf(item.current, item, voice);
  const expected = expectedOf(item, voice);
  const needed = neededOf(item, voice);
  return (
    <dl class="facts">
      <dt>{say('checkIn.last')}</dt>
      <dd>{last === '' ? say('checkIn.noValue') : `${last} · ${ageOf(item, voice)}`}</dd>
      {expected !== '' && (
        <>
          <dt>{say('checkIn.expected')}</dt>
          <dd>{expected}</dd>
        </>
      )}
      {needed !== '' && (
        <>
          <dt>{say('checkIn.needed')}</dt>
          <dd>{needed}</dd>
        </>
      )}
      {item.target !== null && (
        <>
          <dt>{say('label.target')}</dt>
          <dd>{valueOf(item.target, item, voice)}</dd>
        </>
      )}
    </dl>
  );
}
