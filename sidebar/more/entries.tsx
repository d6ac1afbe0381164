/** What stands behind “More”, in order: one line for each panel. */
import type { ComponentChildren } from 'preact';
import type { MorePanel } from '../../src/app/panel';
import { Adopt } from '../adopt/Adopt';
import { Schedules } from '../schedules/Schedules';

/** What a panel can tell the sidebar around it. */
export interface Frame {
  /** Something in the sheets was changed, so that what other panels show is old. */
  readonly onChanged: () => void;
  readonly onReview: () => void;
}

interface Entry {
  readonly key: MorePanel;
  readonly show: (frame: Frame) => ComponentChildren;
}

/** Its texts are `more.<key>` and `more.<key>About`. */
export const ENTRIES: readonly Entry[] = [
  { key: 'schedules', show: ({ onReview }) => <Schedules onReview={onReview} /> },
  { key: 'adopt', show: ({ onChanged }) => <Adopt onCopied={onChanged} /> },
];

export const isMorePanel = (name: string | undefined): name is MorePanel => ENTRIES.some(({ key }) => key === name);
