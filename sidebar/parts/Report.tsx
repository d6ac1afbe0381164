/** Tells that a call runs, how it failed and the way on, and what came of it. */
import type { ComponentChildren } from 'preact';
import type { CallFailed } from '../server';
import { useVoice, type Voice } from '../voice';
import type { Work } from '../work';

interface Props {
  readonly work: Work;
  /** What to say while it runs, if not just "Working…". */
  readonly running?: string;
  /** What was achieved; read out when it appears. */
  readonly done?: string | undefined;
}

export function Report({ work, running, done }: Props) {
  const { say } = useVoice();
  return (
    <>
      <p class={`status${done && !work.isRunning ? ' done' : ''}`} role="status">
        {work.isRunning ? (running ?? say('working')) : (done ?? '')}
      </p>
      {work.failure && (
        <Failure text={failureText(work.failure.error, say)}>
          <button type="button" onClick={work.failure.again}>
            {say('retry')}
          </button>
        </Failure>
      )}
    </>
  );
}

export function Failure({ text, children }: { readonly text: string; readonly children?: ComponentChildren }) {
  return (
    <div class="failure" role="alert">
      <p>{text}</p>
      {children}
    </div>
  );
}

function failureText({ kind, reason }: CallFailed, say: Voice['say']): string {
  if (kind === 'severalAccounts') return say('several');
  if (kind === 'notAllowed') return `${say('notAllowed')} ${say('notAllowedHere')}`;
  return kind === 'noAnswer' ? say('noAnswer') : say('failed', { reason });
}
