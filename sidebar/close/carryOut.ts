/** Drives a close from its beginning or from where it was left to its end; the same again goes on where it failed. */
import type { CloseProgress } from '../../src/app/close/api';
import type { RhythmSent } from '../../src/app/rhythm/api';
import { call } from '../server';
import { sendReport } from './report';

export interface Order {
  readonly ref: string;
  /** Makes the plan, or tells how far one is that was begun. */
  readonly begin: () => Promise<CloseProgress>;
  /** Goes on without the report that was asked for, after it could not be sent. */
  readonly withoutReport: boolean;
}

export interface Carried {
  readonly progress: CloseProgress;
  readonly report: RhythmSent | undefined;
}

/** The report goes out last: it is made from the history, which by then has everything that came in while the close ran. */
export async function carryOut({ ref, begin, withoutReport }: Order, onProgress: (progress: CloseProgress) => void): Promise<Carried> {
  let progress = await begin();
  for (onProgress(progress); progress.done < progress.of; onProgress(progress)) progress = await call('closeStep', ref);
  const report = progress.report && !withoutReport ? await sendReport(ref, progress.cycle.name) : undefined;
  return { progress, report };
}
