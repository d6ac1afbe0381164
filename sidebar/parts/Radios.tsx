/** One of a few, all in sight: a group of radio buttons that look like one bar. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Option } from './Field';

interface Props {
  readonly legend: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
}

export function Radios({ legend, value, options, onChange, hint, error }: Props) {
  const id = useId();
  return (
    <fieldset class="field radios" aria-describedby={[error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined}>
      <legend>{legend}</legend>
      <div class="bar">
        {options.map((one) => (
          <label key={one.value}>
            <input type="radio" name={id} value={one.value} checked={one.value === value} aria-invalid={error ? true : undefined} onChange={() => onChange(one.value)} />
            <span>{one.label}</span>
          </label>
        ))}
      </div>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
