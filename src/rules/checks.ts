/** Checks that rows of several tables share: identity, people, days. Each adds what it finds and changes nothing. */
import { daysBetween, type Day } from '../model/day';
import type { Findings } from '../model/finding';
import { FirstRows } from './firstRows';
import type { Settings } from '../model/okr';

/** An id is taken once in the whole workbook, so that a parent or a check-in can name it without saying which sheet. */
export class Ids {
  /** The row that has an id; negative for a row of `elsewhere`. */
  private readonly takenAt: FirstRows;

  /** `here` is the sheet whose rows are checked, `elsewhere` the one whose ids are taken before, `expected` about how many there are. */
  constructor(
    private readonly here: string,
    private readonly elsewhere = '',
    expected = 0,
  ) {
    this.takenAt = new FirstRows(expected);
  }

  /** Ids of the other sheet; what is wrong with them is told there. */
  takeElsewhere(rows: readonly { readonly id: string; readonly row: number }[]): void {
    for (const { id, row } of rows) if (id !== '') this.takenAt.take(id, -row);
  }

  /** The first row that has an id keeps it. */
  take(id: string, row: number, findings: Findings): void {
    if (id === '') {
      findings.add('missingId', row, 'id');
      return;
    }
    const taken = this.takenAt.take(id, row);
    if (taken !== undefined) findings.add('duplicateId', row, 'id', { id, row: Math.abs(taken), sheet: taken < 0 ? this.elsewhere : this.here });
  }
}

/** Enough to tell an address from a name or a team; whether it exists only a mail can tell. */
const EMAIL = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+\.[^\s@<>,;:".]+$/;

export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}

/** Reminders go to the owner, so there has to be one and it has to be an address. */
export class OwnerCheck {
  private readonly known = new Map<string, boolean>();

  check(owner: string, row: number, findings: Findings): void {
    if (owner === '') {
      findings.add('noOwner', row, 'owner');
      return;
    }
    let valid = this.known.get(owner);
    if (valid === undefined) this.known.set(owner, (valid = isEmail(owner)));
    if (!valid) findings.add('ownerNotEmail', row, 'owner', { owner });
  }
}

/** A year and a day: longer than that is two cycles, or a slip of the year. */
const LONGEST_SPAN_DAYS = 366;

/** The days that count for a row: its own, or those it takes over. Undefined start or due, or the wrong way round: no plan. */
export interface Span {
  readonly start: Day | undefined;
  readonly due: Day | undefined;
}

export function isUsable(span: Span): span is { start: Day; due: Day } {
  return span.start !== undefined && span.due !== undefined && span.due >= span.start;
}

/** The days that a row says itself. */
interface OwnDays {
  readonly startDate: Day | undefined;
  readonly dueDate: Day | undefined;
}

/** `own` is what the row says itself, `span` what counts for it. */
export function checkSpan(own: OwnDays, span: Span, row: number, settings: Settings, findings: Findings): void {
  if (span.due === undefined) findings.add('missingDue', row, 'due_date');
  if (span.start === undefined) findings.add('missingStartDay', row, 'start_date');
  if (span.start !== undefined && span.due !== undefined) {
    if (span.due < span.start) findings.add('dueBeforeStart', row, 'due_date', { start: span.start, due: span.due });
    else if (daysBetween(span.start, span.due) > LONGEST_SPAN_DAYS) findings.add('longSpan', row, 'due_date', { count: daysBetween(span.start, span.due) });
  }
  const { cycleStart, cycleEnd } = settings;
  if (cycleStart === undefined || cycleEnd === undefined) return;
  const isOutside = (day: Day | undefined): day is Day => day !== undefined && (day < cycleStart || day > cycleEnd);
  if (isOutside(own.startDate)) findings.add('outsideCycle', row, 'start_date', { day: own.startDate });
  if (isOutside(own.dueDate)) findings.add('outsideCycle', row, 'due_date', { day: own.dueDate });
}

/** Two texts that differ only in case, spaces and punctuation at the end say the same. */
export function areSameTexts(a: string, b: string): boolean {
  return a === b || plain(a) === plain(b);
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').replace(/[.!\s]+$/, '');
