/** What the objective supports: found while typing among all objectives and key results but its own. */
import type { FormStart, ObjectiveDraft } from '../../src/app/api';
import type { Found } from '../parts/find';
import { Search } from '../parts/Search';
import { useVoice } from '../voice';

interface Props {
  readonly start: FormStart;
  readonly draft: ObjectiveDraft;
  readonly error: string | undefined;
  readonly onChange: (parent: string) => void;
}

export function Parent({ start, draft, error, onChange }: Props) {
  const { say } = useVoice();
  const items = supportable(start, draft.id);
  const chosen = items.find(({ id }) => id === draft.parent);
  return (
    <>
      <Search label={say('label.parent')} hint={say('write.parentHint')} error={error} items={items} onChoose={onChange} />
      {draft.parent !== '' && (
        <p class="chosen">
          <b>{draft.parent}</b> {chosen?.text}{' '}
          <button type="button" class="link" aria-label={`${say('write.clear')}: ${draft.parent}`} onClick={() => onChange('')}>
            {say('write.clear')}
          </button>
        </p>
      )}
    </>
  );
}

/** An objective cannot support itself, nor one of its key results. */
function supportable({ objectives }: FormStart, own: string): readonly Found[] {
  return objectives.filter(({ id }) => own === '' || id !== own).flatMap(({ id, text, keyResults }) => [{ id, text }, ...keyResults.map((one) => ({ id: one.id, text: one.text }))]);
}
