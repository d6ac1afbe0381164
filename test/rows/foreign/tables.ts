/** Tables of OKRs as companies made them in their own ways, kept as files beside this one. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';

export type Rows = string[][];

/** The first line says which delimiter a file has: it holds no number with a comma. */
export function tableFrom(name: string): Rows {
  const text = readFileSync(resolve(__dirname, 'data', name), 'utf8');
  return Papa.parse<string[]>(text.trimEnd(), { delimiter: (text.split('\n')[0] ?? '').includes(';') ? ';' : ',' }).data;
}

export const REPEATED = 'repeated-en.csv'; // objectives repeated in every row, title rows above the headings
export const GAPS = 'gaps-pl.csv'; // objectives in the first row of a group only, comma decimals
export const SEMICOLONS = 'semicolons-vi.csv'; // semicolons, two columns named Mục tiêu
export const OBJECTIVES = 'objectives-th.csv'; // Thai digits; the key results stand in the next one
export const KEY_RESULTS = 'key-results-th.csv'; // Buddhist years
