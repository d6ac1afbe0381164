/** Asks before something is done that people may regret; Escape and the second button do nothing. */
import { useLayoutEffect, useId, useRef } from 'preact/hooks';
import { useVoice } from '../voice';

interface Props {
  readonly text: string;
  readonly yes: string;
  readonly onYes: () => void;
  /** The question is over, also before `onYes`. */
  readonly onNo: () => void;
}

export function Question({ text, yes, onYes, onNo }: Props) {
  const { say } = useVoice();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  // Only a dialog that is closed, not one that is taken away, gives the focus back to where it was. Its close event comes later, when the next
  // question may be there already, so nothing waits for it.
  function end(then?: () => void): void {
    dialog.current?.close();
    onNo();
    then?.();
  }
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        end();
      }}
    >
      <p id={id}>{text}</p>
      <div class="buttons">
        <button type="button" class="primary" onClick={() => end(onYes)}>
          {yes}
        </button>
        <button type="button" onClick={() => end()}>
          {say('cancel')}
        </button>
      </div>
    </dialog>
  );
}
