/** What adopting needs of the spreadsheet beyond the workbook: how cells are shown, and what was copied before. */
import type { Cell } from '../../rows/grid';

export interface AdoptPort {
  /** Such as `pl_PL`: how the spreadsheet writes numbers and days. */
  locale(): string;
  /** The texts that people see in a sheet, in the shape of its values. */
  shown(sheetId: number): string[][];
  /** Writes rows into a sheet that has them already. Text stays text, whatever it begins with; an ISO day becomes a date. */
  write(sheetId: number, row: number, column: number, cells: readonly (readonly Cell[])[]): void;
  remembered(): AdoptMemory;
  remember(memory: AdoptMemory): void;
}

export interface AdoptMemory {
  /** The last copies, the newest at the end. */
  readonly done: readonly Copied[];
  /** There while a copy runs, and still there when the last one did not come to its end. */
  readonly begun?: Begun;
}

export interface Copied {
  readonly ref: string;
  readonly objectives: number;
  readonly keyResults: number;
}

/** What a copy was about to write, so that the next try of it can go on. */
export interface Begun {
  readonly ref: string;
  /** Of what the source held. */
  readonly digest: string;
  readonly keepsSource: boolean;
  readonly next: number;
  /** Where it was about to write. */
  readonly objectivesRow: number;
  readonly keyResultsRow: number;
  readonly firstKeyResult: string;
}
