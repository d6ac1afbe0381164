/** Hands sheets that are not the add-on's own to the sidebar, which understands them; only their cells cross, as JSON. */
import { speak } from '../../report/onDemand';
import { recognise } from '../../report/vocabulary';
import { dayOfDate } from '../../rows/cells';
import { TABLES } from '../../rows/columns';
import { isBlank, isDate, type Cell } from '../../rows/grid';
import { readObjectives } from '../../rows/read';
import { readSettings } from '../../rows/readSettings';
import type { Language } from '../../model/words';
import type { AdoptCell, AdoptTables } from '../api';
import { isEmpty, locate, type Located, type Tab } from '../locate';
import type { Surroundings, WorkbookPort } from '../ports';
import { columnsIn } from './append';
import { takenIds } from './ids';
import type { AdoptPort } from './ports';

/** Every sheet that is not the add-on's own and holds something. */
export function sheetsToAdopt(workbook: WorkbookPort): { readonly id: number; readonly name: string }[] {
  return foreign(locate(workbook)).map(({ sheet }) => ({ id: sheet.id, name: sheet.name }));
}

function foreign({ all, tabs }: Located): Tab[] {
  const own = new Set(tabs.values());
  return all.filter((tab) => !own.has(tab) && !isEmpty(tab));
}

/** A workbook with the sheets that adopting writes to. */
export interface Ready {
  readonly located: Located;
  readonly language: Language;
  readonly tabs: Readonly<Record<'objectives' | 'keyResults', Tab>>;
}

export function openReady(workbook: WorkbookPort, surroundings: Surroundings): Ready {
  const located = locate(workbook);
  const [settings, objectives, keyResults] = [located.tabs.get('settings'), located.tabs.get('objectives'), located.tabs.get('keyResults')];
  if (!settings || !objectives || !keyResults) throw new Error(speak(surroundings.language)('error.notSetUp'));
  return { located, language: readSettings(settings.values, recognise).settings.language, tabs: { objectives, keyResults } };
}

/** The objectives that the workbook has, which a table of key results alone may name. */
export function knownObjectives({ tabs }: Ready): { readonly id: string; readonly text: string }[] {
  return readObjectives(tabs.objectives.values, recognise).rows.filter(({ id }) => id !== '').map(({ id, objective }) => ({ id, text: objective }));
}

/** The cells of a sheet and of those that may belong to it, with what has to be known of the workbook; null for a table that comes from elsewhere. */
export function tablesToAdopt(workbook: WorkbookPort, port: AdoptPort, surroundings: Surroundings, sheetId: number | null): AdoptTables {
  const ready = openReady(workbook, surroundings);
  const { located, tabs } = ready;
  const handed = sheetId === null ? [] : [chosen(ready, sheetId), ...others(located, sheetId)];
  return {
    locale: port.locale(),
    tables: handed.map(({ sheet, values }) => ({ name: sheet.name, rows: cellsOf(sheet.id, values, port) })),
    known: knownObjectives(ready),
    takenIds: [...takenIds(located.tabs)],
    missing: (['objectives', 'keyResults'] as const).flatMap((table) => {
      const present = columnsIn(table, tabs[table]);
      return TABLES[table].filled.filter(({ key }) => !present.has(key)).map(({ key }) => ({ table, sheet: tabs[table].sheet.name, key }));
    }),
  };
}

function chosen({ located, language }: Ready, sheetId: number): Tab {
  const tab = located.all.find(({ sheet }) => sheet.id === sheetId);
  if (!tab) throw new Error(speak(language)('adopt.sheetGone'));
  if ([...located.tabs.values()].includes(tab)) throw new Error(speak(language)('adopt.ownSheet', { sheet: tab.sheet.name }));
  return tab;
}

/** Objectives and key results in two sheets make no more cells than this; a sheet of measurements does. */
const MOST_CELLS_BESIDE = 200_000;

function others(located: Located, sheetId: number): Tab[] {
  let left = MOST_CELLS_BESIDE;
  return foreign(located).filter(({ sheet, values }) => {
    const size = values.length * (values[0]?.length ?? 0);
    if (sheet.id === sheetId || size > left) return false;
    left -= size;
    return true;
  });
}

/** What people see in a cell says more than a number alone: 0.45 may be 45%. A sheet without numbers need not be asked for it. */
function cellsOf(sheetId: number, values: readonly (readonly Cell[])[], port: AdoptPort): AdoptCell[][] {
  const isShownOtherwise = (cell: Cell): boolean => typeof cell === 'number' || (isDate(cell) && dayOfDate(cell) === undefined);
  const shown = values.some((row) => row.some(isShownOtherwise)) ? port.shown(sheetId) : [];
  return values.map((row, i) => row.map((cell, j) => adoptCell(cell, shown[i]?.[j] ?? '')));
}

function adoptCell(cell: Cell, shown: string): AdoptCell {
  if (isBlank(cell)) return '';
  if (isDate(cell)) return dayOfDate(cell) ?? shown;
  return typeof cell === 'number' && shown !== String(cell) ? { value: cell, shown } : cell;
}
