/** One-click fixes, on the real spreadsheet. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FIXABLE } from '../../../src/rules/fixable';
import type { Panel } from '../../../src/app/panel';
import en from '../../../src/report/messages/en.json';
import type { Host, SavedHost } from '../../../src/local/types';
import { act, reopened } from '../workbook';
import { companyHost } from '../checkIn/company';

let company: SavedHost;
let host: Host;
beforeAll(async () => {
  company = (await companyHost()).save();
}, 120_000);
beforeEach(async () => {
  host = await reopened(company);
}, 60_000);

describe('one-click fixes', () => {
  const panel = async (): Promise<Panel['findings']> => ((await host.call('panelOpen', [])) as Panel).findings;
  const fix = ({ code, sheetId, row, column }: { code: string; sheetId: number; row: number; column: number }): Promise<unknown> => host.call('findingFix', [code, sheetId, row, column]);

  test('each mends what it is for, and is then gone from the list', async () => {
    await act(host, (book) => {
      const sheet = book.getSheetByName('Key Results')!;
      sheet.getRange('A3').clearContent();
      sheet.getRange('E4').setValue('Increase'); // from 40 to 20
      sheet.getRange('M5').setValue('2569-12-31');
      book.getSheetByName('Objectives')!.getRange('A4').clearContent();
      book.getSheetByName('Check-ins')!.getRange('A3:D3').setValues([['2026-11-20T10:00:00', 'O1.4', '', 5]]);
    });
    await host.settled();
    for (const code of FIXABLE) {
      const found = (await panel()).filter((one) => one.code === code);
      expect([code, found.length]).toEqual([code, code === 'missingId' ? 2 : 1]);
      for (const one of found) await fix(one);
      expect((await panel()).filter((one) => one.code === code)).toEqual([]);
    }
    expect([host.values('Key Results', 'A3'), host.values('Key Results', 'E4')]).toEqual([[['O1.5']], [['']]]);
    expect([host.values('Objectives', 'A4'), host.values('Key Results', 'I6')]).toEqual([[['O3']], [[5]]]);
    expect((host.values('Key Results', 'M5')[0]?.[0] as Date).toISOString()).toBe('2026-12-30T23:00:00.000Z');
  });

  test('what was mended meanwhile, what is no fix, and a formula are left alone', async () => {
    const found = (await panel()).find((one) => one.code === 'noOwner' || one.code === 'dueFromCycle')!;
    await expect(fix(found)).rejects.toThrow(en['error.rowGone']);
    await expect(fix({ ...found, code: 'missingId' })).rejects.toThrow(en['error.rowGone']);
    await act(host, (book) => void book.getSheetByName('Key Results')!.getRange('E4').setFormula('=IF(TRUE, "Increase", "")'));
    await host.settled();
    const contradiction = (await panel()).find((one) => one.code === 'measureContradicts')!;
    await expect(fix(contradiction)).rejects.toThrow(en['form.holdsFormula']);
    expect(host.formulas('Key Results', 'E4')).toEqual([['=IF(TRUE, "Increase", "")']]);
  });
});
