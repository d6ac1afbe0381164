/** The state of a call: that it runs, how it failed, and how to try it again. */
import { useRef, useState } from 'preact/hooks';
import { CallFailed } from './server';

export interface Work {
  readonly isRunning: boolean;
  readonly failure: { readonly error: CallFailed; readonly again: () => void } | undefined;
  /** Does one thing at a time: what is asked for while a call runs, such as by a double click, is not done. */
  readonly run: <T>(task: () => Promise<T>, then: (value: T) => void) => Promise<void>;
}

export function useWork(): Work {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Work['failure']>(undefined);
  const busy = useRef(false);

  async function run<T>(task: () => Promise<T>, then: (value: T) => void): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setRunning(true);
    setFailure(undefined);
    let answer: { readonly value: T } | undefined;
    try {
      answer = { value: await task() };
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setFailure({ error, again: () => void run(task, then) });
    } finally {
      busy.current = false;
      setRunning(false);
    }
    if (answer) then(answer.value);
  }

  return { isRunning, failure, run };
}

/** Data of the server that several panels share; it is loaded when first needed and again after something was changed. */
export interface Resource<T> {
  readonly value: T | undefined;
  readonly work: Work;
  readonly isOld: boolean;
  readonly load: () => void;
  readonly put: (value: T) => void;
  readonly expire: () => void;
}

export function useResource<T>(fetch: () => Promise<T>): Resource<T> {
  const [{ value, isOld }, setState] = useState<{ readonly value: T | undefined; readonly isOld: boolean }>({ value: undefined, isOld: true });
  const work = useWork();
  const put = (fresh: T) => setState({ value: fresh, isOld: false });
  return {
    value,
    work,
    isOld,
    put,
    load: () => void work.run(fetch, put),
    expire: () => setState((before) => ({ ...before, isOld: true })),
  };
}
