/** What was put right in the structure of a workbook, as data and as a sentence. */
import type { Language } from '../model/words';
import type { AnyKey } from '../report/onDemand';
import { speak } from '../report/onDemand';

export type RepairKey = Extract<AnyKey, `repair.${string}`>;

export interface Repair {
  readonly key: RepairKey;
  readonly facts: Readonly<Record<string, string>>;
}

export function repairText({ key, facts }: Repair, language: Language): string {
  // Each repair is made with the facts of its own message; the tests say every one of them.
  return (speak(language) as unknown as (key: RepairKey, facts: object) => string)(key, facts);
}
