/** A question before something is thrown away. */
import type { JSX } from 'preact';
import { Dialog } from './notices';
import type { Words } from './words';

export interface Question {
  readonly text: string;
  readonly go: () => void;
}

export function Asking({ question, words, close }: { readonly question: Question; readonly words: Words; readonly close: () => void }): JSX.Element {
  return (
    <Dialog title="" close={close}>
      <p class="said">{question.text}</p>
      <footer>
        <button type="submit">{words.cancel}</button>
        <button type="submit" class="main" onClick={question.go}>
          {words.go}
        </button>
      </footer>
    </Dialog>
  );
}
