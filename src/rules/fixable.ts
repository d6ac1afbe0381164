/** The findings that one click can put right without a decision that is the owner's. */
import type { FindingCode } from '../model/finding';

export const FIXABLE = ['missingId', 'measureContradicts', 'buddhistYear', 'currentMissing'] as const satisfies readonly FindingCode[];

export type FixableCode = (typeof FIXABLE)[number];

export function isFixable(code: string): code is FixableCode {
  return (FIXABLE as readonly string[]).includes(code);
}
