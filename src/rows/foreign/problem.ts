/** What of a table was not understood, as data with its place; the sidebar makes sentences of it. */
import { columnName } from '../grid';
import type { Source } from './source';

export type ProblemKey =
  | 'noHeadings' | 'twoSheets' | 'unknownColumn' | 'columnWithoutHeading' | 'doubleColumn' | 'computedColumn' | 'noPlace' // columns and sheets
  | 'notANumber' | 'notAShare' | 'eitherNumber' | 'eitherPercent' | 'numbersByLocale'
  | 'notADay' | 'eitherDay' | 'daysByLocale' | 'notAChoice' | 'notConfidence' // cells
  | 'keyResultAlone' | 'unknownObjective' | 'rowUnclear' | 'totalRow' | 'idTwice' | 'becameMilestone' | 'sharedOwner' | 'otherValue' | 'existingStays' | 'alreadyHere' | 'toExisting' | 'newIds'; // rows

export interface Problem {
  readonly key: ProblemKey;
  /** `label` is the key of a column of ours. */
  readonly facts: Readonly<Record<string, string | number>>;
}

const LONGEST_QUOTATION = 60;

export class Problems {
  private readonly list: Problem[] = [];

  /** Facts are quoted short enough for a sentence. */
  add(key: ProblemKey, facts: Problem['facts'] = {}): void {
    const short = Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'string' ? quoted(fact) : fact]);
    this.list.push({ key, facts: Object.fromEntries(short) as Problem['facts'] });
  }

  all(): readonly Problem[] {
    return this.list;
  }
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const letters = [...line]; // whole characters, so that no emoji is cut in half
  return letters.length > LONGEST_QUOTATION ? `${letters.slice(0, LONGEST_QUOTATION - 1).join('')}…` : line;
}

/** `C7`, or `Goals!C7` where two sheets are read. */
export function placeOf(source: Source, row: number, column: number): string {
  return `${source.name === '' ? '' : `${source.name}!`}${columnName(column + 1)}${row + 1}`;
}

export function columnOf(source: Source, column: number): string {
  return `${source.name === '' ? '' : `${source.name}!`}${columnName(column + 1)}`;
}
