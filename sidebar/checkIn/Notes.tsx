/** A text of a few lines that can also be dictated, where the browser listens. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { TextField } from '../parts/Field';
import { useVoice } from '../voice';
import { listen, type Listening } from './dictation';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly mayListen: boolean;
  /** The microphone may not be used; no field needs to offer it any more. */
  readonly onForbidden: () => void;
}

export function Notes({ label, value, onInput, error, hint, onKeyDown, mayListen, onForbidden }: Props) {
  const { say, language } = useVoice();
  const [listening, setListening] = useState<Listening | undefined>(undefined);
  const [trouble, setTrouble] = useState<'heardNothing' | 'notAllowed' | undefined>(undefined);
  // What is heard goes behind what stands there then, not behind what stood there when listening began.
  const latest = useRef({ value, onInput });
  latest.current = { value, onInput };
  useEffect(() => () => listening?.stop(), [listening]);

  function toggle(): void {
    setTrouble(undefined);
    if (listening) return listening.stop();
    setListening(
      listen(language, {
        heard: (text) => latest.current.onInput([latest.current.value.trimEnd(), text].filter(Boolean).join(' ')),
        ended(reason) {
          setListening(undefined);
          setTrouble(reason);
          if (reason === 'notAllowed') onForbidden();
        },
      }),
    );
  }

  return (
    <div class="notes">
      <TextField label={label} value={value} onInput={onInput} error={error} hint={hint} rows={2} onKeyDown={onKeyDown} />
      {mayListen && (
        <button type="button" class="small" aria-pressed={listening !== undefined} aria-label={`${listening ? say('dictate.stop') : say('dictate')}: ${label}`} onClick={toggle}>
          {listening ? say('dictate.stop') : say('dictate')}
        </button>
      )}
      <p class="quiet" role="status">
        {listening ? say('dictate.listening') : trouble === 'heardNothing' ? say('dictate.nothing') : trouble === 'notAllowed' ? say('dictate.notAllowed') : ''}
      </p>
    </div>
  );
}
