/** What crosses between the sidebar and the add-on, as plain JSON: no Date, no undefined inside lists; days are ISO text, a blank number is null. */
import type { Thresholds } from '../rules/status';
import type { Kind, Language, Level, Measure, Priority, Reading, Status } from '../model/words';

/** Everything the forms need to begin with. */
export interface FormStart {
  readonly language: Language;
  readonly me: string; // e-mail of the person, '' when Google does not tell
  readonly asOf: string;
  readonly cycle: { readonly name: string; readonly start: string; readonly end: string };
  readonly teams: readonly string[];
  readonly people: readonly string[];
  readonly objectives: readonly ObjectiveItem[];
  /** Key results whose objective is not there. */
  readonly orphans: readonly string[];
  readonly kpis: readonly { readonly id: string; readonly text: string }[];
  /** The key result of each action, so that an archive can say what hangs on it. */
  readonly actions: readonly string[];
  readonly limits: { readonly objectives: number; readonly keyResults: number };
  /** From when on a status is no longer on track: the settings on_track_gap and check_in_days. */
  readonly statusLimits: { readonly onTrackGap: number; readonly checkInDays: number };
  /** How a number is typed in this spreadsheet's locale, so that the form can fill in `5,4` where the server would read `5.4` as 54; a point when missing. */
  readonly decimalMark?: '.' | ',';
}

export interface ObjectiveItem {
  readonly id: string;
  readonly text: string;
  readonly team: string;
  readonly owner: string;
  readonly level: Level | '';
  readonly parent: string;
  readonly kind: Kind;
  readonly priority: Priority | '';
  readonly startDate: string;
  readonly dueDate: string;
  readonly weight: number;
  readonly score: number | null;
  readonly status: Status | '';
  readonly place: Place;
  readonly keyResults: readonly KeyResultItem[];
}

export interface KeyResultItem {
  readonly id: string;
  readonly objectiveId: string;
  readonly text: string;
  readonly owner: string; // as written
  readonly responsible: string; // its owner, or its objective's where that is blank
  readonly measure: Measure | '';
  readonly unit: string;
  readonly start: number | null;
  readonly target: number | null;
  readonly current: number | null;
  readonly weight: number | null;
  readonly startDate: string;
  readonly dueDate: string;
  readonly plan: string;
  readonly reading: Reading;
  readonly source: string;
  readonly confidence: number | null;
  readonly score: number | null;
  readonly expected: number | null;
  readonly status: Status | '';
  readonly needed: number | null; // per week
  readonly lastCheckIn: string; // day
  readonly daysSince: number | null;
  readonly isFormula: boolean; // current is a formula, so a check-in is logged and the cell left alone
  readonly kpi?: string; // id of the KPI that the formula takes it from, when the form wrote it
  readonly place: Place;
}

