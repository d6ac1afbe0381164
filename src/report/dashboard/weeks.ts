/** The scores week by week: recomputed from the log for the days behind the as-of day, and what the plans ask for on all days of the cycle. */
import { addDays, daysBetween, type Day } from '../../model/day';
import type { Objective, Settings } from '../../model/okr';
import { tidy, type Score } from '../../model/units';
import { pictureOf, type Picture, type Told } from '../../rules/changes';
import { isUsable } from '../../rules/checks';
import { expected } from '../../rules/expected';
import { Mean, WeightedMean } from '../../rules/rollUp';
import { WEEKS } from './page';

export interface Week {
  readonly day: Day;
  readonly score: Score | undefined;
  readonly expected: Score | undefined;
  /** Mean of what owners think, 1 to 5, one digit. */
  readonly confidence: number | undefined;
}

/** Rows that the filter lets through. */
export interface ShownRows {
  readonly objectives: ReadonlySet<number>;
  readonly keyResults: ReadonlySet<number>;
}

/**
 * The as-of day and the same weekday before and after it, from the first day of the cycle to its last. 15 November in October to December: 6 weeks
 * back to 4 October, 6 ahead to 27 December, 13 in all. Where there are more than the table holds, every second week is shown, or every third.
 */
export function daysOf({ asOf, cycleStart, cycleEnd }: Settings, firstCheckIn: Day | undefined, most: number = WEEKS.rows): Day[] {
  if (asOf === undefined) return [];
  const weeks = (from: Day | undefined, to: Day | undefined): number => (from === undefined || to === undefined ? 0 : Math.max(0, Math.floor(daysBetween(from, to) / 7)));
  const [back, ahead] = [weeks(cycleStart ?? firstCheckIn, asOf), weeks(asOf, cycleEnd)];
  const step = Math.ceil((back + ahead + 1) / most);
  const [first, last] = [-Math.floor(back / step), Math.floor(ahead / step)];
  return Array.from({ length: last - first + 1 }, (_, index) => addDays(asOf, 7 * step * (first + index)));
}

/** The last point of the scores is today's, as the cards have it; both lines are means over the same objectives, those with a score today. */
export function weeksOf(told: Told, shown: ShownRows): Week[] {
  const { settings, checkIns } = told;
  const first = checkIns[0]?.day;
  const scored = told.objectives.filter(({ objective, score }) => shown.objectives.has(objective.row) && score !== undefined).map(({ objective }) => objective);
  return daysOf(settings, first).map((day) => {
    const asked = askedOn(day, scored, settings);
    const isKnown = day === settings.asOf || (first !== undefined && day >= first && day < String(settings.asOf));
    if (!isKnown) return { day, score: undefined, expected: asked, confidence: undefined };
    return { day, expected: asked, ...standing(day === settings.asOf ? told : pictureOf(day, told), shown) };
  });
}

function standing({ objectives, keyResults }: Picture, shown: ShownRows): Pick<Week, 'score' | 'confidence'> {
  const score = new WeightedMean();
  const confidence = new Mean();
  for (const one of objectives) if (shown.objectives.has(one.objective.row)) score.add(one.score, one.objective.weight);
  for (const { keyResult } of keyResults) if (shown.keyResults.has(keyResult.row)) confidence.add(keyResult.confidence, 1);
  const mean = confidence.value();
  return { score: score.value(), confidence: mean === undefined ? undefined : tidy(Math.round(mean * 10) / 10) };
}

function askedOn(day: Day, objectives: readonly Objective[], { cycleStart, cycleEnd }: Settings): Score | undefined {
  const mean = new WeightedMean();
  for (const { startDate, dueDate, kind, weight } of objectives) {
    const span = { start: startDate ?? cycleStart, due: dueDate ?? cycleEnd };
    if (isUsable(span)) mean.add(expected(span.start, span.due, day, kind), weight);
  }
  return mean.value();
}
