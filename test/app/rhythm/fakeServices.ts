/** The rhythm's ports without a spreadsheet: tables in memory, Google's limits on properties and mail, a clock that jumps by hours, faults at any call. */
import type { TableRows } from '../../../src/app/form/tables';
import type { Services } from '../../../src/app/rhythm/ports';
import { tableName } from '../../../src/app/names';
import type { KeyedTable } from '../../../src/rows/columns';
import type { Cell } from '../../../src/rows/grid';

export type FaultTime = 'before' | 'after' | 'onwards';

export interface SentMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: string;
}

const DAY = 24 * 3_600_000;
const bytes = (text: string): number => Buffer.byteLength(text);

export class World {
  readonly mails: SentMail[] = [];
  /** How often a mail was handed over, whatever came of it. */
  attempts = 0;
  readonly properties = new Map<string, string>();
  readonly handlers: string[] = ['onHour'];
  calls = 0;
  quota = 100;
  authorized = true;
  /** Cells by table; row 1 has keys, row 2 labels. */
  readonly cells: Partial<Record<KeyedTable, Cell[][]>>;
  notes: string[] = [];
  /** Decides about the fate of every call. */
  fault: (call: number, name: string) => FaultTime | undefined = () => undefined;
  private dead = false;
  private used = { since: 0, count: 0 };

  constructor(public instant: number, cells: Partial<Record<KeyedTable, Cell[][]>>, readonly zone = 'Europe/Warsaw') {
    this.cells = cells;
  }

  /** What the clock on the wall shows. */
  local(): string {
    return new Date(this.instant).toLocaleString('sv-SE', { timeZone: this.zone }).replace(' ', 'T');
  }

  /** One run of the script: whatever killed the one before is over. */
  run<T>(body: (services: Services) => T): T {
    this.dead = false;
    return body(this.services());
  }

  private call<T>(name: string, work: () => T): T {
    if (this.dead) throw new Error('Exceeded maximum execution time');
    this.calls += 1;
    const fault = this.fault(this.calls, name);
    if (fault === 'onwards') this.dead = true;
    if (fault === 'before' || fault === 'onwards') throw new Error(`Service error at ${name}`);
    const answer = work();
    if (fault === 'after') throw new Error(`Answer lost at ${name}`);
    return answer;
  }

  private services(): Services {
    const { cells } = this;
    return {
      store: {
        read: () => this.call('store.read', () => Object.fromEntries(this.properties)),
        write: (values) => this.call('store.write', () => this.store(values)),
      },
      mail: {
        quota: () => this.call('mail.quota', () => this.left()),
        send: (to, mail) => this.call('mail.send', () => {
          this.attempts += 1;
          if (/[\r\n]/.test(mail.subject)) throw new Error('Invalid argument: subject');
          if (this.left() < 1) throw new Error('Service invoked too many times for one day: email.');
          if (this.used.count === 0) this.used.since = this.instant;
          this.used.count += 1;
          this.mails.push({ to, subject: mail.subject, text: mail.text, html: mail.html, at: this.local() });
        }),
      },
      triggers: {
        mine: () => this.call('triggers.mine', () => this.handlers),
        create: () => this.call('triggers.create', () => void this.handlers.push('onHour')),
        remove: (name) => this.call('triggers.remove', () => void this.handlers.splice(this.handlers.indexOf(name), 1)),
        isAuthorized: () => this.call('triggers.isAuthorized', () => this.authorized),
        ranBlind: () => false,
        runsAs: () => 'ana@example.com',
      },
      notes: { change: (_column, rows, changed) => this.call('notes', () => void (this.notes = [...changed(Array.from({ length: rows }, (_, i) => this.notes[i] ?? ''))])) },
      tables: { open: (table) => this.call(`read ${table}`, () => (cells[table] ? rowsOf(cells[table], (work) => this.call(`write ${table}`, work)) : undefined)) },
      named: {
        read: (name) => this.call('named.read', () => cells[(Object.keys(cells) as KeyedTable[]).find((table) => tableName(table) === name) as KeyedTable]),
        write: () => undefined,
        tabs: () => [], // the dashboard is none of the rhythm's business
        sheetOf: () => undefined,
        url: () => '',
        writeCell: (_name, row, column, cell) => this.call('named.writeCell', () => void ((cells.settings![row - 1] as Cell[])[column - 1] = cell)),
      },
      here: { now: () => this.local(), me: () => 'ana@example.com', timeZone: () => this.zone, locale: () => 'en_US', language: () => 'en' },
      alone: (body) => this.call('lock', body),
      clock: () => this.instant,
      url: () => 'https://docs.google.com/spreadsheets/d/abc/edit',
      refresh: () => this.call('refresh', () => true),
    };
  }

  private left(): number {
    if (this.instant >= this.used.since + DAY) this.used = { since: 0, count: 0 };
    return this.quota - this.used.count;
  }

  private store(values: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(values)) {
      if (bytes(text) > 9 * 1024) throw new Error(`Argument too large: value of ${name}`);
      this.properties.set(name, text);
    }
    if (this.storedBytes() > 500 * 1024) throw new Error('You have exceeded the property storage quota.');
  }

  storedBytes(): number {
    return [...this.properties].reduce((sum, [name, text]) => sum + bytes(name) + bytes(text), 0);
  }

  setting(key: string, value: Cell): void {
    const row = this.cells.settings!.find(([name]) => name === key);
    if (row) row[1] = value;
    else this.cells.settings!.push([key, value, '']);
  }

  checkIn(id: string, at: string): void {
    this.cells.checkIns!.push([at, id, 'somebody@example.com', 20, 3, 'Signed', '', '']);
  }
}

function rowsOf(values: Cell[][], work: (body: () => void) => void): TableRows {
  return {
    values: values.map((row) => [...row]),
    corner: () => ({ sheetId: 7, row: 1, column: 1 }),
    sheetName: () => 'Sheet',
    formulas: () => [],
    write: (row, column, cells) => work(() => cells.forEach((line, i) => line.forEach((cell, j) => ((values[row - 1 + i] as Cell[])[column - 1 + j] = cell)))),
    writeFormula: () => undefined,
    addRows: () => undefined,
    deleteRows: () => undefined, wide: () => { throw new Error('Nothing here looks beyond the table.'); },
  };
}

const labelled = (keys: string, rows: readonly Cell[][]): Cell[][] => [keys.split(' '), keys.split(' '), ...rows.map((row) => [...row])];

/** So many owners with a key result each; every tenth objective has a head of its own. */
export function worldOf(people: number, instant: string, settings: Readonly<Record<string, Cell>>, owner = (i: number): string => `owner${i}@example.com`): World {
  const all = Array.from({ length: people }, (_, i) => i);
  const world = new World(Date.parse(instant), {
    settings: labelled('key value help', [['as_of', ''], ['cycle_name', '2026-H2'], ['cycle_start', '2026-10-01'], ['cycle_end', '2027-03-31'], ['check_in_days', 6], ['review_started', '']]),
    objectives: labelled('id objective level team owner', all.map((i) => [`O${i}`, `Region ${i} stays with us`, 'Team', `Team ${i % 4}`, `head${i % 10}@example.com`])),
    keyResults: labelled('id objective_id key_result owner measure start target current confidence', all.map((i) => [`O${i}.1`, `O${i}`, `Renewals ${i} rise from 0 to 100`, owner(i), 'Increase', 0, 100, 10, 3])),
    checkIns: labelled('at key_result_id author value confidence progress blockers ref', []),
  });
  for (const [key, value] of Object.entries(settings)) world.setting(key, value);
  return world;
}
