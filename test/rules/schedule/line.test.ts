/** Schedules and recipients as text in a cell: what is written reads back, what is mended is read, and nothing is dropped in silence. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toTime } from '../../../src/model/schedule';
import { audienceText, isAddress, readAudience, readRecipients, recipientsText } from '../../../src/rules/schedule/audience';
import { readScheduleLine, readSchedules, scheduleLine } from '../../../src/rules/schedule/line';
import { anySchedule } from './anySchedule';

describe('a schedule as a line', () => {
  test('reads back as it was written, on one line', () => {
    fc.assert(
      fc.property(anySchedule, (schedule) => {
        expect(scheduleLine(schedule)).not.toMatch(/[\r\n]/);
        expect(readScheduleLine(scheduleLine(schedule))).toEqual({ schedule });
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    'remind: every week on friday at 16:00, from 2026-11-27, to owners',
    'digest: every 2 weeks on monday, thursday at 10:00, from 2026-11-23, to anna@x.com, pl; team Sales, th; stakeholders',
    'review: every month on the first monday at 09:00, from 2026-12-07, to owners',
    'digest: every 3 months on the last day at 17:00, from 2026-11-30, to stakeholders',
    'digest: every month on day 15 at 08:30, from 2026-12-15, to objective owners',
    'report: at the end of the cycle at 17:00, from 2026-11-23, to stakeholders',
    'report: 7 days after the end of the cycle at 09:00, from 2026-11-23, to team Cats, th, -',
  ])('is written as it is here: %s', (line) => {
    const read = readScheduleLine(line);
    expect('schedule' in read && scheduleLine(read.schedule)).toBe(line);
  });

  test.each([
    ['  Remind:  Every week on Friday at 9:05  from 2026-11-27 to Owners ', 'remind: every week on friday at 09:05, from 2026-11-27, to owners'],
    ['remind: every 1 weeks on friday and monday at 16:00, from 2026-11-27, to owners; owners', 'remind: every week on monday, friday at 16:00, from 2026-11-27, to owners'],
    ['report: every month on day 31 at 16:00, from 2026-11-27, to TEAM  Sales ,PL', 'report: every month on the last day at 16:00, from 2026-11-27, to team Sales, pl'],
    ['report: 1 day after the end of the cycle at 16:00, from 2026-11-27, to stakeholders', 'report: 1 days after the end of the cycle at 16:00, from 2026-11-27, to stakeholders'],
  ])('may be mended by hand: %s', (line, wanted) => {
    const read = readScheduleLine(line);
    expect('schedule' in read && scheduleLine(read.schedule)).toBe(wanted);
  });

  const LINE = 'remind: every 2 weeks on friday at 16:00, from 2026-11-27, to owners';
  test.each([
    ['line', 'every Friday at 16:00 remind all owners'],
    ['line', LINE.replace(', from 2026-11-27', '')],
    ['line', LINE.replace('16:00', 'noon')],
    ['kind', LINE.replace('remind', 'nag')],
    ['days', LINE.replace('friday', 'freitag')],
    ['days', LINE.replace('friday', 'friday, freitag')],
    ['days', LINE.replace('2 weeks', '0 weeks')],
    ['days', LINE.replace('2 weeks', '53 weeks')],
    ['days', LINE.replace('2 weeks on friday', '25 months on the last day')],
    ['days', LINE.replace('2 weeks on friday', 'month on day 32')],
    ['days', LINE.replace('2 weeks on friday', 'month on the fifth monday')],
    ['days', LINE.replace('every 2 weeks on friday', 'at the end of the cycle')],
    ['days', LINE.replace('remind', 'report').replace('every 2 weeks on friday', '91 days after the end of the cycle')],
    ['time', LINE.replace('16:00', '24:00')],
    ['time', LINE.replace('16:00', '16:60')],
    ['time', LINE.replace('16:00', '16')],
    ['from', LINE.replace('11-27', '02-31')],
    ['audience', LINE.replace('owners', 'everybody')],
    ['audience', LINE.replace('owners', 'owners;')],
    ['audience', LINE.replace('owners', 'stakeholders')],
    ['audience', LINE.replace('owners', 'anna@x')],
  ])('says which part it cannot read, %s: %s', (part, line) => {
    expect(readScheduleLine(line)).toMatchObject({ problem: { part } });
  });

  test('a whole cell gives its schedules, and each line that is none with its number', () => {
    const read = readSchedules(`${LINE}\n\nnonsense\r\n${LINE.replace('remind', 'review')}`);
    expect(read.schedules.map(({ kind }) => kind)).toEqual(['remind', 'review']);
    expect(read.problems).toEqual([{ part: 'line', text: 'nonsense', line: 3 }]);
    expect(readSchedules('')).toEqual({ schedules: [], problems: [] });
  });

  test('any text gives a schedule or a problem, and never a schedule from half a line', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.tuple(anySchedule, fc.nat()).map(([one, cut]) => scheduleLine(one).slice(0, cut % scheduleLine(one).length))), (text) => {
        const read = readScheduleLine(text);
        if ('schedule' in read) expect(readScheduleLine(scheduleLine(read.schedule))).toEqual(read);
      }),
    );
  });
});

describe('the setting recipients', () => {
  test('is read line by line; who has a language of their own comes first', () => {
    const { recipients, unreadable } = readRecipients('stan@x.com\nteam Sales, th; anna@x.com ,PL\nowners\n\nAnna\nstakeholders\nanna@x.com, pl');
    expect(recipientsText(recipients)).toBe('team Sales, th\nanna@x.com, pl\nstan@x.com\nowners');
    expect(unreadable).toEqual(['Anna', 'stakeholders']);
  });

  test('reads back as it was written', () => {
    fc.assert(
      fc.property(anySchedule, ({ audience }) => {
        const recipients = audience.filter(({ who }) => who !== 'stakeholders');
        expect(readRecipients(recipientsText(recipients))).toEqual({ recipients, unreadable: [] });
        for (const one of audience) expect(readAudience(audienceText(one))).toEqual(one);
      }),
    );
  });

  test.each(['a@x.com', 'a.b+c@x.co.th', 'ławnik@przykład.pl', "o'brien@example.com", "mary.o'neil@x.com"])('%s is an address', (text) => expect(isAddress(text)).toBe(true));
  test.each(["'a@x.com", "'a@x.com'", "a@o'x.com", '', 'a', 'a@x', '@x.com', 'a@@x.com', 'a@x..com', '.a@x.com', 'a.@x.com', 'a..b@x.com', 'a b@x.com', 'a@x.com,b@x.com', 'A <a@x.com>', 'a@x.com\nBcc: b@x.com', `${'a'.repeat(250)}@x.com`])(
    '%j is none',
    (text) => expect(isAddress(text)).toBe(false),
  );
});

test.each([['9:05', '09:05'], ['16:00', '16:00'], ['00:00', '00:00'], ['24:00', undefined], ['16:60', undefined], ['16', undefined], ['', undefined]])('%j is the time %s', (text, time) => {
  expect(toTime(text)).toBe(time);
});
