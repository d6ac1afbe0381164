/** The fields of one key result in the form of its objective. */
import { MEASURES, READINGS, type Measure, type Reading } from '../../src/model/words';
import type { FormStart, KeyResultDraft } from '../../src/app/api';
import type { Beside } from '../../src/rules/wording/advise';
import { SelectField, TextField } from '../parts/Field';
import { useVoice } from '../voice';
import { Advice } from './Advice';

interface Props {
  readonly start: FormStart;
  readonly index: number;
  readonly draft: KeyResultDraft;
  readonly errorOf: (field: keyof KeyResultDraft) => string | undefined;
  readonly onChange: (part: Partial<KeyResultDraft>) => void;
  readonly onDuplicate: () => void;
  /** Only what is not stored yet can simply be taken away. */
  readonly onRemove: (() => void) | undefined;
}

const MORE = ['owner', 'weight', 'startDate', 'dueDate', 'plan', 'reading', 'source', 'kpi'] as const;

/** For advice it only matters whether the numbers are there; reading them exactly is the server's part. */
function besideOf({ measure, start, target, unit }: KeyResultDraft): Beside {
  const number = (text: string) => (/\d/.test(text) ? Number.parseFloat(text.replace(',', '.')) : undefined);
  return { unit, measure: measure === '' ? undefined : measure, start: number(start), target: number(target) };
}

export function KeyResultForm({ start, index, draft, errorOf, onChange, onDuplicate, onRemove }: Props) {
  const { say, word } = useVoice();
  const name = draft.id || say('write.keyResult', { number: index + 1 });
  const isMilestone = draft.measure === 'Milestone';
  const number = { inputMode: 'decimal' };
  return (
    <fieldset class="key-result">
      <legend>{name}</legend>
      <TextField label={say('label.key_result')} value={draft.text} onInput={(text) => onChange({ text })} error={errorOf('text')} rows={3} below={<Advice text={draft.text} kind="key result" beside={besideOf(draft)} />} />
      <SelectField
        label={say('label.measure')}
        value={draft.measure}
        options={[{ value: '', label: say('write.fromNumbers') }, ...MEASURES.map((one) => ({ value: one, label: word(one) }))]}
        onChange={(measure) => onChange({ measure: measure as Measure | '' })}
        error={errorOf('measure')}
        hint={isMilestone ? say('write.milestone') : undefined}
      />
      {!isMilestone && (
        <div class="pair">
          <TextField label={say('label.start')} value={draft.start} onInput={(value) => onChange({ start: value })} error={errorOf('start')} field={number} />
          <TextField label={say('label.target')} value={draft.target} onInput={(target) => onChange({ target })} error={errorOf('target')} field={number} />
          <TextField label={say('label.unit')} value={draft.unit} onInput={(unit) => onChange({ unit })} error={errorOf('unit')} />
        </div>
      )}
      <details open={MORE.some((field) => errorOf(field) !== undefined)}>
        <summary>{say('write.more')}</summary>
        <TextField label={say('label.owner')} value={draft.owner} onInput={(owner) => onChange({ owner })} error={errorOf('owner')} suggestions={start.people} hint={say('write.ownerOfObjective')} />
        <TextField label={say('label.weight')} value={draft.weight} onInput={(weight) => onChange({ weight })} error={errorOf('weight')} field={number} hint={say('write.weight')} />
        <TextField label={say('label.start_date')} value={draft.startDate} onInput={(startDate) => onChange({ startDate })} error={errorOf('startDate')} field={{ type: 'date' }} hint={say('write.datesOfObjective')} />
        <TextField label={say('label.due_date')} value={draft.dueDate} onInput={(dueDate) => onChange({ dueDate })} error={errorOf('dueDate')} field={{ type: 'date' }} />
        <TextField label={say('label.plan')} value={draft.plan} onInput={(plan) => onChange({ plan })} error={errorOf('plan')} hint={say('write.plan')} />
        <SelectField label={say('label.reading')} value={draft.reading} options={READINGS.map((one) => ({ value: one, label: word(one) }))} onChange={(reading) => onChange({ reading: reading as Reading })} error={errorOf('reading')} hint={say('write.reading')} />
        <TextField label={say('label.source')} value={draft.source} onInput={(source) => onChange({ source })} error={errorOf('source')} />
        <SelectField
          label={say('write.kpi')}
          value={draft.kpi}
          options={[{ value: '', label: '–' }, ...start.kpis.map(({ id, text }) => ({ value: id, label: `${id} ${text}` }))]}
          onChange={(kpi) => onChange({ kpi })}
          error={errorOf('kpi')}
          hint={draft.kpi === '' ? undefined : say('write.kpiHint')}
        />
      </details>
      <div class="buttons">
        <button type="button" class="small" aria-label={`${say('write.duplicate')}: ${name}`} onClick={onDuplicate}>
          {say('write.duplicate')}
        </button>
        {onRemove && (
          <button type="button" class="small" aria-label={`${say('write.remove')}: ${name}`} onClick={onRemove}>
            {say('write.remove')}
          </button>
        )}
      </div>
    </fieldset>
  );
}
