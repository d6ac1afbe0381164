/** Sends the close report to the recipients: the one place where closing knows of mails. */
import type * as main from '../../src/main';
import { callByName } from '../server';

export interface ReportSent {
  readonly sent: number;
  readonly pending: number;
  readonly refused: number;
  readonly unsure: number;
}

/** Whether this product sends mails. The type is the fact: with `rhythmSend` among the globals, only `true` compiles. */
export const CAN_SEND: 'rhythmSend' extends keyof typeof main ? true : false = false;

/** Once per reference, so that a repeated close sends nothing twice. */
export function sendReport(ref: string): Promise<ReportSent> {
  return callByName('rhythmSend', { kind: 'report', audience: ['stakeholders'] }, `report ${ref}`) as Promise<ReportSent>;
}
