/**
 * A schedule as one line of the setting `schedules`, which people can read and mend:
 * `digest: every 2 weeks on monday at 10:00, from 2026-11-23, to stakeholders`.
 */
import { toDay, type Day } from '../../model/day';
import { LAST_DAY, MOST_DAYS_AFTER, MOST_MONTHS, MOST_WEEKS, NTHS, SCHEDULE_KINDS, toTime, WEEKDAYS } from '../../model/schedule';
import type { Audience, LocalTime, Recurrence, Schedule, ScheduleKind } from '../../model/schedule';
import { audienceText, inOrder, readAudience, suits } from './audience';

/** Which part of a line cannot be read, and what stands there; the whole line where its parts cannot be told. */
export interface LineProblem {
  readonly part: 'line' | 'kind' | 'days' | 'time' | 'from' | 'audience';
  readonly text: string;
}

export type ReadLine = { readonly schedule: Schedule } | { readonly problem: LineProblem };

export function scheduleLine({ kind, recurrence, time, from, audience }: Schedule): string {
  return `${kind}: ${recurrenceText(recurrence)} at ${time}, from ${from}, to ${inOrder(audience).map(audienceText).join('; ')}`;
}

export function recurrenceText(recurrence: Recurrence): string {
  const times = (count: number, unit: string): string => (count === 1 ? `every ${unit}` : `every ${count} ${unit}s`);
  switch (recurrence.every) {
    case 'week':
      return `${times(recurrence.weeks, 'week')} on ${recurrence.on.join(', ')}`;
    case 'month': {
      const day = 'nth' in recurrence ? `the ${recurrence.nth} ${recurrence.weekday}` : recurrence.day === LAST_DAY ? 'the last day' : `day ${recurrence.day}`;
      return `${times(recurrence.months, 'month')} on ${day}`;
    }
    case 'cycle':
      return recurrence.daysAfter === 0 ? 'at the end of the cycle' : `${recurrence.daysAfter} days after the end of the cycle`;
  }
}

/** Capitals and spaces do not matter. Whatever cannot be read is a problem: a schedule dropped in silence is a reminder that never comes. */
export function readScheduleLine(line: string): ReadLine {
  const text = line.replace(/\s+/g, ' ').trim();
  const [, kindText, days, timeText, fromText, audienceTexts] = /^([^:]*): ?(.*?) at (\d[^ ,]*) ?,? from ([^ ,]+) ?,? to (.*)$/i.exec(text) ?? [];
  if (kindText === undefined || days === undefined || timeText === undefined || fromText === undefined || audienceTexts === undefined) {
    return problem('line', text);
  }
  const kind = SCHEDULE_KINDS.find((one) => one === kindText.trim().toLowerCase());
  if (kind === undefined) return problem('kind', kindText);
  const recurrence = readRecurrence(days.trim().toLowerCase());
  if (recurrence === undefined || !mayRecur(kind, recurrence)) return problem('days', days);
  const time = toTime(timeText);
  if (time === undefined) return problem('time', timeText);
  const from = toDay(fromText);
  if (from === undefined) return problem('from', fromText);
  return withAudience({ kind, recurrence, time, from }, audienceTexts);
}

function withAudience(rest: { kind: ScheduleKind; recurrence: Recurrence; time: LocalTime; from: Day }, texts: string): ReadLine {
  const audience: Audience[] = [];
  for (const text of texts.split(';')) {
    const one = readAudience(text);
    if (one === undefined || !suits(one, rest.kind)) return problem('audience', text.trim());
    audience.push(one);
  }
  return { schedule: { ...rest, audience: inOrder(audience) } };
}

/** Only a report can wait for a cycle to end. */
export const mayRecur = (kind: ScheduleKind, { every }: Recurrence): boolean => every !== 'cycle' || kind === 'report';

export function readRecurrence(text: string): Recurrence | undefined {
  const [, count = '1', unit, which = ''] = /^every (?:(\d+) )?(week|month)s? on (.+)$/.exec(text) ?? [];
  if (unit !== undefined) {
    const times = countOf(count, unit === 'week' ? MOST_WEEKS : MOST_MONTHS);
    return times === undefined ? undefined : unit === 'week' ? inWeeks(times, which) : inMonths(times, which);
  }
  const [, days, isEnd] = /^(?:(\d+) days? after|(at)) the end of the cycle$/.exec(text) ?? [];
  const daysAfter = isEnd === undefined ? countOf(days ?? '', MOST_DAYS_AFTER) : 0;
  return daysAfter === undefined ? undefined : { every: 'cycle', daysAfter };
}

function inWeeks(weeks: number, list: string): Recurrence | undefined {
  const names = list.split(/, ?| and /);
  const on = WEEKDAYS.filter((one) => names.includes(one));
  return on.length === new Set(names).size ? { every: 'week', weeks, on } : undefined;
}

function inMonths(months: number, which: string): Recurrence | undefined {
  const [, number = '', nthText, weekdayText] = /^(?:day (\d+)|the (\w+) (\w+))$/.exec(which) ?? [];
  const day = which === 'the last day' ? LAST_DAY : countOf(number, LAST_DAY);
  if (day !== undefined) return { every: 'month', months, day };
  const nth = NTHS.find((one) => one === nthText);
  const weekday = WEEKDAYS.find((one) => one === weekdayText);
  return nth !== undefined && weekday !== undefined ? { every: 'month', months, nth, weekday } : undefined;
}

/** A whole number from 1 to the most that makes sense. */
function countOf(text: string, most: number): number | undefined {
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= most ? count : undefined;
}

const problem = (part: LineProblem['part'], text: string): ReadLine => ({ problem: { part, text: text.slice(0, 80) } });

/** A whole cell: every line that is not blank, in order, with its number counted from 1. */
export function readSchedules(text: string): { readonly schedules: readonly Schedule[]; readonly problems: readonly (LineProblem & { readonly line: number })[] } {
  const schedules: Schedule[] = [];
  const problems: (LineProblem & { readonly line: number })[] = [];
  for (const [index, line] of text.split(/\r\n|[\r\n]/).entries()) {
    if (line.trim() === '') continue;
    const read = readScheduleLine(line);
    if ('schedule' in read) schedules.push(read.schedule);
    else problems.push({ ...read.problem, line: index + 1 });
  }
  return { schedules, problems };
}
