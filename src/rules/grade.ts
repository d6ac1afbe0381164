/** Words for the 0.0 to 1.0 scale. */
import type { Score } from '../model/units';

export const GRADES = ['Achieved', 'Good progress', 'Some progress', 'Off track'] as const;
export type Grade = (typeof GRADES)[number];

/** 1.0 is achieved, 0.7 and up good progress, 0.4 and up some progress, below that off track: 0.69 is some progress. */
export function grade(score: Score): Grade {
  if (score >= 1) return 'Achieved';
  if (score >= 0.7) return 'Good progress';
  return score >= 0.4 ? 'Some progress' : 'Off track';
}
