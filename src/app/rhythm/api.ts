/** What crosses between the sidebar and the rhythm's server side, as plain JSON; moments are what the spreadsheet's clock shows, such as `2026-11-27T16:00`. */
import type { Language } from '../../model/words';
import type { ScheduleKind } from '../../model/schedule';
import type { Refused } from '../api';

export interface RhythmStart {
  readonly language: Language;
  readonly me: string; // '' when Google does not tell
  readonly now: string;
  readonly timeZone: string;
  /** The earlier ends are those of cycles that the rhythm knew: a report some days after the end can still be due. */
  readonly cycle: { readonly name: string; readonly start: string; readonly end: string; readonly earlierEnds: readonly string[] };
  readonly teams: readonly string[];
  readonly people: readonly string[];
  /** Lines as the codec of rules/schedule writes them; the sidebar computes their next dates itself. */
  readonly schedules: readonly { readonly line: string; readonly servedUpTo: string }[]; // '' when nobody has looked at it yet
  /** Lines of the setting that cannot be read, counted from 1, and which part of each. */
  readonly problems: readonly { readonly line: number; readonly part: string; readonly text: string }[];
  readonly recipients: readonly string[];
  readonly unreadableRecipients: readonly string[];
  readonly trigger: TriggerState;
  /** Mails that the person may still send today. */
  readonly quota: number;
  readonly unconfirmed: readonly UnconfirmedMail[];
  readonly recent: readonly SlotCount[]; // newest first, and all in which somebody waits
  /** Mails that waited or were in doubt until they were too old to be kept, and the day that the last of them was dropped, '' for never. */
  readonly lost: number;
  readonly lostOn: string;
  /** Owners that no mail can reach, since what stands there is no address; '' is nobody. */
  readonly unreachable: readonly { readonly owner: string; readonly keyResults: number }[];
}

export interface TriggerState {
  readonly on: boolean;
  /** The person who looks has a trigger in this spreadsheet. */
  readonly mine: boolean;
  readonly owner: string; // whoever switched it on last; '' for nobody
  /** Others who switched it on before; only they themselves can switch theirs off. */
  readonly others: readonly string[];
  /** It was switched on by this person, but Google has it no more: the add-on was removed or switched off in between. */
  readonly gone: boolean;
  readonly authorized: boolean;
  readonly running: boolean; // mails are being sent right now
  readonly lastRun: string; // '' for never
  readonly failures: number; // in a row
  readonly lastError: string; // of the last run; '' when all went well
}

/** A mail of which nobody knows whether it arrived (`claimed`, `unsure`), or that Google did not take (`refused`). */
export interface UnconfirmedMail {
  readonly key: string; // for rhythmResend and rhythmSettle
  readonly slot: string;
  readonly kind: ScheduleKind;
  readonly to: string;
  readonly state: 'claimed' | 'unsure' | 'refused';
  readonly reason: string;
}

export interface SlotCount {
  readonly slot: string; // `digest@2026-11-23T10:00`, for rhythmCancel
  readonly kind: ScheduleKind;
  readonly at: string;
  readonly byHand: boolean;
  readonly sent: number;
  readonly pending: number;
  readonly refused: number;
  readonly unsure: number;
  /** Those for whom there was nothing to tell any more, or whom a newer mail told. */
  readonly skipped: number;
}

/** Audience as in a schedule's line: `owners`, `team Sales, th`, `anna@example.com`. */
export interface RhythmRequest {
  readonly kind: ScheduleKind;
  readonly audience: readonly string[];
  /** The cycle that a report tells of; the present one when missing. */
  readonly cycle?: string;
}

export interface RhythmPreview {
  readonly count: number;
  /** Those of them who still wait for an earlier one; it is sent first, and is the only one they get. */
  readonly waiting: number;
  readonly quota: number;
  readonly recipients: readonly { readonly to: string; readonly language: Language }[]; // the first few hundred
  readonly mails: readonly { readonly to: string; readonly subject: string; readonly html: string; readonly text: string }[]; // the first few
  readonly unreachable: RhythmStart['unreachable'];
}

/** How it stands after sending; `pending` go out with a later hourly run. */
export interface RhythmSent {
  readonly sent: number;
  readonly pending: number;
  readonly refused: number;
  readonly unsure: number;
}

/** The global functions that the sidebar calls. Every one may throw a sentence for the person. */
export interface RhythmApi {
  rhythmOpen(): RhythmStart;
  rhythmSave(lines: string[], recipients: string[]): RhythmStart | Refused; // fields are `schedules.0` and `recipients.0`
  rhythmSwitch(on: boolean): RhythmStart;
  rhythmPreview(request: RhythmRequest): RhythmPreview;
  rhythmSend(request: RhythmRequest, ref: string): RhythmSent; // once per ref
  rhythmResend(keys: string[]): RhythmSent;
  rhythmSettle(keys: string[]): RhythmStart; // those in doubt arrived
  rhythmCancel(slot: string): RhythmStart; // what waits is not sent
}
