/** A form whose content is on its way to the server: nothing in it can be changed until the answer is there, and the focus stays where it is. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

type Editable = HTMLInputElement | HTMLTextAreaElement;

/**
 * Locks the area while a call runs: what would be typed meanwhile could be neither in what was sent nor in the form that comes after it. Disabling the
 * fields would take the focus away, and an area that is marked busy does not say "Saving…"; so texts are for reading only, and the rest does not react.
 */
export function useLock(area: RefObject<HTMLElement>, isLocked: boolean): void {
  useLayoutEffect(() => {
    const locked = area.current;
    if (!locked || !isLocked) return undefined;
    const texts = [...locked.querySelectorAll<Editable>('input, textarea')].filter(({ readOnly }) => !readOnly);
    for (const text of texts) text.readOnly = true;
    for (const kind of KINDS) locked.addEventListener(kind, stop, true);
    return () => {
      for (const text of texts) text.readOnly = false;
      for (const kind of KINDS) locked.removeEventListener(kind, stop, true);
    };
  }, [isLocked]);
}

/** A list opens with the mouse button's way down, everything else reacts to a click or a key. */
const KINDS = ['mousedown', 'click', 'keydown'] as const;

function stop(event: Event): void {
  if (event instanceof KeyboardEvent && (event.key === 'Tab' || event.ctrlKey || event.metaKey)) return;
  const isText = event.target instanceof HTMLTextAreaElement || (event.target instanceof HTMLInputElement && event.target.type !== 'radio');
  if (event.type === 'mousedown' && isText) return; // a text that is for reading only can still be marked and copied
  event.preventDefault();
  event.stopPropagation();
}
