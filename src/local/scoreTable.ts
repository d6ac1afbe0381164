/** Scored tables for a terminal and as objects. */
import type { TableCell } from './tables';

export interface ScoredTable {
  readonly keys: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** One object per row, by column key; the status is the word alone, without its symbol. */
export function objectsOf({ keys, rows }: ScoredTable): Record<string, TableCell>[] {
  return rows.map((row) =>
    Object.fromEntries(keys.flatMap((key, index) => (key === '' ? [] : [[key, key === 'status' ? withoutSymbol(row[index]) : (row[index] ?? '')]]))),
  );
}

const withoutSymbol = (cell: TableCell | undefined): string => String(cell ?? '').replace(/^\S+ /u, '');

/** Longer texts are cut, so that a row stays a row in a terminal. */
const LONGEST = { objective: 48, key_result: 48, findings: 90 } as const;

export function printed(title: string, table: ScoredTable, keys: readonly string[]): string {
  const rows = table.rows.map((row) => keys.map((key) => shown(row[table.keys.indexOf(key)], key)));
  const widths = keys.map((key, index) => Math.max(lengthOf(key), ...rows.map((row) => lengthOf(row[index] ?? ''))));
  const line = (cells: readonly string[]) => cells.map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - lengthOf(cell))).join('  ').trimEnd();
  return [title, '', line(keys), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), ''].join('\n');
}

function shown(cell: TableCell | undefined, key: string): string {
  if (typeof cell === 'number' && (key === 'score' || key === 'expected')) return cell.toFixed(2);
  const text = String(cell ?? '').replace(/\s+/g, ' ');
  const longest = key in LONGEST ? LONGEST[key as keyof typeof LONGEST] : Infinity;
  return lengthOf(text) > longest ? `${[...text].slice(0, longest - 1).join('')}…` : text;
}

/** Places on the screen: signs above and below a letter take none. */
const lengthOf = (text: string): number => [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
