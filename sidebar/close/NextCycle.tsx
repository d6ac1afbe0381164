/** Fourth step: the next cycle, by the calendar, the fiscal year or free dates, and examples to begin with. */
import { useState } from 'preact/hooks';
import type { FormStart } from '../../src/app/api';
import type { CloseStart, Span } from '../../src/app/close/api';
import { libraryFor } from '../library/library';
import type { DepartmentId, ObjectiveId } from '../library/shape';
import { SelectField, TextField } from '../parts/Field';
import { useVoice } from '../voice';
import { hasFirstMonth, LENGTHS, nextSpan, problemsOf, type Closing, type Length } from './closing';

interface Props {
  readonly start: FormStart;
  readonly closing: Closing;
  readonly earlier: CloseStart;
  readonly isChecked: boolean;
  readonly onChange: (part: Partial<Closing>) => void;
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

export function NextCycle({ start, closing, earlier, isChecked, onChange }: Props) {
  const { say, language } = useVoice();
  const { next, length, firstMonth } = closing;
  const problems = problemsOf(next, start.cycle, earlier);
  const monthName = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const change = (part: Partial<Span>) => onChange({ next: { ...next, ...part } });
  const choose = (chosen: Length, month: number) => onChange({ length: chosen, firstMonth: month, next: chosen === 'free' ? next : nextSpan(start.cycle, chosen, month) });
  return (
    <>
      <SelectField label={say('close.length')} value={length} options={LENGTHS.map((one) => ({ value: one, label: say(`close.${one}`) }))} onChange={(one) => choose(one as Length, firstMonth)} />
      {hasFirstMonth(length) && (
        <SelectField
          label={say('close.firstMonth')}
          value={String(firstMonth)}
          options={MONTHS.map((month) => ({ value: String(month), label: monthName.format(new Date(Date.UTC(2026, month - 1, 1))) }))}
          onChange={(month) => choose(length, Number(month))}
        />
      )}
      <TextField label={say('close.name')} value={next.name} onInput={(name) => change({ name })} error={problems.isTaken ? say('close.taken') : isChecked && problems.name ? say('close.needsName') : undefined} />
      <TextField label={say('close.first')} value={next.start} onInput={(day) => change({ start: day })} error={isChecked && problems.days ? say('close.needsDays') : undefined} field={{ type: 'date' }} />
      <TextField label={say('close.last')} value={next.end} onInput={(day) => change({ end: day })} field={{ type: 'date' }} />
      <div role="status">
        {problems.overlaps.map((one) => (
          <p class="note" key={one.name}>
            {say('close.overlap', one)}
          </p>
        ))}
        {problems.gap > 0 && <p class="note">{say('close.gap', { count: problems.gap })}</p>}
      </div>
      <Examples chosen={closing.examples} onChange={(examples) => onChange({ examples })} />
    </>
  );
}

function Examples({ chosen, onChange }: { readonly chosen: readonly ObjectiveId[]; readonly onChange: (chosen: readonly ObjectiveId[]) => void }) {
  const { say, language } = useVoice();
  const { departments } = libraryFor(language);
  const [department, setDepartment] = useState<DepartmentId | undefined>(departments[0]?.id);
  const shown = departments.find(({ id }) => id === department)?.objectives ?? [];
  return (
    <details>
      <summary>
        {say('close.examples')}
        {chosen.length > 0 ? ` (${chosen.length})` : ''}
      </summary>
      <p class="quiet">{say('close.examplesHint')}</p>
      <SelectField label={say('help.department')} value={department ?? ''} options={departments.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => setDepartment(id as DepartmentId)} />
      <ul class="plain">
        {shown.map(({ id, text }) => (
          <li key={id}>
            <label class="tick">
              <input type="checkbox" checked={chosen.includes(id)} onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))} />
              <span>{text}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