export interface Place {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

/** An objective as the form has it; numbers as typed, so that the server reads them in the spreadsheet's locale. */
export interface ObjectiveDraft {
  readonly id: string; // '' for a new one
  readonly text: string;
  readonly team: string;
  readonly level: Level | '';
  readonly owner: string;
  readonly parent: string;
  readonly kind: Kind;
  readonly priority: Priority | '';
  readonly startDate: string;
  readonly dueDate: string;
  readonly keyResults: readonly KeyResultDraft[];
}

export interface KeyResultDraft {
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  readonly measure: Measure | '';
  readonly unit: string;
  readonly start: string;
  readonly target: string;
  readonly weight: string;
  readonly startDate: string;
  readonly dueDate: string;
  readonly plan: string;
  readonly reading: Reading;
  readonly source: string;
  readonly kpi: string; // id of the KPI that measures it: current becomes a formula
}

/** Why a draft cannot be stored, at its field: `text`, `keyResults.0.target`. */
export interface Refused {
  /** `now`: what the sheet says there by now, where somebody changed it while the form was open; the next save's base. */
  readonly refused: readonly { readonly field: string; readonly text: string; readonly now?: string }[];
}

export interface Saved {
  readonly saved: { readonly objectiveId: string; readonly keyResultIds: readonly string[]; readonly place: Place };
}

/** What stays the same while the sidebar is open: handed back with a check-in, it need not be asked of Google again, which saves three or four calls. */
export interface Known {
  readonly me: string;
  readonly timeZone: string;
  readonly locale: string;
  /** The id of the sheet of check-ins. */
  readonly checkIns: number;
}

export interface CheckInStart {
  readonly known?: Known;
  readonly language: Language;
  readonly me: string;
  readonly asOf: string;
  readonly mine: readonly KeyResultItem[];
  readonly all: readonly KeyResultItem[];
  /** With the due day that counts, so that the sidebar can conclude anew after a check-in. */
  readonly objectives: readonly { readonly id: string; readonly text: string; readonly team: string; readonly kind: Kind; readonly dueDate: string }[];
  readonly thresholds: Thresholds;
}

export interface CheckInEntry {
  readonly keyResultId: string;
  readonly value: string; // as typed
  readonly confidence: number | null;
  readonly progress: string;
  readonly blockers: string;
  readonly day: string; // '' is now; an earlier day back-dates
  /** As checkInOpen gave it; without it the save asks for it anew. */
  readonly known?: Known;
  /** The same for every try of one save, so that a repeated one is one row. */
  readonly ref: string;
}

export interface CheckInSaved {
  /** What the sheet says now, also where a later check-in was there already; the sidebar concludes the status from it. */
  readonly saved: {
    readonly current: number | null;
    readonly score: number | null;
    readonly confidence: number | null;
    readonly lastCheckIn: string; // day
    readonly wasRepeated: boolean;
    readonly leftFormula: boolean;
  };
}

export interface HistoryPoint {
  readonly at: string;
  readonly author: string;
  readonly value: number | null;
  readonly confidence: number | null;
  readonly progress: string;
  readonly blockers: string;
}

/** A cell of a sheet to adopt: a date is its ISO text; a number comes with what people see, such as `45%`, where its digits do not say it. */
export type AdoptCell = string | number | boolean | { readonly value: number; readonly shown: string };

/** What the sidebar needs to understand a table of OKRs that somebody made in their own way. */
export interface AdoptTables {
  readonly locale: string; // such as `pl_PL`
  /** The chosen sheet first, then those that may belong to it; none when the table was pasted. */
  readonly tables: readonly { readonly name: string; readonly rows: readonly (readonly AdoptCell[])[] }[];
  /** The objectives that the workbook has: a table of key results alone may name them. */
  readonly known: readonly { readonly id: string; readonly text: string }[];
  /** Every ID that the workbook has or had, in small letters. */
  readonly takenIds: readonly string[];
  /** Columns of the add-on that somebody deleted, so that there is no place for their values. */
  readonly missing: readonly { readonly table: 'objectives' | 'keyResults'; readonly sheet: string; readonly key: string }[];
}

/** By the keys of our columns; what is blank is left out. Choices are the words of src/model, days ISO text, numbers in the unit of their row. */
export type AdoptedFields = Readonly<Record<string, string | number>>;

/** An objective as the sidebar read it, to be copied with its key results. */
export interface AdoptedObjective {
  readonly sourceId: string; // the ID it has where it comes from, or ''; kept when it is plain and free
  readonly existing?: string; // the ID of an objective that the workbook has: only its key results are new
  readonly fields: AdoptedFields;
  readonly keyResults: readonly { readonly sourceId: string; readonly fields: AdoptedFields }[];
}

export interface AdoptCopied {
  readonly objectives: number;
  readonly keyResults: number;
}

/** The global functions that the sidebar calls, beside the panel ones. Every one may throw a sentence for the person. */
export interface SidebarApi {
  formOpen(): FormStart; // also for browsing: the tree is objectives by parent, team and owner
  /** `base` is what the form was opened with, null for something new: fields that say the same still are not written. */
  formSave(draft: ObjectiveDraft, ref: string, base: ObjectiveDraft | null): Saved | Refused;
  formMove(keyResultId: string, objectiveId: string): FormStart;
  formArchive(id: string): FormStart; // moves the row, and an objective's key results, to the end of History as archived
  checkInOpen(): CheckInStart;
  checkInSave(entry: CheckInEntry): CheckInSaved | Refused;
  checkInHistory(keyResultId: string): readonly HistoryPoint[];
  adoptSheets(): readonly { readonly id: number; readonly name: string }[];
  adoptTables(sheetId: number | null): AdoptTables; // null for a table that was pasted
  adoptCopy(rows: readonly AdoptedObjective[], ref: string): AdoptCopied; // the same ref for every try of one copy
  findingFix(code: string, sheetId: number, row: number, column: number): void; // only where safe
}
