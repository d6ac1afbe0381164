/** Rows become objectives with their key results, whether an objective is repeated in each row, stands in the first only, or in a row of its own. */
import { columnsOf, type ColumnOf, type Columns } from './columns';
import type { Fields, FoundKeyResult, FoundObjective } from './found';
import { valueOf } from './field';
import type { AdoptKey } from './headings';
import { numbersOf } from './numbersOfKeyResult';
import { columnOf as columnName, type Problems } from './problem';
import type { Reader } from './reader';
import { entriesOf, type Entry, type Named } from './rows';
import { fold, westernDigits } from './source';

/** An objective that the workbook has already. */
export interface Known {
  readonly id: string;
  readonly text: string;
}

interface Draft {
  readonly name: Named;
  sourceId: string;
  readonly existing?: string;
  readonly team: string;
  readonly reader: Reader | undefined;
  /** The rows of its own table that it stands in, its own first. */
  readonly entries: Entry[];
  /** The rows of another table that name it. */
  readonly elsewhere: { readonly reader: Reader; readonly entry: Entry }[];
  readonly keyResults: { readonly reader: Reader; readonly entry: Entry; readonly index: number; readonly named: Named }[];
}

const OF_OBJECTIVES = ['level', 'team', 'parent', 'kind', 'priority', 'owner', 'weight', 'start_date', 'due_date', 'note'] as const;

interface Cell {
  readonly reader: Reader;
  readonly row: number;
  readonly column: number;
}

/** Collects the objectives of one table or of two, in the order in which they come. */
export class Collector {
  private readonly drafts: Draft[] = [];
  private readonly byId = new Map<string, Draft>();
  private readonly byText = new Map<string, Draft>();
  private readonly byTextAlone = new Map<string, Draft>();
  private readonly knownBy = new Map<string, Known>();
  private readonly columns = new Map<Reader, Columns>();
  private readonly ownersShared = new Set<string>();
  private readonly columnsOfExisting = new Set<string>();
  private milestones = 0;

  constructor(
    private readonly problems: Problems,
    known: readonly Known[],
  ) {
    for (const one of known) for (const key of [fold(one.id), fold(one.text)]) if (key !== '' && !this.knownBy.has(key)) this.knownBy.set(key, one);
  }

  read(reader: Reader): void {
    const columns = columnsOf(reader.table);
    this.columns.set(reader, columns);
    let current: Draft | undefined;
    for (const entry of entriesOf(reader, columns)) {
      current = this.objectiveOf(reader, columns, entry, current);
      if (current?.reader === reader) current.entries.push(entry);
      else current?.elsewhere.push({ reader, entry });
      for (const named of entry.keyResults) {
        if (current) current.keyResults.push({ reader, entry, index: named.index, named });
        else reader.tell(entry.reference === '' ? 'keyResultAlone' : 'unknownObjective', entry.row, columns.keyResults[named.index]?.text ?? 0, { id: entry.reference });
      }
    }
  }

  private objectiveOf(reader: Reader, columns: Columns, entry: Entry, above: Draft | undefined): Draft | undefined {
    const { objective } = entry;
    if (objective) return this.named(reader, columns, entry, objective, above);
    if (entry.reference === '') return above;
    const key = fold(entry.reference);
    return this.byId.get(key) ?? this.byTextAlone.get(key) ?? this.fromWorkbook(key);
  }

