/** Last step: what was written, read back from the workbook; what is to be changed; and the examples, written into the new cycle. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FormStart } from '../../src/app/api';
import type { CloseProgress } from '../../src/app/close/api';
import type { HistoryStart } from '../../src/app/history/api';
import type { RhythmSent } from '../../src/app/rhythm/api';
import { isObjective, nextIdOf } from '../../src/rules/past';
import { closeAttempt, refFor } from '../drafts';
import { libraryFor } from '../library/library';
import { Failure, Report } from '../parts/Report';
import { call } from '../server';
import { useVoice } from '../voice';
import { useWork } from '../work';
import { blankObjective, withExample } from '../write/draft';
import { PAGES } from './closing';

interface Props {
  readonly progress: CloseProgress;
  readonly report: RhythmSent | undefined;
  readonly onEdit: (objectiveId: string) => void;
  readonly onHistory: () => void;
  /** The workbook changed. */
  readonly onChanged: () => void;
}

export function Done({ progress, report, onEdit, onHistory, onChanged }: Props) {
  const { say } = useVoice();
  const { examples = [], changing = [] } = progress;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const work = useWork();
  const [past, setPast] = useState<HistoryStart | undefined>(undefined);
  useEffect(() => {
    onChanged();
    void work.run(() => call('historyOpen'), setPast);
  }, []);
  const rows = past?.closed.filter((row) => row.cycle === progress.cycle.name && !past.archived.includes(row.row)) ?? [];
  const goals = rows.filter(isObjective);
  const count = (list: readonly unknown[], kind: 'objectives' | 'keyResults') => say(`count.${kind}`, { count: list.length });
  const toChange = goals.filter((row) => changing.includes(row.id) && nextIdOf(row) !== '');
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {say('close.page', { page: PAGES.length + 1, of: PAGES.length + 1, name: say('close.done') })}
      </h2>
      <p class="done" role="status">
        {say('close.closed', { name: progress.cycle.name, next: progress.next.name })}
      </p>
      <Report work={work} running={say('loading')} />
      {past && <p>{say('close.written', { objectives: count(goals, 'objectives'), keyResults: count(rows.filter((row) => !isObjective(row)), 'keyResults'), carried: count(goals.filter((row) => nextIdOf(row) !== ''), 'objectives') })}</p>}
      {report && report.sent > 0 && <p>{say('close.reportSent', { count: report.sent })}</p>}
      {report && report.pending + report.refused + report.unsure > 0 && <p class="note">{say('close.reportLater', { count: report.pending + report.refused + report.unsure })}</p>}
      {examples.length > 0 && <FromExamples chosen={examples} onChanged={onChanged} />}
      {toChange.length > 0 && (
        <>
          <h3>{say('close.toChange')}</h3>
          <ul class="plain">
            {toChange.map((row) => (
              <li key={row.id}>
                <button type="button" class="link" onClick={() => onEdit(nextIdOf(row))}>
                  {nextIdOf(row)} · {row.text}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="buttons">
        <button type="button" class="primary" onClick={onHistory}>
          {say('close.seeHistory')}
        </button>
      </div>
    </>
  );
}

/** One after the other, each with a reference of its own, so that trying again writes none twice. */
function FromExamples({ chosen, onChanged }: { readonly chosen: readonly string[]; readonly onChanged: () => void }) {
  const { say, language } = useVoice();
  const work = useWork();
  const [refused, setRefused] = useState('');
  const [written, setWritten] = useState<readonly string[] | undefined>(undefined);
  const write = async (): Promise<{ readonly ids: readonly string[]; readonly refused: string }> => {
    const start: FormStart = await call('formOpen');
    const ids: string[] = [];
    for (const example of libraryFor(language).departments.flatMap(({ objectives }) => objectives).filter(({ id }) => chosen.includes(id))) {
      const draft = withExample(blankObjective(start), example, start.decimalMark ?? '.');
      const key = `close example ${start.cycle.name} ${example.id}`;
      const answer = await call('formSave', draft, refFor(key, draft), null);
      if ('refused' in answer) return { ids, refused: answer.refused.map(({ text }) => text).join(' ') };
      ids.push(answer.saved.objectiveId);
    }
    for (const id of chosen) closeAttempt(`close example ${start.cycle.name} ${id}`);
    return { ids, refused: '' };
  };
  useEffect(() => {
    void work.run(write, (answer) => {
      setWritten(answer.ids);
      setRefused(answer.refused);
      onChanged();
    });
  }, []);
  return (
    <>
      <Report work={work} running={say('close.savingExamples')} done={written && say('close.fromExamples', { objectives: say('count.objectives', { count: written.length }) })} />
      {refused !== '' && <Failure text={say('close.exampleRefused', { text: refused })} />}
    </>
  );
}
