/** What the script and the page have to say: toasts that pass, and dialogs that wait for a person. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface Notice {
  readonly id: number;
  readonly kind: 'toast' | 'dialog';
  readonly title: string;
  readonly text: string;
  /** A file that goes with it. */
  readonly download?: { readonly label: string; readonly name: string; readonly text: string };
}

/** Google's toasts stay for five seconds. */
const TOAST_MS = 5_000;

interface NoticesProps {
  readonly notices: readonly Notice[];
  readonly dismiss: (id: number) => void;
  readonly ok: string;
}

export function Notices({ notices, dismiss, ok }: NoticesProps): JSX.Element {
  const dialog = notices.find((notice) => notice.kind === 'dialog');
  return (
    <>
      <div class="toasts" role="status" aria-live="polite">
        {notices
          .filter((notice) => notice.kind === 'toast')
          .map((notice) => (
            <Toast key={notice.id} notice={notice} dismiss={dismiss} />
          ))}
      </div>
      {dialog && (
        <Dialog key={dialog.id} title={dialog.title} close={() => dismiss(dialog.id)}>
          <p class="said">{dialog.text}</p>
          <footer>
            {dialog.download && (
              <a download={dialog.download.name} href={fileUrl(dialog.download.text)}>
                {dialog.download.label}
              </a>
            )}
            <button type="submit" class="main" autofocus>
              {ok}
            </button>
          </footer>
        </Dialog>
      )}
    </>
  );
}

function Toast({ notice, dismiss }: { readonly notice: Notice; readonly dismiss: (id: number) => void }): JSX.Element {
  useEffect(() => {
    const timer = setTimeout(() => dismiss(notice.id), TOAST_MS);
    return () => clearTimeout(timer);
  }, [notice.id]);
  return (
    <div class="toast">
      {notice.title && <strong>{notice.title}</strong>}
      <span>{notice.text}</span>
    </div>
  );
}

interface DialogProps {
  readonly title: string;
  readonly close: () => void;
  readonly wide?: boolean;
  readonly children?: ComponentChildren;
}

/** A dialog of the browser: focus stays inside, Escape closes it, and so does any button of kind submit. */
export function Dialog({ title, close, wide, children }: DialogProps): JSX.Element {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => element.current?.showModal(), []);
  return (
    <dialog ref={element} class={wide ? 'wide' : ''} aria-label={title || undefined} onClose={close}>
      <form method="dialog">
        {title && <h2>{title}</h2>}
        {children}
      </form>
    </dialog>
  );
}

function fileUrl(text: string): string {
  return `data:application/json;charset=utf-8,${encodeURIComponent(text)}`;
}
