/** Third step: what becomes of each objective, with what of it would go on. */
import type { FormStart, ObjectiveItem } from '../../src/app/api';
import type { NextStep } from '../../src/app/close/api';
import { Paged } from '../parts/Paged';
import { Radios } from '../parts/Radios';
import { useVoice } from '../voice';
import { goingOn, NEXT_STEPS, runsOn, stepOf, type Closing } from './closing';
import { Reading } from './Scores';

interface Props {
  readonly start: FormStart;
  readonly closing: Closing;
  readonly onDecide: (id: string, step: NextStep) => void;
}

export function Decisions({ start, closing, onDecide }: Props) {
  const { say } = useVoice();
  return (
    <>
      <p>{say('close.decide')}</p>
      <Paged items={start.objectives.filter(({ id }) => id !== '')} keyOf={({ id }) => id}>
        {(one) => (
          <div class="card">
            <b>{one.text || one.id}</b>
            <p class="quiet">
              {one.id} · <Reading objective={one} />
            </p>
            <Radios
              legend={say('close.step', one)}
              value={stepOf(one, closing, start)}
              options={(runsOn(one, start.cycle) ? NEXT_STEPS : NEXT_STEPS.slice(0, 3)).map((step) => ({ value: step, label: say(`close.step.${step}`) }))}
              onChange={(step) => onDecide(one.id, step as NextStep)}
              hint={<Outcome objective={one} step={stepOf(one, closing, start)} />}
            />
          </div>
        )}
      </Paged>
    </>
  );
}

function Outcome({ objective, step }: { readonly objective: ObjectiveItem; readonly step: NextStep }) {
  const { say } = useVoice();
  if (step === 'stay') return <>{say('close.staying', { day: objective.dueDate })}</>;
  if (step === 'drop') return null;
  const on = goingOn(objective);
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(', ');
  const arrived = objective.keyResults.filter((one) => !on.includes(one));
  return <>{[on.length > 0 ? say('close.goesOn', { ids: ids(on) }) : '', arrived.length > 0 ? say('close.goesNot', { ids: ids(arrived) }) : ''].filter(Boolean).join(' · ')}</>;
}
