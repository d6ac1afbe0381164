/** What only the owner may do while the structure is locked is refused before anything is written, in a sentence of ours. */
import { speak } from '../../report/onDemand';
import type { Here } from '../form/tables';
import { inAllLanguages } from './share';

export interface Lock {
  /** Whether a protection with one of these descriptions keeps the person at the keyboard out. */
  keepsOut(descriptions: readonly string[]): boolean;
}

/** A row that goes takes its cells of the computed block with it, which are locked. */
export function refuseLocked(lock: Lock, here: Here): void {
  if (lock.keepsOut([...inAllLanguages('protection.structure'), ...inAllLanguages('protection.computed')])) throw new Error(speak(here.language())('share.locked'));
}
