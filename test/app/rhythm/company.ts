/** A company with a rhythm on the embedded host, in sheets of few rows, and the hours of its days. */
import type { Refused } from '../../../src/app/api';
import type { RhythmStart } from '../../../src/app/rhythm/api';
import type { TableCell, Tables } from '../../../src/local/tables';
import type { Host, HostOptions } from '../../../src/local/types';
import { FEW_ROWS, fill, setUpHost } from '../workbook';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const ownerOf = (index: number): string => `owner${index}@example.com`;

/** So many objectives with a key result each; every one has an owner of its own. */
export function companyOf(people: number, settings: readonly (readonly [string, TableCell])[] = []): Tables {
  const all = Array.from({ length: people }, (_, index) => index);
  return {
    Settings: [['key', 'value'], ['cycle_start', '2026-10-01'], ['cycle_end', '2027-03-31'], ['missed_reviews', 400], ...settings.map((row) => [...row])],
    Objectives: [['id', 'objective', 'level', 'team', 'owner'], ...all.map((i) => [`O${i}`, `Customers of region ${i} stay with us`, 'Team', `Team ${i % 4}`, 'head@example.com'])],
    'Key Results': [
      ['id', 'objective_id', 'key_result', 'owner', 'measure', 'start', 'target', 'current'],
      ...all.map((i) => [`O${i}.1`, `O${i}`, `Renewals in region ${i} rise from 0 to 100`, ownerOf(i), 'Increase', 0, 100, 10]),
    ],
  };
}

/** A host whose machine's clock the test sets: runs that lie in between are missed, as when Google does not start them. */
export interface Timed {
  readonly host: Host;
  /** Goes to an instant and lets the trigger run once if it is due. */
  readonly at: (instant: string | number) => Promise<void>;
}

export async function timedHost(tables: Tables, begin: string, options: Partial<HostOptions> = {}): Promise<Timed> {
  let machine = Date.parse(begin);
  const host = await setUpHost({ ...FEW_ROWS, now: () => machine, seed: 5, mailQuota: 1500, ...options });
  await fill(host, tables);
  return {
    host,
    at: async (instant) => {
      machine += (typeof instant === 'string' ? Date.parse(instant) : instant) - host.now();
      await host.advance(1);
    },
  };
}

export const start = async (host: Host): Promise<RhythmStart> => (await host.call('rhythmOpen', [])) as RhythmStart;

/** Saves schedules and switches the trigger on. */
export async function begin(host: Host, lines: readonly string[], recipients: readonly string[] = []): Promise<RhythmStart> {
  const saved = (await host.call('rhythmSave', [lines, recipients])) as RhythmStart | Refused;
  if ('refused' in saved) throw new Error(JSON.stringify(saved));
  return (await host.call('rhythmSwitch', [true])) as RhythmStart;
}
