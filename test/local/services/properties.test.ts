/** Google's rules for PropertiesService. */
import { describe, expect, it } from 'vitest';
import { DAY, stage } from './stage';

describe('PropertiesService', () => {
  it('gives back the text that was set, and null for a key that was not', () => {
    const { run } = stage();
    expect(run(`const p = PropertiesService.getScriptProperties(); p.setProperty('a', '1').setProperty('b', '2');
      return [p.getProperty('a'), p.getProperty('c'), p.getKeys(), p.getProperties()];`)).toEqual(['1', null, ['a', 'b'], { a: '1', b: '2' }]);
  });

  it('keeps document, script and user stores apart, and the user store per person', () => {
    const { run } = stage();
    run(`PropertiesService.getDocumentProperties().setProperty('k', 'document');
      PropertiesService.getScriptProperties().setProperty('k', 'script'); PropertiesService.getUserProperties().setProperty('k', 'ana');`);
    const read = `return [PropertiesService.getDocumentProperties(), PropertiesService.getScriptProperties(), PropertiesService.getUserProperties()].map((p) => p.getProperty('k'));`;
    expect(run(read)).toEqual(['document', 'script', 'ana']);
    expect(run(read, { user: 'ben@example.com' })).toEqual(['document', 'script', null]);
  });

  it('has no document store where there is no document', () => {
    expect(stage({ document: false }).run('return PropertiesService.getDocumentProperties();')).toBeNull();
  });

  it('shows a custom function the owner’s user store, which cannot be written from there', () => {
    const { run } = stage();
    run(`PropertiesService.getUserProperties().setProperty('k', 'of the owner');`, { user: 'owner@example.com' });
    const anonymous = { mode: 'CUSTOM_FUNCTION' } as const;
    expect(run(`return PropertiesService.getUserProperties().getProperty('k');`, anonymous)).toBe('of the owner');
    expect(() => run(`PropertiesService.getUserProperties().setProperty('k', 'x');`, anonymous)).toThrow(/user properties/);
    expect(() => run(`PropertiesService.getUserProperties().deleteAllProperties();`, anonymous)).toThrow(/user properties/);
  });

  it('takes text only', () => {
    const { run } = stage();
    expect(() => run(`PropertiesService.getScriptProperties().setProperty('a', 1);`)).toThrow(
      "The parameters (String,number) don't match the method signature for PropertiesService.Properties.setProperty.",
    );
    expect(() => run(`PropertiesService.getScriptProperties().setProperties({ a: 1 });`)).toThrow(/method signature/);
  });

  it('refuses a value over 9 kB and a store over 500 kB, and keeps what was there', () => {
    const { run } = stage();
    expect(() => run(`PropertiesService.getScriptProperties().setProperty('a', 'ą'.repeat(4609));`)).toThrow('Argument too large: value');
    run(`const p = PropertiesService.getScriptProperties(); for (let i = 0; i < 55; i += 1) p.setProperty('k' + i, 'x'.repeat(9216));`);
    expect(() => run(`PropertiesService.getScriptProperties().setProperty('last', 'x'.repeat(9216));`)).toThrow(/property storage quota/);
    expect(run(`return PropertiesService.getScriptProperties().getKeys().length;`)).toBe(55);
  });

  it('deletes the other keys only when asked to', () => {
    const { run } = stage();
    expect(run(`const p = PropertiesService.getScriptProperties(); p.setProperties({ a: '1', b: '2' }); p.setProperties({ c: '3' });
      const all = p.getKeys(); p.setProperties({ d: '4' }, true); return [all, p.getKeys()];`)).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('counts reads and writes per person and day', () => {
    const { run, clock } = stage({}, { properties: { stores: {}, quota: { 'ana@example.com': { since: Date.parse('2026-11-20T09:00:00Z'), used: 49_999 } } } });
    run(`PropertiesService.getScriptProperties().getProperty('a');`);
    expect(() => run(`PropertiesService.getScriptProperties().getProperty('a');`)).toThrow('Service invoked too many times for one day: properties.');
    run(`PropertiesService.getScriptProperties().getProperty('a');`, { user: 'ben@example.com' });
    clock.now += DAY;
    expect(run(`return PropertiesService.getScriptProperties().getProperty('a');`)).toBeNull();
  });

  it('is out of reach in the mode NONE', () => {
    const { run } = stage();
    expect(() => run('PropertiesService.getDocumentProperties();', { mode: 'NONE' })).toThrow(/permission to call PropertiesService.getDocumentProperties/);
  });

  it('keeps keys that mean something to JavaScript as ordinary keys', () => {
    const { run } = stage();
    expect(run(`const p = PropertiesService.getScriptProperties(); p.setProperty('__proto__', 'x').setProperty('constructor', 'y');
      return [p.getProperty('__proto__'), p.getProperty('constructor'), p.getProperty('toString')];`)).toEqual(['x', 'y', null]);
  });
});
