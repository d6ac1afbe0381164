/** What the sidebar does between the add-on's two answers: it understands the cells that it was given and sends back rows. */
import { sentences } from '../../../sidebar/adopt/sentences';
import type { AdoptCopied, AdoptedObjective, AdoptTables } from '../../../src/app/api';
import type { Host } from '../../../src/local/types';
import type { Table } from '../../../src/rows/foreign/mapping';
import { openTables, propose } from '../../../src/rows/foreign/propose';
import { sourceOfRows } from '../../../src/rows/foreign/source';
import type { Rows } from '../../rows/foreign/tables';

export interface Looked {
  readonly tables: readonly Table[];
  readonly objectives: readonly AdoptedObjective[];
  readonly told: readonly string[];
}

/** Looks at a sheet, or at a pasted table; `change` is what a person puts right. */
export async function look(host: Host, from: number | Rows, change = (tables: readonly Table[]): readonly Table[] => tables): Promise<Looked> {
  const answer = (await host.call('adoptTables', [typeof from === 'number' ? from : null])) as AdoptTables;
  const sources = typeof from === 'number' ? answer.tables.map(({ name, rows }) => sourceOfRows(rows, name)) : [sourceOfRows(from)];
  const tables = change(openTables(sources));
  const { objectives, problems } = propose(tables, answer);
  return { tables, objectives, told: sentences(problems.all(), 'en') };
}

export const copyRows = (host: Host, rows: readonly AdoptedObjective[], ref = 'first'): Promise<AdoptCopied> => host.call('adoptCopy', [rows, ref]) as Promise<AdoptCopied>;
