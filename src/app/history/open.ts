/** Hands the workbook's past to the sidebar, which does all the arithmetic: tables, log and History as they were read. */
import { recognise } from '../../report/vocabulary';
import { isMove, moveIn } from '../../rules/goalposts';
import { readMarks, readPast } from '../../rows/readPast';
import { openBook } from '../form/items';
import { openTable, type Here, type Tables } from '../form/tables';
import type { HistoryStart } from './api';
import { archivedBy } from './archived';

/** Some megabytes: four years of a hundred key results, checked in weekly. */
const MOST_ROWS = 20_000;

export function openHistory(tables: Tables, here: Here): HistoryStart {
  const { book, asOf, checkIns } = openBook(tables, here);
  const closed = readPast(openTable(tables, 'history', here).values, recognise);
  return {
    asOf,
    settings: book.settings,
    objectives: book.objectives.map((one) => one.objective),
    keyResults: book.keyResults.map((one) => one.keyResult),
    checkIns: book.checkIns.slice(-MOST_ROWS),
    closed: closed.slice(-MOST_ROWS),
    archived: closed.filter(archivedBy()).map(({ row }) => row),
    moved: readMarks(checkIns.values, recognise, isMove).flatMap(({ ref, ...mark }) => {
      const move = moveIn(ref);
      return move ? [{ ...mark, ...move }] : [];
    }),
    isCut: book.checkIns.length > MOST_ROWS || closed.length > MOST_ROWS,
  };
}
