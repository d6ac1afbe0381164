/** When schedules are due: across years, leap years, months' ends and clocks that are put forward and back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../../src/model/day';
import { dayOf, momentOf, timeOf, WEEKDAYS, type LocalMoment, type LocalTime, type Schedule } from '../../../src/model/schedule';
import { weekdayOf } from '../../../src/rules/schedule/days';
import { readScheduleLine } from '../../../src/rules/schedule/line';
import { dueSlots, firstDay, latestDue, slotsAfter } from '../../../src/rules/schedule/slots';
import { day } from '../../examples/okrs';
import { anyDay, anyRecurrence, anyTime, monthlyOnDay, monthlyOnNth, perCycle, weekly } from './anySchedule';

const moment = (text: string) => text as LocalMoment;
const of = (days: string, from: string, time = '16:00'): Schedule => {
  const read = readScheduleLine(`report: ${days} at ${time}, from ${from}, to owners`);
  if ('problem' in read) throw new Error(`${read.problem.part}: ${read.problem.text}`);
  return read.schedule;
};
const next = (schedule: Schedule, after: string, count: number, ends: string[] = []) => slotsAfter(schedule, moment(after), count, ends.map(day)).map((slot) => slot.replace('T16:00', ''));

describe('the next slots', () => {
  test.each<[string, string, string, string[]]>([
    ['every week on friday', '2026-11-21', '2026-11-21T09:00', ['2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18']],
    ['every week on friday', '2026-11-27', '2026-11-27T15:59', ['2026-11-27', '2026-12-04']],
    ['every week on friday', '2026-11-27', '2026-11-27T16:00', ['2026-12-04', '2026-12-11']],
    ['every 2 weeks on monday, thursday', '2026-11-05', '2026-11-01T00:00', ['2026-11-05', '2026-11-16', '2026-11-19', '2026-11-30']],
    ['every 2 weeks on monday', '2026-12-21', '2026-12-22T00:00', ['2027-01-04', '2027-01-18']],
    ['every 2 weeks on sunday', '2026-11-23', '2026-11-23T00:00', ['2026-11-29', '2026-12-13']],
    ['every month on the first monday', '2026-11-21', '2026-11-21T00:00', ['2026-12-07', '2027-01-04', '2027-02-01']],
    ['every month on the last friday', '2026-11-01', '2026-11-21T00:00', ['2026-11-27', '2026-12-25', '2027-01-29', '2027-02-26']],
    ['every month on the fourth wednesday', '2026-11-01', '2026-11-01T00:00', ['2026-11-25', '2026-12-23']],
    ['every month on the last day', '2027-12-01', '2027-12-01T00:00', ['2027-12-31', '2028-01-31', '2028-02-29', '2028-03-31']],
    ['every month on day 30', '2027-01-01', '2027-01-01T00:00', ['2027-01-30', '2027-02-28', '2027-03-30']],
    ['every 3 months on day 15', '2026-11-20', '2026-11-20T00:00', ['2027-02-15', '2027-05-15']],
    ['every month on day 15', '9998-11-20', '9998-11-20T00:00', ['9998-12-15']],
    ['every week on friday', '9999-12-20', '9999-12-20T00:00', ['9999-12-24', '9999-12-31']],
  ])('%s from %s, after %s', (days, from, after, wanted) => {
    expect(next(of(days, from), after, wanted.length)).toEqual(wanted);
  });

  test('a report comes once per cycle that is known, whenever the next one was opened', () => {
    const report = of('7 days after the end of the cycle', '2026-06-01');
    const ends = ['2026-12-31', '2026-09-30', '2026-06-30', '2026-09-30'];
    expect(next(report, '2026-07-01T00:00', 9, ends)).toEqual(['2026-07-07', '2026-10-07', '2027-01-07']);
    expect(next(report, '2026-07-01T00:00', 9)).toEqual([]);
    expect(next(of('at the end of the cycle', '2026-10-01'), '2026-07-01T00:00', 9, ends)).toEqual(['2026-12-31']);
  });

  test('when there is an end to the calendar there is an end to the slots', () => {
    expect(next(of('every week on friday', '9999-12-20'), '9999-12-20T00:00', 5)).toHaveLength(2);
  });
});

describe('which slots are due', () => {
  const friday = of('every week on friday', '2026-11-01');

  test('a missed week is caught up once: the newest slot counts, the older ones are skipped', () => {
    expect(latestDue(friday, moment('2026-11-06T16:00'), moment('2026-11-29T10:12'))).toEqual({ slot: '2026-11-27T16:00', skipped: ['2026-11-13T16:00', '2026-11-20T16:00'] });
    expect(latestDue(friday, moment('2026-11-27T16:00'), moment('2026-11-29T10:12'))).toBeUndefined();
    expect(latestDue(friday, moment('2026-11-27T15:30'), moment('2026-11-27T16:00'))).toEqual({ slot: '2026-11-27T16:00', skipped: [] });
    expect(latestDue(friday, moment('2026-11-27T15:30'), moment('2026-11-27T15:59'))).toBeUndefined();
  });

  // Warsaw 2027-03-28: the clock goes from 02:00 to 03:00. 2026-10-25: it goes from 03:00 back to 02:00.
  test('a time that the clock leaps over is served once it has passed', () => {
    const sunday = of('every week on sunday', '2027-03-01', '02:30');
    const hours = ['2027-03-28T00:40', '2027-03-28T01:40', '2027-03-28T03:40', '2027-03-28T04:40'].map(moment);
    expect(hours.slice(1).map((now, at) => dueSlots(sunday, hours[at] as LocalMoment, now))).toEqual([[], ['2027-03-28T02:30'], []]);
  });

  test('an hour that comes twice gives its slot under one name, and from the moment it was first due', () => {
    const sunday = of('every week on sunday', '2026-10-01', '02:30');
    const hours = ['2026-10-25T01:40', '2026-10-25T02:40', '2026-10-25T02:40', '2026-10-25T03:40'].map(moment);
    expect(hours.slice(1).map((now, at) => dueSlots(sunday, hours[at] as LocalMoment, now))).toEqual([['2026-10-25T02:30'], [], []]);
    // The trigger's minute may have moved back: the same slot again, so the ledger knows it by its text.
    expect(dueSlots(sunday, moment('2026-10-25T02:05'), moment('2026-10-25T02:40'))).toEqual(['2026-10-25T02:30']);
  });
});

describe('the first day of a new schedule', () => {
  test.each<[string, string, string, string]>([
    ['every 2 weeks on monday', '10:00', '2026-11-23T09:59', '2026-11-23'],
    ['every 2 weeks on monday', '10:00', '2026-11-23T10:00', '2026-11-30'],
    ['every 2 weeks on tuesday, thursday', '08:30', '2026-11-25T12:00', '2026-11-26'],
    ['every 3 months on the last day', '08:30', '2026-11-30T12:00', '2026-12-31'],
    ['every 2 months on the first monday', '08:30', '2026-11-21T12:00', '2026-12-07'],
    ['at the end of the cycle', '08:30', '2026-11-21T08:29', '2026-11-21'],
    ['at the end of the cycle', '08:30', '2026-11-21T08:30', '2026-11-22'],
  ])('%s at %s, made at %s', (days, time, now, wanted) => {
    expect(firstDay(of(days, '2000-01-01').recurrence, time as LocalTime, moment(now))).toBe(wanted);
  });
});

describe('whatever the schedule', () => {
  const ends = fc.array(anyDay, { maxLength: 5 });
  const rhythm = fc.record({ recurrence: anyRecurrence, time: anyTime, from: anyDay });
  const after = fc.tuple(anyDay, anyTime).map(([on, at]) => momentOf(on, at));

  test('its slots ascend, lie after the moment and not before its first day, at its time', () => {
    fc.assert(
      fc.property(rhythm, after, ends, (one, since, cycles) => {
        const slots = slotsAfter(one, since, 30, cycles);
        if (one.recurrence.every !== 'cycle') expect(slots).toHaveLength(30);
        for (const [at, slot] of slots.entries()) {
          expect(slot > (slots[at - 1] ?? since)).toBe(true);
          expect(dayOf(slot) >= one.from).toBe(true);
          expect(timeOf(slot)).toBe(one.time);
        }
      }),
    );
  });

  test('what is due up to now and what comes after now is all there is', () => {
    fc.assert(
      fc.property(rhythm, after, after, ends, (one, a, b, cycles) => {
        const [since, now] = a < b ? [a, b] : [b, a];
        const due = dueSlots(one, since, now, cycles);
        expect([...due, ...slotsAfter(one, now, 3, cycles)]).toEqual(slotsAfter(one, since, due.length + 3, cycles));
        const latest = latestDue(one, since, now, cycles);
        expect(latest === undefined ? [] : [...latest.skipped, latest.slot]).toEqual(due);
      }),
      { numRuns: 60 }, // a century of weeks takes its time
    );
  });

  test('in weeks: on its weekdays alone, all of them in each n-th week, none between', () => {
    fc.assert(
      fc.property(weekly, anyTime, anyDay, (recurrence, time, from) => {
        const days = slotsAfter({ recurrence, time, from }, momentOf(from, time), 30).map(dayOf);
        const weekOf = (one: typeof from): number => Math.floor(daysBetween(addDays(from, -WEEKDAYS.indexOf(weekdayOf(from))), one) / 7);
        for (const one of days) {
          expect(recurrence.on).toContain(weekdayOf(one));
          expect(weekOf(one) % recurrence.weeks).toBe(0);
        }
        // Between two full rounds, one and the same weekday comes every n weeks.
        const same = days.filter((one) => weekdayOf(one) === recurrence.on[0]);
        for (const [at, one] of same.entries()) if (at > 0) expect(daysBetween(same[at - 1] as typeof from, one)).toBe(recurrence.weeks * 7);
      }),
    );
  });

  const months = (one: string): number => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));

  test('on a day of the month: that day, or the last of a shorter month; one in every n-th month', () => {
    fc.assert(
      fc.property(monthlyOnDay, anyTime, anyDay, (recurrence, time, from) => {
        const days = slotsAfter({ recurrence, time, from }, momentOf(addDays(from, -1), time), 30).map(dayOf);
        for (const [at, one] of days.entries()) {
          const isLast = addDays(one, 1).endsWith('-01');
          expect(Number(one.slice(8)) === recurrence.day || (isLast && Number(one.slice(8)) < recurrence.day)).toBe(true);
          expect((months(one) - months(from)) % recurrence.months).toBe(0);
          if (at > 0) expect(months(one) - months(days[at - 1] as string)).toBe(recurrence.months);
        }
      }),
    );
  });

  test('on an nth weekday: that weekday in that week of the month', () => {
    fc.assert(
      fc.property(monthlyOnNth, anyTime, anyDay, (recurrence, time, from) => {
        for (const one of slotsAfter({ recurrence, time, from }, momentOf(from, time), 30).map(dayOf)) {
          expect(weekdayOf(one)).toBe(recurrence.weekday);
          expect((months(one) - months(from)) % recurrence.months).toBe(0);
          if (recurrence.nth === 'last') expect(months(addDays(one, 7))).toBe(months(one) + 1);
          else expect(Math.ceil(Number(one.slice(8)) / 7)).toBe(['first', 'second', 'third', 'fourth'].indexOf(recurrence.nth) + 1);
        }
      }),
    );
  });

  test('a first day fits, lies after now, and nothing that fits lies between', () => {
    fc.assert(
      fc.property(fc.oneof(weekly, monthlyOnDay, monthlyOnNth), anyTime, after, (recurrence, time, now) => {
        const from = firstDay(recurrence, time, now);
        expect(slotsAfter({ recurrence, time, from }, now, 1)).toEqual([momentOf(from, time)]);
      }),
    );
  });

  test('once per cycle: as many slots as ends', () => {
    fc.assert(
      fc.property(perCycle, anyTime, ends, (recurrence, time, cycles) => {
        const slots = slotsAfter({ recurrence, time, from: day('1000-01-01') }, moment('1000-01-01T00:00'), 99, cycles);
        expect(slots.map((slot) => addDays(dayOf(slot), -recurrence.daysAfter))).toEqual([...new Set(cycles)].sort());
      }),
    );
  });

  test('weekdays are those of the calendar', () => {
    fc.assert(fc.property(anyDay, (one) => WEEKDAYS.indexOf(weekdayOf(one)) === (new Date(`${one}T00:00:00Z`).getUTCDay() + 6) % 7));
  });
});
