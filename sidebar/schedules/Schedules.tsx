/** Mails and reminders: whether they go out, the schedules, who gets the digest, and what was sent. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RhythmStart } from '../../src/app/rhythm/api';
import { Question } from '../parts/Question';
import { Failure, Report } from '../parts/Report';
import { call } from '../server';
import { useVoice } from '../voice';
import { useResource } from '../work';
import { Add } from './Add';
import { Recent, Unconfirmed, Unreachable } from './Delivery';
import { useKeeper, type At, type Keeper } from './keep';
import { listOf, suggestionsFor } from './list';
import { Recipients } from './Recipients';
import { ScheduleList } from './ScheduleList';
import { State } from './State';
import { Waiting } from './Waiting';

interface Props {
  /** Where owners without an address are mended. */
  readonly onReview: () => void;
}

export function Schedules({ onReview }: Props) {
  const { say } = useVoice();
  const start = useResource(() => call('rhythmOpen'));
  useEffect(start.load, []);
  return (
    <>
      <Report work={start.work} running={start.value ? say('working') : say('loading')} />
      {start.value && <Rhythm start={start.value} put={start.put} reload={start.load} onReview={onReview} />}
    </>
  );
}

interface RhythmProps extends Props {
  readonly start: RhythmStart;
  readonly put: (start: RhythmStart) => void;
  readonly reload: () => void;
}

function Rhythm({ start, put, reload, onReview }: RhythmProps) {
  const { say } = useVoice();
  const keeper = useKeeper(start, put);
  const { store } = keeper;
  const [editing, setEditing] = useState('');
  const [suggests, setSuggests] = useState(false);
  const list = listOf(start);
  const { recipients } = start;
  const lines = list.map(({ line }) => line);
  const root = useRef<HTMLDivElement>(null);
  // Both suggestions may be taken, one after the other.
  useEffect(() => {
    if (start.schedules.length === 0) setSuggests(true);
  }, [start]);

  function edit(line: string): void {
    setEditing(line);
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('#schedule-form')?.focus());
  }
  const replaced = (fresh: string): string[] => (editing === '' ? [...lines, fresh] : lines.map((line) => (line === editing ? fresh : line)));

  return (
    <div ref={root}>
      <State start={start} put={put} reload={reload} hasSchedules={list.length > 0} />
      {/* What most people come for stands first: the form, then what there is. */}
      <Add
        key={editing}
        start={start}
        editing={list.find(({ line }) => line === editing)?.schedule}
        taken={list.flatMap(({ line, schedule }) => (line === editing ? [] : schedule))}
        isBusy={keeper.work.isRunning}
        onSave={(line, onStored, onRefused) => {
          const wanted = replaced(line);
          const refused = (texts: Readonly<Record<string, string>>) => onRefused(texts[`schedules.${wanted.indexOf(line)}`] ?? Object.values(texts).join(' '));
          store({ at: 'form', lines: wanted, recipients, done: say('rhythm.saved'), onRefused: refused, onStored: () => { onStored(); setEditing(''); } });
        }}
        onCancel={() => setEditing('')}
        onSent={reload}
        told={<Kept keeper={keeper} at="form" />}
      />
      <ScheduleList
        start={start}
        list={list}
        suggestions={suggests ? suggestionsFor(start) : []}
        isBusy={keeper.work.isRunning}
        onAdd={(line) => store({ at: 'list', lines: [...lines, line], recipients, done: say('rhythm.added') })}
        onEdit={edit}
        onDelete={(line) => {
          if (line === editing) setEditing('');
          store({ at: 'list', lines: lines.filter((one) => one !== line), recipients, done: say('rhythm.deleted') });
        }}
        onSent={reload}
        onDropUnreadable={() => store({ at: 'list', lines, recipients, done: say('rhythm.dropped') })}
      />
      <Kept keeper={keeper} at="list" />
      <Waiting start={start} put={put} />
      <Unconfirmed start={start} put={put} onSent={reload} />
      <Unreachable start={start} onReview={onReview} />
      <Recipients start={start} isBusy={keeper.work.isRunning} told={<Kept keeper={keeper} at="recipients" />} onSave={(wanted, onRefused, onStored) => store({ at: 'recipients', lines, recipients: wanted, done: say('rhythm.saved'), onRefused, onStored })} />
      <Recent start={start} />
      {keeper.asked && (
        <Question
          text={say('rhythm.askDrop', { count: start.problems.length + start.unreadableRecipients.length })}
          yes={say('rhythm.dropYes')}
          onYes={() => keeper.answer(true)}
          onNo={() => keeper.answer(false)}
        />
      )}
    </div>
  );
}

/** What came of saving, where it was wanted. */
function Kept({ keeper, at }: { readonly keeper: Keeper; readonly at: At }) {
  const { say } = useVoice();
  if (keeper.at !== at) return null;
  const { work, told } = keeper;
  return (
    <>
      <Report work={work} running={say('saving')} done={told === 'changed' ? undefined : told?.done} />
      {told === 'changed' && <Failure text={say('rhythm.changed')} />}
    </>
  );
}
