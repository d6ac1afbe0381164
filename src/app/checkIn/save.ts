/** Saves a check-in: appends it to the log, then brings the key result's current value and confidence up to the log. */
import { toDay } from '../../model/day';
import type { CheckIn, KeyResult } from '../../model/okr';
import { speak } from '../../report/onDemand';
import { score } from '../../rules/score';
import { currentFrom } from '../../rules/current';
import type { Cell } from '../../rows/grid';
import type { CheckInEntry, CheckInSaved, Refused } from '../api';
import { LONGEST_CELL, quoted } from '../form/limits';
import { columnOf, openTable, todayOf, workbookLanguage, type Here, type TableRows, type Tables } from '../form/tables';
import { decimalMarkOf, percentIn, valueTyped } from '../form/typed';
import { appendOnce, checkInsOf, keyResultById, type LogRow } from './log';

const MOST_CONFIDENCE = 5;
/** A value given for a whole day counts from the end of that day on: who back-dates to a day corrects what was said during it. */
const END_OF_DAY = '23:59:59';

/**
 * Reads the key results, then the log; writes the log first. So a fault at any call leaves either nothing, or the row by which the same save is
 * recognised when it comes again, and then the rest is made good.
 */
export function saveCheckIn(tables: Tables, here: Here, entry: CheckInEntry): CheckInSaved | Refused {
  const keyResults = openTable(tables, 'keyResults', here);
  const keyResult = keyResultById(keyResults.values, entry.keyResultId.trim());
  const row = keyResult && readEntry(entry, keyResult, here);
  if (!keyResult || !row || 'wrong' in row) {
    const say = speak(workbookLanguage(tables, here));
    const wrong: readonly Wrong[] = row && 'wrong' in row ? row.wrong : [{ field: 'keyResultId', text: (speaker) => speaker('checkIn.gone', { id: quoted(entry.keyResultId) }) }];
    return { refused: wrong.map(({ field, text }) => ({ field, text: text(say) })) };
  }
  const log = openTable(tables, 'checkIns', here);
  const wasRepeated = appendOnce(log, [row]);
  const own = checkInsOf(log.values, keyResult.id);
  const { current, confidence, leftFormula } = bringUp(keyResults, keyResult, own, row);
  const scored = score(keyResult.start, keyResult.target, current, keyResult.measure);
  const lastCheckIn = own[own.length - 1]?.day ?? '';
  return { saved: { current: current ?? null, score: scored && 'score' in scored ? scored.score : null, confidence: confidence ?? null, lastCheckIn, wasRepeated, leftFormula } };
}

/** Why a field cannot be stored; the language is looked up only when there is something to say. */
interface Wrong {
  readonly field: keyof CheckInEntry;
  readonly text: (say: ReturnType<typeof speak>) => string;
}

/** What was typed as a row of the log, or what keeps it from being one. */
function readEntry(entry: CheckInEntry, keyResult: KeyResult, here: Here): LogRow | { readonly wrong: readonly Wrong[] } {
  const { confidence } = entry;
  const [progress, blockers] = [entry.progress.trim(), entry.blockers.trim()];
  const value = valueTyped(entry.value, keyResult.measure, markFor(entry.value, here), percentIn(keyResult.unit, keyResult.start, keyResult.target));
  const at = momentOf(entry.day.trim(), here);
  const wrong: Wrong[] = [];
  if (value === undefined) {
    const key = keyResult.measure === 'Milestone' ? 'checkIn.notAShare' : 'form.notANumber';
    wrong.push({ field: 'value', text: (say) => say(key, { value: quoted(entry.value) }) });
  }
  if (value === null && confidence === null && progress === '' && blockers === '') wrong.push({ field: 'value', text: (say) => say('checkIn.nothing') });
  if (confidence !== null && !(confidence >= 1 && confidence <= MOST_CONFIDENCE)) wrong.push({ field: 'confidence', text: (say) => say('checkIn.confidence') });
  if (at === undefined) wrong.push({ field: 'day', text: (say) => say('form.notADay', { value: quoted(entry.day) }) });
  else if (at > here.now()) wrong.push({ field: 'day', text: (say) => say('checkIn.future') });
  for (const [field, text] of [['progress', progress], ['blockers', blockers]] as const) {
    if (text.length > LONGEST_CELL) wrong.push({ field, text: (say) => say('form.tooLong', { limit: LONGEST_CELL }) });
  }
  if (wrong.length > 0 || value === undefined || at === undefined) return { wrong };
  return { ref: entry.ref, at, key_result_id: keyResult.id, author: here.me(), value: value ?? '', confidence: confidence ?? '', progress, blockers };
}

