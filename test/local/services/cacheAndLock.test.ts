/** Google's rules for CacheService and LockService. */
import { describe, expect, it } from 'vitest';
import { stage } from './stage';

describe('CacheService', () => {
  it('forgets after ten minutes of the host’s clock, or after the seconds that were asked for', () => {
    const { run, clock } = stage();
    run(`const c = CacheService.getDocumentCache(); c.put('long', '1'); c.putAll({ short: '2', other: '3' }, 60); c.remove('other');`);
    const read = `return CacheService.getDocumentCache().getAll(['long', 'short', 'other']);`;
    expect(run(read)).toEqual({ long: '1', short: '2' });
    clock.now += 61_000;
    expect(run(read)).toEqual({ long: '1' });
    clock.now += 540_000;
    expect(run(`return CacheService.getDocumentCache().get('long');`)).toBeNull();
  });

  it('refuses keys over 250 characters, values over 100 kB, six hours and more, and anything but text', () => {
    const { run } = stage();
    expect(() => run(`CacheService.getScriptCache().put('k'.repeat(251), '1');`)).toThrow('Argument too large: key');
    expect(() => run(`CacheService.getScriptCache().put('k', 'x'.repeat(100 * 1024 + 1));`)).toThrow('Argument too large: value');
    expect(() => run(`CacheService.getScriptCache().put('k', '1', 21601);`)).toThrow(/expirationInSeconds/);
    expect(() => run(`CacheService.getScriptCache().put('k', 1);`)).toThrow(/method signature/);
  });

  it('drops what expires first when more than a thousand items are in it', () => {
    const { run } = stage();
    expect(run(`const c = CacheService.getScriptCache(); c.put('first', '1', 30); for (let i = 0; i < 1000; i += 1) c.put('k' + i, 'x', 600 + i);
      return [c.get('first'), c.get('k99'), c.get('k100'), c.get('k999')];`)).toEqual([null, null, 'x', 'x']); // 900 of 1001 stay
  });

  it('has no document cache where there is no document', () => {
    expect(stage({ document: false }).run('return CacheService.getDocumentCache();')).toBeNull();
  });
});

describe('LockService', () => {
  it('holds nothing until it is asked to, and gives back at the end of the script what was forgotten', () => {
    const { run } = stage();
    expect(run(`const lock = LockService.getDocumentLock(); const before = lock.hasLock(); return [before, lock.tryLock(10), lock.hasLock()];`)).toEqual([false, true, true]);
    expect(run('return LockService.getDocumentLock().hasLock();')).toBe(false);
  });

  it('gives up after the time that the script is ready to wait, while somebody else holds the lock', () => {
    const { run, google, clock } = stage();
    google.locks.hold('document', 60_000);
    const start = clock.now;
    expect(run('return LockService.getDocumentLock().tryLock(5000);')).toBe(false);
    expect(clock.now - start).toBe(5000);
    expect(() => run('LockService.getDocumentLock().waitLock(5000);')).toThrow('Lock timeout: another process was holding the lock for too long.');
  });

  it('gets the lock as soon as the other one lets go', () => {
    const { run, google, clock } = stage();
    google.locks.hold('script', 3000);
    const start = clock.now;
    expect(run('LockService.getScriptLock().waitLock(30000); return LockService.getScriptLock().hasLock();')).toBe(true);
    expect(clock.now - start).toBe(3000);
  });

  it('keeps document, script and user locks apart', () => {
    const { run, google } = stage();
    google.locks.hold('document', 60_000);
    expect(run('return [LockService.getScriptLock().tryLock(1), LockService.getUserLock().tryLock(1), LockService.getDocumentLock().tryLock(1)];')).toEqual([true, true, false]);
  });

  it('is null for the document where there is no document', () => {
    expect(stage({ document: false }).run('return LockService.getDocumentLock();')).toBeNull();
  });
});
