/** What was given out in earlier saves: ids, so that none is given twice, and the answers to saves that may be repeated. */
import type { Highest } from '../ids';

/** One save and the ids that it gave, remembered before anything is written. */
export interface GivenSave {
  readonly ref: string;
  readonly objectiveId: string;
  readonly keyResultIds: readonly string[];
  /** Everything was written; a repeated save writes nothing more. */
  readonly done?: boolean;
}

export interface Given {
  readonly saves: readonly GivenSave[];
  readonly highest: Highest;
}

export interface GivenStore {
  read(): Given;
  write(given: Given): void;
}

export const NOTHING_GIVEN: Given = { saves: [], highest: {} };

/** A save is repeated within minutes; and a property of Google's holds nine thousand characters. */
const MOST_SAVES = 20;
const MOST_PREFIXES = 250;

/** The same with this save in front, and with the numbers it gave. */
export function withSave(given: Given, save: GivenSave, newest: Highest = {}): Given {
  const others = given.saves.filter((one) => one.ref !== save.ref);
  const kept = Object.entries(given.highest).filter(([prefix]) => !(prefix in newest));
  return {
    saves: (save.ref === '' ? others : [save, ...others]).slice(0, MOST_SAVES),
    highest: Object.fromEntries([...Object.entries(newest), ...kept].slice(0, MOST_PREFIXES)),
  };
}