/** The locale decides only where a text has a mark. */
const markFor = (text: string, here: Here) => (/[.,]/.test(text) ? decimalMarkOf(here.locale()) : '.');

/** Now, or the end of an earlier day; undefined when the text names no day. */
function momentOf(day: string, here: Here): string | undefined {
  if (day === '' || day === todayOf(here)) return here.now();
  return toDay(day) === undefined ? undefined : `${day}T${END_OF_DAY}`;
}

interface BroughtUp {
  readonly current: number | undefined;
  readonly confidence: number | undefined;
  readonly leftFormula: boolean;
}

/** Sets the current value that the log makes, and the newest confidence; a formula is left alone. */
function bringUp(table: TableRows, keyResult: KeyResult, own: readonly CheckIn[], row: LogRow): BroughtUp {
  const made = row.value === '' ? undefined : currentFrom(own, keyResult.reading);
  const confidence = row.confidence === '' ? undefined : newestConfidence(own);
  const [currentColumn, confidenceColumn] = [columnOf(table, 'keyResults', 'current'), columnOf(table, 'keyResults', 'confidence')];
  const wanted: Wanted[] = [];
  if (made !== undefined && currentColumn !== undefined) wanted.push({ column: currentColumn, cell: likeBefore(made, table.values[keyResult.row - 1]?.[currentColumn - 1]) });
  if (confidence !== undefined && confidenceColumn !== undefined) wanted.push({ column: confidenceColumn, cell: confidence });
  const left = writeUnlessFormula(table, keyResult.row, wanted);
  const leftFormula = currentColumn !== undefined && left.includes(currentColumn);
  return { current: made === undefined || leftFormula ? keyResult.current : made, confidence: confidence ?? keyResult.confidence, leftFormula };
}

function newestConfidence(own: readonly CheckIn[]): number | undefined {
  return own.reduce<number | undefined>((newest, one) => one.confidence ?? newest, undefined);
}

/** A milestone kept as a tick stays a tick. */
function likeBefore(made: number, present: Cell): Cell {
  return typeof present === 'boolean' && (made === 0 || made === 1) ? made === 1 : made;
}

interface Wanted {
  readonly column: number;
  readonly cell: Cell;
}

/** Writes cells of a row, two that stand side by side at once; answers the columns of those that hold a formula and were left alone. */
function writeUnlessFormula(table: TableRows, row: number, wanted: readonly Wanted[]): number[] {
  const [first, second] = [...wanted].sort((a, b) => a.column - b.column);
  if (!first) return [];
  if (second && second.column !== first.column + 1) return [...writeUnlessFormula(table, row, [first]), ...writeUnlessFormula(table, row, [second])];
  const pair = second ? [first, second] : [first];
  const formulas = table.formulas(row, first.column, 1, pair.length)[0] ?? [];
  const isFormula = (one: Wanted): boolean => (formulas[one.column - first.column] ?? '') !== '';
  const free = pair.filter((one) => !isFormula(one));
  if (free.length === pair.length) table.write(row, first.column, [pair.map((one) => one.cell)]);
  else for (const one of free) table.write(row, one.column, [[one.cell]]);
  return pair.filter(isFormula).map((one) => one.column);
}
