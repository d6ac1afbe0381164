/** What Google starts by itself: the installed triggers of everybody, and how the latest executions went. */
import type { JSX } from 'preact';
import type { Host } from '../types';
import { Dialog } from './notices';
import type { Words } from './words';

interface RunsProps {
  readonly host: Pick<Host, 'executions' | 'triggers'>;
  readonly words: Words;
  readonly time: (instant: number) => string;
  readonly close: () => void;
}

const SHOWN = 50;

export function Runs({ host, words, time, close }: RunsProps): JSX.Element {
  const triggers = host.triggers();
  const newestFirst = [...host.executions()].reverse().slice(0, SHOWN);
  return (
    <Dialog title={words.runs} close={close} wide>
      <div class="runs">
        <h3>{words.triggers}</h3>
        {triggers.length === 0 && <p>{words.noTriggers}</p>}
        <ul aria-label={words.triggers}>
          {triggers.map(({ user, functionName, next }, index) => (
            <li key={index}>
              <strong>{functionName}</strong>
              <small>
                {user} · {next === null ? words.waits : `${words.next}: ${time(Date.parse(next))}`}
              </small>
            </li>
          ))}
        </ul>
        <h3>{words.latest}</h3>
        {newestFirst.length === 0 && <p>{words.noRuns}</p>}
        <ul aria-label={words.latest}>
          {newestFirst.map(({ at, functionName, cause, user, milliseconds, error }, index) => (
            <li key={index}>
              <span>
                <strong>{functionName}</strong> · {(milliseconds / 1000).toFixed(1)} s ·{' '}
                <span class={error === undefined ? '' : 'failed'}>{error === undefined ? `✔ ${words.succeeded}` : `✖ ${words.failed}: ${error}`}</span>
              </span>
              <small>
                {time(Date.parse(at))} · {cause} · {user}
              </small>
            </li>
          ))}
        </ul>
      </div>
      <footer>
        <button type="submit" class="main">
          {words.close}
        </button>
      </footer>
    </Dialog>
  );
}
