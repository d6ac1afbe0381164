/** First step: how everything ended, read by what was expected, and the final values that are missing. */
import { useState } from 'preact/hooks';
import type { FormStart, KeyResultItem, ObjectiveItem } from '../../src/app/api';
import type { CloseStart } from '../../src/app/close/api';
import { valueOf } from '../checkIn/facts';
import { closeAttempt, refFor } from '../drafts';
import { TextField } from '../parts/Field';
import { Paged } from '../parts/Paged';
import { Report } from '../parts/Report';
import { call } from '../server';
import { gapText } from '../../src/report/mail/figures';
import { toScore } from '../../src/model/units';
import { useVoice } from '../voice';
import { useWork } from '../work';
import { goalOf, isMissing } from './closing';

interface Props {
  readonly start: FormStart;
  readonly close: CloseStart;
  readonly onSaved: () => void;
}

export function Scores({ start, close, onSaved }: Props) {
  const { say } = useVoice();
  const missing = start.objectives.flatMap(({ keyResults }) => keyResults.filter(isMissing)).length;
  return (
    <>
      <p>{say('close.reading')}</p>
      <p class={missing > 0 ? 'note' : 'quiet'}>{missing > 0 ? say('close.missing', { count: missing }) : say('close.complete')}</p>
      {close.doubtful.length > 0 && <Doubtful cells={close.doubtful} />}
      <Paged items={start.objectives} keyOf={({ id, place }) => id || String(place.row)}>
        {(one) => (
          <div class="card">
            <b>{one.text || one.id}</b>
            <p class="quiet">
              {one.id} · <Reading objective={one} />
            </p>
            {one.keyResults.map((keyResult) => (
              <Final key={keyResult.id} item={keyResult} onSaved={onSaved} />
            ))}
          </div>
        )}
      </Paged>
    </>
  );
}

/** What is refused at the end is told at the beginning, with the way to each cell. */
function Doubtful({ cells }: { readonly cells: CloseStart['doubtful'] }) {
  const { say } = useVoice();
  const work = useWork();
  return (
    <>
      <p class="note">{say('close.doubtful')}</p>
      <Paged items={cells} keyOf={({ cell }) => cell}>
        {({ cell, place }) => (
          <button type="button" class="link" onClick={() => void work.run(() => call('panelShow', place.sheetId, place.row, place.column), () => undefined)}>
            {cell}
          </button>
        )}
      </Paged>
      <Report work={work} />
    </>
  );
}

/** `Committed · 0.78 · 1.0 was expected: 0.22 short`. */
export function Reading({ objective }: { readonly objective: ObjectiveItem }) {
  const { say, word, score: shown, language } = useVoice();
  const goal = goalOf(objective);
  const { score, kind } = objective;
  if (score === null) return <>{[word(kind), say('close.noScore')].join(' · ')}</>;
  const facts = { goal: new Intl.NumberFormat(language, { minimumFractionDigits: 1 }).format(goal), gap: gapText(toScore(score), goal, language) };
  return <>{[word(kind), shown(score), score >= goal ? say('close.reached', facts) : say('close.short', facts)].join(' · ')}</>;
}

function Final({ item, onSaved }: { readonly item: KeyResultItem; readonly onSaved: () => void }) {
  const voice = useVoice();
  const standing = item.score === null ? voice.say('close.noScore') : voice.score(item.score);
  return (
    <div>
      <p>{item.text}</p>
      <p class="quiet">{[item.id, valueOf(item.current, item, voice), standing].filter(Boolean).join(' · ')}</p>
      {isMissing(item) && <MissingValue item={item} onSaved={onSaved} />}
    </div>
  );
}

/** A final value is a check-in like any other: it is in the log, and the current value follows. */
function MissingValue({ item, onSaved }: { readonly item: KeyResultItem; readonly onSaved: () => void }) {
  const { say } = useVoice();
  const work = useWork();
  const [value, setValue] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const key = `final ${item.place.sheetId} ${item.id}`;
  const entry = { keyResultId: item.id, value, confidence: null, progress: '', blockers: '', day: '' };
  const save = () =>
    void work.run(
      () => call('checkInSave', { ...entry, ref: refFor(key, entry) }),
      (answer) => {
        if ('refused' in answer) return setError(answer.refused.map(({ text }) => text).join(' '));
        closeAttempt(key);
        onSaved();
      },
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField label={item.unit === '' ? say('close.final', { id: item.id }) : say('close.finalIn', item)} value={value} onInput={setValue} error={error} field={{ inputMode: 'decimal' }} />
      <Report work={work} running={say('saving')} />
      <button type="submit" class="small" disabled={value.trim() === ''} aria-disabled={work.isRunning}>
        {say('save')}
      </button>
    </form>
  );
}
