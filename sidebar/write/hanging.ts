/** What hangs on an objective or a key result, so that nobody archives it unawares. */
import type { FormStart } from '../../src/app/api';

/** Objectives that support it or one of its key results, and actions for them; they stay, and go on naming what is then in History. */
export function hangingOn(id: string, { objectives, actions }: Pick<FormStart, 'objectives' | 'actions'>): { readonly objectives: number; readonly actions: number } {
  if (id === '') return { objectives: 0, actions: 0 };
  const gone = new Set([id, ...(objectives.find((one) => one.id === id)?.keyResults ?? []).map((one) => one.id)]);
  return { objectives: objectives.filter((one) => one.id !== id && gone.has(one.parent)).length, actions: actions.filter((one) => gone.has(one)).length };
}
