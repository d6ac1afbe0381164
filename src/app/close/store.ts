/** Where a close keeps its plan, in pieces that fit into properties, and what it remembers of earlier ones. */
import type { CloseProgress, Span } from './api';
import type { Notes } from '../form/historyRows';

/** An objective or a key result that is closed, with the id under which it goes on, or ''. */
export interface Planned extends Notes {
  readonly id: string;
  readonly next: string;
}

export interface Plan {
  readonly closedOn: string;
  readonly objectives: readonly (Planned & { readonly step: 'keep' | 'change' | 'drop' })[];
  readonly keyResults: readonly Planned[];
}

/** What every step reads; the plan itself may be long. */
export interface Head {
  readonly ref: string;
  readonly cycle: Span;
  readonly next: Span;
  readonly stage: number;
  readonly pieces: number;
}

export interface Memory {
  readonly pending?: Head;
  /** Oldest first. */
  readonly done: readonly CloseProgress[];
}

export interface CloseStore {
  /** One call, with the pieces of a plan that is not done. */
  read(): { readonly memory: Memory; readonly pieces: readonly string[] };
  writePieces(pieces: readonly string[]): void;
  remember(memory: Memory): void;
  /** Takes away so many pieces that nobody needs any more. */
  forget(pieces: number): void;
}

/** Google keeps 9 kB under a name; a letter takes up to three bytes. */
const PIECE = 3000;
/** All that the document remembers may have 500 kB, of which a close takes four fifths at most. */
export const MOST_PIECES = 44;

/** Cut between letters, never within one that is written with two units. */
export function inPieces(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + PIECE, text.length);
    const last = text.charCodeAt(to - 1);
    if (to < text.length && last >= 0xd800 && last <= 0xdbff) to -= 1;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}
