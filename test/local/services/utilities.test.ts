/** Utilities: Java's date patterns, ids, sleep. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../../src/local/services/dateFormat';
import { instantAt, wallTime } from '../../../src/local/services/zone';
import { stage } from './stage';

const at = Date.parse('2026-03-05T22:07:09.045Z'); // a Thursday; Friday 05:07 in Bangkok

describe('Utilities.formatDate', () => {
  it.each([
    ['UTC', 'yyyy-MM-dd', '2026-03-05'],
    ['Asia/Bangkok', 'yyyy-MM-dd HH:mm:ss', '2026-03-06 05:07:09'],
    ['Asia/Bangkok', "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2026-03-06T05:07:09.045+07:00'],
    ['UTC', "yyyy-MM-dd'T'HH:mm:ssX", '2026-03-05T22:07:09Z'],
    ['America/New_York', 'EEEE, d MMMM yyyy, h:mm a Z', 'Thursday, 5 March 2026, 5:07 PM -0500'],
    ['UTC', 'EEE MMM yy u k K', 'Thu Mar 26 4 22 10'],
    ['UTC', "h 'o''clock' ''", "10 o'clock '"],
    ['Asia/Kolkata', 'HH:mm XXX', '03:37 +05:30'],
  ])('shows in %s by %s: %s', (zone, pattern, text) => {
    expect(formatDate(at, zone, pattern)).toBe(text);
  });

  it('refuses letters that it does not know, open quotes, unknown zones and other arguments', () => {
    const { run } = stage();
    expect(() => formatDate(at, 'UTC', 'GGGG')).toThrow(/letter G is not modelled/);
    expect(() => formatDate(at, 'UTC', "yyyy 'of")).toThrow(/unterminated quote/);
    expect(() => run(`Utilities.formatDate(new Date(0), 'Mars/Olympus', 'yyyy');`)).toThrow('Unknown time zone: Mars/Olympus');
    expect(() => run(`Utilities.formatDate('2026-01-01', 'UTC', 'yyyy');`)).toThrow(
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
  });

  it('agrees with the host’s own reading of the clock on the wall', () => {
    const zones = ['UTC', 'Europe/Warsaw', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Auckland', 'America/Sao_Paulo'];
    fc.assert(
      fc.property(fc.date({ min: new Date('1975-01-01'), max: new Date('2075-01-01'), noInvalidDate: true }), fc.constantFrom(...zones), (date, zone) => {
        const minute = Math.floor(date.getTime() / 60_000) * 60_000;
        const { year, month, day, hour, minute: m } = wallTime(minute, zone);
        const back = instantAt(year, month, day, hour, m, zone);
        // In the hour that happens twice the first one is taken.
        expect([0, 30 * 60_000, 60 * 60_000]).toContain(minute - back);
        expect(wallTime(back, zone)).toEqual(wallTime(minute, zone));
      }),
    );
  });
});

describe('Utilities', () => {
  it('gives ids of version 4 that a seed repeats', () => {
    const ids = (seed: number) => stage({ seed }).run('return [Utilities.getUuid(), Utilities.getUuid()];') as string[];
    const [first, second] = ids(7);
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second).not.toBe(first);
    expect(ids(7)).toEqual([first, second]);
    expect(ids(8)).not.toContain(first);
  });

  it('sleeps by the host’s clock, which counts towards the limit of the execution', () => {
    const { run, clock } = stage();
    const start = clock.now;
    expect(run('const before = Date.now(); Utilities.sleep(2000); return Date.now() - before;')).toBe(2000);
    expect(clock.now - start).toBe(2000);
    expect(() => run('Utilities.sleep(30001);', { mode: 'CUSTOM_FUNCTION' })).toThrow('Exceeded maximum execution time');
    expect(() => run('Utilities.sleep(30001);', { mode: 'LIMITED' })).toThrow('Exceeded maximum execution time');
    run('Utilities.sleep(30001);');
    expect(() => run('Utilities.sleep(300000); Utilities.sleep(60001);')).toThrow('Exceeded maximum execution time');
    expect(() => run('Utilities.sleep(300001);')).toThrow(/milliseconds/);
  });
});
