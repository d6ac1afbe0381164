/** Finds one of many while typing: a combobox with a list that arrow keys, Enter and Escape work on. */
import { useId, useState } from 'preact/hooks';
import { useVoice } from '../voice';
import { Field } from './Field';
import { matches, type Found } from './find';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly items: readonly Found[];
  readonly onChoose: (id: string) => void;
}

/** More than this nobody reads below a field of 300 pixels. */
const MOST = 8;

export function Search({ label, hint, error, items, onChoose }: Props) {
  const { say } = useVoice();
  const list = useId();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const fitting = isOpen ? matches(items, text) : [];
  const shown = fitting.slice(0, MOST);

  function choose(item: Found | undefined): void {
    if (!item) return;
    setText('');
    setOpen(false);
    setAt(-1);
    onChoose(item.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      setAt(shown.length === 0 ? -1 : (at + step + shown.length + (at < 0 && step < 0 ? 1 : 0)) % shown.length);
    } else if (event.key === 'Enter') {
      event.preventDefault(); // never sends the form around it
      choose(shown[at] ?? (shown.length === 1 ? shown[0] : undefined));
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setOpen(false);
    }
  }

  return (
    <div class="search" onFocusOut={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOpen(false)}>
      <Field label={label} hint={hint} error={error}>
        {(links) => (
          <input
            {...links}
            type="text"
            role="combobox"
            autocomplete="off"
            aria-expanded={isOpen}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={at >= 0 && shown[at] ? `${list}-${at}` : undefined}
            value={text}
            onFocus={() => setOpen(true)}
            onClick={() => setOpen(true)}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setOpen(true);
              setAt(-1);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <ul id={list} role="listbox" aria-label={label} class="found" hidden={shown.length === 0}>
        {shown.map((item, index) => (
          <li key={item.id} id={`${list}-${index}`} role="option" aria-selected={index === at} onMouseDown={(event) => event.preventDefault()} onClick={() => choose(item)}>
            <b>{item.id}</b> {item.text}
          </li>
        ))}
      </ul>
      <p class="quiet" role="status">
        {isOpen && text !== '' && shown.length === 0 && say('search.none')}
        {fitting.length > MOST && say('more', { count: fitting.length - MOST })}
      </p>
    </div>
  );
}
