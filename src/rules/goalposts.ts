/** Targets that were moved after the start: how the log of check-ins records one, since nothing else remembers the old number. */

const MARK = 'target ';

export interface Move {
  readonly from: number;
  readonly to: number;
}

/** The reference of the row that logs it: `target 60>80 …`; the end keeps a repeated save and a second move apart. */
export function moveRef({ from, to }: Move, end: string): string {
  return `${MARK}${from}>${to} ${end}`;
}

/** Undefined for the reference of a check-in. */
export function moveIn(ref: string): Move | undefined {
  const [, from = '', to = ''] = /^target (\S+)>(\S+)(?: |$)/.exec(ref) ?? [];
  const move = { from: Number(from), to: Number(to) };
  return from !== '' && to !== '' && Number.isFinite(move.from) && Number.isFinite(move.to) ? move : undefined;
}

/** Such a row is no check-in: nobody looked at the value. */
export const isMove = (ref: string): boolean => ref.startsWith(MARK);