  private named(reader: Reader, columns: Columns, entry: Entry, name: Named, above: Draft | undefined): Draft {
    const id = this.idOf(reader, columns, entry) || name.id;
    const teamColumn = columns.objective('team');
    const team = teamColumn === undefined ? '' : reader.text(entry.row, teamColumn);
    const isSame = (draft: Draft): boolean => fold(draft.name.text) === fold(name.text) && (team === '' || draft.team === team) && (id === '' || draft.sourceId === '' || draft.sourceId === id);
    if (above && isSame(above)) return above;
    const byId = id === '' ? undefined : this.byId.get(fold(id));
    if (byId && fold(byId.name.text) === fold(name.text)) return byId;
    const byText = this.byText.get(`${fold(name.text)}|${team}`);
    if (byText && isSame(byText)) return byText;
    if (byId) reader.tell('idTwice', entry.row, columns.objective('objective') ?? 0, { id });
    const known = this.knownBy.get(fold(name.text));
    if (known && fold(known.text) === fold(name.text)) reader.tell('alreadyHere', entry.row, columns.objective('objective') ?? reader.table.mapping.indexOf('text'), { id: known.id, value: known.text });
    const draft: Draft = { name, sourceId: byId ? '' : id, team, reader, entries: [], elsewhere: [], keyResults: [] };
    this.drafts.push(draft);
    if (id !== '' && !byId) this.byId.set(fold(id), draft);
    if (!byText) this.byText.set(`${fold(name.text)}|${team}`, draft);
    if (!this.byTextAlone.has(fold(name.text))) this.byTextAlone.set(fold(name.text), draft);
    return draft;
  }

  /** In a row without a key result the plain ID is the objective's own. */
  private idOf(reader: Reader, columns: Columns, entry: Entry): string {
    if (entry.reference !== '') return westernDigits(entry.reference);
    const own = columns.objective('id') ?? (entry.keyResults.length === 0 ? columns.shared('id') : undefined);
    return own === undefined ? '' : idAt(reader, entry.row, own);
  }

  private fromWorkbook(key: string): Draft | undefined {
    const known = this.knownBy.get(key);
    if (!known) return undefined;
    const draft: Draft = { name: { text: known.text, id: '' }, sourceId: known.id, existing: known.id, team: '', reader: undefined, entries: [], elsewhere: [], keyResults: [] };
    this.drafts.push(draft);
    this.byId.set(key, draft);
    return draft;
  }

  objectives(): FoundObjective[] {
    const merged = new Map([...this.columns.keys()].map((reader) => [reader, this.mergedColumns(reader)]));
    const found = this.drafts.map((draft): FoundObjective => {
      const keyResults = draft.keyResults.map((one) => this.keyResultOf(draft, one, merged.get(one.reader) ?? new Set<number>()));
      const shared = draft.reader ? this.fieldsOfObjective(draft, draft.reader, merged.get(draft.reader) ?? new Set(), keyResults) : this.tellStays(draft);
      return { sourceId: draft.sourceId, fields: { objective: draft.name.text, ...shared }, keyResults, ...(draft.existing === undefined ? {} : { existing: draft.existing }) };
    });
    for (const column of this.columnsOfExisting) this.problems.add('existingStays', { column });
    for (const column of this.ownersShared) this.problems.add('sharedOwner', { column });
    if (this.milestones > 0) this.problems.add('becameMilestone', { count: this.milestones });
    return found;
  }

  /** Columns filled in the first row of every objective that has several rows, and nowhere else: cells merged down, or meant so. */
  private mergedColumns(reader: Reader): ReadonlySet<number> {
    const groups = this.drafts.map(({ entries, reader: own }) => (own === reader ? entries.map(({ row }) => row) : [])).filter((rows) => rows.length > 0);
    const isMerged = (column: number): boolean =>
      groups.some((rows) => rows.length > 1) &&
      groups.some(([first]) => first !== undefined && !reader.isNothing(first, column)) &&
      groups.every(([, ...rest]) => rest.every((row) => reader.isNothing(row, column)));
    return new Set(reader.table.mapping.flatMap((key, column) => (key !== '' && isMerged(column) ? [column] : [])));
  }

  private fieldsOfObjective(draft: Draft, reader: Reader, merged: ReadonlySet<number>, keyResults: readonly FoundKeyResult[]): Fields {
    const columns = this.columns.get(reader) as Columns;
    const fields: Fields = {};
    const own = draft.entries.filter((entry) => entry.keyResults.length === 0);
    for (const key of OF_OBJECTIVES) {
      const mine = columns.objective(key);
      const column = mine ?? columns.shared(key);
      const entries = mine !== undefined || (column !== undefined && merged.has(column)) ? draft.entries : own;
      const here = column === undefined ? [] : entries.map(({ row }): Cell => ({ reader, row, column }));
      const value = firstOf([...here, ...this.cellsElsewhere(draft, key)], key);
      const shared = value === undefined && column !== undefined && own.length === 0 && isCommon(key) ? common(keyResults, key) : value;
      if (shared !== undefined) fields[key] = shared;
    }
    return fields;
  }

