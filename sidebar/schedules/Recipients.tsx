/** The stakeholders: who gets digests and reports, each in their language; kept as a draft until it is saved. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { RhythmStart } from '../../src/app/rhythm/api';
import { useDraft } from '../drafts';
import { useVoice } from '../voice';
import { People } from './People';

interface Props {
  readonly start: RhythmStart;
  readonly isBusy: boolean;
  /** What came of saving. */
  readonly told: ComponentChildren;
  readonly onSave: (recipients: readonly string[], onRefused: (texts: Readonly<Record<string, string>>) => void, onStored: () => void) => void;
}

/** `base` is the list that was changed: another one that came meanwhile is shown instead. */
interface Draft {
  readonly base: readonly string[];
  readonly value: readonly string[];
}

export function Recipients({ start, isBusy, told, onSave }: Props) {
  const { say } = useVoice();
  const stored = start.recipients;
  const draft = useDraft<Draft>('recipients', () => ({ base: stored, value: stored }));
  const isSame = (one: readonly string[], other: readonly string[]) => JSON.stringify(one) === JSON.stringify(other);
  const value = isSame(draft.value.base, stored) ? draft.value.value : stored;
  const isChanged = !isSame(value, stored);
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const change = (next: readonly string[]) => {
    setRefused({});
    draft.set({ base: stored, value: next });
  };
  const others = Object.entries(refused).flatMap(([field, text]) => (/^recipients\.\d+$/.test(field) ? [] : [text]));
  return (
    <>
      <details id="stakeholders" open={isChanged || start.unreadableRecipients.length > 0 || Object.keys(refused).length > 0}>
        <summary>{say('rhythm.recipients', { count: value.length })}</summary>
        <p class="quiet">{say('rhythm.recipientsWhy')}</p>
        {start.unreadableRecipients.length > 0 && (
          <div class="note">
            <p>{say('rhythm.unreadableRecipients')}</p>
            <ul class="bullets">
              {start.unreadableRecipients.map((text, at) => (
                <li key={at}>{text}</li>
              ))}
            </ul>
          </div>
        )}
        <People label={say('rhythm.recipientsWho')} value={value} groups={['owners', 'objective owners']} start={start} refused={value.map((_, at) => refused[`recipients.${at}`])} error={others.join(' ') || undefined} onChange={change} />
        {(isChanged || start.unreadableRecipients.length > 0) && (
          <div class="buttons">
            <button type="button" class="primary" aria-disabled={isBusy} onClick={() => onSave(value, setRefused, () => draft.reset({ base: [], value: [] }))}>
              {say('rhythm.saveRecipients')}
            </button>
            {isChanged && (
              <button type="button" onClick={() => draft.reset({ base: stored, value: stored })}>
                {say('discard')}
              </button>
            )}
          </div>
        )}
      </details>
      {told}
    </>
  );
}
