/** The list of installed triggers with the rules that Google has for those of an add-on. */
import { firstRun, followingRun, type Schedule } from './schedule';

export type EventType = 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';

export interface TriggerRecord {
  readonly id: string;
  readonly handler: string;
  readonly event: EventType;
  readonly user: string;
  /** The spreadsheet; Google gives none for clock triggers. */
  readonly sourceId: string | null;
  readonly schedule: Schedule | null;
  readonly zone: string;
  readonly due: number | null;
}

export interface DueTrigger {
  readonly trigger: TriggerRecord;
  readonly at: number;
}

export interface SavedTriggers {
  readonly list: readonly TriggerRecord[];
  readonly lastClockRun: Record<string, number>;
}

const PER_USER = 20;
const HOUR = 60 * 60 * 1000;

export class Triggers {
  private list: TriggerRecord[];
  private readonly lastClockRun: Map<string, number>;

  constructor(saved: SavedTriggers | undefined, private readonly elsewhere: (user: string) => number) {
    this.list = [...(saved?.list ?? [])];
    this.lastClockRun = new Map(Object.entries(saved?.lastClockRun ?? {}));
  }

  /** One of each type per person and document; 20 per person over all their documents. */
  add(trigger: Omit<TriggerRecord, 'due'>, now: number): TriggerRecord {
    const own = this.of(trigger.user);
    if (own.some(({ event }) => event === trigger.event)) {
      const type = trigger.event === 'CLOCK' ? 'time-based' : `document ${trigger.event.slice(3).toLowerCase()}`;
      throw new Error(`This Add-on has created too many ${type} triggers in this document for this Google user account.`);
    }
    if (own.length + this.elsewhere(trigger.user) >= PER_USER) {
      throw new Error('This script has too many triggers. Triggers must be deleted from the script before more can be added.');
    }
    const made = { ...trigger, due: trigger.schedule && firstRun(trigger.schedule, trigger.zone, now) };
    this.list.push(made);
    return made;
  }

  /** People only ever see their own triggers. */
  of(user: string): readonly TriggerRecord[] {
    return this.list.filter((trigger) => trigger.user === user);
  }

  all(): readonly TriggerRecord[] {
    return [...this.list];
  }

  on(event: EventType): readonly TriggerRecord[] {
    return this.list.filter((trigger) => trigger.event === event);
  }

  delete(id: string): boolean {
    const before = this.list.length;
    this.list = this.list.filter((trigger) => trigger.id !== id);
    return this.list.length < before;
  }

  /** The clock trigger that runs next, and when: never planned within an hour of the same person's last one. */
  nextDue(): DueTrigger | null {
    let next: DueTrigger | null = null;
    for (const trigger of this.list) {
      if (trigger.due === null) continue;
      const at = Math.max(trigger.due, (this.lastClockRun.get(trigger.user) ?? -Infinity) + HOUR);
      if (!next || at < next.at) next = { trigger, at };
    }
    return next;
  }

  /**
   * Notes that what was due runs now. A little late, because of another script, moves nothing. An hour late or more, because
   * the host was closed: the runs that were missed are not made up for one by one, and the next one keeps an hour's distance.
   */
  ran({ trigger, at }: DueTrigger, now: number): void {
    const late = now - at >= HOUR;
    this.lastClockRun.set(trigger.user, late ? now : at);
    const notBefore = late ? now + HOUR : at + 1;
    let due = trigger.due;
    while (due !== null && due < notBefore) due = followingRun(trigger.schedule!, trigger.zone, due);
    this.list = this.list.map((each) => (each.id === trigger.id ? { ...each, due } : each));
  }

  save(): SavedTriggers {
    return { list: this.list, lastClockRun: Object.fromEntries(this.lastClockRun) };
  }
}
