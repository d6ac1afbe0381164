/** The place of those who work by keyboard: it is not lost when what has the focus waits or goes away. */

const STOPS = 'button, input, select, textarea, summary, [tabindex="0"]';

/**
 * A browser forgets the focus with the element that had it: after a list was mended, a form saved, a card archived, the next word of a screen reader would
 * come from nowhere. So where nobody else took it, the focus goes to what stood before: from the form of a saved check-in to its row in the list.
 */
export function keepFocus(): void {
  let last: HTMLElement | undefined;
  let before: readonly HTMLElement[] = []; // the nearest one first
  document.addEventListener('focusin', ({ target }) => {
    const here = target as HTMLElement;
    last = here;
    before = [...document.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => (stop.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0).reverse();
  });
  function look(): void {
    if (!last || document.activeElement !== document.body) return;
    // A click beside everything leaves what had the focus where it is: that is no loss.
    if (!isThere(last)) before.find((stop) => isThere(stop) && stop.tabIndex >= 0)?.focus();
    else last = undefined;
  }
  // A frame later, whatever takes the focus on purpose has it.
  const soon = () => requestAnimationFrame(() => requestAnimationFrame(look));
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true, attributeFilter: ['hidden', 'disabled', 'open'] });
  document.addEventListener('click', refuseWhileWaiting, true);
}

const isThere = (element: HTMLElement): boolean => element.isConnected && element.checkVisibility() && !element.matches(':disabled');

/** `disabled` would take the focus from the very button that was pressed; what is `aria-disabled` keeps it and does not react. */
function refuseWhileWaiting(event: Event): void {
  if (!(event.target instanceof Element) || !event.target.closest('[aria-disabled=true]')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
