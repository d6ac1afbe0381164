/** Google's rules for the triggers of an add-on. */
import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../../src/local/services/schedule';
import { firstRun, followingRun } from '../../../src/local/services/schedule';
import { DAY, HOUR, stage } from './stage';

const HOURLY = `ScriptApp.newTrigger('work').timeBased().everyHours(1).create();`;

describe('ScriptApp', () => {
  it('describes the trigger that it made; a clock trigger has no source', () => {
    const { run } = stage();
    expect(run(`const t = ScriptApp.newTrigger('work').timeBased().everyDays(1).atHour(9).create();
      return [t.getHandlerFunction(), t.getEventType() === ScriptApp.EventType.CLOCK, String(t.getTriggerSource()), t.getTriggerSourceId(), typeof t.getUniqueId()];`))
      .toEqual(['work', true, 'CLOCK', null, 'string']);
    expect(run(`const t = ScriptApp.newTrigger('work').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create();
      return [String(t.getEventType()), String(t.getTriggerSource()), t.getTriggerSourceId()];`)).toEqual(['ON_EDIT', 'SPREADSHEETS', 'the-document']);
  });

  it('allows one trigger of each type per person and document', () => {
    const { run } = stage();
    run(HOURLY);
    expect(() => run(HOURLY)).toThrow('This Add-on has created too many time-based triggers in this document for this Google user account.');
    run(HOURLY, { user: 'ben@example.com' });
    run(`ScriptApp.newTrigger('work').forSpreadsheet(SpreadsheetApp.getActive()).onOpen().create();`);
    expect(() => run(`ScriptApp.newTrigger('other').forSpreadsheet(SpreadsheetApp.getActive()).onOpen().create();`)).toThrow(/too many document open triggers/);
  });

  it('allows no clock trigger more often than hourly', () => {
    expect(() => stage().run(`ScriptApp.newTrigger('work').timeBased().everyMinutes(30).create();`)).toThrow(
      'The recurrence interval for an Add-on trigger must be at least one hour.',
    );
  });

  it('allows 20 triggers per person over all spreadsheets', () => {
    expect(() => stage({ triggersElsewhere: 20 }).run(HOURLY)).toThrow(/too many triggers/);
    expect(stage({ triggersElsewhere: 19 }).run(`${HOURLY} return ScriptApp.getProjectTriggers().length;`)).toBe(1);
  });

  it('shows people their own triggers only, and lets them delete no others', () => {
    const { run } = stage();
    run(HOURLY);
    expect(run('return ScriptApp.getUserTriggers(SpreadsheetApp.getActive()).length;', { user: 'ben@example.com' })).toBe(0);
    expect(run(`ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)); return ScriptApp.getProjectTriggers().length;`)).toBe(0);
    expect(() => run(`const t = ScriptApp.newTrigger('work').timeBased().everyHours(1).create(); ScriptApp.deleteTrigger(t); ScriptApp.deleteTrigger(t);`)).toThrow(/does not exist/);
  });

  it.each(['NONE', 'LIMITED', 'CUSTOM_FUNCTION'] as const)('makes no trigger in the mode %s', (mode) => {
    expect(() => stage().run(HOURLY, { mode })).toThrow(/permission to call ScriptApp.newTrigger/);
  });

  it('makes no trigger while a trigger runs', () => {
    expect(() => stage().run(HOURLY, { cause: 'trigger' })).toThrow(/cannot be created while a trigger is running/);
  });

  it('refuses a trigger without a time, hours and days that do not exist, unknown zones, and two recurrences', () => {
    const { run } = stage();
    const build = (steps: string) => () => run(`ScriptApp.newTrigger('work').timeBased()${steps}.create();`);
    expect(build('')).toThrow(/has no time/);
    expect(build('.everyDays(1).atHour(24)')).toThrow(/atHour/);
    expect(build('.onMonthDay(32)')).toThrow(/onMonthDay/);
    expect(build(`.everyDays(1).inTimezone('Mars/Olympus')`)).toThrow(/timezone/);
    expect(build('.everyDays(1).everyHours(2)')).toThrow(/already been set/);
    expect(build(`.onWeekDay('MONDAY')`)).toThrow(/method signature/);
  });

  it('says with FULL authorization that nothing more has to be granted', () => {
    expect(stage().run(`return ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED;`)).toBe(true);
  });
});

