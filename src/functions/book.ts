/** Reads the ranges that a table function is handed; a range of another sheet is refused in a sentence. */
import type { CheckIn, Settings } from '../model/okr';
import { sheetNameOf, type KeyedTable } from '../rows/columns';
import { readHeader, type Cell, type Cells } from '../rows/grid';
import { readCheckIns } from '../rows/read';
import { readSettings } from '../rows/readSettings';
import { speak } from '../report/messages';
import { recognise } from '../report/vocabulary';

/** A range as rows of cells: one cell comes as a scalar, a skipped argument as nothing. */
export function toCells(argument: unknown): Cells {
  if (!Array.isArray(argument)) return argument === undefined || argument === null || argument === '' ? [] : [[argument as Cell]];
  return (argument as unknown[]).map((row) => (Array.isArray(row) ? (row as Cell[]) : [row as Cell]));
}

export function settingsOf(argument: unknown): Settings {
  const cells = toCells(argument);
  const { settings } = readSettings(cells, recognise);
  refuseOtherSheet(cells, 'settings', settings);
  return settings;
}

/** The cells of a table, once it is clear that they are of that table; empty cells are a table without rows. */
export function tableCells(argument: unknown, table: KeyedTable, settings: Settings): Cells {
  const cells = toCells(argument);
  refuseOtherSheet(cells, table, settings);
  return cells;
}

function refuseOtherSheet(cells: Cells, table: KeyedTable, settings: Settings): void {
  const { looksLike, unknown } = readHeader(cells, table);
  const say = speak(settings.language);
  const sheet = sheetNameOf(table);
  if (looksLike !== undefined) throw new Error(say('error.wrongSheet', { sheet, other: sheetNameOf(looksLike) }));
  if (unknown) throw new Error(say('error.noKeys', { sheet }));
}

/** The log, or undefined when it was not handed over. */
export function checkInsOf(argument: unknown, settings: Settings): readonly CheckIn[] | undefined {
  const cells = tableCells(argument, 'checkIns', settings);
  if (cells.length === 0) return undefined;
  return readCheckIns(cells, recognise).rows;
}
