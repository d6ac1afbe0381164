/** Has the dashboard follow what was saved, behind the person's back: nobody waits for it, and what is saved meanwhile makes one more round. */
import { useRef } from 'preact/hooks';
import { call } from './server';
import { useWork, type Work } from './work';

export interface Following {
  /** Shown only when it failed: while it runs there is nothing to wait for. */
  readonly work: Work;
  readonly saved: () => void;
}

export function useFollowing(): Following {
  const work = useWork();
  const [isRunning, isOld] = [useRef(false), useRef(false)];
  async function saved(): Promise<void> {
    isOld.current = true;
    if (isRunning.current) return;
    isRunning.current = true;
    try {
      while (isOld.current) {
        isOld.current = false;
        await work.run(() => call('refreshDashboard'), () => undefined);
      }
    } finally {
      isRunning.current = false;
    }
  }
  return { work: { ...work, isRunning: false }, saved: () => void saved() };
}
