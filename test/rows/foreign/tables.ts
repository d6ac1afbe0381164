/** Tables of OKRs as companies made them in their own ways, kept as files beside this one and read as the sidebar reads them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readTable } from '../../../sidebar/adopt/csv';
import { tableOf } from '../../../src/rows/foreign/mapping';
import { recognise, type Recognised } from '../../../src/rows/foreign/recognise';
import { sourceOfRows, type ForeignCell, type ShownNumber } from '../../../src/rows/foreign/source';

export type Rows = readonly (readonly string[])[];

export const textFrom = (name: string): string => readFileSync(resolve(__dirname, 'data', name), 'utf8');

export function tableFrom(name: string): Rows {
  const table = readTable(textFrom(name));
  if ('trouble' in table) throw new Error(`${name}: ${table.trouble}`);
  return table.rows;
}

/** One table alone, as it is understood at first sight. */
export function understood(rows: readonly (readonly (ForeignCell | ShownNumber)[])[], locale: string): Recognised {
  return recognise([tableOf(sourceOfRows(rows))], locale);
}

export const REPEATED = 'repeated-en.csv'; // objectives repeated in every row, title rows above the headings
export const GAPS = 'gaps-pl.csv'; // objectives in the first row of a group only, comma decimals
export const SEMICOLONS = 'semicolons-vi.csv'; // semicolons, two columns named Mục tiêu
export const OBJECTIVES = 'objectives-th.csv'; // Thai digits; the key results stand in the next one
export const KEY_RESULTS = 'key-results-th.csv'; // Buddhist years
