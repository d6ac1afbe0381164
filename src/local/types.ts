/** What the parts of the embedded host promise each other: the engine below, the services beside, the page above. */
import type { FUniver } from '@univerjs/core/facade';
import type { Univer } from '@univerjs/core';
import type { FaultTime } from './guard';
import type { SavedAuthorization, Scope } from './services/authorization';
import type { ExecutionRecord } from './services/executions';

/** Univer with one workbook in it, headless or with a grid. */
export interface Engine {
  readonly univer: Univer;
  readonly api: FUniver;
  /** Resolves when every formula that depends on what was written so far has its value. */
  settled(): Promise<void>;
  dispose(): void;
}

/** Runs one custom function for a cell: arguments already in Google's shape; a throw becomes `#ERROR!` with the message. */
export type RunCustomFunction = (name: string, args: unknown[]) => unknown;

export interface Mail {
  readonly at: string; // ISO instant of the host's clock
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string;
  readonly replyTo?: string;
  readonly name?: string;
  readonly noReply?: true; // from a nameless address of the domain, which Google offers to Workspace accounts only
}

export interface MenuItem {
  readonly caption: string; // '' is a separator
  readonly functionName: string;
  readonly items?: readonly MenuItem[];
}

export interface Sidebar {
  readonly title: string;
  readonly html: string;
}

/** A dialog in the middle of the page; a modal one keeps people from the grid until it is closed. */
export interface Dialog {
  readonly title: string;
  readonly html: string;
  readonly width: number;
  readonly height: number;
  readonly modal: boolean;
}

/** A function that Google started by itself and that threw: nobody sees such an error, except here. */
export interface Failure {
  readonly at: string; // ISO instant of the host's clock
  readonly functionName: string;
  readonly event: string; // such as onOpen, onEdit, CLOCK
  readonly message: string;
}

/** An installed trigger, whoever made it; Google shows people only their own. */
export interface InstalledTrigger {
  readonly user: string;
  readonly functionName: string;
  readonly event: string; // CLOCK, ON_EDIT …
  /** ISO instant of the next run; null for triggers that wait for an event. */
  readonly next: string | null;
}

export interface Message {
  readonly kind: 'toast' | 'alert' | 'prompt';
  readonly title: string;
  readonly text: string;
  /** The button by which a person answered HostOptions.ask; absent where nobody was asked. */
  readonly answered?: string;
}

/** What a script asks of the person at the keyboard while it waits. */
export interface Question {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly string[]; // OK, CANCEL, YES, NO
}

export interface Answer {
  readonly button: string; // one of the buttons, or CLOSE
  readonly text?: string; // what was typed into a prompt
}

/** A chart on a sheet, with the cells that it draws. */
export interface ShownChart {
  readonly id: number;
  readonly sheet: string;
  readonly type: 'AREA' | 'BAR' | 'COLUMN' | 'LINE' | 'PIE';
  readonly row: number; // 0-based, of the anchor cell
  readonly column: number;
  readonly offsetX: number; // pixels from the cell's corner
  readonly offsetY: number;
  /** Google's options by their dotted names, such as title, width, legend.position. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Columns: the categories, then one per series. */
  readonly rows: readonly (readonly unknown[])[];
  readonly headers: number; // how many of the rows are headings
}

/** Everything of the host that has to survive a reload, as JSON. */
export interface SavedHost {
  readonly version: number;
  readonly workbook: unknown; // Univer's snapshot and what Google keeps beside it
  readonly services: unknown; // properties, triggers, outbox, quotas
  readonly clockOffset: number; // milliseconds added to the machine's clock
}

