/** Properties of places and times: names of ranges, areas that follow inserted and removed rows, dates in time zones. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaName, columnIndex, columnName, readArea } from '../../../src/local/sheets/a1';
import type { Area } from '../../../src/local/sheets/a1';
import { isDatePattern, wallClock } from '../../../src/local/sheets/clock';
import { afterInsert, afterRemove } from '../../../src/local/sheets/moving';

const span = (most: number) => fc.tuple(fc.nat(most), fc.nat(most)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const areas: fc.Arbitrary<Area> = fc.tuple(span(60), span(60)).map(([[startRow, endRow], [startColumn, endColumn]]) => ({ startRow, endRow, startColumn, endColumn }));

test('every column and every range is read back from its name', () => {
  fc.assert(fc.property(fc.nat(18_277), (column) => columnIndex(columnName(column)) === column));
  fc.assert(fc.property(areas, (area) => { expect(readArea(areaName(area), { rows: 61, columns: 61 })).toEqual(area); }));
  expect([columnName(0), columnName(25), columnName(26), columnName(701), columnName(702)]).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

test('what is no range is not read as one', () => {
  for (const text of ['', 'A', '1', 'A0', 'A1:B2:C3', 'as_of', 'A1:2', '1:B', 'ABCD1', 'A-1']) expect([text, readArea(text, { rows: 9, columns: 9 })]).toEqual([text, undefined]);
});

/** Follows each row on its own, which is slow and plain. */
function rowsAfter(area: Area, at: number, count: number, how: 'insert' | 'remove'): number[] {
  const rows = Array.from({ length: area.endRow - area.startRow + 1 }, (_, i) => area.startRow + i);
  if (how === 'insert') return rows.map((row) => (row >= at ? row + count : row));
  return rows.filter((row) => row < at || row >= at + count).map((row) => (row >= at + count ? row - count : row));
}

test('an area follows its rows when others are inserted or removed, and is gone when all of them are', () => {
  fc.assert(fc.property(areas, fc.nat(70), fc.integer({ min: 1, max: 20 }), (area, at, count) => {
    const lines = { startRow: at, endRow: at + count - 1, startColumn: 0, endColumn: 99 };
    const inserted = rowsAfter(area, at, count, 'insert');
    expect(afterInsert(area, lines, 'Row')).toEqual({ ...area, startRow: inserted[0], endRow: inserted.at(-1) });
    const left = rowsAfter(area, at, count, 'remove');
    expect(afterRemove(area, lines, 'Row')).toEqual(left.length > 0 ? { ...area, startRow: left[0], endRow: left.at(-1) } : undefined);
  }));
});

test('a date comes back from its serial number in every time zone, summer time or not', () => {
  const clocks = ['Europe/Warsaw', 'Asia/Bangkok', 'Asia/Ho_Chi_Minh', 'America/New_York', 'Asia/Kathmandu', 'UTC'].map(wallClock);
  fc.assert(fc.property(fc.constantFrom(...clocks), fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) }), (clock, instant) => {
    const back = clock.toDate(clock.toSerial(new Date(instant))).getTime();
    // In the hour that is there twice when summer time ends, a wall clock cannot tell which of the two it was.
    expect([0, 3_600_000]).toContain(Math.abs(back - instant));
    expect(clock.toSerial(new Date(back))).toBeCloseTo(clock.toSerial(new Date(instant)), 6);
  }));
});

test('date formats are told from number formats', () => {
  for (const pattern of ['yyyy-mm-dd', 'M/d/yyyy H:mm:ss', 'd-mmm-yyyy', 'H:mm', '[h]:mm', '[$-409]d mmm']) expect([pattern, isDatePattern(pattern)]).toEqual([pattern, true]);
  for (const pattern of ['0.00', '0%', '#,##0 "days"', '@', 'General', '[Red]0', '0.0\\m', undefined]) expect([pattern, isDatePattern(pattern)]).toEqual([pattern, false]);
});
