/** How often and on which days: "every other Monday", "w ostatni piątek miesiąca", "ngày 15 hằng tháng", "ทุก 2 สัปดาห์ ในวันอังคาร". */
import { MOST_WEEKS, NTHS, WEEKDAYS, type Recurrence } from '../../../model/schedule';
import { recurrenceText } from '../line';
import { findMarks, type Marks } from './marks';
import type { Reading } from './reading';

/** Undefined when it cannot be told; why not is then among the problems. */
export function findRecurrence(reading: Reading): Recurrence | undefined {
  const marks = findMarks(reading);
  const before = reading.problems.length;
  const recurrence = conclude(reading, marks);
  return reading.problems.length > before || marks.isRefused ? undefined : recurrence;
}

function conclude(reading: Reading, marks: Marks): Recurrence | undefined {
  const { cycle, days, nths, weekdays, intervals, hasMonth } = marks;
  const [interval, otherInterval] = intervals;
  const kinds = [cycle, days[0], nths[0], weekdays[0]].filter((one) => one !== undefined);
  const several = kinds.length > 1 ? kinds : [days, nths, new Set(marks.lists).size > 1 ? marks.lists : []].find((list) => list.length > 1);
  if (several !== undefined) return refuse(reading, 'twoRecurrences', quotes(several));
  if (otherInterval !== undefined) return refuse(reading, 'twoRecurrences', quotes(intervals));
  if (cycle !== undefined) return interval === undefined ? { every: 'cycle', daysAfter: cycle.daysAfter } : refuse(reading, 'twoRecurrences', quotes([interval, cycle]));
  const isWeekly = interval?.unit === 'week';
  const months = interval?.unit === 'month' ? interval.count : 1;
  const isMonthly = interval?.unit === 'month' || hasMonth;
  if (days[0] !== undefined) {
    if (isWeekly) return refuse(reading, 'twoRecurrences', quotes([interval, days[0]]));
    return isMonthly || days[0].hasEvery ? { every: 'month', months, day: days[0].day } : refuse(reading, 'everyMissing', days[0].words);
  }
  if (nths[0] !== undefined) return onNth(reading, marks, nths[0], isMonthly, months);
  if (weekdays[0] === undefined) return refuse(reading, isWeekly ? 'noWeekday' : isMonthly ? 'noMonthDay' : 'noDay', interval?.words);
  if (isMonthly && isWeekly) return refuse(reading, 'twoRecurrences', quotes([interval, ...weekdays]));
  if (isMonthly) return refuse(reading, 'whichNth', quotes(weekdays));
  // Two days or more, "Monday to Friday", can only be those of every week; one may be that of a month.
  const isOne = new Set(weekdays.map(({ weekday }) => weekday)).size === 1;
  if (!isWeekly && isOne && !weekdays.some(({ hasEvery }) => hasEvery)) return refuse(reading, 'everyMissing', quotes(weekdays));
  return { every: 'week', weeks: interval?.count ?? 1, on: WEEKDAYS.filter((one) => weekdays.some(({ weekday }) => weekday === one)) };
}

/**
 * "Every second Monday" and "co trzeci piątek" are counted in weeks, "the second Monday of the month" is one in the month; "every third Friday" may be either,
 * and so is "ทุกวันศุกร์ที่สอง"; "the first Monday" alone is neither.
 */
function onNth(reading: Reading, { intervals }: Marks, said: Marks['nths'][number], isMonthly: boolean, months: number): Recurrence | undefined {
  const { nth, weekday, hasEvery, words } = said;
  const place = nth === 'last' ? 'last' : NTHS[nth - 1];
  if (isMonthly) {
    if (intervals[0]?.unit === 'week') return refuse(reading, 'twoRecurrences', quotes([intervals[0], { words }]));
    return place === undefined || (nth !== 'last' && nth > 4) ? refuse(reading, 'badCount', words, [...NTHS]) : { every: 'month', months, nth: place, weekday };
  }
  if (!hasEvery || nth === 'last' || nth < 2 || nth > MOST_WEEKS || intervals.length > 0) return refuse(reading, 'nthOfWhat', words);
  const inWeeks: Recurrence = { every: 'week', weeks: nth, on: [weekday] };
  if (said.isCounted || (nth === 2 && (reading.language === 'en' || reading.language === 'pl'))) return inWeeks;
  const inMonths: readonly Recurrence[] = nth > 4 || place === undefined ? [] : [{ every: 'month', months: 1, nth: place, weekday }];
  return refuse(reading, 'nthUnclear', words, [inWeeks, ...inMonths].map(recurrenceText));
}

const quotes = (marks: readonly { readonly words: string }[]): string => [...new Set(marks.map(({ words }) => words))].join(' … ');

function refuse(reading: Reading, code: Parameters<Reading['refuse']>[0], words = '', could: readonly string[] = []): undefined {
  reading.refuse(code, words, could);
}
