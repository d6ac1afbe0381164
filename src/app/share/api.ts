/** What crosses between the sidebar and sharing, as plain JSON. */
import type { Language } from '../../model/words';
import type { People } from '../../rules/sharing';

export interface ShareStart extends People {
  readonly language: Language;
  readonly me: string; // '' when Google does not tell
  /** Only the owner can change structure and computed columns; otherwise everybody is warned. */
  readonly isLocked: boolean;
  /** The dashboard stands first, and the working sheets are hidden. */
  readonly isStakeholderView: boolean;
}

/** Exactly what the screen showed: nobody else is touched, and nobody gets more. */
export interface ShareChange {
  readonly addViewers: readonly string[];
  readonly addEditors: readonly string[];
  readonly removeViewers: readonly string[];
  readonly removeEditors: readonly string[];
}

/** The global functions that the sidebar calls. Every one may throw a sentence for the person. */
export interface ShareApi {
  shareOpen(): ShareStart;
  shareChange(change: ShareChange): ShareStart;
  shareLock(on: boolean): ShareStart;
  shareView(stakeholders: boolean): ShareStart;
}
