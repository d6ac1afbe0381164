/** The end of a cycle, step by step: scores, learnings, decisions, the next cycle, a summary, and the close with its progress. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FormStart } from '../../src/app/api';
import type { CloseProgress, CloseStart, NextStep } from '../../src/app/close/api';
import { daysBetween, toDay } from '../../src/model/day';
import { newRef, useDraft } from '../drafts';
import { focusFirstError } from '../parts/Field';
import { Question } from '../parts/Question';
import { Report } from '../parts/Report';
import { call } from '../server';
import { useVoice } from '../voice';
import { useResource, useWork, type Resource } from '../work';
import { carryOut, type Carried, type Order } from './carryOut';
import { newClosing, PAGES, problemsOf, requestOf, type Closing, type Page, type Said } from './closing';
import { Decisions } from './Decisions';
import { Done } from './Done';
import { Learnings } from './Learnings';
import { NextCycle } from './NextCycle';
import { Scores } from './Scores';
import { Summary } from './Summary';

interface Props {
  readonly start: Resource<FormStart>;
  /** The workbook changed: whatever was loaded before is old. */
  readonly onChanged: () => void;
  readonly onEdit: (objectiveId: string) => void;
  readonly onHistory: () => void;
}

export function Close({ start, ...rest }: Props) {
  const { say } = useVoice();
  const close = useResource(() => call('closeOpen'));
  const [finished, setFinished] = useState<Carried | undefined>(undefined);
  useEffect(() => close.load(), []);
  useEffect(() => {
    if (!start.isOld || finished) return;
    start.load();
    if (close.value) close.load();
  }, [start.isOld]);
  if (finished) return <Done {...rest} {...finished} />;
  const { value } = start;
  return (
    <>
      <Report work={close.work} running={say('loading')} />
      <Report work={start.work} running={say('loading')} />
      {close.value?.pending && <Interrupted pending={close.value.pending} onFinished={setFinished} />}
      {close.value && !close.value.pending && value && value.objectives.length === 0 && <p>{say('close.none')}</p>}
      {close.value && !close.value.pending && value && value.objectives.length > 0 && (
        <Steps key={`${value.objectives[0]?.place.sheetId} ${value.cycle.name}`} start={value} close={close.value} onSaved={() => { rest.onChanged(); start.load(); close.load(); }} onFinished={setFinished} />
      )}
    </>
  );
}

interface StepsProps {
  readonly start: FormStart;
  readonly close: CloseStart;
  readonly onSaved: () => void;
  readonly onFinished: (finished: Carried) => void;
}

