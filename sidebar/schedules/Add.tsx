/** A schedule to add or to change, typed in plain words or picked; what was understood is shown with its next dates before it can be saved. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dayOf, type Schedule } from '../../src/model/schedule';
import type { RhythmStart } from '../../src/app/rhythm/api';
import { describeSchedule, noteOnRecurrence } from '../../src/report/schedule';
import { audienceText } from '../../src/rules/schedule/audience';
import { scheduleLine } from '../../src/rules/schedule/line';
import { useDraft } from '../drafts';
import { focusFirstError } from '../parts/Field';
import { Failure } from '../parts/Report';
import { Radios } from '../parts/Radios';
import { useVoice } from '../voice';
import { isSame, nextDates, nowOf } from './list';
import { blankPicked, pickedOf, scheduleOf, type Picked } from './picked';
import { PickedForm } from './PickedForm';
import { Preview } from './Preview';
import { NextDates } from './ScheduleList';
import { TypedField, understand } from './Typed';

interface Props {
  readonly start: RhythmStart;
  /** The schedule that is changed; undefined for a new one. */
  readonly editing: Schedule | undefined;
  /** The other schedules. */
  readonly taken: readonly Schedule[];
  readonly isBusy: boolean;
  readonly onSave: (line: string, onStored: () => void, onRefused: (text: string) => void) => void;
  readonly onCancel: () => void;
  readonly onSent: () => void;
  /** What came of saving. */
  readonly told: ComponentChildren;
}

interface Draft {
  readonly way: 'type' | 'pick';
  readonly text: string;
  readonly picked: Picked;
}

export function Add({ start, editing, taken, isBusy, onSave, onCancel, onSent, told }: Props) {
  const { say, language } = useVoice();
  const blank = (): Draft => (editing ? { way: 'pick', text: '', picked: pickedOf(editing) } : { way: 'type', text: '', picked: blankPicked() });
  const draft = useDraft<Draft>(`schedule ${editing ? scheduleLine(editing) : ''}`, blank);
  const { way, text, picked } = draft.value;
  const [tried, setTried] = useState(0);
  const [refused, setRefused] = useState('');
  const [isLooking, setLooking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (tried > 0) focusFirstError(form.current);
  }, [tried]);

  const typed = way === 'type' ? understand(text, start, language) : undefined;
  const made = way === 'pick' ? scheduleOf(picked, nowOf(start), editing?.from) : undefined;
  const schedule = typed && 'schedule' in typed ? typed.schedule : made && 'schedule' in made ? made.schedule : undefined;
  const line = schedule ? scheduleLine(schedule) : '';
  const isTwice = schedule !== undefined && taken.some((other) => isSame(schedule, other, start));

  function change(part: Partial<Draft>): void {
    setRefused('');
    setTried(0);
    setLooking(false);
    draft.set({ ...draft.value, ...part });
  }
  function save(): void {
    setTried(tried + 1);
    if (line !== '' && !isTwice) {
      onSave(line, () => { setTried(0); setLooking(false); draft.reset({ ...blank(), way, text: '', picked: blankPicked() }); }, setRefused);
    }
  }

  const title = say(editing ? 'rhythm.change' : 'rhythm.new');
  return (
    <>
      <details open={editing !== undefined || start.schedules.length === 0 || draft.isRestored}>
        <summary id="schedule-form">{title}</summary>
        <form
          ref={form}
          noValidate
          aria-label={title}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <Radios legend={say('rhythm.way')} value={way} options={[{ value: 'type', label: say('rhythm.type') }, { value: 'pick', label: say('rhythm.pick') }]} onChange={(value) => change({ way: value as Draft['way'] })} />
          {typed ? (
            <TypedField text={text} typed={typed} isTried={tried > 0} onText={(value) => { change({ text: value }); requestAnimationFrame(() => showAnswer(form.current)); }} />
          ) : (
            <PickedForm start={start} picked={picked} isNew={!editing} problems={tried > 0 && made && 'problems' in made ? made.problems : {}} onChange={(part) => change({ picked: { ...picked, ...part } })} />
          )}
          <Understood schedule={schedule} start={start} />
          <p class="error" role="status">
            {isTwice && say('rhythm.twice')}
          </p>
          {refused && <Failure text={refused} />}
          <div class="buttons">
            <button type="submit" class="primary" aria-disabled={isBusy}>
              {say('save')}
            </button>
            {schedule && (
              <button type="button" aria-expanded={isLooking} onClick={() => setLooking(!isLooking)}>
                {say('rhythm.look')}
              </button>
            )}
            {editing && (
              <button type="button" onClick={() => { draft.reset(blank()); onCancel(); }}>
                {say('cancel')}
              </button>
            )}
          </div>
          {schedule && isLooking && <Preview key={line} request={{ kind: schedule.kind, audience: schedule.audience.map(audienceText) }} today={dayOf(nowOf(start))} onSent={onSent} />}
        </form>
      </details>
      {told}
    </>
  );
}

/** The answer is kept in view while somebody types, under the field that they look at. */
function showAnswer(form: HTMLFormElement | null): void {
  form?.querySelector('.understood, .advice')?.scrollIntoView({ block: 'nearest' });
}

/** Read out as it changes, so that nobody saves what was understood otherwise than it was meant. */
function Understood({ schedule, start }: { readonly schedule: Schedule | undefined; readonly start: RhythmStart }) {
  const { say, language } = useVoice();
  const note = schedule ? noteOnRecurrence(schedule.recurrence, language) : '';
  return (
    <div role="status" class={schedule ? 'understood' : ''}>
      {schedule && (
        <>
          <p class="quiet">{say('rhythm.understood')}</p>
          <p>
            <b>{describeSchedule(schedule, language, dayOf(nowOf(start)))}</b>
          </p>
          {note && <p class="quiet">{note}</p>}
          <NextDates next={nextDates(schedule, start)} />
        </>
      )}
    </div>
  );
}
