/** Asks before something is done that people may regret; Escape and the second button do nothing. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { useVoice } from '../voice';

interface Props {
  readonly text: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export function Question({ text, yes, onYes, onNo }: Props) {
  const { say } = useVoice();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  // Only a dialog that is closed, not one that is taken away, gives the focus back to where it was.
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onNo}>
      <p id={id}>{text}</p>
      <div class="buttons">
        <button
          type="button"
          class="primary"
          onClick={() => {
            close();
            onYes();
          }}
        >
          {yes}
        </button>
        <button type="button" onClick={close}>
          {say('cancel')}
        </button>
      </div>
    </dialog>
  );
}
