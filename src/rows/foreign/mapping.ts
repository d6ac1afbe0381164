/** Finds the row of headings in a table, and what each column is: by its heading first, by its cells second. */
import { contentOf, fit, holdsAddresses, holdsLights, mixesBoth, type Content } from './content';
import { ADOPT_KEYS, meanings, sideOf, WHOLE, type AdoptKey } from './headings';
import { isPlainId } from '../sourceIds';
import { fold, isEmptyRow, textAt, widthOf, type Source } from './source';

export interface Table {
  readonly source: Source;
  /** The row of headings, counted from 0; -1 when there is none and the rows begin at once. */
  readonly headerRow: number;
  readonly headings: readonly string[];
  /** What each column is; '' when it is left out. */
  readonly mapping: readonly (AdoptKey | '')[];
  /** Columns left out because another one has their meaning already, with that one. */
  readonly doubles: ReadonlyMap<number, number>;
  /** The mapping is ours and not a person's, who knows which columns are left out. */
  readonly isProposed: boolean;
}

/** Titles and explanations may stand above the headings. */
const ROWS_SEARCHED = 40;

export function findHeaderRow(source: Source): number {
  const width = widthOf(source);
  let best = { row: -1, score: 0 };
  for (let row = 0; row < Math.min(source.cells.length, ROWS_SEARCHED); row += 1) {
    const found = new Set<AdoptKey>();
    let sure = 0;
    for (let column = 0; column < width; column += 1) {
      const meaning = meanings(textAt(source, row, column));
      for (const key of meaning.keys()) found.add(key);
      sure += Math.max(0, ...meaning.values()) / WHOLE;
    }
    const names = found.has('objective') || found.has('key_result') || found.has('text');
    const filled = (source.cells[row] ?? []).filter((_, column) => textAt(source, row, column) !== '').length;
    if (names && (sure >= 1.5 || (filled === 1 && sure >= 1)) && sure > best.score) best = { row, score: sure };
  }
  return best.row;
}

/** Headings in a language that the lists do not know: a first row without any figure, above rows that have some. */
function likelyHeaderRow(source: Source): number {
  const first = source.cells.findIndex((_, row) => !isEmptyRow(source, row));
  const hasFigures = (row: number): boolean => (source.cells[row] ?? []).some((_, column) => /\p{Nd}/u.test(textAt(source, row, column)));
  return first >= 0 && !hasFigures(first) && source.cells.some((_, row) => row > first && hasFigures(row)) ? first : -1;
}

/** The table as its headings and cells suggest; a person may say which row holds the headings, -1 for none. */
export function tableOf(source: Source, chosenRow?: number): Table {
  const headerRow = chosenRow ?? headerRowOf(source);
  const width = widthOf(source);
  const headings = Array.from({ length: width }, (_, column) => (headerRow < 0 ? '' : textAt(source, headerRow, column)));
  return { source, headerRow, headings, ...propose(source, headings, headerRow + 1), isProposed: true };
}

function headerRowOf(source: Source): number {
  const recognised = findHeaderRow(source);
  return recognised < 0 ? likelyHeaderRow(source) : recognised;
}

/** The table as a person mapped it; what is no key leaves its column out. */
export function mapped(table: Table, chosen: readonly string[]): Table {
  const mapping = table.headings.map((_, column) => ADOPT_KEYS.find((key) => key === chosen[column]) ?? '');
  return { ...table, mapping, doubles: new Map(), isProposed: false };
}

/** Keys that both an objective and its key results have: two columns of a kind may be one for each. */
const SHARED: readonly AdoptKey[] = ['owner', 'weight', 'start_date', 'due_date', 'note'];

type Proposal = Pick<Table, 'mapping' | 'doubles'>;

function propose(source: Source, headings: readonly string[], from: number): Proposal {
  const contents = headings.map((_, column) => contentOf(source, column, from));
  const candidates = headings.flatMap((heading, column) =>
    [...meanings(heading)].map(([key, sure]) => ({ column, key, score: sure + fit(key, contents[column] as Content) })),
  );
  candidates.sort((a, b) => b.score - a.score || a.column - b.column);
  const mapping: (AdoptKey | '')[] = headings.map(() => '');
  const doubles = new Map<number, number>();
  const numberedResults = headings.filter((heading) => /\d\s*$/.test(heading) && meanings(heading).has('key_result')).length;
  for (const { column, key, score } of candidates) {
    if (score <= 0 || mapping[column] !== '') continue;
    const holders = mapping.flatMap((held, index) => (held === key ? [index] : []));
    const most = key === 'key_result' && numberedResults > 1 ? Infinity : SHARED.includes(key) ? 2 : 1;
    const isOtherSide = most !== 2 || holders.length === 0 || sideOf(headings[column] ?? '') !== sideOf(headings[holders[0] ?? 0] ?? '');
    if ((holders.length < most && isOtherSide) || numberedResults > 1) mapping[column] = key;
    else if (!doubles.has(column)) doubles.set(column, holders[0] ?? 0);
  }
  mapping.forEach((key, column) => key !== '' && doubles.delete(column));
  settle(mapping, contents, source, from);
  return { mapping, doubles };
}

/** What only the whole table can tell. */
function settle(mapping: (AdoptKey | '')[], contents: readonly Content[], source: Source, from: number): void {
  const at = (key: AdoptKey): number => mapping.indexOf(key);
  const turn = (column: number, key: AdoptKey | '') => column >= 0 && (mapping[column] = key);
  const only = at('objective') >= 0 !== at('key_result') >= 0 ? Math.max(at('objective'), at('key_result')) : -1;
  if (only >= 0 && at('text') < 0 && (at('type') >= 0 || mixesBoth(contents[only] as Content))) turn(only, 'text');
  else if (at('text') >= 0 && at('type') < 0 && !mixesBoth(contents[at('text')] as Content)) turn(at('text'), at('objective') < 0 && at('key_result') < 0 ? 'objective' : at('note') < 0 ? 'note' : '');
  // In a sheet of key results the column `Objective` may hold nothing but IDs.
  const objective = at('objective');
  if (objective >= 0 && at('key_result') >= 0 && at('objective_id') < 0 && areIds(contents[objective] as Content)) turn(objective, 'objective_id');
  if (at('id') >= 0 && at('objective_id') < 0 && at('objective') >= 0 && at('key_result') >= 0 && repeats(source, at('id'), at('key_result'), from)) turn(at('id'), 'objective_id');
  if (at('confidence') < 0 && at('status') >= 0 && holdsLights(contents[at('status')] as Content)) turn(at('status'), 'confidence');
  if (at('owner') < 0) turn(mapping.findIndex((key, column) => key === '' && holdsAddresses(contents[column] as Content)), 'owner');
}

const areIds = (content: Content): boolean => content.filled > 0 && content.share((text) => isPlainId(text) || /^\d+(\.\d+)*$/.test(text), 'id') >= 0.9;

/** An ID that stands at several key results, or not at each, is that of their objective. */
function repeats(source: Source, id: number, keyResult: number, from: number): boolean {
  const ids: string[] = [];
  let count = 0;
  let alone = 0; // IDs of rows without a key result: there objectives have rows of their own
  for (let row = from; row < source.cells.length; row += 1) {
    if (isEmptyRow(source, row)) continue;
    const text = fold(textAt(source, row, id));
    if (textAt(source, row, keyResult) === '') alone += text === '' ? 0 : 1;
    else {
      count += 1;
      if (text !== '') ids.push(text);
    }
  }
  return alone === 0 && (ids.length < count || new Set(ids).size < ids.length);
}
