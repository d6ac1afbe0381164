/** What stands behind “More”, in order: one line for each panel. */
import type { ComponentChildren } from 'preact';
import type { FormStart } from '../../src/app/api';
import type { MorePanel } from '../../src/app/panel';
import { Adopt } from '../adopt/Adopt';
import { Close } from '../close/Close';
import { History } from '../history/History';
import { Share } from '../share/Share';
import { Schedules } from '../schedules/Schedules';
import type { Resource } from '../work';

/** What a panel can tell the sidebar around it. */
export interface Frame {
  /** Something in the sheets was changed, so that what other panels show is old. */
  readonly onChanged: () => void;
  readonly onReview: () => void;
  readonly onEdit: (objectiveId: string) => void;
  readonly onOpen: (panel: MorePanel) => void;
  readonly start: Resource<FormStart>;
  /** How often something was changed from here: whoever looks back reads again. */
  readonly changes: number;
}

interface Entry {
  readonly key: MorePanel;
  readonly show: (frame: Frame) => ComponentChildren;
}

/** Its texts are `more.<key>` and `more.<key>About`. */
export const ENTRIES: readonly Entry[] = [
  { key: 'schedules', show: ({ onReview }) => <Schedules onReview={onReview} /> },
  { key: 'share', show: () => <Share /> },
  { key: 'close', show: ({ start, onChanged, onEdit, onOpen }) => <Close start={start} onChanged={onChanged} onEdit={onEdit} onHistory={() => onOpen('past')} /> },
  { key: 'past', show: ({ changes }) => <History stamp={changes} /> },
  { key: 'adopt', show: ({ onChanged }) => <Adopt onCopied={onChanged} /> },
];

export const isMorePanel = (name: string | undefined): name is MorePanel => ENTRIES.some(({ key }) => key === name);
