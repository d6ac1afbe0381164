/** What the sidebar asks for: plain JSON, findings with the cell they stand in, and a way to that cell. */
import { beforeAll, describe, expect, test } from 'vitest';
import en from '../../src/report/messages/en.json';
import type { Panel } from '../../src/app/panel';
import type { Host } from '../../src/local/types';
import { act, fill, openHost, smallHost } from './workbook';

const open = async (host: Host): Promise<Panel> => (await host.call('panelOpen', [])) as Panel;

describe('before anything is set up', () => {
  test('the panel says so, changes nothing, and can set up', async () => {
    const host = await openHost();
    await host.open('LIMITED');
    const before = await open(host);
    expect(before).toMatchObject({ isSetUp: false, findings: [], score: null });
    expect(await act(host, (book) => book.getSheets().length)).toBe(1);
    const after = (await host.call('panelSetUp', [])) as Panel;
    expect(after).toMatchObject({ isSetUp: true, language: 'en', asOf: '2026-11-21', findings: [], score: null });
  }, 30_000);
});

describe('the panel of a filled workbook', () => {
  let host: Host;
  let panel: Panel;
  beforeAll(async () => {
    host = await smallHost();
    const typed: [string, string, string | number][] = [
      ['Key Results', 'G3', 'many'], ['Key Results', 'B5', 'O9'], ['Key Results', 'K3', -2], ['Objectives', 'E4', 'Ben'], ['KPIs', 'L3', '#broken'],
      ['Settings', 'B12', 'few'], ['Check-ins', 'A3', '31 February'],
    ];
    for (const [sheet, cell, value] of typed) await host.type(sheet, cell, value);
    panel = await open(host);
  }, 60_000);

  test('names the sheet and the very cell of what was typed wrong', () => {
    const at = (code: string) => panel.findings.filter((finding) => finding.code === code).map(({ sheet, cell }) => `${sheet}!${cell}`);
    expect(at('notANumber')).toEqual(['Settings!B12', 'Key Results!G3', 'KPIs!L3']);
    expect(at('unknownObjective')).toEqual(['Key Results!B5']);
    expect(at('negativeWeight')).toEqual(['Key Results!K3']);
    expect(at('ownerNotEmail')).toEqual(['Objectives!E4']);
    expect(at('notADay')).toEqual(['Check-ins!A3']);
    const values = panel.findings.filter(({ code }) => code === 'notANumber').map(({ sheet, cell }) => host.values(sheet, cell)[0]?.[0]);
    expect(values).toEqual(['few', 'many', '#broken']);
  });

  test('places what concerns a computed column in that column', async () => {
    await host.type('Settings', 'B13', 1);
    await fill(host, { 'Check-ins': [['at', 'key_result_id', 'value'], ['2026-11-02', 'O1.1', 50]] });
    const [overdue] = (await open(host)).findings.filter(({ code, row }) => code === 'checkInOverdue' && row === 3);
    expect(overdue).toMatchObject({ sheet: 'Key Results', cell: 'Y3' });
    expect(host.values('Key Results', 'Y1')).toEqual([['last_check_in']]);
  });

  test('lists the most severe first, counts all of them, and hands over as many as asked for', async () => {
    const severities = panel.findings.map(({ severity }) => severity);
    const rank = { error: 0, warning: 1, advice: 2 };
    expect(severities.map((severity) => rank[severity])).toEqual([...severities].map((severity) => rank[severity]).sort());
    const { error, warning, advice } = panel.totals;
    expect(error + warning + advice).toBe(panel.findings.length);
    const short = (await host.call('panelOpen', [2])) as Panel;
    expect(short.findings).toHaveLength(2);
    const { totals } = await open(host);
    expect(short.totals).toEqual(totals);
  });

  test('shows figures that the sheets show', () => {
    expect(panel.asOf).toBe('2026-11-21');
    expect(panel.daysLeft).toBe(40);
    expect(panel.counts.map(({ count }) => count).reduce((a, b) => a + b)).toBe(3);
    expect(panel.score).toBe(1); // O1.2 alone is scored
  });

  test('selects a cell for the person, and says when it is gone', async () => {
    const finding = panel.findings.find(({ code }) => code === 'unknownObjective')!;
    await host.call('panelShow', [finding.sheetId, finding.row, finding.column]);
    expect(host.shown()).toEqual({ sheet: 'Key Results', a1: 'B5' });
    await expect(host.call('panelShow', [12345, 3, 1])).rejects.toThrow(en['error.rowGone']);
    await expect(host.call('panelShow', [finding.sheetId, 5000, 1])).rejects.toThrow(en['error.rowGone']);
  });

  test('tells what the check would put right, without touching it', async () => {
    await act(host, (book) => {
      book.getSheetByName('Actions')!.getRange('J2').setValue('mine');
      book.getSheetByName('Objectives')!.getRange('O4').setValue('in the way');
      book.getSheetByName('KPIs')!.getRange('C2').clearContent();
      book.deleteSheet(book.getSheetByName('History')!);
    });
    const { findings, repairs } = await open(host);
    const of = (code: string) => findings.filter((finding) => finding.code === code).map(({ sheet, cell, text }) => [sheet, cell, text]);
    expect(repairs).toEqual([]);
    expect(of('formulaOverwritten')).toEqual([['Actions', 'J2', en['finding.formulaOverwritten']]]);
    expect(of('blockObstructed')).toEqual([['Objectives', 'O4', 'Something typed at O4 stands in the way of the computed columns']]);
    expect(of('labelChanged')).toEqual([['KPIs', 'C2', en['finding.labelChanged']]]);
    expect(of('missingSheet').map(([, , text]) => text)).toEqual(['The sheet History is missing']);
    expect(host.values('Actions', 'J2')).toEqual([['mine']]);
  });
});
