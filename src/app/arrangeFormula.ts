/** Puts the formula that spills the computed block in its place, and clears its way; what people typed there is kept as notes. */
import type { Language } from '../model/words';
import { speak } from '../report/onDemand';
import { LABEL_ROW, TABLES, type KeyedTable } from '../rows/columns';
import { isBlank, type Cell } from '../rows/grid';
import type { ArrangedTable } from './arrangeColumns';
import { formulaOf } from './formulas';
import { isFormulaOf } from './places';
import type { Repair } from './repair';
import { columnName, isLabelOf, obstacles, sameFormula, textOf } from './structure';

export function arrangeFormula(
  table: KeyedTable,
  tables: ReadonlyMap<KeyedTable, ArrangedTable>,
  language: Language,
  haveMoved: boolean,
  repairs: Repair[],
): void {
  const arranged = tables.get(table) as ArrangedTable;
  const { sheet, values, formulas, places, made } = arranged;
  const [first] = TABLES[table].computed;
  if (!first) return;
  const wanted = formulaOf(table, tables);
  const present = (haveMoved ? sheet.labelFormulas() : formulas)[places.block - 1] ?? '';
  const shown = values[LABEL_ROW - 1]?.[places.block - 1];
  const isBlocked = String(shown).startsWith('#REF!');
  const isOurs = isFormulaOf(table, present);
  if (isBlocked || !isOurs) clearTheWay(table, arranged, isOurs ? '' : typedOver(first.key, present, shown), language, repairs);
  const isSame = sameFormula(present, wanted, sheet.name);
  if (isSame && !isBlocked) return;
  sheet.writeFormula(LABEL_ROW, places.block, wanted);
  if (!isSame && !made.has(first.key)) repairs.push({ key: 'repair.formula', facts: { sheet: sheet.name } });
}

/** What somebody put in the place of the formula; its own label is no loss, nor is the error of a formula that is gone. */
function typedOver(key: string, formula: string, shown: Cell): string {
  if (formula !== '') return formula;
  return isBlank(shown) || isLabelOf(key, shown) || String(shown).startsWith('#') ? '' : textOf(shown);
}

/** What was typed where the block spills is kept as a note on its cell, so nothing is lost. */
function clearTheWay(table: KeyedTable, { sheet, values, places }: ArrangedTable, typedOver: string, language: Language, repairs: Repair[]): void {
  const texts = obstacles(values, places.block, TABLES[table].computed.length, typedOver);
  if (!texts) return;
  const say = speak(language);
  sheet.turnIntoNotes(LABEL_ROW, places.block, texts.map((row) => row.map((text) => (text === '' ? '' : say('note.typedHere', { text })))));
  texts.forEach((row, i) =>
    row.forEach((text, j) => {
      if (text !== '') repairs.push({ key: 'repair.obstacle', facts: { cell: `${columnName(places.block + j)}${LABEL_ROW + i}`, sheet: sheet.name } });
    }),
  );
}