  private cellsElsewhere({ elsewhere }: Draft, key: AdoptKey): Cell[] {
    return elsewhere.flatMap(({ reader, entry: { row } }) => {
      const column = this.columns.get(reader)?.objective(key);
      return column === undefined ? [] : [{ reader, row, column }];
    });
  }

  /** An objective that the workbook has keeps what it says there. */
  private tellStays(draft: Draft): Fields {
    for (const { reader, row, column } of OF_OBJECTIVES.flatMap((key) => this.cellsElsewhere(draft, key))) {
      if (!reader.isNothing(row, column)) this.columnsOfExisting.add(columnName(reader.table.source, column));
    }
    return {};
  }

  private keyResultOf(draft: Draft, { reader, entry, index, named }: Draft['keyResults'][number], merged: ReadonlySet<number>): FoundKeyResult {
    const columns = this.columns.get(reader) as Columns;
    const own = columns.keyResults[index] as Columns['keyResults'][number];
    const { fields: numbers, becameMilestone } = numbersOf(reader, entry.row, own.of);
    if (becameMilestone) this.milestones += 1;
    const fields: Fields = { key_result: named.text, ...numbers };
    const column: ColumnOf = (key) => own.of(key) ?? columns.shared(key);
    for (const key of ['owner', 'confidence', 'weight', 'start_date', 'due_date', 'plan', 'reading', 'source', 'note'] as const) {
      const at = column(key);
      if (at === undefined || (merged.has(at) && key !== 'owner' && columns.shared(key) === at)) continue;
      const value = valueOf(reader, this.rowFor(draft, reader, entry, at, merged), at, key);
      if (value !== undefined) fields[key] = value;
    }
    const idColumn = column('id');
    const id = idColumn === undefined ? '' : idAt(reader, entry.row, idColumn);
    return { sourceId: id || named.id, fields };
  }

  /** An owner in cells merged down owns every key result beside them. */
  private rowFor(draft: Draft, reader: Reader, entry: Entry, column: number, merged: ReadonlySet<number>): number {
    const first = draft.entries[0];
    if (!merged.has(column) || !first || first.keyResults.length === 0 || first === entry) return entry.row;
    this.ownersShared.add(columnName(reader.table.source, column));
    return first.row;
  }
}

/**
 * What the first filled cell says. Every later one that says something else is told, once for each value: with High, high, Low, Low in the rows of one
 * objective its priority is High, and one Low is told.
 */
function firstOf(cells: readonly Cell[], key: AdoptKey): string | number | undefined {
  const [first, ...rest] = cells.filter(({ reader, row, column }) => !reader.isNothing(row, column));
  if (!first) return undefined;
  const textOf = ({ reader, row, column }: Cell): string => fold(reader.text(row, column));
  const value = valueOf(first.reader, first.row, first.column, key);
  const known = new Set([textOf(first)]);
  for (const cell of rest) {
    if (known.has(textOf(cell))) continue;
    known.add(textOf(cell));
    const other = valueOf(cell.reader, cell.row, cell.column, key);
    if (other !== undefined && other !== value) cell.reader.tell('otherValue', cell.row, cell.column, { label: key });
  }
  return value;
}

/** Written with Thai digits it is still the same ID. */
function idAt(reader: Reader, row: number, column: number): string {
  return reader.isNothing(row, column) ? '' : westernDigits(reader.text(row, column));
}

/** What all key results agree in is their objective's too. */
const isCommon = (key: string): boolean => key === 'owner' || key === 'start_date' || key === 'due_date';

function common(keyResults: readonly FoundKeyResult[], key: string): string | number | undefined {
  const values = new Set(keyResults.map(({ fields }) => fields[key]));
  return values.size === 1 ? [...values][0] : undefined;
}
