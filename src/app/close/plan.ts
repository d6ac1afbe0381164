/** Makes the plan of a close: which rows end, which go on and under which ids; after it, everything is told by the plan alone. */
import { toDay } from '../../model/day';
import { speak, type SpeakAll } from '../../report/onDemand';
import { goesOn } from '../../rules/carry';
import type { KeyedTable } from '../../rows/columns';
import type { Cells } from '../../rows/grid';
import { withSave, type GivenStore } from '../form/given';
import { NOTES, type Notes } from '../form/historyRows';
import { openBook, textsIn, type Opened } from '../form/items';
import { LONGEST_CELL, quoted } from '../form/limits';
import { openTable, type Here, type Tables } from '../form/tables';
import { IdGiver, usedIds } from '../ids';
import { refuseLocked, type Lock } from '../share/lock';
import type { CloseProgress, CloseRequest, Span } from './api';
import { inPieces, MOST_PIECES, planIn, type CloseStore, type Head, type Line, type Plan } from './store';
import { progressOf } from './step';

export interface ClosePorts {
  readonly tables: Tables;
  readonly here: Here;
  readonly given: GivenStore;
  readonly store: CloseStore;
  readonly lock: Lock;
  readonly page: CyclePage;
}

/** The dashboard, from whose list people choose a cycle. */
export interface CyclePage {
  listCycles(names: readonly string[], help: string): void;
}

/** The same reference is the same close. Ids are remembered before the plan is, and the plan before anything is written to a sheet. */
export function beginClose({ tables, here, given, store, lock }: ClosePorts, request: CloseRequest, ref: string): CloseProgress {
  const { memory, pieces: kept } = store.read();
  const known = memory.done.find((one) => one.ref === ref) ?? (memory.pending?.ref === ref ? progressOf(memory.pending, planIn(kept, memory.pending)) : undefined);
  if (known) return known;
  const opened = openBook(tables, here);
  const say = speak(opened.book.settings.language);
  if (memory.pending) throw new Error(say('close.pending', { name: quoted(memory.pending.cycle.name) }));
  refuseLocked(lock, here);
  check(request, opened, say);
  const name = request.next.name.trim();
  if (textsIn(openTable(tables, 'history', here), 'history', 'cycle').has(name)) throw new Error(say('close.taken', { name: quoted(name) }));
  const before = given.read();
  // A try that was cut off here has given ids already: the same ones again.
  const begun = before.saves.find((one) => one.ref === ref);
  const highest = begun ? { ...before.highest, O: Number(begun.objectiveId.slice(1)) - 1 } : before.highest;
  const ids = new IdGiver(usedIds((table) => cellsIn(table, opened, tables)), highest);
  const plan = planOf(request, opened, ids, say);
  const pieces = inPieces(JSON.stringify(plan));
  if (pieces.length > MOST_PIECES) throw new Error(say('close.tooLong'));
  const { O } = ids.newest();
  const [, , first = ''] = plan.lines.find(([, , next]) => next !== '') ?? [];
  if (O !== undefined) given.write(withSave(before, { ref, objectiveId: first, keyResultIds: [] }, { O }));
  const examples = (request.examples ?? []).map(String).slice(0, MOST_EXAMPLES);
  const head: Head = { ref, cycle: request.cycle, next: { ...request.next, name }, stage: 0, pieces: pieces.length, report: request.report === true, examples };
  store.remember({ ...memory, pending: head }, pieces);
  return progressOf(head, plan);
}

function cellsIn(table: KeyedTable, opened: Opened, tables: Tables): Cells {
  if (table === 'objectives' || table === 'keyResults' || table === 'checkIns') return opened[table].values;
  return (table === 'kpis' ? opened.kpis?.values : tables.open(table)?.values) ?? [];
}

/** What was decided on another state of the workbook, or cannot be written, is refused before anything is. */
function check({ cycle, next, objectives, keyResults }: CloseRequest, { book }: Opened, say: SpeakAll): void {
  const { cycleName, cycleStart, cycleEnd } = book.settings;
  const isSame = (said: string | undefined, now: string): boolean => said === undefined || said === '' || said === now;
  if (!isSame(cycleName, cycle.name) || !isSame(cycleStart, cycle.start) || !isSame(cycleEnd, cycle.end)) throw new Error(say('close.other', { name: quoted(cycleName) }));
  const name = next.name.trim();
  if (!isSpan(next) || name === '' || name.length > LONGEST_NAME || name === cycle.name) throw new Error(say('close.next'));
  const isLong = (notes: Notes): boolean => NOTES.some((key) => (notes[key] ?? '').length > LONGEST_CELL);
  if ([...objectives, ...keyResults].some(isLong)) throw new Error(say('form.tooLong', { limit: LONGEST_CELL }));
}

/** More than the library has; a property holds them. */
const MOST_EXAMPLES = 100;

const LONGEST_NAME = 40;
const isSpan = ({ start, end }: Span): boolean => toDay(start) !== undefined && toDay(end) !== undefined && start <= end;

function planOf(request: CloseRequest, { book, asOf }: Opened, ids: IdGiver, say: SpeakAll): Plan {
  const decided = new Map(request.objectives.map((one) => [one.id, one]));
  const said = new Map(request.keyResults.map((one) => [one.id, one]));
  const lines = new Map<string, Line>();
  const present = new Set(book.objectives.map((one) => one.objective.id));
  const closing: string[] = [];
  for (const { objective: { id } } of book.objectives) {
    const one = decided.get(id);
    if (!one || (one.step !== 'keep' && one.step !== 'change' && one.step !== 'drop')) continue;
    closing.push(id);
    if (!lines.has(id)) lines.set(id, [id, one.step, one.step === 'drop' ? '' : ids.objective(), notesOf(one), []]);
  }
  if (closing.length === 0) throw new Error(say('close.nothing'));
  // Key results without an objective end with the cycle; those of an objective that stays, stay.
  const orphans: Line = ['', 'drop', '', {}, []];
  for (const { keyResult, score } of book.keyResults) {
    const { id, objectiveId } = keyResult;
    const line = present.has(objectiveId) ? lines.get(objectiveId) : orphans;
    if (!line) continue;
    closing.push(id);
    line[4].push([id, goesOn(score, keyResult) ? 1 : 0, notesOf(said.get(id))]);
  }
  if (closing.includes('') || new Set(closing).size < closing.length) throw new Error(say('close.ids'));
  return { closedOn: asOf, lines: [...lines.values(), orphans] };
}

/** Only what somebody said: a plan of ten thousand rows has to fit. */
function notesOf(notes: Notes | undefined): Notes {
  return Object.fromEntries(NOTES.flatMap((key) => (notes?.[key] ? [[key, notes[key]]] : [])));
}
