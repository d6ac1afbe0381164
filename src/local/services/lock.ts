/** LockService: who may go on while others wait; the host can hold a lock in the place of another person. */
import { modelled } from '../guard';
import { signature } from './signature';
import { payer, type Surroundings } from './surroundings';

export type LockKind = 'document' | 'script' | 'user';

export function lockService(around: Surroundings) {
  const { gate } = around;
  const mine = new Set<string>(); // held by the running execution; executions never overlap here
  const others = new Map<LockKind, number>(); // held by somebody else until that instant

  /** Waits at most so long; the waiting passes the host's time. */
  function acquire(kind: LockKind, id: string, milliseconds: number): boolean {
    if (mine.has(id)) return true;
    const wait = (others.get(kind) ?? -Infinity) - around.now();
    if (wait > milliseconds) {
      around.pass(milliseconds);
      return false;
    }
    if (wait > 0) around.pass(wait);
    others.delete(kind);
    mine.add(id);
    return true;
  }

  function lock(kind: LockKind, id: string) {
    return modelled(
      'Lock',
      gate,
      {
        tryLock(...args: unknown[]) {
          signature('LockService.Lock.tryLock', args, 'integer');
          return acquire(kind, id, args[0] as number);
        },
        waitLock(...args: unknown[]) {
          signature('LockService.Lock.waitLock', args, 'integer');
          if (!acquire(kind, id, args[0] as number)) throw new Error('Lock timeout: another process was holding the lock for too long.');
        },
        hasLock: () => mine.has(id),
        releaseLock: () => void mine.delete(id),
      },
      { tryLock: 'storage', waitLock: 'storage', hasLock: 'storage', releaseLock: 'storage' },
    );
  }

  return {
    service: modelled(
      'LockService',
      gate,
      {
        getDocumentLock: () => (around.hasDocument() ? lock('document', 'document') : null),
        getScriptLock: () => lock('script', 'script'),
        getUserLock: () => lock('user', `user:${payer(around)}`),
      },
      { getDocumentLock: 'storage', getScriptLock: 'storage', getUserLock: 'storage' },
    ),
    /** Google releases what a script forgot, when it ends. Answers what was forgotten. */
    releaseAll(): string[] {
      const forgotten = [...mine];
      mine.clear();
      return forgotten;
    },
    /** Somebody else takes the lock for so many milliseconds of the host's clock; 0 gives it back. */
    hold(kind: LockKind, milliseconds: number): void {
      if (milliseconds > 0) others.set(kind, around.now() + milliseconds);
      else others.delete(kind);
    },
  };
}
