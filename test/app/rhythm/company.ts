/** A company with a rhythm: owners, stakeholders and schedules, and what a test wants to know of the mails that went out. */
import type { RhythmStart } from '../../../src/app/rhythm/api';
import type { Refused } from '../../../src/app/api';
import type { TableCell, Tables } from '../../../src/local/tables';
import type { Host, HostOptions, Mail, SavedHost } from '../../../src/local/types';
import { fill, reopened, setUpHost } from '../workbook';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const REMIND = 'remind: every week on friday at 16:00, from 2026-11-01, to owners';
export const DIGEST = 'digest: every 2 weeks on monday at 10:00, from 2026-11-23, to stakeholders';
export const REVIEW = 'review: every week on monday at 09:00, from 2026-11-01, to owners';

export const ownerOf = (index: number): string => `owner${index}@example.com`;

/** So many objectives with a key result each; every one has an owner of its own. */
export function companyOf(people: number, settings: readonly (readonly [string, TableCell])[] = []): Tables {
  const all = Array.from({ length: people }, (_, index) => index);
  return {
    Settings: [['key', 'value'], ['cycle_start', '2026-10-01'], ['cycle_end', '2027-03-31'], ...settings.map((row) => [...row])],
    Objectives: [['id', 'objective', 'level', 'team', 'owner'], ...all.map((i) => [`O${i}`, `Customers of region ${i} stay with us`, 'Team', `Team ${i % 4}`, 'head@example.com'])],
    'Key Results': [
      ['id', 'objective_id', 'key_result', 'owner', 'measure', 'start', 'target', 'current'],
      ...all.map((i) => [`O${i}.1`, `O${i}`, `Renewals in region ${i} rise from 0 to 100`, ownerOf(i), 'Increase', 0, 100, 10]),
    ],
  };
}

/** Friday 20 November 2026, 13:30 in Warsaw. */
export const FRIDAY = '2026-11-20T12:30:00Z';

export async function rhythmHost(tables: Tables, options: Partial<HostOptions> = {}): Promise<Host> {
  const host = await setUpHost({ now: () => Date.parse(FRIDAY), seed: 5, ...options });
  await fill(host, tables);
  return host;
}

export async function again(saved: SavedHost, options: Partial<HostOptions> = {}): Promise<Host> {
  return reopened(saved, { now: () => Date.parse(FRIDAY), seed: 5, ...options });
}

export const start = async (host: Host): Promise<RhythmStart> => (await host.call('rhythmOpen', [])) as RhythmStart;

/** Saves and switches on. */
export async function begin(host: Host, lines: readonly string[], recipients: readonly string[] = []): Promise<RhythmStart> {
  const saved = (await host.call('rhythmSave', [lines, recipients])) as RhythmStart | Refused;
  if ('refused' in saved) throw new Error(JSON.stringify(saved));
  return (await host.call('rhythmSwitch', [true])) as RhythmStart;
}

export const receivers = (mails: readonly Mail[]): string[] => mails.flatMap(({ to }) => to);

/** Mails of one subject to one person more than once, as `address: subject`. */
export function twice(mails: readonly Mail[], sameMail: (mail: Mail) => string): string[] {
  const seen = new Set<string>();
  return mails.flatMap((mail) => {
    const key = `${mail.to.join()}: ${sameMail(mail)}`;
    if (!seen.has(key)) return [void seen.add(key)].flatMap(() => []);
    return [key];
  });
}
