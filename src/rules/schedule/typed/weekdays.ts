/** Lists of weekdays in a typed text: "Monday and Thursday", "pon.–pt.", "on Fridays", "วันเสาร์และอาทิตย์". */
import { WEEKDAYS, type Weekday } from '../../../model/schedule';
import type { Marks } from './marks';
import type { Reading } from './reading';

/** The list that begins at a place goes into the marks as one; answers where it ends, undefined when none begins there. */
export function weekdayAt(reading: Reading, at: number, marks: Marks): number | undefined {
  const days = weekdaysOf(reading, at);
  if (days === undefined) return undefined;
  const known = marks.weekdays.length;
  let hasEvery = reading.hasEveryBefore(at);
  let [end, next] = [at, at];
  for (let more: readonly Weekday[] | undefined = days; more !== undefined; ) {
    hasEvery ||= reading.is(next, 'days', 'group') || reading.hasEveryBefore(next);
    const last = marks.weekdays[marks.weekdays.length - 1]?.weekday;
    const isRange = next > end && reading.tokens.slice(end, next).some((_, k) => isRangeSign(reading, end + k)) && last !== undefined;
    for (const weekday of isRange ? between(last, more[0] as Weekday) : more) marks.weekdays.push({ weekday, hasEvery, words: '' });
    end = next + 1;
    next = nextInList(reading, end);
    more = weekdaysOf(reading, next, true);
  }
  // "Every Monday and Thursday" is every of both.
  const words = reading.quote(at, end);
  marks.weekdays.splice(known, marks.weekdays.length, ...marks.weekdays.slice(known).map(({ weekday }) => ({ weekday, hasEvery, words })));
  marks.lists.push({ words });
  reading.take(at, end);
  return end;
}

function weekdaysOf(reading: Reading, at: number, isListed = false): readonly Weekday[] | undefined {
  const one = reading.value(at, 'day') ?? reading.value(at, 'days');
  if (one !== undefined) return [one as Weekday];
  const group = reading.value(at, 'group');
  if (group !== undefined) return group === 'all' ? WEEKDAYS : WEEKDAYS.slice(0, 5);
  // อาทิตย์ is the week, and behind another day Sunday.
  return isListed && reading.tokens[at]?.text === 'อาทิตย์' ? ['sunday'] : undefined;
}

const isRangeSign = (reading: Reading, at: number): boolean => /^[-–—]$/.test(reading.tokens[at]?.text ?? '') || reading.is(at, 'to');

/** Over what joins the days of a list. */
function nextInList(reading: Reading, from: number): number {
  let at = from;
  while (reading.is(at, 'and', 'every', 'filler', 'to') || /^[-–—/&+]$/.test(reading.tokens[at]?.text ?? '')) at += 1;
  return reading.value(at, 'unit') === 'day' && reading.is(at + 1, 'day') ? at + 1 : at;
}

const between = (from: Weekday, to: Weekday): Weekday[] => {
  const days: Weekday[] = [];
  for (let at = WEEKDAYS.indexOf(from) + 1; days[days.length - 1] !== to; at += 1) days.push(WEEKDAYS[at % 7] as Weekday);
  return days;
};
