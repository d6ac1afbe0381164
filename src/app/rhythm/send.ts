/** Sends what waits, most important first: claim ten, send them, and confirm them with the claim of the next ten. */
import type { MailText } from '../../report/mail/input';
import type { ScheduleKind } from '../../model/schedule';
import type { Post } from './compose';
import type { Ledger } from './ledger';
import { addressKey } from './people';
import type { MailPort, Services } from './ports';
import type { Entry, Slot } from './slot';

const BATCH = 10;
/** Google ends a run after six minutes; ten mails and the last notes take less than what is left. */
const MOST_MILLISECONDS = 4.5 * 60_000;
/** When mail is down, every further try makes one more that nobody knows the fate of. */
const MOST_UNSURE_IN_A_ROW = 3;
/** Every entry may have one, and all of them go into properties; how a run went is kept once. */
const LONGEST_REASON = 120;
const LONGEST_ERROR = 500;

/** A report comes once in a cycle and is awaited; a review waits for people; a digest can be a day late. */
export const KINDS_IN_ORDER: readonly ScheduleKind[] = ['report', 'review', 'remind', 'digest'];

export interface Outgoing {
  readonly slot: Slot;
  readonly post: Post;
  /** Only these; all that wait when it is left out. */
  readonly only?: ReadonlySet<Entry>;
}

interface Letter {
  readonly entry: Entry;
  readonly mail: MailText;
}

/** Answers why it stopped before the end, when Google wants it so: no quota, no right. */
export function sendAll({ mail, clock }: Pick<Services, 'mail' | 'clock'>, ledger: Ledger, outgoing: readonly Outgoing[], began: number): string {
  const waiting = lettersOf(outgoing);
  let quota = outgoing.some(({ slot }) => slot.entries.some(({ state }) => state === 'pending')) ? mail.quota() : 0;
  let unsure = 0;
  while (quota > 0 && clock() - began < MOST_MILLISECONDS) {
    const batch = take(waiting, Math.min(BATCH, quota));
    if (batch.length === 0) return '';
    claim(ledger, batch);
    for (const [index, { entry, mail: text }] of batch.entries()) {
      const stop = attempt(mail, entry, text, quota);
      quota -= 1;
      unsure = entry.state === 'unsure' ? unsure + 1 : 0;
      if (stop === '' && unsure < MOST_UNSURE_IN_A_ROW) continue;
      for (const rest of batch.slice(index + 1)) rest.entry.state = 'pending';
      return stop || entry.reason;
    }
  }
  return '';
}

/** Composed one by one, as they are needed. Whoever is no longer meant, or has nothing to be told any more, gets none. */
function* lettersOf(outgoing: readonly Outgoing[]): Generator<Letter> {
  const order = ({ slot }: Outgoing): number => KINDS_IN_ORDER.indexOf(slot.kind);
  for (const { slot, post, only } of [...outgoing].sort((a, b) => order(a) - order(b))) {
    const people = new Map(post.people.map((person) => [addressKey(person.to), person]));
    for (const entry of slot.entries) {
      if (entry.state !== 'pending' || (only && !only.has(entry))) continue;
      const person = people.get(addressKey(entry.to));
      if (person) yield* letter(entry, () => post.write(person));
      else entry.state = 'skipped';
    }
  }
}

/** One mail that cannot be made is told, and keeps nobody else from getting theirs. */
function* letter(entry: Entry, write: () => MailText): Generator<Letter> {
  let mail: MailText;
  try {
    mail = write();
  } catch (error) {
    [entry.state, entry.reason] = ['refused', reasonOf(error, LONGEST_REASON)];
    return;
  }
  yield { entry, mail };
}

function take(letters: Iterator<Letter>, most: number): Letter[] {
  const batch: Letter[] = [];
  while (batch.length < most) {
    const next = letters.next();
    if (next.done) break;
    batch.push(next.value);
  }
  return batch;
}

/** What could not be claimed is not sent. */
function claim(ledger: Ledger, batch: readonly Letter[]): void {
  for (const { entry } of batch) [entry.state, entry.reason] = ['claimed', ''];
  try {
    ledger.save();
  } catch (error) {
    for (const { entry } of batch) entry.state = 'pending';
    throw error;
  }
}

/** What Google says before it takes a mail: this one it will never take, or for now none at all. Whatever else it says, the mail may have left. */
const REFUSED = /^(?:invalid (?:email|argument)|failed to send email: no recipient|argument too large|limit exceeded)/i;
const NOT_NOW = /too many times|permission/i;

/** Sends one, with so many left before it; answers why no other can be sent now, or ''. */
function attempt(mail: MailPort, entry: Entry, text: MailText, quota: number): string {
  try {
    mail.send(entry.to, text);
    entry.state = 'sent';
    return '';
  } catch (error) {
    const reason = reasonOf(error, LONGEST_REASON);
    const isRefused = REFUSED.test(reason.replace(/^Exception: /, ''));
    const isNotNow = NOT_NOW.test(reason) || (!isRefused && quota > 1 && isUsedUp(mail));
    entry.state = isNotNow ? 'pending' : isRefused ? 'refused' : 'unsure';
    entry.reason = isNotNow ? '' : reason;
    return isNotNow ? reason : '';
  }
}

/**
 * Google may say in any language that the quota is used up, so the quota itself is asked. Where five were left and now none is, somebody else used them
 * and ours was not taken; where one was left, ours may be the one that used it.
 */
function isUsedUp(mail: MailPort): boolean {
  try {
    return mail.quota() < 1;
  } catch {
    return false; // mail is down: what became of ours stays in doubt, as it is told
  }
}

export const reasonOf = (error: unknown, most = LONGEST_ERROR): string => (error instanceof Error ? error.message : String(error)).slice(0, most);