export interface HostOptions {
  readonly engine: Engine;
  /** The text of dist/Code.js, run unchanged. */
  readonly code: string;
  /** The HTML files of dist, by name without ending. */
  readonly html: Readonly<Record<string, string>>;
  /** Milliseconds since 1970, from the machine or from a test. */
  readonly now: () => number;
  readonly timeZone?: string; // of the spreadsheet; Europe/Warsaw when absent
  readonly locale?: string; // of the spreadsheet; en_US when absent
  readonly user?: string; // who sits at the keyboard first
  readonly userLocale?: string; // language of the person's Google account; en when absent
  readonly name?: string; // of the spreadsheet
  readonly sheetRows?: number; // of a sheet that is inserted; Google's 1000 when absent, fewer are quicker
  readonly saved?: SavedHost;
  /** A seed for the few things that Google leaves to chance. */
  readonly seed?: number;
  /** Recipients of mail per day, for everybody or by person; 100, a consumer account's, when absent. A Workspace account has 1,500. */
  readonly mailQuota?: number | Readonly<Record<string, number>>;
  /** Minutes that a person's triggers may run a day; 90, a consumer account's, when absent. */
  readonly triggerMinutes?: number;
  /** How long every service call takes by the host's clock; 0 when absent. With 100, a script reaches Google's six minutes after 3,600 calls. */
  readonly callMilliseconds?: number;
  /** Scopes that people did not grant, by person; see Host.withhold. */
  readonly withheld?: SavedAuthorization;
  /** Triggers that a person already has in other spreadsheets, of the 20 that Google allows; 0 when absent. */
  readonly triggersElsewhere?: number;
  /** Asks the person, while the script waits, what an alert with several buttons or a prompt asks; when absent, the affirmative button is pressed. */
  readonly ask?: (question: Question) => Answer;
  /** Whether a clock trigger finds this document active; Google's pages do not agree. True when absent. */
  readonly clockSeesDocument?: boolean;
}

export interface Host {
  /** The person opens the document: fires onOpen(e) in the mode Google would use. */
  open(mode?: 'NONE' | 'LIMITED'): Promise<void>;
  install(): Promise<void>;
  menu(): readonly MenuItem[];
  /** Runs a menu item's function as a click does (FULL, with UI); rejects with the script's error. */
  click(functionName: string): Promise<void>;
  sidebar(): Sidebar | null;
  closeSidebar(): void;
  dialog(): Dialog | null;
  closeDialog(): void;
  /** google.script.run: refuses what Google refuses, both ways; answers a deep copy. */
  call(functionName: string, args: readonly unknown[]): Promise<unknown>;
  /** An answer for the next alert or prompt, which is then not asked; several are given in turn. `text` is what a prompt is told. */
  answerAlert(button: string, text?: string): void;
  messages(): readonly Message[];
  /** Errors of functions that no person started: onOpen, onInstall, onEdit, triggers. Google shows them to nobody. */
  failures(): readonly Failure[];
  /** Every execution but those of cells, oldest first, as Google's list of executions has them. */
  executions(): readonly ExecutionRecord[];
  /** All installed triggers of this document, of everybody. */
  triggers(): readonly InstalledTrigger[];
  /** A person did not grant these scopes, or took them back; an empty list grants everything. Triggers go on until the first call that needs one. */
  withhold(user: string, scopes: readonly Scope[]): void;
  /** The add-on is switched off in this document: its triggers stay silent until somebody uses it again. */
  disable(): void;
  /** What scripts wrote with console and Logger, oldest first. */
  logs(): readonly string[];
  /** Somebody else holds a lock for so many milliseconds of the host's clock; 0 gives it back. */
  holdLock(kind: 'document' | 'script' | 'user', milliseconds: number): void;
  /** The message behind an `#ERROR!` of a custom function, which Google shows on hovering; undefined when there is none. */
  errorAt(sheet: string, a1: string): string | undefined;
  /** How often each custom function ran since the last reset of the service calls. */
  customFunctionRuns(): Record<string, number>;
  /** The cell or range the script asked to show last, as sheet name and A1. */
  shown(): { readonly sheet: string; readonly a1: string } | null;
  outbox(): readonly Mail[];
  charts(): readonly ShownChart[];
  /** Types into a cell as a person does: input checks apply, simple onEdit(e) fires, formulas recalculate. */
  type(sheet: string, a1: string, value: string | number | boolean | Date): Promise<void>;
  /** What a person sees: values after calculation, as getValues would give them. */
  values(sheet: string, a1: string): unknown[][];
  formulas(sheet: string, a1: string): string[][];
  now(): number;
  /** Moves the clock forward by milliseconds and fires what became due on the way, giving the page time to draw in between. */
  advance(milliseconds: number): Promise<void>;
  user(): string;
  setUser(email: string, locale?: string): void;
  settled(): Promise<void>;
  serviceCalls(): Record<string, number>;
  serviceCallCount(): number;
  resetServiceCalls(): void;
  /** The n-th service call from now fails once: in its place, `after` its work was done, or with the whole execution `onwards`. */
  failCall(n: number, message?: string, time?: FaultTime): void;
  save(): SavedHost;
  /** Called after anything that people could see changed: menu, sidebar, messages, outbox, selection. */
  onChange(listener: () => void): void;
  dispose(): void;
}
