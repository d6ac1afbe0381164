/** Reading a plan of checkpoints such as `2026-10-31: 20; 2026-11-30: 35`. */
import { toDay } from './day';
import type { Checkpoint } from './okr';

/** Semicolons part the checkpoints, so a comma between digits can only be the decimal mark of half of Europe. */
const DECIMAL_COMMA = /^(-?\d+),(\d+)$/;

/** The checkpoints in order of their days, or the piece of text that cannot be read as `day: value`. */
export function readPlan(text: string): { readonly checkpoints: readonly Checkpoint[] } | { readonly unreadable: string } {
  const checkpoints: Checkpoint[] = [];
  for (const piece of text.split(/[;\n]/)) {
    if (piece.trim() === '') continue;
    const [, dayText = '', valueText = ''] = /^\s*([^:\s]+)\s*:\s*(\S+)\s*$/.exec(piece) ?? [];
    const day = toDay(dayText);
    const value = valueText === '' ? NaN : Number(valueText.replace(DECIMAL_COMMA, '$1.$2'));
    if (day === undefined || !Number.isFinite(value) || checkpoints.some((known) => known.day === day)) {
      return { unreadable: piece.trim() };
    }
    checkpoints.push({ day, value });
  }
  return { checkpoints: checkpoints.sort((a, b) => (a.day < b.day ? -1 : 1)) };
}
