/** Logs a target that was changed after the start: by whom, when, from what to what. Before the start it is planning, which nobody has to answer for. */
import type { KeyResult } from '../../model/okr';
import { recognise } from '../../report/vocabulary';
import { speak } from '../../report/onDemand';
import { moveRef, type Move } from '../../rules/goalposts';
import { readKeyResults } from '../../rows/read';
import { readSettings } from '../../rows/readSettings';
import { todayOf, type Here, type Tables } from '../form/tables';
import { appendOnce, type LogRow } from './log';

export interface TargetMove extends Move {
  readonly id: string;
  /** Own start day of the key result, or undefined for the cycle's. */
  readonly start: KeyResult['startDate'];
}

/** `end` makes the reference: the moment of an edit, or the reference of a save. */
export function logTargets(tables: Tables, here: Here, moves: readonly TargetMove[], author: string, end: string): void {
  if (moves.length === 0) return;
  const { settings } = readSettings(tables.open('settings')?.values ?? [], recognise);
  const begun = moves.filter(({ start, from, to }) => from !== to && todayOf(here) >= (start ?? settings.cycleStart ?? '9999'));
  const log = begun.length > 0 ? tables.open('checkIns') : undefined;
  if (!log) return;
  const say = speak(settings.language);
  for (const { id, ...move } of begun) {
    const row: LogRow = { ref: moveRef(move, end), at: here.now(), key_result_id: id, author, value: '', confidence: '', progress: say('checkIn.targetChanged', { from: move.from, to: move.to }), blockers: '' };
    appendOnce(log, [row]);
  }
}

/** A target typed over in the sheet, in a row counted from the corner of the table; `before` as Google tells it, for single cells only. */
export function logTypedTarget(tables: Tables, here: Here, row: number, before: string, author: string): void {
  const keyResult = readKeyResults(tables.open('keyResults')?.values ?? [], recognise).rows.find((one) => one.row === row);
  const from = before.trim() === '' ? NaN : Number(before.replace(',', '.'));
  if (!keyResult || keyResult.id === '' || keyResult.target === undefined || !Number.isFinite(from)) return;
  logTargets(tables, here, [{ id: keyResult.id, start: keyResult.startDate, from, to: keyResult.target }], author, here.now());
}
