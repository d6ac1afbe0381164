/** Puts rows from outside into a workbook that the add-on has set up, through a script of its own beside the add-on's code. */
import type { Host } from '../types';

/** For each sheet by name: a first row of column keys, then the data as a person would type it. */
export type Tables = Readonly<Record<string, readonly (readonly string[])[]>>;

const KEYS_ROW = 1;
const DATA_ROW = 3;

/**
 * To be added to the text of dist/Code.js. It finds columns by their key, as the add-on does, and writes each in one go;
 * a table of settings has its rows found by key too, since setup has written all of them.
 */
export const LOADER = `
function loadTables(tables) {
  const book = SpreadsheetApp.getActive();
  Object.keys(tables).forEach((name) => {
    const sheet = book.getSheetByName(name);
    if (!sheet) throw new Error('The workbook has no sheet "' + name + '".');
    const present = sheet.getRange(${KEYS_ROW}, 1, 1, sheet.getLastColumn()).getValues()[0];
    const column = (key) => {
      const at = present.indexOf(key) + 1;
      if (at === 0) throw new Error('The sheet "' + name + '" has no column "' + key + '".');
      return at;
    };
    const keys = tables[name][0];
    const rows = tables[name].slice(1);
    if (keys[0] === 'key') {
      const settings = sheet.getRange(1, column('key'), sheet.getLastRow(), 1).getValues().map((row) => row[0]);
      rows.forEach((row) => {
        const at = settings.indexOf(row[0]) + 1;
        if (at === 0) throw new Error('There is no setting "' + row[0] + '".');
        sheet.getRange(at, column('value')).setValue(row[keys.indexOf('value')]);
      });
    } else if (rows.length > 0) {
      keys.forEach((key, i) => sheet.getRange(${DATA_ROW}, column(key), rows.length, 1).setValues(rows.map((row) => [row[i]])));
    }
  });
}
`;

/** `host` has to run code that ends in LOADER. */
export async function loadTables(host: Host, tables: Tables): Promise<void> {
  await host.call('loadTables', [tables]);
}
