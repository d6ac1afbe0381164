/** Keeps long spills quick: Univer's index for look-ups searched all values of a column again for each spilled cell. */
import { CELL_INVERTED_INDEX_CACHE } from '@univerjs/engine-formula';

type Index = typeof CELL_INVERTED_INDEX_CACHE & { quick?: boolean };

/**
 * The index has to forget a row's former value before it takes a new one, which it does by looking everywhere. That
 * is only needed for rows it has met since it was last emptied, so those are remembered here. Once per process.
 */
export function quickenLookupIndex(): void {
  const index: Index = CELL_INVERTED_INDEX_CACHE;
  if (index.quick) return;
  index.quick = true;
  const { set, clear } = index;
  const met = new Map<string, Set<number>>();
  index.set = (unitId, sheetId, column, value, row, force = false) => {
    const key = `${unitId}!${sheetId}!${column}`;
    let rows = met.get(key);
    if (!rows) met.set(key, (rows = new Set()));
    const search = force && (rows.has(row) || !index.shouldContinueBuildingCache(unitId, sheetId, column, row));
    rows.add(row);
    set.call(index, unitId, sheetId, column, value, row, search);
  };
  index.clear = () => {
    met.clear();
    clear.call(index);
  };
}
