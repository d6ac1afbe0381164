/** Where things stand: the figures, what needs attention first, all objectives, and the findings. */
import type { FormStart, KeyResultItem, Place } from '../../src/app/api';
import type { Panel } from '../../src/app/panel';
import { Report } from '../parts/Report';
import { useVoice } from '../voice';
import type { Resource } from '../work';
import { AttentionList } from './AttentionList';
import { Figures } from './Figures';
import { Findings } from './Findings';
import { Objectives } from './Objectives';

interface Props {
  readonly panel: Resource<Panel>;
  readonly start: Resource<FormStart>;
  readonly onCheck: () => void;
  readonly onFixed: () => void;
  readonly acts: Acts;
  /** For whoever asked for the findings. */
  readonly findingsFirst: boolean;
}

/** Where a row of the review can lead. */
export interface Acts {
  readonly onShow: (place: Place) => void;
  readonly onCheckIn: (item: KeyResultItem) => void;
  readonly onEdit: (objectiveId: string) => void;
}

export function Review({ panel, start, onCheck, onFixed, acts, findingsFirst }: Props) {
  const { say } = useVoice();
  const findings = panel.value && <Findings panel={panel.value} isBusy={panel.work.isRunning} onCheck={onCheck} onFixed={onFixed} onShow={acts.onShow} />;
  return (
    <>
      {findingsFirst && findings}
      {panel.value && <Figures panel={panel.value} />}
      <Report work={start.work} running={say('loading')} />
      {start.value && <AttentionList start={start.value} acts={acts} />}
      {start.value && <Objectives start={start.value} acts={acts} />}
      {!findingsFirst && findings}
    </>
  );
}
