/** Drives a close from its beginning or from where it was left to its end; the same again goes on where it failed. */
import type { CloseProgress, CloseRequest } from '../../src/app/close/api';
import { call } from '../server';
import { sendReport, type ReportSent } from './report';

export interface Order {
  readonly ref: string;
  /** Undefined to go on with one that was begun. */
  readonly request: CloseRequest | undefined;
  readonly report: boolean;
}

export interface Carried {
  readonly progress: CloseProgress;
  readonly report: ReportSent | undefined;
}

/** The report goes out when the history is written and the tables still show the cycle as it ended. */
export async function carryOut({ ref, request, report }: Order, onProgress: (progress: CloseProgress) => void): Promise<Carried> {
  let progress = request ? await call('closeBegin', request, ref) : await call('closeStep', ref);
  let sent: ReportSent | undefined;
  while (progress.done < progress.of) {
    onProgress(progress);
    if (report && progress.hasHistory && !sent) sent = await sendReport(ref);
    progress = await call('closeStep', ref);
  }
  onProgress(progress);
  return { progress, report: sent };
}
