/** The fields of an objective and below them those of its key results. */
import { KINDS, LEVELS, PRIORITIES, type Kind, type Level, type Priority } from '../../src/model/words';
import type { FormStart, ObjectiveDraft } from '../../src/app/api';
import { SelectField, TextField } from '../parts/Field';
import { useVoice } from '../voice';
import { Advice } from './Advice';
import { nextKeyResult, withChanged, withDuplicate, withoutKeyResult } from './draft';
import { KeyResultForm } from './KeyResultForm';
import { keyResultsOf, objectivesOfTeam, type Limit } from './limits';
import { Parent } from './Parent';

interface Props {
  readonly start: FormStart;
  readonly draft: ObjectiveDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (draft: ObjectiveDraft) => void;
}

export function ObjectiveForm({ start, draft, errors, onChange }: Props) {
  const { say, word } = useVoice();
  const change = (part: Partial<ObjectiveDraft>) => onChange({ ...draft, ...part });
  const teamLimit = objectivesOfTeam(start, draft);
  const ownLimit = keyResultsOf(start, draft);
  const words = <W extends Parameters<typeof word>[0]>(list: readonly W[]) => list.map((one) => ({ value: one, label: word(one) }));
  const isMoreWrong = ['level', 'parent', 'kind', 'priority', 'startDate', 'dueDate'].some((field) => field in errors);
  return (
    <>
      <TextField label={say('write.iWill')} value={draft.text} onInput={(text) => change({ text })} error={errors['text']} rows={3} below={<Advice text={draft.text} kind="objective" />} />
      <TextField label={say('label.team')} value={draft.team} onInput={(team) => change({ team })} error={errors['team']} suggestions={start.teams} below={<LimitNote limit={teamLimit} of="objectives" />} />
      <TextField label={say('label.owner')} value={draft.owner} onInput={(owner) => change({ owner })} error={errors['owner']} suggestions={start.people} hint={say('write.ownerHint')} />
      <details open={isMoreWrong}>
        <summary>{say('write.more')}</summary>
        <Parent start={start} draft={draft} error={errors['parent']} onChange={(parent) => change({ parent })} />
        <SelectField label={say('label.level')} value={draft.level} options={[{ value: '', label: '–' }, ...words(LEVELS)]} onChange={(level) => change({ level: level as Level | '' })} error={errors['level']} />
        <SelectField label={say('label.kind')} value={draft.kind} options={words(KINDS)} onChange={(kind) => change({ kind: kind as Kind })} error={errors['kind']} hint={say(draft.kind === 'Aspirational' ? 'write.aspirational' : 'write.committed')} />
        <SelectField label={say('label.priority')} value={draft.priority} options={[{ value: '', label: '–' }, ...words(PRIORITIES)]} onChange={(priority) => change({ priority: priority as Priority | '' })} error={errors['priority']} />
        <TextField label={say('label.start_date')} value={draft.startDate} onInput={(startDate) => change({ startDate })} error={errors['startDate']} field={{ type: 'date' }} hint={say('write.cycle', start.cycle)} />
        <TextField label={say('label.due_date')} value={draft.dueDate} onInput={(dueDate) => change({ dueDate })} error={errors['dueDate']} field={{ type: 'date' }} />
      </details>
      <h3>{say('write.measuredBy')}</h3>
      {draft.keyResults.map((keyResult, index) => (
        <KeyResultForm
          key={keyResult.id || index}
          start={start}
          index={index}
          draft={keyResult}
          errorOf={(field) => errors[`keyResults.${index}.${field}`]}
          onChange={(part) => onChange(withChanged(draft, index, part))}
          onDuplicate={() => onChange(withDuplicate(draft, index))}
          onRemove={keyResult.id === '' && draft.keyResults.length > 1 ? () => onChange(withoutKeyResult(draft, index)) : undefined}
        />
      ))}
      {errors['keyResults'] && <p class="error">{errors['keyResults']}</p>}
      <LimitNote limit={ownLimit} of="keyResults" />
      <button type="button" onClick={() => change({ keyResults: [...draft.keyResults, nextKeyResult(start, draft)] })}>
        {say('write.add')}
      </button>
    </>
  );
}

function LimitNote({ limit, of }: { readonly limit: Limit | undefined; readonly of: 'objectives' | 'keyResults' }) {
  const { say } = useVoice();
  return (
    <p class={limit?.state === 'passed' ? 'warn' : 'quiet'} role="status">
      {limit && say(`limit.${of}.${limit.state}`, { count: limit.count, limit: limit.limit })}
    </p>
  );
}
