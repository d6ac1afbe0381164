/** Tables as they arrive from files and from the clipboard: delimiters, decimal commas, quotation marks, byte order marks. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { LONGEST_CELL, readTable } from '../../sidebar/adopt/csv';
import { GAPS, KEY_RESULTS, OBJECTIVES, REPEATED, SEMICOLONS, tableFrom, textFrom } from '../rows/foreign/tables';

const rowsOf = (text: string): unknown => {
  const table = readTable(text);
  return 'rows' in table ? table.rows : table.trouble;
};

describe('the tables of companies', () => {
  test.each([[REPEATED, ',', 11], [GAPS, ';', 13], [SEMICOLONS, ';', 10], [OBJECTIVES, ',', 5], [KEY_RESULTS, ',', 9]] as const)('%s is cut at %s into %d columns', (name, delimiter, width) => {
    const rows = tableFrom(name);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([width]));
    expect(rows).toEqual(Papa.parse(textFrom(name).trimEnd(), { delimiter }).data);
  });

  test('semicolons leave decimal commas and points between thousands in their cells', () => {
    expect(tableFrom(SEMICOLONS).map((row) => row.slice(5, 8))).toEqual([['Ban đầu', 'Mục tiêu', 'Hiện tại'], ['12.500', '20.000', '15.250'], ['22,5', '35', '27,75'], ['7,2', '8,5', 'khoảng 7'], ['1,2 tỷ', '2 tỷ', '1,35 tỷ']]);
  });

  test.each([[GAPS], [SEMICOLONS], [REPEATED]])('%s is the same with a byte order mark, with line ends of Windows, and with tabs', (name) => {
    const rows = tableFrom(name);
    const text = textFrom(name);
    expect(rowsOf(`\ufeff${text}`)).toEqual(rows);
    expect(rowsOf(text.replace(/\n/g, '\r\n'))).toEqual(rows);
    expect(rowsOf(Papa.unparse(rows as string[][], { delimiter: '\t' }))).toEqual(rows);
  });
});

describe('cells', () => {
  test('in quotation marks keep delimiters, line breaks and the marks themselves', () => {
    expect(rowsOf('Cel;Rezultat\n"Łatwo nas znaleźć; i lubić";"Oceny ""bardzo dobre""\nrosną z 4,1 do 4,6"\n')).toEqual([['Cel', 'Rezultat'], ['Łatwo nas znaleźć; i lubić', 'Oceny "bardzo dobre"\nrosną z 4,1 do 4,6']]);
  });

  test('with more letters than a cell holds are refused, as a quotation mark that is never closed makes them', () => {
    const rest = 'more, of it\n'.repeat(LONGEST_CELL / 10);
    expect(rowsOf(`Objective,Key result\n"A,x\n${rest}`)).toBe('longCell');
    expect(rowsOf(`Objective,Key result\nA,${'x'.repeat(LONGEST_CELL)}`)).toHaveLength(2);
  });

  test('of one column need no delimiter, also where a sentence has a comma', () => {
    expect(rowsOf('OKRs\nO1: Grow\nKR1.1 Orders rise\nKR1.2 Returns fall\n')).toEqual([['OKRs'], ['O1: Grow'], ['KR1.1 Orders rise'], ['KR1.2 Returns fall']]);
  });
});

test('whatever a table holds, it comes back with every delimiter', () => {
  const cell = fc.constantFrom('1,5', '1.234,5', 'A; b', 'line\nbreak', '"q"', 'ą ế ไทย', '', 'x|y', ' 45%');
  const table = fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
  fc.assert(
    fc.property(table, fc.constantFrom(',', ';', '\t', '|'), (rows, delimiter) => {
      const head = (rows[0] ?? []).map((_, column) => `Heading ${column}`);
      const all = [head, ...rows, head]; // rows without content at the end would be dropped
      expect(rowsOf(Papa.unparse(all, { delimiter, quotes: true }))).toEqual(all);
    }),
    { numRuns: 300 },
  );
});
