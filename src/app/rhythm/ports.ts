/** What the rhythm needs of Google, in our words; src/google answers. */
import type { Exclusively, NamedCells } from '../ports';
import type { Here, Tables } from '../form/tables';
import type { MailText } from '../../report/mail/input';

/** Texts under names, kept with the document: everything read in one call, however much; several written in one call. */
export interface Store {
  read(): Readonly<Record<string, string>>;
  write(values: Readonly<Record<string, string>>): void;
}

export interface MailPort {
  /** Recipients that the person may still write to today. */
  quota(): number;
  /** One message to one address. Throws what Google says. */
  send(to: string, mail: MailText): void;
}

/** The person's own triggers in this spreadsheet; those of others nobody but they can see. */
export interface TriggerPort {
  mine(): readonly string[]; // the functions they call
  create(): void;
  /** Deletes those of the person's own that call this function. */
  remove(functionName: string): void;
  isAuthorized(): boolean;
  /** Whether Google started the person's trigger of this spreadsheet without it when it last ran. */
  ranBlind(): boolean;
  /** Whose rights this run has, which in a trigger's run is whoever made the trigger. */
  runsAs(): string;
}

export interface NotesPort {
  /** Changes the notes of a column of key results, from its first row of data on; two calls more where none changes. */
  change(column: number, rows: number, changed: (notes: readonly string[]) => readonly string[]): void;
}

export interface Services {
  readonly store: Store;
  readonly mail: MailPort;
  readonly triggers: TriggerPort;
  readonly notes: NotesPort;
  readonly tables: Tables;
  readonly named: NamedCells;
  readonly here: Here;
  readonly alone: Exclusively;
  /** Milliseconds since 1970, for how long things take; what day and hour it is for people, `here` tells. */
  readonly clock: () => number;
  readonly url: () => string;
  /** Writes the dashboard anew; false when its structure has to be mended first. */
  readonly refresh: () => boolean;
}
