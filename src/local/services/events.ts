/** The event objects that Google hands to triggers. */
import { modelled, type AuthMode, type Gate } from '../guard';
import { AuthModes } from './scriptApp';
import type { TriggerRecord } from './triggers';
import { wallTime } from './zone';

/** A person's edit, 1-based. Values only when it was a single cell. */
export interface EditEvent {
  readonly range: object;
  readonly value?: unknown;
  readonly oldValue?: unknown;
}

export interface EventScene {
  readonly gate: Gate;
  readonly mode: AuthMode;
  readonly source: object;
  /** Who did it; blank unless the mode lets the script know. */
  readonly email: string;
  readonly trigger?: TriggerRecord;
}

function base({ gate, mode, source, email, trigger }: EventScene): Record<string, unknown> {
  const user = modelled('User', gate, { getEmail: () => email }, { getEmail: 'nothing' });
  return { authMode: authMode(mode), source, user, ...(trigger ? { triggerUid: trigger.id } : {}) };
}

export function openEvent(scene: EventScene): Record<string, unknown> {
  return base(scene);
}

export function editEvent(scene: EventScene, edit: EditEvent): Record<string, unknown> {
  const texts = Object.entries({ value: edit.value, oldValue: edit.oldValue }).filter(([, value]) => value !== undefined && value !== '' && value !== null);
  return { ...base(scene), range: edit.range, ...Object.fromEntries(texts.map(([key, value]) => [key, asText(value)])) };
}

export function changeEvent(scene: EventScene): Record<string, unknown> {
  return { ...base(scene), changeType: 'EDIT' };
}

/** A clock event names no source: it belongs to no document. Its parts are those of UTC. */
export function clockEvent(trigger: TriggerRecord, now: number): Record<string, unknown> {
  const { year, month, day, hour, minute, second } = wallTime(now, 'UTC');
  const date = new Date(Date.UTC(year, month - 1, day));
  const weekday = date.getUTCDay() || 7; // Monday is 1
  return {
    authMode: authMode('FULL'), triggerUid: trigger.id, timezone: 'UTC',
    year, month, 'day-of-month': day, 'day-of-week': weekday, 'week-of-year': isoWeek(date), hour, minute, second,
  };
}

function authMode(mode: AuthMode): object {
  return AuthModes[mode];
}

/** Google hands cell values of an edit over as text. */
function asText(value: unknown): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** The week whose Thursday lies in the year, as ISO 8601 counts. */
function isoWeek(date: Date): number {
  const day = 24 * 60 * 60 * 1000;
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * day);
  return 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * day));
}
