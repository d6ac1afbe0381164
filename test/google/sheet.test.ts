/** One tab through Google's services, where an order of calls is meant for a run that is cut off between two of them. */
import { expect, test } from 'vitest';
import { sheetPort } from '../../src/google/sheet';

/** One row of two cells, whose first clearing fails. */
function failingSheet() {
  const cells = { notes: [['asked Ben', '']], cleared: false, failures: 1 };
  const range = {
    getNotes: () => cells.notes.map((row) => [...row]),
    setNotes: (notes: string[][]) => void (cells.notes = notes),
    clearContent() {
      if (cells.failures-- > 0) throw new Error('Service Spreadsheets failed while accessing document.');
      cells.cleared = true;
    },
  };
  const sheet = { getSheetId: () => 1, getName: () => 'Objectives', getRange: () => range };
  return { cells, port: sheetPort(sheet as unknown as GoogleAppsScript.Spreadsheet.Sheet) };
}

test('what stands in the way is noted before it is cleared, and noted once although clearing failed at first', () => {
  const { cells, port } = failingSheet();
  const take = () => port.turnIntoNotes(2, 13, [['typed: 90%', '']]);
  expect(take).toThrow('Service Spreadsheets failed');
  expect(cells).toMatchObject({ notes: [['asked Ben\ntyped: 90%', '']], cleared: false });
  take();
  expect(cells).toMatchObject({ notes: [['asked Ben\ntyped: 90%', '']], cleared: true });
});
