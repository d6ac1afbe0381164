/** A menu button of the top bar, for the add-on's menu and for the document's: pointer, arrow keys, Escape. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Entry {
  readonly caption: string; // '' is a separator
  readonly run?: () => void;
  readonly entries?: readonly Entry[];
}

export function MenuButton({ label, entries, align }: { readonly label: string; readonly entries: readonly Entry[]; readonly align?: 'right' }): JSX.Element {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (open) itemsOf(box.current)[0]?.focus();
  }, [open]);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside, true);
    return () => document.removeEventListener('pointerdown', outside, true);
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return setOpen(false);
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown' && !open) setOpen(true);
    else if (!open || !moveFocus(itemsOf(box.current), event.key)) return;
    event.preventDefault();
  };
  const choose = (entry: Entry): void => {
    close();
    entry.run?.();
  };
  return (
    <div class={`menu ${align ?? ''}`} ref={box} onKeyDown={onKeyDown}>
      <button ref={button} type="button" aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        {label} ▾
      </button>
      {open && (
        <div role="menu" aria-label={label}>
          <Entries entries={entries} choose={choose} />
        </div>
      )}
    </div>
  );
}

function Entries({ entries, choose }: { readonly entries: readonly Entry[]; readonly choose: (entry: Entry) => void }): JSX.Element {
  return (
    <>
      {entries.map((entry) => {
        if (entry.caption === '') return <hr />;
        if (!entry.entries) {
          return (
            <button type="button" role="menuitem" tabIndex={-1} onClick={() => choose(entry)}>
              {entry.caption}
            </button>
          );
        }
        return (
          <div role="group" aria-label={entry.caption}>
            <p>{entry.caption}</p>
            <Entries entries={entry.entries} choose={choose} />
          </div>
        );
      })}
    </>
  );
}

function itemsOf(box: HTMLElement | null): HTMLElement[] {
  return box ? [...box.querySelectorAll<HTMLElement>('[role=menuitem]')] : [];
}

/** Answers whether the key is one that moves. */
function moveFocus(items: readonly HTMLElement[], key: string): boolean {
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[key];
  if (next === undefined) return false;
  items[(next + items.length) % items.length]?.focus();
  return true;
}
