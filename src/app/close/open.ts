/** What closing begins with: a close that was interrupted, and the cycles that were closed before. */
import type { CloseStart } from './api';
import { progressOf } from './step';
import type { CloseStore } from './store';

export function openClose(store: CloseStore): CloseStart {
  const { memory } = store.read();
  return { pending: memory.pending ? progressOf(memory.pending) : null, cycles: memory.done.map((one) => one.cycle) };
}
