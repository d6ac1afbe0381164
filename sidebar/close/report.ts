/** Sends the close report to the stakeholders: the one place where closing knows of mails. */
import type { RhythmPreview, RhythmSent } from '../../src/app/rhythm/api';
import { call } from '../server';

const REPORT = { kind: 'report', audience: ['stakeholders'] } as const;

/** Who would get it. */
export const previewReport = (): Promise<RhythmPreview> => call('rhythmPreview', REPORT);

/** Once per reference, so that a repeated close sends nothing twice. */
export const sendReport = (ref: string, cycle: string): Promise<RhythmSent> => call('rhythmSend', { ...REPORT, cycle }, `report ${ref}`);
