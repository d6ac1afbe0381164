/** Which sheets may be adopted, and how one would be: what its columns become, its first rows, and what of it is not understood. */
import { labelOf } from '../../report/labels';
import { recognise as recogniseWord } from '../../report/vocabulary';
import { speak } from '../../report/messages';
import type { Language } from '../../model/words';
import { readObjectives } from '../../rows/read';
import { readSettings } from '../../rows/readSettings';
import { TABLES } from '../../rows/columns';
import type { AdoptProposal, AdoptSource } from '../api';
import { isEmpty, locate, type Located, type Tab } from '../locate';
import type { Surroundings, WorkbookPort } from '../ports';
import { columnsIn } from './append';
import { ADOPT_KEYS } from './headings';
import { giveIds, numberingFor, takenIds } from './ids';
import { tableOf, type Table } from './mapping';
import { partnerOf } from './partner';
import type { AdoptPort } from './ports';
import { columnOf, sentences, type Problems } from './problem';
import { recogniseTables, type Recognised } from './recognise';
import { isEmptyRow, sourceOfRows, textAt, widthOf, type Source } from './source';

/** Every sheet that is not the add-on's own and holds something. */
export function sheetsToAdopt(workbook: WorkbookPort): { readonly id: number; readonly name: string }[] {
  return foreign(locate(workbook)).map(({ sheet }) => ({ id: sheet.id, name: sheet.name }));
}

function foreign({ all, tabs }: Located): Tab[] {
  const own = new Set(tabs.values());
  return all.filter((tab) => !own.has(tab) && !isEmpty(tab));
}

/** The workbook with a source beside it, understood. */
export interface Understood extends Recognised {
  readonly located: Located;
  readonly language: Language;
}

const PREVIEW_ROWS = 8;

export function proposeAdoption(workbook: WorkbookPort, port: AdoptPort, surroundings: Surroundings, source: AdoptSource, mapping: readonly string[] | null): AdoptProposal {
  const understood = understandSource(locate(workbook), port, surroundings, source, mapping);
  const { tables, objectives, problems, language } = understood;
  tellIds(understood);
  return {
    headerRow: Math.max(0, tables[0]?.headerRow ?? 0),
    mapping: tables.flatMap((table) => table.mapping),
    headers: tables.flatMap(({ headings, source: { name }, source: from }) =>
      headings.map((heading, column) => (heading === '' ? columnOf(from, column) : name === '' ? heading : `${name}: ${heading}`)),
    ),
    preview: previewOf(tables),
    objectives: objectives.filter(({ existing }) => existing === undefined).length,
    keyResults: objectives.reduce((sum, { keyResults }) => sum + keyResults.length, 0),
    notUnderstood: sentences(problems.all(), language),
    choices: ADOPT_KEYS.map((key) => ({ key, label: labelOf(key, language) })),
  };
}

export function understandSource(located: Located, port: AdoptPort, { language: own }: Surroundings, source: AdoptSource, mapping: readonly string[] | null): Understood {
  const settings = located.tabs.get('settings');
  if (!settings || !located.tabs.has('objectives') || !located.tabs.has('keyResults')) throw new Error(speak(own)('error.notSetUp'));
  const { language } = readSettings(settings.values, recogniseWord).settings;
  const tables = tablesOf(located, port, language, source, mapping);
  const isKnown = readObjectives(located.tabs.get('objectives')?.values ?? [], recogniseWord).rows.filter(({ id }) => id !== '');
  const known = isKnown.map(({ id, objective }) => ({ id, text: objective }));
  const recognised = recogniseTables(tables, { language, locale: port.locale() }, { isProposal: mapping === null, known });
  tellExisting(recognised);
  tellMissingColumns(located, recognised, language);
  return { ...recognised, located, language };
}

/** The chosen table, and its partner when what it lacks stands in another sheet; a mapping says by its length whether it covers both. */
function tablesOf(located: Located, port: AdoptPort, language: Language, { sheetId, rows }: AdoptSource, mapping: readonly string[] | null): Table[] {
  const say = speak(language);
  const tab = sheetId === null ? undefined : located.all.find(({ sheet }) => sheet.id === sheetId);
  if (sheetId !== null && !tab) throw new Error(say('adopt.sheetGone'));
  if (tab && [...located.tabs.values()].includes(tab)) throw new Error(say('adopt.ownSheet', { sheet: tab.sheet.name }));
  const source = tab ? sourceOf(tab, port, '') : sourceOfRows(rows.map((row) => row.map((cell) => String(cell ?? ''))));
  const width = widthOf(source);
  const first = tableOf(source);
  const partner = tab ? partnerOf(first, foreign(located).filter((one) => one !== tab).map((one) => sourceOfRows(one.values, one.sheet.name))) : undefined;
  if (mapping === null ? !partner : mapping.length === width) return [mapping === null ? first : tableOf(source, mapping)];
  const other = partner && foreign(located).find(({ sheet }) => sheet.name === partner.source.name);
  if (!tab || !other || (mapping !== null && mapping.length !== width + widthOf(partner.source))) throw new Error(say('adopt.changed'));
  const sources = [{ ...source, name: tab.sheet.name }, sourceOf(other, port, other.sheet.name)] as const;
  return [tableOf(sources[0], mapping?.slice(0, width)), tableOf(sources[1], mapping?.slice(width))];
}

function sourceOf({ sheet, values }: Tab, port: AdoptPort, name: string): Source {
  return { name, cells: values, shown: port.shown(sheet.id) };
}

function tellExisting({ objectives, problems }: { readonly objectives: Recognised['objectives']; readonly problems: Problems }): void {
  const existing = objectives.filter(({ existing: id, keyResults }) => id !== undefined && keyResults.length > 0);
  const count = existing.reduce((sum, { keyResults }) => sum + keyResults.length, 0);
  if (count > 0) problems.add('toExisting', { count, ids: existing.map(({ existing: id }) => id ?? '').join(', ') });
}

/** Whoever deleted one of the add-on's columns has no place for its values until the check makes it again. */
function tellMissingColumns({ tabs }: Located, { objectives, problems }: Recognised, language: Language): void {
  for (const table of ['objectives', 'keyResults'] as const) {
    const tab = tabs.get(table) as Tab;
    const rows = table === 'objectives' ? objectives : objectives.flatMap(({ keyResults }) => keyResults);
    const present = columnsIn(table, tab);
    for (const { key } of TABLES[table].filled) {
      if (!present.has(key) && rows.some(({ fields }) => fields[key] !== undefined)) problems.add('noPlace', { label: labelOf(key, language), sheet: tab.sheet.name });
    }
  }
}

function tellIds({ located, objectives, problems }: Understood): void {
  const taken = takenIds(located.tabs);
  const { replaced } = giveIds(objectives, numberingFor(objectives, taken, {}), taken, {});
  if (replaced > 0) problems.add('newIds', { count: replaced });
}

/** The first rows of each table under their own columns. */
function previewOf(tables: readonly Table[]): string[][] {
  const widths = tables.map(({ source }) => widthOf(source));
  const blank = (count: number): string[] => new Array<string>(count).fill('');
  return tables.flatMap(({ source, headerRow }, index) => {
    const rows = source.cells.map((_, row) => row).filter((row) => row > headerRow && !isEmptyRow(source, row)).slice(0, PREVIEW_ROWS);
    const before = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
    const after = widths.slice(index + 1).reduce((sum, width) => sum + width, 0);
    return rows.map((row) => [...blank(before), ...blank(widths[index] ?? 0).map((_, column) => textAt(source, row, column)), ...blank(after)]);
  });
}
