/** Where a close keeps its plan, in pieces that fit into properties, and what it remembers of earlier ones. */
import type { CloseProgress, Span } from './api';
import type { Notes } from '../form/historyRows';

/** A key result, whether it goes on, and what people said. */
export type KeyResultLine = readonly [id: string, goesOn: 0 | 1, notes: Notes];

/** An objective, what becomes of it, its new id or '', what people said, and its key results; those without an objective stand in a line without id. */
export type Line = readonly [id: string, step: 'keep' | 'change' | 'drop', next: string, notes: Notes, keyResults: KeyResultLine[]];

/** Short, since ten thousand key results have to fit. */
export interface Plan {
  readonly closedOn: string;
  readonly lines: readonly Line[];
}

/** A row that is closed, with the id under which it goes on, or ''. */
export interface Planned {
  readonly id: string;
  /** Its objective, or '' for an objective and for what has none. */
  readonly of: string;
  readonly step: Line[1];
  readonly next: string;
  readonly notes: Notes;
}

export interface Planning {
  readonly closedOn: string;
  readonly objectives: readonly Planned[];
  readonly keyResults: readonly Planned[];
}

/** Key results that go on are numbered under the new id: O5.1, O5.2. */
export function planned({ closedOn, lines }: Plan): Planning {
  const objectives: Planned[] = [];
  const keyResults: Planned[] = [];
  for (const [id, step, next, notes, own] of lines) {
    if (id !== '') objectives.push({ id, of: '', step, next, notes });
    let number = 0;
    for (const [keyResult, goesOn, said] of own) keyResults.push({ id: keyResult, of: id, step, next: goesOn && next !== '' ? `${next}.${(number += 1)}` : '', notes: said });
  }
  return { closedOn, objectives, keyResults };
}

/** What every step reads; the plan itself may be long. */
export interface Head {
  readonly ref: string;
  readonly cycle: Span;
  readonly next: Span;
  readonly stage: number;
  readonly pieces: number;
  readonly report: boolean;
  readonly examples?: readonly string[];
}

export interface Memory {
  readonly pending?: Head;
  /** Oldest first. */
  readonly done: readonly CloseProgress[];
}

export interface CloseStore {
  /** One call, with the pieces of a plan that is not done. */
  read(): { readonly memory: Memory; readonly pieces: readonly string[] };
  /** In one call, so that a plan is never known by another length than it has. */
  remember(memory: Memory, pieces?: readonly string[]): void;
  /** Takes away so many pieces that nobody needs any more. */
  forget(pieces: number): void;
}

export const planIn = (pieces: readonly string[], head: Head): Plan => JSON.parse(pieces.slice(0, head.pieces).join('')) as Plan;

/** Google keeps 9 kB under a name. */
const PIECE_BYTES = 9000;
/** All that the document remembers may have 500 kB, of which a close takes four fifths at most. */
export const MOST_PIECES = 44;

/** Cut between letters: for..of never parts one that is written with two units. */
export function inPieces(text: string): string[] {
  const pieces: string[] = [];
  let [piece, bytes] = ['', 0];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes + size > PIECE_BYTES) {
      pieces.push(piece);
      [piece, bytes] = ['', 0];
    }
    piece += letter;
    bytes += size;
  }
  return [...pieces, piece];
}
