/** Rows that people get wrong: each says what is wrong with it, and all others still score. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Host } from '../../src/local/types';
import { act, fill, scores, setUpHost } from './workbook';

const LONG = 'Ł'.repeat(10_000);
/** Key results by id, each with what is wrong in it and the sentence for it; every one of them starts at 0, aims at 100 and stands at 50. */
const WRONG: Record<string, { cells: Record<string, string | number>; says: string; score?: number | '' }> = {
  text: { cells: { current: 'a lot' }, says: '“a lot” is not a number', score: '' },
  broken: { cells: { target: '=1/0' }, says: 'The cell holds the error #DIV/0!', score: '' },
  february: { cells: { due_date: '2026-02-31' }, says: '“2026-02-31” is not a date' },
  dateText: { cells: { due_date: 'next Friday' }, says: '“next Friday” is not a date' },
  negative: { cells: { weight: -3 }, says: 'The weight -3 is negative' },
  long: { cells: { key_result: LONG }, says: 'The text is 10000 characters long' },
  __proto__2: { cells: { id: '__proto__' }, says: 'No owner' },
  constructor2: { cells: { id: 'constructor' }, says: 'No owner' },
  double: { cells: { id: 'text' }, says: 'The ID “text” is already used in Key Results, row 3' },
  stray: { cells: { objective_id: 'O99' }, says: 'There is no objective “O99”' },
  orphan: { cells: { objective_id: '' }, says: 'Belongs to no objective' },
  sure: { cells: { confidence: 11 }, says: 'Confidence 11 is not between 1 and 5' },
  sum: { cells: { note: '=SUM(1,2)' }, says: 'No owner' },
};
const COLUMNS = ['id', 'objective_id', 'key_result', 'start', 'target', 'current', 'confidence', 'weight', 'due_date', 'note'];
const FORMULAS = ['=IMPORTXML("https://example.com","//a")', '+1', '@x', '-2+3', "'quoted", '1.10', '2/3', 'TRUE'];

describe('rows of every kind of mistake', () => {
  let host: Host;
  let result: Record<string, unknown>;
  let findings: string[];
  beforeAll(async () => {
    host = await setUpHost();
    const usual: Record<string, string | number> = { objective_id: 'O1', key_result: 'Renewals rise from 0 to 100', start: 0, target: 100, current: 50 };
    await fill(host, {
      Objectives: [['id', 'objective', 'team'], ['O1', 'Customers stay with us', FORMULAS[0]!], ...FORMULAS.map((text, index) => [`P${index}`, text, text])],
      'Key Results': [
        COLUMNS,
        ...Object.entries(WRONG).map(([id, { cells }]) => COLUMNS.map((key) => ({ id, ...usual, ...cells })[key] ?? '')),
        ...FORMULAS.map((text, index) => COLUMNS.map((key) => ({ ...usual, id: text, objective_id: `P${index}`, key_result: text, owner: text, current: 0 })[key] ?? '')),
      ],
    });
    await host.type('Key Results', 'H4', '=1/0');
    result = await scores(host, 'Key Results');
    findings = host.values('Key Results', 'Z3:Z40').map(([text]) => String(text));
  }, 60_000);

  test.each(Object.entries(WRONG).map(([name, row], index) => ({ name, row, index })))('$name: the row says what is wrong', ({ row, index }) => {
    expect(findings[index]).toContain(row.says);
  });

  test('no mistake of one row keeps another from its score', () => {
    for (const [id, { score = 0.5, cells }] of Object.entries(WRONG)) {
      if (id !== 'double') expect([id, result[String(cells['id'] ?? id)]]).toEqual([id, id === 'text' ? 0.5 : score]); // the id of `text` stands twice, the later counts here
    }
    expect(host.values('Key Results', 'R3')).toEqual([['']]);
    expect(host.values('Objectives', 'M3')).toEqual([[0.5]]);
    expect(host.failures()).toEqual([]);
  });

  test('nothing of it makes a formula block an error', () => {
    for (const [sheet, cell, label] of [['Objectives', 'M2', 'Score'], ['Key Results', 'R2', 'Score'], ['Actions', 'J2', 'Waits for'], ['KPIs', 'O2', 'Health']] as const) {
      expect(host.values(sheet, cell)).toEqual([[label]]);
    }
  });

  test('text that looks like a formula, a number or a date stays text wherever the add-on writes it', async () => {
    await host.click('refreshDashboard');
    const page = host.values('Dashboard', 'A1:H300');
    expect(host.formulas('Dashboard', 'A1:H300').flat().filter((text) => text !== '')).toEqual([]);
    const attention = page.filter(([id]) => FORMULAS.includes(String(id)) && typeof id === 'string');
    expect(attention.map(([id]) => id)).toEqual(expect.arrayContaining(FORMULAS));
    expect(page.flat()).toContain(FORMULAS[0]);
  });

  test('and again when it is taken over into a note', async () => {
    await act(host, (book) => void book.getSheetByName('Objectives')!.getRange('N5').setValue("'=HYPERLINK(1)"));
    await host.click('checkSpreadsheet');
    expect(await act(host, (book) => book.getSheetByName('Objectives')!.getRange('N5').getNote())).toContain('=HYPERLINK(1)');
    expect(host.formulas('Objectives', 'N5')).toEqual([['']]);
  });
});
