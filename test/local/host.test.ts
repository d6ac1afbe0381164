/** The whole embedded host at work: a small script on the real spreadsheet, from the menu to the mail. */
import { afterEach, describe, expect, it } from 'vitest';
import { headlessEngine } from '../../src/local/engine';
import { createHost } from '../../src/local/host';
import type { Host, HostOptions } from '../../src/local/types';

const CODE = `
var Bundle = (() => {
  const NOT_SEEN_FROM_OUTSIDE = 2;
  return { double: (value) => (Array.isArray(value) ? value.map((row) => row.map((x) => (typeof x === 'number' ? x * NOT_SEEN_FROM_OUTSIDE : ''))) : value * NOT_SEEN_FROM_OUTSIDE) };
})();
/**
 * Doubles numbers.
 * @param {number} value A number or a range.
 * @customfunction
 */
function TEST_DOUBLE(value) { return Bundle.double(value); }
/** @customfunction */
function TEST_FAIL() { throw new Error('Give me a number.'); }
/** @customfunction */
function TEST_MAIL() { MailApp.sendEmail('a@example.com', 'S', 'B'); return 'sent'; }
function onOpen(e) { SpreadsheetApp.getUi().createAddonMenu().addItem('Fill', 'fill').addItem('Panel', 'panel').addToUi(); }
function onInstall(e) { onOpen(e); }
function onEdit(e) { e.source.toast(e.range.getA1Notation() + ': ' + e.oldValue + ' > ' + e.value); }
function fill() {
  const sheet = SpreadsheetApp.getActive().getSheets()[0];
  sheet.getRange(1, 1, 3, 1).setValues([[1], [2], [3]]);
  sheet.getRange('B1').setFormula('=TEST_DOUBLE(A1:A)');
  sheet.getRange('B3').activate();
}
function panel() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('panel').setTitle('Panel')); }
function read() { return SpreadsheetApp.getActive().getSheets()[0].getRange('A1:B3').getValues(); }
function write(a1, value) { SpreadsheetApp.getActive().getSheets()[0].getRange(a1).setValue(value); }
function readDate() { return SpreadsheetApp.getActive().getSheets()[0].getRange('D1').getValue(); }
function schedule() { ScriptApp.newTrigger('report').timeBased().everyHours(1).create(); }
function report() {
  MailApp.sendEmail(Session.getEffectiveUser().getEmail(), 'Sum', String(SpreadsheetApp.getActive().getSheets()[0].getRange('B3').getValue()));
}
`;

const hosts: Host[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.dispose();
});

function host(options: Partial<HostOptions> = {}): Host {
  const made = createHost({
    engine: headlessEngine(), code: CODE, html: { panel: '<p>Panel</p>' }, now: () => Date.parse('2026-11-20T09:30:00Z'), user: 'ana@example.com', ...options,
  });
  hosts.push(made);
  return made;
}

async function filled(options: Partial<HostOptions> = {}): Promise<Host> {
  const made = host(options);
  await made.install();
  await made.click('fill');
  return made;
}

describe('a script on the embedded host', () => {
  it('builds its menu, writes from it, spills a custom function, and shows the cell that it activates', async () => {
    const h = await filled();
    expect(h.failures()).toEqual([]);
    expect(h.menu().map(({ caption }) => caption)).toEqual(['Fill', 'Panel']);
    expect(h.values('Sheet1', 'A1:B3')).toEqual([[1, 2], [2, 4], [3, 6]]);
    expect(h.formulas('Sheet1', 'B1')).toEqual([['=TEST_DOUBLE(A1:A)']]);
    expect(h.shown()).toEqual({ sheet: 'Sheet1', a1: 'B3' });
    expect(h.messages()).toEqual([]);
  });

  it('recalculates what a person types, with one run of the function, and tells onEdit', async () => {
    const h = await filled();
    h.resetServiceCalls();
    await h.type('Sheet1', 'A2', 50);
    expect(h.values('Sheet1', 'B1:B3')).toEqual([[2], [100], [6]]);
    expect(h.customFunctionRuns()).toEqual({ TEST_DOUBLE: 1 });
    expect(h.messages().map(({ text }) => text)).toEqual(['A2: 2 > 50']);
    expect(h.failures()).toEqual([]);
  });

  it('reads and writes for the sidebar, without an edit event', async () => {
    const h = await filled();
    await h.click('panel');
    expect(h.sidebar()).toEqual({ title: 'Panel', html: '<p>Panel</p>' });
    await h.call('write', ['A1', 7]);
    expect(await h.call('read', [])).toEqual([[7, 14], [2, 4], [3, 6]]);
    expect(h.messages()).toEqual([]);
  });

  it('refuses a date on its way to the sidebar', async () => {
    const h = await filled();
    await h.type('Sheet1', 'D1', new Date('2026-11-20T00:00:00Z'));
    await expect(h.call('readDate', [])).rejects.toThrow(/illegal value/);
  });

  it('shows #ERROR! and keeps the message when a custom function throws or does what it may not', async () => {
    const h = await filled();
    await h.type('Sheet1', 'D1', '=TEST_FAIL()');
    await h.type('Sheet1', 'D2', '=TEST_MAIL()');
    expect(h.values('Sheet1', 'D1:D2')).toEqual([['#ERROR!'], ['#ERROR!']]);
    expect(h.errorAt('Sheet1', 'D1')).toBe('Give me a number.');
    expect(h.errorAt('Sheet1', 'D2')).toMatch(/permission to call MailApp.sendEmail/);
    expect(h.outbox()).toEqual([]);
  });

  it('mails from a clock trigger what the formula gave', async () => {
    const h = await filled();
    await h.call('schedule', []);
    await h.advance(60 * 60 * 1000);
    expect(h.failures()).toEqual([]);
    expect(h.outbox().map(({ to, subject, body }) => [to, subject, body])).toEqual([[['ana@example.com'], 'Sum', '6']]);
  });

  it('goes on after a reload where it was', async () => {
    const h = await filled();
    await h.call('schedule', []);
    const again = host({ saved: JSON.parse(JSON.stringify(h.save())) as ReturnType<Host['save']> });
    await again.open();
    expect(again.menu()).toHaveLength(2);
    await again.type('Sheet1', 'A3', 5);
    expect(again.values('Sheet1', 'A1:B3')).toEqual([[1, 2], [2, 4], [5, 10]]);
    await again.advance(60 * 60 * 1000);
    expect(again.outbox().map(({ body }) => body)).toEqual(['10']);
    expect(again.failures()).toEqual([]);
  });

  it('lets the same script work on after a service call that failed', async () => {
    const h = host();
    await h.install();
    h.failCall(4);
    await expect(h.click('fill')).rejects.toThrow('Service Spreadsheets failed while accessing document.');
    await h.click('fill');
    expect(h.values('Sheet1', 'B3')).toEqual([[6]]);
  });
});
