/** "Set up this spreadsheet": arranges the workbook, fills the dashboard and says what to do first. */
import type { Language } from '../model/words';
import { sheetNameOf, type KeyedTable } from '../rows/columns';
import type { Cells } from '../rows/grid';
import { speak } from '../report/onDemand';
import { arrange, type Arranged } from './arrange';
import { inputCells, understand, type Book } from './book';
import { PAGE_NAME } from './names';
import type { NamedCells, Surroundings, WorkbookPort } from './ports';
import { filterOn, pageOf } from './refresh';
import { lookAround } from './whereabouts';

export interface SetUp {
  readonly title: string;
  readonly text: string;
  readonly language: Language;
}

export function setUp(workbook: WorkbookPort, named: NamedCells, surroundings: Surroundings): SetUp {
  const arranged = arrange(workbook, surroundings);
  writePage(arranged, bookOf(arranged), named, surroundings.now);
  const objectives = arranged.tables.get('objectives');
  if (arranged.isFirst && objectives) workbook.show(objectives.sheet.id, 3, 1);
  const say = speak(arranged.settings.language);
  const first = { sheet: objectives?.sheet.name ?? sheetNameOf('objectives'), other: arranged.tables.get('keyResults')?.sheet.name ?? '' };
  return {
    title: say('setUp.done'),
    text: arranged.isFirst ? say('setUp.first', first) : say('setUp.again'),
    language: arranged.settings.language,
  };
}

/** The workbook understood from what was read before anything was written; a new sheet has no rows yet. */
export function bookOf(arranged: Arranged): Book {
  return understand(cellsOf(arranged));
}

const cellsOf = (arranged: Arranged) => (table: KeyedTable): Cells => {
  const one = arranged.tables.get(table);
  return one ? inputCells(one.values, one.places.lastInput, table) : [];
};

export function writePage(arranged: Arranged, book: Book, named: NamedCells, now: Date): void {
  const cells = cellsOf(arranged);
  const filter = filterOn(arranged.dashboard.values, cells('settings'));
  named.write(PAGE_NAME, pageOf(cells, filter, { where: lookAround(named), url: named.url(), now }, book));
}
