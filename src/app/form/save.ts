/** Saves an objective with its key results in one go: new ones get ids and rows, of known ones only the cells that changed are written. */
import { speak } from '../../report/onDemand';
import { readSettings } from '../../rows/readSettings';
import { recognise } from '../../report/vocabulary';
import { FIRST_DATA_ROW, type KeyedTable } from '../../rows/columns';
import { readHeader, type Cell, type Cells } from '../../rows/grid';
import type { KeyResultDraft, ObjectiveDraft, Refused, Saved } from '../api';
import { keyResultById } from '../checkIn/log';
import { logTargets, type TargetMove } from '../checkIn/targets';
import { IdGiver, usedIds } from '../ids';
import { isEmptyDraft, keyResultCells, objectiveCells, saysSame, type DraftReader } from './draft';
import { withSave, type GivenSave, type GivenStore } from './given';
import { placeAt } from './items';
import { kpiOf, measureByKpis } from './measure';
import { ownChanges, tell } from './meanwhile';
import { quoted } from './limits';
import { follow, freeRow, openTable, rowsById, runsOf, writeRows, type Here, type RowCells, type TableRows, type Tables } from './tables';
import { decimalMarkOf } from './typed';

/** Everything that a save has to know. */
interface Sheets {
  readonly objectives: TableRows;
  readonly keyResults: TableRows;
  readonly kpis: TableRows | undefined;
  readonly all: (table: KeyedTable) => Cells;
}

/** What the form sends; `base` is what it was opened with, null for something new. */
interface Sent {
  readonly draft: ObjectiveDraft;
  readonly base: ObjectiveDraft | null;
  readonly ref: string;
}

/** A row as it is to be, by its id. */
interface Wanted {
  readonly id: string;
  readonly cells: RowCells;
}

/**
 * The ids are remembered before anything is written. A save that comes again, because its answer was lost or a call failed, finds them there and
 * writes what is missing; one that was completed is answered as before.
 */
export function saveObjective(tables: Tables, here: Here, given: GivenStore, { draft, base, ref }: Sent): Saved | Refused {
  const sheets = openSheets(tables, here);
  const before = given.read();
  const earlier = ref === '' ? undefined : before.saves.find((one) => one.ref === ref);
  if (earlier?.done) return answer(sheets.objectives, earlier);
  const read = readDraft(draft, base, sheets, here);
  if ('refused' in read) return read;
  const ids = new IdGiver(usedIds(sheets.all), before.highest);
  const save = idsFor(draft.id, read.keyResults.map((one) => one.draft.id), earlier, ids, ref);
  const begun = withSave(before, save, ids.newest());
  if (!earlier || Object.keys(ids.newest()).length > 0) given.write(begun);
  logTargets(tables, here, movesIn(read, sheets), here.me(), ref);
  writeWanted(sheets.objectives, 'objectives', [{ id: save.objectiveId, cells: read.objective }]);
  writeWanted(sheets.keyResults, 'keyResults', read.keyResults.map((one, i) => wantedKeyResult(one, save.keyResultIds[i] ?? '', save.objectiveId)));
  const measured = read.keyResults.flatMap(({ kpi }, i) => (kpi === undefined ? [] : [{ id: save.keyResultIds[i] ?? '', kpi }]));
  if (sheets.kpis) measureByKpis(sheets.keyResults, sheets.kpis, measured);
  given.write(withSave(begun, { ...save, done: true }));
  return answer(sheets.objectives, save);
}

/** Targets of known key results that this save changes. */
function movesIn({ keyResults }: ReadDraft, sheets: Sheets): TargetMove[] {
  return keyResults.flatMap(({ draft, cells }) => {
    const to = cells['target'];
    const before = draft.id === '' || typeof to !== 'number' ? undefined : keyResultById(sheets.keyResults.values, draft.id);
    return before?.target === undefined || typeof to !== 'number' || before.target === to ? [] : [{ id: draft.id, start: before.startDate, from: before.target, to }];
  });
}

function openSheets(tables: Tables, here: Here): Sheets {
  const [objectives, keyResults, kpis] = [openTable(tables, 'objectives', here), openTable(tables, 'keyResults', here), tables.open('kpis')];
  const others = new Map<KeyedTable, Cells>([['objectives', objectives.values], ['keyResults', keyResults.values], ['kpis', kpis?.values ?? []]]);
  const all = (table: KeyedTable): Cells => {
    const known = others.get(table);
    if (known) return known;
    const cells = tables.open(table)?.values ?? [];
    others.set(table, cells);
    return cells;
  };
  return { objectives, keyResults, kpis, all };
}

interface ReadDraft {
  readonly objective: RowCells;
  /** `kpi` is the one to measure it by from now on, '' for none any more, undefined when that stays as it is. */
  readonly keyResults: readonly { readonly draft: KeyResultDraft; readonly cells: RowCells; readonly kpi: string | undefined }[];
}