describe('when a clock trigger runs', () => {
  const zone = 'Europe/Warsaw';
  const runs = (schedule: Schedule, from: string, n: number, inZone = zone): string[] => {
    const at: string[] = [];
    for (let due: number | null = firstRun(schedule, inZone, Date.parse(from)); due !== null && at.length < n; due = followingRun(schedule, inZone, due)) {
      at.push(new Date(due).toISOString().slice(0, 16));
    }
    return at;
  };

  it('keeps the minute that was picked, hour after hour', () => {
    expect(runs({ every: 'hours', n: 1, minute: 17 }, '2026-11-20T09:30:00Z', 3)).toEqual(['2026-11-20T10:17', '2026-11-20T11:17', '2026-11-20T12:17']);
    expect(runs({ every: 'hours', n: 6, minute: 45 }, '2026-11-20T09:30:00Z', 2)).toEqual(['2026-11-20T09:45', '2026-11-20T15:45']);
  });

  it('keeps the hour of the zone when clocks change', () => {
    expect(runs({ every: 'days', n: 1, hour: 9, minute: 5 }, '2026-10-23T12:00:00Z', 3)).toEqual(['2026-10-24T07:05', '2026-10-25T08:05', '2026-10-26T08:05']);
  });

  it('runs after the jump when the hour does not exist that day', () => {
    expect(runs({ every: 'days', n: 1, hour: 2, minute: 30 }, '2026-03-28T12:00:00Z', 2)).toEqual(['2026-03-29T01:30', '2026-03-30T00:30']);
  });

  it('finds the weekday and the day of the month', () => {
    expect(runs({ every: 'weeks', n: 1, weekday: 5, hour: 16, minute: 0 }, '2026-11-20T16:00:00Z', 2)).toEqual(['2026-11-27T15:00', '2026-12-04T15:00']);
    expect(runs({ every: 'weeks', n: 2, weekday: 1, hour: 8, minute: 0 }, '2026-11-20T16:00:00Z', 2)).toEqual(['2026-11-23T07:00', '2026-12-07T07:00']);
    expect(runs({ every: 'month', day: 31, hour: 8, minute: 0 }, '2026-11-20T16:00:00Z', 2)).toEqual(['2026-12-31T07:00', '2027-01-31T07:00']);
  });

  it('runs once when asked for one time', () => {
    expect(runs({ every: 'once', at: Date.parse('2026-11-21T00:00:00Z') }, '2026-11-20T16:00:00Z', 5)).toEqual(['2026-11-21T00:00']);
  });

  it('picks a minute within the asked hour, and within 15 minutes of the asked minute', () => {
    const minutes = (steps: string) =>
      Array.from({ length: 30 }, (_, seed) => {
        const { run, google } = stage({ seed });
        run(`ScriptApp.newTrigger('work').timeBased().everyDays(1).atHour(9)${steps}.inTimezone('UTC').create();`);
        return (google.triggers.nextDue()!.at % DAY) / 60_000 - 9 * 60;
      });
    const any = minutes('');
    expect(Math.min(...any)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...any)).toBeLessThan(60);
    expect(new Set(any).size).toBeGreaterThan(5);
    const near = minutes('.nearMinute(30)');
    expect(Math.min(...near)).toBeGreaterThanOrEqual(15);
    expect(Math.max(...near)).toBeLessThanOrEqual(45);
  });

  it('leaves an hour between two clock runs of one person', () => {
    const { run, google, clock } = stage();
    run(`ScriptApp.newTrigger('work').timeBased().after(60000).create();`);
    google.triggers.ran(google.triggers.nextDue()!, clock.now + 60_000);
    run(`ScriptApp.getProjectTriggers().forEach((t) => ScriptApp.deleteTrigger(t)); ScriptApp.newTrigger('work').timeBased().after(60000).create();`);
    expect(google.triggers.nextDue()!.at).toBe(clock.now + 60_000 + HOUR);
  });

  it('does not make up one by one for the runs that were missed', () => {
    const { run, google, clock } = stage();
    run(HOURLY);
    const first = google.triggers.nextDue()!;
    clock.now += 7 * DAY;
    google.triggers.ran(first, clock.now);
    const next = google.triggers.nextDue()!;
    expect(next.at).toBeGreaterThanOrEqual(clock.now + HOUR);
    expect(next.at).toBeLessThan(clock.now + 2 * HOUR);
    expect(next.at % HOUR).toBe(first.at % HOUR);
  });

  it('keeps its minute when a run begins a little late', () => {
    const { run, google } = stage();
    run(HOURLY);
    const first = google.triggers.nextDue()!;
    google.triggers.ran(first, first.at + 90_000);
    expect(google.triggers.nextDue()!.at).toBe(first.at + HOUR);
  });
});
