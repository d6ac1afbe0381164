/** Form fields with their label above, a hint and an error below, all of it known to screen readers. */
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface Frame {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  /** Stands right below the field, such as advice. */
  readonly below?: ComponentChildren;
}

/** What connects the field itself with the texts around it. */
interface Links {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

export function Field({ label, hint, error, below, children }: Frame & { readonly children: (links: Links) => ComponentChildren }) {
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`, below && `${id}-below`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
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
      {below && <div id={`${id}-below`}>{below}</div>}
    </div>
  );
}

interface TextProps extends Frame {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** More than one line. */
  readonly rows?: number;
  /** What may be meant, to choose from while typing. */
  readonly suggestions?: readonly string[];
  readonly field?: JSX.HTMLAttributes<HTMLInputElement> & { readonly type?: string; readonly inputMode?: string; readonly min?: string; readonly max?: string };
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

export function TextField({ value, onInput, rows, suggestions, field, onKeyDown, ...frame }: TextProps) {
  const list = useId();
  const input = (event: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) => onInput(event.currentTarget.value);
  return (
    <Field {...frame}>
      {(links) =>
        rows ? (
          <textarea {...links} rows={rows} value={value} onInput={input} onKeyDown={onKeyDown} />
        ) : (
          <>
            <input type="text" autocomplete="off" {...(field as object)} {...links} list={suggestions ? list : undefined} value={value} onInput={input} onKeyDown={onKeyDown} />
            {suggestions && (
              <datalist id={list}>
                {suggestions.map((one) => (
                  <option key={one} value={one} />
                ))}
              </datalist>
            )}
          </>
        )
      }
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends Frame {
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}

export function SelectField({ value, options, onChange, ...frame }: SelectProps) {
  return (
    <Field {...frame}>
      {(links) => (
        <select {...links} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {options.map((one) => (
            <option key={one.value} value={one.value} selected={one.value === value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Brings the person to the first field that was refused, also when it lies in a closed part. */
export function focusFirstError(form: HTMLElement | null): void {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  for (let closed = field?.closest<HTMLDetailsElement>('details:not([open])'); closed; closed = closed.parentElement?.closest<HTMLDetailsElement>('details:not([open])')) closed.open = true;
  field?.focus();
}
