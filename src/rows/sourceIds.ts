/** IDs that rows bring along from the table they come from: which of them are fit to be kept. */

/** An ID that a person may read out and that is no number to Google either: `O3`, `KR1.2`, `MKT-4`. */
export function isPlainId(text: string): boolean {
  return text.length <= 20 && /^\p{L}[\p{L}\p{M}]{0,9}-?\d+(?:[.-]\d+)*$/u.test(text);
}

/** Two IDs are the same whether their letters are small or not. */
export const sameId = (id: string): string => id.trim().toLowerCase();

/** An objective that comes from elsewhere with its key results; `existing` when it is in the workbook already. */
export interface WithIds {
  readonly sourceId: string;
  readonly existing?: string | undefined;
  readonly keyResults: readonly { readonly sourceId: string }[];
}

/** The IDs that rows to be added have where they come from. */
export function sourceIdsOf(objectives: readonly WithIds[]): string[] {
  return objectives.flatMap(({ existing, sourceId, keyResults }) => [...(existing === undefined ? [sourceId] : []), ...keyResults.map((one) => one.sourceId)]);
}

/** Those that are plain and stand there once, as sameId has them: of `O1, o1, KR1, 7` only `kr1`. */
export function keepable(objectives: readonly WithIds[]): ReadonlySet<string> {
  const ids = sourceIdsOf(objectives);
  const times = new Map<string, number>();
  for (const id of ids) times.set(sameId(id), (times.get(sameId(id)) ?? 0) + 1);
  return new Set(ids.filter((id) => isPlainId(id) && times.get(sameId(id)) === 1).map(sameId));
}
