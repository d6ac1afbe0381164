/** Carries a close out, step by step: each step can be repeated, and after the last one the cycle is closed. */
import { speak } from '../../report/onDemand';
import { recognise } from '../../report/vocabulary';
import { readHeader, type Cell } from '../../rows/grid';
import { readActions } from '../../rows/read';
import { deleteAll } from '../form/archive';
import { keyResultRow, objectiveRow } from '../form/historyRows';
import { openBook, textsIn, type Opened } from '../form/items';
import { openTable, rowsById, workbookLanguage, type TableRows } from '../form/tables';
import { placeOfSetting } from '../settingRows';
import { refuseLocked } from '../share/lock';
import type { CloseProgress } from './api';
import { carry, takeFromKpis } from './carry';
import { ensureRows, mapColumn } from './ensure';
import { withNewcomers } from './newcomers';
import type { ClosePorts } from './plan';
import { inPieces, planIn, planned, type Head, type Plan, type Planned, type Planning } from './store';

/** False when there is more to do than one run should: the step is taken once more. */
type Step = (plan: Planning, head: Head, ports: ClosePorts) => boolean;

/**
 * Nothing is taken away before it stands in the history and, where it goes on, in the tables under its new id; the cycle itself changes last. So
 * whoever looks in between sees too much rather than too little.
 */
const STEPS: readonly Step[] = [writeHistory, carry, takeFromKpis, relink, remove, changeCycle];

export function progressOf({ ref, cycle, next, stage, report, examples = [] }: Head, { lines }: Plan): CloseProgress {
  const changing = lines.filter(([, step]) => step === 'change').map(([id]) => id).slice(0, MOST_CHANGING);
  return { ref, cycle, next, done: stage, of: STEPS.length, report, examples, changing };
}

/** A list that people work through; a property holds it. */
const MOST_CHANGING = 100;

/** So many are remembered, to know a repeated close and a cycle that overlaps; a property holds them. */
const MOST_DONE = 12;

/** Does one step of the close; after the last one, nothing. To be called by one person at a time. */
export function stepClose(ports: ClosePorts, ref: string): CloseProgress {
  const { memory, pieces } = ports.store.read();
  let { pending: head } = memory;
  const before = memory.done.find((one) => one.ref === ref);
  if (before) return before;
  if (head?.ref !== ref) throw new Error(speak(ports.here.language())('close.unknown'));
  let plan = planIn(pieces, head);
  const longer = head.stage < STEPS.indexOf(changeCycle) ? withNewcomers(plan, ports) : undefined;
  if (longer) {
    const more = inPieces(JSON.stringify(longer));
    [plan, head] = [longer, { ...head, pieces: more.length }];
    ports.store.remember({ ...memory, pending: head }, more);
  }
  const isDone = STEPS[head.stage]?.(planned(plan), head, ports) ?? true;
  const now: Head = isDone ? { ...head, stage: head.stage + 1 } : head;
  if (now.stage < STEPS.length) {
    if (isDone) ports.store.remember({ ...memory, pending: now });
    return progressOf(now, plan);
  }
  const done = progressOf(now, plan);
  const earlier = memory.done.map(({ examples: _, changing: __, ...one }) => one);
  ports.store.remember({ done: [...earlier, done].slice(-MOST_DONE) });
  ports.store.forget(Math.max(pieces.length, now.pieces));
  return done;
}

