/** What can be done with an objective that is there: edit, duplicate, archive, and move or archive its key results. */
import { useState } from 'preact/hooks';
import type { FormStart, ObjectiveItem } from '../../src/app/api';
import { Question } from '../parts/Question';
import { Report } from '../parts/Report';
import { Search } from '../parts/Search';
import { call } from '../server';
import { useVoice } from '../voice';
import { useWork } from '../work';
import { hangingOn } from './hanging';
import { keyResultsAfterMove, type Limit } from './limits';

interface Props {
  readonly start: FormStart;
  readonly put: (start: FormStart) => void;
  readonly onEdit: (id: string) => void;
  readonly onDuplicate: (item: ObjectiveItem) => void;
  readonly onChanged: () => void;
}

export function Existing({ start, put, onEdit, onDuplicate, onChanged }: Props) {
  const { say } = useVoice();
  const [chosen, setChosen] = useState('');
  const [moving, setMoving] = useState('');
  const [archiving, setArchiving] = useState('');
  const [crowding, setCrowding] = useState<{ readonly id: string; readonly to: string; readonly limit: Limit } | undefined>(undefined);
  const [done, setDone] = useState('');
  const work = useWork();
  const item = start.objectives.find(({ id }) => id === chosen);
  const hanging = hangingOn(archiving, start);

  function change(task: () => Promise<FormStart>, told: string): void {
    setMoving('');
    setArchiving('');
    setDone('');
    void work.run(task, (fresh) => {
      put(fresh);
      setDone(told);
      onChanged();
    });
  }

  const move = (id: string, to: string): void => change(() => call('formMove', id, to), say('existing.moved', { id, to }));
  /** Where it would be one too many, the person hears so before it is done. */
  function moveOrAsk(id: string, to: string): void {
    const limit = keyResultsAfterMove(start, to);
    if (limit?.state === 'passed') setCrowding({ id, to, limit });
    else move(id, to);
  }

  return (
    <details>
      <summary>{say('existing')}</summary>
      {start.objectives.length === 0 ? <p>{say('existing.none')}</p> : <Search label={say('existing.find')} items={start.objectives} onChoose={setChosen} />}
      <Report work={work} running={say('saving')} done={done} />
      {item && (
        <div class="card">
          <p>
            <b>{item.id}</b> {item.text}
          </p>
          <div class="buttons">
            <button type="button" onClick={() => onEdit(item.id)}>
              {say('existing.edit')}
            </button>
            <button type="button" onClick={() => onDuplicate(item)}>
              {say('write.duplicate')}
            </button>
            <button type="button" aria-disabled={work.isRunning} onClick={() => setArchiving(item.id)}>
              {say('existing.archive')}
            </button>
          </div>
          <ul class="plain">
            {item.keyResults.map((keyResult) => (
              <li key={keyResult.id}>
                <p>
                  <b>{keyResult.id}</b> {keyResult.text}
                </p>
                <div class="buttons">
                  <button type="button" class="small" aria-label={`${say('existing.move')}: ${keyResult.id}`} aria-expanded={moving === keyResult.id} onClick={() => setMoving(moving === keyResult.id ? '' : keyResult.id)}>
                    {say('existing.move')}
                  </button>
                  <button type="button" class="small" aria-label={`${say('existing.archive')}: ${keyResult.id}`} aria-disabled={work.isRunning} onClick={() => setArchiving(keyResult.id)}>
                    {say('existing.archive')}
                  </button>
                </div>
                {moving === keyResult.id && (
                  <Search
                    label={say('existing.moveTo', { id: keyResult.id })}
                    items={start.objectives.filter(({ id }) => id !== item.id)}
                    onChoose={(to) => moveOrAsk(keyResult.id, to)}
                  />
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {crowding && (
        <Question
          text={`${crowding.to}: ${say('limit.keyResults.passed', { count: crowding.limit.count, limit: crowding.limit.limit })}`}
          yes={say('existing.move')}
          onYes={() => move(crowding.id, crowding.to)}
          onNo={() => setCrowding(undefined)}
        />
      )}
      {archiving !== '' && (
        <Question
          text={[
            archiving === item?.id ? say('existing.askObjective', { id: archiving, count: item.keyResults.length }) : say('existing.askKeyResult', { id: archiving }),
            hanging.objectives > 0 && say('existing.supporters', { count: hanging.objectives }),
            hanging.actions > 0 && say('existing.actions', { count: hanging.actions }),
          ].filter(Boolean).join(' ')}
          yes={say('existing.archive')}
          onYes={() => change(() => call('formArchive', archiving), say('existing.archived', { id: archiving }))}
          onNo={() => setArchiving('')}
        />
      )}
    </details>
  );
}
