/** A progress bar made of text, which works in every cell, mail and copy. */
import type { Score } from '../model/units';

const FULL = '█';
const EMPTY = '░';
/** What a bar can begin with. */
export const BAR_SIGNS: readonly string[] = [FULL, EMPTY];
export const BAR_WIDTH = 10;

const remembered = new Map<number, string>();

/** 0.5 in a width of 10 is `█████░░░░░ 50%`. Only 1 itself is a full bar and 100%, and only 0 an empty one: 0.996 shows 99%. */
export function bar(score: Score, width: number = BAR_WIDTH): string {
  const percent = honestRound(score, 100);
  const known = width === BAR_WIDTH ? remembered.get(percent) : undefined;
  if (known !== undefined) return known;
  const full = honestRound(percent / 100, width);
  const text = `${FULL.repeat(full)}${EMPTY.repeat(width - full)} ${percent}%`;
  if (width === BAR_WIDTH) remembered.set(percent, text);
  return text;
}

/** Rounds a share of `parts`, keeping the first and the last for exactly nothing and everything. */
function honestRound(share: number, parts: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return parts;
  return Math.min(Math.max(Math.round(share * parts), parts > 1 ? 1 : 0), Math.max(parts - 1, 0));
}
