/** The text of a table, pasted or from a file. */
import { useId, useState } from 'preact/hooks';
import { TextField } from '../parts/Field';
import { useVoice } from '../voice';
import { textOf } from './csv';

interface Props {
  readonly text: string;
  readonly error: string;
  readonly onText: (text: string) => void;
}

export function Pasted({ text, error, onText }: Props) {
  const { say } = useVoice();
  const id = useId();
  const [trouble, setTrouble] = useState('');

  async function read(file: File | undefined): Promise<void> {
    setTrouble('');
    if (!file) return;
    const answer = await textOf(file);
    if ('trouble' in answer) setTrouble(say(`adopt.${answer.trouble}`));
    else onText(answer.text);
  }

  return (
    <>
      <div class="field">
        <label for={id}>{say('adopt.file')}</label>
        <input id={id} type="file" accept=".csv,.tsv,.txt,text/csv" aria-invalid={trouble ? true : undefined} aria-describedby={trouble ? `${id}-error` : undefined} onChange={(event) => void read(event.currentTarget.files?.[0])} />
        {trouble && (
          <p class="error" id={`${id}-error`}>
            {trouble}
          </p>
        )}
      </div>
      <TextField label={say('adopt.paste')} value={text} onInput={onText} rows={6} error={error || undefined} hint={say('adopt.pasteHint')} />
    </>
  );
}
