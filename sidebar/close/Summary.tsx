/** Fifth step: what will happen, in numbers, before anything does. */
import { useEffect } from 'preact/hooks';
import type { FormStart } from '../../src/app/api';
import type { CloseStart } from '../../src/app/close/api';
import { Report } from '../parts/Report';
import { useVoice } from '../voice';
import { useResource } from '../work';
import { countsOf, type Closing } from './closing';
import { previewReport } from './report';

interface Props {
  readonly start: FormStart;
  readonly close: CloseStart;
  readonly closing: Closing;
  readonly onReport: (report: boolean) => void;
}

export function Summary({ start, close, closing, onReport }: Props) {
  const { say } = useVoice();
  const { ending, carried, staying, formulas, cells, openActions } = countsOf(closing, start, close);
  const said = ({ objectives, keyResults }: typeof ending) => ({ objectives: say('count.objectives', { count: objectives }), keyResults: say('count.keyResults', { count: keyResults }) });
  const { next, examples } = closing;
  const readers = useResource(previewReport);
  useEffect(() => readers.load(), []);
  return (
    <>
      <h3>{say('close.will')}</h3>
      <ul class="bullets">
        <li>{say('close.toHistory', said(ending))}</li>
        <li>{say('close.toNext', { name: next.name, ...said(carried) })}</li>
        {staying > 0 && <li>{say('close.stays', { objectives: say('count.objectives', { count: staying }) })}</li>}
        {examples.length > 0 && <li>{say('close.fromExamples', { objectives: say('count.objectives', { count: examples.length }) })}</li>}
        <li>{say('write.cycle', next)}</li>
      </ul>
      <p class="quiet">{say('close.checkInsStay')}</p>
      {formulas.length > 0 && <p class="note">{say('close.ownFormulas', { ids: formulas.join(', ') })}</p>}
      {cells.length > 0 && <p class="note">{say('close.otherFormulas', { cells: shortened(cells) })}</p>}
      {openActions > 0 && <p class="note">{say('close.openActions', { count: openActions })}</p>}
      {start.orphans.length > 0 && <p class="note">{say('close.orphans', { ids: start.orphans.join(', ') })}</p>}
      <Report work={readers.work} running={say('loading')} />
      {readers.value?.count === 0 && <p class="quiet">{say('close.reportNobody')}</p>}
      {readers.value !== undefined && readers.value.count > 0 && (
        <label class="tick">
          <input type="checkbox" checked={closing.report} onChange={(event) => onReport(event.currentTarget.checked)} />
          <span>{say('close.report', { count: readers.value.count })}</span>
        </label>
      )}
    </>
  );
}

/** Whole columns of formulas are told by the first of them. */
const MOST_CELLS = 20;
const shortened = (cells: readonly string[]): string => [...cells.slice(0, MOST_CELLS), ...(cells.length > MOST_CELLS ? ['…'] : [])].join(', ');