function readDraft(draft: ObjectiveDraft, base: ObjectiveDraft | null, sheets: Sheets, here: Here): ReadDraft | Refused {
  const { language } = readSettings(sheets.all('settings'), recognise).settings;
  const refused: Refused['refused'][number][] = [];
  const say = speak(language);
  const reader: DraftReader = {
    mark: decimalMarkOf(here.locale()),
    language,
    say,
    kpiIds: new Set(sheets.kpis ? rowsById(sheets.kpis, 'kpis').keys() : []),
    refuse: (field, text, now) => void refused.push(now === undefined ? { field, text } : { field, text, now }),
  };
  const row = rowsById(sheets.objectives, 'objectives').get(draft.id);
  if (draft.id !== '' && row === undefined) reader.refuse('id', say('form.objectiveGone', { id: quoted(draft.id) }));
  const isOpened = row !== undefined && base?.id === draft.id;
  const objective = isOpened ? ownChanges(draft, base, cellsIn(sheets.objectives, 'objectives', row), '', reader, objectiveCells) : objectiveCells(draft, reader);
  const known = rowsById(sheets.keyResults, 'keyResults');
  const keyResults = draft.keyResults.flatMap((one, index) => (isEmptyDraft(one) ? [] : [readKeyResult(one, index, base, known, sheets, reader)]));
  return refused.length > 0 ? { refused } : { objective, keyResults };
}

function readKeyResult(
  draft: KeyResultDraft,
  index: number,
  base: ObjectiveDraft | null,
  known: ReadonlyMap<string, number>,
  { keyResults }: Sheets,
  reader: DraftReader,
): ReadDraft['keyResults'][number] {
  const at = `keyResults.${index}.`;
  const row = known.get(draft.id);
  if (draft.id !== '' && row === undefined) reader.refuse(`${at}id`, reader.say('form.keyResultGone', { id: quoted(draft.id) }));
  const cellsOf = (one: KeyResultDraft, own: DraftReader): RowCells => keyResultCells(one, index, own);
  const opened = draft.id === '' ? undefined : base?.keyResults.find(({ id }) => id === draft.id);
  if (!opened || row === undefined) return { draft, cells: cellsOf(draft, reader), kpi: draft.kpi || undefined };
  const cells = ownChanges(draft, opened, cellsIn(keyResults, 'keyResults', row), at, reader, cellsOf);
  if (draft.kpi === opened.kpi) return { draft, cells, kpi: undefined };
  const now = kpiOf(keyResults, row);
  if (now !== draft.kpi && now !== opened.kpi) tell(`${at}kpi`, now, reader);
  return { draft, cells, kpi: draft.kpi };
}

function cellsIn(rows: TableRows, table: KeyedTable, row: number): (key: string) => Cell {
  const { at } = readHeader(rows.values, table);
  return (key) => rows.values[row - 1]?.[at.get(key) ?? -1];
}

/** Ids that the draft has, then those given when the same save was begun before, then new ones. */
function idsFor(objectiveId: string, keyResultIds: readonly string[], earlier: GivenSave | undefined, ids: IdGiver, ref: string): GivenSave {
  const objective = objectiveId || earlier?.objectiveId || ids.objective();
  return { ref, objectiveId: objective, keyResultIds: keyResultIds.map((id, index) => id || earlier?.keyResultIds[index] || ids.keyResult(objective)) };
}

/** A new key result belongs to the objective it was written under; a known one stays where it is, since somebody may have moved it meanwhile. */
function wantedKeyResult({ draft, cells }: ReadDraft['keyResults'][number], id: string, objectiveId: string): Wanted {
  return { id, cells: draft.id === '' ? { objective_id: objectiveId, ...cells } : cells };
}

/** Changes the rows that are there and appends the others. */
function writeWanted(rows: TableRows, table: 'objectives' | 'keyResults', wanted: readonly Wanted[]): void {
  const known = rowsById(rows, table);
  const added: RowCells[] = [];
  for (const { id, cells } of wanted) {
    const row = known.get(id);
    if (row === undefined) added.push({ id, ...cells });
    else changeRow(rows, table, row, cells);
  }
  const row = freeRow(rows, table);
  writeRows(rows, table, row, added, 'id');
  follow(rows, table, row, added);
}

/** Writes the cells that say something else than the draft, neighbours at once. */
export function changeRow(rows: TableRows, table: KeyedTable, row: number, cells: RowCells): void {
  const { at } = readHeader(rows.values, table);
  const changed = Object.keys(cells).filter((key) => !saysSame(key, rows.values[row - 1]?.[at.get(key) ?? -1], cells[key]));
  for (const run of runsOf(rows, table, changed)) rows.write(row, run.column, [run.keys.map((key) => cells[key])]);
}

function answer(objectives: TableRows, { objectiveId, keyResultIds }: GivenSave): Saved {
  const row = rowsById(objectives, 'objectives').get(objectiveId) ?? FIRST_DATA_ROW;
  const place = placeAt(objectives.corner(), row, readHeader(objectives.values, 'objectives').at.get('objective'));
  return { saved: { objectiveId, keyResultIds, place } };
}
