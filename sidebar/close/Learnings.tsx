/** Second step: a cause for each low score, what helped, what was learned, and what is worth celebrating. */
import type { FormStart } from '../../src/app/api';
import { SelectField, TextField } from '../parts/Field';
import { Paged } from '../parts/Paged';
import { useVoice } from '../voice';
import { asksForCause, CAUSES, type Cause, type Closing, type Said } from './closing';

interface Props {
  readonly start: FormStart;
  readonly closing: Closing;
  readonly onSay: (id: string, part: Said) => void;
}

/** More fits into no sentence. */
const LONGEST = 2000;

export function Learnings({ start, closing, onSay }: Props) {
  const { say, score: shown } = useVoice();
  const low = start.objectives.flatMap(({ keyResults }) => keyResults.filter((one) => one.id !== '' && asksForCause(one)));
  const text = (id: string, key: 'more' | 'helped' | 'learning' | 'win', label: string) => (
    <TextField label={label} value={closing.said[id]?.[key] ?? ''} onInput={(value) => onSay(id, { [key]: value.slice(0, LONGEST) })} rows={2} />
  );
  return (
    <>
      <p>{low.length > 0 ? say('close.why') : say('close.allGood')}</p>
      <Paged items={low} keyOf={({ id }) => id}>
        {(one) => (
          <details class="card">
            <summary>
              {one.id} · {shown(one.score ?? 0)} · {one.text}
            </summary>
            <SelectField
              label={say('close.cause')}
              value={closing.said[one.id]?.cause ?? ''}
              options={[{ value: '', label: '–' }, ...CAUSES.map((cause) => ({ value: cause, label: say(`close.cause.${cause}`) }))]}
              onChange={(cause) => onSay(one.id, { cause: cause as Cause | '' })}
            />
            {text(one.id, 'more', say('close.causeMore'))}
            {text(one.id, 'helped', say('close.helped'))}
            {text(one.id, 'learning', say('close.learning'))}
          </details>
        )}
      </Paged>
      <h3>{say('close.wins')}</h3>
      <Paged items={start.objectives.filter(({ id }) => id !== '')} keyOf={({ id }) => id}>
        {(one) => (
          <details class="card">
            <summary>
              {one.id} · {one.text}
            </summary>
            {text(one.id, 'win', say('close.win'))}
            {text(one.id, 'learning', say('close.learning'))}
          </details>
        )}
      </Paged>
    </>
  );
}