function Steps({ start, close, onSaved, onFinished }: StepsProps) {
  const { say } = useVoice();
  const draft = useDraft<Closing>(`close ${start.objectives[0]?.place.sheetId} ${start.cycle.name}`, () => newClosing(start));
  const closing = draft.value;
  const [isChecked, setChecked] = useState(false);
  const [ref] = useState(newRef);
  const [asks, setAsks] = useState(false);
  const left = daysLeft(start);
  const order = useCarryOut();
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    if (!isFirst.current) heading.current?.focus();
    isFirst.current = false;
  }, [closing.page]);

  const change = (part: Partial<Closing>) => draft.set({ ...closing, ...part });
  const goTo = (page: Page | undefined) => page && change({ page });
  const at = PAGES.indexOf(closing.page);
  const isWrong = closing.page === 'next' && ((problems) => problems.name || problems.days)(problemsOf(closing.next, start.cycle, close));
  useLayoutEffect(() => {
    if (isChecked && isWrong) focusFirstError(body.current);
  }, [isChecked]);
  function forward(): void {
    setChecked(isWrong);
    if (!isWrong) goTo(PAGES[at + 1]);
  }
  const finish = (withoutReport = false) =>
    order.run({ ref, begin: () => call('closeBegin', requestOf(closing, start, say), ref), withoutReport }, (carried) => {
      draft.reset(closing);
      onFinished(carried);
    });

  const pages: Readonly<Record<Page, () => preact.JSX.Element>> = {
    scores: () => <Scores start={start} close={close} onSaved={onSaved} />,
    learnings: () => <Learnings start={start} closing={closing} onSay={(id: string, part: Said) => change({ said: { ...closing.said, [id]: { ...closing.said[id], ...part } } })} />,
    decisions: () => <Decisions start={start} closing={closing} onDecide={(id: string, step: NextStep) => change({ steps: { ...closing.steps, [id]: step } })} />,
    next: () => <NextCycle start={start} closing={closing} earlier={close} isChecked={isChecked} onChange={change} />,
    summary: () => <Summary start={start} close={close} closing={closing} onReport={(report) => change({ report })} />,
  };
  return (
    <section>
      <p class="quiet">{say('close.title', start.cycle)}</p>
      <h2 ref={heading} tabIndex={-1}>
        {say('close.page', { page: at + 1, of: PAGES.length + 1, name: say(`close.${closing.page}`) })}
      </h2>
      {(at === 0 || closing.page === 'summary') && left > 0 && <p class="note">{say('close.early', { count: left })}</p>}
      <div ref={body}>{pages[closing.page]()}</div>
      {asks && <Question text={say('close.askEarly', { count: left })} yes={say('close.go')} onYes={() => finish()} onNo={() => setAsks(false)} />}
      {closing.page === 'summary' && <Progress order={order} onWithout={() => finish(true)} />}
      <div class="buttons">
        {closing.page === 'summary' ? (
          <button type="button" class="primary" aria-disabled={order.isRunning} onClick={() => (left > 0 ? setAsks(true) : finish())}>
            {say('close.go')}
          </button>
        ) : (
          <button type="button" class="primary" onClick={forward}>
            {say('close.forward')}
          </button>
        )}
        {at > 0 && (
          <button type="button" aria-disabled={order.isRunning} onClick={() => goTo(PAGES[at - 1])}>
            {say('close.back')}
          </button>
        )}
      </div>
    </section>
  );
}

/** Closing before the last day is possible, but worth a word and a question. */
function daysLeft({ asOf, cycle }: FormStart): number {
  const [today, end] = [toDay(asOf), toDay(cycle.end)];
  return today && end ? Math.max(0, daysBetween(today, end)) : 0;
}

function Interrupted({ pending, onFinished }: { readonly pending: CloseProgress; readonly onFinished: (carried: Carried) => void }) {
  const { say } = useVoice();
  const order = useCarryOut();
  const goOn = (withoutReport = false) => order.run({ ref: pending.ref, begin: () => Promise.resolve(pending), withoutReport }, onFinished);
  return (
    <section>
      <p class="note">{say('close.interrupted', { name: pending.cycle.name, done: pending.done, of: pending.of })}</p>
      <Progress order={order} onWithout={() => goOn(true)} />
      <button type="button" class="primary" aria-disabled={order.isRunning} onClick={() => goOn()}>
        {say('close.continue')}
      </button>
    </section>
  );
}

function useCarryOut() {
  const work = useWork();
  const [progress, setProgress] = useState<CloseProgress | undefined>(undefined);
  const run = (order: Order, then: (carried: Carried) => void) => void work.run(() => carryOut(order, setProgress), then);
  return { work, progress, run, isRunning: work.isRunning };
}

function Progress({ order, onWithout }: { readonly order: ReturnType<typeof useCarryOut>; readonly onWithout: () => void }) {
  const { say } = useVoice();
  const { work, progress } = order;
  const running = progress ? say('close.running', { done: progress.done, of: progress.of }) : say('working');
  return (
    <>
      {progress && <progress max={progress.of} value={progress.done} aria-label={say('close.go')} />}
      <Report work={work} running={running} />
      {work.failure && progress?.report && (
        <button type="button" onClick={onWithout}>
          {say('close.withoutReport')}
        </button>
      )}
    </>
  );
}
