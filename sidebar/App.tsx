/** The sidebar's frame: loads the panel, shows that a call is running, and what to do when one fails. */
import { useEffect, useState } from 'preact/hooks';
import { toLanguage } from '../src/model/language';
import type { Panel } from '../src/app/panel';
import { Findings } from './Findings';
import { Figures } from './Figures';
import { call, CallFailed } from './server';
import { speak } from './speak';

type Task = 'panelOpen' | 'panelCheck' | 'panelSetUp';

interface State {
  readonly panel: Panel | undefined;
  readonly running: Task | undefined;
  readonly failure: { readonly task: Task; readonly error: CallFailed } | undefined;
}

export function App() {
  const [state, setState] = useState<State>({ panel: undefined, running: 'panelOpen', failure: undefined });
  const language = state.panel?.language ?? toLanguage(navigator.language) ?? 'en';
  const say = speak(language);

  async function run(task: Task) {
    setState((before) => ({ ...before, running: task, failure: undefined }));
    try {
      const panel = await call(task);
      setState({ panel, running: undefined, failure: undefined });
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setState((before) => ({ ...before, running: undefined, failure: { task, error } }));
    }
  }

  async function show(sheetId: number, row: number, column: number) {
    try {
      await call('panelShow', sheetId, row, column);
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      setState((before) => ({ ...before, failure: { task: 'panelCheck', error } }));
    }
  }

  useEffect(() => void run('panelOpen'), []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const { panel, running, failure } = state;
  return (
    <>
      <p class="status" role="status">
        {running ? (panel ? say('working') : say('loading')) : ''}
      </p>
      {failure && (
        <div class="failure" role="alert">
          <p>{failure.error.severalAccounts ? say('several') : say('failed', { reason: failure.error.reason })}</p>
          <button type="button" onClick={() => void run(failure.task)}>
            {say('retry')}
          </button>
        </div>
      )}
      {panel && !panel.isSetUp && (
        <section>
          <p>{say('notSetUp')}</p>
          <button type="button" class="primary" disabled={running !== undefined} onClick={() => void run('panelSetUp')}>
            {say('setUp')}
          </button>
        </section>
      )}
      {panel?.isSetUp && (
        <>
          <Figures panel={panel} say={say} />
          <Findings panel={panel} say={say} isBusy={running !== undefined} onCheck={() => void run('panelCheck')} onShow={(one) => void show(one.sheetId, one.row, one.column)} />
        </>
      )}
    </>
  );
}
