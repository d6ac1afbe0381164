/** Daily allowances per person, which begin anew 24 hours after their first use. */

const DAY = 24 * 60 * 60 * 1000;

export type SavedQuota = Record<string, { since: number; used: number }>;

export class DailyQuota {
  private readonly people: Map<string, { since: number; used: number }>;

  constructor(
    private readonly limit: (person: string) => number,
    private readonly now: () => number,
    readonly exhausted: string,
    saved: SavedQuota = {},
  ) {
    this.people = new Map(Object.entries(saved));
  }

  remaining(person: string): number {
    return Math.max(0, this.limit(person) - this.current(person).used);
  }

  /** Takes all of `amount` or nothing. */
  take(person: string, amount: number): void {
    if (amount > this.remaining(person)) throw new Error(this.exhausted);
    const current = this.current(person);
    this.people.set(person, { since: current.used === 0 ? this.now() : current.since, used: current.used + amount });
  }

  /** Takes `amount`, or what is left: for what is known only after it was used. */
  use(person: string, amount: number): void {
    this.take(person, Math.min(amount, this.remaining(person)));
  }

  save(): SavedQuota {
    return Object.fromEntries(this.people);
  }

  private current(person: string): { since: number; used: number } {
    const found = this.people.get(person);
    return found && this.now() < found.since + DAY ? found : { since: this.now(), used: 0 };
  }
}
