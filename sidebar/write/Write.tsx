/** Writing an objective with its key results: help to begin, the form, and what else can be done with what is there. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FormStart, ObjectiveDraft, Place } from '../../src/app/api';
import { closeAttempt, refFor, useDraft } from '../drafts';
import { focusFirstError } from '../parts/Field';
import { useLock } from '../parts/lock';
import { Failure, Report } from '../parts/Report';
import { call } from '../server';
import { useVoice } from '../voice';
import { useWork, type Resource } from '../work';
import { blankObjective, copyOf, draftOf, isTouched, nextKeyResult, withExample, withKeyResult, withWhatIsThere, type Opened } from './draft';
import { Existing } from './Existing';
import { Help } from './Help';
import { ObjectiveForm } from './ObjectiveForm';
import { Question } from '../parts/Question';

const KEY = 'objective';

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
  const blank = (): Opened => ({ draft: blankObjective(start), base: null });
  const opened = useDraft<Opened>(KEY, blank);
  const { draft, base } = opened.value;
  const latest = useRef(opened.value); // another panel may put something else into the form while a save runs
  latest.current = opened.value;
  const work = useWork();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [done, setDone] = useState<{ readonly text: string; readonly place: Place | undefined } | undefined>(undefined);
  const [pending, setPending] = useState<Opened | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => focusFirstError(form.current), [errors]);
  const area = useRef<HTMLElement>(null);
  useLock(area, work.isRunning);

  /** Puts something else into the form, after a question when that would lose what was typed. */
  function offer(next: ObjectiveDraft, from: ObjectiveDraft | null = null): void {
    const both = { draft: next, base: from };
    if (isTouched(draft) && !isAsStored(draft)) setPending(both);
    else replace(both);
  }
  function replace(next: Opened): void {
    setPending(undefined);
    setDone(undefined);
    setErrors({});
    opened.reset(next);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('textarea')?.focus());
  }
  function isAsStored(one: ObjectiveDraft): boolean {
    const stored = start.objectives.find(({ id }) => id === one.id);
    return stored !== undefined && JSON.stringify(draftOf(stored, mark)) === JSON.stringify(one);
  }
  function open(id: string): void {
    const item = start.objectives.find((one) => one.id === id);
    if (item) offer(draftOf(item, mark), draftOf(item, mark));
  }
  const change = (next: ObjectiveDraft): void => opened.set({ draft: next, base });

  useEffect(() => {
    if (wanted !== '') open(wanted);
  }, [wanted]);

  function save(): void {
    void work.run(
      () => call('formSave', draft, refFor(KEY, draft), base),
      (answer) => {
        const isStillThere = latest.current.draft === draft;
        if ('refused' in answer) {
          if (isStillThere) opened.set({ ...latest.current, base: withWhatIsThere({ draft, base }, answer.refused) });
          return setErrors(Object.fromEntries(answer.refused.map(({ field, text }) => [field, text])));
        }
        const { objectiveId, keyResultIds, place } = answer.saved;
        closeAttempt(KEY);
        if (isStillThere) opened.reset(blank());
        setErrors({});
        setDone({ text: say('write.saved', { id: objectiveId, count: keyResultIds.length }), place });
        onSaved();
        reload();
      },
    );
  }

  const others = Object.entries(errors).flatMap(([field, text]) => (/^(text|team|level|owner|parent|kind|priority|startDate|dueDate|keyResults\.\d+\.\w+)$/.test(field) ? [] : [text]));
  return (
    <section ref={area}>
      <Help
        onExample={(example) => offer(withExample(draft.id === '' ? draft : blankObjective(start), example, mark))}
        onKeyResult={(example) => change(withKeyResult(draft, example, mark, nextKeyResult(start, draft).startDate))}
      />
      <Existing start={start} put={put} onEdit={open} onDuplicate={(item) => offer(copyOf(draftOf(item, mark)))} onChanged={onSaved} />
      {pending && <Question text={say('write.replace')} yes={say('write.replaceYes')} onYes={() => replace(pending)} onNo={() => setPending(undefined)} />}
      {opened.isRestored && isTouched(draft) && (
        <p class="note">
          {say('restored')}{' '}
          <button type="button" class="link" onClick={() => opened.reset(blank())}>
            {say('discard')}
          </button>
        </p>
      )}
      <form
        ref={form}
        noValidate
        aria-label={draft.id === '' ? say('write.new') : say('write.editing', { id: draft.id })}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h2>{draft.id === '' ? say('write.new') : say('write.editing', { id: draft.id })}</h2>
        <ObjectiveForm start={start} draft={draft} errors={errors} onChange={change} />
        {others.length > 0 && <Failure text={others.join(' ')} />}
        <Report work={work} running={say('saving')} done={done?.text} />
        <div class="buttons">
          <button type="submit" class="primary" aria-disabled={work.isRunning}>
            {say('save')}
          </button>
          {(draft.id !== '' || isTouched(draft)) && (
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
