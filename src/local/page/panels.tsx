/** Where the add-on shows its HTML: the sidebar of Google's width, and a dialog in the middle of the page. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Dialog, Sidebar } from '../types';
import { ScriptFrame, type FrameProps } from './frame';

interface PanelProps extends FrameProps {
  readonly closeLabel: string;
}

/** Shown again by the script, a sidebar starts anew, even with the same HTML: so each has a number of its own. */
const numbers = new WeakMap<object, number>();
let given = 0;
function numberOf(shown: object): number {
  const number = numbers.get(shown) ?? (given += 1);
  numbers.set(shown, number);
  return number;
}

export function SidebarPanel({ sidebar, closeLabel, ...frame }: PanelProps & { readonly sidebar: Sidebar }): JSX.Element {
  const close = (): void => frame.host.closeSidebar();
  return (
    <aside class="sidebar" aria-label={sidebar.title}>
      <Heading title={sidebar.title} closeLabel={closeLabel} close={close} />
      <ScriptFrame key={numberOf(sidebar)} {...frame} title={sidebar.title} html={sidebar.html} close={close} />
    </aside>
  );
}

export function DialogPanel({ dialog, closeLabel, ...frame }: PanelProps & { readonly dialog: Dialog }): JSX.Element {
  const element = useRef<HTMLDialogElement>(null);
  const close = (): void => frame.host.closeDialog();
  useEffect(() => (dialog.modal ? element.current?.showModal() : element.current?.show()), []);
  return (
    <dialog ref={element} class="script" aria-label={dialog.title} style={{ width: dialog.width }} onClose={close}>
      <Heading title={dialog.title} closeLabel={closeLabel} close={close} />
      <ScriptFrame key={numberOf(dialog)} {...frame} title={dialog.title} html={dialog.html} height={dialog.height} close={close} />
    </dialog>
  );
}

function Heading({ title, closeLabel, close }: { readonly title: string; readonly closeLabel: string; readonly close: () => void }): JSX.Element {
  return (
    <header>
      <h2>{title}</h2>
      <button type="button" class="icon" aria-label={closeLabel} title={closeLabel} onClick={close}>
        ✕
      </button>
    </header>
  );
}
