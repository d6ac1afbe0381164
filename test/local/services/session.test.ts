/** Google's rules for Session, and for what an execution may not touch at all. */
import { describe, expect, it } from 'vitest';
import { stage } from './stage';

const EMAIL = 'return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()];';

describe('Session', () => {
  it('tells the address of the person who runs the function, with full authorization', () => {
    expect(stage().run(EMAIL)).toEqual(['ana@example.com', 'ana@example.com']);
  });

  it('tells no address in custom functions and simple triggers', () => {
    const { run } = stage();
    expect(run(EMAIL, { mode: 'CUSTOM_FUNCTION' })).toEqual(['', '']);
    expect(run(EMAIL, { mode: 'LIMITED' })).toEqual(['', '']);
    expect(run('return Session.getTemporaryActiveUserKey();', { mode: 'LIMITED' })).toBe('');
    expect(() => run(EMAIL, { mode: 'NONE' })).toThrow(/permission to call Session.getActiveUser/);
  });

  it('tells the language in every mode, and the script’s own time zone', () => {
    const { run } = stage();
    for (const mode of ['NONE', 'LIMITED', 'FULL', 'CUSTOM_FUNCTION'] as const) expect(run('return Session.getActiveUserLocale();', { mode })).toBe('pl');
    expect(run('return Session.getScriptTimeZone();')).toBe('Etc/UTC');
  });

  it('gives each person a key without the address in it', () => {
    const { run } = stage();
    const key = 'return Session.getTemporaryActiveUserKey();';
    expect(run(key)).toBe(run(key));
    expect(run(key)).not.toBe(run(key, { user: 'ben@example.com' }));
    expect(run(key)).not.toContain('ana');
  });
});

describe('what is not there', () => {
  it('names the scope that a service would need', () => {
    expect(() => stage().run(`UrlFetchApp.fetch('https://example.com');`)).toThrow(/UrlFetchApp.fetch: it needs the scope script.external_request/);
    expect(() => stage().run(`DriveApp.getFileById('x');`)).toThrow(/DriveApp.getFileById: it needs the scope drive/);
  });

  it('names the member that is not modelled', () => {
    expect(() => stage().run('Utilities.newBlob("x");')).toThrow('Utilities.newBlob is not modelled by the embedded host.');
    expect(() => stage().run('return ScriptApp.WeekDay.SOMEDAY;')).toThrow('ScriptApp.WeekDay.SOMEDAY is not modelled by the embedded host.');
  });
});
