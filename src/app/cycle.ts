/** The cycle that a day falls into when nobody has said otherwise: the calendar quarter. */
import type { Day } from '../model/day';
import { cycleAt, type CycleSpan } from '../rules/cycles';

export type Cycle = CycleSpan;

/** 2026-11-21 falls into 2026-Q4, from 2026-10-01 to 2026-12-31. */
export const quarterOf = (day: Day): Cycle => cycleAt(day);
