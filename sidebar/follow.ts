/** Has the dashboard, and the notes of a review, follow what is saved, behind the person's back: nobody waits for it, and what is saved meanwhile makes one more round. */
import { useEffect } from 'preact/hooks';
import { call, whenChanged } from './server';
import { useWork, type Work } from './work';

/** The work is shown only when it failed: while it runs there is nothing to wait for. */
export function useFollowing(): Work {
  const work = useWork();
  useEffect(() => {
    let isRunning = false;
    let isOld = false;
    const follow = async (): Promise<void> => {
      isOld = true;
      if (isRunning) return;
      isRunning = true;
      try {
        while (isOld) {
          isOld = false;
          await work.run(() => call('followSave'), () => undefined);
        }
      } finally {
        isRunning = false;
      }
    };
    whenChanged(() => void follow());
  }, []);
  return { ...work, isRunning: false };
}
