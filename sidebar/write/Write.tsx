/** Writing an objective with its key results: help to begin, the form, and what else can be done with what is there. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FormStart, ObjectiveDraft, Place } from '../../src/app/api';
import { closeAttempt, refFor, useDraft } from '../drafts';
import { focusFirstError } from '../parts/Field';
import { Failure, Report } from '../parts/Report';
import { call } from '../server';
import { useVoice } from '../voice';
import { useWork, type Resource } from '../work';
import { blankObjective, copyOf, draftOf, isTouched, withExample, withKeyResult } from './draft';
import { Existing } from './Existing';
import { Help } from './Help';
import { ObjectiveForm } from './ObjectiveForm';
import { Question } from '../parts/Question';

interface Props {
  readonly start: Resource<FormStart>;
  readonly onSaved: () => void;
  readonly onShow: (place: Place) => void;
  /** An objective that another panel sent the person to. */
  readonly wanted: string;
}

export function Write({ start, ...rest }: Props) {
  const { say } = useVoice();
  return (
    <>
      <Report work={start.work} running={say('loading')} />
      {start.value && <Writing start={start.value} put={start.put} reload={start.load} {...rest} />}
    </>
  );
}

interface WritingProps extends Omit<Props, 'start'> {
  readonly start: FormStart;
  readonly put: (start: FormStart) => void;
  readonly reload: () => void;
}

function Writing({ start, put, reload, onSaved, onShow, wanted }: WritingProps) {
  const { say } = useVoice();
  const mark = start.decimalMark ?? '.';
  // The sheet's number tells the spreadsheets apart that this browser tab may have seen.
  const [key] = useState(() => `objective ${start.objectives[0]?.place.sheetId ?? ''}`);
  const draft = useDraft<ObjectiveDraft>(key, () => blankObjective(start));
  const work = useWork();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [done, setDone] = useState<{ readonly text: string; readonly place: Place | undefined } | undefined>(undefined);
  const [pending, setPending] = useState<ObjectiveDraft | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => focusFirstError(form.current), [errors]);

  /** Puts something else into the form, after a question when that would lose what was typed. */
  function offer(next: ObjectiveDraft): void {
    if (isTouched(draft.value) && !isAsStored(draft.value)) setPending(next);
    else replace(next);
  }
  function replace(next: ObjectiveDraft): void {
    setPending(undefined);
    setDone(undefined);
    setErrors({});
    draft.reset(next);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('textarea')?.focus());
  }
  function isAsStored(one: ObjectiveDraft): boolean {
    const stored = start.objectives.find(({ id }) => id === one.id);
    return stored !== undefined && JSON.stringify(draftOf(stored, mark)) === JSON.stringify(one);
  }
  function open(id: string): void {
    const item = start.objectives.find((one) => one.id === id);
    if (item) offer(draftOf(item, mark));
  }

  useEffect(() => {
    if (wanted !== '') open(wanted);
  }, [wanted]);

  function save(): void {
    const content = draft.value;
    void work.run(
      () => call('formSave', content, refFor(key, content)),
      (answer) => {
        if ('refused' in answer) return setErrors(Object.fromEntries(answer.refused.map(({ field, text }) => [field, text])));
        const { objectiveId, keyResultIds, place } = answer.saved;
        closeAttempt(key);
        draft.reset(blankObjective(start));
        setErrors({});
        setDone({ text: say('write.saved', { id: objectiveId, count: keyResultIds.length }), place });
        onSaved();
        reload();
      },
    );
  }

  const others = Object.entries(errors).flatMap(([field, text]) => (/^(text|team|level|owner|parent|kind|priority|startDate|dueDate|keyResults\.\d+\.\w+)$/.test(field) ? [] : [text]));
  return (
    <section>
      <Help
        onExample={(example) => offer(withExample(draft.value.id === '' ? draft.value : blankObjective(start), example, mark))}
        onKeyResult={(example) => draft.set(withKeyResult(draft.value, example, mark))}
      />
      <Existing start={start} put={put} onEdit={open} onDuplicate={(item) => offer(copyOf(draftOf(item, mark)))} onChanged={onSaved} />
      {pending && <Question text={say('write.replace')} yes={say('write.replaceYes')} onYes={() => replace(pending)} onNo={() => setPending(undefined)} />}
      {draft.isRestored && isTouched(draft.value) && (
        <p class="note">
          {say('restored')}{' '}
          <button type="button" class="link" onClick={() => draft.reset(blankObjective(start))}>
            {say('discard')}
          </button>
        </p>
      )}
      <form
        ref={form}
        noValidate
        aria-label={draft.value.id === '' ? say('write.new') : say('write.editing', { id: draft.value.id })}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h2>{draft.value.id === '' ? say('write.new') : say('write.editing', { id: draft.value.id })}</h2>
        <ObjectiveForm start={start} draft={draft.value} errors={errors} onChange={draft.set} />
        {others.length > 0 && <Failure text={others.join(' ')} />}
        <Report work={work} running={say('saving')} done={done?.text} />
        <div class="buttons">
          <button type="submit" class="primary" disabled={work.isRunning}>
            {say('save')}
          </button>
          {(draft.value.id !== '' || isTouched(draft.value)) && (
            <button type="button" onClick={() => offer(blankObjective(start))}>
              {say('write.startOver')}
            </button>
          )}
          {done?.place && (
            <button type="button" onClick={() => done.place && onShow(done.place)}>
              {say('show')}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}
