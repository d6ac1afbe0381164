/** What is wrong with the shape of the sheets, as findings: seen from their cells alone, before or after anything is put right. */
import type { Finding, TableName } from '../model/finding';
import { KEY_ROW, LABEL_ROW, TAB_ORDER, TABLES, sheetNameOf, type KeyedTable } from '../rows/columns';
import { isBlank, isErrorValue, type Cells } from '../rows/grid';
import type { SheetPort } from './ports';
import type { Places } from './places';
import { columnName, isLabelOf, obstacles } from './structure';

export interface Shape {
  readonly sheet: SheetPort;
  readonly places: Places;
  readonly values: Cells;
}

/** What people have to mend themselves: a tab with another sheet's name, and columns where no formula sees them. */
export function findingsOfShape(tables: ReadonlyMap<KeyedTable, Shape>): Finding[] {
  const findings: Finding[] = [];
  for (const [table, { sheet, places }] of tables) {
    const other = (Object.keys(TABLES) as KeyedTable[]).find((name) => name !== table && TABLES[name].sheet === sheet.name);
    if (other) findings.push({ code: 'sheetsSwapped', table, row: KEY_ROW, column: '', facts: { sheet: sheet.name, other: sheetNameOf(table) } });
    for (const [key, column] of places.columnOf) {
      if (places.block > 0 && column > places.block) findings.push({ code: 'columnBehindBlock', table, row: KEY_ROW, column: key, facts: { column: key } });
    }
  }
  return findings;
}

/** What the check would put right. */
export function findingsToRepair(tables: ReadonlyMap<KeyedTable, Shape>, present: ReadonlySet<TableName>): Finding[] {
  const missing = TAB_ORDER.filter((table) => !present.has(table)).map(
    (table): Finding => ({ code: 'missingSheet', table, row: KEY_ROW, column: '', facts: { sheet: sheetNameOf(table) } }),
  );
  return [...missing, ...[...tables].flatMap(([table, shape]) => [...keysAndLabels(table, shape), ...blockFindings(table, shape)])];
}

/** The rows say themselves when an essential column is missing, unless row 1 has no key at all. */
function keysAndLabels(table: KeyedTable, { places, values }: Shape): Finding[] {
  const [first] = TABLES[table].essential;
  if (places.columnOf.size === 0) return [{ code: 'missingColumn', table, row: KEY_ROW, column: '', facts: { column: String(first), sheet: sheetNameOf(table) } }];
  return [...places.columnOf]
    .filter(([, column]) => isBlank(values[LABEL_ROW - 1]?.[column - 1]))
    .map(([key]): Finding => ({ code: 'labelChanged', table, row: LABEL_ROW, column: key, facts: {} }));
}

function blockFindings(table: KeyedTable, { places, values }: Shape): Finding[] {
  const [first] = TABLES[table].computed;
  if (!first) return [];
  const shown = values[LABEL_ROW - 1]?.[places.block - 1];
  const at = { table, row: LABEL_ROW, column: first.key };
  if (isLabelOf(first.key, shown) || shown === 'Loading...') return [];
  if (!isErrorValue(shown)) return [{ ...at, code: 'formulaOverwritten', facts: {} }];
  const texts = String(shown).startsWith('#REF!') ? obstacles(values, places.block, TABLES[table].computed.length) : undefined;
  if (!texts) return [{ ...at, code: 'errorValue', facts: { value: String(shown) } }];
  const row = texts.findIndex((line) => line.some((text) => text !== ''));
  const index = (texts[row] ?? []).findIndex((text) => text !== '');
  const cell = `${columnName(places.block + index)}${LABEL_ROW + row}`;
  return [{ table, row: LABEL_ROW + row, column: TABLES[table].computed[index]?.key ?? '', code: 'blockObstructed', facts: { cell } }];
}