/** `Keep → O7`: the arrow leads from cycle to cycle, in every language. A check-in that came in between two tries is in the log, and the history is brought up to it. */
function writeHistory({ closedOn, objectives, keyResults }: Planning, { cycle, stage }: Head, { tables, here }: ClosePorts): boolean {
  const opened = openBook(tables, here);
  const { book } = opened;
  const say = speak(book.settings.language);
  const settings = { ...book.settings, cycleName: cycle.name };
  const own = new Map(book.objectives.map((one) => [one.objective.id, one]));
  const ownKeyResults = new Map(book.keyResults.map((one) => [one.keyResult.id, one]));
  const ended = ({ next, notes }: Planned, word: string) => ({ closedOn: closedOn as Opened['asOf'], settings, notes, nextStep: next === '' ? word : `${word} → ${next}` });
  const { at } = readHeader(opened.keyResults.values, 'keyResults');
  const currentCell = (row: number): Cell => opened.keyResults.values[row - 1]?.[at.get('current') ?? -1];
  const left = new Set(keyResults.filter(({ id }) => !ownKeyResults.has(id)).map(({ of }) => of));
  const rows = objectives.flatMap((goal) => {
    const one = own.get(goal.id);
    // An objective some of whose key results are taken away already has its score in History, and none of its own any more.
    const isWhole = stage === 0 || !left.has(goal.id);
    return one && isWhole ? [objectiveRow(one, ended(goal, say(`close.${goal.step}`)))] : [];
  });
  for (const goal of keyResults) {
    const one = ownKeyResults.get(goal.id);
    if (!one) continue;
    // Kept with its objective, but not itself: it has arrived.
    const word = goal.next === '' && goal.step !== 'drop' ? 'close.reached' : (`close.${goal.step}` as const);
    const row = keyResultRow(one, own.get(one.keyResult.objectiveId)?.objective, ended(goal, say(word)));
    // What is no number, such as `about 40`, is somebody's word all the same.
    rows.push(one.keyResult.unreadable && row['final'] === '' ? { ...row, final: currentCell(one.keyResult.row) } : row);
  }
  ensureRows(openTable(tables, 'history', here), 'history', rows, { always: OF_THE_ROW });
  return true;
}

/** What the row itself says; the rest was said about its end. */
const OF_THE_ROW = ['text', 'team', 'owner', 'kind', 'start', 'target', 'final', 'score', 'unit', 'measure', 'reading', 'weight'];

/** What names a row that goes on names its new id: actions that are not done, KPIs, and objectives that stay. */
function relink({ objectives, keyResults }: Planning, _: Head, { tables, here }: ClosePorts): boolean {
  const { book, objectives: sheet, kpis } = openBook(tables, here);
  const next = new Map([...objectives, ...keyResults].filter((one) => one.next !== '').map((one) => [one.id, one.next]));
  const actions = tables.open('actions');
  if (actions) {
    const done = new Set(readActions(actions.values, recognise).rows.map(({ state, row }) => (state === 'Done' ? row : 0)));
    mapColumn(actions, 'actions', 'key_result_id', (id, row) => (done.has(row) ? undefined : next.get(id)));
  }
  if (kpis) mapColumn(kpis, 'kpis', 'linked_to', (id) => next.get(id));
  const closing = new Set(objectives.map(({ id }) => id));
  const stays = new Set(book.objectives.filter(({ objective }) => !closing.has(objective.id)).map(({ objective }) => objective.row));
  mapColumn(sheet, 'objectives', 'parent', (id, row) => (stays.has(row) ? next.get(id) : undefined));
  return true;
}

/** Google ends a run after six minutes; where what goes lies scattered, each piece is a call. */
const MOST_CALLS = 100;

/**
 * Whoever checked in since the history was written is in it, and the next cycle starts where that left off: the last look and the removing are one run,
 * in which nobody else can save. Key results go first, so that a fault in between leaves none without its objective.
 */
function remove(plan: Planning, head: Head, ports: ClosePorts): boolean {
  const { tables, here } = ports;
  const { objectives, keyResults } = plan;
  refuseLocked(ports.lock, here);
  writeHistory(plan, head, ports);
  carry(plan, head, ports);
  if (!takeFromKpis(plan, head, ports)) return false;
  relink(plan, head, ports);
  const rows = (table: TableRows, name: 'objectives' | 'keyResults', ids: readonly { readonly id: string }[]): number[] => {
    const byId = rowsById(table, name);
    return ids.map(({ id }) => byId.get(id)).filter((row): row is number => row !== undefined);
  };
  const results = openTable(tables, 'keyResults', here);
  if (!deleteAll(results, rows(results, 'keyResults', keyResults), MOST_CALLS)) return false;
  const goals = openTable(tables, 'objectives', here);
  return deleteAll(goals, rows(goals, 'objectives', objectives), MOST_CALLS);
}

function changeCycle(_: Planning, { next }: Head, { tables, here, page }: ClosePorts): boolean {
  const names = new Set([next.name, ...textsIn(openTable(tables, 'history', here), 'history', 'cycle')]);
  page.listCycles([...names], speak(workbookLanguage(tables, here))('validation.choice'));
  const settings = openTable(tables, 'settings', here);
  for (const [key, value] of [['cycle_start', next.start], ['cycle_end', next.end], ['cycle_name', next.name]] as const) {
    const place = placeOfSetting(settings.values, key);
    if (!place) throw new Error(speak(here.language())('error.notSetUp'));
    settings.write(place.row, place.column, [[value]]);
  }
  return true;
}
