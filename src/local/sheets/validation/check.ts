/** Whether new content satisfies the input checks of its cells; Google refuses what a rejecting rule forbids, also from scripts. */
import { CellValueType, DataValidationErrorStyle } from '@univerjs/core';
import { SheetDataValidationModel } from '@univerjs/sheets-data-validation';
import { areaName, overlap } from '../a1';
import type { Book, Place } from '../book';
import { isDatePattern } from '../clock';
import type { Entry } from '../entry';
import { displayOf } from '../values';
import { fromUniver } from './rule';
import type { Criteria, MarkedRule } from './rule';

export function rulesOf(book: Book, sheetId: string): MarkedRule[] {
  return book.injector.get(SheetDataValidationModel).getRules(book.unitId, sheetId) as MarkedRule[];
}

/** Throws Google's sentence for the first cell whose new content a rejecting rule forbids. */
export function refuseInvalid(book: Book, { sheetId, area }: Place, entries: readonly (readonly Entry[])[]): void {
  for (const rule of rulesOf(book, sheetId)) {
    if (rule.errorStyle !== DataValidationErrorStyle.STOP) continue;
    for (const range of rule.ranges) {
      const shared = overlap(range, area);
      if (!shared) continue;
      const { criteria } = fromUniver(book, sheetId, rule);
      const accepts = acceptor(book, criteria!);
      const cells = book.cells(sheetId);
      for (let row = shared.startRow; row <= shared.endRow; row += 1) {
        for (let column = shared.startColumn; column <= shared.endColumn; column += 1) {
          const entry = entries[row - area.startRow]![column - area.startColumn]!;
          if (accepts(entry, cells.pattern(row, column))) continue;
          const cell = areaName({ startRow: row, startColumn: column, endRow: row, endColumn: column });
          throw new Error(`The data you entered in cell ${cell} violates the data validation rules set on this cell.${rule.google?.helpText ? ` ${rule.google.helpText}` : ''}`);
        }
      }
    }
  }
}

type Acceptor = (entry: Entry, present: string | undefined) => boolean;

/** Blank is always accepted. A formula's value is not known yet, so it is accepted too; so is what a custom formula would judge. */
function acceptor(book: Book, criteria: Criteria): Acceptor {
  const test = tester(book, criteria);
  return (entry, present) => entry.f !== undefined || entry.v === null || entry.v === '' || test(entry, entry.pattern ?? present);
}

function tester(book: Book, { type, values }: Criteria): Acceptor {
  const shown = (entry: Entry, pattern: string | undefined) => displayOf({ v: entry.v, t: entry.t }, pattern);
  if (type === 'CUSTOM_FORMULA') return () => true;
  if (type === 'VALUE_IN_LIST') {
    const list = new Set((values[0] as unknown[]).map(String));
    return (entry, pattern) => list.has(String(entry.v)) || list.has(shown(entry, pattern));
  }
  if (type === 'VALUE_IN_RANGE') {
    const list = shownIn(book, values[0] as Place | undefined);
    return (entry, pattern) => list.has(shown(entry, pattern));
  }
  if (type === 'CHECKBOX') {
    if (values.length === 0) return (entry) => entry.t === CellValueType.BOOLEAN;
    const allowed = values.map((value) => (typeof value === 'boolean' ? String(value).toUpperCase() : String(value)));
    return (entry, pattern) => allowed.includes(shown(entry, pattern)) || allowed.includes(String(entry.v));
  }
  if (type.startsWith('NUMBER_')) return (entry) => typeof entry.v === 'number' && entry.t === CellValueType.NUMBER && compare(type.slice(7), entry.v, values as number[]);
  if (type.startsWith('DATE_')) {
    const days = values.map((value) => Math.floor(book.clock().toSerial(value as Date)));
    return (entry, pattern) =>
      typeof entry.v === 'number' && entry.t === CellValueType.NUMBER && isDatePattern(pattern) && compare(type.slice(5), Math.floor(entry.v), days);
  }
  return (entry, pattern) => textTest(type, shown(entry, pattern), String(values[0] ?? ''));
}

function compare(how: string, value: number, [low = 0, high = 0]: readonly number[]): boolean {
  switch (how) {
    case 'BETWEEN': return value >= low && value <= high;
    case 'NOT_BETWEEN': return value < low || value > high;
    case 'EQUAL_TO': return value === low;
    case 'NOT_EQUAL_TO': return value !== low;
    case 'GREATER_THAN': case 'AFTER': return value > low;
    case 'GREATER_THAN_OR_EQUAL_TO': case 'ON_OR_AFTER': return value >= low;
    case 'LESS_THAN': case 'BEFORE': return value < low;
    case 'LESS_THAN_OR_EQUAL_TO': case 'ON_OR_BEFORE': return value <= low;
    case 'IS_VALID_DATE': return true;
    default: throw new Error(`The comparison ${how} is not modelled by the embedded host.`);
  }
}

function textTest(type: string, text: string, wanted: string): boolean {
  switch (type) {
    case 'TEXT_CONTAINS': return text.toLowerCase().includes(wanted.toLowerCase());
    case 'TEXT_DOES_NOT_CONTAIN': return !text.toLowerCase().includes(wanted.toLowerCase());
    case 'TEXT_EQUAL_TO': return text === wanted;
    case 'TEXT_IS_VALID_EMAIL': return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
    default: throw new Error(`The criteria ${type} are not modelled by the embedded host.`);
  }
}

function shownIn(book: Book, place: Place | undefined): Set<string> {
  const list = new Set<string>();
  if (!place) return list;
  const cells = book.cells(place.sheetId);
  const { startRow, endRow, startColumn, endColumn } = place.area;
  for (let row = startRow; row <= endRow; row += 1) {
    for (let column = startColumn; column <= endColumn; column += 1) list.add(displayOf(cells.at(row, column), cells.pattern(row, column)));
  }
  list.delete('');
  return list;
}
