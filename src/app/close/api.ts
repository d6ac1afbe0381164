/** What crosses between the sidebar and closing a cycle, as plain JSON; days are ISO text. */
import type { Place } from '../api';
import type { Notes } from '../form/historyRows';

/** `keep` and `change` go on in the next cycle, `drop` ends, `stay` is left alone: it runs beyond the cycle. */
export type NextStep = 'keep' | 'change' | 'drop' | 'stay';

export interface Span {
  readonly name: string;
  readonly start: string;
  readonly end: string;
}

/** What the person decided. Objectives that are not named stay as they are: somebody wrote them meanwhile. */
export interface CloseRequest {
  /** The cycle as the sidebar shows it; when the workbook has another one by now, nothing is closed. */
  readonly cycle: Span;
  readonly next: Span;
  readonly objectives: readonly ({ readonly id: string; readonly step: NextStep } & Notes)[];
  /** Only those about which something was said. */
  readonly keyResults: readonly ({ readonly id: string } & Notes)[];
  /** Whether the stakeholders get the report. */
  readonly report: boolean;
  /** The examples of the library that are to be written into the next cycle, by their keys. */
  readonly examples?: readonly string[];
}

export interface CloseProgress {
  readonly ref: string;
  readonly cycle: Span;
  readonly next: Span;
  /** Steps that are done, and how many there are; equal when the cycle is closed. */
  readonly done: number;
  readonly of: number;
  /** Whether a report was asked for, so that whoever finishes an interrupted close sends it. */
  readonly report: boolean;
  /** What is to be written into the next cycle, and what of this one is to be changed there: for whoever finishes it. Only the newest close knows. */
  readonly examples?: readonly string[];
  readonly changing?: readonly string[];
}

export interface CloseStart {
  /** A close that did not come to its end. */
  readonly pending: CloseProgress | null;
  /** The cycles that were closed here, oldest first. */
  readonly cycles: readonly Span[];
  /** Names of cycles in History; the next cycle needs another one. */
  readonly names: readonly string[];
  /** Cells without an ID, or with one that is used twice: with these nothing is closed. */
  readonly doubtful: readonly { readonly cell: string; readonly place: Place }[];
  /** Cells with formulas whose values go on without them. */
  readonly formulas: readonly { readonly id: string; readonly cell: string }[];
  /** The key result of each action that is not done. */
  readonly openActions: readonly string[];
}

/** The global functions that the sidebar calls. Every one may throw a sentence for the person. */
export interface CloseApi {
  closeOpen(): CloseStart;
  closeBegin(request: CloseRequest, ref: string): CloseProgress; // the same ref for every try of one close
  closeStep(ref: string): CloseProgress; // until `done` is `of`
}
