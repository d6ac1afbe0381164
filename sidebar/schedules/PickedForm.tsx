/** The fields of a schedule to pick: what, when, and for whom; only those that the rhythm needs. */
import { NTHS, SCHEDULE_KINDS, WEEKDAYS, dayOf, type Nth, type ScheduleKind, type Weekday } from '../../src/model/schedule';
import type { Language } from '../../src/model/words';
import type { RhythmStart } from '../../src/app/rhythm/api';
import { SelectField, TextField } from '../parts/Field';
import { useVoice, type Voice } from '../voice';
import { nowOf } from './list';
import { People } from './People';
import { GROUPS } from './audience';
import { RHYTHMS, withKind, type Picked, type PickedField, type PickedProblem, type PickedProblems, type RhythmName } from './picked';

interface Props {
  readonly start: RhythmStart;
  readonly picked: Picked;
  readonly isNew: boolean;
  readonly problems: PickedProblems;
  readonly onChange: (part: Partial<Picked>) => void;
}

export function PickedForm({ start, picked, isNew, problems, onChange }: Props) {
  const { say, language } = useVoice();
  const { kind, rhythm } = picked;
  const error = (field: PickedField): string | undefined => problems[field] && problemAt(problems[field], say);
  const days = WEEKDAYS.map((one) => ({ value: one, label: weekdayName(one, 'long', language) }));
  const number = (field: 'every' | 'day' | 'daysAfter', label: string, hint?: string) => (
    <TextField label={label} value={picked[field]} onInput={(value) => onChange({ [field]: value })} error={error(field)} hint={hint} field={{ inputMode: 'numeric' }} />
  );
  return (
    <>
      <SelectField label={say('rhythm.what')} value={kind} options={SCHEDULE_KINDS.map((one) => ({ value: one, label: say(`kind.${one}`) }))} hint={say(`kindHint.${kind}`)} onChange={(value) => onChange(withKind(picked, value as ScheduleKind))} />
      <SelectField
        label={say('rhythm.when')}
        value={rhythm}
        options={RHYTHMS.filter((one) => one !== 'cycle' || kind === 'report').map((one) => ({ value: one, label: say(`when.${one}`) }))}
        onChange={(value) => onChange({ rhythm: value as RhythmName })}
      />
      {rhythm === 'week' && <Weekdays on={picked.on} error={error('on')} onChange={(on) => onChange({ on })} />}
      {rhythm === 'nth' && (
        <div class="two">
          <SelectField label={say('rhythm.which')} value={picked.nth} options={NTHS.map((one) => ({ value: one, label: say(`nth.${one}`) }))} onChange={(value) => onChange({ nth: value as Nth })} />
          <SelectField label={say('rhythm.weekday')} value={picked.weekday} options={days} onChange={(value) => onChange({ weekday: value as Weekday })} />
        </div>
      )}
      {rhythm === 'day' && number('day', say('rhythm.day'))}
      {rhythm === 'cycle' && number('daysAfter', say('rhythm.daysAfter'), say('rhythm.daysAfterHint', { end: start.cycle.end || '–' }))}
      <div class="two">
        {rhythm !== 'cycle' && number('every', say(rhythm === 'week' ? 'rhythm.everyWeeks' : 'rhythm.everyMonths'))}
        <TextField label={say('rhythm.time')} value={picked.time} onInput={(time) => onChange({ time })} error={error('time')} field={{ type: 'time' }} />
      </div>
      <p class="quiet">{say('rhythm.zone', { zone: start.timeZone })}</p>
      <People
        label={say('rhythm.for')}
        value={picked.audience}
        groups={GROUPS.filter((who) => who !== 'stakeholders' || kind === 'digest' || kind === 'report')}
        start={start}
        error={error('audience')}
        onChange={(audience) => onChange({ audience })}
      />
      <TextField label={say('rhythm.from')} value={picked.from} onInput={(from) => onChange({ from })} error={error('from')} field={isNew ? { type: 'date', min: dayOf(nowOf(start)) } : { type: 'date' }} hint={say(isNew ? 'rhythm.fromHint' : 'rhythm.fromKept')} />
    </>
  );
}

function problemAt(problem: PickedProblem, say: Voice['say']): string {
  return problem.code === 'number' ? say('wrong.number', { least: problem.least, most: problem.most }) : say(`wrong.${problem.code}`);
}

/** A Monday, from which the names of the days are counted. */
const MONDAY = Date.UTC(1970, 0, 5);

export function weekdayName(weekday: Weekday, width: 'long' | 'short', language: Language): string {
  const name = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' }).format(MONDAY + WEEKDAYS.indexOf(weekday) * 86_400_000);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function Weekdays({ on, error, onChange }: { readonly on: readonly Weekday[]; readonly error: string | undefined; readonly onChange: (on: readonly Weekday[]) => void }) {
  const { say, language } = useVoice();
  return (
    <fieldset class="field" aria-describedby={error ? 'weekdays-error' : undefined}>
      <legend>{say('rhythm.weekdays')}</legend>
      <div class="days">
        {WEEKDAYS.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={on.includes(one)}
              aria-label={weekdayName(one, 'long', language)}
              aria-invalid={error ? true : undefined}
              onChange={(event) => onChange(WEEKDAYS.filter((day) => (day === one ? event.currentTarget.checked : on.includes(day))))}
            />
            <span aria-hidden="true">{weekdayName(one, 'short', language)}</span>
          </label>
        ))}
      </div>
      {error && (
        <p class="error" id="weekdays-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}
