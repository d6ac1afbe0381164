/** Two sheets that belong together: one with the objectives, one with the key results that name them. */
import { fold, textAt, type Source } from './source';
import { tableOf, type Table } from './mapping';

/** Fewer names in common are chance. */
const LEAST_OVERLAP = 0.5;

/** The table that fills in what this one lacks, if there is one; the best fit of all. */
export function partnerOf(table: Table, others: readonly Source[]): Table | undefined {
  const lacks = lackOf(table);
  if (lacks === undefined) return undefined;
  let best: { readonly table: Table; readonly overlap: number } | undefined;
  for (const source of others) {
    const other = tableOf(source);
    if (other.headerRow < 0) continue;
    const overlap = lacks === 'key results' ? overlapOf(table, other) : overlapOf(other, table);
    if (overlap >= LEAST_OVERLAP && overlap > (best?.overlap ?? 0)) best = { table: other, overlap };
  }
  return best?.table;
}

function lackOf({ mapping }: Table): 'key results' | 'objectives' | undefined {
  const has = (key: (typeof mapping)[number]) => mapping.includes(key);
  if (has('text') && has('type')) return undefined;
  if (has('objective') && !has('key_result')) return 'key results';
  return has('key_result') && !has('objective') && has('objective_id') ? 'objectives' : undefined;
}

/** The share of the objectives named in a table of key results that stand in a table of objectives. */
function overlapOf(objectives: Table, keyResults: Table): number {
  if (!objectives.mapping.includes('objective') || objectives.mapping.includes('key_result') || !keyResults.mapping.includes('key_result')) return 0;
  const named = new Set([...textsOf(keyResults, 'objective_id'), ...textsOf(keyResults, 'objective')]);
  const there = new Set([...textsOf(objectives, 'id'), ...textsOf(objectives, 'objective_id'), ...textsOf(objectives, 'objective')]);
  return named.size === 0 ? 0 : [...named].filter((name) => there.has(name)).length / named.size;
}

function textsOf({ source, mapping, headerRow }: Table, key: (typeof mapping)[number]): string[] {
  const column = mapping.indexOf(key);
  if (column < 0 || key === '') return [];
  return source.cells.map((_, row) => (row > headerRow ? fold(textAt(source, row, column)) : '')).filter((text) => text !== '');
}
