/** Which columns of a table tell about an objective and which about a key result; a sheet may have several key results in a row. */
import { sideOf, type AdoptKey } from './headings';
import type { Table } from './mapping';

export type ColumnOf = (key: AdoptKey) => number | undefined;

export interface Columns {
  /** Columns of the objective itself. */
  readonly objective: ColumnOf;
  /** One per column of key results, each with the columns that tell about it. */
  readonly keyResults: readonly { readonly text: number; readonly of: ColumnOf }[];
  /** Columns that an objective and its key results share: only the rows tell whose a value is. */
  readonly shared: ColumnOf;
}

const OBJECTIVE_ONLY: readonly AdoptKey[] = ['objective', 'objective_id', 'level', 'team', 'parent', 'kind', 'priority'];
/** Keys that both have. */
const SHARED: readonly AdoptKey[] = ['id', 'owner', 'weight', 'start_date', 'due_date', 'note'];

export function columnsOf({ mapping, headings }: Table): Columns {
  const all = (key: AdoptKey): number[] => mapping.flatMap((held, column) => (held === key ? [column] : []));
  const texts = all('key_result');
  const first = texts[0];
  const isWide = texts.length > 1;
  const objective = new Map<AdoptKey, number>();
  const shared = new Map<AdoptKey, number>();
  const own = texts.map(() => new Map<AdoptKey, number>());
  for (const key of OBJECTIVE_ONLY) setFirst(objective, key, all(key));
  for (const key of SHARED) {
    const columns = all(key);
    if (isWide) setFirst(objective, key, columns.length === 1 ? columns : columns.filter((column) => column < (first ?? 0)));
    else if (first === undefined) setFirst(texts.length === 0 && all('text').length > 0 ? shared : objective, key, columns);
    else if (columns.length > 1) {
      const [of, other] = bySide(columns, headings);
      objective.set(key, of);
      own[0]?.set(key, other);
    } else if (columns.length === 1) setFirst(sideOf(headings[columns[0] ?? 0] ?? '') === 'objective' && key !== 'id' ? objective : shared, key, columns);
  }
  texts.forEach((text, index) => {
    const next = texts[index + 1] ?? Infinity;
    mapping.forEach((key, column) => {
      if (key === '' || key === 'key_result' || OBJECTIVE_ONLY.includes(key) || (SHARED.includes(key) && (!isWide || all(key).length === 1))) return;
      if (!isWide || (column > text && column < next)) if (!own[index]?.has(key)) own[index]?.set(key, column);
    });
  });
  const of = (map: ReadonlyMap<AdoptKey, number> | undefined): ColumnOf => (key) => map?.get(key);
  if (texts.length === 0 && all('text').length > 0) return { objective: of(objective), shared: of(shared), keyResults: [{ text: all('text')[0] ?? 0, of: (key) => all(key)[0] }] };
  return { objective: of(objective), shared: of(shared), keyResults: texts.map((text, index) => ({ text, of: of(own[index]) })) };
}

function setFirst(map: Map<AdoptKey, number>, key: AdoptKey, columns: readonly number[]): void {
  if (columns[0] !== undefined) map.set(key, columns[0]);
}

/** The column of the objective and that of the key result: by their headings, else the left one is the objective's. */
function bySide(columns: readonly number[], headings: readonly string[]): readonly [number, number] {
  const [left = 0, right = 0] = columns;
  const isSwapped = sideOf(headings[left] ?? '') === 'key_result' || sideOf(headings[right] ?? '') === 'objective';
  return isSwapped ? [right, left] : [left, right];
}
