/** One run at a time has the books. */
import { Ledger } from './ledger';
import type { Services } from './ports';

/** Google ends every run after six minutes: whoever had the lease longer is no more. */
const LEASE_MILLISECONDS = 7 * 60_000;

/**
 * One at a time reads the books, sends and writes them; undefined when somebody does already. The document's lock is held only to find that out: people
 * save check-ins while mails go out.
 */
export function withLedger<T>({ store, alone, clock }: Services, body: (ledger: Ledger) => T, note: (ledger: Ledger, error: unknown) => void = () => undefined): { readonly answer: T } | undefined {
  const ledger = alone(() => {
    const read = new Ledger(store);
    if (read.lease() > clock()) return undefined;
    read.setLease(clock() + LEASE_MILLISECONDS);
    return read;
  });
  if (!ledger) return undefined;
  try {
    const answer = body(ledger);
    ledger.close();
    return { answer };
  } catch (error) {
    note(ledger, error);
    ledger.close(); // what was sent is confirmed all the same
    throw error;
  }
}
